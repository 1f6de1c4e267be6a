/** Documents dropped on the page, in a real browser; behind our server and a static one. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import gexfLibrary from 'graphology-gexf'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { loadEngine } from '../../src/cli/engine.ts'
import { leastConfidence, type Project } from '../../src/model/index.ts'
import { analyse, confident, MemoryProject } from '../../src/project/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { article, letter, mixed, openStatic, pasted, readBar } from './dropped.ts'
import { project } from './fixture.ts'
import {
  documentOf,
  drop,
  evidence,
  exportAs,
  paste,
  picture,
  ready,
  save,
  screenOf,
  see,
  soon,
  violations,
  widthOf,
} from './page.ts'

/** Reading it takes much longer than a hand needs for the button. */
const endless = 'The clerk asked the warden to open the gate, and nobody answered the clerk that day.\n\n'.repeat(
  30_000,
)

describeInBrowser({ name: 'documents in the page' }, (browsing) => {
  const openServed = async (options: BrowserContextOptions = {}): Promise<Page> =>
    browsing.open((await browsing.serve(project)).url, options)

  it('reads what is dropped, draws it, and opens a sentence', async () => {
    const page = await openServed()
    await drop(page, mixed)
    await see(readBar(page).getByText('2 documents read in this page. Nothing left this machine.'))
    await ready(page)
    await picture(page, 'local-light')
    const drawn = await page.evaluate(() => window.demarche!.explorer.model.value!.names.map(({ label }) => label))
    expect(drawn).toEqual(expect.arrayContaining(['Marta Lind', 'Oskar Dahl', 'Selby Ferries']))
    await readBar(page).getByRole('button', { name: '1 document could not be read' }).click()
    await see(page.getByText('broken.eml no e-mail: it has none of the headers From, To, Date, Subject'))
    await picture(page, 'local-unread')
    await page.keyboard.press('Escape')
    const key = await page.evaluate(
      () => window.demarche!.explorer.model.value!.names.find(({ label }) => label === 'Selby Ferries')!.key,
    )
    const at = await screenOf(page, key)
    await page.mouse.click(at.x, at.y)
    await see(evidence(page).getByRole('heading', { name: 'Selby Ferries' }))
    await see(evidence(page).locator('mark', { hasText: 'pay the crews for the lost hours' }))
    await see(documentOf(page).locator('mark', { hasText: 'Selby Ferries' }))
  })

  it('sends nothing anywhere while it reads', async () => {
    const page = await openServed()
    const asked: string[] = []
    // of its workers, too
    page.context().on('request', (request) => {
      if (!request.url().startsWith('blob:')) asked.push(`${request.method()} ${request.url()}`)
    })
    await drop(page, mixed)
    await see(readBar(page))
    await ready(page)
    expect(asked.length).toBeGreaterThan(0)
    // its own scripts and models, and not one question to the server's API
    expect(asked.filter((request) => !/^GET [^?]*\/(?:assets|models)\/[\w-]+\.\w+$/.test(request))).toEqual([])
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
    const page = await openStatic(browsing)
    await drop(page, all)
    await see(readBar(page).getByText('6 documents read'))
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
    expect(plain(answer)).toEqual(plain({ ...told(expected), editable: true }))
  })

  it('exports what was dropped as GEXF that reads back', async () => {
    const page = await openStatic(browsing)
    await drop(page, mixed)
    await see(readBar(page))
    await ready(page)
    const { name, text } = await save(page, () => exportAs(page, 'GEXF'))
    expect(name).toBe('Dropped-documents.gexf')
    const graph = gexfLibrary.parse(MultiDirectedGraph, text)
    expect(graph.mapNodes((_, { label }) => label)).toContain('Marta Lind')
    const sentences = graph.mapEdges((_, { evidence }) => String(evidence))
    expect(sentences.some((words) => words.includes('please stop the crane at night'))).toBe(true)
  })

  it('filters, lists, prints and writes out what was dropped like any project', async () => {
    const page = await openStatic(browsing)
    await drop(page, mixed)
    await see(readBar(page))
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
    const page = await openServed()
    await drop(page, mixed)
    await page.getByRole('button', { name: 'Back to letters' }).click()
    await see(page.getByText(/^19 of 19 names drawn/))
    await ready(page)
    await picture(page, 'local-back')
    const undo = page.getByRole('button', { name: 'Undo' })
    await page.evaluate(() => {
      const { model, walk } = window.demarche!.explorer
      walk({ do: 'hide', names: [model.value!.names[0]!.key] })
    })
    await soon(() => undo.isEnabled()).toBe(true)
    await readBar(page).getByRole('button', { name: 'Show them' }).click()
    await see(page.getByText('8 of 8 names drawn'))
    expect(await undo.isDisabled()).toBe(true)
    await see(readBar(page).getByText('Nothing left this machine.'))
  })

  it('takes the same file dropped twice for one document, and another text of its name for another', async () => {
    const page = await openStatic(browsing)
    await drop(page, { 'crane.eml': letter })
    await see(readBar(page).getByText('1 document read in this page.'))
    await drop(page, { 'crane.eml': letter, 'strike.html': article })
    await see(readBar(page).getByText('2 documents read in this page.'))
    await see(readBar(page).getByText('1 document was here already.'))
    await drop(page, { 'crane.eml': letter.replace('stop the crane', 'move the crane') })
    await see(readBar(page).getByText('3 documents read in this page.'))
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
    const page = await openStatic(browsing)
    await page.getByRole('button', { name: 'Open documents' }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'A folder' }).click(),
    ])
    await chooser.setFiles(chosen)
    await see(readBar(page).getByText('2 documents read in this page.'))
    const told = await page.evaluate(async () => {
      const { source } = window.demarche!.explorer
      return [(await source.info()).name, ...(await source.documents()).map(({ uri }) => uri)]
    })
    expect(told).toEqual(['harbour', 'harbour/mail/crane.eml', 'harbour/note.txt'])
  })

  it('stops in the middle of a document, and keeps what was read before', async () => {
    const page = await openStatic(browsing)
    await drop(page, { 'a.txt': pasted, 'b.txt': endless })
    const reading = page.getByRole('region', { name: 'Reading' })
    await see(reading.getByText('Reading 2 of 2'))
    await picture(page, 'local-reading')
    await reading.getByRole('button', { name: 'Stop' }).click()
    await see(readBar(page).getByText('1 document read in this page.'))
    await see(readBar(page).getByText('Stopped before the end.'))
    await drop(page, { 'c.eml': letter })
    await see(readBar(page).getByText('2 documents read in this page.'))
    await soon(() => readBar(page).getByText('Stopped before the end.').count()).toBe(0)
  })

  it('takes decisions on what was dropped, undoes them, and goes on from those that were saved', async () => {
    const page = await openStatic(browsing)
    const wait = {
      'a.txt': 'Ann Lee asked Bob Day to wait for the ferry.',
      'b.txt': 'Anna Lee asked Bob Day to sign the lease.',
    }
    await drop(page, wait)
    await see(readBar(page))
    await ready(page)
    const names = () =>
      page.evaluate(() => window.demarche!.explorer.model.value!.names.map(({ label }) => label).sort())
    expect(await names()).toEqual(['Ann Lee', 'Anna Lee', 'Bob Day'])
    await page.getByRole('button', { name: 'Review', exact: true }).first().click()
    await see(page.getByRole('region', { name: 'Together they would be' }))
    expect(await violations(page)).toEqual([])
    await picture(page, 'local-review')
    await page.locator('.review').focus()
    await page.keyboard.press('y')
    await soon(names).toEqual(['Ann Lee', 'Bob Day'])
    const { name, text } = await save(page, () => page.getByRole('button', { name: 'Save the decisions' }).click())
    expect(name).toMatch(/\.decisions\.jsonl$/)
    await page.getByRole('button', { name: 'Undo the last' }).click()
    await soon(names).toEqual(['Ann Lee', 'Anna Lee', 'Bob Day'])
    const card = evidence(page).getByRole('article').filter({ hasText: 'sign the lease' })
    await card.getByRole('button', { name: 'Wrong' }).click()
    await soon(() => evidence(page).getByRole('article').count()).toBe(1)

    const other = await openStatic(browsing)
    await drop(other, wait)
    await see(readBar(other))
    await ready(other)
    await drop(other, { [name]: text })
    await other.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 2)
  })

  it('asks before a reload that would lose what was read, and not where nothing was', async () => {
    const page = await openStatic(browsing)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.reload()
    expect(asked).toEqual([])
    await ready(page)
    await paste(page, pasted, 'The valve')
    await see(readBar(page))
    await ready(page)
    await page.evaluate(() => location.reload()).catch(() => {})
    await soon(() => asked).toEqual(['beforeunload'])
    await see(readBar(page))
  })

  it('offers to read where there is no server', async () => {
    const page = await openStatic(browsing)
    await see(page.getByRole('heading', { name: 'Drop documents here' }))
    expect(await page.getByRole('alert').count()).toBe(0)
    await picture(page, 'local-empty')
    expect(await violations(page)).toEqual([])
  })

  it('says so where nothing is asked or said in what was dropped', async () => {
    const page = await openStatic(browsing)
    await drop(page, { 'empty.txt': '', 'list.txt': 'Milk\n\nBread\n' })
    await see(readBar(page).getByText('2 documents read in this page.'))
    await see(page.getByRole('heading', { name: 'No statement found' }))
  })

  it('says so where the engine cannot be fetched', async () => {
    browsing.forgive(/404/)
    const page = await openStatic(browsing, {}, { without: /\/models\// })
    await drop(page, { 'a.txt': pasted })
    await see(page.getByRole('alert').filter({ hasText: /could not be fetched.*Put the whole folder/ }))
    await see(page.getByRole('heading', { name: 'Drop documents here' }))
  })

  it('reads the same where a policy forbids WebAssembly', async () => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'"
    browsing.forgive(/icon|data:,|wasm|WebAssembly/i)
    const strict = { headers: { 'content-security-policy': policy } }
    const told: unknown[] = []
    for (const files of [strict, {}]) {
      const page = await openStatic(browsing, {}, files)
      await drop(page, { 'crane.eml': letter, 'strike.html': article })
      await see(readBar(page))
      await ready(page)
      told.push(await page.evaluate(() => window.demarche!.explorer.source.statements({})))
      await page.context().close()
    }
    expect(told[0]).toEqual(told[1])
  })

  it.each(['light', 'dark'] as const)('has no accessibility violation, %s', async (colorScheme) => {
    const page = await openServed({ colorScheme })
    await drop(page, mixed)
    await see(readBar(page))
    await ready(page)
    expect(await violations(page)).toEqual([])
    await picture(page, `local-graph-${colorScheme}`)
    await readBar(page).getByRole('button', { name: '1 document could not be read' }).click()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open documents' }).click()
    expect(await violations(page)).toEqual([])
    await picture(page, `local-menu-${colorScheme}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Words', exact: true }).first().click()
    await see(page.getByRole('heading', { name: /^Words of/ }))
    await ready(page)
    expect(await violations(page)).toEqual([])
    await picture(page, `local-words-${colorScheme}`)
  })

  it('fits a phone', async () => {
    const page = await openStatic(browsing, phone)
    expect(await widthOf(page)).toBe(390)
    await picture(page, 'local-phone-empty')
    await drop(page, mixed)
    await see(readBar(page))
    await ready(page)
    expect(await widthOf(page)).toBe(390)
    await picture(page, 'local-phone-graph')
    await page.getByRole('navigation').getByRole('button', { name: 'Words', exact: true }).last().click()
    await see(page.getByRole('heading', { name: /^Words of/ }))
    await ready(page)
    expect(await widthOf(page)).toBe(390)
    await picture(page, 'local-phone-words')
    await page.getByRole('button', { name: 'Open documents' }).click()
    await page.getByRole('menuitem', { name: 'Paste text' }).click()
    await see(page.getByRole('dialog', { name: 'Paste text' }))
    expect(await widthOf(page)).toBe(390)
    await picture(page, 'local-phone-paste')
  })
})

/** As it is after its way through a message or JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
