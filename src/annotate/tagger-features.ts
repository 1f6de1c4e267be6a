/**
 * What the taggers' decisions look at: the word, the words around it and the tags before, after Ratnaparkhi (1996) and
 * Toutanova et al. (2003); the second tagger also at the first tags and a first parse, for syntax tells a preposition
 * from an adverb and a noun from a verb.
 */
import type { FirstReading } from './context.ts'
import { atomNumbers, readTemplates } from './templates.ts'
import { column, mostlyCapitals, type WordTable } from './word-table.ts'

/** A sentence whose words have been looked up. */
export interface Looked {
  readonly table: WordTable
  /** Where each word's row begins. They hold until the table is asked again. */
  readonly places: Int32Array
  /** Most of its words are written in capitals. */
  readonly capitals: boolean
  /** Words, by their place in the sentence, whose tags are known → the hash of their class's name. */
  readonly certain?: ReadonlyMap<number, number> | undefined
}

export function lookUpWords(table: WordTable, forms: readonly string[]): Looked {
  const places = table.look(forms)
  return { table, places, capitals: mostlyCapitals(table, places) }
}

/** A sentence as the templates see it. */
export interface TaggedContext extends Looked {
  /** First tags and a first parse, for the second tagger. */
  readonly reading?: FirstReading
}

/** Columns of the word's row, of the two before (b1, b2) and the two after (a1, a2). */
const atom = atomNumbers([
  ...([
    'form',
    'word',
    'suffix1',
    'suffix2',
    'suffix3',
    'suffix4',
    'suffix5',
    'prefix1',
    'prefix2',
    'prefix3',
  ] as const),
  ...([
    'shape',
    'usualTags',
    'flags',
    'place',
    'cluster',
    'cluster4',
    'cluster8',
    'lastClass',
    'lastButOneClass',
  ] as const),
  ...([
    'a1UsualTags',
    'b1Word',
    'b2Word',
    'a1Word',
    'a2Word',
    'b1Suffix3',
    'a1Suffix3',
    'a2UsualTags',
    'a1Shape',
  ] as const),
  ...(['b1Shape', 'b1UsualTags', 'b1Cluster', 'a1Cluster', 'dictionary', 'a1Dictionary'] as const),
  ...(['firstTag', 'firstUpos', 'knownWord', 'relation', 'direction', 'headTag', 'headWord', 'headRelation'] as const),
  ...(['childRelation', 'childTag', 'childSide', 'b1FirstTag', 'a1FirstTag', 'a2FirstTag', 'a1Relation'] as const),
  ...(['b1Relation'] as const),
])

const templateText = `
  0
  1 form
  2 word
  3 suffix1
  4 suffix2
  5 suffix3
  6 suffix4
  7 suffix5
  8 prefix1
  9 prefix2
  10 prefix3
  11 shape
  12 usualTags
  13 flags place
  14 shape place
  15 cluster
  16 cluster4
  17 cluster8
  20 lastClass
  21 lastButOneClass
  22 lastClass lastButOneClass
  23 lastClass word
  24 lastClass usualTags
  25 lastClass suffix3
  26 lastClass a1UsualTags
  27 lastClass lastButOneClass usualTags
  28 lastClass usualTags a1UsualTags
  29 lastClass lastButOneClass usualTags a1UsualTags
  30 b1Word
  31 b2Word
  32 a1Word
  33 a2Word
  34 b1Suffix3
  35 a1Suffix3
  36 a1UsualTags
  37 a1UsualTags a2UsualTags
  38 usualTags a1UsualTags
  39 usualTags a1UsualTags a2UsualTags
  40 b1Word word
  41 word a1Word
  42 b1Word a1Word
  43 a1Shape shape
  44 b1Shape shape
  45 suffix2 a1UsualTags
  46 usualTags b1UsualTags
  47 b1Cluster
  48 a1Cluster
  49 cluster lastClass
  50 dictionary
  51 dictionary lastClass
  52 dictionary suffix2
  53 a1Dictionary
  54 dictionary lastClass a1Dictionary
`
const readingTemplateText = `
  60 firstTag firstUpos
  61 firstTag knownWord
  62 relation direction
  63 relation firstTag
  64 relation knownWord
  65 headTag relation
  66 headTag firstTag direction
  67 headWord firstTag relation
  68 headWord knownWord
  69 headRelation relation
  70 firstTag childRelation childTag
  71 firstTag childRelation childSide
  72 firstTag b1FirstTag a1FirstTag
  73 knownWord b1FirstTag a1FirstTag
  74 firstTag a1FirstTag
  75 firstTag a1FirstTag a2FirstTag
  76 firstTag relation a1Relation
  77 firstTag relation b1Relation
`

export const firstTemplates = readTemplates(templateText, atom)
export const secondTemplates = readTemplates(templateText + readingTemplateText, atom)

/** Fills `atoms` with what is to be seen of word `i` after the classes `last` and `lastButOne`. */
export function fillTagAtoms(
  context: TaggedContext,
  [i, last, lastButOne]: readonly [number, number, number],
  atoms: Int32Array,
): void {
  const { places } = context
  const rows = context.table.rows
  const n = places.length
  const w = places[i]!
  const b1 = i > 0 ? places[i - 1]! : 0
  const b2 = i > 1 ? places[i - 2]! : 0
  const a1 = i + 1 < n ? places[i + 1]! : 0
  const a2 = i + 2 < n ? places[i + 2]! : 0
  atoms[atom.lastClass] = last
  atoms[atom.lastButOneClass] = lastButOne
  atoms[atom.place] = i === 0 ? 1 : context.capitals ? 2 : 0
  atoms[atom.form] = rows[w + column.form]!
  atoms[atom.word] = rows[w + column.word]!
  atoms[atom.suffix1] = rows[w + column.suffix1]!
  atoms[atom.suffix2] = rows[w + column.suffix2]!
  atoms[atom.suffix3] = rows[w + column.suffix3]!
  atoms[atom.suffix4] = rows[w + column.suffix4]!
  atoms[atom.suffix5] = rows[w + column.suffix5]!
  atoms[atom.prefix1] = rows[w + column.prefix1]!
  atoms[atom.prefix2] = rows[w + column.prefix2]!
  atoms[atom.prefix3] = rows[w + column.prefix3]!
  atoms[atom.shape] = rows[w + column.shape]!
  atoms[atom.usualTags] = rows[w + column.usualTags]!
  atoms[atom.flags] = rows[w + column.flags]!
  atoms[atom.cluster] = rows[w + column.cluster]!
  atoms[atom.cluster4] = rows[w + column.cluster4]!
  atoms[atom.cluster8] = rows[w + column.cluster8]!
  atoms[atom.a1UsualTags] = rows[a1 + column.usualTags]!
  atoms[atom.b1Word] = rows[b1 + column.word]!
  atoms[atom.b2Word] = rows[b2 + column.word]!
  atoms[atom.a1Word] = rows[a1 + column.word]!
  atoms[atom.a2Word] = rows[a2 + column.word]!
  atoms[atom.b1Suffix3] = rows[b1 + column.suffix3]!
  atoms[atom.a1Suffix3] = rows[a1 + column.suffix3]!
  atoms[atom.a2UsualTags] = rows[a2 + column.usualTags]!
  atoms[atom.a1Shape] = rows[a1 + column.shape]!
  atoms[atom.b1Shape] = rows[b1 + column.shape]!
  atoms[atom.b1UsualTags] = rows[b1 + column.usualTags]!
  atoms[atom.b1Cluster] = rows[b1 + column.cluster]!
  atoms[atom.a1Cluster] = rows[a1 + column.cluster]!
  atoms[atom.dictionary] = rows[w + column.dictionary]!
  atoms[atom.a1Dictionary] = rows[a1 + column.dictionary]!
  if (context.reading) fillReadingAtoms(context.reading, i, atoms)
}

function fillReadingAtoms({ guide, words, upos, xpos, root }: FirstReading, i: number, atoms: Int32Array): void {
  const { heads, relations, lastChild } = guide
  const nothing = root + 1
  const head = heads[i]!
  const child = lastChild[i]! < 0 ? nothing : lastChild[i]!
  const before = i > 0 ? i - 1 : nothing
  const after = i + 1 < root ? i + 1 : nothing
  atoms[atom.firstTag] = xpos[i]!
  atoms[atom.firstUpos] = upos[i]!
  atoms[atom.knownWord] = words[i]!
  atoms[atom.relation] = relations[i]!
  atoms[atom.direction] = head === root ? 0 : head < i ? 1 : 2
  atoms[atom.headTag] = xpos[head]!
  atoms[atom.headWord] = words[head]!
  atoms[atom.headRelation] = relations[head]!
  atoms[atom.childRelation] = relations[child]!
  atoms[atom.childTag] = xpos[child]!
  atoms[atom.childSide] = child < i ? 0 : 1
  atoms[atom.b1FirstTag] = xpos[before]!
  atoms[atom.a1FirstTag] = xpos[after]!
  atoms[atom.a2FirstTag] = after + 1 < root ? xpos[after + 1]! : 1
  atoms[atom.a1Relation] = relations[after]!
  atoms[atom.b1Relation] = relations[before]!
}
