/**
 * An e-mail's text → the messages of others that its body quotes, at any depth: "-----Original Message-----", "On Monday,
 * Tess Orr wrote:", lines behind ">".
 */
import type { Span } from './span.ts'

/** A stretch of a quoted message: what replies stand between is in several. */
export interface QuotedPart extends Span {
  /** Place of its message among those quoted, from 0. */
  readonly message: number
  /** Words in which the name of its writer stands, and those that name its recipients; absent where nothing says so. */
  readonly writer?: Span
  readonly reader?: Span
  /** It was written to whoever quotes it in a reply: place of that message, -1 for the mail itself. */
  readonly answeredBy?: number
}

interface Line extends Span {
  /** How many ">" stand before its words. */
  readonly depth: number
  readonly words: string
}

const dashed = /^-{2,} ?(?:original|forwarded) (?:message|mail)|^begin forwarded message:/i
const wrote = /^On .{0,200}\bwrote:$/
const headed = /^from:[ \t]*(?=\S)/i
const header = /^(?:from|sent|date|to|cc|subject)[ \t]*:/i
const longest = 400

/** The parts of quoted messages in a body, in order. @param bodyStart - `MailHeaders.bodyStart` */
export function quotedParts(text: string, bodyStart: number): QuotedPart[] {
  const messages: Omit<QuotedPart, 'start' | 'end' | 'message'>[] = []
  const parts: { start: number; end: number; message: number }[] = []
  // which message lines of a depth belong to
  const open: number[] = [-1]
  const begin = (depth: number, message: (typeof messages)[number]) => {
    open.length = Math.min(open.length, depth + 1)
    open[depth] = messages.push(message) - 1
  }
  const lines = linesOf(text, bodyStart)
  for (let at = 0; at < lines.length; at++) {
    const { depth, words, start, end } = lines[at]!
    const lead = leadAt(lines, at)
    if (lead) {
      const around = open[depth] ?? -1
      // without ">" of its own it goes on to the end, or to what it quotes in turn
      begin(Math.max(lines[at + lead.lines]?.depth ?? depth, depth), {
        ...lead.names,
        ...(lead.answered && { answeredBy: around }),
      })
      at += lead.lines - 1
      continue
    }
    if (!words) continue
    if (open[depth] === undefined) begin(depth, {})
    const message = open[depth]!
    const part = parts[parts.length - 1]
    if (message < 0) parts.push({ start, end, message })
    else if (part?.message === message) part.end = end
    else parts.push({ start, end, message })
  }
  return parts.flatMap((part) => (part.message < 0 ? [] : [{ ...part, ...messages[part.message]! }]))
}

interface Lead {
  /** Lines that it takes. */
  readonly lines: number
  readonly answered: boolean
  readonly names: { readonly writer?: Span; readonly reader?: Span }
}

/** The words that introduce a quoted message at a line. */
function leadAt(lines: readonly Line[], at: number): Lead | undefined {
  const { words, depth, start } = lines[at]!
  if (words.startsWith('On ')) {
    for (const many of [1, 2]) {
      const own = lines.slice(at, at + many)
      const all = own.map((line) => line.words).join(' ')
      if (own.every((line) => line.depth === depth) && wrote.test(all))
        return { lines: many, answered: true, names: { writer: { start, end: own[own.length - 1]!.end } } }
    }
  }
  const isDashed = dashed.test(words)
  let first = at + (isDashed ? 1 : 0)
  while (isDashed && lines[first] && !lines[first]!.words && first < at + 4) first++
  const from = headed.exec(lines[first]?.words ?? '')
  if (!from) return isDashed ? { lines: 1, answered: false, names: {} } : undefined
  let end = first
  let reader: Span | undefined
  while (lines[end] && header.test(lines[end]!.words)) {
    const to = /^to[ \t]*:[ \t]*/i.exec(lines[end]!.words)
    if (to) reader = { start: lines[end]!.start + to[0].length, end: lines[end]!.end }
    end++
  }
  // "From: now on" alone introduces nothing
  if (!isDashed && end - first < 2) return undefined
  const writer = { start: lines[first]!.start + from[0].length, end: lines[first]!.end }
  return { lines: end - at, answered: false, names: { writer, ...(reader && { reader }) } }
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = []
  for (let at = from; at <= text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    let start = at
    let depth = 0
    while (start < end && /[>\s]/.test(text[start]!)) if (text[start++] === '>') depth++
    lines.push({ start, end, depth, words: text.slice(start, Math.min(end, start + longest)).trimEnd() })
    at = end + 1
  }
  return lines
}
