/** Repairs of verbs that were taken for other words, or for another form of the verb. */
import { requestVerbs } from '../words.ts'
import { baseAfter, bearsTense, nounOf, stem, type Tokens } from './tokens.ts'

/** "3. Requests the Secretary-General to report …": a resolution's verb taken for a noun. */
export function openingVerb(tokens: Tokens) {
  let first = tokens.list.findIndex(({ form }) => /^\p{L}{2}/u.test(form))
  if (first >= 0 && /^(Further|Also|Again|Strongly|Urgently|Earnestly|Solemnly|Moreover)$/.test(tokens.at(first).form))
    first++
  const verb = tokens.list[first]
  if (!verb || !/^\p{L}[a-z]+s$/u.test(verb.form) || !/^NNP?S?$/.test(verb.xpos)) return
  const lemma = stem(verb)
  const next = tokens.list[first + 1]
  if (lemma === undefined || !next || /^(of|from|by|in|at|,|and|for|are|were|have)$/i.test(next.form)) return
  const end = tokens.list.findIndex(
    (t, i) => i > first && (bearsTense(t) || t.form === ';' || /^(to|that)$/.test(t.form)),
  )
  const stop = end < 0 ? tokens.list.length : end
  if (tokens.list.slice(first, stop).some(bearsTense) || (end > 0 && bearsTense(tokens.at(end)))) return
  const root = tokens.list.findIndex(({ head }) => head === 0)
  const object = nounOf(tokens, first + 1, stop)
  tokens.set(first, { lemma, upos: 'VERB', xpos: 'VBZ', head: 0, deprel: 'root' })
  if (root >= 0 && root !== first) tokens.hang(root, first, 'parataxis')
  if (object !== undefined) {
    const marked = tokens.kids(object, 'case').length > 0 || /^(on|upon)$/.test(next.form)
    tokens.hang(object, first, marked ? 'obl' : 'obj')
    if (/^(on|upon)$/.test(next.form)) tokens.hang(first + 1, object, 'case')
  }
  const clause = tokens.list[stop]
  if (clause?.form === 'to') {
    const infinitive = baseAfter(tokens, stop)
    if (infinitive !== undefined) tokens.hang(infinitive, first, 'xcomp')
  } else if (clause?.form === 'that') {
    const finite = tokens.kids(clause.head - 1).includes(stop) ? clause.head - 1 : undefined
    if (finite !== undefined && finite > stop) tokens.hang(finite, first, 'ccomp')
  }
}

/** "The agreement calls for …": a noun with a subject and no copula is a verb. */
export function nounWithSubject(tokens: Tokens) {
  for (const [i, { xpos, lemma }] of tokens.list.entries()) {
    if (xpos !== 'NNS' || !requestVerbs.has(lemma) || tokens.kids(i, 'cop', 'det', 'case', 'nmod:poss').length) continue
    if (!tokens.kids(i, 'nsubj').some((k) => k < i)) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ' })
    for (const k of tokens.kids(i, 'nmod')) tokens.set(k, { deprel: 'obl' })
    for (const k of tokens.kids(i, 'acl'))
      tokens.set(k, { deprel: tokens.kids(k, 'mark').some((m) => tokens.at(m).form === 'for') ? 'advcl' : 'xcomp' })
  }
}

/** "will in July request the board to meet", with "request" for a noun: what has an auxiliary is a verb. */
export function nounWithAuxiliary(tokens: Tokens) {
  for (const [i, { xpos, lemma }] of tokens.list.entries()) {
    if (xpos !== 'NN' || !requestVerbs.has(lemma)) continue
    const modal = tokens.kids(i, 'aux').find((k) => k < i && tokens.at(k).xpos === 'MD')
    if (modal === undefined || tokens.kids(i, 'cop', 'det', 'amod', 'nmod:poss').some((k) => k < i)) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VB' })
    for (const k of tokens.kids(i)) {
      const { deprel } = tokens.at(k)
      if (k < i && /^(case|compound|nmod)$/.test(deprel)) {
        const noun = tokens.kids(i, 'compound', 'nmod').find((n) => n < i && n > k)
        if (deprel === 'case' && noun !== undefined) tokens.hang(k, noun, 'case')
        else tokens.hang(k, i, 'obl')
      }
    }
    const to = tokens.list.findIndex((t, k) => k > i && t.xpos === 'TO')
    const infinitive = to < 0 ? undefined : baseAfter(tokens, to)
    const object = nounOf(tokens, i + 1, to < 0 ? tokens.list.length : to)
    if (object === undefined) continue
    const marked = tokens.kids(object, 'case').length > 0
    tokens.hang(object, i, marked ? 'obl' : 'obj')
    if (infinitive !== undefined && to - object < 8) tokens.hang(infinitive, i, 'xcomp')
  }
}

/** "Officials in Lima demand that the dam be opened", with "demand" for a noun: a plural stands before, and no verb. */
export function pluralBeforeThat(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    const that = tokens.list[i + 1]
    if (token.xpos !== 'NN' || !/^(request|demand)$/.test(token.lemma) || that?.form !== 'that' || that.head < i + 2)
      continue
    if (tokens.list.slice(0, i).some((t) => bearsTense(t) || t.upos === 'VERB')) continue
    const clause = that.head - 1
    const subject = tokens.list.findIndex((t, k) => k < i && /^NNP?S$/.test(t.xpos) && !tokens.kids(k, 'case').length)
    if (subject < 0 || !tokens.kids(clause, 'nsubj', 'nsubj:pass').length) continue
    // "in the capital request": what the noun was taken to stand in is a place of the subject
    const last = tokens.list.findLastIndex((t, n) => n < i && /^(NOUN|PROPN)$/.test(t.upos))
    for (const k of tokens.kids(i)) {
      if (k >= i || k === subject) continue
      if (k === last) tokens.hang(k, subject, 'nmod')
      else tokens.hang(k, last, tokens.at(k).deprel)
    }
    const root = tokens.list.findIndex(({ head }) => head === 0)
    if (root !== i) tokens.hang(root, i, root === subject ? 'nsubj' : 'parataxis')
    tokens.set(i, { upos: 'VERB', xpos: 'VBP', head: 0, deprel: 'root' })
    tokens.hang(subject, i, 'nsubj')
    tokens.hang(clause, i, 'ccomp')
  }
}

/** "The committee recommends that …", with "recommends" for a noun. */
export function nounBeforeThat(tokens: Tokens) {
  for (const [i, { xpos, lemma }] of tokens.list.entries()) {
    const subject = tokens.list[i - 1]
    const that = tokens.list[i + 1]
    if (xpos !== 'NNS' || !requestVerbs.has(lemma) || that?.form !== 'that' || that.head < 1) continue
    if (!/^(NOUN|PROPN)$/.test(subject?.upos ?? '') || tokens.kids(i, 'case', 'nmod:poss', 'amod').length) continue
    const clause = that.head - 1
    const { head, deprel } = tokens.at(i)
    if (clause <= i + 1) continue
    if (head === i || head === clause + 1)
      tokens.set(i, { head: tokens.at(clause).head, deprel: tokens.at(clause).deprel })
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ', deprel: deprel === 'compound' ? 'parataxis' : tokens.at(i).deprel })
    tokens.hang(i - 1, i, 'nsubj')
    tokens.hang(clause, i, 'ccomp')
  }
}

/** "4. Embassy requests guidance from …", where no word was taken for a verb. */
export function verbOfFragment(tokens: Tokens) {
  if (tokens.list.some(bearsTense)) return
  const at = tokens.list.findIndex((token, i) => {
    const before = tokens.list[i - 1]
    const next = tokens.list[i + 1]
    return (
      token.xpos === 'NNS' &&
      requestVerbs.has(token.lemma) &&
      /^(NOUN|PROPN)$/.test(before?.upos ?? '') &&
      (/^(NOUN|PROPN|DET|ADJ)$/.test(next?.upos ?? '') || (token.lemma === 'call' && next?.form === 'upon'))
    )
  })
  if (at < 0) return
  const root = tokens.list.findIndex(({ head }) => head === 0)
  const upon = tokens.list[at + 1]?.form === 'upon'
  const object = nounOf(tokens, at + (upon ? 2 : 1), tokens.list.length)
  tokens.set(at, { upos: 'VERB', xpos: 'VBZ', head: 0, deprel: 'root' })
  if (root !== at && root >= 0) tokens.hang(root, at, 'parataxis')
  tokens.hang(at - 1, at, 'nsubj')
  for (const k of tokens.kids(at, 'det', 'amod', 'compound'))
    if (k < at - 1) tokens.hang(k, at - 1, tokens.at(k).deprel)
  if (object !== undefined) tokens.hang(object, at, upon ? 'obl' : 'obj')
  for (const k of tokens.kids(at, 'acl')) tokens.set(k, { deprel: 'xcomp' })
}

/** "Investors press board to sell mill", "Police appeal for film": in a heading without a verb, what a plural does. */
export function verbOfHeading(tokens: Tokens) {
  if (tokens.list.some(bearsTense)) return
  const at = tokens.list.findIndex((token, i) => {
    const before = tokens.list[i - 1]
    const plural = before?.xpos === 'NNS' || before?.lemma.toLowerCase() === 'police'
    return i < 6 && plural && token.xpos === 'NN' && token.form === token.lemma && requestVerbs.has(token.lemma)
  })
  if (at < 1 || tokens.list.slice(0, at).some(({ upos }) => !/^(NOUN|PROPN|ADJ|NUM|PART)$/.test(upos))) return
  const next = tokens.list[at + 1]
  const to = tokens.list.findIndex((t, k) => k > at + 1 && t.xpos === 'TO')
  const infinitive = to < 0 ? undefined : baseAfter(tokens, to)
  if (!next || (next.form !== 'for' && infinitive === undefined)) return
  const root = tokens.list.findIndex(({ head }) => head === 0)
  tokens.set(at, { upos: 'VERB', xpos: 'VBP', head: 0, deprel: 'root' })
  if (root !== at && root >= 0) tokens.hang(root, at, root < at ? 'nsubj' : 'parataxis')
  tokens.hang(at - 1, at, 'nsubj')
  for (let k = 0; k < at - 1; k++)
    if (tokens.head(k) >= at - 1 || tokens.head(k) < 0)
      tokens.hang(k, at - 1, tokens.at(k).upos === 'ADJ' ? 'amod' : 'compound')
  const object = nounOf(
    tokens,
    next.form === 'for' ? at + 2 : at + 1,
    infinitive === undefined ? tokens.list.length : to,
  )
  if (object !== undefined) tokens.hang(object, at, next.form === 'for' ? 'obl' : 'obj')
  if (object !== undefined && next.form === 'for') tokens.hang(at + 1, object, 'case')
  if (infinitive !== undefined && next.form !== 'for') tokens.hang(infinitive, at, 'xcomp')
}

/** "the agency had requested documents", with "requested" for what describes the documents. */
export function perfectTakenForObject(tokens: Tokens) {
  for (const [i, { xpos, deprel, lemma }] of tokens.list.entries()) {
    if (xpos !== 'VBN' || deprel !== 'amod' || !requestVerbs.has(lemma)) continue
    const object = tokens.head(i)
    const have = tokens.head(object)
    if (have < 0 || tokens.at(have).lemma !== 'have' || have > i || tokens.at(object).deprel !== 'obj') continue
    if (tokens.list.slice(have + 1, i).some((t) => t.upos !== 'ADV' && t.upos !== 'PART')) continue
    const { head, deprel: role } = tokens.at(have)
    for (const k of tokens.kids(have)) tokens.hang(k, i, tokens.at(k).deprel)
    tokens.set(i, { head, deprel: role })
    tokens.set(have, { upos: 'AUX' })
    tokens.hang(have, i, 'aux')
  }
}

/** "The guards were forbidden to speak": a participle with a copula and an infinitive or an agent. */
export function participleTakenForAdjective(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.upos !== 'ADJ' || !/(ed|en)$/.test(token.form)) continue
    const lemma = stem(token)
    const copula = tokens.kids(i, 'cop')[0]
    if (lemma === undefined || copula === undefined || tokens.at(copula).lemma !== 'be') continue
    if (!tokens.kids(i, 'xcomp', 'advcl', 'obl:agent').length) continue
    tokens.set(i, { lemma, upos: 'VERB', xpos: 'VBN' })
    tokens.set(copula, { deprel: 'aux:pass' })
    for (const subject of tokens.kids(i, 'nsubj')) tokens.set(subject, { deprel: 'nsubj:pass' })
  }
}

/** "asked the schools to close", with "close" for an adverb. */
export function infinitiveTakenForAdverb(tokens: Tokens) {
  for (const [i, { upos, form, lemma }] of tokens.list.entries()) {
    if (!/^(ADV|ADJ)$/.test(upos) || (form !== lemma && form !== 'lower')) continue
    const to = tokens.list[i - 1]
    if (to?.form !== 'to' || to.upos !== 'ADP' || (to.head !== i + 1 && to.head - 1 !== tokens.head(i))) continue
    if (
      upos === 'ADJ' &&
      !/^(dim|clear|clean|open|free|slow|calm|empty|lower|better|narrow|dry|cool|warm|still|ready)$/.test(form)
    )
      continue
    const verb = tokens.list.findLastIndex((t, k) => k < i - 1 && t.upos === 'VERB')
    if (verb < 0 || !requestVerbs.has(tokens.at(verb).lemma) || i - verb > 8) continue
    const noun = tokens.head(i)
    tokens.set(i, { upos: 'VERB', xpos: 'VB', lemma: form })
    tokens.hang(i, verb, 'xcomp')
    if (noun > i && tokens.head(noun) === verb) tokens.hang(noun, i, 'obj')
    tokens.hang(i - 1, i, 'mark')
    tokens.set(i - 1, { upos: 'PART', xpos: 'TO' })
  }
}

/** "begged us not to mention the maps", with "not to mention" for one word. */
export function infinitiveTakenForConjunction(tokens: Tokens) {
  for (const [i, { form, lemma, deprel }] of tokens.list.entries()) {
    const not = tokens.head(i)
    if (lemma !== 'mention' || form !== lemma || deprel !== 'fixed' || not !== i - 2) continue
    const object = tokens.head(not)
    const verb = tokens.list.findLastIndex((t, k) => k < not && t.upos === 'VERB' && requestVerbs.has(t.lemma))
    const asked = tokens.kids(verb, 'obj', 'iobj').some((k) => k < not)
    if (verb < 0 || not - verb > 8 || !asked || tokens.kids(verb, 'xcomp', 'ccomp').length) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VB' })
    tokens.hang(i, verb, 'xcomp')
    tokens.set(i - 1, { upos: 'PART', xpos: 'TO' })
    tokens.hang(i - 1, i, 'mark')
    tokens.hang(not, i, 'advmod')
    if (object > i) tokens.hang(object, i, 'obj')
  }
}

/** "requested that the government step in": after a verb of requesting and "that" a clause, though no word was taken for its verb. */
export function verbTakenForNoun(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    const that = tokens.list[i + 1]
    if (token.upos !== 'VERB' || that?.form !== 'that' || !requestVerbs.has(token.lemma)) continue
    const stop = tokens.list.findIndex((t, k) => k > i + 1 && /^[,;.]$/.test(t.form))
    const clause = tokens.list.slice(i + 2, stop < 0 ? undefined : stop)
    if (clause.some((t) => /^(VERB|AUX)$/.test(t.upos))) continue
    const verb = clause.find(
      (t) =>
        t.xpos === 'NN' &&
        t.form === t.lemma &&
        tokens.kids(t.id - 1, 'compound').some((k) => tokens.at(k).upos === 'NOUN'),
    )
    if (!verb) continue
    const index = verb.id - 1
    const subject = tokens.kids(index, 'compound').at(-1)!
    for (const kid of tokens.kids(index, 'det', 'amod', 'nmod:poss', 'compound'))
      if (kid !== subject && kid < subject) tokens.hang(kid, subject, tokens.at(kid).deprel)
    tokens.set(index, { upos: 'VERB', xpos: 'VB' })
    tokens.hang(index, i, 'ccomp')
    tokens.hang(subject, index, 'nsubj')
    tokens.hang(i + 1, index, 'mark')
  }
}

/** "their petition, which demands compensation", with "demands" taken for a noun. */
export function verbAfterRelative(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    const pronoun = tokens.list[i - 1]
    const next = tokens.list[i + 1]
    if (token.xpos !== 'NNS' || !requestVerbs.has(token.lemma) || !/^(who|which|that)$/.test(pronoun?.form ?? ''))
      continue
    if (!/^(NOUN|PROPN|DET|ADJ|PRON)$/.test(next?.upos ?? '')) continue
    const noun = tokens.list.findLastIndex((t, k) => k < i - 1 && /^(NOUN|PROPN)$/.test(t.upos))
    if (noun < 0 || i - noun > 3) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ' })
    tokens.hang(i, noun, 'acl:relcl')
    tokens.hang(i - 1, i, 'nsubj')
    const object = nounOf(tokens, i + 1, tokens.list.length)
    if (object !== undefined) tokens.hang(object, i, 'obj')
  }
}

/** "The opposition called for elections.", with "called" for a participle that describes the root. */
export function finiteTakenForParticiple(tokens: Tokens) {
  const noun = tokens.list.findIndex(({ head }) => head === 0)
  if (noun < 0 || !/^(NOUN|PROPN|PRON)$/.test(tokens.at(noun).upos)) return
  const verb = tokens
    .kids(noun, 'acl', 'acl:relcl')
    .find((k) => k > noun && /^VB[DN]$/.test(tokens.at(k).xpos) && requestVerbs.has(tokens.at(k).lemma))
  if (verb === undefined || tokens.kids(verb, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'obl:agent').length) return
  if (tokens.list.some((t, i) => i !== verb && bearsTense(t) && tokens.head(i) === noun)) return
  tokens.set(verb, { xpos: 'VBD', head: 0, deprel: 'root' })
  tokens.hang(noun, verb, 'nsubj')
}

/** "Warned by doctors not to fly, the minister took the train": the participle taken for the main verb, or for an adjective. */
export function openingParticiple(tokens: Tokens) {
  const verb = tokens.list.findIndex(({ form }) => /^\p{L}/u.test(form))
  if (verb < 0 || tokens.at(verb).xpos !== 'VBN' || !requestVerbs.has(tokens.at(verb).lemma)) return
  if (tokens.kids(verb, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass').length) return
  const comma = tokens.list.findIndex(({ form }, i) => i > verb && form === ',')
  const main = tokens.list.findIndex(
    (t, i) => i > comma && bearsTense(t) && t.upos === 'VERB' && tokens.kids(i, 'nsubj').length > 0,
  )
  if (comma < 0 || main < 0 || (tokens.at(verb).deprel === 'amod' && tokens.head(verb) < comma)) return
  if (tokens.at(verb).head === 0) tokens.set(main, { head: 0, deprel: 'root' })
  tokens.hang(verb, main, 'advcl')
}

/** "The minister was in turn being pressed": "being" with a participle is a verb, not what describes the turn. */
export function passiveTakenForDescription(tokens: Tokens) {
  for (const [i, { xpos, deprel }] of tokens.list.entries()) {
    if (xpos !== 'VBN' || deprel !== 'acl' || !tokens.kids(i, 'aux:pass').some((a) => tokens.at(a).form === 'being'))
      continue
    const noun = tokens.head(i)
    const copula = tokens.kids(noun, 'cop')[0]
    const subject = tokens.kids(noun, 'nsubj')[0]
    if (noun > i || copula === undefined || subject === undefined || !tokens.kids(noun, 'case').length) continue
    const { head, deprel: role } = tokens.at(noun)
    tokens.set(i, { head, deprel: role })
    tokens.hang(noun, i, 'obl')
    tokens.hang(copula, i, 'aux')
    tokens.hang(subject, i, 'nsubj:pass')
  }
}

/** "would consult with allies and request help", with "request" for what describes the help. */
export function secondBaseForm(tokens: Tokens) {
  for (const [i, { xpos, deprel, lemma, form }] of tokens.list.entries()) {
    if (xpos !== 'NN' || deprel !== 'compound' || form !== lemma || !/^(request|demand|solicit)$/.test(lemma)) continue
    const object = tokens.head(i)
    const and = tokens.list[i - 1]
    if (and?.upos !== 'CCONJ' || object !== i + 1 || tokens.kids(object, 'det', 'amod', 'nmod:poss').length) continue
    const verb = tokens.list.findLastIndex((t, k) => k < i && t.upos === 'VERB')
    if (verb < 0 || i - verb > 10 || tokens.at(verb).xpos !== 'VB') continue
    if (!tokens.kids(verb, 'aux', 'mark').some((k) => /^(MD|TO)$/.test(tokens.at(k).xpos))) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VB' })
    tokens.hang(i, verb, 'conj')
    tokens.hang(i - 1, i, 'cc')
    tokens.hang(object, i, 'obj')
  }
}

/** "Condemns the attacks, requests all parties to wait": a later verb of a resolution's clause taken for a noun. */
export function verbInSeries(tokens: Tokens) {
  const opening = tokens.list.findIndex(({ form }) => /^\p{L}{2}/u.test(form))
  if (opening < 0 || opening > 3 || tokens.at(opening).xpos !== 'VBZ' || tokens.kids(opening, 'nsubj').length) return
  for (const [i, { xpos, form }] of tokens.list.entries()) {
    const before = tokens.list[i - 1]
    const next = tokens.list[i + 1]
    if (i <= opening + 1 || xpos !== 'NNS' || !/^(requests|calls|demands|urges|appeals)$/.test(form) || !next) continue
    if (!/^(,|and|also|further)$/.test(before?.form ?? '') || !/^(DET|PROPN|NOUN|ADJ|ADP)$/.test(next.upos)) continue
    if (next.upos === 'ADP' && !/^(on|upon|for)$/.test(next.form)) continue
    const to = tokens.list.findIndex((t, k) => k > i && (t.form === 'to' || /^[,;.]$/.test(t.form)))
    const stop = to < 0 ? tokens.list.length : to
    const object = nounOf(tokens, next.upos === 'ADP' ? i + 2 : i + 1, stop)
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ', head: opening + 1, deprel: 'conj' })
    if (object !== undefined) {
      tokens.hang(object, i, next.upos === 'ADP' ? 'obl' : 'obj')
      if (next.upos === 'ADP') tokens.hang(i + 1, object, 'case')
    }
    const infinitive = tokens.list[stop]?.form === 'to' ? baseAfter(tokens, stop) : undefined
    if (infinitive !== undefined) tokens.hang(infinitive, i, 'xcomp')
  }
}
