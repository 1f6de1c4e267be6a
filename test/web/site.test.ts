/** The static site as a reader gets it: exported by the command line's own code, opened from disk. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { siteAssets, siteFiles } from '../../src/export/index.ts'
import { ShippedProject, ship } from '../../src/project/index.ts'
import { findBrowser, launch } from './browser.ts'
import { payloadProject, project } from './fixture.ts'
import { desk, exportAs, pointOn, save, see, violations, visit } from './page.ts'
import { serveFiles } from './static.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const found = await findBrowser()
const missing = 'missing' in found ? found.missing : undefined
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

describe.skipIf(missing)(`the static site${missing ? ` (skipped: ${missing})` : ''}`, { timeout: 120_000 }, () => {
  let assets: string
  let browser: Browser
  let context: BrowserContext
  let errors: string[]

  beforeAll(async () => {
    if ('missing' in found) return
    assets = mkdtempSync(join(tmpdir(), 'demarche-site-assets-'))
    const { VITEST: _, NODE_ENV: __, ...env } = process.env
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const args = ['build', '--mode', 'site', '--outDir', assets, '--emptyOutDir', '--logLevel', 'error']
    execFileSync(process.execPath, [vite, ...args], { cwd: root, env })
    browser = await launch(found)
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    await context?.close()
    expect(errors).toEqual([])
  })

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    errors = []
    context = await browser.newContext({ ...desk, ...options })
    return visit(context, url, errors)
  }
  const fileOf = (folder: string, hash = '') => `${pathToFileURL(join(folder, 'index.html'))}${hash}`

  it('opens from disk, asks for no other file, and shows the sentence of a line that is clicked', async () => {
    const folder = siteOf(assets, ship(project, { views: [view] }))
    const page = await open(fileOf(folder))
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
    const folder = siteOf(assets, ship(project, { withoutText: true }))
    writeFileSync(
      join(folder, 'outer.html'),
      '<!doctype html><iframe src="index.html#tab=table" width="900" height="600"></iframe>',
    )
    const server = await serveFiles(folder)
    try {
      const page = await open(`${server.url}#tab=table`)
      await see(page.getByRole('heading', { name: 'All requests' }))
      expect(await violations(page)).toEqual([])
      await page.goto(`${server.url}outer.html`)
      await see(page.frameLocator('iframe').getByRole('heading', { name: 'All requests' }))
    } finally {
      await server.close()
    }
  })

  it('copies the code that embeds it', async () => {
    const folder = siteOf(assets, ship(project))
    const server = await serveFiles(folder)
    try {
      const page = await open(server.url, { permissions: ['clipboard-read', 'clipboard-write'] })
      await exportAs(page, 'Copy code to embed it')
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('<iframe src="http'))
    } finally {
      await server.close()
    }
  })

  it('shows hostile names and texts as what they are', async () => {
    const page = await open(fileOf(siteOf(assets, ship(payloadProject))))
    page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`))
    for (const { key } of payloadProject.graph('actors').nodes.slice(0, 8))
      await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), key)
    expect(await page.locator('#app img, #app script, #app iframe, #app object, #app base').count()).toBe(0)
  })

  it('says what is missing where the folder is not whole', async () => {
    const folder = siteOf(assets, {})
    writeFileSync(join(folder, 'data.js'), '')
    errors = []
    context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(fileOf(folder))
    await see(page.getByText('data.js is missing'))
  })
})
