/** The table of all names, and shapes in the colours of numbers and of what texts say, in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { DecisionDesk, openBuild, openProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { project as letters } from './fixture.ts'
import { documentOf, evidence, exportAs, save, see, soon, widthOf } from './page.ts'

const key = (label: string) => letters.graph('actors').nodes.find((n) => n.attributes.label === label)!.key

describeInBrowser({ name: 'names in a browser', timeout: 180_000 }, (browsing) => {
  const open = async (hash: string, options: BrowserContextOptions = {}, project: Project = letters): Promise<Page> =>
    browsing.open(`${(await browsing.serve(project)).url}${hash}`, options)
  const table = (page: Page) => page.getByRole('table', { name: 'All names' })
  const names = (page: Page) => table(page).locator('.row-name').allTextContents()
  const linked = async (page: Page) => {
    const rows = await table(page).locator('tbody tr').filter({ hasNotText: 'no second party' }).all()
    return Promise.all(rows.map(async (row) => (await row.locator('.row-name').textContent())!.trim()))
  }

  it('lists every name with its numbers, sorts them by any column, and keeps that in the address', async () => {
    const page = await open('#tab=table&table=names')
    await see(table(page))
    await see(page.getByText('17 names'))
    const row = table(page).getByRole('row', { name: /Harbour Authority of Norrvik/ })
    for (const number of ['7', '6', '3', '14 Mar 2019']) await see(row.getByText(number, { exact: true }))
    const [first] = await names(page)
    expect(first!.trim()).toBe('Harbour Authority of Norrvik')
    await table(page).getByRole('button', { name: /^Name/ }).click()
    const inOrder = (list: readonly string[]) => [...list].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    await soon(async () => (await linked(page))[0]).toBe('Blue Line')
    const list = await linked(page)
    expect(list).toEqual(inOrder(list))
    await table(page).getByRole('button', { name: /^Name/ }).click()
    await soon(async () => (await linked(page)).join()).toBe([...list].reverse().join())
    expect(new URL(page.url()).hash).toContain('by=-name')
  })

  it('sifts by what is typed, honours the filters, and has the columns that are chosen, with where texts say so', async () => {
    const page = await open('#tab=table&table=names&q=kind%3Arequest')
    await soon(async () => (await linked(page)).includes('Selby Shipping')).toBe(false)
    expect(await linked(page)).toContain("seamen's union")
    await page.getByRole('searchbox', { name: /^Letters of a name/ }).fill('lawyer')
    await see(page.getByText('No name is left by the filters and what was typed.'))
    await page.getByRole('searchbox', { name: /^Letters of a name/ }).fill('chief')
    await soon(() => linked(page)).toEqual(['Ingrid Halvorsen'])
    await page.getByText('Columns', { exact: true }).click()
    const choices = page.getByRole('group', { name: 'Columns' })
    await choices.getByLabel('Role').check()
    await choices.getByLabel('Mentions').uncheck()
    await choices.getByLabel('Ways over it').check()
    expect(await table(page).getByRole('button', { name: 'Mentions' }).count()).toBe(0)
    await soon(() => table(page).locator('tbody td[data-label="Ways over it"]').first().textContent()).toMatch(/\d/)
    await table(page).getByRole('button', { name: 'chief executive of Norrvik Ferries' }).click()
    await see(documentOf(page).locator('.text'))
    await soon(() => new URL(page.url()).hash).toContain('document=')
  })

  it('goes from name to name by the arrow keys, and opens one with Enter', async () => {
    const page = await open('#tab=table&table=names')
    await see(table(page))
    await table(page).locator('.row-name').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const second = (await names(page))[1]!.trim()
    await see(evidence(page).getByRole('heading', { name: second }))
  })

  it('flies to the name whose row is pressed, where the picture stands beside the table', async () => {
    const page = await open('#tab=both&table=names')
    await table(page).getByRole('button', { name: 'Tomas Lindqvist' }).click()
    await see(evidence(page).getByRole('heading', { name: 'Tomas Lindqvist' }))
    const at = await page.evaluate((name) => {
      const { picture, explorer } = window.demarche!
      return picture.screenOf(explorer.model.value!.nameByKey.get(name)!)
    }, key('Tomas Lindqvist'))
    const stage = (await page.getByRole('application').boundingBox())!
    expect(at.x > 0 && at.x < stage.width && at.y > 0 && at.y < stage.height).toBe(true)
  })

  it('saves the table with all columns', async () => {
    const page = await open('#tab=table&table=names')
    await see(table(page))
    const { name, text } = await save(page, () => page.getByRole('button', { name: 'CSV' }).click())
    expect(name).toBe('names.csv')
    const [head, ...lines] = text.trim().split('\r\n')
    expect(head).toBe(
      'name,type,also called,mentions,statements,degree,asks,asked,documents,first,last,confidence,kind,role,title,country,region,of,within,id,entity',
    )
    expect(lines).toHaveLength((await names(page)).length)
    expect(lines.find((line) => line.startsWith('Okafor,Person'))).toContain(',lawyer,')
  })

  it('takes the rows of a large graph from the server, which has it whole, and cuts nothing in silence', async () => {
    const page = await open('#tab=table&table=names', {}, crowd(4000, 9000))
    await see(page.getByText(/^500 of 4,000 names/))
    await see(page.getByText(/Counted of the whole graph/))
    await page.getByRole('button', { name: '500 more' }).click()
    await see(page.getByText(/^1,000 of 4,000 names/))
    await page.getByRole('searchbox', { name: /^Letters of a name/ }).fill('name 399')
    await see(page.getByText(/^11 names/))
    await table(page).getByRole('button', { name: 'Name', exact: true }).click()
    await soon(async () => (await names(page)).map((name) => name.trim()).slice(0, 2)).toEqual([
      'Name 399',
      'Name 3990',
    ])
  })

  it('is there on a phone too, no wider than it', async () => {
    const page = await open('#tab=table&table=names', phone)
    await see(table(page))
    await page.getByLabel('Sort by').selectOption('name')
    await soon(async () => (await linked(page))[0]).toBe('Blue Line')
    expect(await widthOf(page)).toBe(390)
    await table(page).getByRole('button', { name: 'Blue Line' }).tap()
    await see(evidence(page).getByRole('heading', { name: 'Blue Line' }))
  })

  it('changes the name of one and the type of many, makes some one, deletes, and takes it back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-names-'))
    const path = join(folder, 'leases.demarche')
    const work = await openBuild(path, { engine: 'test', wait: 0 })
    const text =
      'Ann Lee asked Bob Day to wait for the ferry. Bob Day asked Cy Orr to sign. Dee Fox asked Ann Lee to stay.'
    work.put(analysed(makeDocument('leases/1.txt', text)))
    work.finish(['leases'], [])
    work.close()
    const stored = await openProject(path)
    try {
      const decisions = new DecisionDesk(path, stored)
      await decisions.settle()
      const { url } = await browsing.serve(stored, { decisions })
      const page = await browsing.open(`${url}#tab=table&table=names&by=name`)
      await soon(() => linked(page)).toEqual(['Ann Lee', 'Bob Day', 'Cy Orr', 'Dee Fox'])
      await table(page).getByRole('button', { name: 'Cy Orr', exact: true }).focus()
      await page.keyboard.press('F2')
      await page.getByRole('textbox', { name: 'Rename Cy Orr' }).fill('Cyrus Orr')
      await page.keyboard.press('Enter')
      await soon(() => linked(page)).toEqual(['Ann Lee', 'Bob Day', 'Cyrus Orr', 'Dee Fox'])
      await table(page).getByTitle('Change the type of Dee Fox').click()
      await page.getByLabel('Change the type of Dee Fox').selectOption('Company')
      await see(
        table(page)
          .getByRole('row', { name: /Dee Fox/ })
          .getByText('company'),
      )
      for (const name of ['Ann Lee', 'Bob Day']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
      await page.getByLabel('Change type …').selectOption('Group')
      for (const name of ['Ann Lee', 'Bob Day'])
        await see(
          table(page)
            .getByRole('row', { name: new RegExp(name) })
            .getByText('group'),
        )
      expect(await page.getByText('2 names chosen').count()).toBe(0)
      for (const name of ['Cyrus Orr', 'Dee Fox']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
      await page.getByRole('button', { name: 'Merge', exact: true }).click()
      await page.getByLabel('They are one, called').fill('Fox and Orr')
      await page.keyboard.press('Enter')
      await soon(() => linked(page)).toEqual(['Ann Lee', 'Bob Day', 'Fox and Orr'])
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
      await soon(() => linked(page)).toEqual(['Ann Lee', 'Bob Day', 'Cyrus Orr', 'Dee Fox'])
      await page.getByRole('checkbox', { name: 'Choose Dee Fox' }).check()
      await page.getByRole('button', { name: 'Delete', exact: true }).click()
      await soon(async () => (await linked(page)).includes('Dee Fox')).toBe(false)
    } finally {
      await browsing.close()
      stored.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('offers no change where none can be kept', async () => {
    const page = await open('#tab=table&table=names')
    await see(table(page))
    expect(await table(page).getByRole('checkbox').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Rename/ }).count()).toBe(0)
  })

  it('colours shapes by a number with a ramp, which images and GEXF keep', async () => {
    const page = await open('#colour=asked')
    await see(page.getByRole('region', { name: 'Colours from the least requests made of it, 0, to the most, 3' }))
    const shades = await page.evaluate(
      (keys) => {
        const { dressed, model } = window.demarche!.explorer
        return keys.map((name) => dressed.value!.names[model.value!.nameByKey.get(name)!]!.shade)
      },
      [key('Harbour Authority of Norrvik'), key('police')],
    )
    expect(shades).toEqual([1, 0])
    const gexf = await save(page, () => exportAs(page, 'GEXF'))
    const colourOf = (name: string) =>
      new RegExp(`<node id="${key(name)}"[^]*?<viz:color r="(\\d+)" g="(\\d+)" b="(\\d+)"`).exec(gexf.text)!.slice(1)
    expect(colourOf('Harbour Authority of Norrvik')).toEqual(['42', '16', '85'])
    expect(colourOf('police')).toEqual(['208', '122', '18'])
    const svg = await save(page, () => exportAs(page, 'SVG'))
    expect(svg.text).toContain('requests made of it:')
    expect(svg.text.match(/fill="#2a1055"/g)!.length).toBeGreaterThan(1)
  })

  it('colours shapes by what texts say, and each value of the legend is a filter', async () => {
    const page = await open('')
    await page.getByLabel('Colour').selectOption('region')
    const legend = page.locator('.groups')
    await see(legend.getByText('region not said'))
    const svg = await save(page, () => exportAs(page, 'SVG'))
    for (const words of ['region:', 'Norrvik', 'Old Quay', 'region not said']) expect(svg.text).toContain(words)
    await legend.getByRole('button', { name: 'Old Quay', exact: false }).first().click()
    await see(page.getByText(/^2 of 19 names drawn/))
    await see(page.locator('.chips').getByText('with region Old Quay'))
    expect(new URL(page.url()).hash).toContain('colour=region')
    const again = await browsing.open(page.url())
    await see(again.getByText(/^2 of 19 names drawn/))
    await again.locator('.groups').getByRole('button', { name: 'Without Old Quay' }).click()
    await see(again.getByText(/^1[78] of 19 names drawn/))
  })
})
