/**
 * Text → its letters, memoranda, cables and petitions: from where to where somebody writes, and the words that name who
 * writes, to whom, and in whose name. Read off the lines: header, title, salutation, close and signature.
 */
import { countLeading } from './search.ts'
import type { Sentence } from './sentence.ts'
import type { Span } from './span.ts'

/** What one writes in one go. The spans are the words that name somebody; who that is, the mentions in them say. */
export interface Letter extends Span {
  /** Who is "I": the header's sender, the one in "I, Ana Roth," or the signature. */
  readonly writer?: Span
  /** The name below the close. */
  readonly signature?: Span
  /** Who is "you": the header's addressee, else whom the salutation greets. */
  readonly reader?: Span
  /** The words after "Dear". */
  readonly greeted?: Span
  /** Who is "we": those in whose name it is written. */
  readonly body?: Span
}

type Draft = { -readonly [Key in keyof Letter]: Letter[Key] }

const from = /^(?:from|sender)[ \t]*:[ \t]*(?=\S)/i
const to = /^to[ \t]*:[ \t]*(?=\S)/i
/** Other lines of a header. */
const other =
  /^(?:date|subject|subj|re|ref|cc|info|via|through|classification|tags|sent|copy|copies|priority|our ref|your ref)[ \t.]*:/i
/** "Telegram from the Embassy in Lomé to the Department", "Open letter to the minister from the Guild". */
const titled =
  /^(?:open |joint )?(?:telegram|letter|memorandum|memo|message|note|despatch|dispatch|cable|petition|appeal|statement|address|remarks|testimony|affidavit|memorial|evidence|deposition)\b[^.!?;:]{0,40}?\b(from|to|by|of)[ \t]+/i
const telegram = /^TO[ \t]+([^:.\n]{3,60}?)[ \t]+FROM[ \t]+([^:.\n]{3,60}?)[ \t]*[:.]/
const dear = /^(?:my )?dear[ \t]+(?=\S)/i
const unnamed = /^(?:sir|sirs|madam|madame|all|sir or madam|sir\/madam|friends?|colleagues?)\b/i
const addressed = /^To[ \t]+(?=\p{L})/u
const close =
  /^(?:i (?:have the honou?r to )?(?:am|be|remain)\b.{0,40}|(?:i am, .{0,30})?yours\b.{0,40}|(?:very |most )?(?:sincerely|respectfully|faithfully|cordially)\b.{0,20}|(?:with )?(?:many |kind |kindest |best |warm |warmest )?(?:regards|wishes|greetings|thanks)|best|thanks|thank you|cheers|love|in solidarity|your (?:most )?(?:obedient|humble|faithful|loving|affectionate)\b.{0,40}|signed)[,.:]?$/i
const signed = /^(?:\(?signed\)?|\/s\/|for and on behalf of)[ \t:]+(?=\p{Lu})/iu
const person = /^\p{Lu}[\p{L}.’'-]*(?: (?:de|van|von|der|al|bin|la)| \p{Lu}[\p{L}.’'-]*){0,4}$/u

/** Lines after a close in which a signature stands, and after a header in which its salutation does. */
const mostLines = 6

/** "Chair, Weavers' Guild" below a name. */
const isBrief = ({ words }: Line) => words.length < 60 && !/[.!?]$/.test(words)

interface Line extends Span {
  readonly words: string
}

/**
 * The letters of a text, in order; none where nothing is said of who writes or reads. A text that opens without a header
 * or a salutation but is signed is one letter.
 */
export function lettersOf(text: string, sentences: readonly Sentence[]): Letter[] {
  const drafts: Draft[] = [{ start: 0, end: text.length }]
  let header = Number.NEGATIVE_INFINITY
  let closed = Number.NEGATIVE_INFINITY
  const lines = linesOf(text)
  for (const [at, line] of lines.entries()) {
    let letter = drafts[drafts.length - 1]!
    const begin = () => {
      const fresh = at - header > mostLines || closed > header
      if (fresh && at > 0) {
        letter.end = line.start
        drafts.push((letter = { start: line.start, end: text.length }))
      }
      header = at
      closed = Number.NEGATIVE_INFINITY
    }
    const rest = (match: RegExpExecArray): Span => ({ start: line.start + match[0].length, end: line.end })
    const [sender, recipient, greeting] = [from.exec(line.words), to.exec(line.words), dear.exec(line.words)]
    if (sender) {
      begin()
      letter.writer ??= rest(sender)
    } else if (recipient) {
      begin()
      letter.reader ??= rest(recipient)
    } else if (other.test(line.words)) {
      if (at - header <= mostLines) header = at
    } else if (greeting) {
      begin()
      const name = { ...rest(greeting), end: endOfGreeting(text, line, greeting[0].length) }
      if (!unnamed.test(text.slice(name.start, name.end))) {
        letter.greeted ??= name
        letter.reader ??= name
      }
    } else if (at < 3) readTop(line, { letter, sentences })
    if (close.test(line.words)) closed = at
    else if (at === header) continue
    else if (signed.test(line.words)) letter.signature ??= rest(signed.exec(line.words)!)
    else if (at - closed <= 3 && !letter.signature && line.words && person.test(line.words.replace(/,.*/, '')))
      letter.signature = line
    else if (at - closed <= mostLines && letter.signature && !letter.body && isBrief(line)) letter.body = line
  }
  for (const draft of drafts) readProse(text, sentences, draft)
  return drafts.filter(({ writer, reader, signature, body }) => writer ?? reader ?? signature ?? body)
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const { 0: found, index } of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const lead = found.length - found.replace(/^[\s>]+/, '').length
    const words = found.slice(lead, lead + 400).trimEnd()
    if (words) lines.push({ start: index + lead, end: index + found.trimEnd().length, words })
  }
  return lines
}

/** Behind the words greeted: "Dear Ms. Roth,". */
function endOfGreeting(text: string, { start, end }: Line, lead: number): number {
  const stop = /[,:;!]|\s[–—-]\s/.exec(text.slice(start + lead, Math.min(end, start + lead + 100)))
  return stop ? start + lead + stop.index : Math.min(end, start + lead + 100)
}

/** What the first lines say: title, telegram's head, "To the Lords Commissioners." */
function readTop(line: Line, { letter, sentences }: { letter: Draft; sentences: readonly Sentence[] }): void {
  const { start, words } = line
  const wire = telegram.exec(words)
  if (wire) {
    const sender = start + wire[0].indexOf(wire[2]!, 3 + wire[1]!.length)
    const recipient = start + wire[0].indexOf(wire[1]!, 2)
    letter.reader ??= { start: recipient, end: recipient + wire[1]!.length }
    letter.writer ??= { start: sender, end: sender + wire[2]!.length }
    return
  }
  if (words.length > 150 || /[!?]$/.test(words)) return
  const title = titled.exec(words)
  if (title && !/[.:;]$/.test(words)) {
    const first = title[0].search(/\S+\s+$/)
    const parts = [...words.matchAll(/\b(from|to|by|of)\s+/gi)].filter(
      ({ 1: by, index }) => index === first || (index > first && !/of/i.test(by!)),
    )
    for (const [at, { 0: word, 1: by, index }] of parts.entries()) {
      const next = parts[at + 1]?.index
      const span = { start: start + index + word.length, end: start + (next ? next - 1 : words.length) }
      if (/to/i.test(by!)) letter.reader ??= span
      else letter.writer ??= span
    }
  } else if (addressed.test(words) && /[.,:;]$/.test(words) && words.length <= 120 && !hasVerb(sentences, line))
    letter.reader ??= { start: start + addressed.exec(words)![0].length, end: line.end - 1 }
}

/** Whether a line says something rather than names somebody. */
const hasVerb = (sentences: readonly Sentence[], { start, end }: Span): boolean =>
  sentences
    .slice(0, 8)
    .some(({ tokens }) =>
      tokens.some((token) => token.start >= start && token.end <= end && /^(?:VERB|AUX)$/.test(token.upos)),
    )

/** Characters in which somebody says who writes. */
const opening = 3000
const introduced = /\b(?:[Mm]y name is|I, (?=\p{Lu})|[Tt]he (?:humble )?(?:memorial|petition) of)\s*/u
const behalf =
  /\b(?:I|we|We|am|are)\b[^.;:?!"“”]{0,50}\b(?:on behalf of|in the name of|speak for|speaking for|represent)\s+/u

/** What its sentences say of who writes: "My name is Ana Roth", "I, Ana Roth,", "we write on behalf of the Guild". */
function readProse(text: string, sentences: readonly Sentence[], letter: Draft): void {
  const head = text.slice(letter.start, Math.min(letter.end, letter.start + opening))
  const behind = (found: RegExpExecArray | null): Span | undefined => {
    if (!found) return undefined
    const start = letter.start + found.index + found[0].length
    const end = sentences[countLeading(sentences, (sentence) => sentence.end <= start)]?.end ?? start
    return end > start ? { start, end: Math.min(end, start + 120) } : undefined
  }
  const writer = letter.writer ?? behind(introduced.exec(head))
  if (writer) letter.writer = writer
  const body = behind(behalf.exec(head))
  if (body) letter.body = body
}
