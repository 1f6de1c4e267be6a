/** Words of a block → where its sentences end by rule: what `boundaries.ts` weighs with everything else. */
import type { Word } from '../model/index.ts'
import { others, starters, titles } from './abbreviations.ts'
import { isLower, isUpper } from './characters.ts'

export const closers = new Set(['"', "'", '”', '’', "''", ')', ']', '}', '»', '’’'])
const openers = new Set(['"', "'", '“', '‘', '``', "''", '(', '[', '{', '«', '-', '--', '—', '–', '*', '•'])

/** More marks than this after the end of a sentence are no closing quotation marks and brackets. */
const mostClosers = 6

/** What the rules say of the gap after a word. */
export const Ruling = { none: 0, proposed: 1, certain: 2, forbidden: 3 } as const

/** For each word, what the rules say of a sentence's end after it. */
export function ruledEnds(words: readonly Word[]): Uint8Array {
  const ends = new Uint8Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const last = endsAt(words, i)
    if (last < 0) continue
    ends[last] = glue(words, last) || startsAfterAbbreviation(words, i) ? Ruling.certain : Ruling.proposed
    i = last
  }
  forbid(words, ends)
  markList(words, ends)
  return ends
}

const gapAfter = (words: readonly Word[], i: number): boolean => (words[i + 1]?.start ?? 0) > words[i]!.end

/** Two sentences that stand together without a space: "is Tuesday.The shop". */
const glue = (words: readonly Word[], i: number): boolean =>
  i + 1 < words.length &&
  !gapAfter(words, i) &&
  /^[.!?．。]$/.test(words[i]!.form) &&
  (words[i - 1]?.form.length ?? 0) > 2 &&
  words[i + 1]!.form.length > 1

/** "He left the U.S. The others": no name starts with "The". */
const startsAfterAbbreviation = (words: readonly Word[], i: number): boolean =>
  words[i]!.form.length > 2 && words[i]!.form.endsWith('.') && alwaysStart.has(words[i + 1]?.form ?? '')
const alwaysStart = new Set(
  'The It He She They This That These Those But And We You In How What Why When Millions'.split(' '),
)

/** Gaps after which the sentence certainly goes on. */
function forbid(words: readonly Word[], ends: Uint8Array): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const { form } = words[i]!
    const next = words[i + 1]!.form
    if (ends[i] === Ruling.none) {
      // letters that stand apart: "W A R N I N G"
      if ([form, next, words[i + 2]?.form ?? ''].every((letters) => /^\p{Lu}{0,2}$/u.test(letters)))
        ends[i] = Ruling.forbidden
      if (goesOn.has(form) || isQuoteMark(words, i) || isItemMark(words, i)) ends[i] = Ruling.forbidden
    }
    if (form.endsWith('.') && titles.has(form.slice(0, -1).toLowerCase())) ends[i] = Ruling.forbidden
    if (form === '.' && next === '.' && !isSpacedDot(words, i)) {
      // "It was wide. . . . The river": the dots open the next sentence
      const after = dotsEnd(words, i + 1)
      const opens = after - i > 3 && isUpper(words[after]?.form ?? '')
      ends[i] = opens ? Ruling.certain : Ruling.forbidden
      for (let at = i + 1; at < after; at++) ends[at] = Ruling.forbidden
      if (!opens && isUpper(words[after]?.form ?? '')) ends[after - 1] = Ruling.proposed
      i = after - 1
    } else if (form === '.' || form === '…' || form === '?' || form === '!') {
      if (isEnumeration(words, i) || (isSpacedDot(words, i) && (next === 'I' || !isUpper(next))) || next === '.')
        ends[i] = Ruling.forbidden
      else if (saysWho(words, i)) ends[i] = Ruling.forbidden
      else if (/^\d{1,2}$/.test(words[i - 1]?.form ?? '') && isLower(next[0]!) && !isUpper(next[0]!))
        ends[i] = Ruling.forbidden
    }
  }
}

/** Words that something must follow. */
const goesOn = new Set('a an the my our your his its their of in at by for from with and or to'.split(' '))

/** The ">" of a reply's quoted line. */
const isQuoteMark = (words: readonly Word[], i: number): boolean =>
  words[i]!.form[0] === '>' && words[0]!.form[0] === '>' && (i === 0 || gapAfter(words, i - 1))

/** "(a)", "1.)", "12", ">": what stands before the first word of a block or of a sentence. */
function isItemMark(words: readonly Word[], i: number): boolean {
  let at = i
  let marks = 0
  while (at >= 0 && marks < 4 && /^(?:\d{1,3}|[a-zA-Z]|[()>.•*]|[ivx]{1,4})$/.test(words[at]!.form)) {
    at--
    marks++
    if (at >= 0 && words[at]!.form.length > 4) break
  }
  return marks > 0 && (at < 0 || (words[at + 1]!.form === '(' && /^[.!?]+$/.test(words[at]!.form)))
}

/** One of ". . .", with a space before it. */
const isSpacedDot = (words: readonly Word[], i: number): boolean =>
  words[i]!.form === '.' &&
  i > 0 &&
  gapAfter(words, i - 1) &&
  (words[i - 1]!.form === '.' || words[i + 1]?.form === '.')

/** Index after a run of full stops. */
function dotsEnd(words: readonly Word[], from: number): number {
  let at = from
  while (words[at]?.form === '.') at++
  return at
}

const speakers = new Set(['he', 'she', 'they', 'i', 'we', 'it'])
const speaking = /(?:[^e]ed|^said|^says|^thought|^told|^wrote|^cried|^replied|^asks?)$/

/** "Leave at once! she shouted." */
function saysWho(words: readonly Word[], i: number): boolean {
  return (
    words[i]!.form !== '.' &&
    speakers.has(words[i + 1]?.form ?? '') &&
    speaking.test(words[i + 2]?.form ?? '') &&
    /^[.,;:]$/.test(words[i + 3]?.form ?? '.')
  )
}

/** "1.", "1)", "1.)", "(a)", "b.": the place of an item in a list. */
interface Marker {
  readonly first: number
  /** Index of its last word. */
  readonly last: number
  /** 1 for "1", "a", "A". */
  readonly place: number
  /** Letters or digits, and the marks around them. */
  readonly style: string
}

/** Where items follow one another in a block ("1. … 2. …"), each begins a sentence, and its marker ends none. */
function markList(words: readonly Word[], ends: Uint8Array): void {
  const open = new Map<string, Marker>()
  for (let i = 0; i < words.length; i++) {
    const marker = markerAt(words, i)
    if (marker === undefined) continue
    const before = open.get(marker.style)
    if (before !== undefined && marker.place === before.place + 1) {
      if (ends[before.first - 1] !== undefined) ends[before.first - 1] = Ruling.certain
      ends[marker.first - 1] = Ruling.certain
      for (const { first, last } of [before, marker]) for (let at = first; at <= last; at++) ends[at] = Ruling.forbidden
      open.set(marker.style, marker)
    } else if (isListStart(words, marker.first)) open.set(marker.style, marker)
    i = marker.last
  }
}

/** Nothing, a bullet or the end of a sentence stands before it. */
const isListStart = (words: readonly Word[], first: number): boolean =>
  first === 0 || /^(?:[.!?]+|[•*⁃-])$/.test(words[first - 1]!.form)

function markerAt(words: readonly Word[], at: number): Marker | undefined {
  const bullet = /^[•⁃]$/.test(words[at]!.form) ? 1 : 0
  const opening = words[at + bullet]?.form === '(' ? 1 : 0
  const number = words[at + bullet + opening]
  if (number === undefined || !/^(?:\d{1,3}|[a-zA-Z])\.?$/.test(number.form)) return undefined
  let last = at + bullet + opening
  let marks = number.form.endsWith('.') ? '.' : ''
  while (
    last + 1 < words.length &&
    !gapAfter(words, last) &&
    /^[.)]$/.test(words[last + 1]!.form) &&
    marks.length < 2
  ) {
    marks += words[++last]!.form
  }
  if (marks === '' || (opening === 1 && !marks.includes(')')) || !gapAfter(words, last)) return undefined
  const sign = number.form.replace('.', '')
  const digits = /\d/.test(sign)
  const place = digits ? Number(sign) : sign.toLowerCase().charCodeAt(0) - 96
  return {
    first: at,
    last,
    place,
    style: `${bullet}${opening}${digits ? 1 : sign === sign.toLowerCase() ? 'a' : 'A'}${marks}`,
  }
}

/** Days, months and time zones may follow "5 p.m.". */
const afterClock =
  /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[a-z]{2,3}t$|gmt|utc)/i

/** Index of the last word of the sentence that word `i` ends; -1 where it ends none. */
function endsAt(words: readonly Word[], i: number): number {
  const form = words[i]!.form
  const kind = terminal(form)
  if (kind === undefined) return -1
  let last = i
  let closed = false
  while (last + 1 < words.length && last < i + mostClosers && words[last + 1]!.start === words[last]!.end) {
    const next = words[last + 1]!
    if (closers.has(next.form)) closed = true
    else if (!/^[.!?…]{1,6}$/.test(next.form)) break
    last++
  }
  last = notesEnd(words, citationsEnd(words, last))
  if (last + 1 === words.length) return last
  if (form === '.' && isEnumeration(words, i)) return -1
  if (!gapAfter(words, last) && (kind === 'abbreviation' || !isUpper(words[last + 1]!.form))) return -1
  // "!Xun", "Y!J"
  if (kind === 'asking' && !gapAfter(words, last) && (i === 0 || gapAfter(words, i - 1) || !glue(words, last)))
    return -1
  let n = last + 1
  while (n < words.length - 1 && n < last + 3 && openers.has(words[n]!.form)) n++
  const next = words[n]!.form
  const small = isLower(next[0]!) && !isUpper(next[0]!)
  if (kind === 'abbreviation') {
    if (/^[ap]\.m\.$/i.test(form) && isUpper(next[0]!) && i > 3 && !afterClock.test(next)) return last
    return starters.has(next.toLowerCase()) && isUpper(next[0]!) && !titles.has(form.slice(0, -1).toLowerCase())
      ? last
      : -1
  }
  if (small) {
    if (closed || kind === 'dots') return -1
    if (kind === 'asking' || next.length === 1) return -1
    return last
  }
  if (/^[,;:)\]]/.test(next)) return -1
  return last
}

/** "[12] [13]" after the full stop belongs to the sentence. */
function citationsEnd(words: readonly Word[], last: number): number {
  let end = last
  while (words[end + 1]?.form === '[' && /^\d+$/.test(words[end + 2]?.form ?? '') && words[end + 3]?.form === ']')
    end += 3
  return end
}

/** "judged.11 12 The": numbers of footnotes, the first glued to the full stop, belong to the sentence. */
function notesEnd(words: readonly Word[], last: number): number {
  const isNote = (at: number) => /^\d{1,3}$/.test(words[at]?.form ?? '')
  if (words[last]!.form !== '.' || !isNote(last + 1) || gapAfter(words, last)) return last
  if (!/^[\p{L})]+$/u.test(words[last - 1]?.form ?? '')) return last
  let end = last + 1
  while (isNote(end + 1)) end++
  return isUpper(words[end + 1]?.form[0] ?? 'A') ? end : last
}

/** A number or letter before the period that opens the block or follows a full stop: "2. Costs". */
function isEnumeration(words: readonly Word[], i: number): boolean {
  const number = words[i - 1]
  if (
    number === undefined ||
    number.end !== words[i]!.start ||
    !/^(?:\d{1,3}|\d(?:\.\d+)+|[a-zA-Z])$/.test(number.form)
  )
    return false
  const before = words[i - 2]
  return (
    before === undefined || /^[*•⁃>]$/.test(before.form) || (/^[.!?-]+$/.test(before.form) && before.end < number.start)
  )
}

type Terminal = 'period' | 'asking' | 'dots' | 'abbreviation'

function terminal(form: string): Terminal | undefined {
  if (form === '.' || form === '。' || form === '．') return 'period'
  const last = form[form.length - 1]
  if (last === '!' || last === '?' || last === '！' || last === '？')
    return /^[!?！？]+$/.test(form) ? 'asking' : undefined
  if (form === '…' || form === '..' || (last === '.' && form.startsWith('..'))) return 'dots'
  if (last === '.' && (form.length > 2 || others.has(form[0]!.toLowerCase()))) return 'abbreviation'
  return undefined
}
