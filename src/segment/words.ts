/**
 * Running text → words by the conventions of Universal Dependencies for English (EWT, GUM): clitics and possessives are
 * words of their own, compounds are taken apart at the hyphen unless it follows a prefix, punctuation is one word a
 * mark or a run of the same mark, addresses of the net stay whole.
 *
 * Every character that is no white space is in exactly one word; each step moves on, so the time is linear.
 */
import type { Word } from '../model/index.ts'
import { beforeNumbers, capitalOnly, others, starters, titles } from './abbreviations.ts'
import { alnumEnd, isDigit, isLetter, isLower, isSpace, isUpper, unitsAt } from './characters.ts'
import { cliticStart, isApostrophe } from './clitics.ts'

const url = /(?:https?|ftp):\/\/[^\s<>"“”]{1,2000}|(?:www\.|mailto:)[^\s<>"“”]{2,2000}/iy
const mail = /[\p{L}\p{N}_.+%-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,6}/uy
const domain =
  /(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|org|net|gov|edu|info|mil|co\.uk)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]{0,500})?/iuy
const fileName =
  /[\p{L}\p{N}_#~%&.-]{0,80}\.(?:docx?|xlsx?|pptx?|pdf|html?|txt|jpe?g|png|gif|zip|exe|url|mp3|csv)(?![\p{L}\p{N}])/iuy
/** "w/o", "L/C", "s/he": a single letter before the slash. */
const slashed = /\p{L}\/(?:\p{L}{1,3})?(?![\p{L}\p{N}/])/uy
/** What is left when a speaker breaks off. */
const brokenOff = /(?:\p{L}{1,2}|[ctsw]h)-(?=\s)/iuy
const newsgroup = /[a-z]{2,20}(?:\.[a-z]{2,20}){2,6}(?![\p{L}\p{N}])/uy
const date = /\d{1,4}\/\d{1,2}\/\d{1,4}(?![\d/])|\d{1,2}-\d{1,2}-\d{2,4}(?![\d-])/y
const phone = /(?:\d{1,3}[-.])?(?:\d{3}[-./])?\d{3}-\d{4}(?![\d-])|\d{5}-\d{4}(?![\d-])|\+\d[\d-]{0,20}/y
const number = /\d+(?:,\d{3}(?!\d)|[.:]\d+)*/y
const fraction = /\d{1,2}\/\d{1,2}(?![\d/\p{L}])/uy
const decade = /(?:['’]s|s|st|nd|rd|th)(?![\p{L}\p{N}])/iuy
const unit =
  /(?:[ap]\.?m|[kmb]n?|mm|cm|km|kg|mg|ml|lbs?|oz|ft|mph|kph|hz|[kmg]hz|[kmg]b|hrs?|mins?|yrs?|tr)(?![\p{L}\p{N}])/iuy
const emoticon = /[:;=][-o']?[()DPp|/\\\][](?![\p{L}\p{N}])|<3(?!\d)|\^_\^|-_-/uy
const handle = /[@#][\p{L}_][\p{L}\p{N}_]{0,140}/uy
const emoji =
  /\p{Extended_Pictographic}(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic}){0,12}|[\u{1F1E6}-\u{1F1FF}]{2}/uy
const shortYear = /['’](?:\d{2}s?(?!\d)|em\b|til\b|n\b|cause\b)/iy
const loneClitic = /(?:n['’]t|['’](?:s|m|d|re|ve|ll))(?![\p{L}\p{N}])/iuy
const currency = /(?:US|U|A|HK|C|NZ)\$/y

const prefixes = new Set(
  'non e re anti co pre pro mid cross post semi over sub multi ex counter mini socio psycho neo inter micro un intra'.split(
    ' ',
  ),
)
/** Marks that make one word when they are repeated. */
const runs = new Set('.!?-=*_~+#$<>|^'.split('').map((char) => char.charCodeAt(0)))

/** Where the match of a sticky pattern at `at` ends; `at` where it does not match, or would pass `end`. */
function after(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at
  return pattern.test(text) && pattern.lastIndex <= end ? pattern.lastIndex : at
}

/** Splits a stretch of text into words. `end` is half-open; white space of any kind parts words. */
export function splitWords(text: string, start: number, end: number): Word[] {
  const words: Word[] = []
  let at = start
  let nextMail = -1
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    let stop = at + 1
    while (stop < end && !isSpace(text.charCodeAt(stop))) stop++
    if (nextMail < at) nextMail = nextMail === end ? end : indexOrEnd(text, '@', at, end)
    splitChunk({ text, words, limit: end, dotted: hasInnerDot(text, at, stop) }, at, stop, nextMail < stop)
    at = stop
  }
  return words
}

/** Whether a period stands before a letter: a name of a file may be there. */
function hasInnerDot(text: string, start: number, end: number): boolean {
  for (let i = start; i < end - 1; i++) if (text[i] === '.' && isLetter(text, i + 1)) return true
  return false
}

function indexOrEnd(text: string, char: string, at: number, end: number): number {
  for (let i = at; i < end; i++) if (text[i] === char) return i
  return end
}

/** The words of a bare string. */
export const tokenize = (text: string): Word[] => splitWords(text, 0, text.length)

interface Target {
  readonly text: string
  readonly words: Word[]
  /** Where the stretch ends that may be looked at for what follows. */
  readonly limit: number
  /** The run at hand has a period before a letter. */
  readonly dotted: boolean
}

function push(target: Target, start: number, end: number, joined = false): number {
  target.words.push({ start, end, form: target.text.slice(start, end), joined })
  return end
}

/** A run without white space. */
function splitChunk(target: Target, start: number, end: number, hasAt: boolean): void {
  const { text } = target
  let at = start
  while (at < end) {
    if (isLetter(text, at)) at = letters(target, at, end, hasAt)
    else if (isDigit(text, at)) at = digits(target, at, end, hasAt)
    else at = marks(target, at, end)
  }
}

/** An address of the net without the punctuation that ends the sentence around it. */
function trimAddress(text: string, start: number, end: number): number {
  let stop = end
  while (stop > start + 1) {
    const char = text[stop - 1]!
    if ('.,;:!?\'"’”*]}'.includes(char)) stop--
    else if (char === ')' && !text.slice(start, stop).includes('(')) stop--
    else break
  }
  return stop
}

function address(text: string, at: number, end: number, hasAt: boolean): number {
  const first = text[at]!.toLowerCase()
  if (first === 'h' || first === 'f' || first === 'w' || first === 'm') {
    const stop = after(url, text, at, end)
    if (stop > at) return trimAddress(text, at, stop)
  }
  if (hasAt) {
    const stop = after(mail, text, at, end)
    if (stop > at) return trimAddress(text, at, stop)
  }
  return at
}

/** A word that starts with a letter, with its period, its clitic and its prefix. */
function letters(target: Target, at: number, end: number, hasAt: boolean): number {
  const { text } = target
  let stop = alnumEnd(text, at, end)
  if (stop === end) return word(target, at, stop)
  const net = address(text, at, end, hasAt)
  if (net > at) return push(target, at, net)
  if (target.dotted) {
    const file = after(fileName, text, at, end)
    if (file > at) return push(target, at, file)
  }
  const paid = after(currency, text, at, end)
  if (paid > at) return push(target, at, paid)
  if (text[stop] === '.' && stop + 1 < end && isLetter(text, stop + 1)) {
    const dotted = dottedEnd(text, at, end)
    if (dotted > at) return push(target, at, dotted)
    const name = Math.max(after(domain, text, at, end), after(newsgroup, text, at, end))
    if (name > at) return push(target, at, trimAddress(text, at, name))
  }
  if (text[stop] === '/' || text[stop] === '-') {
    const short = Math.max(after(slashed, text, at, end), after(brokenOff, text, at, end))
    if (short > at && !glued(target.words, at)) return push(target, at, short)
  }
  for (;;) {
    const mark = text[stop]
    const next = stop + 1
    if (next >= end || !(isLetter(text, next) || isDigit(text, next))) break
    const inside =
      (isApostrophe(mark) && isLetter(text, next)) ||
      mark === '*' ||
      mark === '_' ||
      mark === '\u00ad' ||
      (mark === '&' && stop - at <= 3 && isUpper(text.slice(at, stop))) ||
      (mark === '-' && takesHyphen(text, at, stop))
    if (!inside) break
    stop = alnumEnd(text, next, end)
  }
  if (text[stop] === '!' && text.slice(at, stop) === 'Yahoo') return push(target, at, stop + 1)
  if (text[stop] === '.' && keepsPeriod(target, at, stop, end)) return push(target, at, stop + 1)
  return word(target, at, stop)
}

/** Whether the word [at, stop) is a prefix: "co-operate", "mid-1980s", but "Tehrik-e-Insaf" is taken apart. */
function takesHyphen(text: string, at: number, stop: number): boolean {
  const form = text.slice(at, stop).toLowerCase()
  return prefixes.has(form) && !(form === 'e' && isUpper(text[stop + 1]!))
}

/** Pushes a word, in two where it holds a clitic. */
function word(target: Target, start: number, end: number): number {
  const clitic = cliticStart(target.text.slice(start, end))
  if (clitic === 0) return push(target, start, end)
  push(target, start, start + clitic)
  return push(target, start + clitic, end, true)
}

/** Where "U.S.", "e.g.", "Ph.D." ends; `at` where there is none. */
function dottedEnd(text: string, at: number, end: number): number {
  let i = at
  let parts = 0
  for (;;) {
    const stop = alnumEnd(text, i, Math.min(end, i + 4))
    const length = stop - i
    if (length === 0 || length > (parts === 0 ? 2 : 1) || !isLetter(text, i)) break
    parts++
    i = stop
    if (text[i] !== '.' || text[i + 1] === '.') break
    i++
  }
  // a longer word right after it: no abbreviation ("a.Then")
  if (parts < 2 || (i < end && (isLetter(text, i) || isDigit(text, i)))) return at
  return i
}

/** Whether the period after the word [at, stop) belongs to it. */
function keepsPeriod(target: Target, at: number, stop: number, end: number): boolean {
  const { text } = target
  if (stop + 1 < end && !',;:)?!\'’"”]-/'.includes(text[stop + 1]!)) return false
  const form = text.slice(at, stop)
  const lower = form.toLowerCase()
  const last = stop + 1 === end
  const next = last ? nextStart(target, end) : -1
  const upper = isUpper(form[0]!)
  const smallNext = next >= 0 && isLower(text[next]!) && !isUpper(text[next]!)
  if (titles.has(lower)) return upper || lower.length > 2 || smallNext
  if (form.length === 1 && !(lower === 'p' && !upper)) {
    // "(b. 1950", "(d. 2003"
    if (!upper) return at > 0 && text[at - 1] === '(' && next >= 0
    // an initial: a name follows, no word that starts a sentence
    if (!last) return text[stop + 1] === ',' || text[stop + 1] === '-'
    return next >= 0 && isUpper(text[next]!) && !starters.has(wordAt(text, next, target.limit).toLowerCase())
  }
  if (beforeNumbers.has(lower)) {
    return next >= 0 && (isDigit(text, next) || ((upper || lower.length > 3) && lower !== 'no' && isUpper(text[next]!)))
  }
  if (!others.has(lower) || (capitalOnly.has(lower) && !upper)) return false
  return lower !== 'etc' || (last ? next >= 0 && !isUpper(text[next]!) : true)
}

/** Where the next word starts after white space; -1 where nothing follows. */
function nextStart({ text, limit }: Target, from: number): number {
  let i = from
  while (i < limit && isSpace(text.charCodeAt(i))) i++
  return i < limit ? i : -1
}

const wordAt = (text: string, at: number, end: number): string =>
  text.slice(at, alnumEnd(text, at, Math.min(end, at + 20)))

function digits(target: Target, at: number, end: number, hasAt: boolean): number {
  const { text } = target
  if (target.dotted) {
    const file = after(fileName, text, at, end)
    if (file > at) return push(target, at, file)
  }
  if (hasAt) {
    const stop = after(mail, text, at, end)
    if (stop > at) return push(target, at, trimAddress(text, at, stop))
  }
  for (const pattern of [date, phone, fraction]) {
    const stop = after(pattern, text, at, end)
    if (stop > at) return push(target, at, stop)
  }
  let stop = after(number, text, at, end)
  if (stop === at) return push(target, at, alnumEnd(text, at, end))
  const ordinal = after(decade, text, stop, end)
  if (ordinal > stop) return push(target, at, ordinal)
  if (after(unit, text, stop, end) > stop) return push(target, at, stop)
  stop = alnumEnd(text, stop, end)
  return push(target, at, stop)
}

function marks(target: Target, at: number, end: number): number {
  const { text, words } = target
  const char = text[at]!
  const code = text.charCodeAt(at)
  if (char === '+' && !glued(words, at)) {
    const stop = after(phone, text, at, end)
    if (stop > at) return push(target, at, stop)
  }
  if (char === '.' && at + 1 < end && isDigit(text, at + 1) && !glued(words, at)) {
    return push(target, at, after(number, text, at + 1, end))
  }
  if (isApostrophe(char) || char === '‘') {
    const next = text[at + 1]
    if ((next === char || (char === '‘' && next === '’')) && at + 1 < end) return push(target, at, at + 2)
    const clitic = after(loneClitic, text, at, end)
    if (clitic > at) return push(target, at, clitic, glued(words, at))
    const year = after(shortYear, text, at, end)
    if (year > at && !glued(words, at)) return push(target, at, year)
    return push(target, at, at + 1, possessive(target, at, end))
  }
  if (char === ':' || char === ';' || char === '=' || char === '<' || char === '^') {
    const stop = after(emoticon, text, at, end)
    if (stop > at) return push(target, at, stop)
  }
  if ((char === '@' || char === '#') && !glued(words, at)) {
    const stop = after(handle, text, at, end)
    if (stop > at) return push(target, at, stop)
  }
  if (runs.has(code)) {
    let stop = at + 1
    const both = char === '!' || char === '?'
    while (stop < end && (text[stop] === char || (both && (text[stop] === '!' || text[stop] === '?')))) stop++
    if (char === '$') for (let i = at; i < stop; i++) push(target, i, i + 1)
    else push(target, at, stop)
    return stop
  }
  const units = unitsAt(text, at)
  if (code > 0x2000) {
    const stop = after(emoji, text, at, end)
    if (stop > at) return push(target, at, stop)
  }
  return push(target, at, at + units)
}

const glued = (words: readonly Word[], at: number): boolean => words.length > 0 && words[words.length - 1]!.end === at

/** An apostrophe after a plural's s with no quotation open before it. */
function possessive({ text, words }: Target, at: number, end: number): boolean {
  if (!glued(words, at) || (at + 1 < end && isLetter(text, at + 1))) return false
  const owner = words[words.length - 1]!.form
  if (!/[sxz]$/i.test(owner)) return false
  for (let i = words.length - 2; i >= 0 && i > words.length - 60; i--) {
    const form = words[i]!.form
    if (words[i]!.joined) continue
    if (form === '‘' || form === "'" || form === '`') return false
  }
  return true
}
