/**
 * What the parser's decisions look at, after Zhang and Nivre (2011): words, tags, distances, numbers and sets of
 * children around the two topmost subtrees of the stack (s0, s1), what lies below (s2) and the buffer (b0 … b3); and
 * what a first parse would do here (stacking: Nivre and McDonald 2008, Martins et al. 2008).
 */
import type { Guide, ParsedContext } from './context.ts'
import { inParts, partsOf, type View, viewOf } from './parser-parts.ts'
import { atomNumbers, readTemplates, type Template } from './templates.ts'
import { type States, subtree, subtreeStride } from './transitions.ts'

/** "Left" and "Right" are the outermost children, "Left2" and "Right2" the next, "Set" the hash of a side's relations. */
const atom = atomNumbers([
  ...(['s0Word', 's0Tag', 's0Upos', 's0Cluster', 's1Word', 's1Tag', 's1Upos', 's1Cluster', 's2Word', 's2Tag'] as const),
  ...(['b0Word', 'b0Tag', 'b0Upos', 'b0Cluster', 'b1Word', 'b1Tag', 'b1Upos', 'b2Word', 'b2Tag', 'b3Tag'] as const),
  ...(['b3Upos', 's0ToB0', 's1ToS0', 's0LeftWord', 's0LeftTag', 's0Left2Tag', 's0LeftRelation'] as const),
  ...(['s0LeftSet', 's0LeftCount', 's0RightWord', 's0RightTag', 's0Right2Tag', 's0RightRelation'] as const),
  ...(['s0RightSet', 's0RightCount', 's1LeftWord', 's1LeftTag', 's1Left2Tag', 's1LeftRelation', 's1LeftSet'] as const),
  ...(['s1RightWord', 's1RightTag', 's1RightRelation', 's1RightSet', 's1RightCount', 'b0LeftWord'] as const),
  ...(['b0LeftTag', 'b0Left2Tag', 'b0LeftRelation', 'b0LeftSet', 'b0LeftCount'] as const),
  // the first parse: where it puts heads (see `guideAtoms`), and its relations
  ...(['guideAll', 'guideS0', 'guideS0Waits', 'guideB0', 'guideS1', 'guideS0Relation', 'guideB0Relation'] as const),
  ...(['guideS0HeadTag'] as const),
])

const templateText = `
  0
  single words
  1 s0Word s0Tag
  2 s0Word
  3 s0Tag
  4 s1Word s1Tag
  5 s1Word
  6 s1Tag
  7 b0Word b0Tag
  8 b0Word
  9 b0Tag
  10 b1Word b1Tag
  11 b1Word
  12 b1Tag
  13 b2Word
  14 b2Tag
  15 s2Word s2Tag
  16 s2Tag
  17 b3Tag
  18 b3Upos b2Tag
  stack and buffer
  20 s0Word s0Tag b0Word b0Tag
  21 s0Word s0Tag b0Word
  22 s0Word b0Word b0Tag
  23 s0Word s0Tag b0Tag
  24 s0Tag b0Word b0Tag
  25 s0Word b0Word
  26 s0Tag b0Tag
  27 b0Tag b1Tag
  28 s0Word b0Tag
  29 s0Tag b0Word
  the two topmost of the stack
  30 s0Word s1Word
  31 s0Tag s1Tag
  32 s0Word s1Tag
  33 s0Tag s1Word
  34 s0Word s0Tag s1Tag
  35 s0Tag s1Word s1Tag
  36 b0Word b1Word
  37 b0Word b1Tag
  38 b0Tag b1Word
  39 s1Word b0Word
  40 s1Tag b0Word
  41 s1Word b0Tag
  three and four together
  42 b0Tag b1Tag b2Tag
  43 s0Tag b0Tag b1Tag
  44 s1Tag s0Tag b0Tag
  45 s2Tag s1Tag s0Tag
  46 s0Tag b0Tag b0LeftTag
  47 s0Tag s0LeftTag b0Tag
  48 s0Tag s0RightTag b0Tag
  49 s1Tag s1RightTag s0Tag
  50 s1Tag s1LeftTag s0Tag
  51 s1Tag s0Tag s0LeftTag
  52 s1Tag s0Tag s0RightTag
  53 s1Tag s0Tag b0Tag b1Tag
  54 s0Tag b0Tag b1Tag b2Tag
  55 s0Word b0Tag b1Tag
  56 s0Tag b0Word b1Tag
  57 s0Tag b0Tag b1Word
  58 s1Word s0Tag b0Tag
  59 s1Tag s0Word b0Tag
  60 s1Tag s0Tag b0Word
  61 s2Tag s1Tag s0Tag b0Tag
  62 s1Upos s0Upos b0Upos b1Upos
  distances
  65 s0Word s0ToB0
  66 s0Tag s0ToB0
  67 b0Word s0ToB0
  68 b0Tag s0ToB0
  69 s0Word b0Word s0ToB0
  70 s0Tag b0Tag s0ToB0
  71 s1Tag s0Tag s1ToS0
  72 s1Word s0Word s1ToS0
  numbers of children
  75 s0Word s0RightCount
  76 s0Tag s0RightCount
  77 s0Word s0LeftCount
  78 s0Tag s0LeftCount
  79 b0Word b0LeftCount
  80 b0Tag b0LeftCount
  81 s1Word s1RightCount
  82 s1Tag s1RightCount
  outermost children
  85 s0LeftWord
  86 s0LeftTag
  87 s0Tag s0LeftRelation
  88 s0RightWord
  89 s0RightTag
  90 s0Tag s0RightRelation
  91 b0LeftWord
  92 b0LeftTag
  93 b0Tag b0LeftRelation
  94 s1RightRelation s1Tag
  95 s1LeftRelation s1Tag
  96 s0Tag s0LeftTag s0Left2Tag
  97 s0Tag s0RightTag s0Right2Tag
  98 b0Tag b0LeftTag b0Left2Tag
  99 s0Word s0RightRelation
  100 s0Word s0LeftRelation
  101 s1Word s1RightRelation
  sets of relations
  105 s0Word s0RightSet
  106 s0Tag s0RightSet
  107 s0Word s0LeftSet
  108 s0Tag s0LeftSet
  109 b0Word b0LeftSet
  110 b0Tag b0LeftSet
  111 s1Tag s1RightSet
  112 s1Word s1RightSet
  113 s1Tag s1LeftSet
  114 s0Tag b0Tag s0LeftSet
  115 s1Tag s0Tag s0LeftSet
  prepositions and subordinators of a subtree with what it may depend on
  120 s1Word s0LeftWord s0Word
  121 s1Tag s0LeftWord s0Tag
  122 s1Word s0LeftWord s0Tag
  123 s0Tag s0LeftWord b0Tag
  124 s0Word s0RightWord b0Tag
  125 s1Tag s1RightWord s0Tag
  126 b0Tag b0LeftWord s0Tag
  127 s0Word b0LeftWord b0Tag
  128 s2Tag s1Tag s0LeftWord
  129 s2Word s0Tag s0LeftWord
  130 s1LeftTag s1Tag s1Left2Tag
  131 s1LeftWord s1Tag s0Tag
  the same for the buffer's front, which the stack's top or a word below it may take
  150 s1Word b0LeftWord b0Tag
  151 s1Word s0Tag b0LeftWord b0Tag
  152 s1Tag s0Tag b0LeftWord b0Tag
  153 s1Word b0LeftWord b0Word
  word clusters
  140 s0Cluster b0Cluster
  141 s1Cluster s0Cluster
  142 s0Cluster b0Tag
  143 s0Tag b0Cluster
  144 s1Cluster s0Tag
  145 s1Tag s0Cluster
  146 s1Cluster s0LeftWord s0Cluster
  147 s1Cluster s0Cluster b0Cluster
`
const guideTemplateText = `
  160 guideAll
  161 guideAll guideS0Relation
  162 guideAll guideS0Relation guideB0Relation
  163 guideS0Waits guideS0Relation s0Tag b0Tag
  164 guideB0 guideB0Relation s0Tag b0Tag
  165 guideS0 guideS0Relation
  166 guideB0 guideB0Relation
  167 guideS1 guideAll
  168 guideAll s0Tag b0Tag
  169 guideS0 guideS0Relation s0Word
  170 guideB0 guideB0Relation b0Word
  171 guideS0 guideS0Relation guideS0HeadTag
`

/** What governs a clause with its mark stands two or three words on, for a parser that goes backward. */
const backwardTemplateText = `
  132 s0RightWord b0Tag b1Word
  133 s0RightWord b0Tag b1Tag b2Word
  134 s0RightWord b0Upos b2Word
  135 s0RightWord b0Tag b1Tag b2Tag
`

/** What each atom looks at, by its number. */
const seenBy: View[] = []
for (const [name, number] of Object.entries(atom)) seenBy[number] = viewOf(name)

const read = (text: string): Template[] => inParts(readTemplates(text, atom), seenBy)

/** Of the parser that goes backward and has no first parse to look at. */
export const backwardTemplates = read(templateText + backwardTemplateText)
/** Of a parser that has one. */
export const guidedTemplates = read(templateText + guideTemplateText)

/** The parts of such templates, or of some of them. */
export const partsOfTemplates = (templates: readonly Template[]) => partsOf(templates, seenBy)

/** What stands for a child that is not there. */
const noChild = 11
/** Keeps relations apart from other small numbers. */
const relationBase = 20

const distanceBetween = (a: number, b: number): number => {
  const distance = b - a
  return distance > 10 ? 12 : distance > 5 ? 6 : distance
}

/** Fills `atoms` with what is to be seen from a state. */
export function fillAtoms(context: ParsedContext, states: States, state: number, atoms: Int32Array): void {
  const { words, upos, xpos, clusters, root } = context
  const { subtrees } = states
  const nothing = root + 1
  const below = states.below[state]!
  const below2 = below === -1 ? -1 : states.below[below]!
  const top0 = states.top[state]!
  const top1 = below === -1 ? -1 : states.top[below]!
  const top2 = below2 === -1 ? -1 : states.top[below2]!
  const n0 = top0 * subtreeStride
  const n1 = top1 * subtreeStride
  const nb = states.front[state]! * subtreeStride
  const s0 = top0 === -1 ? nothing : subtrees[n0]!
  const s1 = top1 === -1 ? nothing : subtrees[n1]!
  const s2 = top2 === -1 ? nothing : subtrees[top2 * subtreeStride]!
  const b0 = subtrees[nb]!
  const b1 = b0 < root ? b0 + 1 : nothing
  const b2 = b0 + 1 < root ? b0 + 2 : nothing
  const b3 = b0 + 2 < root ? b0 + 3 : nothing

  /** Column of a subtree; of none, as of one without children. */
  const get = (tree: number, at: number, column: number) => (tree === -1 ? -1 : subtrees[at + column]!)
  const wordOf = (child: number) => (child < 0 ? noChild : words[child]!)
  const tagOf = (child: number) => (child < 0 ? noChild : xpos[child]!)

  atoms[atom.s0Word] = words[s0]!
  atoms[atom.s0Tag] = xpos[s0]!
  atoms[atom.s0Upos] = upos[s0]!
  atoms[atom.s0Cluster] = clusters[s0]!
  atoms[atom.s1Word] = words[s1]!
  atoms[atom.s1Tag] = xpos[s1]!
  atoms[atom.s1Upos] = upos[s1]!
  atoms[atom.s1Cluster] = clusters[s1]!
  atoms[atom.s2Word] = words[s2]!
  atoms[atom.s2Tag] = xpos[s2]!
  atoms[atom.b0Word] = words[b0]!
  atoms[atom.b0Tag] = xpos[b0]!
  atoms[atom.b0Upos] = upos[b0]!
  atoms[atom.b0Cluster] = clusters[b0]!
  atoms[atom.b1Word] = words[b1]!
  atoms[atom.b1Tag] = xpos[b1]!
  atoms[atom.b1Upos] = upos[b1]!
  atoms[atom.b2Word] = words[b2]!
  atoms[atom.b2Tag] = xpos[b2]!
  atoms[atom.b3Tag] = xpos[b3]!
  atoms[atom.b3Upos] = upos[b3]!
  atoms[atom.s0ToB0] = s0 === nothing ? 0 : distanceBetween(s0, b0)
  atoms[atom.s1ToS0] = s1 === nothing ? 0 : distanceBetween(s1, s0)

  atoms[atom.s0LeftWord] = wordOf(get(top0, n0, subtree.left))
  atoms[atom.s0LeftTag] = tagOf(get(top0, n0, subtree.left))
  atoms[atom.s0Left2Tag] = tagOf(get(top0, n0, subtree.left2))
  atoms[atom.s0LeftRelation] = get(top0, n0, subtree.leftRelation) + relationBase
  atoms[atom.s0LeftSet] = get(top0, n0, subtree.leftSet)
  atoms[atom.s0LeftCount] = get(top0, n0, subtree.leftCount)
  atoms[atom.s0RightWord] = wordOf(get(top0, n0, subtree.right))
  atoms[atom.s0RightTag] = tagOf(get(top0, n0, subtree.right))
  atoms[atom.s0Right2Tag] = tagOf(get(top0, n0, subtree.right2))
  atoms[atom.s0RightRelation] = get(top0, n0, subtree.rightRelation) + relationBase
  atoms[atom.s0RightSet] = get(top0, n0, subtree.rightSet)
  atoms[atom.s0RightCount] = get(top0, n0, subtree.rightCount)
  atoms[atom.s1LeftWord] = wordOf(get(top1, n1, subtree.left))
  atoms[atom.s1LeftTag] = tagOf(get(top1, n1, subtree.left))
  atoms[atom.s1Left2Tag] = tagOf(get(top1, n1, subtree.left2))
  atoms[atom.s1LeftRelation] = get(top1, n1, subtree.leftRelation) + relationBase
  atoms[atom.s1LeftSet] = get(top1, n1, subtree.leftSet)
  atoms[atom.s1RightWord] = wordOf(get(top1, n1, subtree.right))
  atoms[atom.s1RightTag] = tagOf(get(top1, n1, subtree.right))
  atoms[atom.s1RightRelation] = get(top1, n1, subtree.rightRelation) + relationBase
  atoms[atom.s1RightSet] = get(top1, n1, subtree.rightSet)
  atoms[atom.s1RightCount] = get(top1, n1, subtree.rightCount)
  atoms[atom.b0LeftWord] = wordOf(subtrees[nb + subtree.left]!)
  atoms[atom.b0LeftTag] = tagOf(subtrees[nb + subtree.left]!)
  atoms[atom.b0Left2Tag] = tagOf(subtrees[nb + subtree.left2]!)
  atoms[atom.b0LeftRelation] = subtrees[nb + subtree.leftRelation]! + relationBase
  atoms[atom.b0LeftSet] = subtrees[nb + subtree.leftSet]!
  atoms[atom.b0LeftCount] = subtrees[nb + subtree.leftCount]!
  if (context.guide) fillGuideAtoms(context, context.guide, [top0 === -1 ? -1 : s0, top1 === -1 ? -1 : s1, b0], atoms)
}

/** Where the first parse puts the heads of s0, s1 (-1 for none) and b0, and whether s0 still waits for children. */
function fillGuideAtoms(
  { xpos, root }: ParsedContext,
  { heads, relations, lastChild }: Guide,
  [s0, s1, b0]: readonly [number, number, number],
  atoms: Int32Array,
): void {
  const head0 = s0 === -1 ? -1 : heads[s0]!
  const headB = heads[b0]!
  const where0 = s0 === -1 ? 0 : head0 === b0 ? 1 : head0 === s1 ? 2 : head0 > b0 ? 3 : head0 > s0 ? 4 : 5
  const whereB = b0 === root ? 0 : headB === s0 ? 1 : headB === s1 ? 2 : headB < b0 ? 3 : headB === b0 + 1 ? 4 : 5
  const where1 = s1 === -1 ? 0 : heads[s1] === s0 ? 1 : heads[s1] === b0 ? 2 : heads[s1]! > b0 ? 3 : 4
  const waits = s0 !== -1 && lastChild[s0]! >= b0 ? 1 : 0
  atoms[atom.guideAll] = where0 + 8 * whereB + 64 * waits
  atoms[atom.guideS0] = where0
  atoms[atom.guideS0Waits] = where0 + 8 * waits
  atoms[atom.guideB0] = whereB
  atoms[atom.guideS1] = where1
  atoms[atom.guideS0Relation] = s0 === -1 ? 1 : relations[s0]!
  atoms[atom.guideB0Relation] = relations[b0]!
  atoms[atom.guideS0HeadTag] = head0 < 0 ? 1 : xpos[head0]!
}
