/** A net of places → what lies around one, the ways between two, what two have in common. Lines lead both ways. */

export interface Net {
  /** Places are 0 … size − 1. */
  readonly size: number
  /** The other ends of a place's lines, once each, itself not among them. */
  nextTo(place: number): readonly number[]
}

/** Steps from a place to each other one, −1 where no way leads; no farther than `most`. */
function distances({ size, nextTo }: Net, from: number, most = Number.POSITIVE_INFINITY): Int32Array {
  const steps = new Int32Array(size).fill(-1)
  steps[from] = 0
  let edge = [from]
  for (let step = 1; edge.length && step <= most; step++) {
    const next: number[] = []
    for (const place of edge) {
      for (const other of nextTo(place)) {
        if (steps[other]! >= 0) continue
        steps[other] = step
        next.push(other)
      }
    }
    edge = next
  }
  return steps
}

/** The ego network: a place with all that lies within so many steps, the nearest first. */
export function around(net: Net, place: number, steps: number): number[] {
  const distance = distances(net, place, steps)
  const found = [...distance.keys()].filter((other) => distance[other]! >= 0)
  return found.sort((a, b) => distance[a]! - distance[b]! || a - b)
}

/**
 * All places on the ways between two: on the shortest ones, or on those that are at most `longer` steps (0 or 1) longer;
 * in the order from the first to the second. None where no way leads.
 */
export function between(net: Net, from: number, to: number, longer: 0 | 1): number[] {
  const there = distances(net, from)
  const shortest = there[to]!
  if (shortest < 0) return []
  const back = distances(net, to, shortest + longer)
  const lies = (place: number) =>
    there[place]! >= 0 && back[place]! >= 0 && there[place]! + back[place]! <= shortest + longer
  return [...there.keys()].filter(lies).sort((a, b) => there[a]! - there[b]! || a - b)
}

/** Neighbours that two places share. */
export function common({ nextTo }: Net, a: number, b: number): number[] {
  const others = new Set(nextTo(b))
  return nextTo(a).filter((place) => others.has(place))
}
