/**
 * First tags and a first parse around a word → hashes of features for a second tagging: syntax tells a preposition from
 * an adverb and a noun from a verb.
 */
import { three, two } from './hashing.ts'
import type { Guide } from './parser-features.ts'

/** What the first passes said; the words' hashes with the parser's conventions. */
export interface FirstReading {
  readonly guide: Guide
  readonly words: Int32Array
  readonly upos: Int32Array
  readonly xpos: Int32Array
}

/** Writes the features of word `i` to `out` from `k` on; where they end. */
export function readingFeatures(
  { guide, words, upos, xpos }: FirstReading,
  i: number,
  out: Int32Array,
  k: number,
): number {
  const n = words.length - 2
  const nothing = n + 1
  const head = guide.heads[i]!
  const relation = guide.relations[i]!
  const direction = head === n ? 0 : head < i ? 1 : 2
  const last = guide.lastChild[i]!
  const child = last < 0 ? nothing : last
  const before = i > 0 ? i - 1 : nothing
  const after = i + 1 < n ? i + 1 : nothing
  const tag = xpos[i]!
  const word = words[i]!
  out[k++] = two(60, tag, upos[i]!)
  out[k++] = two(61, tag, word)
  out[k++] = two(62, relation, direction)
  out[k++] = two(63, relation, tag)
  out[k++] = two(64, relation, word)
  out[k++] = two(65, xpos[head]!, relation)
  out[k++] = three(66, xpos[head]!, tag, direction)
  out[k++] = three(67, words[head]!, tag, relation)
  out[k++] = two(68, words[head]!, word)
  out[k++] = two(69, guide.relations[head]!, relation)
  out[k++] = three(70, tag, guide.relations[child]!, xpos[child]!)
  out[k++] = three(71, tag, guide.relations[child]!, child < i ? 0 : 1)
  out[k++] = three(72, tag, xpos[before]!, xpos[after]!)
  out[k++] = three(73, word, xpos[before]!, xpos[after]!)
  out[k++] = two(74, tag, xpos[after]!)
  out[k++] = three(75, tag, xpos[after]!, after + 1 < n ? xpos[after + 1]! : 1)
  out[k++] = three(76, tag, relation, guide.relations[after]!)
  out[k++] = three(77, tag, relation, guide.relations[before]!)
  return k
}
