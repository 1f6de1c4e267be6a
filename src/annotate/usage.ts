/**
 * How words are used in raw text that a parser has read (after Chen et al. 2009, "Improving dependency parsing with
 * subtrees from auto-parsed data"): what a verb, noun or adjective takes, which prepositions it has more often than
 * others, and whether a preposition with a noun goes with verbs or with nouns. All are told as small numbers.
 */

import { HashTable } from './hash-table.ts'
import { extend } from './hashing.ts'
import { universalTags } from './tagger.ts'

/** Parts of speech that are counted apart: 1 verbs, 2 nouns, 3 adjectives and adverbs, 4 the rest. */
const kindOf: Readonly<Record<string, number>> = {
  ...{ VERB: 1, AUX: 1, NOUN: 2, PROPN: 2, PRON: 2, NUM: 2, ADJ: 3, ADV: 3 },
}
export const usageKinds = Uint8Array.from(universalTags, (tag) => kindOf[tag] ?? 4)

/** A key for each thing that is counted; words are hashes of their normalized forms. */
export const usageKey = {
  word: (word: number, kind: number): number => extend(extend(1, word), kind),
  preposition: (word: number, kind: number, preposition: number): number =>
    extend(extend(extend(2, word), kind), preposition),
  noun: (preposition: number, noun: number): number => extend(extend(3, preposition), noun),
} as const

/** What a word takes: shares of those that have an obj, xcomp, ccomp and iobj, in ranges from 0 to 5. */
export interface Taken {
  readonly obj: number
  readonly xcomp: number
  readonly ccomp: number
  readonly iobj: number
}

const ranges = 6
/** Ranges of how seldom a preposition that was not seen with a word may be. */
const unseenRanges = 8

/** A word's entry: its shares, and the range of prepositions that it was not seen with. Not 0. */
export const wordEntry = ({ obj, xcomp, ccomp, iobj }: Taken, unseen: number): number =>
  1 + unseen + unseenRanges * (obj + ranges * (xcomp + ranges * (ccomp + ranges * iobj)))

/** Of a word that is not known. */
export const unknownUse = 0

export class Usage {
  private readonly table: HashTable

  /** @param entries - [key, number from 1 to 65,535] */
  constructor(readonly entries: readonly (readonly [number, number])[]) {
    this.table = new HashTable(entries.length)
    for (const [key, value] of entries) this.table.set(key, value)
  }

  /** The word's entry, `unknownUse` if it has none. */
  word(word: number, kind: number): number {
    return this.table.get(usageKey.word(word, kind))
  }

  /** How much more often than others the word has the preposition, a range; `entry` is the word's. */
  preposition(word: number, kind: number, { preposition, entry }: { preposition: number; entry: number }): number {
    if (entry === unknownUse) return unknownUse
    return this.table.get(usageKey.preposition(word, kind, preposition)) || 100 + ((entry - 1) % unseenRanges)
  }

  /** How often the preposition with the noun goes with verbs, a range; 0 where it is not known. */
  noun(preposition: number, noun: number): number {
    return this.table.get(usageKey.noun(preposition, noun))
  }
}

/** What an entry says that a word takes. */
export function takenOf(entry: number): Taken {
  const shares = Math.floor((entry - 1) / unseenRanges)
  return {
    obj: shares % ranges,
    xcomp: Math.floor(shares / ranges) % ranges,
    ccomp: Math.floor(shares / ranges ** 2) % ranges,
    iobj: Math.floor(shares / ranges ** 3) % ranges,
  }
}

/** The entries as bytes: sorted by key, gaps between keys as variable-length numbers, then two bytes a value. */
export function encodeUsage({ entries }: Usage): [keys: Uint8Array, values: Uint8Array] {
  const sorted = entries.map(([key, value]) => [key >>> 0, value] as const).sort(([a], [b]) => a - b)
  const keys: number[] = []
  let last = 0
  for (const [key] of sorted) {
    let gap = key - last
    last = key
    for (; gap >= 128; gap = Math.floor(gap / 128)) keys.push((gap % 128) | 128)
    keys.push(gap)
  }
  return [Uint8Array.from(keys), Uint8Array.from(sorted.flatMap(([, value]) => [value & 255, value >>> 8]))]
}

export function decodeUsage(keys: Uint8Array, values: Uint8Array): Usage {
  const entries: [number, number][] = []
  let key = 0
  let at = 0
  for (let i = 0; i < values.length; i += 2) {
    let factor = 1
    for (; keys[at]! & 128; factor *= 128) key += (keys[at++]! & 127) * factor
    key += keys[at++]! * factor
    entries.push([key | 0, values[i]! | (values[i + 1]! << 8)])
  }
  return new Usage(entries)
}
