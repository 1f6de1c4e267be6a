/**
 * A parsed sentence → the same with the commonest misreadings of sentences of requesting mended. A verb of requesting
 * says how its sentence goes on, which the parser, that learns all verbs alike, does not know. Each repair is a small
 * function that looks for one misreading and changes nothing where it does not find it.
 */

import { isActorNoun } from '../lexicon/index.ts'
import type { Sentence, Token } from '../model/index.ts'
import { requestVerbs, timeWords } from './words.ts'

type Draft = { -readonly [K in keyof Token]: Token[K] }

/** Tokens under repair. Indexes count from 0; -1 is the root's head. */
class Tokens {
  readonly list: Draft[]
  changed = false

  constructor(sentence: Sentence) {
    this.list = sentence.tokens.map((token) => ({ ...token }))
  }

  at(i: number): Draft {
    return this.list[i]!
  }

  head(i: number): number {
    return i < 0 ? -1 : this.list[i]!.head - 1
  }

  kids(i: number, ...relations: readonly string[]): number[] {
    const found: number[] = []
    for (const { id, head, deprel } of this.list)
      if (head === i + 1 && (!relations.length || relations.includes(deprel))) found.push(id - 1)
    return found
  }

  set(i: number, change: Partial<Draft>) {
    Object.assign(this.list[i]!, change)
    this.changed = true
  }

  hang(i: number, head: number, deprel: string) {
    this.set(i, { head: head + 1, deprel })
  }
}

/** @returns the sentence itself where nothing was to mend */
export function repair(sentence: Sentence): Sentence {
  if (sentence.heading || sentence.tokens.length > 200 || !sentence.tokens.some(mayRequest)) return sentence
  const tokens = new Tokens(sentence)
  subjectOfAuxiliary(tokens)
  contentTakenForRelative(tokens)
  passiveTakenForDescription(tokens)
  objectTakenForSubject(tokens)
  objectWithoutCase(tokens)
  subjectWithCase(tokens)
  relativeClause(tokens)
  infinitiveTakenForAdverb(tokens)
  conjunctOfActors(tokens)
  infinitiveOfFor(tokens)
  openingVerb(tokens)
  nounWithSubject(tokens)
  nounBeforeThat(tokens)
  clauseAfterThat(tokens)
  perfectTakenForObject(tokens)
  verbOfFragment(tokens)
  finiteTakenForParticiple(tokens)
  openingParticiple(tokens)
  dayTakenForSubject(tokens)
  participleAfterHyphen(tokens)
  subjectAfterAnd(tokens)
  finiteConjuncts(tokens)
  participleTakenForAdjective(tokens)
  subjectBehindModifier(tokens)
  subjectsTwice(tokens)
  verbTakenForNoun(tokens)
  bareSubjunctive(tokens)
  verbAfterRelative(tokens)
  appositionToName(tokens)
  return tokens.changed ? { ...sentence, tokens: tokens.list } : sentence
}

const mayRequest = (token: Token): boolean => stem(token) !== undefined

/** The verb of requesting that a form may belong to, whatever the tagger made of it. */
function stem({ form, lemma }: Token): string | undefined {
  if (requestVerbs.has(lemma)) return lemma
  const word = form.toLowerCase()
  if (word === 'forbidden') return 'forbid'
  for (const ending of ['s', 'es', 'd', 'ed']) {
    if (!word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (requestVerbs.has(base)) return base
    if (base.length > 3 && base.at(-1) === base.at(-2) && requestVerbs.has(base.slice(0, -1))) return base.slice(0, -1)
  }
  return undefined
}

const bearsTense = ({ xpos }: Token): boolean => /^(VBD|VBZ|VBP|MD)$/.test(xpos)

/** "3. Requests the Secretary-General to report …": a resolution's verb taken for a noun. */
function openingVerb(tokens: Tokens) {
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

/** "4. Embassy requests guidance from …", where no word was taken for a verb. */
function verbOfFragment(tokens: Tokens) {
  if (tokens.list.some(bearsTense)) return
  const at = tokens.list.findIndex((token, i) => {
    const before = tokens.list[i - 1]
    const next = tokens.list[i + 1]
    return (
      token.xpos === 'NNS' &&
      requestVerbs.has(token.lemma) &&
      /^(NOUN|PROPN)$/.test(before?.upos ?? '') &&
      /^(NOUN|PROPN|DET|ADJ)$/.test(next?.upos ?? '')
    )
  })
  if (at < 0) return
  const root = tokens.list.findIndex(({ head }) => head === 0)
  const object = nounOf(tokens, at + 1, tokens.list.length)
  tokens.set(at, { upos: 'VERB', xpos: 'VBZ', head: 0, deprel: 'root' })
  if (root !== at && root >= 0) tokens.hang(root, at, 'parataxis')
  tokens.hang(at - 1, at, 'nsubj')
  if (object !== undefined) tokens.hang(object, at, 'obj')
}

/** "The opposition called for elections.", with "called" for a participle that describes the root. */
function finiteTakenForParticiple(tokens: Tokens) {
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
function openingParticiple(tokens: Tokens) {
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

/** "Ministers *have* so far ignored": a subject that hangs on the auxiliary is the verb's. */
function subjectOfAuxiliary(tokens: Tokens) {
  for (const [i, { deprel, head }] of tokens.list.entries()) {
    if (!deprel.startsWith('nsubj') || head === 0) continue
    const auxiliary = tokens.at(head - 1)
    if (/^aux/.test(auxiliary.deprel) && auxiliary.head > 0) tokens.hang(i, auxiliary.head - 1, deprel)
  }
}

/** "told the premier that Peru needs help": after a verb of telling and a name, "that" opens what is told. */
function contentTakenForRelative(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const noun = tokens.head(i)
    const verb = tokens.head(noun)
    if (deprel !== 'acl:relcl' || verb < 0 || verb > noun || !/^(tell|warn|remind|advise)$/.test(tokens.at(verb).lemma))
      continue
    const that = tokens.kids(i, 'obj', 'mark').find((k) => tokens.at(k).form === 'that' && k > noun && k < i)
    if (that === undefined || !tokens.kids(i, 'nsubj', 'nsubj:pass').length) continue
    if (!/^(PROPN|PRON)$/.test(tokens.at(noun).upos) && !tokens.kids(i, 'xcomp', 'ccomp', 'cop').length) continue
    tokens.hang(i, verb, 'ccomp')
    tokens.set(that, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' })
  }
}

/** "The minister was in turn being pressed": "being" with a participle is a verb, not what describes the turn. */
function passiveTakenForDescription(tokens: Tokens) {
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

/** "Ministers ignored the request, the newspaper reported", with "request" for the subject of "reported". */
function objectTakenForSubject(tokens: Tokens) {
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
function objectWithoutCase(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.deprel !== 'obl' || !/^(PROPN|PRON|NOUN)$/.test(token.upos) || timeWords.has(token.lemma.toLowerCase()))
      continue
    const verb = tokens.head(i)
    if (verb < 0 || verb > i || tokens.at(verb).upos !== 'VERB' || tokens.kids(i, 'case').length) continue
    if (tokens.kids(verb, 'obj', 'iobj').length || i - verb > 6) continue
    const between = tokens.list.slice(verb + 1, i)
    if (between.every((t) => t.head - 1 === i || tokens.head(t.head - 1) === i)) tokens.hang(i, verb, 'obj')
  }
}

/** "A request to the Fund for a waiver was granted": a subject bears no preposition; the nominal before it is the subject. */
function subjectWithCase(tokens: Tokens) {
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

/** "Noyb, which had petitioned Brussels": a verb whose subject is "who" or "which" describes the nominal before. */
function relativeClause(tokens: Tokens) {
  for (const [i, { xpos, deprel, head, lemma }] of tokens.list.entries()) {
    if (!/^W(P|DT)$/.test(xpos) || !/^(who|which)$/.test(lemma) || !deprel.startsWith('nsubj') || head === 0) continue
    const verb = head - 1
    if (verb < i || !['conj', 'parataxis', 'advcl', 'appos', 'ccomp'].includes(tokens.at(verb).deprel)) continue
    const before = tokens.list[i - 1]?.form === ',' ? i - 2 : i - 1
    const last = tokens.list[before]
    if (!last || !/^(NOUN|PROPN)$/.test(last.upos)) continue
    const noun = last.deprel === 'flat' ? last.head - 1 : before
    if (noun !== verb) tokens.hang(verb, noun, 'acl:relcl')
  }
}

/** "called for the killers of the man to be tried": the infinitive after a *for* phrase is what its nominal should do. */
function infinitiveOfFor(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (deprel !== 'obl' || !tokens.kids(i, 'case').some((c) => tokens.at(c).form === 'for')) continue
    const verb = tokens.head(i)
    if (verb < 0 || verb > i || !requestVerbs.has(tokens.at(verb).lemma)) continue
    const to = tokens.list.findIndex(
      (t, k) => k > i && (t.form === 'to' || /^(VERB|AUX|PUNCT|CCONJ|SCONJ)$/.test(t.upos)),
    )
    if (to < 0 || tokens.at(to).xpos !== 'TO' || to - i > 8) continue
    const infinitive = baseAfter(tokens, to)
    if (infinitive === undefined || infinitive < i || tokens.head(infinitive) === i) continue
    tokens.hang(infinitive, i, 'acl')
    tokens.hang(to, infinitive, 'mark')
  }
}

/** "requests from the army and Fiat": somebody is coordinated with somebody, not with the requests. */
function conjunctOfActors(tokens: Tokens) {
  const acts = ({ upos, lemma }: Token) => upos === 'PROPN' || (upos === 'NOUN' && isActorNoun(lemma))
  for (const [i, token] of tokens.list.entries()) {
    const first = tokens.head(i)
    if (token.deprel !== 'conj' || first < 0 || first > i || !acts(token) || acts(tokens.at(first))) continue
    if (tokens.at(first).upos !== 'NOUN' || tokens.kids(i, 'case').length) continue
    const actor = tokens.kids(first, 'nmod').findLast((k) => k > first && k < i && acts(tokens.at(k)))
    if (actor !== undefined) tokens.hang(i, actor, 'conj')
  }
}

/** "asked the schools to close", with "close" for an adverb. */
function infinitiveTakenForAdverb(tokens: Tokens) {
  for (const [i, { upos, form, lemma }] of tokens.list.entries()) {
    if (!/^(ADV|ADJ)$/.test(upos) || form !== lemma) continue
    const to = tokens.list[i - 1]
    if (to?.form !== 'to' || to.upos !== 'ADP' || to.head !== i + 1) continue
    const verb = tokens.list.findLastIndex((t, k) => k < i - 1 && t.upos === 'VERB')
    if (verb < 0 || !requestVerbs.has(tokens.at(verb).lemma) || i - verb > 8) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VB' })
    tokens.hang(i, verb, 'xcomp')
    tokens.set(i - 1, { upos: 'PART', xpos: 'TO', deprel: 'mark' })
  }
}

/** "Business leaders Friday called for …": a day before the verb is when, not who. */
function dayTakenForSubject(tokens: Tokens) {
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

/** "The committee recommends that …", with "recommends" for a noun. */
function nounBeforeThat(tokens: Tokens) {
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

/** "the agency had requested documents", with "requested" for what describes the documents. */
function perfectTakenForObject(tokens: Tokens) {
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

/** "demanded that the cashier … open the safe": a clause whose "that" follows the verb at once is its content. */
function clauseAfterThat(tokens: Tokens) {
  for (const [i, { form, deprel, head }] of tokens.list.entries()) {
    const verb = tokens.list[i - 1]
    if (form !== 'that' || deprel !== 'mark' || verb?.upos !== 'VERB' || !requestVerbs.has(verb.lemma)) continue
    const clause = head - 1
    if (clause > i && tokens.head(clause) !== i - 1 && !tokens.kids(i - 1, 'ccomp').length)
      tokens.hang(clause, i - 1, 'ccomp')
  }
}

/** "Scandal-plagued President Arroyo urged …", with "plagued" for the subject and the president for its object. */
function participleAfterHyphen(tokens: Tokens) {
  for (const [i, { xpos, deprel, head }] of tokens.list.entries()) {
    if (xpos !== 'VBN' || !deprel.startsWith('nsubj') || tokens.list[i - 1]?.form !== '-') continue
    const noun = tokens.kids(i, 'obj').find((k) => k > i)
    if (noun === undefined) continue
    tokens.set(noun, { head, deprel })
    tokens.hang(i, noun, 'amod')
  }
}

/** "The agreement calls for …": a noun with a subject and no copula is a verb. */
function nounWithSubject(tokens: Tokens) {
  for (const [i, { xpos, lemma }] of tokens.list.entries()) {
    if (xpos !== 'NNS' || !requestVerbs.has(lemma) || tokens.kids(i, 'cop', 'det', 'case', 'nmod:poss').length) continue
    if (!tokens.kids(i, 'nsubj').some((k) => k < i)) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ' })
    for (const k of tokens.kids(i, 'nmod')) tokens.set(k, { deprel: 'obl' })
    for (const k of tokens.kids(i, 'acl'))
      tokens.set(k, { deprel: tokens.kids(k, 'mark').some((m) => tokens.at(m).form === 'for') ? 'advcl' : 'xcomp' })
  }
}

/** "…, and the Council of Europe has called for …": the nominal between "and" and a verb without a subject is its subject. */
function subjectAfterAnd(tokens: Tokens) {
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
    tokens.hang(noun, i, tokens.kids(i, 'aux:pass').length ? 'nsubj:pass' : 'nsubj')
  }
}

/** "urged clients to remain calm and begged the state": a finite verb continues a finite verb, not the infinitive below it. */
function finiteConjuncts(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.deprel !== 'conj' || !isFiniteVerb(tokens, i) || tokens.kids(i, 'nsubj', 'nsubj:pass', 'mark').length)
      continue
    let above = tokens.head(i)
    if (above < 0 || isFiniteVerb(tokens, above)) continue
    for (let n = 0; n < 6 && above >= 0 && !isFiniteVerb(tokens, above); n++) above = tokens.head(above)
    if (above >= 0 && above < i && tokens.kids(above, 'nsubj', 'nsubj:pass').length) tokens.hang(i, above, 'conj')
  }
}

const isFiniteVerb = (tokens: Tokens, i: number) =>
  tokens.at(i).upos === 'VERB' && (/^VB[DZP]$/.test(tokens.at(i).xpos) || hasFiniteAuxiliary(tokens, i))

/** The head of the first nominal in a stretch: its last noun before a preposition or the end. */
function nounOf(tokens: Tokens, from: number, to: number): number | undefined {
  let noun: number | undefined
  for (let i = from; i < to; i++) {
    const { upos, form } = tokens.at(i)
    if (/^(NOUN|PROPN|PRON)$/.test(upos)) noun = i
    else if (noun !== undefined && !/^(-|–|')$/.test(form) && upos !== 'ADJ') break
  }
  if (noun === undefined) return undefined
  for (let i = from; i < noun; i++)
    if (/^(DET|ADJ|NOUN|PROPN)$/.test(tokens.at(i).upos) && tokens.head(i) !== noun)
      tokens.hang(i, noun, tokens.at(i).upos === 'DET' ? 'det' : 'compound')
  return noun
}

/** The base form after a *to*, past adverbs. */
function baseAfter(tokens: Tokens, to: number): number | undefined {
  for (let i = to + 1; i < Math.min(tokens.list.length, to + 5); i++) {
    if (tokens.at(i).xpos === 'VB')
      return tokens.at(i).deprel.startsWith('aux') || tokens.at(i).deprel === 'cop' ? tokens.head(i) : i
    if (!/^(ADV|PART|PUNCT)$/.test(tokens.at(i).upos)) return undefined
  }
  return undefined
}

/** "The guards were forbidden to speak": a participle with a copula and an infinitive or an agent. */
function participleTakenForAdjective(tokens: Tokens) {
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

/** "Journalists demanding answers were asked to leave", with "answers" for the subject of a clause below "demanding". */
function subjectBehindModifier(tokens: Tokens) {
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
    tokens.hang(noun, verb, tokens.kids(verb, 'aux:pass').length ? 'nsubj:pass' : 'nsubj')
    return
  }
}

const hasFiniteAuxiliary = (tokens: Tokens, verb: number) =>
  tokens.kids(verb, 'aux', 'aux:pass').some((a) => bearsTense(tokens.at(a)))

/** "Anyone who saw the van is asked to call": the second subject is the object of the clause within. */
function subjectsTwice(tokens: Tokens) {
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

/** "requested that the government step in": after a verb of requesting and "that" a clause, though no word was taken for its verb. */
function verbTakenForNoun(tokens: Tokens) {
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

/** "requested the butterflies be protected": between the verb of requesting and a bare "be" stands the subject of its clause. */
function bareSubjunctive(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.form !== 'be' || !/^(aux|cop)/.test(token.deprel)) continue
    const before = tokens.list[i - 1]
    if (!before || !/^(NOUN|PROPN|PRON|PART)$/.test(before.upos) || before.form.toLowerCase() === 'to') continue
    const verb = tokens.list.findLastIndex((t, k) => k < i && /^(VERB|AUX)$/.test(t.upos))
    const main = tokens.head(i)
    if (verb < 0 || i - verb > 8 || main < i || !requestVerbs.has(tokens.at(verb).lemma)) continue
    if (tokens.list.slice(verb + 1, i).some((t) => /^(to|by|,)$/.test(t.form))) continue
    const subject =
      tokens.kids(verb, 'obj', 'iobj').find((k) => k > verb && k < i) ?? tokens.kids(main, 'nsubj', 'nsubj:pass')[0]
    if (subject === undefined || tokens.head(verb) === main) continue
    tokens.hang(main, verb, 'ccomp')
    tokens.hang(subject, main, token.deprel === 'cop' ? 'nsubj' : 'nsubj:pass')
  }
}

/** "their petition, which demands compensation", with "demands" taken for a noun. */
function verbAfterRelative(tokens: Tokens) {
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

/** "a complaint from Noyb, a privacy group": an apposition of somebody hangs on the name before its comma. */
function appositionToName(tokens: Tokens) {
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
