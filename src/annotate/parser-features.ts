/**
 * A parser state → hashes of features, after Zhang and Nivre (2011): words, tags, distances, numbers and sets of
 * children around the two topmost subtrees of the stack (s0, s1), what lies below (s2) and the buffer (b0 … b3).
 */
import { four, one, three, two } from './hashing.ts'
import { type States, subtree, subtreeStride } from './transitions.ts'

/** What the templates look up of the words: one cell a word, the root behind the last, then "nothing". */
export interface ParsedContext {
  readonly words: Int32Array
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly clusters: Int32Array
  readonly root: number
  /** A first parse, for the parser that learns from one. */
  readonly guide?: Guide
}

/** A first parse of a sentence: for each word, its head counted from 0, the root behind the last. */
export interface Guide {
  readonly heads: Int32Array
  /** Hashes. */
  readonly relations: Int32Array
  /** Each word's last child, -1 for none. */
  readonly lastChild: Int32Array
}

/** What stands for a child that is not there. */
const noChild = 11

const distanceBetween = (a: number, b: number): number => {
  const distance = b - a
  return distance > 10 ? 12 : distance > 5 ? 6 : distance
}

/** Writes the features of a state to `out`; how many they are. */
export function parseFeatures(context: ParsedContext, states: States, state: number, out: Int32Array): number {
  const { words, upos, xpos, clusters, root } = context
  const { subtrees } = states
  const nothing = root + 1
  // places of s0, s1 and b0 among the subtrees; a missing one is the subtree of "nothing"
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

  const get = (tree: number, at: number, column: number) => (tree === -1 ? -1 : subtrees[at + column]!)
  const s0l = get(top0, n0, subtree.left)
  const s0l2 = get(top0, n0, subtree.left2)
  const s0r = get(top0, n0, subtree.right)
  const s0r2 = get(top0, n0, subtree.right2)
  const s1l = get(top1, n1, subtree.left)
  const s1l2 = get(top1, n1, subtree.left2)
  const s1r = get(top1, n1, subtree.right)
  const b0l = subtrees[nb + subtree.left]!
  const b0l2 = subtrees[nb + subtree.left2]!
  const s0lRel = get(top0, n0, subtree.leftRelation) + 20
  const s0rRel = get(top0, n0, subtree.rightRelation) + 20
  const s1lRel = get(top1, n1, subtree.leftRelation) + 20
  const s1rRel = get(top1, n1, subtree.rightRelation) + 20
  const b0lRel = subtrees[nb + subtree.leftRelation]! + 20
  const s0lSet = get(top0, n0, subtree.leftSet)
  const s0rSet = get(top0, n0, subtree.rightSet)
  const s1lSet = get(top1, n1, subtree.leftSet)
  const s1rSet = get(top1, n1, subtree.rightSet)
  const b0lSet = subtrees[nb + subtree.leftSet]!
  const s0lCount = get(top0, n0, subtree.leftCount)
  const s0rCount = get(top0, n0, subtree.rightCount)
  const s1rCount = get(top1, n1, subtree.rightCount)
  const b0lCount = subtrees[nb + subtree.leftCount]!

  const ws0 = words[s0]!
  const ws1 = words[s1]!
  const ws2 = words[s2]!
  const wb0 = words[b0]!
  const wb1 = words[b1]!
  const wb2 = words[b2]!
  const ts0 = xpos[s0]!
  const ts1 = xpos[s1]!
  const ts2 = xpos[s2]!
  const tb0 = xpos[b0]!
  const tb1 = xpos[b1]!
  const tb2 = xpos[b2]!
  const tb3 = xpos[b3]!
  const us0 = upos[s0]!
  const us1 = upos[s1]!
  const ub0 = upos[b0]!
  const ub1 = upos[b1]!
  const ws0l = s0l < 0 ? noChild : words[s0l]!
  const ws0r = s0r < 0 ? noChild : words[s0r]!
  const ws1l = s1l < 0 ? noChild : words[s1l]!
  const wb0l = b0l < 0 ? noChild : words[b0l]!
  const ws1r = s1r < 0 ? noChild : words[s1r]!
  const ts0l = s0l < 0 ? noChild : xpos[s0l]!
  const ts0l2 = s0l2 < 0 ? noChild : xpos[s0l2]!
  const ts0r = s0r < 0 ? noChild : xpos[s0r]!
  const ts0r2 = s0r2 < 0 ? noChild : xpos[s0r2]!
  const ts1l = s1l < 0 ? noChild : xpos[s1l]!
  const ts1l2 = s1l2 < 0 ? noChild : xpos[s1l2]!
  const ts1r = s1r < 0 ? noChild : xpos[s1r]!
  const tb0l = b0l < 0 ? noChild : xpos[b0l]!
  const tb0l2 = b0l2 < 0 ? noChild : xpos[b0l2]!
  const cs0 = clusters[s0]!
  const cs1 = clusters[s1]!
  const cb0 = clusters[b0]!
  const near = s0 === nothing ? 0 : distanceBetween(s0, b0)
  const between = s1 === nothing ? 0 : distanceBetween(s1, s0)

  let k = 0
  out[k++] = one(0, 0)
  // single words
  out[k++] = two(1, ws0, ts0)
  out[k++] = one(2, ws0)
  out[k++] = one(3, ts0)
  out[k++] = two(4, ws1, ts1)
  out[k++] = one(5, ws1)
  out[k++] = one(6, ts1)
  out[k++] = two(7, wb0, tb0)
  out[k++] = one(8, wb0)
  out[k++] = one(9, tb0)
  out[k++] = two(10, wb1, tb1)
  out[k++] = one(11, wb1)
  out[k++] = one(12, tb1)
  out[k++] = one(13, wb2)
  out[k++] = one(14, tb2)
  out[k++] = two(15, ws2, ts2)
  out[k++] = one(16, ts2)
  out[k++] = one(17, tb3)
  out[k++] = two(18, upos[b3]!, tb2)
  // stack and buffer
  out[k++] = four(20, ws0, ts0, wb0, tb0)
  out[k++] = three(21, ws0, ts0, wb0)
  out[k++] = three(22, ws0, wb0, tb0)
  out[k++] = three(23, ws0, ts0, tb0)
  out[k++] = three(24, ts0, wb0, tb0)
  out[k++] = two(25, ws0, wb0)
  out[k++] = two(26, ts0, tb0)
  out[k++] = two(27, tb0, tb1)
  out[k++] = two(28, ws0, tb0)
  out[k++] = two(29, ts0, wb0)
  // the two topmost of the stack
  out[k++] = two(30, ws0, ws1)
  out[k++] = two(31, ts0, ts1)
  out[k++] = two(32, ws0, ts1)
  out[k++] = two(33, ts0, ws1)
  out[k++] = three(34, ws0, ts0, ts1)
  out[k++] = three(35, ts0, ws1, ts1)
  out[k++] = two(36, wb0, wb1)
  out[k++] = two(37, wb0, tb1)
  out[k++] = two(38, tb0, wb1)
  out[k++] = two(39, ws1, wb0)
  out[k++] = two(40, ts1, wb0)
  out[k++] = two(41, ws1, tb0)
  // three and four together
  out[k++] = three(42, tb0, tb1, tb2)
  out[k++] = three(43, ts0, tb0, tb1)
  out[k++] = three(44, ts1, ts0, tb0)
  out[k++] = three(45, ts2, ts1, ts0)
  out[k++] = three(46, ts0, tb0, tb0l)
  out[k++] = three(47, ts0, ts0l, tb0)
  out[k++] = three(48, ts0, ts0r, tb0)
  out[k++] = three(49, ts1, ts1r, ts0)
  out[k++] = three(50, ts1, ts1l, ts0)
  out[k++] = three(51, ts1, ts0, ts0l)
  out[k++] = three(52, ts1, ts0, ts0r)
  out[k++] = four(53, ts1, ts0, tb0, tb1)
  out[k++] = four(54, ts0, tb0, tb1, tb2)
  out[k++] = three(55, ws0, tb0, tb1)
  out[k++] = three(56, ts0, wb0, tb1)
  out[k++] = three(57, ts0, tb0, wb1)
  out[k++] = three(58, ws1, ts0, tb0)
  out[k++] = three(59, ts1, ws0, tb0)
  out[k++] = three(60, ts1, ts0, wb0)
  out[k++] = four(61, ts2, ts1, ts0, tb0)
  out[k++] = four(62, us1, us0, ub0, ub1)
  // distances
  out[k++] = two(65, ws0, near)
  out[k++] = two(66, ts0, near)
  out[k++] = two(67, wb0, near)
  out[k++] = two(68, tb0, near)
  out[k++] = three(69, ws0, wb0, near)
  out[k++] = three(70, ts0, tb0, near)
  out[k++] = three(71, ts1, ts0, between)
  out[k++] = three(72, ws1, ws0, between)
  // numbers of children
  out[k++] = two(75, ws0, s0rCount)
  out[k++] = two(76, ts0, s0rCount)
  out[k++] = two(77, ws0, s0lCount)
  out[k++] = two(78, ts0, s0lCount)
  out[k++] = two(79, wb0, b0lCount)
  out[k++] = two(80, tb0, b0lCount)
  out[k++] = two(81, ws1, s1rCount)
  out[k++] = two(82, ts1, s1rCount)
  // outermost children
  out[k++] = one(85, ws0l)
  out[k++] = one(86, ts0l)
  out[k++] = two(87, ts0, s0lRel)
  out[k++] = one(88, ws0r)
  out[k++] = one(89, ts0r)
  out[k++] = two(90, ts0, s0rRel)
  out[k++] = one(91, wb0l)
  out[k++] = one(92, tb0l)
  out[k++] = two(93, tb0, b0lRel)
  out[k++] = two(94, s1rRel, ts1)
  out[k++] = two(95, s1lRel, ts1)
  out[k++] = three(96, ts0, ts0l, ts0l2)
  out[k++] = three(97, ts0, ts0r, ts0r2)
  out[k++] = three(98, tb0, tb0l, tb0l2)
  out[k++] = two(99, ws0, s0rRel)
  out[k++] = two(100, ws0, s0lRel)
  out[k++] = two(101, ws1, s1rRel)
  // sets of relations
  out[k++] = two(105, ws0, s0rSet)
  out[k++] = two(106, ts0, s0rSet)
  out[k++] = two(107, ws0, s0lSet)
  out[k++] = two(108, ts0, s0lSet)
  out[k++] = two(109, wb0, b0lSet)
  out[k++] = two(110, tb0, b0lSet)
  out[k++] = two(111, ts1, s1rSet)
  out[k++] = two(112, ws1, s1rSet)
  out[k++] = two(113, ts1, s1lSet)
  out[k++] = three(114, ts0, tb0, s0lSet)
  out[k++] = three(115, ts1, ts0, s0lSet)
  // prepositions and subordinators of a subtree with what it may depend on
  out[k++] = three(120, ws1, ws0l, ws0)
  out[k++] = three(121, ts1, ws0l, ts0)
  out[k++] = three(122, ws1, ws0l, ts0)
  out[k++] = three(123, ts0, ws0l, tb0)
  out[k++] = three(124, ws0, ws0r, tb0)
  out[k++] = three(125, ts1, ws1r, ts0)
  out[k++] = three(126, tb0, wb0l, ts0)
  out[k++] = three(127, ws0, wb0l, tb0)
  out[k++] = three(128, ts2, ts1, ws0l)
  out[k++] = three(129, ws2, ts0, ws0l)
  out[k++] = three(130, ts1l, ts1, ts1l2)
  out[k++] = three(131, ws1l, ts1, ts0)
  // word clusters
  out[k++] = two(140, cs0, cb0)
  out[k++] = two(141, cs1, cs0)
  out[k++] = two(142, cs0, tb0)
  out[k++] = two(143, ts0, cb0)
  out[k++] = two(144, cs1, ts0)
  out[k++] = two(145, ts1, cs0)
  out[k++] = three(146, cs1, ws0l, cs0)
  out[k++] = three(147, cs1, cs0, cb0)
  return k
}
