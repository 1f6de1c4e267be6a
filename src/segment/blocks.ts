/**
 * Text → blocks: paragraphs, headings, list items, header lines of an e-mail, lines of a table. A sentence never passes
 * the end of a block. Lines that were wrapped at a width are put together again, lines that end early are not.
 */
import type { Document, Span } from '../model/index.ts'
import { isSpace } from './characters.ts'

/** A stretch of text in which sentences are sought. */
export interface Block extends Span {
  readonly heading: boolean
}

interface Line extends Span {
  readonly kind: 'prose' | 'item' | 'header' | 'folded' | 'row' | 'rule'
  /** How many ">" stand before it. */
  readonly depth: number
}

const header = /^(?:from|to|cc|bcc|date|sent|subject|reply-to|sender|message-id|in-reply-to|x-[a-z-]+)[ \t]*:(?:\s|$)/i
const bullet = /^(?:[•▪◦‣●·*–—+-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S/
const rule = /^[-=_*~#+.•]{3,}$/
const ending = /[.!?…:;,]["'”’)\]]*$/
/** Longest line that may be a heading, in UTF-16 units; the longest headlines of Wikinews have some 120. */
const longestHeading = 120
/** Prose is hardly ever wrapped beyond this: longer lines are paragraphs. */
const widestWrap = 100
/** Lines of addresses, verse and signatures are shorter than prose is ever wrapped. */
const narrowestWrap = 45

/** Splits a document's text into blocks, in order; what lies between them is white space. */
export function findBlocks({ text, mail, title }: Pick<Document, 'text' | 'mail' | 'title'>): Block[] {
  const blocks: Block[] = []
  let group: Line[] = []
  const flush = (blankAfter: boolean) => {
    if (group.length > 0) addGroup(text, group, blankAfter, blocks)
    group = []
  }
  for (const [start, end] of lines(text)) {
    const trimmed = trim(text, start, end)
    if (trimmed === undefined) flush(true)
    else {
      const line = classify(text, trimmed, mail !== undefined && trimmed.start < mail.bodyStart)
      // a header's value goes on in a line that starts with white space (RFC 5322, 2.2.3)
      const folded = trimmed.start > start && /^(?:header|folded)$/.test(group[group.length - 1]?.kind ?? '')
      group.push(folded && line.kind === 'prose' ? { ...line, kind: 'folded' } : line)
    }
  }
  flush(false)
  const first = blocks[0]
  if (first && !first.heading && title !== undefined && text.slice(first.start, first.end) === title.trim()) {
    blocks[0] = { ...first, heading: true }
  }
  return blocks
}

function* lines(text: string): Generator<readonly [number, number]> {
  const end = /\r\n|[\n\r\f\u2028\u2029]/g
  let start = 0
  for (let match = end.exec(text); match; match = end.exec(text)) {
    yield [start, match.index]
    start = end.lastIndex
  }
  yield [start, text.length]
}

function trim(text: string, from: number, to: number): Span | undefined {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

function classify(text: string, { start, end }: Span, inHeader: boolean): Line {
  let at = start
  let depth = 0
  while (at < end && (text[at] === '>' || isSpace(text.charCodeAt(at)))) if (text[at++] === '>') depth++
  const head = text.slice(at, Math.min(end, at + 200))
  if (inHeader || header.test(head)) return { start, end, depth, kind: 'header' }
  if (end - at <= 200 && rule.test(head)) return { start, end, depth, kind: 'rule' }
  if (bullet.test(head)) return { start, end, depth, kind: 'item' }
  if (/\t|\S {3,}\S|\|.*\|/.test(head)) return { start, end, depth, kind: 'row' }
  return { start, end, depth, kind: 'prose' }
}

/** Lines without a blank one between them. */
function addGroup(text: string, group: readonly Line[], blankAfter: boolean, blocks: Block[]): void {
  let width = 0
  for (const line of group) width = Math.max(width, line.end - line.start)
  const last = group[group.length - 1]!
  const layout = { width, prose: width >= narrowestWrap || ending.test(text.slice(last.start, last.end)) }
  let first = 0
  for (let i = 1; i <= group.length; i++) {
    if (i < group.length && continues(text, [group[i - 1]!, group[i]!], layout)) continue
    const start = group[first]!.start
    const end = group[i - 1]!.end
    const { kind } = group[first]!
    const alone = group.length === 1 && end - start <= longestHeading && kind === 'prose'
    const heading = kind === 'header' || (alone && blankAfter && !ending.test(text.slice(start, end)))
    blocks.push({ start, end, heading })
    first = i
  }
}

/** How a group of lines is set. */
interface Layout {
  /** Of the longest line, in UTF-16 units. */
  readonly width: number
  /** Lines are long, or the last ends as sentences do. */
  readonly prose: boolean
}

const joining = '(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)'
/** Ends of lines that something must follow. */
const unfinished = new RegExp(`(?:[,;-]|\\b${joining})$`, 'i')

/** Words that something must follow even where a capital or a number does; where all is written in capitals they say less. */
const waits = new RegExp(`(?:^|\\s)${joining}$`)
/** A name that is begun at the end of a line: "by the Security" before "Council". */
const nameBegun = new RegExp(`(?:^|\\s)${joining}\\s+\\p{Lu}\\p{Ll}+$`, 'u')
const nameAtStart = /^\p{Lu}\p{Ll}/u
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const dayAtEnd = /(?:^|\s)(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/
const monthAtEnd = new RegExp(`(?:^|\\s)${month}$`)
const monthAtStart = new RegExp(`^${month}\\b`)
const numberAtStart = /^\d{1,4}\b/

/** Whether a date is begun at the end of one line and goes on in the next, wherever the lines were wrapped. */
const dateGoesOn = (line: string, next: string): boolean =>
  (dayAtEnd.test(line) && monthAtStart.test(next)) || (monthAtEnd.test(line) && numberAtStart.test(next))

/** UTF-16 units of a line's end and of the next one's beginning that are looked at. */
const edge = 24

/** Whether `next` goes on with the sentence of `line`: the line was full, or a small letter or the rest of a date follows. */
function continues(text: string, [line, next]: readonly [Line, Line], { width, prose }: Layout): boolean {
  if (next.kind === 'folded') return true
  if (next.kind !== 'prose' || next.depth !== line.depth) return false
  if (line.kind === 'header' || line.kind === 'folded' || line.kind === 'rule' || line.kind === 'row') return false
  const closed = /[.!?:]["'”’)\]]*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end))
  const small = /\p{Ll}/u.test(text[next.start] ?? '')
  if (small && !closed && (prose || unfinished.test(text.slice(line.start, line.end)))) return true
  const before = text.slice(Math.max(line.start, line.end - edge), line.end)
  if (prose && waits.test(before)) return true
  if (dateGoesOn(before, text.slice(next.start, Math.min(next.end, next.start + edge)))) return true
  const named = line.end - line.start >= narrowestWrap && nameBegun.test(before)
  if (prose && named && nameAtStart.test(text.slice(next.start, next.end))) return true
  if (width > widestWrap || width < narrowestWrap) return false
  let word = next.start
  while (word < next.end && !isSpace(text.charCodeAt(word))) word++
  return line.end - line.start + 1 + (word - next.start) > width
}
