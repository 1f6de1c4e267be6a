/** Groups: names that have more to do with each other than with the rest (Louvain; Blondel et al. 2008). The same every time. */
import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Net } from './net.ts'

/** A number by name; −1 for a name that is tied to nobody. */
export function* groups({ first, next, weight }: Net): Generator<void, Float64Array> {
  const graph = new UndirectedGraph()
  const n = first.length - 1
  for (let i = 0; i < n; i++) if (first[i + 1]! > first[i]!) graph.addNode(i)
  for (let i = 0; i < n; i++) {
    for (let k = first[i]!; k < first[i + 1]!; k++)
      if (next[k]! > i) graph.addUndirectedEdge(i, next[k]!, { weight: weight[k]! })
  }
  yield
  const found = new Float64Array(n).fill(-1)
  if (graph.size === 0) return found
  const numbers = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false })
  for (const [name, group] of Object.entries(numbers)) found[Number(name)] = group
  return found
}
