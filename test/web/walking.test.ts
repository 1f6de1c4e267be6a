import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { Parts } from '../../src/graph/index.ts'
import { around } from '../../src/graph/ways.ts'
import type { Project } from '../../src/model/index.ts'
import { freshTint } from '../../web/graph/looks.ts'
import { modelOf } from '../../web/graph/model.ts'
import { readViews } from '../../web/state/views.ts'
import { netOf } from '../../web/state/ways.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { project } from './fixture.ts'
import { ready, save, screenOf, see, soon, violations, widthOf } from './page.ts'

const actors = project.graph('actors')
const node = (label: string) => actors.nodes.find((n) => n.attributes.label === label)!.key
const halvorsen = node('Ingrid Halvorsen')
const model = modelOf(actors)
/** How many names lie within two steps of her. */
const near = around(
  netOf({ model, passing: new Uint8Array(model.lines.length).fill(1) }),
  model.nameByKey.get(halvorsen)!,
  2,
).length

describeInBrowser({ name: 'walking in a browser' }, (browsing) => {
  async function open(hash = '', options: BrowserContextOptions = {}, of: Project = project): Promise<Page> {
    const { url } = await browsing.serve(of)
    return browsing.open(`${url}${hash}`, options)
  }
  const drawn = (page: Page, names: number) => see(page.getByText(`${names} of 19 names drawn`))
  const strip = (page: Page) => page.getByRole('toolbar', { name: 'Walk through the graph' })

  it('leaves what lies around a name, expands, collapses and hides, and takes all of it back', async () => {
    const page = await open(`#name=${halvorsen}`)
    await strip(page).getByRole('button', { name: '1 step' }).click()
    await drawn(page, 5)
    await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), node("seamen's union"))
    await strip(page)
      .getByRole('button', { name: /^Expand/ })
      .click()
    await drawn(page, 7)
    await strip(page)
      .getByRole('button', { name: /^Collapse/ })
      .click()
    await drawn(page, 5)
    await strip(page).getByRole('button', { name: 'Hide' }).click()
    await drawn(page, 4)
    for (const left of [5, 7, 5, 19]) {
      await strip(page).getByRole('button', { name: 'Undo' }).click()
      await drawn(page, left)
    }
    await soon(() => strip(page).getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    for (const left of [5, 7]) {
      await strip(page).getByRole('button', { name: 'Redo' }).click()
      await drawn(page, left)
    }
  })

  it('does the same by keys alone', async () => {
    const page = await open(`#name=${halvorsen}`)
    await page.keyboard.press('1')
    await drawn(page, 5)
    await page.keyboard.press('c')
    await drawn(page, 1)
    await page.keyboard.press('x')
    await drawn(page, 5)
    await page.keyboard.press('Control+z')
    await drawn(page, 1)
    await page.keyboard.press('Control+Shift+Z')
    await drawn(page, 5)
    await page.keyboard.press('2')
    await drawn(page, near)
    await page.keyboard.press('h')
    await drawn(page, near - 1)
    await page.keyboard.press('a')
    await drawn(page, 19)
  })

  it('finds the ways between two names, the second from the search, and what they have in common', async () => {
    const page = await open(`#name=${halvorsen}`)
    await page.keyboard.press('w')
    await see(strip(page).getByText('From Ingrid Halvorsen: now choose the other name'))
    await page.getByRole('searchbox').fill('noise rule')
    await page.getByRole('searchbox').press('Enter')
    await see(strip(page).getByText('Between Ingrid Halvorsen and noise rule'))
    await drawn(page, 5)
    await strip(page).getByRole('button', { name: 'One step longer' }).click()
    await see(strip(page).getByText(/\d+ names$/))
    await strip(page).getByRole('button', { name: 'In common' }).click()
    await see(strip(page).getByText('none, along the lines that are shown'))
    await strip(page).getByRole('button', { name: 'Done' }).click()
    await see(strip(page).getByText('Choose a name'))
  })

  it('opens the same stage, pins, sizes and camera from a link', async () => {
    const page = await open(`#name=${halvorsen}`)
    await page.keyboard.press('2')
    await drawn(page, near)
    const from = await screenOf(page, halvorsen)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 30, from.y - 30, { steps: 4 })
    await page.mouse.move(from.x + 50, from.y - 60, { steps: 4 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Nearer' }).click()
    await page.getByLabel('Colour').selectOption('group')
    await see(page.getByText(/^\d groups$/))
    await page.waitForURL(/pins=.*camera=|camera=.*pins=/)
    const keys = [halvorsen, node('Tomas Lindqvist')]
    const places = await Promise.all(keys.map((key) => screenOf(page, key)))
    const again = await page.context().newPage()
    await again.goto(page.url())
    await ready(again)
    await drawn(again, near)
    await see(again.getByText(/^\d groups$/))
    for (const [i, key] of keys.entries()) {
      const away = async () => {
        const at = await screenOf(again, key)
        return Math.hypot(at.x - places[i]!.x, at.y - places[i]!.y)
      }
      await soon(away).toBeLessThan(2)
    }
  })

  it('lets a pinned name go, and goes back step by step with the back button', async () => {
    const page = await open(`#name=${halvorsen}`)
    await page.keyboard.press('p')
    await see(strip(page).getByRole('button', { name: 'Unpin', pressed: true }))
    await page.keyboard.press('1')
    await drawn(page, 5)
    await page.goBack()
    await drawn(page, 19)
    await see(strip(page).getByRole('button', { name: 'Unpin' }))
    await page.goBack()
    await see(strip(page).getByRole('button', { name: 'Pin', exact: true }))
    await page.keyboard.press('Control+z')
    await see(strip(page).getByRole('button', { name: 'Unpin' }))
  })

  it('sizes shapes by measures that a worker makes, and colours groups that bear the names of their members', async () => {
    const page = await open()
    const sizeOf = (key: string) =>
      page.evaluate((name) => {
        const { explorer } = window.demarche!
        return explorer.dressed.value!.names[explorer.model.value!.nameByKey.get(name)!]!.size
      }, key)
    const leaf = node('noise rule')
    const before = await sizeOf(leaf)
    const authority = node('Harbour Authority of Norrvik')
    await page.getByLabel('Size').selectOption('asked')
    await soon(async () => (await sizeOf(leaf)) < (await sizeOf(authority))).toBe(true)
    await page.getByLabel('Size').selectOption('betweenness')
    await page.waitForFunction(() => window.demarche!.explorer.dressed.value !== window.demarche!.explorer.model.value)
    await soon(() => sizeOf(leaf)).toBeLessThan(before)
    await soon(() => page.workers().length).toBe(1)
    await page.getByLabel('Colour').selectOption('group')
    const group = page.getByRole('button', { name: /Harbour Authority of Norrvik.* more/ })
    await see(group)
    await group.click()
    await see(page.getByText(/^\d+ of 19 names drawn/))
    await page.keyboard.press('Control+z')
    await drawn(page, 19)
  })

  it('saves a view with a name and a note, opens it again, and goes through several', async () => {
    const page = await open(`#name=${halvorsen}`)
    await page.keyboard.press('1')
    await drawn(page, 5)
    const keep = async (name: string, note: string) => {
      await page.keyboard.press('v')
      const sheet = page.getByRole('dialog', { name: 'Saved views' })
      await sheet.getByLabel('Name').fill(name)
      await sheet.getByLabel('Note').fill(note)
      await sheet.getByRole('button', { name: 'Save what is seen now' }).click()
    }
    await keep('Her letters', 'five people')
    await page.keyboard.press('a')
    await drawn(page, 19)
    await page.keyboard.press('d')
    await keep('All', 'everybody')
    await page.keyboard.press(']')
    await drawn(page, 5)
    await see(page.getByText('five people'))
    await see(page.getByText('1 of 2', { exact: true }))
    await page.keyboard.press('Control+z')
    await drawn(page, 19)
    await page.reload()
    await ready(page)
    await page.getByRole('button', { name: 'Next view' }).click()
    await drawn(page, 5)
    await page.keyboard.press('v')
    const sheet = page.getByRole('dialog', { name: 'Saved views' })
    await see(sheet.getByText('Kept in this browser.'))
    expect(await violations(page)).toEqual([])
    const { text } = await save(page, () => sheet.getByRole('button', { name: 'Export views' }).click())
    expect(readViews(text).map((view) => view.name)).toEqual(['Her letters', 'All'])
    await sheet.getByRole('button', { name: 'Delete the view Her letters' }).click()
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'v.json', mimeType: 'text/plain', buffer: Buffer.from('{}') })
    await see(sheet.getByRole('alert').filter({ hasText: 'no saved views' }))
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'v.json', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await see(sheet.getByRole('listitem').nth(2))
  })

  it('draws the first names of a large graph, more on demand, and walks on to those that are not drawn', async () => {
    const page = await open('', {}, crowd(4000, 9000))
    await see(page.getByText(/^1,500 of 4,000 names drawn/))
    const far = await page.evaluate(() => {
      const { model } = window.demarche!.explorer
      return [...Array(4000).keys()].map((i) => `e${i}`).find((key) => !model.value!.nameByKey.has(key))!
    })
    await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), far)
    await strip(page).getByRole('button', { name: 'Bring it in' }).click()
    await see(page.getByText(/^1,501 of 4,000 names drawn/))
    await page.evaluate(() => window.demarche!.explorer.refresh())
    expect(await page.evaluate(() => window.demarche!.explorer.model.value!.names.length)).toBe(1501)
    await strip(page).getByRole('button', { name: '1 step' }).click()
    await see(page.getByText(/^\d of 4,000 names drawn/))
    const again = await page.context().newPage()
    await again.goto(page.url())
    await ready(again)
    await see(again.getByText(/^\d of 4,000 names drawn/))
    await page.keyboard.press('a')
    await see(page.getByText(/^1,50\d of 4,000 names drawn/))
    // the names on the way are found wherever they are
    await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), far)
    await strip(page).getByRole('button', { name: 'Way to …' }).click()
    await page.evaluate(() => window.demarche!.explorer.select({ kind: 'name', id: 'e0' }))
    const onWay = new Parts(crowd(4000, 9000).graph('actors')).part({
      between: { from: far, to: 'e0', kind: 'shortest' },
    })
    await see(strip(page).getByRole('button', { name: `Shortest ${onWay.nodes.length} names` }))
    await see(page.getByText(`${onWay.nodes.length} of 4,000 names drawn`))
    await page.keyboard.press('a')
    await page.getByLabel('How many names are drawn').selectOption({ label: 'all 4,000' })
    await see(page.getByText(/^4,000 of 4,000 names drawn/))
  })

  it('lays out the few names that a filter leaves of many', async () => {
    const page = await open('#q=kind%3Arequest%20polarity%3Anegative%20confidence%3A0.9', {}, crowd(1500, 4000))
    const left = await page.evaluate(() => window.demarche!.explorer.shown.value!.nameCount)
    expect(left).toBeGreaterThan(2)
    expect(await page.getByRole('button', { name: 'Chain', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Lay out what is left' }).click()
    await see(page.getByRole('button', { name: 'Chain', exact: true }))
    await see(page.getByText(`${left} of 1,500 names drawn`))
    expect(await page.getByRole('button', { name: 'Lay out what is left' }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await see(page.getByRole('button', { name: 'Lay out what is left' }))
  })

  it('tells what is new since an earlier project by its colour, and leaves only that', async () => {
    const [, edge] = actors.edges
    const ids = edge!.attributes.statements
    const fresh = { since: 'letters of March', statements: () => ids }
    const compared = await browsing.serve(project, { fresh })
    const page = await browsing.open(compared.url)
    await page.getByLabel('Colour').selectOption('new')
    await see(page.getByText('new since letters of March: 1 statement'))
    const again = await page.context().newPage()
    await again.goto(page.url())
    await ready(again)
    const tints = await again.evaluate(() =>
      window.demarche!.explorer.picture.value!.drawn?.lines.map((line) => line.tint),
    )
    expect(new Set(tints)).toEqual(new Set([freshTint.fresh, freshTint.old]))
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Only the 2 names with something new' }).click()
    await drawn(page, 2)
  })

  it.each(['light', 'dark'] as const)('has no accessibility violation while walking, %s', async (colorScheme) => {
    const page = await open(`#name=${halvorsen}&colour=group`, { colorScheme })
    await page.keyboard.press('2')
    await see(page.getByText(/^\d groups$/))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('w')
    await see(strip(page).getByText('From Ingrid Halvorsen: now choose the other name'))
    expect(await violations(page)).toEqual([])
  })

  it('gives a phone the picture first: size and colour are one press away, the strip comes with a name', async () => {
    const page = await open('', phone)
    expect(await strip(page).isVisible()).toBe(false)
    const room = async () => (await page.getByRole('application').boundingBox())!.height
    const before = await room()
    expect(before).toBeGreaterThan(844 / 3)
    await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), halvorsen)
    await see(strip(page).getByRole('button', { name: 'Hide' }))
    await soon(room).toBe(before)
    expect(await page.getByLabel('Colour').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'How shapes look' }).click()
    await page.getByLabel('Colour').selectOption('group')
    await see(page.locator('.groups'))
    expect(await widthOf(page)).toBe(390)
  })

  it('has its strip on a phone, without making the page wider', async () => {
    const page = await open(`#name=${halvorsen}`, phone)
    await strip(page).getByRole('button', { name: '1 step' }).click()
    await drawn(page, 5)
    expect(await widthOf(page)).toBe(390)
  })
})
