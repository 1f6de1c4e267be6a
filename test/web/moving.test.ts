import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { project } from './fixture.ts'
import { evidence, onScreen, screenOf, see, soon } from './page.ts'

const [first] = project.graph('actors').nodes
const many = crowd(1500, 4000)

/** Until nothing is being drawn. */
const drawn = (page: Page) => page.locator('.canvas:not([data-drawing])').waitFor()

/** How the picture that was drawn lies over the stage: empty where it was drawn as it is seen. */
const moved = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>('.ink')!.style.transform)

describeInBrowser({ name: 'the picture under a hand' }, (browsing) => {
  async function open(of = project, options = {}): Promise<Page> {
    const { url } = await browsing.serve(of)
    const page = await browsing.open(url, options)
    await drawn(page)
    return page
  }

  for (const [size, of, key] of [
    ['few', project, first!.key],
    ['many', many, 'e0'],
  ] as const) {
    it(`keeps what is under the pointer there while a wheel takes it nearer (${size} names)`, async () => {
      const page = await open(of)
      const before = await screenOf(page, key)
      await page.mouse.move(before.x, before.y)
      const scale = () => page.evaluate(() => window.demarche!.explorer.place.value.camera?.ratio ?? 1)
      await page.mouse.wheel(0, -200)
      await soon(scale).toBeLessThan(0.7)
      await drawn(page)
      const after = await screenOf(page, key)
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1.5)
      expect(await moved(page)).toBe('')
    })

    it(`follows the hand that draws it along, and is drawn anew where it comes to rest (${size} names)`, async () => {
      const page = await open(of)
      const from = await screenOf(page, key)
      const corner = await onScreen(page, () => ({ x: 5, y: 5 }), key)
      await page.mouse.move(corner.x, corner.y)
      await page.mouse.down()
      await page.mouse.move(corner.x + 60, corner.y + 30, { steps: 6 })
      await page.mouse.up()
      await soon(async () => {
        const to = await screenOf(page, key)
        return Math.hypot(to.x - from.x - 60, to.y - from.y - 30)
      }).toBeLessThan(1.5)
      await drawn(page)
      expect(await moved(page)).toBe('')
    })
  }

  it('chooses a shape among many, before and after the picture has moved', async () => {
    const page = await open(many)
    for (const key of ['e0', 'e211']) {
      const at = await screenOf(page, key)
      await page.mouse.click(at.x, at.y)
      await see(evidence(page).getByRole('heading', { name: `Name ${key.slice(1)}`, exact: true }))
      await page.evaluate(() => window.demarche!.picture.zoom(0))
      await drawn(page)
    }
  })

  it('goes nearer where two fingers go apart', async () => {
    const page = await open(project, phone)
    const ratio = () => page.evaluate(() => window.demarche!.explorer.place.value.camera?.ratio)
    await page.evaluate(() => window.demarche!.picture.zoom(0))
    await soon(ratio).toBe(1)
    const box = (await page.getByRole('application').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const hands = await page.context().newCDPSession(page)
    const fingers = (apart: number) => [
      { x: x - apart, y, id: 1 },
      { x: x + apart, y, id: 2 },
    ]
    await hands.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) })
    for (const apart of [50, 60, 80])
      await hands.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) })
    await hands.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await soon(ratio).toBeCloseTo(0.5, 1)
  })

  it('shows every step of a picture that is drawn in pieces only once it is whole', async () => {
    const page = await open(many)
    // colours in the picture at each frame while it moves: never a blank or a half-drawn one
    const least = await page.evaluate(async () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.ink')!
      const inked = () => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        return new Uint32Array(data.buffer).reduce((sum, dot) => sum + Number(dot !== 0), 0)
      }
      const all = inked()
      let fewest = all
      for (let i = 0; i < 12; i++) {
        window.demarche!.picture.zoom(i % 2 ? 1 / 1.02 : 1.02)
        await new Promise(requestAnimationFrame)
        fewest = Math.min(fewest, inked())
      }
      return fewest / all
    })
    expect(least).toBeGreaterThan(0.8)
  })
})
