/**
 * Betweenness: how many shortest ways between others lead over a name (Brandes 2001). In large nets the ways from some
 * evenly chosen names stand for all (Brandes, Pich 2007), so that it takes seconds, not hours.
 */
import type { Net } from './net.ts'

/** Lines that are looked at in all, before names are sampled. */
const effort = 60_000_000

/** Number of pairs whose ways lead over each name, each pair once. Yields between sources. */
export function* betweenness({ first, next }: Net): Generator<void, Float64Array> {
  const n = first.length - 1
  const sources = Math.max(1, Math.min(n, Math.floor(effort / (next.length + n + 1))))
  const between = new Float64Array(n)
  const distance = new Int32Array(n)
  const ways = new Float64Array(n)
  const share = new Float64Array(n)
  const order = new Int32Array(n)
  for (let turn = 0; turn < sources; turn++) {
    const source = Math.floor((turn * n) / sources)
    distance.fill(-1)
    ways.fill(0)
    share.fill(0)
    distance[source] = 0
    ways[source] = 1
    order[0] = source
    let found = 1
    for (let at = 0; at < found; at++) {
      const name = order[at]!
      for (let k = first[name]!; k < first[name + 1]!; k++) {
        const other = next[k]!
        if (distance[other]! < 0) {
          distance[other] = distance[name]! + 1
          order[found++] = other
        }
        if (distance[other] === distance[name]! + 1) ways[other]! += ways[name]!
      }
    }
    for (let at = found - 1; at > 0; at--) {
      const name = order[at]!
      for (let k = first[name]!; k < first[name + 1]!; k++) {
        const other = next[k]!
        if (distance[other] === distance[name]! - 1) share[other]! += (ways[other]! / ways[name]!) * (1 + share[name]!)
      }
      between[name]! += share[name]!
    }
    yield
  }
  // each pair was met from both its ends
  const scale = n / sources / 2
  return between.map((value) => value * scale)
}
