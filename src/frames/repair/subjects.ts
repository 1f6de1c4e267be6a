/** Repairs of subjects that were given to another verb, or to none: behind times, participles, appositions, asides. */
import { requestVerbs, speechVerbs } from '../words.ts'
import { bearsTense, commaBefore, isTime, isUnder, subjectOf, type Tokens } from './tokens.ts'

const isNominal = ({ upos }: { readonly upos: string }) => /^(NOUN|PROPN|PRON)$/.test(upos)

/** "The commission yesterday asked …", "The League, a body of nine ports, last week asked …": a time taken for the subject. */
export function timeIsNoSubject(tokens: Tokens) {
  for (const [i, { deprel, upos, form }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (!deprel.startsWith('nsubj') || verb < i || !/^(NOUN|PROPN)$/.test(upos) || !isTime(tokens, i)) continue
    const dated = tokens.kids(i, 'amod', 'det').some((k) => /^(last|this|next|earlier)$/i.test(tokens.at(k).form))
    if (!dated && !/^(yesterday|today|tomorrow|tonight|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(form)) continue
    if (!requestVerbs.has(tokens.at(verb).lemma)) continue
    const within = tokens.kids(i, 'compound', 'nmod', 'nmod:poss').findLast((k) => k < i && isNominal(tokens.at(k)))
    const before = tokens
      .kids(verb, 'dislocated', 'obl:unmarked', 'nsubj', 'obl')
      .find((k) => k < i && isNominal(tokens.at(k)) && !tokens.kids(k, 'case').length && !isTime(tokens, k))
    const noun = within ?? before
    if (noun === undefined || (within !== undefined && tokens.kids(within, 'case').length)) continue
    if (within !== undefined)
      for (const k of tokens.kids(i)) if (k < within) tokens.hang(k, within, tokens.at(k).deprel)
    tokens.hang(noun, verb, deprel)
    tokens.hang(i, verb, 'obl:unmarked')
  }
}

/** "The fund, two people there said, urged …", with both for who said it: the first is the subject of what is said. */
export function subjectBeforeSaying(tokens: Tokens) {
  for (const [saying, { upos, lemma }] of tokens.list.entries()) {
    if (upos !== 'VERB' || !speechVerbs.has(lemma) || tokens.list[saying + 1]?.form !== ',') continue
    const [first, second, ...others] = tokens.kids(saying, 'nsubj', 'dislocated').filter((k) => k < saying)
    if (first === undefined || second === undefined || others.length) continue
    if (commaBefore(tokens, second) === undefined) continue
    const main = tokens.kids(saying, 'conj', 'ccomp', 'parataxis').find((k) => k > saying && isBare(tokens, k))
    if (main === undefined || tokens.list.slice(saying + 2, main).some((t) => t.upos === 'PUNCT' || isNominal(t)))
      continue
    const { head, deprel } = tokens.at(saying)
    tokens.set(main, { head, deprel })
    tokens.hang(first, main, subjectOf(tokens, main))
    tokens.hang(second, saying, 'nsubj')
    tokens.hang(saying, main, 'parataxis')
  }
}

/** A finite verb without subject, mark and conjunction. */
const isBare = (tokens: Tokens, verb: number): boolean =>
  tokens.at(verb).upos === 'VERB' &&
  [verb, ...tokens.kids(verb, 'aux', 'aux:pass')].some((k) => bearsTense(tokens.at(k))) &&
  !tokens.kids(verb, 'nsubj', 'nsubj:pass', 'mark', 'cc').some((k) => k < verb)

/** "heard that a sergeant, *acting* alone, told recruits to dig": the subject of the participle is that of the verb behind its comma. */
export function subjectOfParticiple(tokens: Tokens) {
  for (const [i, { xpos, upos }] of tokens.list.entries()) {
    if (upos !== 'VERB' || xpos !== 'VBG' || tokens.kids(i, 'aux', 'aux:pass', 'cop').length) continue
    const noun = tokens.kids(i, 'nsubj').find((k) => k < i)
    if (noun === undefined || tokens.list[i - 1]?.form !== ',' || i - noun > 8) continue
    const close = tokens.list.findIndex((t, k) => k > i && /^[,;:.]$/.test(t.form))
    if (close < 0 || tokens.at(close).form !== ',') continue
    let main = close + 1
    while (/^(ADV|AUX)$/.test(tokens.list[main]?.upos ?? '')) main++
    if (tokens.list[main] === undefined || !isBare(tokens, main)) continue
    const { head, deprel } = tokens.at(i)
    if (!isUnder(tokens, i, main)) tokens.set(main, { head, deprel })
    for (const k of tokens.kids(i))
      if (k < noun && tokens.at(k).deprel !== 'punct') tokens.hang(k, main, tokens.at(k).deprel)
    tokens.hang(noun, main, subjectOf(tokens, main))
    tokens.hang(i, noun, 'acl')
  }
}

/** "In a note, Ada Lund, *the fund's former head*, urges …": what stands between commas says who the subject before it is. */
export function appositionTakenForSubject(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'nsubj' || upos !== 'NOUN' || verb < i || !requestVerbs.has(tokens.at(verb).lemma)) continue
    if (tokens.list[i + 1]?.form !== ',' || tokens.kids(i, 'cc', 'conj').length) continue
    if (tokens.list.slice(i + 2, verb).some(({ upos: tag }) => !/^(AUX|ADV)$/.test(tag))) continue
    let first = i
    while (first > 0 && /^(DET|ADJ|NOUN|PROPN|PRON|NUM|PART|ADP)$/.test(tokens.at(first - 1).upos)) first--
    const before = first - 2
    if (tokens.list[first - 1]?.form !== ',' || tokens.list[before]?.upos !== 'PROPN') continue
    const name = tokens.at(before).deprel === 'flat' ? tokens.head(before) : before
    const opens = Math.min(name, firstOfName(tokens, name))
    if (opens > 0 && tokens.at(opens - 1).form !== ',') continue
    if (isUnder(tokens, verb, name)) continue
    tokens.hang(name, verb, 'nsubj')
    tokens.hang(i, name, 'appos')
  }
}

function firstOfName(tokens: Tokens, name: number): number {
  let first = name
  while (first > 0 && /^(PROPN|DET)$/.test(tokens.at(first - 1).upos)) first--
  return first
}

/** "The chancellor*'s* repeated calls have had no effect", with "'s" for "has": what has a noun behind it, that has a verb, owns it. */
export function ownerTakenForSubject(tokens: Tokens) {
  for (const [i, { form, deprel }] of tokens.list.entries()) {
    if (!/^['’]s$/.test(form) || !/^aux/.test(deprel)) continue
    const participle = tokens.head(i)
    const noun = participle + 1
    const owner = i - 1
    if (participle !== i + 1 || tokens.at(participle).xpos !== 'VBN' || tokens.list[noun]?.upos !== 'NOUN') continue
    const main = tokens.head(noun)
    if (!tokens.at(noun).deprel.startsWith('nsubj') || main <= noun || tokens.head(main) !== participle) continue
    const subject = tokens.kids(participle, 'nsubj', 'nsubj:pass').find((k) => k < i)
    if (subject === undefined || tokens.kids(main, 'mark', 'cc').length) continue
    const { head, deprel: role } = tokens.at(participle)
    tokens.set(main, { head, deprel: role })
    for (const k of tokens.kids(participle))
      if (k !== subject && k !== i && k !== main) tokens.hang(k, main, tokens.at(k).deprel)
    tokens.hang(subject, noun, 'nmod:poss')
    tokens.hang(i, owner, 'case')
    tokens.set(i, { upos: 'PART', xpos: 'POS', lemma: "'s" })
    tokens.hang(participle, noun, 'amod')
  }
}

/** "The request *that the mayor made* to the bank was refused", with two subjects of "refused": the second is that of the clause. */
export function subjectOfRelative(tokens: Tokens) {
  for (const [verb, { upos }] of tokens.list.entries()) {
    if (upos !== 'VERB') continue
    const [first, second] = tokens.kids(verb, 'nsubj', 'nsubj:pass').filter((k) => k < verb)
    if (first === undefined || second === undefined || !/^(that|which)$/.test(tokens.list[first + 1]?.form ?? ''))
      continue
    const own = tokens.kids(second, 'acl').find((k) => k > second && k < verb && /^VB[DN]$/.test(tokens.at(k).xpos))
    if (own === undefined || tokens.kids(own, 'obj', 'obl:agent', 'aux:pass').length) continue
    tokens.hang(own, first, 'acl:relcl')
    tokens.set(own, { xpos: 'VBD' })
    tokens.hang(second, own, 'nsubj')
    tokens.hang(first + 1, own, 'obj')
    tokens.set(first + 1, { upos: 'PRON', xpos: 'WDT' })
  }
}

/** "the ledger *that* the panel had requested": a verb that cannot go without an object has it in "that". */
export function objectTakenForMark(tokens: Tokens) {
  for (const [i, { deprel, upos, lemma }] of tokens.list.entries()) {
    if (deprel !== 'acl' || upos !== 'VERB' || !/^(request|demand|seek|require|want|solicit)$/.test(lemma)) continue
    const noun = tokens.head(i)
    const that = tokens.kids(i, 'mark')[0]
    if (that === undefined || tokens.at(that).form !== 'that' || that !== noun + 1) continue
    if (tokens.kids(i, 'obj', 'iobj', 'ccomp', 'xcomp', 'aux:pass').length || !tokens.kids(i, 'nsubj').length) continue
    tokens.set(i, { deprel: 'acl:relcl' })
    tokens.hang(that, i, 'obj')
    tokens.set(that, { upos: 'PRON', xpos: 'WDT' })
  }
}
