/** Documents dropped on the page and text pasted into it, in a real browser; behind our server and a static one. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import gexfLibrary from 'graphology-gexf'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadEngine } from '../../src/cli/engine.ts'
import { toConllu } from '../../src/export/conllu.ts'
import { leastConfidence, type Project } from '../../src/model/index.ts'
import { extract } from '../../src/pipeline.ts'
import { analyse, confident, MemoryProject } from '../../src/project/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { type RunningServer, serve } from '../../src/server/index.ts'
import { buildPage, findBrowser, launch } from './browser.ts'
import { project } from './fixture.ts'
import { desk, drop, paste, ready, save, see, violations, visit } from './page.ts'
import { type StaticServer, serveFiles } from './static.ts'

const found = await findBrowser()
const missing = 'missing' in found ? found.missing : undefined
/** Where the pictures go that a person looks at. */
const shots = process.env['SHOTS'] ?? mkdtempSync(join(tmpdir(), 'demarche-shots-'))

const letter = `From: Marta Lind <marta@quay.example>
To: Oskar Dahl <oskar@crane.example>
Date: Tue, 5 Mar 2019 09:00:00 +0000
Subject: The crane

Dear Oskar,

please stop the crane at night. The harbour master asked the crane company to send its timetable by Friday.

Marta Lind
`
const article = `<!doctype html><html><head><title>Ferry strike</title><meta name="date" content="2019-03-06"></head>
<body><nav>Home News</nav><article><h1>Ferry strike</h1>
<p>The seamen's union demanded that Selby Ferries pay the crews for the lost hours, a spokesman for the union said on Tuesday.</p>
<p>Selby Ferries refused the demand. The mayor of Selby urged both sides to return to the table before the summer.</p>
</article></body></html>`
const broken = 'There is no header here, so this is no e-mail.'
const pasted = 'The board told the engineers not to open the valve. The engineers refused.'
const mixed = { 'crane.eml': letter, 'strike.html': article, 'broken.eml': broken }
/** Reading it takes much longer than a hand needs for the button. */
const endless = 'The clerk asked the warden to open the gate, and nobody answered the clerk that day.\n\n'.repeat(
  30_000,
)

describe.skipIf(missing)(
  `documents in the page${missing ? ` (skipped: ${missing})` : ''}`,
  { timeout: 120_000 },
  () => {
    let folder: string
    let server: RunningServer
    let files: StaticServer
    let browser: Browser
    let context: BrowserContext
    let errors: string[]
    let asked: string[]

    beforeAll(async () => {
      if ('missing' in found) return
      folder = buildPage()
      server = await serve(project, { port: 0, host: '127.0.0.1', page: folder })
      files = await serveFiles(folder)
      browser = await launch(found)
    })
    afterAll(async () => {
      await browser?.close()
      await server?.close()
      await files?.close()
    })
    afterEach(async () => {
      await context?.close()
      // a static server has no API; that the page asks for one once is no fault
      expect(errors.filter((error) => !error.endsWith('api/project?'))).toEqual([])
    })

    async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
      errors = []
      asked = []
      context = await browser.newContext({ ...desk, ...options })
      context.on('request', (request) => {
        if (!request.url().startsWith('blob:')) asked.push(`${request.method()} ${request.url()}`)
      })
      return visit(context, url, errors)
    }
    const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
    const documentOf = (page: Page) => page.getByRole('region', { name: 'Document' })
    const picture = (page: Page, name: string) => page.screenshot({ path: join(shots, `local-${name}.png`) })
    const strip = (page: Page) => page.getByRole('region', { name: 'Read in this page' })

    it('reads what is dropped, draws it, and opens a sentence', async () => {
      const page = await open(server.url)
      await drop(page, mixed)
      await see(strip(page).getByText('2 documents read in this page. Nothing left this machine.'))
      await ready(page)
      await picture(page, 'light')
      const drawn = await page.evaluate(() => window.demarche!.explorer.model.value!.names.map(({ label }) => label))
      expect(drawn).toEqual(expect.arrayContaining(['Marta Lind', 'Oskar Dahl', 'Selby Ferries']))
      await strip(page).getByRole('button', { name: '1 document could not be read' }).click()
      await see(page.getByText('broken.eml no e-mail: it has none of the headers From, To, Date, Subject'))
      await picture(page, 'unread')
      await page.keyboard.press('Escape')
      const at = await page.evaluate(() => {
        const { picture, explorer } = window.demarche!
        const name = explorer.model.value!.names.find(({ label }) => label === 'Selby Ferries')!
        return picture.screenOf(name.index)!
      })
      const box = (await page.getByRole('application').boundingBox())!
      await page.mouse.click(box.x + at.x, box.y + at.y)
      await see(evidence(page).getByRole('heading', { name: 'Selby Ferries' }))
      await see(evidence(page).locator('mark', { hasText: 'pay the crews for the lost hours' }))
      await see(documentOf(page).locator('mark', { hasText: 'Selby Ferries' }))
    })

    it('sends nothing anywhere while it reads', async () => {
      const page = await open(server.url)
      const before = asked.length
      await drop(page, mixed)
      await see(strip(page))
      await ready(page)
      const later = asked.slice(before)
      expect(later.length).toBeGreaterThan(0)
      // its own scripts and models, and not one question to the server's API
      expect(later.filter((request) => !/^GET [^?]*\/(?:assets|models)\/[\w-]+\.\w+$/.test(request))).toEqual([])
    })

    it('finds the same as Node does', async () => {
      const pages = ['lease.eml', 'embassy.md', 'waterworks.md', 'clinic.md', 'minutes.txt']
      const texts = Object.fromEntries(
        pages.map((name) => [name, readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8')]),
      )
      const all = { ...texts, 'strike.html': article }
      const engine = await loadEngine()
      const expected = new MemoryProject('Dropped documents')
      for (const [name, text] of Object.entries(all))
        for (const document of await readDocument(new TextEncoder().encode(text), name)) {
          const analysis = analyse(document, engine)
          expected.put({ document, ...analysis, statements: confident(analysis.statements, leastConfidence) })
        }
      const page = await open(files.url)
      await drop(page, all)
      await see(strip(page).getByText('6 documents read'))
      await ready(page)
      const answer = await page.evaluate(async () => {
        const { source } = window.demarche!.explorer
        const documents = await source.documents()
        const [info, graph, frames, views] = await Promise.all([
          source.info(),
          source.graph('actors'),
          source.graph('frames'),
          Promise.all(documents.map(({ id }) => source.document(id))),
        ])
        const found = await source.search('the board', 20)
        return { ...info, built: undefined, documents, graph, frames, views, found }
      })
      const told = (own: Project) => {
        const documents = own.documents()
        const views = documents.map(({ id }) => own.document(id))
        const [graph, frames] = [own.graph('actors'), own.graph('frames')]
        return { ...own.info(), built: undefined, documents, graph, frames, views, found: own.search('the board', 20) }
      }
      expect(expected.info().statements).toBeGreaterThan(40)
      expect(plain(answer)).toEqual(plain(told(expected)))
    })

    it('exports what was dropped as GEXF that reads back', async () => {
      const page = await open(files.url)
      await drop(page, mixed)
      await see(strip(page))
      await ready(page)
      const { name, text } = await save(page, async () => {
        await page.getByRole('button', { name: 'Export' }).click()
        await page.getByRole('menuitem', { name: 'GEXF' }).click()
      })
      expect(name).toBe('Dropped-documents.gexf')
      const graph = gexfLibrary.parse(MultiDirectedGraph, text)
      expect(graph.mapNodes((_, { label }) => label)).toContain('Marta Lind')
      const sentences = graph.mapEdges((_, { evidence }) => String(evidence))
      expect(sentences.some((words) => words.includes('please stop the crane at night'))).toBe(true)
    })

    it('filters, lists, prints and writes out what was dropped like any project', async () => {
      const page = await open(files.url)
      await drop(page, mixed)
      await see(strip(page))
      await ready(page)
      const all = page.getByText(/^8 of 8 names drawn/)
      await see(all)
      await page
        .getByRole('complementary', { name: 'Search and filter' })
        .getByRole('button', { name: /^request/ })
        .click()
      await page.waitForFunction(() => document.querySelectorAll('.evidence article').length === 4)
      const [print] = await Promise.all([page.waitForEvent('download'), exportAs(page, 'PNG')])
      expect(
        readFileSync(await print.path())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG')
      const json = JSON.parse((await save(page, () => exportAs(page, 'JSON'))).text)
      expect(json.edges.map(({ attributes }: { attributes: { kind: string } }) => attributes.kind)).toEqual(
        Array(4).fill('request'),
      )
      await page.keyboard.press('t')
      await see(page.getByRole('heading', { name: 'All requests' }))
      const csv = await save(page, () => page.getByRole('button', { name: 'CSV' }).click())
      expect(csv.text.split('\r\n').filter((line) => line.includes('Selby Ferries')).length).toBeGreaterThan(0)
      await page.getByRole('searchbox').fill('to:dahl')
      await see(page.getByRole('list', { name: 'Found' }).getByText('Oskar Dahl'))
    })

    it('goes back to the server’s project, and comes again', async () => {
      const page = await open(server.url)
      await drop(page, mixed)
      await page.getByRole('button', { name: 'Back to letters' }).click()
      await see(page.getByText(/^19 of 19 names drawn/))
      await ready(page)
      await picture(page, 'back')
      await strip(page).getByRole('button', { name: 'Show them' }).click()
      await see(page.getByText('8 of 8 names drawn'))
      await see(strip(page).getByText('Nothing left this machine.'))
    })

    it('takes the same file dropped twice for one document, and another text of its name for another', async () => {
      const page = await open(files.url)
      await drop(page, { 'crane.eml': letter })
      await see(strip(page).getByText('1 document read in this page.'))
      await drop(page, { 'crane.eml': letter, 'strike.html': article })
      await see(strip(page).getByText('2 documents read in this page.'))
      await see(strip(page).getByText('1 document was here already.'))
      await drop(page, { 'crane.eml': letter.replace('stop the crane', 'move the crane') })
      await see(strip(page).getByText('3 documents read in this page.'))
      const uris = await page.evaluate(async () =>
        (await window.demarche!.explorer.source.documents()).map(({ uri }) => uri),
      )
      expect(uris).toEqual(['crane.eml', 'crane.eml (2)', 'strike.html'])
    })

    it('reads a folder that is chosen, with its paths, passing over what is hidden', async () => {
      const chosen = join(mkdtempSync(join(tmpdir(), 'demarche-chosen-')), 'harbour')
      mkdirSync(join(chosen, 'mail'), { recursive: true })
      writeFileSync(join(chosen, 'mail', 'crane.eml'), letter)
      writeFileSync(join(chosen, '.hidden.txt'), pasted)
      writeFileSync(join(chosen, 'note.txt'), pasted)
      writeFileSync(join(chosen, 'picture.png'), 'no text')
      const page = await open(files.url)
      await page.getByRole('button', { name: 'Open documents' }).click()
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('menuitem', { name: 'A folder' }).click(),
      ])
      await chooser.setFiles(chosen)
      await see(strip(page).getByText('2 documents read in this page.'))
      const told = await page.evaluate(async () => {
        const { source } = window.demarche!.explorer
        return [(await source.info()).name, ...(await source.documents()).map(({ uri }) => uri)]
      })
      expect(told).toEqual(['harbour', 'harbour/mail/crane.eml', 'harbour/note.txt'])
    })

    it('stops in the middle of a document, and keeps what was read before', async () => {
      const page = await open(files.url)
      await drop(page, { 'a.txt': pasted, 'b.txt': endless })
      const reading = page.getByRole('region', { name: 'Reading' })
      await see(reading.getByText('Reading 2 of 2'))
      await picture(page, 'reading')
      await reading.getByRole('button', { name: 'Stop' }).click()
      await see(strip(page).getByText('1 document read in this page.'))
      await see(strip(page).getByText('Stopped before the end.'))
      await drop(page, { 'c.eml': letter })
      await see(strip(page).getByText('2 documents read in this page.'))
      expect(await strip(page).getByText('Stopped before the end.').count()).toBe(0)
    })

    it('offers to read where there is no server', async () => {
      const page = await open(files.url)
      await see(page.getByRole('heading', { name: 'Drop documents here' }))
      expect(await page.getByRole('alert').count()).toBe(0)
      await picture(page, 'empty')
      expect(await violations(page)).toEqual([])
    })

    it('says so where nothing is asked or said in what was dropped', async () => {
      const page = await open(files.url)
      await drop(page, { 'empty.txt': '', 'list.txt': 'Milk\n\nBread\n' })
      await see(strip(page).getByText('2 documents read in this page.'))
      await see(page.getByRole('heading', { name: 'No statement found' }))
    })

    it('says so where the engine cannot be fetched', async () => {
      const bare = await serveFiles(folder, { without: /\/models\// })
      try {
        const page = await open(bare.url)
        await drop(page, { 'a.txt': pasted })
        await see(page.getByRole('alert').filter({ hasText: /could not be fetched.*Put the whole folder/ }))
        await see(page.getByRole('heading', { name: 'Drop documents here' }))
      } finally {
        await bare.close()
        errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('404')))
      }
    })

    it('reads the same where a policy forbids WebAssembly', async () => {
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'"
      const strict = await serveFiles(folder, { headers: { 'content-security-policy': policy } })
      const told: unknown[] = []
      try {
        for (const url of [strict.url, files.url]) {
          await context?.close()
          const page = await open(url)
          await drop(page, { 'crane.eml': letter, 'strike.html': article })
          await see(strip(page))
          await ready(page)
          told.push(await page.evaluate(() => window.demarche!.explorer.source.statements({})))
          errors.splice(0, errors.length, ...errors.filter((error) => !/icon|data:,|wasm|WebAssembly/i.test(error)))
        }
        expect(told[0]).toEqual(told[1])
      } finally {
        await strict.close()
      }
    })

    it('shows the words of a text that is pasted, its statements, and gives CoNLL-U', async () => {
      const page = await open(files.url)
      await paste(page, pasted, 'The valve')
      await see(page.getByRole('heading', { name: 'Words of The valve' }))
      const first = page.getByRole('group', { name: 'Words of sentence 1' })
      const row = first.getByRole('row').filter({ hasText: 'told' }).filter({ hasText: 'VBD' })
      expect(await row.getByRole('cell').allTextContents()).toEqual([
        '3',
        'tell',
        'VERB',
        'VBD',
        'root',
        'root',
        'predicate',
      ])
      const open_ = first.getByRole('row').filter({ hasText: 'xcomp' })
      expect(await open_.getByRole('cell').allTextContents()).toEqual([
        '8',
        'open',
        'VERB',
        'VB',
        '3 told',
        'xcomp',
        'message',
      ])
      // the arcs beside it are drawn for rows of just this height
      const heights = await first
        .locator('tr')
        .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height))
      expect(new Set(heights.map(Math.round))).toEqual(new Set([26]))
      const words = page.getByRole('region', { name: 'Words', exact: true })
      await see(words.getByRole('button', { name: 'board told engineers not to open the valve' }))
      await picture(page, 'words')
      const { name, text } = await save(page, () => page.getByRole('button', { name: 'Save CoNLL-U' }).click())
      expect(name).toBe('The-valve.conllu')
      const [document] = await readDocument(new TextEncoder().encode(pasted), 'The valve.txt')
      const own = { ...document!, uri: 'The valve' }
      const withoutIds = (conllu: string) => conllu.replaceAll(/# sent_id = .*/g, '')
      expect(withoutIds(text)).toBe(withoutIds([...toConllu(own, extract(own, await loadEngine()).sentences)].join('')))
      await page.getByRole('button', { name: 'Sentence 2' }).click()
      await see(documentOf(page).locator('.near', { hasText: 'The engineers' }))
    })

    it('shows the words of a document of the server too', async () => {
      const page = await open(server.url)
      await page.getByRole('button', { name: 'Words', exact: true }).first().click()
      await see(page.getByRole('heading', { name: 'Words of Harbour authority tells ferries not to sail at night' }))
      const third = page.getByRole('group', { name: 'Words of sentence 3' })
      await see(third.getByRole('rowheader', { name: 'Norrvik' }))
    })

    it('turns to the sentence of a statement that is chosen, in a long document', async () => {
      const page = await open(files.url)
      const many = Array.from(
        { length: 60 },
        (_, i) => `The clerk of ward ${i + 1} asked the warden to open gate ${i + 1}.`,
      )
      await paste(page, many.join('\n\n'), 'Gates')
      await see(page.getByText('Sentences 1 to 20 of 60'))
      const card = evidence(page).getByRole('article').filter({ hasText: 'gate 50' }).first()
      await card.getByRole('button', { name: 'Open in the document' }).click()
      await see(page.getByText('Sentences 41 to 60 of 60'))
      const near = page.getByRole('group', { name: 'Words of sentence 50' })
      await near.waitFor()
      expect(await near.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true)
      await page.getByRole('button', { name: 'Sentences before' }).click()
      await see(page.getByText('Sentences 21 to 40 of 60'))
    })

    it('does all of it by the keyboard alone', async () => {
      const page = await open(files.url)
      await page.keyboard.press('o')
      await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Files'))
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.activeElement?.matches('textarea'))
      await page.keyboard.type(pasted)
      await page.keyboard.press('Control+Enter')
      await see(page.getByRole('heading', { name: 'Words of Pasted text 1' }))
      await ready(page)
      expect(await page.getByRole('status').filter({ hasText: '1 document read in this page' }).count()).toBe(1)
      await page.keyboard.press('e')
      await page.waitForFunction(() => document.activeElement?.textContent === 'GEXF')
      const { text } = await save(page, () => page.keyboard.press('Enter'))
      expect(text).toContain('told … not to open the valve')
      await page.keyboard.press('t')
      await see(page.getByRole('heading', { name: 'All requests' }))
      await page.keyboard.press('w')
      await see(page.getByRole('heading', { name: 'Words of Pasted text 1' }))
    })

    it('takes text from the clipboard into the dialog', async () => {
      const page = await open(files.url)
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', text)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
      }, pasted)
      const dialog = page.getByRole('dialog', { name: 'Paste text' })
      await see(dialog)
      expect(await dialog.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(pasted)
      await picture(page, 'paste')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    })

    it.each(['light', 'dark'] as const)('has no accessibility violation, %s', async (colorScheme) => {
      const page = await open(server.url, { colorScheme })
      await drop(page, mixed)
      await see(strip(page))
      await ready(page)
      expect(await violations(page)).toEqual([])
      await picture(page, `graph-${colorScheme}`)
      await strip(page).getByRole('button', { name: '1 document could not be read' }).click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Open documents' }).click()
      expect(await violations(page)).toEqual([])
      await picture(page, `menu-${colorScheme}`)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Words', exact: true }).first().click()
      await see(page.getByRole('heading', { name: /^Words of/ }))
      await ready(page)
      expect(await violations(page)).toEqual([])
      await picture(page, `words-${colorScheme}`)
    })

    it('fits a phone', async () => {
      const page = await open(files.url, { viewport: { width: 390, height: 844 }, hasTouch: true })
      const width = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await width()).toBe(390)
      await picture(page, 'phone-empty')
      await drop(page, mixed)
      await see(strip(page))
      await ready(page)
      expect(await width()).toBe(390)
      await picture(page, 'phone-graph')
      await page.getByRole('navigation').getByRole('button', { name: 'Words', exact: true }).last().click()
      await see(page.getByRole('heading', { name: /^Words of/ }))
      await ready(page)
      expect(await width()).toBe(390)
      await picture(page, 'phone-words')
      await page.getByRole('button', { name: 'Open documents' }).click()
      await page.getByRole('menuitem', { name: 'Paste text' }).click()
      await see(page.getByRole('dialog', { name: 'Paste text' }))
      expect(await width()).toBe(390)
      await picture(page, 'phone-paste')
    })
  },
)

/** As it is after its way through a message or JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

async function exportAs(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: label, exact: true }).click()
}
