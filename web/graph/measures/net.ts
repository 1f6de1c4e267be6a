/** What is drawn → its shape alone, in arrays that a worker can be sent. */
import type { GraphModel } from '../model.ts'

/** Undirected: parallel lines are one, with the sum of their weights. `next` and `weight` of a name from `first[i]` on. */
export interface Net {
  /** By `Name.index`: where its neighbours begin; one more entry than names. */
  readonly first: Int32Array
  readonly next: Int32Array
  readonly weight: Float32Array
}

/** The net of the shown lines. */
export function netOf(model: GraphModel, lines: Uint8Array): Net {
  const weights: Map<number, number>[] = model.names.map(() => new Map())
  for (const { index, source, target, weight } of model.lines) {
    if (!lines[index] || source === target) continue
    weights[source]!.set(target, (weights[source]!.get(target) ?? 0) + weight)
    weights[target]!.set(source, (weights[target]!.get(source) ?? 0) + weight)
  }
  const first = new Int32Array(weights.length + 1)
  weights.forEach((list, i) => {
    first[i + 1] = first[i]! + list.size
  })
  const next = new Int32Array(first.at(-1)!)
  const weight = new Float32Array(next.length)
  let at = 0
  for (const list of weights) {
    for (const [other, sum] of list) {
      next[at] = other
      weight[at++] = sum
    }
  }
  return { first, next, weight }
}
