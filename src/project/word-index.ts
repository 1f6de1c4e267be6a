/**
 * Texts → which of them hold some words, the last perhaps as a beginning only; the best first by BM25 (Robertson and
 * others 1994) as SQLite's FTS5 reckons it, so that a project in memory finds what the same project in a file finds.
 */

const saturation = 1.2
const lengthWeight = 0.75

/** Case and accents do not count; a word is a run of letters, digits and marks. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

export class WordIndex {
  /** For each word the rows that hold it, in the order in which they were added, with how often. */
  private readonly rows = new Map<string, Map<number, number>>()
  private readonly lengths: number[] = []
  private total = 0
  /** All words in order, to find those that begin with something; made when it is first needed. */
  private sorted: string[] | undefined

  /** Adds a text; it is row 0, 1, 2 … */
  add(text: string): void {
    const words = wordsOf(text)
    const row = this.lengths.push(words.length) - 1
    this.total += words.length
    for (const word of words) {
      let counts = this.rows.get(word)
      if (!counts) this.rows.set(word, (counts = new Map()))
      counts.set(row, (counts.get(row) ?? 0) + 1)
    }
    this.sorted = undefined
  }

  /** The rows that hold all words, the best first. */
  find(sought: readonly string[]): number[] {
    const words = sought.flatMap(wordsOf)
    const counted = words.map((word, i) => (i === words.length - 1 ? this.beginning(word) : this.rows.get(word)))
    const [first, ...others] = counted
    if (!first) return []
    const scores = new Map<number, number>()
    for (const row of first.keys())
      if (others.every((counts) => counts?.has(row))) scores.set(row, this.score(row, counted as Map<number, number>[]))
    return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([row]) => row)
  }

  private score(row: number, counted: readonly ReadonlyMap<number, number>[]): number {
    const length = this.lengths[row]! / (this.total / this.lengths.length)
    return counted.reduce((sum, counts) => {
      const rarity = Math.log((this.lengths.length - counts.size + 0.5) / (counts.size + 0.5))
      const count = counts.get(row)!
      const weight = (count * (saturation + 1)) / (count + saturation * (1 - lengthWeight + lengthWeight * length))
      return sum + Math.max(rarity, 1e-6) * weight
    }, 0)
  }

  /** The rows of all words that begin so. */
  private beginning(start: string): ReadonlyMap<number, number> {
    const sorted = (this.sorted ??= [...this.rows.keys()].sort())
    const found = new Map<number, number>()
    for (let i = firstAtLeast(sorted, start); i < sorted.length && sorted[i]!.startsWith(start); i++)
      for (const [row, count] of this.rows.get(sorted[i]!)!) found.set(row, (found.get(row) ?? 0) + count)
    return found
  }
}

/** Where the first word that is not before `word` stands. */
function firstAtLeast(sorted: readonly string[], word: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}
