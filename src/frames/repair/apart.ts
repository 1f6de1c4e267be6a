/** Repairs of verbs that an adverbial parts from their auxiliary or their subject: "has *for the third time in a decade* called on". */
import { requestVerbs, timeWords } from '../words.ts'
import { bearsTense, commaBefore, firstUnder, isTime, isUnder, type Tokens } from './tokens.ts'

/** A participle further from its auxiliary is another clause's. */
const longest = 14

/** "has for the third time called on", "have today asked": "have" taken for the verb of the clause, its participle for a part of the adverbial. */
export function auxiliaryApart(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.lemma !== 'have' || !bearsTense(token) || /^(aux|cop)/.test(token.deprel)) continue
    if (tokens.kids(i, 'obj').some((k) => k > i)) continue
    const verb = participleBehind(tokens, i)
    if (verb === undefined || !isUnder(tokens, verb, i, 6)) continue
    const { head, deprel } = token
    tokens.set(verb, { head, deprel, upos: 'VERB', xpos: 'VBN' })
    if (tokens.at(verb - 1).form === 'been') {
      tokens.set(verb - 1, { upos: 'AUX' })
      tokens.hang(verb - 1, verb, 'aux:pass')
    }
    const passive = tokens.kids(verb, 'aux:pass').length > 0
    for (const k of tokens.kids(verb, 'nsubj', 'nsubj:pass'))
      if (isTime(tokens, k)) tokens.hang(k, verb, 'obl:unmarked')
    for (const k of tokens.kids(i)) {
      const { deprel } = tokens.at(k)
      tokens.hang(k, verb, passive && deprel === 'nsubj' ? 'nsubj:pass' : deprel)
    }
    tokens.set(i, { upos: 'AUX' })
    tokens.hang(i, verb, 'aux')
  }
}

/** The first participle behind "have", with no other verb or subject of its own between. */
function participleBehind(tokens: Tokens, have: number): number | undefined {
  for (let k = have + 1; k < Math.min(tokens.list.length, have + longest); k++) {
    const { upos, xpos, form, lemma } = tokens.at(k)
    if (form === ';' || /^(TO|W.*)$/.test(xpos)) return undefined
    if (lemma === 'be' && xpos === 'VBN') continue
    if (upos !== 'VERB' && upos !== 'AUX') continue
    const own = tokens.kids(k, 'nsubj', 'nsubj:pass').filter((s) => s > have)
    const time = own.every((s) => isTime(tokens, s))
    return k > have + 1 && /^VB[ND]$/.test(xpos) && requestVerbs.has(lemma) && time ? k : undefined
  }
  return undefined
}

/** "Four days before the talks, Peru's club has told …": a stretch of time taken for the subject, the subject for a part of it. */
export function timeTakenForSubject(tokens: Tokens) {
  for (const [i, { deprel, lemma, upos }] of tokens.list.entries()) {
    if (!deprel.startsWith('nsubj') || upos !== 'NOUN' || !timeWords.has(lemma)) continue
    const verb = tokens.head(i)
    if (verb < i) continue
    let last = verb - 1
    while (last > i && (tokens.head(last) === verb || tokens.at(last).upos === 'ADV')) last--
    let noun = last
    for (let n = 0; n < 6 && tokens.head(noun) > i && firstUnder(tokens, noun) > tokens.head(noun); n++) {
      if (commaBefore(tokens, noun) !== undefined) break
      noun = tokens.head(noun)
    }
    if (noun <= i || !isBehindComma(tokens, noun) || !/^(NOUN|PROPN)$/.test(tokens.at(noun).upos)) continue
    tokens.hang(noun, verb, deprel)
    tokens.hang(i, verb, 'obl:unmarked')
  }
  timeTakenForRoot(tokens)
}

/** The same with the stretch of time for the head of the sentence, and its verb for what describes a part of it. */
function timeTakenForRoot(tokens: Tokens) {
  const time = tokens.list.findIndex(({ head }) => head === 0)
  if (time < 0 || tokens.at(time).upos !== 'NOUN' || !timeWords.has(tokens.at(time).lemma)) return
  const verb = tokens.list.findIndex(
    ({ deprel, lemma }, i) =>
      i > time &&
      /^acl/.test(deprel) &&
      requestVerbs.has(lemma) &&
      tokens.kids(i, 'nsubj', 'nsubj:pass').some((k) => isBehindComma(tokens, k)),
  )
  if (verb < 0 || !isUnder(tokens, verb, time, 6)) return
  tokens.set(verb, { head: 0, deprel: 'root' })
  tokens.hang(time, verb, 'obl:unmarked')
}

const isBehindComma = (tokens: Tokens, i: number): boolean => {
  const first = firstUnder(tokens, i)
  return tokens.at(first).form === ',' || tokens.list[first - 1]?.form === ','
}

/** "The boatman, her diary *records*, insisted on silver": words of telling taken for the subject, the subject for an adverbial. */
export function tellingTakenForSubject(tokens: Tokens) {
  for (const [i, { deprel, xpos, lemma }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'nsubj' || xpos !== 'NNS' || verb < i || tokens.list[i + 1]?.form !== ',') continue
    if (!/^(record|note|report|claim|state|show|recall|relate|remark)$/.test(lemma)) continue
    const first = firstUnder(tokens, i)
    const teller = tokens.kids(i, 'compound').find((k) => k === i - 1)
    const subject = tokens
      .kids(verb, 'obl:unmarked', 'dislocated', 'obl')
      .find((k) => k < first && !tokens.kids(k, 'case').length)
    if (teller === undefined || subject === undefined || !isBehindComma(tokens, i)) continue
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ' })
    for (const k of tokens.kids(i))
      if (k < teller && tokens.at(k).upos !== 'PUNCT') tokens.hang(k, teller, tokens.at(k).deprel)
    tokens.hang(teller, i, 'nsubj')
    tokens.hang(i, verb, 'parataxis')
    tokens.hang(subject, verb, 'nsubj')
  }
}
