import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Project } from '../../src/model/index.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { project } from './fixture.ts'
import {
  documentOf,
  evidence,
  exportAs,
  inkOf,
  inSight,
  picture,
  pointOn,
  ready,
  save,
  screenOf,
  see,
  shots,
  soon,
  tabTo,
  violations,
  widthOf,
} from './page.ts'
import { payloadProject, payloads } from './payloads.ts'
import { projectOf, type Story } from './story.ts'

const actors = project.graph('actors')
const node = (label: string) => actors.nodes.find((n) => n.attributes.label === label)!.key
const edge = (words: string) => actors.edges.find((e) => e.attributes.label.includes(words))!.key
/** How many names the lines that pass a test touch. */
const linked = (test: (edge: (typeof actors.edges)[number]) => boolean) =>
  new Set(actors.edges.filter(test).flatMap((e) => [e.source, e.target])).size
const authority = 'Harbour Authority of Norrvik'

/** A document in which nobody asks for anything. */
const quiet: Story = {
  uri: 'quiet.txt',
  title: 'Quiet',
  paragraphs: [['The tide was low.']],
  things: [],
  said: [],
}

describeInBrowser({ name: 'the explorer in a browser' }, (browsing) => {
  async function open(hash = '', options: BrowserContextOptions = {}, of: Project = project): Promise<Page> {
    const { url } = await browsing.serve(of)
    return browsing.open(`${url}${hash}`, options)
  }

  it('opens with the picture, the legend, all statements and the first document', async () => {
    const page = await open()
    await see(page.getByRole('heading', { name: 'Who asked what of whom' }))
    await see(page.getByText(/^19 of 19 names drawn/))
    await see(documentOf(page).getByRole('heading', { name: 'Harbour authority tells ferries not to sail at night' }))
    await soon(() => evidence(page).getByRole('article').count()).toBe(project.info().statements)
    await soon(() => inkOf(page)).toBeGreaterThan(200)
  })

  it('takes the first hit of a search on Enter', async () => {
    const page = await open()
    await page.getByRole('searchbox', { name: /^Search/ }).fill('halvorsen')
    await page.getByRole('searchbox', { name: /^Search/ }).press('Enter')
    await see(evidence(page).getByRole('heading', { name: 'Ingrid Halvorsen' }))
    expect(new URL(page.url()).hash).toBe(`#name=${node('Ingrid Halvorsen')}`)
  })

  it('walks through the hits by arrow keys and opens a document at a sentence that was found', async () => {
    const page = await open()
    await page.getByRole('searchbox', { name: /^Search/ }).fill('town hall')
    await see(page.getByRole('list', { name: 'Found' }).getByRole('button').nth(1))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await see(documentOf(page).locator('.near', { hasText: 'Mayor' }))
    await inSight(documentOf(page).locator('.near').first())
  })

  it('shows the statements of a name that is clicked, their words marked', async () => {
    const page = await open()
    const at = await screenOf(page, node(authority))
    await page.mouse.click(at.x, at.y)
    await see(evidence(page).getByRole('heading', { name: authority }))
    await see(evidence(page).locator('mark', { hasText: 'told' }))
    await see(documentOf(page).locator('mark', { hasText: 'Harbour authority' }))
  })

  it('shows the statement of a line that is clicked, and what it was prompted by', async () => {
    const page = await open()
    const at = await pointOn(page, edge('sail after ten'))
    await page.mouse.click(at.x, at.y)
    await see(evidence(page).getByText('Request, sentence 3'))
    await see(evidence(page).locator('mark', { hasText: 'sail after ten in the evening' }))
    await see(evidence(page).getByRole('heading', { name: 'What led to it, what came of it' }))
    await see(documentOf(page).locator('mark', { hasText: 'sail after ten in the evening' }))
  })

  it('opens the document at the sentence of a statement', async () => {
    const page = await open()
    const card = evidence(page).getByRole('article').filter({ hasText: 'Selby Shipping bought Blue Line' }).last()
    await card.getByRole('button', { name: 'Open in the document' }).click()
    const sentence = documentOf(page).locator('.near', { hasText: 'bought' })
    await see(sentence)
    await inSight(sentence)
  })

  it('lights and chooses a name from its words in the document', async () => {
    const page = await open()
    const words = documentOf(page).getByRole('link', { name: 'Blue Line' }).first()
    await words.hover()
    await soon(() => page.evaluate(() => window.demarche!.explorer.hovered.value)).toBe(node('Blue Line'))
    await words.click()
    await see(evidence(page).getByRole('heading', { name: 'Blue Line' }))
  })

  it('counts what the filters leave, and lets everything back in', async () => {
    const page = await open()
    const legend = page.getByRole('complementary', { name: 'Search and filter' })
    await legend.getByRole('button', { name: 'without request' }).click()
    const left = linked((e) => e.attributes.kind !== 'request')
    const { statements } = project.info()
    const without = project.matching('-kind:request').ids.length
    await see(page.getByText(`${left} of 19 names drawn`))
    await see(evidence(page).getByText(`${without} of ${statements} statements pass the filters.`))
    await soon(() => evidence(page).getByRole('article').filter({ hasText: 'invited' }).count()).toBe(0)
    await legend.getByRole('button', { name: 'Show everything' }).click()
    await see(page.getByText(/^19 of 19 names drawn/))
    await legend.getByRole('slider', { name: 'Lowest confidence' }).fill('0.92')
    await see(page.getByText(`${linked((e) => e.attributes.confidence >= 0.92)} of 19 names drawn`))
  })

  it('says so when the filters leave nothing', async () => {
    const page = await open('#q=kind:request%20kind:action')
    await see(page.getByText('The filters leave nothing to draw.'))
  })

  it('exports what is drawn as GEXF and everything as JSON', async () => {
    const page = await open('#q=-kind:action')
    const gexf = await save(page, () => exportAs(page, 'GEXF'))
    expect(gexf.name).toBe('letters.gexf')
    expect(gexf.text).toMatch(/^<\?xml[\s\S]*<gexf[^>]*version="1\.3"/)
    const shown = actors.edges.filter((e) => e.attributes.kind !== 'action').length
    expect(gexf.text.match(/<edge /g)).toHaveLength(shown)
    const json = await save(page, async () => {
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitemradio', { name: /^Everything/ }).click()
      await page.getByRole('menuitem', { name: 'JSON', exact: true }).click()
    })
    expect(JSON.parse(json.text).edges).toHaveLength(actors.edges.length)
  })

  it('saves the picture with title, legend and source', async () => {
    const page = await open()
    const [download] = await Promise.all([page.waitForEvent('download'), exportAs(page, 'PNG')])
    expect(download.suggestedFilename()).toBe('letters.png')
    const file = readFileSync(await download.path())
    expect(file.subarray(1, 4).toString()).toBe('PNG')
    expect(file.readUInt32BE(16)).toBeGreaterThan(1800)
    if (shots) await download.saveAs(join(shots, 'print.png'))
  })

  it('saves the same picture as SVG, with what is drawn as text and lines', async () => {
    const page = await open()
    const { name, text } = await save(page, () => exportAs(page, 'SVG'))
    expect(name).toBe('letters.svg')
    const result = await validateXML({ xml: { fileName: 'a.svg', contents: text }, normalization: 'format' })
    expect(result.errors).toEqual([])
    for (const words of ['Who asked what of whom', 'Ingrid Halvorsen', 'Source: letters', '19 of 19 names drawn'])
      expect(text).toContain(words)
    expect(text.match(/<path /g)!.length).toBeGreaterThan(actors.edges.length)
    if (shots) writeFileSync(join(shots, 'print.svg'), text)
  })

  it('draws a crowd of names plainly, and in full ink what is near', async () => {
    const page = await open('', {}, crowd(1500, 4000))
    await see(page.getByText(/^1,500 of 1,500 names drawn/))
    const canvas = page.getByRole('application')
    await soon(() => canvas.getAttribute('data-ink')).toBe('far')
    await soon(() => inkOf(page)).toBeGreaterThan(50)
    await page.evaluate(() => window.demarche!.explorer.select({ kind: 'name', id: 'e7' }))
    await page.locator('.canvas:not([data-ink=far])').waitFor()
    await see(evidence(page).getByRole('heading', { name: 'Name 7' }))
  })

  it('goes from start to an exported GEXF by the keyboard alone', async () => {
    const page = await open()
    await page.keyboard.press('?')
    await see(page.getByRole('dialog', { name: 'Keys' }))
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('lindqvist')
    await page.keyboard.press('Enter')
    await see(evidence(page).getByRole('heading', { name: 'Tomas Lindqvist' }))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await see(evidence(page).getByRole('heading', { name: 'Statements' }))
    await tabTo(page, 'Export')
    await page.keyboard.press('Enter')
    await see(page.getByRole('menuitem', { name: 'GEXF' }))
    await page.waitForFunction(() => document.activeElement?.textContent === 'GEXF')
    const { text } = await save(page, () => page.keyboard.press('Enter'))
    expect(text).toContain('<gexf')
  })

  it('walks through the names of the picture by arrow keys', async () => {
    const page = await open()
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    const first = await evidence(page).getByRole('heading', { level: 2 }).textContent()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction((name) => document.querySelector('.evidence h2')?.textContent !== name, first)
    await see(page.getByRole('status').filter({ hasText: /: \d+ statements?$/ }))
  })

  it('opens the same view from its address, and goes back', async () => {
    const page = await open(`#tab=table&q=-kind%3Aaction&name=${node('Blue Line')}`)
    await see(page.getByRole('heading', { name: 'All requests' }))
    await see(evidence(page).getByRole('heading', { name: 'Blue Line' }))
    await see(page.getByRole('button', { name: 'without action', exact: true, pressed: true }))
    await page.getByRole('button', { name: 'Graph', exact: true }).first().click()
    await see(page.getByRole('heading', { name: 'Who asked what of whom' }))
    await page.goBack()
    await see(page.getByRole('heading', { name: 'All requests' }))
    const again = await page.context().newPage()
    await again.goto(page.url())
    await see(again.getByRole('heading', { name: 'All requests' }))
  })

  it('lists all requests, sorted and grouped, and chooses one', async () => {
    const page = await open('#tab=table')
    const table = page.getByRole('table', { name: 'All requests' })
    await see(table)
    await soon(() => table.locator('tbody tr').count()).toBe(13)
    await table.getByRole('button', { name: 'Conf.' }).click()
    await soon(() => table.locator('td.confidence').first().textContent()).toBe('.70')
    await page.getByRole('group', { name: 'Group by' }).getByRole('button', { name: 'status' }).click()
    await see(table.getByRole('rowheader', { name: /^refused/ }))
    await table.getByRole('button', { name: /a meeting at the town hall/ }).click()
    await see(evidence(page).getByText('Request, sentence 13'))
  })

  it('lists the names that have no second party, and shows one', async () => {
    const page = await open('#tab=table&table=names')
    const row = page.getByRole('table', { name: 'All names' }).getByRole('row', { name: /no second party/ })
    await see(row)
    const name = (await row.first().getByRole('button').textContent())!.trim()
    await row.first().getByRole('button').click()
    await see(evidence(page).getByRole('heading', { name }))
  })

  it('says what to do where nothing is asked', async () => {
    const page = await open('', {}, projectOf('silent', [quiet]))
    await see(page.getByText('Nothing to draw yet'))
    await see(evidence(page).getByText('No statement here.'))
    await see(documentOf(page).getByText('The tide was low.'))
  })

  it('moves a name that is dragged, and leaves it there', async () => {
    const page = await open()
    const key = node('noise rule')
    const from = await screenOf(page, key)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y + 15, { steps: 4 })
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 4 })
    await page.mouse.up()
    const away = async () => {
      const to = await screenOf(page, key)
      return Math.hypot(to.x - from.x - 60, to.y - from.y - 40)
    }
    await soon(away).toBeLessThan(4)
  })

  it('draws every statement by itself in the other view', async () => {
    const page = await open('#view=frames')
    await see(page.getByText(/names and statements drawn/))
    await soon(() => inkOf(page)).toBeGreaterThan(200)
  })

  it('follows the system to dark, and the button back to light', async () => {
    const page = await open('', { colorScheme: 'dark' })
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await soon(paper).toBe('rgb(23, 22, 20)')
    await picture(page, 'dark')
    await page.getByRole('button', { name: 'Light theme' }).click()
    await soon(paper).toBe('rgb(251, 249, 244)')
    await picture(page, 'light')
  })

  it('fits a phone, one pane at a time', async () => {
    const page = await open('', phone)
    expect(await widthOf(page)).toBe(390)
    for (const [pane, shown] of [
      ['Document', '.document'],
      ['Filter', '.rail'],
      ['Table', '.tables'],
      ['Graph', '.canvas'],
    ] as const) {
      await page.getByRole('navigation').getByRole('button', { name: pane, exact: true }).last().click()
      await see(page.locator(shown))
      expect(await widthOf(page)).toBe(390)
    }
    await see(page.getByText(/names drawn/))
    await picture(page, 'phone')
  })

  it.each([
    ['the picture', '', 'light'],
    ['a chosen name', `#name=${node(authority)}`, 'light'],
    ['a chosen line, dark', `#line=${encodeURIComponent(edge('sail after ten'))}`, 'dark'],
    ['the table', '#tab=table', 'light'],
    ['the table, dark', '#tab=table', 'dark'],
  ] as const)('has no accessibility violation in %s', async (_, hash, colorScheme) => {
    const page = await open(hash, { colorScheme })
    expect(await violations(page)).toEqual([])
  })

  it('has no accessibility violation with menu, keys or hits open', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Export' }).click()
    await see(page.getByRole('menuitem', { name: 'GEXF' }))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await see(page.getByRole('dialog', { name: 'Keys' }))
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: /^Search/ }).fill('the')
    await see(page.getByRole('list', { name: 'Found' }))
    expect(await violations(page)).toEqual([])
  })

  it('shows hostile names, titles and texts as what they are', async () => {
    const hostile = await browsing.serve(payloadProject)
    const page = await browsing.open(hostile.url)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('dialog', (dialog) => browsing.errors.push(`dialog: ${dialog.message()}`))
    const keys = payloadProject.graph('actors').nodes.map((n) => n.key)
    expect(keys.length).toBeGreaterThan(payloads.length / 2)
    for (const key of keys.slice(0, 12)) {
      await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), key)
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
    }
    await page.getByRole('searchbox', { name: /^Search/ }).fill('img')
    await see(page.getByRole('list', { name: 'Found' }).getByRole('button').first())
    await page.evaluate(() => window.demarche!.explorer.go({ tab: 'table' }))
    await see(page.getByRole('table', { name: 'All requests' }))
    await page.getByRole('button', { name: 'Names', exact: true }).click()
    await see(page.getByRole('table', { name: 'All names' }))
    await page.evaluate(() => window.demarche!.explorer.go({ tab: 'graph', view: 'frames' }))
    await ready(page)
    const json = await save(page, () => exportAs(page, 'JSON'))
    expect(JSON.parse(json.text).nodes.length).toBeGreaterThan(0)
    expect(await page.locator('#app img, #app script, #app iframe, #app object, #app base').count()).toBe(0)
    expect(asked.filter((url) => !url.startsWith(hostile.url) && !url.startsWith('blob:'))).toEqual([])
  })

  it('says what failed and what to do when the server is gone', async () => {
    browsing.forgive(/ERR_CONNECTION/)
    const gone = await browsing.serve(project)
    const page = await browsing.open(gone.url)
    await gone.close()
    await page.getByRole('searchbox', { name: /^Search/ }).fill('mayor')
    await see(page.getByRole('alert').filter({ hasText: 'The server does not answer. Start it again' }))
  })
})
