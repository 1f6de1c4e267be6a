/** Gold and found chains → MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005), their mean F1. */

/** A chain is a list of mention keys; equal keys are one mention. */
export type Clusters = readonly (readonly string[])[]

/** Numerators and denominators, so that documents can be added up. */
export interface Tally {
  readonly right: readonly [precision: number, recall: number]
  readonly of: readonly [precision: number, recall: number]
}

const owners = (clusters: Clusters) =>
  new Map(clusters.flatMap((cluster, at) => cluster.map((key) => [key, at] as const)))

/** Links that a clustering keeps of another: its mentions minus the parts that they fall into. */
function muc(key: Clusters, response: Clusters): [right: number, of: number] {
  const owner = owners(response)
  let [right, of] = [0, 0]
  for (const cluster of key) {
    const parts = new Set<string | number>(cluster.map((mention) => owner.get(mention) ?? `alone ${mention}`))
    right += cluster.length - parts.size
    of += cluster.length - 1
  }
  return [right, of]
}

function b3(key: Clusters, response: Clusters): [right: number, of: number] {
  const owner = owners(response)
  let [right, of] = [0, 0]
  for (const cluster of key) {
    const counts = new Map<number, number>()
    for (const mention of cluster) {
      const at = owner.get(mention)
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    for (const count of counts.values()) right += (count * count) / cluster.length
    of += cluster.length
  }
  return [right, of]
}

/** The best one-to-one pairing of chains by 2·|a∩b| / (|a|+|b|). */
function ceafe(key: Clusters, response: Clusters): number {
  const owner = owners(response)
  const similarity = key.map((cluster) => {
    const row = new Array<number>(response.length).fill(0)
    for (const mention of cluster) {
      const at = owner.get(mention)
      if (at !== undefined) row[at]! += 1
    }
    return row.map((both, at) => (2 * both) / (cluster.length + response[at]!.length))
  })
  return assignment(similarity, response.length)
}

/** Largest total of a pairing of rows and columns (Kuhn 1955, the Hungarian method with potentials). */
function assignment(weights: readonly (readonly number[])[], columns: number): number {
  const size = Math.max(weights.length, columns)
  if (size === 0) return 0
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0)
  const [u, v, match] = [0, 0, 0].map(() => new Array<number>(size + 1).fill(0)) as [number[], number[], number[]]
  for (let row = 1; row <= size; row++) {
    match[0] = row
    const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY)
    const way = new Array<number>(size + 1).fill(0)
    const used = new Array<boolean>(size + 1).fill(false)
    let column = 0
    do {
      used[column] = true
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let at = 1; at <= size; at++) {
        if (used[at]) continue
        const reduced = cost(match[column]!, at) - u[match[column]!]! - v[at]!
        if (reduced < least[at]!) {
          least[at] = reduced
          way[at] = column
        }
        if (least[at]! < delta) {
          delta = least[at]!
          next = at
        }
      }
      for (let at = 0; at <= size; at++)
        if (used[at]) {
          u[match[at]!]! += delta
          v[at]! -= delta
        } else least[at]! -= delta
      column = next
    } while (match[column] !== 0)
    do {
      const before = way[column]!
      match[column] = match[before]!
      column = before
    } while (column !== 0)
  }
  let total = 0
  for (let column = 1; column <= size; column++) total -= cost(match[column]!, column)
  return total
}

export const metrics = ['MUC', 'B³', 'CEAF-e'] as const

export function tally(gold: Clusters, found: Clusters): Record<(typeof metrics)[number], Tally> {
  const [mucRecall, mucPrecision] = [muc(gold, found), muc(found, gold)]
  const [b3Recall, b3Precision] = [b3(gold, found), b3(found, gold)]
  const similarity = ceafe(gold, found)
  return {
    MUC: { right: [mucPrecision[0], mucRecall[0]], of: [mucPrecision[1], mucRecall[1]] },
    'B³': { right: [b3Precision[0], b3Recall[0]], of: [b3Precision[1], b3Recall[1]] },
    'CEAF-e': { right: [similarity, similarity], of: [found.length, gold.length] },
  }
}

export function f1(tallies: readonly Tally[]): number {
  const sum = (side: 'right' | 'of', at: 0 | 1) => tallies.reduce((total, entry) => total + entry[side][at], 0)
  const [precision, recall] = ([0, 1] as const).map((at) => (sum('of', at) ? sum('right', at) / sum('of', at) : 0)) as [
    number,
    number,
  ]
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0
}
