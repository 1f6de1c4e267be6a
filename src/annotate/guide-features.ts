/**
 * A parser state and a first parse of the same sentence → hashes of features: what the first parser would do here
 * (stacking: Nivre and McDonald 2008, Martins et al. 2008).
 */
import { four, hashString, one, three, two } from './hashing.ts'
import type { Parse } from './parser.ts'
import type { Guide, ParsedContext } from './parser-features.ts'
import { type States, subtreeStride } from './transitions.ts'

const wordOf = (states: States, tree: number): number => (tree === -1 ? -1 : states.subtrees[tree * subtreeStride]!)

/** Writes the features to `out` from `k` on; where they end. */
/** A parse as a guide. */
export function guideFrom(parse: Parse): Guide {
  const n = parse.heads.length
  const heads = new Int32Array(n + 2)
  const relations = new Int32Array(n + 2)
  const lastChild = new Int32Array(n + 2).fill(-1)
  parse.heads.forEach((head, i) => {
    heads[i] = head === 0 ? n : head - 1
    relations[i] = hashString(parse.relations[i]!)
    lastChild[heads[i]!] = i
  })
  return { heads, relations, lastChild }
}

export function guideFeatures(
  guide: Guide,
  { xpos, words }: ParsedContext,
  [states, state]: readonly [States, number],
  out: Int32Array,
  k: number,
): number {
  const { heads, relations, lastChild } = guide
  const below = states.below[state]!
  const s0 = wordOf(states, states.top[state]!)
  const s1 = below === -1 ? -1 : wordOf(states, states.top[below]!)
  const b0 = states.frontWord(state)
  const h0 = s0 === -1 ? -1 : heads[s0]!
  const hb = heads[b0]!
  // where the first parse puts the head of s0 and of b0, and whether s0 still waits for children
  const where0 = s0 === -1 ? 0 : h0 === b0 ? 1 : h0 === s1 ? 2 : h0 > b0 ? 3 : h0 > s0 ? 4 : 5
  const whereB = b0 === states.root ? 0 : hb === s0 ? 1 : hb === s1 ? 2 : hb < b0 ? 3 : hb === b0 + 1 ? 4 : 5
  const waits = s0 !== -1 && lastChild[s0]! >= b0 ? 1 : 0
  const where1 = s1 === -1 ? 0 : heads[s1] === s0 ? 1 : heads[s1] === b0 ? 2 : heads[s1]! > b0 ? 3 : 4
  const r0 = s0 === -1 ? 1 : relations[s0]!
  const rb = relations[b0]!
  const all = where0 + 8 * whereB + 64 * waits
  const ts0 = s0 === -1 ? 1 : xpos[s0]!
  const tb0 = xpos[b0]!
  out[k++] = one(160, all)
  out[k++] = two(161, all, r0)
  out[k++] = three(162, all, r0, rb)
  out[k++] = four(163, where0 + 8 * waits, r0, ts0, tb0)
  out[k++] = four(164, whereB, rb, ts0, tb0)
  out[k++] = two(165, where0, r0)
  out[k++] = two(166, whereB, rb)
  out[k++] = two(167, where1, all)
  out[k++] = three(168, all, ts0, tb0)
  out[k++] = three(169, where0, r0, s0 === -1 ? 1 : words[s0]!)
  out[k++] = three(170, whereB, rb, words[b0]!)
  out[k++] = three(171, where0, r0, h0 < 0 ? 1 : xpos[h0]!)
  return k
}
