/**
 * Sentences → mentions: proper names, descriptions and pronouns, one for each syntactic head that may fill a role.
 * Each conjunct is a mention of its own, and so is the possessor and the name inside a longer description: "a Sinnet
 * operator" holds two mentions, of an operator and of Sinnet.
 */
import { isPersonNoun } from '../lexicon/nouns.ts'
import { countryByName, isDemonym } from '../lexicon/places.ts'
import { type Document, dependents, type Mention, type Sentence } from '../model/index.ts'
import { isAddressLine, mailboxMentions } from './mail.ts'
import { anyNameAt, isAcronym, isSuffixOf, nameAt, nameHead, titleWords } from './nameExtent.ts'
import { type NamePart, namePart } from './names.ts'
import { nounFeatures } from './nouns.ts'
import { isTimeWord, phraseSpan, refersToNothing } from './phrases.ts'
import { pronounFeatures } from './pronouns.ts'

export { withListedNames } from './listed.ts'

type Found = Omit<Mention, 'id'>

/**
 * Finds the places where entities are named, described or referred to, in the order of the text (of two that start
 * together the longer first). No two mentions of a sentence have the same head. "Nobody", "neither side" and dates
 * give none.
 */
export function findMentions(document: Document, sentences: readonly Sentence[]): Mention[] {
  const found: Found[] = mailboxMentions(document, sentences)
  for (const sentence of sentences)
    if (!isAddressLine(document, sentence)) found.push(...sentenceMentions(document, sentence))
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.head - b.head)
  return found.map((mention, id) => ({ id, ...mention }))
}

function sentenceMentions(document: Document, sentence: Sentence): Found[] {
  const found: { readonly mention: Found; readonly name?: NamePart }[] = []
  sentence.tokens.forEach((_, head) => {
    const pronoun =
      nameAt(sentence, head) || isAcronym(sentence.tokens[head]!) ? undefined : pronounFeatures(sentence, head)
    if (pronoun) {
      const mention = { ...place(document, sentence, [head, head + 1]), head, ...pronoun }
      found.push({ mention: { ...mention, kind: 'PRO', definite: true, foundBy: 'pronoun' } })
    } else if (isNominal(sentence, head) && !refersToNothing(sentence, head))
      found.push(describe(document, sentence, head))
  })
  // a word inside another mention's name is no mention of its own: "NRC" of "the newspaper NRC"
  const owner = new Map<number, number>()
  for (const { mention, name } of found)
    if (name) for (let at = name.first; at < name.last; at++) if (!owner.has(at)) owner.set(at, mention.head)
  return found.map(({ mention }) => mention).filter(({ head }) => (owner.get(head) ?? head) === head)
}

function describe(document: Document, sentence: Sentence, head: number): { mention: Found; name?: NamePart } {
  const [first, last] = withWholeNames(sentence, phraseSpan(sentence, head))
  const ofCountry = isPersonOfCountry(sentence, head)
  const name = ofCountry ? undefined : namePart(sentence, head, [first, last])
  if (name) {
    const { first: from, last: to, ...features } = name
    let start = Math.min(first, from)
    // "by a fifth, Inspector Odd Lunde said", misread as one phrase
    for (let at = start; at < from; at++) if (/^[,;:()]$/.test(sentence.tokens[at]!.form)) start = at + 1
    const span = place(document, sentence, [start, Math.max(last, to)])
    return { name, mention: { ...span, head, kind: 'NAM', ...features, definite: true, foundBy: 'name' } }
  }
  const definite = dependents(sentence)[head]!.some(
    (at) =>
      /^(?:the|this|that|these|those|such|both)$/i.test(sentence.tokens[at]!.form) ||
      sentence.tokens[at]!.deprel === 'nmod:poss',
  )
  const features = ofCountry ? somebody : (partFeatures(sentence, head) ?? nounFeatures(sentence.tokens[head]!))
  const span = place(document, sentence, [first, last])
  return { mention: { ...span, head, kind: 'NOM', ...features, definite, foundBy: 'noun-phrase' } }
}

const somebody = { type: 'Person', number: 'singular', gender: 'unknown' } as const

/** "A Spaniard", "a Republican": somebody of that country or party, no name; "the American" may be a paper or a ship. */
function isPersonOfCountry(sentence: Sentence, head: number): boolean {
  const { form, upos, deprel } = sentence.tokens[head]!
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(upos) || !/^(?:nsubj|obj|iobj|obl|nmod|appos|conj)/.test(deprel)) return false
  if (!/^\p{Lu}\p{Ll}{2}/u.test(form) || !isDemonym(form) || countryByName(form) || /(?:ese|ish|ch|s)$/.test(form))
    return false
  const name = nameAt(sentence, head)
  if (name && name.last - name.first > 1) return false
  return dependents(sentence)[head]!.some((at) => at < head && /^an?$/i.test(sentence.tokens[at]!.form))
}

/** "One of the victims" is a victim, "some of them" are several: of what the words are that stand for a part of it. */
function partFeatures(sentence: Sentence, head: number): Pick<Mention, 'type' | 'number' | 'gender'> | undefined {
  const { lemma, upos } = sentence.tokens[head]!
  const one = /^(?:one|another|each)$/i.test(lemma)
  if (!one && !(upos === 'NUM' || /^(?:some|many|several|most|few)$/i.test(lemma))) return undefined
  const whole = dependents(sentence)[head]!.find(
    (at) =>
      sentence.tokens[at]!.deprel === 'nmod' &&
      dependents(sentence)[at]!.some((child) => sentence.tokens[child]!.lemma === 'of'),
  )
  if (whole === undefined || sentence.tokens[whole]!.upos !== 'NOUN') return undefined
  const { type } = nounFeatures({
    ...sentence.tokens[whole]!,
    xpos: 'NN',
    feats: '_',
    form: sentence.tokens[whole]!.lemma,
  })
  if (type !== 'Person') return undefined
  return { type: one ? 'Person' : 'Group', number: one ? 'singular' : 'plural', gender: 'unknown' }
}

/** A phrase that starts or ends inside a name takes the whole of it, whatever the tree says. */
function withWholeNames(sentence: Sentence, [first, last]: readonly [number, number]): [number, number] {
  return [
    Math.min(first, nameAt(sentence, first)?.first ?? first),
    Math.max(last, nameAt(sentence, last - 1)?.last ?? last),
  ]
}

function place(document: Document, { index, tokens }: Sentence, [first, last]: readonly [number, number]) {
  const { start } = tokens[first]!
  const { end } = tokens[last - 1]!
  return { start, end, text: document.text.slice(start, end), sentence: index, first, last }
}

/** Whether a token heads a phrase that may stand for a thing: a noun, a name, "the accused", "two of them". */
function isNominal(sentence: Sentence, at: number): boolean {
  const { upos, form, lemma, deprel } = sentence.tokens[at]!
  // "Mrs Pole", whose title heads it
  if (deprel === 'flat' && upos === 'PROPN' && at > 0 && !nameAt(sentence, at) && titleWords(sentence, at - 1) === 1)
    return true
  if (/^(?:punct|case|mark|cc|det|fixed|goeswith|flat|discourse|aux|cop)/.test(deprel) && !nameAt(sentence, at))
    return false
  const name = nameAt(sentence, at)
  // "Mrs May", "June Lind"
  if (isTimeWord(form) && name?.type !== 'PERSON') return false
  if (/^(?:obl|nmod):(?:tmod|unmarked)$/.test(deprel) && !isPersonNoun(lemma)) return false
  if (anyNameAt(sentence, at)?.type === 'DATE') return false
  if (name) return nameHead(sentence, name) === at && titleWords(sentence, at) === 0
  const headsName = sentence.tokens[at - 1]?.head === at + 1
  if ((isSuffixOf(sentence.tokens, at) && !headsName) || titleWords(sentence, at) > 0) return false
  if (upos === 'NOUN') return !/^(?:compound|nmod:desc|amod)/.test(deprel)
  if (upos === 'PROPN' || isAcronym(sentence.tokens[at]!)) {
    if (!/^(?:compound|nmod:desc)/.test(deprel)) return true
    const governor = sentence.tokens[sentence.tokens[at]!.head - 1]
    return deprel === 'compound' && governor?.upos === 'NOUN' && /^\p{Lu}/u.test(form)
  }
  if (!/^(?:nsubj|obj|iobj|obl|nmod|conj)/.test(deprel)) return false
  if (upos === 'ADJ' || upos === 'VERB')
    return dependents(sentence)[at]!.some((child) => sentence.tokens[child]!.deprel === 'det' && child < at)
  return upos === 'NUM' && deprel !== 'nummod' && !/\d/.test(form)
}
