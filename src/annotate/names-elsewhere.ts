/**
 * Words of a document → features of what stands around the same word in its other places: "Harlow" is a person where
 * "Mr. Harlow" is (context aggregation, Ratinov and Roth 2009).
 */
import { four, one } from './hashing.ts'
import { column, type WordTable } from './word-table.ts'

/** Places of a word that are looked at, at most. */
const mostPlaces = 4
/** Words that a run of capitals is followed for. */
const longestRun = 5

const nothing = new Int32Array(0)

/** Features of words with capitals by their other places in one document. */
export class Elsewhere {
  private readonly placesOf = new Map<number, (readonly [number, number])[]>()

  /**
   * @param rows - where the row of each word of each sentence begins
   * @param given - `NameContext.bits` and `NameContext.style` of each sentence
   */
  constructor(
    private readonly words: WordTable,
    private readonly rows: readonly Int32Array[],
    private readonly given: { readonly bits: readonly Int32Array[]; readonly styles: readonly number[] },
  ) {
    rows.forEach((places, s) => {
      if (given.styles[s] !== 0) return
      places.forEach((place, i) => {
        if (!words.isCapital(place)) return
        const word = words.rows[place + column.word]!
        const list = this.placesOf.get(word) ?? []
        if (list.length === 0) this.placesOf.set(word, list)
        if (list.length < mostPlaces) list.push([s, i])
      })
    })
  }

  /** For each word of a sentence the features of its other places. */
  of(s: number): Int32Array[] {
    return Array.from(this.rows[s]!, (place, i) => {
      if (!this.words.isCapital(place)) return nothing
      const others = this.placesOf.get(this.words.rows[place + column.word]!)
      if (!others || others.length < 2) return nothing
      const features: number[] = []
      for (const [otherS, otherI] of others) {
        if (otherS === s && otherI === i) continue
        for (const feature of this.around(otherS, otherI)) if (!features.includes(feature)) features.push(feature)
      }
      return Int32Array.from(features)
    })
  }

  private around(s: number, i: number): number[] {
    const places = this.rows[s]!
    const word = (at: number) => this.words.rows[(places[at] ?? 0) + column.word]!
    let first = i
    while (first > 0 && i - first < longestRun && this.words.isCapital(places[first - 1]!)) first--
    let last = i
    while (last + 1 < places.length && last - i < longestRun && this.words.isCapital(places[last + 1]!)) last++
    const bits = this.given.bits[s]!
    return [
      one(120, word(first - 1)),
      one(121, word(last + 1)),
      four(122, bits[first]!, bits[last]!, i - first, last - i),
      one(123, first < i ? word(i - 1) : 0),
      one(124, i < last ? word(i + 1) : 0),
    ]
  }
}
