/**
 * An e-mail's imperatives and polite questions → who asks whom: the sender of the header's From line, and the person
 * greeted, else the mailboxes of the To line. "I", "we" and "you" are left to coreference.
 */
import {
  type Document,
  type FoundFiller,
  type Frame,
  type Mention,
  type Sentence,
  startOfQuoted,
} from '../model/index.ts'

/** Those who write to one another, and where in the body a quoted message of somebody else begins. */
export interface Correspondents {
  readonly sender: readonly FoundFiller[]
  readonly recipients: readonly FoundFiller[]
  /** The person greeted. */
  readonly greeted: readonly FoundFiller[]
  /** Offset in the text from which on the words are another's; the end of the text where nothing is quoted. */
  readonly quotedFrom: number
  /** Who wrote what is quoted there. */
  readonly quoted: readonly FoundFiller[]
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
  const quotedFrom = startOfQuoted(document.text, mail.bodyStart)
  return {
    sender: mailboxes('from'),
    recipients: mailboxes('to'),
    greeted: greeting(document, sentences, mentions),
    quotedFrom,
    quoted: writerOfQuoted(document.text, quotedFrom, mentions),
  }
}

const fillerOf = ({ start, end, text, sentence, head }: Mention): FoundFiller => ({ start, end, text, sentence, head })

/** Fills the speaker and the addressee of a directive that the e-mail's sender utters. */
export function addressMail(frame: Frame, mail: Correspondents): Frame['roles'] {
  const isQuoted = frame.predicate.start >= mail.quotedFrom
  const speaker = frame.roles.speaker ?? (isQuoted ? mail.quoted : mail.sender)
  const addressed = mail.greeted.length ? mail.greeted : mail.recipients
  const addressee = frame.roles.addressee ?? (isQuoted ? answered(mail) : addressed)
  return {
    ...frame.roles,
    ...(speaker.length && { speaker }),
    ...(addressee.length && { addressee }),
  }
}

/** What is quoted of a recipient was written to the sender; of others nobody knows. */
const answered = ({ quoted, recipients, sender }: Correspondents) =>
  quoted.length && recipients.some(({ text }) => quoted.some((writer) => writer.text === text)) ? sender : []

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

/** The name in "On Monday, Tess Orr wrote:". */
function writerOfQuoted(text: string, from: number, mentions: readonly Mention[]): FoundFiller[] {
  const end = text.indexOf('wrote:', from)
  if (!text.startsWith('On ', from) || end < 0 || end > from + 200) return []
  const named = mentions.filter(({ kind, type, start, end: last }) => {
    return kind === 'NAM' && type === 'Person' && start >= from && last <= end
  })
  return named.slice(-1).map(fillerOf)
}
