import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Placer } from '../../web/graph/place.ts'
import type { TextBlock } from '../../web/graph/text.ts'

const stage = { width: 400, height: 300 }
const text: TextBlock = { lines: [], width: 120, height: 28, lineHeight: 14 }

it('the name of a shape in sight is never cut at the edge of the stage', () => {
  const spot = fc.record({
    index: fc.constant(0),
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    r: fc.integer({ min: 2, max: 22 }),
  })
  fc.assert(
    fc.property(spot, (it) => {
      const { box } = new Placer([it], [], stage).name(it, text, true)!
      expect(box.x1).toBeGreaterThanOrEqual(0)
      expect(box.x2).toBeLessThanOrEqual(stage.width)
      expect(box.y1).toBeGreaterThanOrEqual(0)
      expect(box.y2).toBeLessThanOrEqual(stage.height)
    }),
  )
})

it('two names that would stand in one place do not collide', () => {
  const spots = [
    { index: 0, x: 390, y: 150, r: 8 },
    { index: 1, x: 390, y: 176, r: 8 },
  ]
  const placer = new Placer(spots, [], stage)
  const [a, b] = spots.map((spot) => placer.name(spot, text, false))
  if (a && b) expect(a.box.y2 <= b.box.y1 || b.box.y2 <= a.box.y1 || a.box.x2 <= b.box.x1).toBe(true)
  expect(a ?? b).toBeDefined()
})
