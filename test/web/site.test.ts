/** The static site as a reader gets it: exported by the command line's own code, opened from disk. */
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { siteAssets, siteFiles } from '../../src/export/index.ts'
import { ShippedProject, ship } from '../../src/project/index.ts'
import { describeInBrowser } from './browsing.ts'
import { project } from './fixture.ts'
import { exportAs, pointOn, save, see, violations } from './page.ts'
import { payloadProject } from './payloads.ts'

const actors = project.graph('actors')
const edge = (words: string) => actors.edges.find((e) => e.attributes.label.includes(words))!.key
const view = { name: 'To begin with', note: 'who wrote', address: '#tab=table', saved: '2026-01-02' }

/** A folder with the site of a project. */
function siteOf(assets: string, data: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-site-'))
  for (const name of siteAssets) copyFileSync(join(assets, name), join(folder, name))
  for (const { name, text } of siteFiles('letters', data)) writeFileSync(join(folder, name), [...text].join(''))
  return folder
}

describe('a shipped project', () => {
  const shipped = new ShippedProject(JSON.parse(JSON.stringify(ship(project, { views: [view] }))))
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null))

  it('answers as the project does that it was made from', () => {
    expect(plain(shipped.info())).toEqual(plain(project.info()))
    for (const name of ['actors', 'frames'] as const) expect(shipped.graph(name)).toEqual(plain(project.graph(name)))
    expect(plain(shipped.statements({ limit: 1000 }))).toEqual(plain(project.statements({ limit: 1000 })))
    for (const { id } of project.documents())
      expect(plain(project.document(id))).toMatchObject(plain(shipped.document(id)))
    for (const { key } of actors.nodes) expect(plain(shipped.entity(key))).toEqual(plain(project.entity(key)))
    expect(shipped.views()).toEqual([view])
    const name = shipped.search('halvorsen', 10).hits[0]
    expect(name).toMatchObject({ kind: 'entity', name: 'Ingrid Halvorsen' })
  })

  it('without texts has of each document the sentences of its statements, where they stood, and nothing else', () => {
    const bare = new ShippedProject(ship(project, { withoutText: true }))
    for (const { id } of project.documents()) {
      const { document, statements } = project.document(id)!
      const view = bare.document(id)!
      expect(view.document.text).toHaveLength(document.text.length)
      const said = statements.map(({ evidence }) => evidence.sentence)
      for (const { start, end, text } of said) expect(view.document.text.slice(start, end)).toBe(text)
      const rest = [...view.document.text].filter((_, i) => !said.some(({ start, end }) => start <= i && i < end))
      expect(rest.join('').replace(/[\s…]/g, '')).toBe('')
      for (const mark of view.marks) expect(said.some((s) => s.start <= mark.start && mark.end <= s.end)).toBe(true)
    }
  })
})

describeInBrowser({ name: 'the static site', mode: 'site' }, (browsing) => {
  const fileOf = (folder: string, hash = '') => `${pathToFileURL(join(folder, 'index.html'))}${hash}`

  it('opens from disk, asks for no other file, and shows the sentence of a line that is clicked', async () => {
    const folder = siteOf(browsing.folder, ship(project, { views: [view] }))
    const page = await browsing.open(fileOf(folder))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const at = await pointOn(page, edge('sail after ten'))
    await page.mouse.click(at.x, at.y)
    const evidence = page.getByRole('region', { name: 'Evidence' })
    await see(evidence.getByText('not to sail after ten in the evening, under a new noise rule.'))
    await page.getByRole('searchbox').fill('halvorsen')
    await page.getByRole('searchbox').press('Enter')
    await see(evidence.getByRole('heading', { name: 'Ingrid Halvorsen' }))
    await page.getByLabel('Colour').selectOption('group')
    await see(page.getByText(/^\d groups$/))
    const { text } = await save(page, () => exportAs(page, 'GEXF'))
    expect(text).toContain('<gexf')
    await page.getByRole('button', { name: 'Next view' }).click()
    await see(page.getByRole('heading', { name: 'All requests' }))
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
    expect(page.workers()).toHaveLength(0)
  })

  it('opens from a web server at an address within it, and within another page', async () => {
    const folder = siteOf(browsing.folder, ship(project, { withoutText: true }))
    writeFileSync(
      join(folder, 'outer.html'),
      '<!doctype html><iframe src="index.html#tab=table" width="900" height="600"></iframe>',
    )
    const { url } = await browsing.serveFiles({}, folder)
    const page = await browsing.open(`${url}#tab=table`)
    await see(page.getByRole('heading', { name: 'All requests' }))
    expect(await violations(page)).toEqual([])
    await page.goto(`${url}outer.html`)
    await see(page.frameLocator('iframe').getByRole('heading', { name: 'All requests' }))
  })

  it('copies the code that embeds it', async () => {
    const folder = siteOf(browsing.folder, ship(project))
    const { url } = await browsing.serveFiles({}, folder)
    const page = await browsing.open(url, { permissions: ['clipboard-read', 'clipboard-write'] })
    await exportAs(page, 'Copy code to embed it')
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('<iframe src="http'))
  })

  it('shows hostile names and texts as what they are', async () => {
    const page = await browsing.open(fileOf(siteOf(browsing.folder, ship(payloadProject))))
    page.on('dialog', (dialog) => browsing.errors.push(`dialog: ${dialog.message()}`))
    for (const { key } of payloadProject.graph('actors').nodes.slice(0, 8))
      await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), key)
    expect(await page.locator('#app img, #app script, #app iframe, #app object, #app base').count()).toBe(0)
  })

  it('says what is missing where the folder is not whole', async () => {
    const folder = siteOf(browsing.folder, {})
    writeFileSync(join(folder, 'data.js'), '')
    const page = await (await browsing.window()).newPage()
    await page.goto(fileOf(folder))
    await see(page.getByText('data.js is missing'))
  })
})
