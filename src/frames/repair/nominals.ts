/** Repairs of nominals that hang on the wrong word or in the wrong role. */

import { isActorNoun } from '../../lexicon/index.ts'
import type { Token } from '../../model/index.ts'
import { requestVerbs, timeWords } from '../words.ts'
import { commaBefore, hasFiniteAuxiliary, isFiniteVerb, isTime, isUnder, subjectOf, type Tokens } from './tokens.ts'

/** "Ministers *have* so far ignored": a subject that hangs on the auxiliary is the verb's. */
export function subjectOfAuxiliary(tokens: Tokens) {
  for (const [i, { deprel, head }] of tokens.list.entries()) {
    if (!deprel.startsWith('nsubj') || head === 0) continue
    const auxiliary = tokens.at(head - 1)
    if (/^aux/.test(auxiliary.deprel) && auxiliary.head > 0) tokens.hang(i, auxiliary.head - 1, deprel)
  }
}

/** "Ministers ignored the request, the newspaper reported", with "request" for the subject of "reported". */
export function objectTakenForSubject(tokens: Tokens) {
  for (const [i, { deprel, head }] of tokens.list.entries()) {
    if (deprel !== 'nsubj' || head < 1) continue
    const verb = head - 1
    const said = tokens.kids(verb, 'ccomp').find((k) => k < i && !tokens.kids(k, 'obj', 'xcomp', 'ccomp').length)
    const teller = tokens
      .kids(i, 'appos')
      .find((k) => k > i && k < verb && tokens.kids(k, 'punct').some((p) => tokens.at(p).form === ',' && p < k))
    if (
      said === undefined ||
      teller === undefined ||
      tokens.list.slice(said + 1, i).some((t) => tokens.head(t.id - 1) !== i)
    )
      continue
    tokens.hang(teller, verb, 'nsubj')
    tokens.hang(i, said, 'obj')
  }
}

/** "gave Vantor Airlines until Friday": a nominal without a preposition right after the verb is its object. */
export function objectWithoutCase(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (!/^obl(:unmarked)?$/.test(token.deprel) || !/^(PROPN|PRON|NOUN)$/.test(token.upos)) continue
    if (timeWords.has(token.lemma.toLowerCase())) continue
    const verb = tokens.head(i)
    if (verb < 0 || verb > i || tokens.at(verb).upos !== 'VERB' || tokens.kids(i, 'case').length) continue
    if (tokens.kids(verb, 'obj', 'iobj').length || i - verb > 6) continue
    const between = tokens.list.slice(verb + 1, i)
    // "petitioned *in turn* the ministry"
    const asks = requestVerbs.has(tokens.at(verb).lemma)
    const aside = new Set(asks ? tokens.kids(verb, 'obl').filter((k) => k < i && tokens.kids(k, 'case').length) : [])
    const belongs = (k: number) => k === i || tokens.head(k) === i || aside.has(k) || aside.has(tokens.head(k))
    if (between.every((t) => belongs(t.id - 1) || t.head - 1 === i || tokens.head(t.head - 1) === i))
      tokens.hang(i, verb, 'obj')
  }
}

/** "A request to the Fund for a waiver was granted": a subject bears no preposition; the nominal before it is the subject. */
export function subjectWithCase(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (
      !deprel.startsWith('nsubj') ||
      !tokens.kids(i, 'case').some((c) => /^(for|to|by|from|of|on|in)$/.test(tokens.at(c).form))
    )
      continue
    const verb = tokens.head(i)
    if (verb < i) continue
    const noun = tokens
      .kids(verb, 'obl:unmarked', 'obl', 'nsubj', 'nsubj:pass', 'dislocated')
      .find((k) => k < i && !tokens.kids(k, 'case').length && tokens.at(k).upos === 'NOUN')
    if (noun === undefined) continue
    tokens.hang(i, noun, 'nmod')
    tokens.set(noun, { deprel })
  }
}

/** "requests from the army and Fiat": somebody is coordinated with somebody, not with the requests. */
export function conjunctOfActors(tokens: Tokens) {
  const acts = ({ upos, lemma }: Token) => upos === 'PROPN' || (upos === 'NOUN' && isActorNoun(lemma))
  for (const [i, token] of tokens.list.entries()) {
    const first = tokens.head(i)
    if (token.deprel !== 'conj' || first < 0 || first > i || !acts(token) || acts(tokens.at(first))) continue
    if (tokens.at(first).upos !== 'NOUN' || tokens.kids(i, 'case').length) continue
    const actor = tokens.kids(first, 'nmod').findLast((k) => k > first && k < i && acts(tokens.at(k)))
    if (actor !== undefined) tokens.hang(i, actor, 'conj')
  }
}

/** "asked the office, schools, and *libraries* to close": a noun at the end of a list is coordinated with a noun, not with the verb. */
export function conjunctOfNominal(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'conj' || !/^(NOUN|PROPN)$/.test(upos) || verb < 0 || verb > i || tokens.at(verb).upos !== 'VERB')
      continue
    if (!requestVerbs.has(tokens.at(verb).lemma) || tokens.kids(i, 'nsubj', 'nsubj:pass', 'cop', 'aux', 'case').length)
      continue
    const first = tokens.kids(verb, 'obj', 'iobj', 'obl').findLast((k) => k > verb && k < i)
    if (first === undefined || tokens.kids(verb, 'xcomp', 'ccomp', 'advcl').some((k) => k > verb && k < i)) continue
    if (!isTime(tokens, first)) tokens.hang(i, first, 'conj')
  }
}

/** "the Ministry of Water, *the* Rights Commission": what has an article is coordinated with what has one. */
export function conjunctOfWhole(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    const part = tokens.head(i)
    const whole = tokens.head(part)
    if (deprel !== 'conj' || !/^(NOUN|PROPN)$/.test(upos) || part < 0 || whole < 0 || part > i) continue
    if (tokens.at(part).deprel !== 'nmod' || whole > part || !/^(NOUN|PROPN)$/.test(tokens.at(whole).upos)) continue
    const has = (noun: number) => tokens.kids(noun, 'det').some((d) => tokens.at(d).form.toLowerCase() === 'the')
    const of = tokens.kids(part, 'case').some((c) => tokens.at(c).form === 'of')
    if (of && has(i) && has(whole) && !tokens.kids(part, 'det', 'nmod:poss').length) tokens.hang(i, whole, 'conj')
  }
}

/** "Business leaders Friday called for …": a day before the verb is when, not who. */
export function dayTakenForSubject(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (!/^((mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/i.test(token.lemma)) continue
    const described = tokens.kids(i, 'acl', 'acl:relcl').find((k) => k > i && requestVerbs.has(tokens.at(k).lemma))
    const verb = token.deprel.startsWith('nsubj') ? tokens.head(i) : described
    if (verb === undefined || verb < i) continue
    const above =
      described === undefined
        ? tokens.at(verb).deprel === 'acl:relcl'
          ? tokens.head(verb)
          : undefined
        : tokens.head(i)
    const aside = tokens
      .kids(verb, 'obl:unmarked', 'dislocated', 'obl')
      .find((k) => k < i && !tokens.kids(k, 'case').length)
    const noun = above ?? aside
    if (noun === undefined || noun < 0 || noun > i) continue
    const { head, deprel } = tokens.at(noun)
    if (noun === above)
      tokens.set(verb, { head, deprel, xpos: tokens.at(verb).xpos === 'VBN' ? 'VBD' : tokens.at(verb).xpos })
    tokens.hang(noun, verb, 'nsubj')
    tokens.hang(i, verb, 'obl:unmarked')
    for (const k of tokens.kids(i, 'acl', 'xcomp', 'advcl')) if (k > verb) tokens.hang(k, verb, 'xcomp')
  }
}

/** "Scandal-plagued President Arroyo urged …", with "plagued" for the subject, or for the verb, and the president for its object. */
export function participleAfterHyphen(tokens: Tokens) {
  for (const [i, { xpos, deprel, head }] of tokens.list.entries()) {
    if (!/^VB[ND]$/.test(xpos) || tokens.list[i - 1]?.form !== '-') continue
    const noun = tokens.kids(i, 'obj').find((k) => k > i)
    if (noun === undefined) continue
    if (deprel.startsWith('nsubj')) tokens.set(noun, { head, deprel })
    else {
      const verb = tokens
        .kids(i, 'acl', 'ccomp', 'conj', 'parataxis', 'advcl')
        .find((k) => k > noun && tokens.at(k).xpos === 'VBD' && requestVerbs.has(tokens.at(k).lemma))
      if (verb === undefined || tokens.kids(verb, 'nsubj', 'nsubj:pass', 'mark').length || head !== 0) continue
      tokens.set(verb, { head: 0, deprel: 'root' })
      tokens.hang(noun, verb, 'nsubj')
      for (const k of tokens.kids(i)) if (k > noun) tokens.hang(k, verb, tokens.at(k).deprel)
    }
    tokens.hang(i, noun, 'amod')
  }
}

/** "European Community ministers demanded …": a nominal of no case that touches the subject belongs to it. */
export function nounBeforeSubject(tokens: Tokens) {
  for (const [i, { deprel, upos, lemma }] of tokens.list.entries()) {
    if (deprel !== 'obl:unmarked' || !/^(NOUN|PROPN)$/.test(upos) || timeWords.has(lemma.toLowerCase())) continue
    const verb = tokens.head(i)
    if (tokens.kids(i, 'case', 'nummod').length || tokens.list[i + 1]?.upos === 'PUNCT') continue
    const subject = tokens.kids(verb, 'nsubj', 'nsubj:pass').find((k) => k > i && k < verb)
    if (subject === undefined || subject - i > 3 || !isActorNoun(tokens.at(subject).lemma)) continue
    const between = tokens.list.slice(i + 1, subject)
    if (between.every((t) => t.head - 1 === subject && /^(ADJ|NOUN|PROPN)$/.test(t.upos)))
      tokens.hang(i, subject, 'compound')
  }
}

/** "asked several of our clubs to join", "called upon all French to join": of a number the members, of a people all. */
export function quantities(tokens: Tokens) {
  for (const [i, { upos, lemma, deprel }] of tokens.list.entries()) {
    if (deprel === 'obl' && tokens.head(i) === i - 2 - (tokens.kids(i, 'nmod:poss', 'det', 'amod').length && 1)) {
      const of = tokens.kids(i, 'case').find((c) => tokens.at(c).form === 'of')
      const some = tokens.head(i)
      if (of === some + 1 && /^(several|many|most|few|some|each|all)$/.test(tokens.at(some).lemma)) {
        tokens.set(some, { upos: 'PRON' })
        tokens.set(i, { deprel: 'nmod' })
      }
    }
    if (lemma === 'all' && upos === 'DET' && deprel === 'advmod' && tokens.head(i) === i + 1)
      tokens.set(i, { deprel: 'det' })
  }
}

/** "…, and the Council of Europe has called for …": the nominal between "and" and a verb without a subject is its subject. */
export function subjectAfterAnd(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.upos !== 'VERB' || !isFiniteVerb(tokens, i) || tokens.kids(i, 'nsubj', 'nsubj:pass', 'mark', 'cc').length)
      continue
    let first = i
    while (first > 0 && (tokens.head(first - 1) === i || tokens.at(first - 1).upos === 'ADV')) first--
    const noun = tokens.list.findIndex(
      (t, n) =>
        n < first &&
        first - n < 6 &&
        /^(NOUN|PROPN)$/.test(t.upos) &&
        tokens.kids(n, 'cc').some((c) => c < n && tokens.list[c - 1]?.form === ','),
    )
    if (noun < 0 || tokens.list.slice(noun + 1, first).some((t) => !/^(ADP|PROPN|NOUN|DET|ADJ)$/.test(t.upos))) continue
    for (const c of tokens.kids(noun, 'cc')) tokens.hang(c, i, 'cc')
    if (!['conj', 'root'].includes(token.deprel)) tokens.set(i, { deprel: 'conj' })
    tokens.hang(noun, i, subjectOf(tokens, i))
  }
}

/** "Journalists demanding answers were asked to leave", with "answers" for the subject of a clause below "demanding". */
export function subjectBehindModifier(tokens: Tokens) {
  const noun = tokens.list.findIndex(({ head }) => head === 0)
  if (noun < 0 || !/^(NOUN|PROPN|PRON)$/.test(tokens.at(noun).upos)) return
  for (const modifier of tokens.kids(noun, 'acl', 'acl:relcl')) {
    const verb = tokens
      .kids(modifier, 'ccomp', 'advcl', 'parataxis', 'conj')
      .find((k) => k > modifier && hasFiniteAuxiliary(tokens, k))
    if (verb === undefined || tokens.kids(verb, 'mark', 'cc').length) continue
    const subject = tokens.kids(verb, 'nsubj', 'nsubj:pass').find((k) => k > modifier && k < verb)
    if (subject === undefined) continue
    tokens.hang(
      subject,
      modifier,
      tokens.kids(modifier, 'obj').length || tokens.kids(subject, 'case').length ? 'obl' : 'obj',
    )
    tokens.set(verb, { head: 0, deprel: 'root' })
    tokens.hang(noun, verb, subjectOf(tokens, verb))
    return
  }
}

/** "Anyone who saw the van is asked to call": the second subject is the object of the clause within. */
export function subjectsTwice(tokens: Tokens) {
  for (const [verb, { upos }] of tokens.list.entries()) {
    if (upos !== 'VERB') continue
    const [first, second] = tokens.kids(verb, 'nsubj', 'nsubj:pass').filter((k) => k < verb)
    if (first === undefined || second === undefined) continue
    const modifier = tokens
      .kids(first, 'acl', 'acl:relcl')
      .find((k) => k > first && k < second && !tokens.kids(k, 'obj').length)
    if (modifier === undefined) continue
    tokens.hang(second, modifier, 'obj')
    if (tokens.kids(verb, 'aux:pass').length) tokens.set(first, { deprel: 'nsubj:pass' })
  }
}

/** "a complaint from Noyb, a privacy group": an apposition of somebody hangs on the name before its comma. */
export function appositionToName(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.deprel !== 'appos' || token.upos !== 'NOUN' || !isActorNoun(token.lemma) || token.head < 1) continue
    const above = tokens.at(token.head - 1)
    if (above.upos !== 'NOUN' || isActorNoun(above.lemma)) continue
    const first = Math.min(i, ...tokens.kids(i, 'det', 'amod', 'compound', 'nmod:poss'))
    const name = first - 2
    if (tokens.list[first - 1]?.form !== ',' || name <= token.head - 1 || tokens.list[name]?.upos !== 'PROPN') continue
    const head = tokens.at(name).deprel === 'flat' ? tokens.head(name) : name
    if (head >= 0) tokens.hang(i, head, 'appos')
  }
}

/** "pleading with the Hill tribes to open the pass", with "tribes" for a verb: what a preposition and "the" open is a nominal. */
export function pluralTakenForVerb(tokens: Tokens) {
  for (const [i, { xpos, head }] of tokens.list.entries()) {
    if (xpos !== 'VBZ' || head === 0) continue
    const above = tokens.head(i)
    if (above > i || tokens.at(above).upos !== 'VERB' || !requestVerbs.has(tokens.at(above).lemma)) continue
    const preposition = tokens.kids(i, 'mark').find((k) => /^(with|to|on|upon|from|of)$/.test(tokens.at(k).form))
    const subject = tokens.kids(i, 'nsubj').find((k) => k < i)
    if (preposition === undefined || subject !== i - 1 || preposition !== above + 1) continue
    if (tokens.list.slice(preposition + 1, i).some(({ upos }) => !/^(DET|ADJ|NOUN|PROPN|NUM)$/.test(upos))) continue
    tokens.set(i, { upos: 'NOUN', xpos: 'NNS', deprel: 'obl' })
    for (const k of tokens.kids(subject)) tokens.hang(k, i, tokens.at(k).deprel)
    tokens.hang(subject, i, 'compound')
    tokens.set(preposition, { upos: 'ADP', deprel: 'case' })
    for (const k of tokens.kids(i)) if (k > i) tokens.hang(k, above, tokens.at(k).deprel)
  }
}

/** "the displaced have petitioned …": a quality with an article, where the subject should be, names people. */
export function peopleTakenForQuality(tokens: Tokens) {
  for (const [i, { xpos, deprel }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (!/^(JJ|VBN)$/.test(xpos) || !/^(amod|advmod|obl|dep|advcl|nsubj|nsubj:pass)$/.test(deprel) || verb < i) continue
    if (tokens.list[i - 1]?.form.toLowerCase() !== 'the' || tokens.at(verb).upos !== 'VERB') continue
    const others = tokens.kids(verb, 'nsubj', 'nsubj:pass', 'mark').filter((k) => k !== i)
    if (!requestVerbs.has(tokens.at(verb).lemma) || others.length) continue
    if (!/^(AUX|ADV|VERB)$/.test(tokens.at(i + 1).upos)) continue
    tokens.set(i, { upos: 'NOUN', xpos: 'NNS' })
    tokens.hang(i, verb, subjectOf(tokens, verb))
    tokens.hang(i - 1, i, 'det')
  }
}

/** "Legal want the list": a quality that stands alone before the verb, where its subject should be, names an office. */
export function officeTakenForQuality(tokens: Tokens) {
  const verb = tokens.list[1]
  const first = tokens.list[0]
  if (first?.xpos !== 'JJ' || !/^(advmod|amod|obl|dep)$/.test(first.deprel) || tokens.head(0) !== 1) return
  if (verb?.upos !== 'VERB' || !/^VB[PZD]$/.test(verb.xpos) || !requestVerbs.has(verb.lemma)) return
  if (tokens.kids(1, 'nsubj', 'nsubj:pass').length) return
  tokens.set(0, { upos: 'PROPN', xpos: 'NNP', deprel: 'nsubj' })
}

/** "The mayor, the bishop and two judges begged …", with two subjects: the first begins the series that the second goes on. */
export function firstOfSeries(tokens: Tokens) {
  for (const [verb, { upos }] of tokens.list.entries()) {
    if (upos !== 'VERB') continue
    const subjects = tokens.kids(verb, 'nsubj', 'nsubj:pass').filter((k) => k < verb)
    const [first, second] = subjects
    if (first === undefined || second === undefined || subjects.length > 2) continue
    if (!/^(NOUN|PROPN)$/.test(tokens.at(first).upos) || !/^(NOUN|PROPN)$/.test(tokens.at(second).upos)) continue
    if (isTime(tokens, first)) continue
    if (!tokens.kids(second, 'conj').some((k) => k < verb && tokens.kids(k, 'cc').length)) continue
    const comma = commaBefore(tokens, second)
    if (comma === undefined || comma <= first) continue
    const own = tokens.list.slice(first + 1, comma)
    if (own.some((t) => t.upos === 'VERB' || !isUnder(tokens, t.id - 1, first, 6))) continue
    tokens.hang(second, first, 'conj')
    for (const k of tokens.kids(second, 'conj')) if (k < verb) tokens.hang(k, first, 'conj')
  }
}

/** "asked her brother, a monk at Lund, to pray", with the monk for a second object: behind a comma it says who the first is. */
export function appositionTakenForObject(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'obj' || !/^(NOUN|PROPN)$/.test(upos) || verb < 0 || verb > i) continue
    const object = tokens.kids(verb, 'iobj', 'obj').find((k) => k > verb && k < i)
    const comma = commaBefore(tokens, i)
    if (object === undefined || comma === undefined || comma < object) continue
    const close = tokens.list.findIndex((t, k) => k > i && /^[,;:.]$/.test(t.form))
    if (close < 0 || close - i > 12 || tokens.at(close).form !== ',') continue
    const inside = tokens.list.slice(i + 1, close)
    if (inside.some((t) => /^(VERB|CCONJ)$/.test(t.upos))) continue
    tokens.hang(i, object, 'appos')
    for (const t of inside)
      if (tokens.head(t.id - 1) === verb) tokens.hang(t.id - 1, i, t.deprel === 'obl' ? 'nmod' : t.deprel)
    if (tokens.at(object).deprel === 'iobj') tokens.set(object, { deprel: 'obj' })
  }
}

/** "In a note to Ito, whom she also invited, *Lund* asked …", with Ito for who asked: the nominal between comma and verb did. */
export function subjectRightBefore(tokens: Tokens) {
  for (const [verb, { upos, xpos, lemma }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !/^VB[DZP]$/.test(xpos) || !requestVerbs.has(lemma)) continue
    const [old, ...others] = tokens.kids(verb, 'nsubj').filter((k) => k < verb)
    const last = tokens.list[verb - 1]
    if (old === undefined || others.length || old === verb - 1 || !/^(NOUN|PROPN|PRON)$/.test(last?.upos ?? ''))
      continue
    const noun = last!.deprel === 'flat' ? last!.head - 1 : verb - 1
    if (isUnder(tokens, noun, verb, 1) || noun <= old) continue
    let first = verb - 1
    while (first > old && /^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(tokens.at(first - 1).upos)) first--
    if (tokens.list[first - 1]?.form !== ',' || /^W/.test(tokens.at(first).xpos)) continue
    if (!tokens.list.slice(old + 1, first).some((t) => t.upos === 'VERB') || tokens.kids(noun, 'cc').length) continue
    tokens.hang(old, verb, 'dislocated')
    tokens.hang(noun, verb, 'nsubj')
  }
}
