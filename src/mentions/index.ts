/**
 * Sentences → mentions: proper names, descriptions and pronouns, one for each syntactic head that may fill a role.
 * Each conjunct is a mention of its own, and so is the possessor and the name inside a longer description: "a Sinnet
 * operator" holds two mentions, of an operator and of Sinnet.
 */
import { type Document, dependents, type Mention, type Sentence } from '../model/index.ts'
import { isAddressLine, mailboxMentions } from './mail.ts'
import { anyNameAt, isSuffixOf, nameAt, nameHead, titleWords } from './nameExtent.ts'
import { namePart } from './names.ts'
import { nounFeatures } from './nouns.ts'
import { phraseSpan, refersToNothing } from './phrases.ts'
import { pronounFeatures } from './pronouns.ts'

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
  const found: Found[] = []
  const spoken = new Set<number>()
  sentence.tokens.forEach((token, head) => {
    if (spoken.has(head)) return
    const pronoun = nameAt(sentence, head) ? undefined : pronounFeatures(token)
    if (pronoun) {
      found.push({
        ...place(document, sentence, [head, head + 1]),
        head,
        kind: 'PRO',
        ...pronoun,
        definite: true,
        foundBy: 'pronoun',
      })
      return
    }
    if (!isNominal(sentence, head) || refersToNothing(sentence, head)) return
    const mention = describe(document, sentence, head)
    found.push(mention)
    // "the newspaper NRC" is one mention: its name is not a second one
    const behind = mention.kind === 'NAM' ? nameAt(sentence, head + 1) : undefined
    if (behind?.first === head + 1) for (let at = behind.first; at < behind.last; at++) spoken.add(at)
  })
  return found
}

function describe(document: Document, sentence: Sentence, head: number): Found {
  let [first, last] = phraseSpan(sentence, head)
  const part = namePart(sentence, head, [first, last])
  if (part) {
    first = Math.min(first, part.first)
    last = Math.max(last, part.last)
    const { first: _first, last: _last, ...name } = part
    return { ...place(document, sentence, [first, last]), head, kind: 'NAM', ...name, definite: true, foundBy: 'name' }
  }
  return {
    ...place(document, sentence, [first, last]),
    head,
    kind: 'NOM',
    ...nounFeatures(sentence.tokens[head]!),
    definite: dependents(sentence)[head]!.some(
      (at) =>
        /^(?:the|this|that|these|those|such|both)$/i.test(sentence.tokens[at]!.form) ||
        sentence.tokens[at]!.deprel === 'nmod:poss',
    ),
    foundBy: 'noun-phrase',
  }
}

function place(document: Document, { index, tokens }: Sentence, [first, last]: readonly [number, number]) {
  const { start } = tokens[first]!
  const { end } = tokens[last - 1]!
  return { start, end, text: document.text.slice(start, end), sentence: index, first, last }
}

const timeNouns =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight)$/i

/** Whether a token heads a phrase that may stand for a thing: a noun, a name, "the accused", "two of them". */
function isNominal(sentence: Sentence, at: number): boolean {
  const { upos, form, deprel } = sentence.tokens[at]!
  if (/^(?:punct|case|mark|cc|det|fixed|goeswith|flat|discourse|aux|cop)/.test(deprel) && !nameAt(sentence, at))
    return false
  if (isSuffixOf(sentence.tokens, at) || titleWords(sentence, at) > 0) return false
  if (timeNouns.test(form) || /^(?:obl|nmod):(?:tmod|unmarked)$/.test(deprel)) return false
  if (anyNameAt(sentence, at)?.type === 'DATE') return false
  const name = nameAt(sentence, at)
  if (name) return nameHead(sentence, name) === at
  if (upos === 'NOUN') return !/^(?:compound|nmod:desc|amod)/.test(deprel)
  if (upos === 'PROPN') {
    if (!/^(?:compound|nmod:desc)/.test(deprel)) return true
    const governor = sentence.tokens[sentence.tokens[at]!.head - 1]
    return deprel === 'compound' && governor?.upos === 'NOUN' && /^\p{Lu}/u.test(form)
  }
  if (!/^(?:nsubj|obj|iobj|obl|nmod|conj)/.test(deprel)) return false
  if (upos === 'ADJ' || upos === 'VERB')
    return dependents(sentence)[at]!.some((child) => sentence.tokens[child]!.deprel === 'det' && child < at)
  return upos === 'NUM' && deprel !== 'nummod' && !/\d/.test(form)
}
