/** Words of a sentence in its document → hashes of features for names, after Ratinov and Roth (2009). */
import { four, one, three, two } from './hashing.ts'
import { column, type WordTable } from './word-table.ts'

/** A sentence as the templates see it; each array has a number a word. */
export interface NameContext {
  readonly table: WordTable
  /** Where each word's row begins. */
  readonly places: Int32Array
  /** `lexicalBits` of each form. */
  readonly bits: Int32Array
  /** `knownNames`. */
  readonly names: Int32Array
  /** Hashes of the guessed tags. */
  readonly tags: Int32Array
  /** 2 for words that may be in a name, 1 for those that may be in one between such, 0 for the many that are ordinary. */
  readonly candidates: Uint8Array
  /** How the rest of the document writes the word: see `DocumentCases`. */
  readonly cases: Int32Array
  /** Features of each word by its other places in the document: see `Elsewhere`. */
  readonly elsewhere: readonly Int32Array[]
  /** 0 running text, 1 title case, 2 capitals. */
  readonly style: number
  /** The collection that it was learnt from; its own conventions are learnt apart. */
  readonly collection: number
}

const { form, word, shape, usualTags, cluster, cluster4, cluster8, flags } = column
const { suffix2, suffix3, suffix4, prefix2, prefix3 } = column

/** Words that are looked at to find the next one without a capital. */
const reach = 5

/** Writes the features of word `i` to `out`; how many they are. */
export function nameFeatures(context: NameContext, i: number, out: Int32Array): number {
  const { places, bits, names, tags, cases, elsewhere, style, collection } = context
  const rows = context.table.rows
  const n = places.length
  const row = (at: number) => (at >= 0 && at < n ? places[at]! : 0)
  const bit = (at: number) => (at >= 0 && at < n ? bits[at]! : -1)
  const known = (at: number) => (at >= 0 && at < n ? names[at]! : -1)
  const w = row(i)
  const b1 = row(i - 1)
  const b2 = row(i - 2)
  const a1 = row(i + 1)
  const a2 = row(i + 2)
  const wWord = rows[w + word]!
  const wShape = rows[w + shape]!
  const wTags = rows[w + usualTags]!
  const wCluster = rows[w + cluster]!
  const wFlags = rows[w + flags]!
  const bWord = rows[b1 + word]!
  const aWord = rows[a1 + word]!
  const bShape = rows[b1 + shape]!
  const aShape = rows[a1 + shape]!
  const bCluster = rows[b1 + cluster]!
  const aCluster = rows[a1 + cluster]!
  const bTags = rows[b1 + usualTags]!
  const aTags = rows[a1 + usualTags]!
  const place = (i === 0 ? 1 : 0) + 2 * style
  let before = i - 1
  while (before >= 0 && before > i - reach && context.table.isCapital(row(before))) before--
  let after = i + 1
  while (after < n && after < i + reach && context.table.isCapital(row(after))) after++
  const outer = rows[row(before) + word]!
  const next = rows[row(after) + word]!
  let k = 0
  out[k++] = one(0, 0)
  out[k++] = one(1, rows[w + form]!)
  out[k++] = one(2, wWord)
  out[k++] = one(3, rows[w + suffix2]!)
  out[k++] = one(4, rows[w + suffix3]!)
  out[k++] = one(5, rows[w + suffix4]!)
  out[k++] = one(6, rows[w + prefix2]!)
  out[k++] = one(7, rows[w + prefix3]!)
  out[k++] = one(8, wShape)
  out[k++] = two(9, wFlags, place)
  out[k++] = one(10, wTags)
  out[k++] = three(11, wTags, wFlags, place)
  out[k++] = one(12, wCluster)
  out[k++] = one(13, rows[w + cluster4]!)
  out[k++] = one(14, rows[w + cluster8]!)
  out[k++] = two(15, wCluster, wFlags)
  out[k++] = two(16, rows[w + cluster8]!, wShape)
  // the words around
  out[k++] = one(20, bWord)
  out[k++] = one(21, rows[b2 + word]!)
  out[k++] = one(22, aWord)
  out[k++] = one(23, rows[a2 + word]!)
  out[k++] = two(24, bWord, wWord)
  out[k++] = two(25, wWord, aWord)
  out[k++] = two(26, bWord, wShape)
  out[k++] = two(27, aWord, wShape)
  out[k++] = two(28, bShape, wShape)
  out[k++] = two(29, wShape, aShape)
  out[k++] = three(30, bShape, wShape, aShape)
  out[k++] = three(31, rows[b2 + shape]!, bShape, wShape)
  out[k++] = three(32, wShape, aShape, rows[a2 + shape]!)
  out[k++] = three(33, rows[b2 + word]!, bWord, wFlags)
  out[k++] = three(34, aWord, rows[a2 + word]!, wFlags)
  out[k++] = two(35, rows[b1 + suffix3]!, wFlags)
  out[k++] = two(36, rows[a1 + suffix3]!, wFlags)
  out[k++] = two(37, bTags, wTags)
  out[k++] = two(38, wTags, aTags)
  out[k++] = three(39, bTags, wTags, aTags)
  // clusters around
  out[k++] = one(40, bCluster)
  out[k++] = one(41, aCluster)
  out[k++] = two(42, bCluster, wCluster)
  out[k++] = two(43, wCluster, aCluster)
  out[k++] = two(44, rows[b1 + cluster8]!, wFlags)
  out[k++] = two(45, rows[a1 + cluster8]!, wFlags)
  out[k++] = three(46, rows[b1 + cluster4]!, wFlags, rows[a1 + cluster4]!)
  out[k++] = two(47, rows[b2 + cluster8]!, wFlags)
  out[k++] = two(48, rows[a2 + cluster8]!, wFlags)
  // the nearest words without a capital
  out[k++] = two(50, outer, wFlags)
  out[k++] = two(51, next, wFlags)
  out[k++] = three(52, outer, next, wFlags)
  out[k++] = three(53, rows[row(before) + cluster8]!, rows[row(after) + cluster8]!, wFlags)
  out[k++] = two(54, after - i, i - before)
  // the run of words with capitals that the word is in: what its first and last words say
  const [head, tail] = [before + 1, after - 1]
  out[k++] = two(55, rows[row(tail) + word]!, wFlags)
  out[k++] = two(56, rows[row(head) + word]!, wFlags)
  out[k++] = four(57, bit(head), bit(tail), after - before, wFlags)
  out[k++] = three(58, bit(tail), after - i, wFlags)
  out[k++] = three(59, bit(head), i - before, wFlags)
  const tailCluster = rows[row(tail) + cluster8]!
  out[k++] = three(111, outer, rows[row(tail) + word]!, wFlags)
  out[k++] = four(112, tailCluster, rows[row(head) + cluster8]!, wFlags, i - before)
  out[k++] = three(113, rows[row(before) + cluster8]!, tailCluster, after - before)
  out[k++] = three(114, tailCluster, after - i, wFlags)
  out[k++] = three(115, rows[row(tail) + suffix3]!, after - i, wFlags)
  // the lexicon
  const wBits = bit(i)
  const wKnown = known(i)
  out[k++] = one(60, wBits)
  out[k++] = three(61, wBits, wFlags, place)
  out[k++] = one(62, bit(i - 1))
  out[k++] = one(63, bit(i + 1))
  out[k++] = three(64, bit(i - 1), wBits, wFlags)
  out[k++] = three(65, wBits, bit(i + 1), wFlags)
  out[k++] = two(66, bit(i - 2), wBits)
  out[k++] = two(67, wBits, bit(i + 2))
  out[k++] = one(68, wKnown)
  out[k++] = three(69, wKnown, wFlags, place)
  out[k++] = one(70, known(i - 1))
  out[k++] = one(71, known(i + 1))
  out[k++] = two(72, wKnown, bWord)
  out[k++] = two(73, wKnown, aWord)
  out[k++] = two(74, wKnown, wBits)
  out[k++] = two(75, wKnown, wTags)
  // the document
  out[k++] = two(80, cases[i]!, wFlags)
  out[k++] = three(81, cases[i]!, place, wTags)
  out[k++] = three(82, cases[i]!, wFlags, wKnown)
  // the collection
  out[k++] = one(90, collection)
  out[k++] = two(91, collection, wWord)
  out[k++] = three(92, collection, wFlags, place)
  out[k++] = three(93, collection, wTags, wFlags)
  out[k++] = four(94, collection, wKnown, wBits, wFlags)
  out[k++] = two(95, collection, wShape)
  // the tags
  const tag = (at: number) => (at >= 0 && at < n ? tags[at]! : 1)
  const wTag = tag(i)
  const bTag = tag(i - 1)
  const aTag = tag(i + 1)
  out[k++] = two(100, wTag, wFlags)
  out[k++] = three(101, bTag, wTag, wFlags)
  out[k++] = three(102, wTag, aTag, wFlags)
  out[k++] = three(103, bTag, wTag, aTag)
  out[k++] = two(104, wTag, wTags)
  out[k++] = two(105, wTag, wKnown)
  out[k++] = two(106, wTag, wBits)
  out[k++] = two(107, wTag, wCluster)
  out[k++] = three(108, collection, wTag, wFlags)
  out[k++] = three(109, wTag, aTag, tag(i + 2))
  out[k++] = three(110, wTag, bTag, tag(i - 2))
  for (const feature of elsewhere[i]!) out[k++] = feature
  return k
}
