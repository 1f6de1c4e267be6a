/**
 * An e-mail's imperatives and polite questions → who asks whom: the sender of the header's From line, and the person
 * greeted, else the mailboxes of the To line; of what is quoted its own writer. "I", "we" and "you" are left to
 * coreference.
 */
import {
  countLeading,
  type Document,
  type FoundFiller,
  type Frame,
  itemsWithin,
  type Mention,
  type QuotedPart,
  quotedParts,
  type Sentence,
  type Span,
} from '../model/index.ts'

/** Those who write to one another. */
export interface Correspondents {
  readonly sender: readonly FoundFiller[]
  readonly recipients: readonly FoundFiller[]
  /** The person greeted. */
  readonly greeted: readonly FoundFiller[]
  /** What the body quotes of others, in order. */
  readonly quoted: readonly Quoted[]
}

/** A stretch of another's message. */
interface Quoted extends Span {
  readonly writer: readonly FoundFiller[]
  readonly readers: readonly FoundFiller[]
}

/** `undefined` where the document is no e-mail. */
export function correspondentsOf(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Correspondents | undefined {
  const { mail } = document
  if (!mail) return undefined
  const inHeader = mentions.filter((mention) => mention.start < mail.bodyStart)
  const mailboxes = (field: 'from' | 'to') => {
    const named = inHeader.filter(({ foundBy }) => foundBy === `mailbox-name-${field}`)
    const addressed = inHeader.filter(({ foundBy }) => foundBy === `mailbox-address-${field}`)
    // of a mailbox the name, for want of one the address
    const nameless = addressed.filter(({ start }) => !named.some((name) => name.end < start && start - name.end < 8))
    return [...named, ...nameless].sort((a, b) => a.start - b.start).map(fillerOf)
  }
  const [sender, recipients] = [mailboxes('from'), mailboxes('to')]
  return {
    sender,
    recipients,
    greeted: greeting(document, sentences, mentions),
    quoted: quotedOf(quotedParts(document.text, mail.bodyStart), mentions, { sender, recipients }),
  }
}

const fillerOf = ({ start, end, text, sentence, head }: Mention): FoundFiller => ({ start, end, text, sentence, head })

/** Fills the speaker and the addressee of a directive that an e-mail's writer utters. */
export function addressMail(frame: Frame, mail: Correspondents): Frame['roles'] {
  const { start } = frame.predicate
  const around = mail.quoted[countLeading(mail.quoted, ({ end }) => end <= start)]
  const quoted = around && around.start <= start ? around : undefined
  const speaker = frame.roles.speaker ?? quoted?.writer ?? mail.sender
  const addressed = mail.greeted.length ? mail.greeted : mail.recipients
  const addressee = frame.roles.addressee ?? quoted?.readers ?? addressed
  return {
    ...frame.roles,
    ...(speaker.length && { speaker }),
    ...(addressee.length && { addressee }),
  }
}

/** Who wrote what is quoted, and to whom: what is quoted of a recipient was written to the sender. */
function quotedOf(
  parts: readonly QuotedPart[],
  mentions: readonly Mention[],
  { sender, recipients }: Pick<Correspondents, 'sender' | 'recipients'>,
): Quoted[] {
  const writers = new Map(parts.map(({ message, writer }) => [message, peopleIn(mentions, writer).slice(0, 1)]))
  return parts.map(({ start, end, message, reader, answeredBy }) => {
    const writer = writers.get(message)!
    const isRecipient = recipients.some(({ text }) => writer.some((one) => one.text === text))
    const answers = answeredBy === -1 ? (isRecipient ? sender : []) : (writers.get(answeredBy ?? -1) ?? [])
    const readers = peopleIn(mentions, reader)
    return { start, end, writer, readers: readers.length ? readers : answers }
  })
}

/** The people whom some words name. */
const peopleIn = (mentions: readonly Mention[], span: Span | undefined): FoundFiller[] =>
  span
    ? outermost(
        itemsWithin(mentions, span, (mention) => mention).filter(({ kind, type }) => {
          return kind === 'NAM' && type === 'Person'
        }),
      ).map(fillerOf)
    : []

const salutation =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)\b[ ,]*|^(?=\p{Lu}[\p{L}'’-]+[ ,:!]*$)/iu

/** The name in the body's first line, where that line is a greeting. */
function greeting(document: Document, sentences: readonly Sentence[], mentions: readonly Mention[]): FoundFiller[] {
  const start = document.mail!.bodyStart
  const first = sentences.find((sentence) => sentence.start >= start)
  if (!first) return []
  const end = document.text.indexOf('\n', first.start)
  const line = document.text.slice(first.start, Math.min(end < 0 ? document.text.length : end, first.start + 80))
  const opened = salutation.exec(line)
  if (!opened) return []
  const names = line
    .slice(opened[0].length)
    .split(/[,:!;—-]/, 1)[0]!
    .trimEnd()
  const from = first.start + opened[0].length
  const to = from + names.length
  const named = mentions.filter((mention) => mention.kind === 'NAM' && mention.start >= from && mention.end <= to)
  if (named.length) return outermost(named).map(fillerOf)
  // a name that was not recognized: its words as they stand
  const tokens = first.tokens.flatMap((token, head) =>
    token.start >= from && token.end <= to ? [{ token, head }] : [],
  )
  const [one] = tokens
  if (
    !one ||
    !/^\p{Lu}/u.test(one.token.form) ||
    /^(all|sir|madam|team|everyone|colleagues?|friends?)$/i.test(one.token.form)
  )
    return []
  const last = tokens[tokens.length - 1]!
  return [
    {
      start: one.token.start,
      end: last.token.end,
      text: document.text.slice(one.token.start, last.token.end),
      sentence: first.index,
      head: one.head,
    },
  ]
}

const outermost = (mentions: readonly Mention[]) =>
  mentions.filter(
    (inner) => !mentions.some((outer) => outer !== inner && outer.start <= inner.start && outer.end >= inner.end),
  )
