import fc from 'fast-check'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { Field, type Start } from '../../web/graph/forces/field.ts'
import { defaults } from '../../web/graph/forces/settings.ts'
import { layouts } from '../../web/state/address.ts'
import { formatPlaces, parsePlaces, placeOf, placesOf } from '../../web/state/places.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { project } from './fixture.ts'
import { picture, ready, screenOf, see, soon, violations, widthOf } from './page.ts'
import { faultsIn } from './sight.ts'

/** Two rings of names, every second one of each on the other side, and one line between the rings. */
function tangle(size: number, fixed: readonly number[] = []): Start {
  const at = new Float32Array(4 * size)
  for (let i = 0; i < 2 * size; i++) {
    at[2 * i] = 300 * Math.cos(i * 2.4)
    at[2 * i + 1] = 300 * Math.sin(i * 2.4)
  }
  const lines: [number, number][] = [[0, size]]
  for (let i = 0; i < size; i++) lines.push([i, (i + 1) % size], [size + i, size + ((i + 1) % size)])
  return {
    at,
    radii: new Float32Array(2 * size).fill(8),
    fixed: Uint8Array.from({ length: 2 * size }, (_, i) => Number(fixed.includes(i))),
    ends: Int32Array.from(lines.flat()),
    weights: new Float32Array(lines.length).fill(1),
  }
}
const pulled = (field: Field, steps: number) => {
  for (let i = 0; i < steps; i++) field.step()
  return field.positions()
}
const apart = (at: Float32Array, a: number, b: number) =>
  Math.hypot(at[2 * a]! - at[2 * b]!, at[2 * a + 1]! - at[2 * b + 1]!)
const reach = (at: Float32Array) => {
  const length = at.length / 2
  const mean = [0, 1].map((axis) => at.reduce((sum, value, i) => (i % 2 === axis ? sum + value / length : sum), 0))
  return Math.sqrt(at.reduce((sum, value, i) => sum + (value - mean[i % 2]!) ** 2 / length, 0))
}

describe('the forces', () => {
  it('bring together what is tied and keep about the size of the whole', () => {
    const start = tangle(12)
    const at = pulled(new Field(start, defaults), 600)
    const mean = (pairs: [number, number][]) => pairs.reduce((sum, [a, b]) => sum + apart(at, a, b), 0) / pairs.length
    const near = mean(Array.from({ length: 11 }, (_, i) => [i, i + 1]))
    const far = mean(Array.from({ length: 11 }, (_, i) => [i, 12 + i]))
    expect(near).toBeLessThan(far / 2)
    expect(reach(at) / reach(start.at)).toBeGreaterThan(0.5)
    expect(reach(at) / reach(start.at)).toBeLessThan(2)
  })

  it('give the same every time, come to rest, and wake when a name is held or a setting changes', () => {
    const field = new Field(tangle(8), defaults)
    const at = pulled(field, 40)
    expect(at).toEqual(pulled(new Field(tangle(8), defaults), 40))
    for (let i = 0; i < 4000 && !field.isSettled; i++) field.step()
    expect(field.isSettled).toBe(true)
    field.hold(0, { x: 900, y: 0 })
    expect(field.isSettled).toBe(false)
    const [x, y] = pulled(field, 100)
    expect(x).toBeCloseTo(900, 2)
    expect(y).toBeCloseTo(0, 2)
  })

  it('leave what is fastened where it is, and move it when it is let go', () => {
    const start = tangle(8, [3])
    const field = new Field(start, defaults)
    const at = pulled(field, 200)
    expect(apart(Float32Array.from([...at.slice(6, 8), ...start.at.slice(6, 8)]), 0, 1)).toBeLessThan(0.01)
    field.hold(3, undefined)
    const later = pulled(field, 50)
    expect(apart(Float32Array.from([...later.slice(6, 8), ...start.at.slice(6, 8)]), 0, 1)).toBeGreaterThan(1)
  })

  it('spread with more repulsion, draw in with more gravity, and keep shapes off each other', () => {
    const reached = (settings: Partial<typeof defaults>) =>
      reach(pulled(new Field(tangle(10), { ...defaults, apart: false, ...settings }), 500))
    expect(reached({ repulsion: 10 })).toBeGreaterThan(1.5 * reached({}))
    expect(reached({ gravity: 20 })).toBeLessThan(0.7 * reached({}))
    expect(reached({ strong: false, gravity: 20 })).toBeLessThan(0.7 * reached({ strong: false }))
    const crowded = pulled(new Field(tangle(30), { ...defaults, repulsion: 0.05, gravity: 2 }), 500)
    let overlaps = 0
    for (let i = 0; i < 60; i++) for (let j = 0; j < i; j++) if (apart(crowded, i, j) < 12) overlaps++
    expect(overlaps).toBeLessThan(4)
  })

  it('never lose a name, whatever is set, and whatever lies on one point', () => {
    const odd = fc.record({
      repulsion: fc.double({ min: 0.01, max: 100, noNaN: true }),
      gravity: fc.double({ min: 0.01, max: 100, noNaN: true }),
      speed: fc.double({ min: 0.01, max: 100, noNaN: true }),
      weights: fc.double({ min: 0, max: 2, noNaN: true }),
      strong: fc.boolean(),
      linLog: fc.boolean(),
      apart: fc.boolean(),
    })
    fc.assert(
      fc.property(odd, fc.boolean(), (settings, onePoint) => {
        const start = tangle(5)
        if (onePoint) start.at.fill(7)
        expect(pulled(new Field(start, settings), 60).every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 60 },
    )
    const lonely = { ...tangle(1), ends: new Int32Array(), weights: new Float32Array() }
    expect(pulled(new Field(lonely, defaults), 20).every(Number.isFinite)).toBe(true)
  })
})

describe('places in an address', () => {
  const share = fc.double({ min: -3, max: 4, noNaN: true })
  it('are those that were put into it, but for a hair', () => {
    const places = fc.dictionary(fc.string({ minLength: 1 }), fc.record({ x: share, y: share }), { minKeys: 1 })
    fc.assert(
      fc.property(places, fc.constantFrom(...layouts), (at, layout) => {
        const made = placesOf(layout, new Map(Object.entries(at)))
        const read = parsePlaces(formatPlaces(made), layouts)!
        expect(read).toEqual(made)
        for (const [key, { x, y }] of Object.entries(at)) {
          expect(placeOf(read, key)!.x).toBeCloseTo(x, 3)
          expect(placeOf(read, key)!.y).toBeCloseTo(y, 3)
        }
      }),
    )
  })

  it('are ten signs a name, none for more than a link can hold, and none from nonsense', () => {
    const many = (count: number) =>
      placesOf('map', new Map(Array.from({ length: count }, (_, i) => [`e${i}`, { x: i / count, y: 0.5 }])))
    expect(formatPlaces(many(10_000)).length).toBeLessThan(100_100)
    expect(formatPlaces(many(15_001))).toBe('')
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePlaces(`map~0~0~1~1~${text}`, layouts)?.at.size ?? 0).toBe(
          /^[\w-]+$/.test(text) && text.length % 10 === 0 ? text.length / 10 : 0,
        )
      }),
    )
    expect(parsePlaces('spiral~0~0~1~1~AAAAAAAAAA', layouts)).toBeUndefined()
    expect(parsePlaces('map~0~x~1~1~AAAAAAAAAA', layouts)).toBeUndefined()
  })
})

describeInBrowser({ name: 'forces in a browser', timeout: 240_000 }, (browsing) => {
  const open = async (hash = '', options: BrowserContextOptions = {}, of: Project = project): Promise<Page> => {
    const { url } = await browsing.serve(of)
    return browsing.open(`${url}${hash}`, { reducedMotion: 'no-preference', ...options })
  }
  const card = (page: Page) => page.getByRole('region', { name: 'Forces' })
  const keys = project.graph('actors').nodes.map(({ key }) => key)
  const places = async (page: Page) =>
    page.evaluate((list) => {
      const { picture, explorer } = window.demarche!
      return list.map((key) => picture.screenOf(explorer.model.value!.nameByKey.get(key)!))
    }, keys)
  const farthest = (a: { x: number; y: number }[], b: { x: number; y: number }[]) =>
    Math.max(...a.map((p, i) => Math.hypot(p.x - b[i]!.x, p.y - b[i]!.y)))

  it('move names before one’s eyes, pause, and are taken back', async () => {
    const page = await open()
    const before = await places(page)
    await page.getByRole('button', { name: 'Forces' }).click()
    await see(card(page).getByText(/^Forces at work for/))
    await soon(async () => farthest(await places(page), before)).toBeGreaterThan(20)
    await page.keyboard.press('f')
    await see(card(page).getByText(/after \d+ s$/))
    await ready(page)
    const then = await places(page)
    await picture(page, 'forces-paused')
    const again = await browsing.open(page.url())
    await soon(async () => farthest(await places(again), then)).toBeLessThan(2)
    await page.keyboard.press('Control+z')
    await soon(async () => farthest(await places(page), before)).toBeLessThan(1)
    await page.keyboard.press('Control+Shift+Z')
    await soon(async () => farthest(await places(page), then)).toBeLessThan(2)
    await page.keyboard.press('Shift+F')
    await soon(() => card(page).count()).toBe(0)
  })

  it('leave pinned names where they are, and those that a hand moves where it puts them', async () => {
    const [pinned, dragged] = [keys[0]!, keys[4]!]
    const page = await open(`#name=${pinned}`)
    await page.keyboard.press('p')
    await page.keyboard.press('f')
    await card(page).getByRole('button', { name: 'Settings' }).click()
    // slow enough for a hand that does not look
    await card(page).getByLabel('Speed').fill('-2')
    await card(page).getByRole('button', { name: 'Settings' }).click()
    await page.waitForTimeout(500)
    const from = await screenOf(page, dragged)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 5 })
    const to = { x: from.x + 60, y: from.y + 30 }
    await page.mouse.move(to.x, to.y, { steps: 5 })
    await page.mouse.up()
    await page.keyboard.press('f')
    await see(card(page).getByText(/after \d+ s$/))
    await ready(page)
    // where they are in the layout, which does not move with the camera
    const there = (key: string) =>
      page.evaluate((name) => {
        const { picture, explorer } = window.demarche!
        const { x, y } = picture.pinOf(explorer.model.value!.nameByKey.get(name)!)
        const pin = explorer.place.value.walk.pins.get(name)
        return pin && Math.hypot(pin.x - x, pin.y - y)
      }, key)
    expect(await there(pinned)).toBeLessThan(0.001)
    expect(await there(dragged)).toBeLessThan(0.001)
  })

  it('stop when they have come to rest, take settings on the way, and go back to the defaults', async () => {
    const page = await open()
    await page.keyboard.press('f')
    await card(page).getByRole('button', { name: 'Settings' }).click()
    await card(page).getByLabel('Repulsion').fill('0.5')
    await card(page).getByLabel('Prevent overlap').uncheck()
    const settings = () => page.evaluate(() => document.querySelector('.forces output')!.textContent)
    expect(await settings()).toBe('× 3.2')
    await card(page).getByRole('button', { name: 'Back to defaults' }).click()
    expect(await settings()).toBe('× 1.0')
    await see(card(page).getByText(/^At rest after/))
  })

  it('show what they come to when they pause where less motion is wished', async () => {
    const page = await open('', { reducedMotion: 'reduce' }, crowd(1200, 3000))
    const place = () => page.evaluate(() => window.demarche!.picture.screenOf(7))
    const before = await place()
    await page.keyboard.press('f')
    await see(card(page).getByText('Less motion is wished'))
    await page.waitForTimeout(300)
    expect(await place()).toEqual(before)
    await page.keyboard.press('f')
    await soon(async () => farthest([await place()], [before])).toBeGreaterThan(3)
  })

  it('move a thousand and more without a stop', async () => {
    const page = await open('', {}, crowd(1200, 3000))
    const state = () =>
      page.evaluate(() => {
        const { picture } = window.demarche!
        return picture.screenOf(7)
      })
    const before = await state()
    await page.keyboard.press('f')
    await soon(async () => {
      const { x, y } = await state()
      return Math.hypot(x - before.x, y - before.y)
    }).toBeGreaterThan(3)
    await page.waitForTimeout(1500)
    await picture(page, 'forces-many')
    await page.keyboard.press('f')
    await see(card(page).getByText(/after \d+ s$/))
    await page.waitForURL(/at=map/)
  })

  it.each(['light', 'dark'] as const)('can be read and have no fault for axe in %s', async (colorScheme) => {
    const page = await open('', { colorScheme })
    await page.keyboard.press('f')
    await card(page).getByRole('button', { name: 'Settings' }).click()
    await page.waitForTimeout(600)
    await picture(page, `forces-${colorScheme}`)
    expect(await faultsIn(page, '.forces')).toEqual([])
    expect(await violations(page)).toEqual([])
  })

  it('fit a phone', async () => {
    const page = await open('', phone)
    await page.getByRole('button', { name: 'Forces' }).click()
    await card(page).getByRole('button', { name: 'Settings' }).click()
    await page.waitForTimeout(300)
    await picture(page, 'forces-phone')
    expect(await widthOf(page)).toBe(390)
  })
})
