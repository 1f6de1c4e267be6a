/** Words of a block → where its sentences end by rule: what `boundaries.ts` weighs with everything else. */
import type { Word } from '../model/index.ts'
import { others, starters, titles } from './abbreviations.ts'
import { isLower, isUpper } from './characters.ts'

export const closers = new Set(['"', "'", '”', '’', "''", ')', ']', '}', '»', '’’'])
const openers = new Set(['"', "'", '“', '‘', '``', "''", '(', '[', '{', '«', '-', '--', '—', '–', '*', '•'])

/** More marks than this after the end of a sentence are no closing quotation marks and brackets. */
const mostClosers = 6

/** For each word, whether a sentence ends with it: 1, or 0. */
export function ruledEnds(words: readonly Word[]): Uint8Array {
  const ends = new Uint8Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const last = endsAt(words, i)
    if (last < 0) continue
    ends[last] = 1
    i = last
  }
  if (words.length > 0) ends[words.length - 1] = 1
  return ends
}

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
    else if (terminal(next.form) === undefined || next.form.length > 6) break
    last++
  }
  last = citationsEnd(words, last)
  if (last + 1 === words.length) return last
  if (form === '.' && isEnumeration(words, i)) return -1
  if (words[last + 1]!.start === words[last]!.end && !(kind !== 'abbreviation' && isUpper(words[last + 1]!.form)))
    return -1
  let n = last + 1
  while (n < words.length - 1 && n < last + 3 && openers.has(words[n]!.form)) n++
  const next = words[n]!.form
  const small = isLower(next[0]!) && !isUpper(next[0]!)
  if (kind === 'abbreviation') {
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
  return before === undefined || /^[.!?*•>-]+$/.test(before.form)
}

type Terminal = 'period' | 'asking' | 'dots' | 'abbreviation'

function terminal(form: string): Terminal | undefined {
  if (form === '.' || form === '。') return 'period'
  const last = form[form.length - 1]
  if (last === '!' || last === '?' || last === '！' || last === '？')
    return /^[!?！？]+$/.test(form) ? 'asking' : undefined
  if (form === '…' || form === '..' || (last === '.' && form.startsWith('..'))) return 'dots'
  if (last === '.' && (form.length > 2 || others.has(form[0]!.toLowerCase()))) return 'abbreviation'
  return undefined
}
