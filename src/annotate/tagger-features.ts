/** Words around and tags before → hashes of features, after Ratnaparkhi (1996) and Toutanova et al. (2003). */
import { four, one, three, two } from './hashing.ts'
import type { FirstReading } from './retagger-features.ts'
import { column, type WordTable } from './word-table.ts'

/** A sentence as the templates see it. */
export interface TaggedContext {
  readonly table: WordTable
  /** Where each word's row begins. */
  readonly places: Int32Array
  readonly capitals: boolean
  /** First tags and a first parse, for the second tagger. */
  readonly reading?: FirstReading
}

const { form, word, shape, usualTags, cluster, cluster4, cluster8, flags } = column
const { suffix1, suffix2, suffix3, suffix4, suffix5, prefix1, prefix2, prefix3 } = column

/** Writes the features of word `i` after the tags `last` and `lastButOne` to `out`; how many they are. */
export function tagFeatures(
  context: TaggedContext,
  [i, last, lastButOne]: readonly [number, number, number],
  out: Int32Array,
): number {
  const { places } = context
  const rows = context.table.rows
  const n = places.length
  const w = places[i]!
  const b1 = i > 0 ? places[i - 1]! : 0
  const b2 = i > 1 ? places[i - 2]! : 0
  const a1 = i + 1 < n ? places[i + 1]! : 0
  const a2 = i + 2 < n ? places[i + 2]! : 0
  const place = i === 0 ? 1 : context.capitals ? 2 : 0
  const wWord = rows[w + word]!
  const wTags = rows[w + usualTags]!
  const wShape = rows[w + shape]!
  const before = rows[b1 + word]!
  const after = rows[a1 + word]!
  const afterTags = rows[a1 + usualTags]!
  const after2Tags = rows[a2 + usualTags]!
  let k = 0
  out[k++] = one(0, 0)
  out[k++] = one(1, rows[w + form]!)
  out[k++] = one(2, wWord)
  out[k++] = one(3, rows[w + suffix1]!)
  out[k++] = one(4, rows[w + suffix2]!)
  out[k++] = one(5, rows[w + suffix3]!)
  out[k++] = one(6, rows[w + suffix4]!)
  out[k++] = one(7, rows[w + suffix5]!)
  out[k++] = one(8, rows[w + prefix1]!)
  out[k++] = one(9, rows[w + prefix2]!)
  out[k++] = one(10, rows[w + prefix3]!)
  out[k++] = one(11, wShape)
  out[k++] = one(12, wTags)
  out[k++] = two(13, rows[w + flags]!, place)
  out[k++] = two(14, wShape, place)
  out[k++] = one(15, rows[w + cluster]!)
  out[k++] = one(16, rows[w + cluster4]!)
  out[k++] = one(17, rows[w + cluster8]!)
  out[k++] = one(20, last)
  out[k++] = one(21, lastButOne)
  out[k++] = two(22, last, lastButOne)
  out[k++] = two(23, last, wWord)
  out[k++] = two(24, last, wTags)
  out[k++] = two(25, last, rows[w + suffix3]!)
  out[k++] = two(26, last, afterTags)
  out[k++] = three(27, last, lastButOne, wTags)
  out[k++] = three(28, last, wTags, afterTags)
  out[k++] = four(29, last, lastButOne, wTags, afterTags)
  out[k++] = one(30, before)
  out[k++] = one(31, rows[b2 + word]!)
  out[k++] = one(32, after)
  out[k++] = one(33, rows[a2 + word]!)
  out[k++] = one(34, rows[b1 + suffix3]!)
  out[k++] = one(35, rows[a1 + suffix3]!)
  out[k++] = one(36, afterTags)
  out[k++] = two(37, afterTags, after2Tags)
  out[k++] = two(38, wTags, afterTags)
  out[k++] = three(39, wTags, afterTags, after2Tags)
  out[k++] = two(40, before, wWord)
  out[k++] = two(41, wWord, after)
  out[k++] = two(42, before, after)
  out[k++] = two(43, rows[a1 + shape]!, wShape)
  out[k++] = two(44, rows[b1 + shape]!, wShape)
  out[k++] = two(45, rows[w + suffix2]!, afterTags)
  out[k++] = two(46, wTags, rows[b1 + usualTags]!)
  out[k++] = one(47, rows[b1 + cluster]!)
  out[k++] = one(48, rows[a1 + cluster]!)
  out[k++] = two(49, rows[w + cluster]!, last)
  return k
}
