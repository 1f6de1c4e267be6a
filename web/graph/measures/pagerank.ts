/** PageRank (Brin, Page 1998) over the undirected net, by weight: the share of a long random walk that is spent at each name. */
import type { Net } from './net.ts'

const damping = 0.85
const most = 100
const enough = 1e-9

/** Sums to 1. Yields between rounds. */
export function* pagerank({ first, next, weight }: Net): Generator<void, Float64Array> {
  const n = first.length - 1
  const strength = new Float64Array(n)
  for (let i = 0; i < n; i++) for (let k = first[i]!; k < first[i + 1]!; k++) strength[i]! += weight[k]!
  let rank = new Float64Array(n).fill(1 / n)
  for (let round = 0; round < most; round++) {
    let lost = 0
    for (let i = 0; i < n; i++) if (strength[i] === 0) lost += rank[i]!
    const after = new Float64Array(n).fill((1 - damping + damping * lost) / n)
    for (let i = 0; i < n; i++) {
      const share = (damping * rank[i]!) / (strength[i]! || 1)
      for (let k = first[i]!; k < first[i + 1]!; k++) after[next[k]!]! += share * weight[k]!
    }
    let change = 0
    for (let i = 0; i < n; i++) change += Math.abs(after[i]! - rank[i]!)
    rank = after
    yield
    if (change < enough) break
  }
  return rank
}
