/**
 * What the revision of a tree looks at: a word, a head that it may have, and the whole tree around both, which no parser
 * sees while it builds (Hall and Novák 2005, Attardi and Ciaramita 2007).
 */
import { extend } from './hashing.ts'
import type { RevisedTree } from './revised-tree.ts'
import { atomNumbers, readTemplates } from './templates.ts'
import { takenOf, unknownUse } from './usage.ts'

/**
 * "w" is the word, "h" the head in question, "g" its head, "in" and "out" the word's neighbours among its children on
 * the near and on the far side; "Function" is a word's preposition, subordinator or conjunction, "Children" its
 * children's relations. Those of "use" tell how the words are used in raw text.
 */
const atom = atomNumbers([
  ...(['wWord', 'wTag', 'wUpos', 'wCluster', 'wRelation', 'wFunction', 'wChildren', 'wGuideRelation'] as const),
  ...(['beforeTag', 'afterTag', 'beforeWord', 'afterWord', 'firstWord', 'firstTag', 'length', 'margin'] as const),
  ...(['hWord', 'hTag', 'hUpos', 'hCluster', 'hRelation', 'hFunction', 'hChildren', 'hArguments', 'hLast'] as const),
  ...(['gWord', 'gTag', 'gRelation', 'direction', 'distance', 'status', 'rank', 'verbs', 'marks'] as const),
  ...(['inRelation', 'inTag', 'inFunction', 'outRelation', 'outTag', 'same', 'edge', 'pair'] as const),
  ...(['usePreposition', 'useNoun', 'useObj', 'useXcomp', 'useCcomp', 'useIobj', 'useAll'] as const),
])

export const revisionTemplates = readTemplates(
  `
  the word and the parse
  0 wUpos
  1 status
  2 status wUpos
  3 status wTag margin
  4 status wRelation
  5 status wRelation margin
  6 wGuideRelation status
  7 wGuideRelation wRelation status
  word and head
  8 wTag hTag direction
  9 wWord hTag direction
  10 wTag hWord direction
  11 wWord hWord direction
  12 wTag hTag distance direction
  13 wUpos hUpos distance direction
  14 wCluster hCluster direction
  15 wCluster hTag direction
  16 wTag hCluster direction
  prepositions and subordinators
  17 wFunction hTag direction
  18 wFunction hWord direction
  19 wFunction hCluster direction
  20 wFunction wWord hWord
  21 wFunction wTag hTag hChildren
  22 wFunction wWord hTag
  23 wFunction wCluster hTag
  24 wFunction wCluster hCluster
  the head's other children
  25 hChildren hTag wTag direction
  26 hChildren hWord direction
  27 hChildren hWord wTag direction
  28 hChildren hTag wWord direction
  29 hArguments hTag wTag
  30 hArguments wUpos wFunction direction
  31 inRelation hTag wTag
  32 inRelation inTag hTag wTag
  33 inFunction wFunction hTag
  34 inRelation wFunction hWord
  35 outRelation hTag wTag
  36 outRelation inRelation wTag hTag
  the head's place
  37 hRelation hTag wTag direction
  38 hRelation hWord wTag
  39 hRelation wFunction hTag
  40 gTag hTag wTag hRelation
  41 gWord hTag wTag
  42 gTag gRelation hRelation wTag
  the word's children
  43 wChildren hTag direction
  44 wChildren wTag hTag hChildren
  45 wChildren wWord
  46 wChildren wTag wRelation
  47 wChildren hWord wTag
  48 firstWord hTag wTag
  49 firstTag hTag wTag direction
  50 firstWord wChildren direction
  what stands around and between
  51 beforeTag wTag afterTag hTag
  52 beforeWord wTag hTag
  53 afterWord wTag hTag
  54 rank wUpos direction
  55 rank hTag wFunction
  56 rank hTag wTag length
  57 verbs marks wUpos hUpos
  58 verbs hTag wFunction
  59 marks hTag wTag direction
  60 same hTag wTag
  61 same hChildren wUpos
  punctuation
  62 edge wWord hTag
  63 edge wWord hRelation
  64 edge wWord hRelation gTag
  65 edge wWord rank direction
  66 pair wWord
  67 pair edge wWord hTag
  68 edge wWord beforeTag afterTag
  69 edge hRelation length wWord
  relations
  70 hFunction wFunction hTag wTag
  71 hLast wFunction hTag
  72 wWord wRelation hTag
  73 wWord wRelation hChildren
  74 hWord wRelation wTag
  75 hWord wRelation hChildren
  76 hWord wRelation wChildren
  77 hArguments hWord wTag direction
  78 wRelation hRelation wTag hTag
  79 length wFunction hTag distance
  raw text
  80 usePreposition hUpos
  81 usePreposition useNoun hUpos
  83 useNoun hUpos
  87 useObj hChildren wUpos
  88 useXcomp wChildren
  89 useCcomp wChildren
  90 useIobj hChildren wUpos
  91 useAll wUpos direction
  93 useAll wFunction wUpos
  94 usePreposition wTag hTag inFunction
  95 useObj useXcomp wChildren direction
  96 usePreposition rank hUpos
`,
  atom,
)

/** What stands for a word that is not there. */
const nothing = 1

const range = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 25 ? 7 : 8)
const marginRange = (margin: number): number =>
  margin < 0.2 ? 0 : margin < 0.4 ? 1 : margin < 0.6 ? 2 : margin < 0.75 ? 3 : margin < 0.9 ? 4 : 5

/** Fills the atoms that are the same for all heads of a word. */
export function fillWordAtoms(tree: RevisedTree, i: number, atoms: Int32Array): void {
  const { words, forms, xpos, upos, clusters, root, guide } = tree.context
  const first = tree.first[i]!
  const last = tree.last[i]!
  const before = first > 0 ? first - 1 : root + 1
  const after = last + 1 < root ? last + 1 : root + 1
  const preposition = tree.preposition[i]!
  atoms[atom.wWord] = words[i]!
  atoms[atom.wTag] = xpos[i]!
  atoms[atom.wUpos] = upos[i]!
  atoms[atom.wCluster] = clusters[i]!
  atoms[atom.wRelation] = tree.relations[i]!
  atoms[atom.wFunction] = functionOf(tree, i)
  atoms[atom.wChildren] = tree.mask[i]!
  atoms[atom.wGuideRelation] = guide ? guide.relations[i]! : nothing
  atoms[atom.beforeTag] = xpos[before]!
  atoms[atom.afterTag] = xpos[after]!
  atoms[atom.beforeWord] = words[before]!
  atoms[atom.afterWord] = words[after]!
  atoms[atom.firstWord] = words[first]!
  atoms[atom.firstTag] = xpos[first]!
  atoms[atom.length] = range(last - first)
  atoms[atom.margin] = marginRange(tree.margins[i]!)
  atoms[atom.useNoun] = preposition < 0 ? nothing : tree.usage.noun(forms[preposition]!, forms[i]!)
}

/** Fills those of a head that the word may have; `rank` is how many nearer ones there are on its side. */
export function fillHeadAtoms(
  tree: RevisedTree,
  [i, h, rank]: readonly [number, number, number],
  atoms: Int32Array,
): void {
  const { words, xpos, upos, clusters, root, guide } = tree.context
  const { heads, relations, first, last } = tree
  const g = heads[h]!
  const left = h < i
  const from = left ? h + 1 : last[i]! + 1
  const to = left ? first[i]! : h
  const own = heads[i]!
  atoms[atom.hWord] = words[h]!
  atoms[atom.hTag] = xpos[h]!
  atoms[atom.hUpos] = upos[h]!
  atoms[atom.hCluster] = clusters[h]!
  atoms[atom.hRelation] = relations[h]!
  atoms[atom.hFunction] = functionOf(tree, h)
  atoms[atom.gWord] = words[g]!
  atoms[atom.gTag] = xpos[g]!
  atoms[atom.gRelation] = g === root ? nothing : relations[g]!
  atoms[atom.direction] = left ? 1 : 2
  atoms[atom.distance] = range(to - from)
  atoms[atom.status] =
    (own === h ? 1 : 0) + (guide && guide.heads[i] === h ? 2 : 0) + (guide && guide.heads[i] === own ? 4 : 0)
  atoms[atom.rank] = rank
  atoms[atom.verbs] = Math.min(3, tree.verbsBefore[to]! - tree.verbsBefore[from]!)
  atoms[atom.marks] = Math.min(3, tree.marksBefore[to]! - tree.marksBefore[from]!)
  fillSiblingAtoms(tree, [i, h], atoms)
  const pair = tree.pair[i]!
  atoms[atom.pair] = pair < 0 ? 0 : heads[pair] === h ? 1 : h > i === h < pair ? 2 : 3
  fillUsageAtoms(tree, [i, h], atoms)
}

/** The head's other children, and where its subtree ends without the word. */
function fillSiblingAtoms(tree: RevisedTree, [i, h]: readonly [number, number], atoms: Int32Array): void {
  const { relations, first, last, context } = tree
  const left = h < i
  let children = 0
  let argumentSet = 0
  let inner = -1
  let outer = -1
  let same = 0
  let hFirst = h
  let hLast = h
  for (let child = tree.firstChild[h]!; child >= 0; child = tree.nextChild[child]!) {
    if (child === i) continue
    children |= tree.bit[child]!
    if (tree.isArgument(child)) argumentSet = extend(argumentSet, relations[child]! + (child < i ? 1 : 0))
    if (first[child]! < hFirst) hFirst = first[child]!
    if (last[child]! > hLast) hLast = last[child]!
    if (relations[child] === relations[i] && same < 2) same++
    if (left ? child > h && child < i : child > i && child < h && inner < 0) inner = child
    else if (left ? child > i && outer < 0 : child < i) outer = child
  }
  const begins = first[i]!
  const ends = last[i]!
  atoms[atom.hChildren] = children
  atoms[atom.hArguments] = argumentSet
  atoms[atom.same] = same
  atoms[atom.inRelation] = inner < 0 ? nothing : relations[inner]!
  atoms[atom.inTag] = inner < 0 ? nothing : context.xpos[inner]!
  atoms[atom.inFunction] = inner < 0 ? nothing : functionOf(tree, inner)
  atoms[atom.outRelation] = outer < 0 ? nothing : relations[outer]!
  atoms[atom.outTag] = outer < 0 ? nothing : context.xpos[outer]!
  atoms[atom.hLast] = context.words[hLast]!
  atoms[atom.edge] =
    (hFirst === ends + 1 ? 1 : 0) + (hLast === begins - 1 ? 2 : 0) + (hFirst > ends ? 4 : 0) + (hLast < begins ? 8 : 0)
}

function fillUsageAtoms(
  { context, usage, kinds, entries, preposition }: RevisedTree,
  [i, h]: readonly [number, number],
  atoms: Int32Array,
): void {
  const { forms } = context
  const entry = entries[h]!
  const own = preposition[i]!
  atoms[atom.usePreposition] =
    own < 0 ? nothing : usage.preposition(forms[h]!, kinds[h]!, { preposition: forms[own]!, entry })
  atoms[atom.useAll] = entry
  if (entry === unknownUse) {
    atoms[atom.useObj] = atoms[atom.useXcomp] = atoms[atom.useCcomp] = atoms[atom.useIobj] = 9
    return
  }
  const taken = takenOf(entry)
  atoms[atom.useObj] = taken.obj
  atoms[atom.useXcomp] = taken.xcomp
  atoms[atom.useCcomp] = taken.ccomp
  atoms[atom.useIobj] = taken.iobj
}

const functionOf = ({ functionWord, context }: RevisedTree, i: number): number =>
  functionWord[i]! < 0 ? 0 : context.words[functionWord[i]!]!
