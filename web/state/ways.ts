/** Names of the graph and the lines that pass the filters → neighbours, what lies around, the ways between two. */
import type { GraphModel } from '../graph/model.ts'

/** Where one may go: along these lines, in either direction. `passing` by `Line.index`. */
export interface Roads {
  readonly model: GraphModel
  readonly passing: Uint8Array
}

/** The other ends of a name's lines, once each, itself not among them. */
export function neighbours({ model, passing }: Roads, name: number): number[] {
  const found = new Set<number>()
  for (const index of model.linesOf[name]!) {
    if (!passing[index]) continue
    const { source, target } = model.lines[index]!
    found.add(source === name ? target : source)
  }
  found.delete(name)
  return [...found]
}

/** Steps from a name to each other one, −1 where no way leads; no farther than `most`. */
function distances(roads: Roads, from: number, most = Number.POSITIVE_INFINITY): Int32Array {
  const steps = new Int32Array(roads.model.names.length).fill(-1)
  steps[from] = 0
  let edge = [from]
  for (let step = 1; edge.length && step <= most; step++) {
    const next: number[] = []
    for (const name of edge) {
      for (const other of neighbours(roads, name)) {
        if (steps[other]! >= 0) continue
        steps[other] = step
        next.push(other)
      }
    }
    edge = next
  }
  return steps
}

/** The ego network: a name with all that lies within so many steps, the nearest first. */
export function around(roads: Roads, name: number, steps: number): number[] {
  const distance = distances(roads, name, steps)
  const found = [...distance.keys()].filter((other) => distance[other]! >= 0)
  return found.sort((a, b) => distance[a]! - distance[b]! || a - b)
}

/**
 * All names on the ways between two: on the shortest ones, or on those that are at most `longer` steps (0 or 1) longer;
 * in the order from the first to the second. None where no way leads.
 */
export function between(roads: Roads, from: number, to: number, longer: 0 | 1): number[] {
  const there = distances(roads, from)
  const shortest = there[to]!
  if (shortest < 0) return []
  const back = distances(roads, to, shortest + longer)
  const lies = (name: number) =>
    there[name]! >= 0 && back[name]! >= 0 && there[name]! + back[name]! <= shortest + longer
  return [...there.keys()].filter(lies).sort((a, b) => there[a]! - there[b]! || a - b)
}

/** Neighbours that two names share. */
export function common(roads: Roads, a: number, b: number): number[] {
  const others = new Set(neighbours(roads, b))
  return neighbours(roads, a).filter((name) => others.has(name))
}

/** Neighbours on the stage that hang on this name alone: what goes away when it is collapsed. */
export function hangers(roads: Roads, name: number, stage: Uint8Array): number[] {
  const isOn = (other: number) => stage[other] === 1
  return neighbours(roads, name).filter((other) => isOn(other) && neighbours(roads, other).filter(isOn).length === 1)
}
