/** Document → whose words its stretches are, as quotations: turns of an interview, quoted e-mails, letters. */
import {
  type Document,
  itemsWithin,
  lettersOf,
  quotedParts,
  type Sentence,
  type Span,
  turnsOf,
} from '../model/index.ts'
import type { Fact } from './facts.ts'
import type { Quotation } from './quotations.ts'

/** The turns of an interview as quotations: the mention in a label speaks. */
export function spokenTurns(document: Document, sentences: readonly Sentence[], facts: readonly Fact[]): Quotation[] {
  const turns = turnsOf(document.text, sentences)
  const labels = new Map<number, Fact | undefined>()
  for (const { label } of turns) if (label !== undefined) labels.set(label, undefined)
  for (const fact of facts)
    if (labels.has(fact.mention.sentence) && !labels.get(fact.mention.sentence)) labels.set(fact.mention.sentence, fact)
  const guest = turns.some(({ named }) => named) ? undefined : guestBefore(turns[0]?.start ?? 0, sentences, facts)
  const asks = new Set(turns.filter(({ voice }) => /^q/i.test(voice)).map(({ label }) => label))
  return turns.map(({ start, end, label, voice, named, addressee: to }) => {
    const unnamed = /^a/i.test(voice) ? guest : undefined
    const speaker = label !== undefined && named ? labels.get(label) : unnamed
    const addressee = to === undefined ? undefined : asks.has(label) && !asks.has(to) && guest ? guest : labels.get(to)
    return { start, end, voice, ...(speaker && { speaker }), ...(addressee && { addressee }) }
  })
}

/** "Ilse Marran, who led the trust, talks to our reporter": who answers where the labels are but "Q" and "A". */
function guestBefore(end: number, sentences: readonly Sentence[], facts: readonly Fact[]): Fact | undefined {
  let only: Fact | undefined
  for (const fact of facts) {
    const { mention, role, governor, sentence } = fact
    if (mention.start >= end) break
    if (mention.kind !== 'NAM' || mention.type !== 'Person') continue
    if (role === 'subject' && governor >= 0 && talking.test(sentence.tokens[governor]!.lemma)) return fact
    if (only && only.mention.name !== mention.name) return undefined
    only ??= fact
  }
  return only && only.mention.sentence <= sentences[0]!.index + 1 ? only : undefined
}

const talking = /^(?:talk|speak|discuss|answer|explain)$/

/** What an e-mail quotes of others, each message as a turn of whoever wrote it. */
export function quotedMessages({ text, mail }: Document, facts: readonly Fact[]): Quotation[] {
  const parts = quotedParts(text, mail!.bodyStart)
  const box = (field: string) => facts.filter(({ mention: { foundBy } }) => foundBy === `mailbox-name-${field}`)
  const writers = new Map(parts.map(({ message, writer }) => [message, writer && personIn(facts, writer)]))
  const [[sender], recipients] = [box('from'), box('to')]
  return parts.map(({ start, end, message, reader, answeredBy }) => {
    const speaker = writers.get(message)
    // a recipient wrote it to the sender; of a message that is passed on nobody knows
    const answers = answeredBy === -1 && recipients.some(({ mention }) => mention.name === speaker?.mention.name)
    const addressee = (reader && personIn(facts, reader)) ?? (answers ? sender : writers.get(answeredBy ?? -1))
    return { start, end, voice: `m${message}`, ...(speaker && { speaker }), ...(addressee && { addressee }) }
  })
}

/** The first person whom some words name; for want of one the only name. */
function personIn(facts: readonly Fact[], span: Span): Fact | undefined {
  const named = namesIn(facts, span)
  const people = named.filter(({ mention }) => mention.type === 'Person')
  return people.length > 0 ? people[0] : named.length === 1 ? named[0] : undefined
}

const within = (facts: readonly Fact[], span: Span): Fact[] => itemsWithin(facts, span, ({ mention }) => mention)

const namesIn = (facts: readonly Fact[], span: Span): Fact[] =>
  within(facts, span).filter(({ mention }) => mention.kind === 'NAM')

/** A letter as a quotation of its writer, with the places that name him and the reader once more. */
export interface Letter extends Quotation {
  readonly signature?: Fact
  readonly greeted?: Fact
}

interface Known {
  readonly facts: readonly Fact[]
  readonly isQuoted: (fact: Fact) => boolean
}

/** Letters, memoranda, cables, petitions and speeches with who writes them, to whom, in whose name. */
export function writtenLetters(
  { text, mail }: Document,
  sentences: readonly Sentence[],
  { facts, isQuoted }: Known,
): Letter[] {
  const told = facts.filter((fact) => fact.mention.kind !== 'PRO' && !isQuoted(fact))
  return lettersOf(text, sentences).map((letter, at) => {
    const one = (span: Span | undefined) => (span ? firstIn(told, span) : undefined)
    const signature = letter.signature && namesIn(told, letter.signature)[0]
    // the header of an e-mail has mailboxes, which know better
    const writer = mail ? undefined : (one(letter.writer) ?? signature)
    const greeted = one(letter.greeted)
    const reader = mail ? undefined : (one(letter.reader) ?? greeted)
    const body = letter.body ? (namesIn(told, letter.body)[0] ?? one(letter.body)) : undefined
    return {
      start: letter.start,
      end: letter.end,
      voice: `l${at}`,
      ...(writer && { speaker: writer }),
      ...(reader && { addressee: reader }),
      ...(body && { body }),
      ...(signature && { signature }),
      ...(greeted && { greeted }),
    }
  })
}

/** "Right" of "the Right Honourable …": what stands before whom it is said of. */
const honorific = /^(?:right|rt\.?|most|honou?rable|hon\.?|excellency|reverend|majesty)$/i

/** The mention with which some words begin, the longest; else the first within them. */
const firstIn = (facts: readonly Fact[], span: Span): Fact | undefined =>
  within(facts, span).find(({ mention }) => !honorific.test(mention.name ?? ''))
