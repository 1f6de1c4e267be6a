import fc from 'fast-check'
import { UndirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { type MeasureName, measuring, type Net } from '../../web/graph/measures/index.ts'
import { inSlices } from '../../web/graph/measures/run.ts'

/** A net of the given pairs, each of weight 1. */
function netOfPairs(n: number, pairs: readonly (readonly [number, number])[]): Net {
  const graph = new UndirectedGraph()
  for (let i = 0; i < n; i++) graph.addNode(i)
  for (const [a, b] of pairs) if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b)
  const first = new Int32Array(n + 1)
  const next: number[] = []
  for (let i = 0; i < n; i++) {
    next.push(...graph.neighbors(i).map(Number))
    first[i + 1] = next.length
  }
  return { first, next: Int32Array.from(next), weight: new Float32Array(next.length).fill(1) }
}
const measured = (what: MeasureName, net: Net): number[] => {
  const steps = measuring(what, net)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return [...step.value]
}

/** 0–1–2–3–4, and 5 by itself. */
const path = netOfPairs(6, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
])

describe('the measures', () => {
  it('count the pairs whose shortest way leads over a name', () => {
    expect(measured('betweenness', path)).toEqual([0, 3, 4, 3, 0, 0])
    // a square: each of two ways counts half
    expect(
      measured(
        'betweenness',
        netOfPairs(4, [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 0],
        ]),
      ),
    ).toEqual([0.5, 0.5, 0.5, 0.5])
  })

  it('give a rank that sums to 1, the same to names in the same position, more to who is more central', () => {
    const rank = measured('pagerank', path)
    expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6)
    expect(rank[0]).toBeCloseTo(rank[4]!, 9)
    expect(rank[1]).toBeGreaterThan(rank[0]!)
    expect(rank[5]).toBeLessThan(rank[0]!)
  })

  it('put two cliques into two groups, and what is tied to nobody into none', () => {
    const cliques = [0, 4].flatMap((at) =>
      [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => [at + a, at + b] as const)),
    )
    const [a, b, c, d, e, f, g, h, alone] = measured('groups', netOfPairs(9, [...cliques, [0, 4]]))
    expect(new Set([a, b, c, d]).size).toBe(1)
    expect(new Set([e, f, g, h]).size).toBe(1)
    expect(a).not.toBe(e)
    expect(alone).toBe(-1)
  })

  it('are finite for any net, and the same in slices', async () => {
    const net = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }))
      .map(([n, pairs]) =>
        netOfPairs(
          n,
          pairs.filter(([a, b]) => a < n && b < n),
        ),
      )
    await fc.assert(
      fc.asyncProperty(net, fc.constantFrom<MeasureName>('betweenness', 'pagerank', 'groups'), async (it, what) => {
        const values = measured(what, it)
        expect(values).toHaveLength(it.first.length - 1)
        expect(values.every(Number.isFinite)).toBe(true)
        expect([...(await inSlices(what, it))]).toEqual(values)
      }),
      { numRuns: 60 },
    )
  })
})
