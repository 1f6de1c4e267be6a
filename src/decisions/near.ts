/**
 * A few words → where in a text they stand, almost: approximate search by Sellers' algorithm (1980), edit distance by
 * Levenshtein's. Both look at bounded stretches only, so that no text makes them slow.
 */
import type { Span } from '../model/index.ts'

/** A place that reads like the words that are looked for. */
export interface Near extends Span {
  /** How many characters are put in, left out or changed. */
  readonly errors: number
}

/** How many characters make `b` of `a`; `Infinity` beyond 2,000 characters of both together. */
export function distance(a: string, b: string): number {
  if (a === b) return 0
  if (a.length + b.length > 2000) return Infinity
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** 1: the same, 0: nothing in common; spaces count as one. */
export function likeness(a: string, b: string): number {
  const [one, two] = [a, b].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string]
  const longest = Math.max(one.length, two.length)
  return longest === 0 ? 1 : Math.max(0, 1 - distance(one, two) / longest)
}

/**
 * Every stretch of `text` that becomes `pattern` by at most `most` changes, the best end of each run of ends. Time is
 * the product of both lengths: callers bound them.
 */
export function approximately(text: string, pattern: string, most: number): Near[] {
  const length = pattern.length
  // errors and start of the best stretch that ends here and matches so much of the pattern
  let errors = Array.from({ length: length + 1 }, (_, i) => i)
  let starts = new Array<number>(length + 1).fill(0)
  const found: Near[] = []
  for (let end = 1; end <= text.length; end++) {
    const next = [0]
    const nextStarts = [end]
    for (let i = 1; i <= length; i++) {
      const change = errors[i - 1]! + (pattern[i - 1] === text[end - 1] ? 0 : 1)
      const left = next[i - 1]! + 1
      const extra = errors[i]! + 1
      const best = Math.min(change, left, extra)
      next.push(best)
      nextStarts.push(best === change ? starts[i - 1]! : best === extra ? starts[i]! : nextStarts[i - 1]!)
    }
    errors = next
    starts = nextStarts
    if (errors[length]! > most || starts[length]! >= end) continue
    const last = found.at(-1)
    const here = { start: starts[length]!, end, errors: errors[length]! }
    if (!last || here.start > last.start + most) found.push(here)
    else if (here.errors < last.errors) found[found.length - 1] = here
  }
  return found
}
