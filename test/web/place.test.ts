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
      const { box } = new Placer([it], stage).name(it, text, true)!
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
  const placer = new Placer(spots, stage)
  const [a, b] = spots.map((spot) => placer.name(spot, text, false))
  if (!a || !b) throw new Error('there is room for both')
  expect(a.box.y2 <= b.box.y1 || b.box.y2 <= a.box.y1 || a.box.x2 <= b.box.x1).toBe(true)
})

it('a name that must stand among shapes lies on a small one rather than on a large one', () => {
  // shapes all around: the one at the right is small
  const around = [
    { index: 1, x: 200, y: 190, r: 22 },
    { index: 2, x: 200, y: 110, r: 22 },
    { index: 3, x: 255, y: 150, r: 4 },
    { index: 4, x: 145, y: 150, r: 22 },
  ]
  const hub = { index: 0, x: 200, y: 150, r: 16 }
  const placer = new Placer([hub, ...around], stage)
  expect(placer.name(hub, text, false)).toBeUndefined()
  const { box } = placer.name(hub, text, true)!
  for (const { x, y, r } of around.filter((spot) => spot.index !== 3))
    expect(x + r <= box.x1 || x - r >= box.x2 || y + r <= box.y1 || y - r >= box.y2).toBe(true)
})
