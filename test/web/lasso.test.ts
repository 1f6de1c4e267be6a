import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../web/graph/lasso.ts'
import { modelOf } from '../../web/graph/model.ts'
import { parseAddress } from '../../web/state/address.ts'
import { linesAmong } from '../../web/state/chosen.ts'
import { changed, namesOf, selectionOf } from '../../web/state/selecting.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { project } from './fixture.ts'
import { evidence, picture, ready, save, screenOf, see, soon, violations, widthOf } from './page.ts'
import { faultsIn } from './sight.ts'

const actors = project.graph('actors')
const model = modelOf(actors)
const node = (label: string) => actors.nodes.find((n) => n.attributes.label === label)!.key
const three = ['Ingrid Halvorsen', 'Norrvik Ferries AB', "seamen's union"].map(node)

describe('several names', () => {
  it('are one selection, whatever their keys are, and a single one is a name as ever', () => {
    const keys = ['a,b', 'c~d', 'e%2C', 'f']
    expect(namesOf(selectionOf(keys))).toEqual(keys)
    expect(selectionOf(['a,b'])).toEqual({ kind: 'name', id: 'a,b' })
    expect(selectionOf([])).toBeUndefined()
    expect(namesOf(parseAddress('#names=x,y').selection)).toEqual(['x', 'y'])
  })

  it('are added to, and taken from', () => {
    expect(changed(['a', 'b'], ['b', 'c'], 'new')).toEqual(['b', 'c'])
    expect(changed(['a', 'b'], ['b', 'c'], 'add')).toEqual(['a', 'b', 'c'])
    expect(changed(['a', 'b'], ['b', 'c'], 'less')).toEqual(['a'])
  })

  it('have the lines among them that begin and end with one of them', () => {
    const names = new Set(three.map((key) => model.nameByKey.get(key)!))
    const wanted = model.lines.filter(({ source, target }) => names.has(source) && names.has(target))
    expect(linesAmong(model, names)).toEqual(wanted.map(({ index }) => index))
    expect(wanted.length).toBeGreaterThan(0)
  })

  it('lie within a shape of any form, also one that has a bay', () => {
    const bay = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 3 },
      { x: 0, y: 10 },
    ]
    expect(isWithin({ x: 5, y: 1 }, bay)).toBe(true)
    expect(isWithin({ x: 5, y: 8 }, bay)).toBe(false)
    expect(isWithin({ x: 1, y: 7 }, bay)).toBe(true)
    expect(isWithin({ x: 11, y: 1 }, bay)).toBe(false)
    expect(isWithin({ x: 0, y: 0 }, [])).toBe(false)
  })
})

describeInBrowser({ name: 'several names in a browser' }, (browsing) => {
  const open = async (hash = '', options: BrowserContextOptions = {}): Promise<Page> => {
    const { url } = await browsing.serve(project)
    return browsing.open(`${url}${hash}`, options)
  }
  const link = `#names=${three.join(',')}`
  const chosen = (page: Page) =>
    page.evaluate(() => {
      const { selection } = window.demarche!.explorer.place.value
      return selection?.kind === 'names' ? selection.id.split(',') : selection ? [selection.id] : []
    })
  const box = async (page: Page) => (await page.getByRole('application').boundingBox())!
  const strip = (page: Page) => page.getByRole('toolbar', { name: 'Walk through the graph' })
  /** Draws around a place. */
  async function around(page: Page, at: { x: number; y: number }, reach: number): Promise<void> {
    await page.mouse.move(at.x - reach, at.y - reach)
    await page.mouse.down()
    for (const [x, y] of [
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -0.9],
    ] as const)
      await page.mouse.move(at.x + x * reach, at.y + y * reach, { steps: 4 })
    await page.mouse.up()
  }

  it('are drawn around with the lasso, added with Shift, taken out with Alt, and let go with Escape', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Lasso' }).click()
    const { x, y, width, height } = await box(page)
    await page.mouse.move(x + 3, y + 3)
    await page.mouse.down()
    for (const [a, b] of [
      [width - 3, 3],
      [width - 3, height - 3],
      [3, height - 3],
    ] as const)
      await page.mouse.move(x + a, y + b, { steps: 3 })
    await page.mouse.up()
    await see(evidence(page).getByRole('heading', { name: '19 names chosen' }))
    expect(await chosen(page)).toHaveLength(19)
    const at = await screenOf(page, three[0]!)
    await page.keyboard.down('Alt')
    await around(page, at, 9)
    await page.keyboard.up('Alt')
    await soon(() => chosen(page)).toHaveLength(18)
    await around(page, at, 9)
    await soon(() => chosen(page)).toEqual([three[0]])
    const other = await screenOf(page, three[1]!)
    await page.keyboard.down('Shift')
    await around(page, other, 9)
    await page.keyboard.up('Shift')
    await soon(() => chosen(page)).toEqual(three.slice(0, 2))
    await page.keyboard.press('Escape')
    await soon(() => chosen(page)).toEqual([])
    expect(await page.getByRole('button', { name: 'Lasso', pressed: true }).count()).toBe(1)
    await page.keyboard.press('s')
    await soon(() => page.getByRole('button', { name: 'Lasso', pressed: true }).count()).toBe(0)
  })

  it('are gathered by a drag and clicks with Shift, without the button', async () => {
    const page = await open()
    const at = await screenOf(page, three[0]!)
    await page.keyboard.down('Shift')
    // from free ground below it: a drag with Shift from a name moves that name
    await page.mouse.move(at.x, at.y + 36)
    await page.mouse.down()
    for (const [x, y] of [
      [-30, 0],
      [0, -30],
      [30, 0],
      [2, 34],
    ] as const)
      await page.mouse.move(at.x + x, at.y + y, { steps: 4 })
    await page.mouse.up()
    const other = await screenOf(page, three[1]!)
    await page.mouse.click(other.x, other.y)
    await soon(() => chosen(page)).toEqual(three.slice(0, 2))
    await page.mouse.click(at.x, at.y)
    await page.keyboard.up('Shift')
    await soon(() => chosen(page)).toEqual([three[1]])
  })

  it('are chosen, kept, pinned and hidden by keys alone', async () => {
    const page = await open(`#name=${three[0]}`)
    await page.keyboard.press('m')
    await soon(async () => (await chosen(page)).length).toBeGreaterThan(2)
    const count = (await chosen(page)).length
    await see(strip(page).getByText(`${count} names chosen`))
    await page.keyboard.press('p')
    expect(await page.evaluate(() => window.demarche!.explorer.place.value.walk.pins.size)).toBe(count)
    await page.keyboard.press('k')
    await see(page.getByText(`${count} of 19 names drawn`))
    await page.keyboard.press('x')
    await soon(() => page.evaluate(() => window.demarche!.explorer.shown.value!.nameCount)).toBeGreaterThan(count)
    await page.keyboard.press('h')
    await soon(() => chosen(page)).toEqual([])
    await page.keyboard.press('a')
    await page.keyboard.press('Control+a')
    await soon(() => chosen(page)).toHaveLength(19)
    await page.keyboard.press('Escape')
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await soon(() => chosen(page)).toHaveLength(3)
  })

  it('have a list, all the evidence among them, and an export of just these', async () => {
    const page = await open(link)
    const names = new Set(three.map((key) => model.nameByKey.get(key)!))
    const ids = new Set(linesAmong(model, names).flatMap((line) => model.lines[line]!.statements))
    await see(evidence(page).getByRole('heading', { name: '3 names chosen' }))
    await see(evidence(page).getByText(`${ids.size} statements among them`))
    expect(
      await evidence(page).getByRole('list', { name: 'The names that are chosen' }).getByRole('listitem').count(),
    ).toBe(3)
    await evidence(page).getByRole('button', { name: 'Export these' }).click()
    await see(page.getByRole('menuitemradio', { name: /^What is chosen: 3 names/, checked: true }))
    const file = await save(page, () => page.getByRole('menuitem', { name: 'GEXF', exact: true }).click())
    expect(file.text.match(/<node /g)).toHaveLength(3)
    await evidence(page).getByRole('button', { name: 'Take out Norrvik Ferries AB' }).click()
    await soon(() => chosen(page)).toEqual([three[0], three[2]])
  })

  it('are taken from what the search has found', async () => {
    const page = await open()
    await page.getByRole('searchbox').fill('norrvik')
    await page.getByRole('button', { name: /^Choose these \d+ names/ }).click()
    await soon(async () => (await chosen(page)).length).toBeGreaterThan(1)
  })

  it.each(['light', 'dark'] as const)('can be read and have no fault for axe in %s', async (colorScheme) => {
    const page = await open(link, { colorScheme })
    await page.getByRole('button', { name: 'Lasso' }).click()
    const { x, y } = await box(page)
    await page.mouse.move(x + 60, y + 60)
    await page.mouse.down()
    for (const [a, b] of [
      [300, 40],
      [420, 200],
      [250, 330],
      [80, 240],
    ] as const)
      await page.mouse.move(x + a, y + b, { steps: 6 })
    await picture(page, `lasso-${colorScheme}`)
    expect(await violations(page)).toEqual([])
    expect(await faultsIn(page, '.walk, .looks')).toEqual([])
    await page.mouse.up()
  })

  it('are drawn around by a finger on a phone', async () => {
    const page = await open('', phone)
    await page.getByRole('button', { name: 'Lasso' }).click()
    const { x, y, width, height } = await box(page)
    const hands = await page.context().newCDPSession(page)
    const finger = (a: number, b: number) => [{ x: x + a, y: y + b, id: 1 }]
    await hands.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger(4, 4) })
    for (const [a, b] of [
      [width - 4, 4],
      [width - 4, height / 2],
      [width - 4, height - 70],
      [4, height - 70],
    ] as const)
      await hands.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: finger(a, b) })
    await hands.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await soon(async () => (await chosen(page)).length).toBeGreaterThan(1)
    await ready(page)
    await picture(page, 'lasso-phone')
    expect(await widthOf(page)).toBe(390)
  })
})
