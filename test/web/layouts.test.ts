import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainLayout } from '../../web/graph/layouts/chain.ts'
import { circleLayout } from '../../web/graph/layouts/circle.ts'
import type { Plan } from '../../web/graph/layouts/component.ts'
import { mapLayout } from '../../web/graph/layouts/map.ts'
import { modelOf } from '../../web/graph/model.ts'
import { project } from './fixture.ts'

const room = { left: 50, right: 50, above: 14, below: 34 }
const plan: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 24 }).chain((n) =>
  fc.record({
    rooms: fc.constant(Array.from({ length: n }, () => room)),
    start: fc.array(fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) }), {
      minLength: n,
      maxLength: n,
    }),
    lines: fc.array(
      fc.record({
        source: fc.nat(n - 1),
        target: fc.nat(n - 1),
        length: fc.integer({ min: 80, max: 200 }),
        request: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    width: fc.constant(740),
    height: fc.constant(700),
  }),
)

describe.each([
  ['map', mapLayout],
  ['chain', chainLayout],
  ['circle', circleLayout],
])('the layout %s', (_, layout) => {
  it('gives every name a finite place, the same every time', () => {
    fc.assert(
      fc.property(plan, (it) => {
        const at = layout(it)
        expect(at).toHaveLength(it.rooms.length)
        expect(at.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
        expect(layout(it)).toEqual(at)
      }),
      { numRuns: 25 },
    )
  })
})

it('the layout chain puts askers left of whom they ask, where no cycle forbids it', () => {
  const lines = [
    { source: 0, target: 1, length: 100, request: true },
    { source: 1, target: 2, length: 100, request: true },
    { source: 3, target: 2, length: 100, request: true },
    { source: 2, target: 0, length: 100, request: false },
  ]
  const start = [0, 1, 2, 3].map((i) => ({ x: i, y: i * 2 }))
  const at = chainLayout({ rooms: start.map(() => room), start, lines, width: 700, height: 700 })
  for (const { source, target, request } of lines) if (request) expect(at[source]!.x).toBeLessThan(at[target]!.x)
})

it('lines between the same two names are fanned out evenly', () => {
  const model = modelOf(project.graph('actors'))
  const bundles = new Map<string, number[]>()
  for (const { source, target, fan } of model.lines) {
    const key = [Math.min(source, target), Math.max(source, target)].join()
    bundles.set(key, [...(bundles.get(key) ?? []), fan])
  }
  expect([...bundles.values()].some((fans) => fans.length > 1)).toBe(true)
  for (const fans of bundles.values()) {
    expect(new Set(fans).size).toBe(fans.length)
    expect(fans.reduce((sum, fan) => sum + fan, 0)).toBe(0)
  }
})
