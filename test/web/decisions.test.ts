/** Decisions in the explorer, on a real project file behind the real server. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Document } from '../../src/model/index.ts'
import type { RunningServer } from '../../src/server/index.ts'
import { DecisionDesk, logPath, openBuild, openProject, type StoredProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { project as fixture } from './fixture.ts'
import { documentOf, evidence, picture, see, soon, violations, widthOf } from './page.ts'

const letters = [
  makeDocument(
    'letters/1.txt',
    'Ann Lee asked Bob Day to wait for the ferry. Bob Day asked Cy Orr to sign the lease.',
    {
      title: 'The lease',
      date: '2020-03-01',
    },
  ),
  makeDocument('letters/2.txt', 'Anna Lee asked Bob Day to go to the harbour office. Cy Orr asked Anna Lee to pay.', {
    title: 'A second letter',
  }),
  makeDocument(
    'letters/3.txt',
    'Ann Lee asked Bob Day to leave the pilot house. Dee Fox asked Ann Lee to stay. The tide was high.',
    {
      title: 'From the pilot house',
    },
  ),
]

describeInBrowser({ name: 'decisions in a browser', timeout: 180_000 }, (browsing) => {
  let folder: string
  let path: string
  let project: StoredProject
  let server: RunningServer

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
    path = join(folder, 'letters.demarche')
    await build(letters)
    await start()
  })
  afterEach(async () => {
    await browsing.close()
    project.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function build(documents: readonly Document[]) {
    const work = await openBuild(path, { engine: 'test', wait: 0 })
    for (const document of documents) if (!work.has(document)) work.put(analysed(document))
    work.finish(['letters'], [])
    work.close()
  }
  async function start(): Promise<void> {
    project = await openProject(path)
    const decisions = new DecisionDesk(path, project)
    await decisions.settle()
    server = await browsing.serve(project, { decisions })
  }
  async function stop(): Promise<void> {
    await server.close()
    project.close()
  }
  const open = (hash = '', options: BrowserContextOptions = {}): Promise<Page> =>
    browsing.open(`${server.url}${hash}`, { viewport: { width: 1360, height: 900 }, ...options })
  const id = (name: string) => project.named(name)[0]!.id
  const names = (tab: Page) =>
    tab.evaluate(() => window.demarche!.explorer.model.value!.names.map(({ label }) => label).sort())
  const toast = (tab: Page) => tab.locator('.toast')
  const kept = () =>
    existsSync(logPath(path))
      ? readFileSync(logPath(path), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).what as string)
      : []

  it('merges two names into one node, undoes it into two, and keeps what was decided through a rebuild and a restart', async () => {
    let tab = await open(`#name=${id('Ann Lee')}`)
    await evidence(tab).getByRole('button', { name: 'Merge with …' }).click()
    await tab.getByRole('searchbox', { name: 'The other name' }).fill('anna')
    await tab.getByRole('button', { name: /^Anna Lee/ }).click()
    await see(evidence(tab).getByRole('region', { name: 'Anna Lee' }))
    await see(
      evidence(tab)
        .getByRole('region', { name: 'Together they would be' })
        .getByText('person, 5 mentions, 5 statements'),
    )
    await evidence(tab)
      .getByRole('textbox', { name: /^Reason/ })
      .fill('the same hand')
    await picture(tab, 'merge')
    await evidence(tab).getByRole('button', { name: 'They are one' }).click()
    await see(toast(tab).getByText('Ann Lee and Anna Lee are one'))
    await soon(() => names(tab)).toEqual(['Ann Lee', 'Bob Day', 'Cy Orr', 'Dee Fox'])
    await see(evidence(tab).getByText('5 statements').or(evidence(tab).getByText('person, 5 mentions')))
    await see(evidence(tab).getByText('Also “Anna Lee”'))

    await toast(tab).getByRole('button', { name: 'Undo' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 5)
    await soon(() => names(tab)).toContain('Anna Lee')
    await toast(tab).getByRole('button', { name: 'Undo' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 4)

    await tab.context().close() // it would ask a server that is gone
    await stop()
    await build([letters[0]!, letters[1]!, makeDocument('letters/3.txt', `It rained. ${letters[2]!.text}`)])
    await start()
    tab = await open()
    await soon(() => names(tab)).toEqual(['Ann Lee', 'Bob Day', 'Cy Orr', 'Dee Fox'])
    await tab.keyboard.press('r')
    const log = tab.getByRole('region', { name: 'Decisions' })
    await see(log.getByText('“Ann Lee” and “Anna Lee” are one').first())
    await see(log.getByText('the same hand'))
    await log.getByRole('button', { name: 'Undo the last' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 5)
    await see(log.getByText('4 decisions'))
    expect(kept()).toEqual(['merge', 'undo', 'undo', 'undo'])
  })

  it('judges pairs by one key each, with both sides and what they would be together', async () => {
    const tab = await open('#tab=review')
    const queue = tab.getByRole('region', { name: 'What may be one thing' })
    await see(queue.getByText('1 pair to judge, the likeliest first'))
    await see(queue.getByRole('region', { name: 'Ann Lee' }).getByText('3 mentions in 2 documents'))
    await see(queue.getByRole('region', { name: 'Anna Lee' }).locator('mark', { hasText: 'Anna Lee' }))
    await queue.getByRole('textbox', { name: 'Name of both together' }).fill('Ann Lee the elder')
    await see(queue.getByRole('region', { name: 'Together they would be' }).getByText('Also “Ann Lee”, “Anna Lee”'))
    await picture(tab, 'queue')
    expect(await violations(tab)).toEqual([])
    await tab.locator('.review').focus()
    await tab.keyboard.press('u')
    await see(queue.getByText('left somebody unsure'))
    await tab.keyboard.press('n')
    await see(queue.getByText('No two names are likely one thing'))
    const log = tab.getByRole('region', { name: 'Decisions' })
    await log.getByRole('button', { name: 'Undo the last' }).click()
    await see(queue.getByText('left somebody unsure'))
    await queue.getByRole('textbox', { name: 'Name of both together' }).fill('Ann Lee the elder')
    await tab.locator('.review').focus()
    await tab.keyboard.press('y')
    await see(log.getByText('are one, called Ann Lee the elder'))
    await soon(() => names(tab)).toContain('Ann Lee the elder')
    expect(kept()).toEqual(['unsure', 'apart', 'undo', 'merge'])
  })

  it('takes all surest pairs at once, and one undoing takes them back', async () => {
    const tab = await open('#tab=review')
    const queue = tab.getByRole('region', { name: 'What may be one thing' })
    await queue.getByRole('slider').fill('0.4')
    await queue.getByRole('button', { name: 'Take 1 pair as the same' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 4)
    await toast(tab).getByRole('button', { name: 'Undo' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 5)
  })

  it('renames, retypes, splits, deletes, and brings back', async () => {
    const tab = await open(`#name=${id('Ann Lee')}`)
    await evidence(tab).getByRole('button', { name: 'Rename' }).click()
    await evidence(tab).getByRole('textbox', { name: 'Name', exact: true }).fill('Ann Lee of Vik')
    await evidence(tab).getByRole('button', { name: 'Save' }).click()
    await see(evidence(tab).getByRole('heading', { name: 'Ann Lee of Vik' }))
    await evidence(tab).getByRole('combobox', { name: 'Type' }).selectOption('Company')
    await see(evidence(tab).getByText('company, 3 mentions'))

    await evidence(tab).getByRole('button', { name: 'Split …' }).click()
    await evidence(tab).getByRole('checkbox', { name: 'All in From the pilot house' }).check()
    await evidence(tab).getByRole('textbox', { name: 'What those are called' }).fill('Ann Lee the pilot')
    await picture(tab, 'split')
    expect(await violations(tab)).toEqual([])
    await evidence(tab).getByRole('button', { name: 'Split off 2 mentions' }).click()
    await tab.waitForFunction(() => window.demarche!.explorer.model.value!.names.length === 6)
    await soon(() => names(tab)).toEqual(expect.arrayContaining(['Ann Lee of Vik', 'Ann Lee the pilot']))

    await evidence(tab).getByRole('button', { name: 'Delete' }).click()
    await tab.waitForFunction(
      () => !window.demarche!.explorer.model.value!.names.some((n) => n.label === 'Ann Lee of Vik'),
    )
    await toast(tab).getByRole('button', { name: 'Undo' }).click()
    await tab.waitForFunction(() =>
      window.demarche!.explorer.model.value!.names.some((n) => n.label === 'Ann Lee of Vik'),
    )
    expect(kept()).toEqual(['rename', 'retype', 'split', 'delete', 'undo'])
  })

  it('goes through the mentions of a name in all documents, and says why they are one', async () => {
    const tab = await open(`#name=${id('Ann Lee')}`)
    await see(evidence(tab).getByText('Go to its mentions'))
    for (const title of ['The lease', 'From the pilot house', 'From the pilot house']) {
      await evidence(tab).getByRole('button', { name: 'Next mention' }).click()
      await see(documentOf(tab).getByRole('heading', { name: title }))
    }
    await see(evidence(tab).getByText('Mention 3 of 3'))
    await evidence(tab).getByText('Why these mentions are one').click()
    await see(evidence(tab).getByText('2 documents call it by the same full name.'))
    await see(evidence(tab).getByText('“Ann Lee”: named 2 times'))
    await picture(tab, 'entity')
    expect(await violations(tab)).toEqual([])
  })

  it('judges a statement right or wrong, and mends its parts', async () => {
    const tab = await open()
    const card = (text: string) => evidence(tab).getByRole('article').filter({ hasText: text })
    await card('Cy Orr to sign').getByRole('button', { name: 'Right' }).click()
    await see(card('Cy Orr to sign').getByText('judged right'))
    await card('Dee Fox asked Ann Lee').getByRole('button', { name: 'Wrong' }).click()
    await see(toast(tab).getByText('Wrong: “Dee Fox asked Ann Lee stay”'))
    await soon(() => card('Dee Fox asked Ann Lee').count()).toBe(0)
    const lease = card('Bob Day to wait')
    await lease.getByRole('button', { name: 'Edit' }).click()
    await lease.getByRole('textbox', { name: 'whom' }).fill('Cy Orrr')
    await lease.getByRole('button', { name: 'Save' }).click()
    await see(lease.getByText('“Cy Orrr” does not stand in this document.'))
    await lease.getByRole('textbox', { name: 'whom' }).fill('Cy Orr')
    await lease.getByRole('combobox', { name: 'To do or not' }).selectOption('negative')
    await picture(tab, 'edit')
    expect(await violations(tab)).toEqual([])
    await lease.getByRole('button', { name: 'Save' }).click()
    await see(evidence(tab).getByText('Ann Lee asked Cy Orr not to wait for the ferry'))
    expect(kept()).toEqual(['accept', 'reject', 'edit'])
  })

  it('adds a statement by words that are marked in the document', async () => {
    const tab = await open(`#document=${project.documents()[2]!.id}`)
    const mark = async (words: string, part: string) => {
      await tab.evaluate((text) => {
        const walker = document.createTreeWalker(document.querySelector('.document .text')!, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent!.indexOf(text)
          if (at >= 0 && node.parentElement!.closest('[data-start]')) {
            getSelection()!.setBaseAndExtent(node, at, node, at + text.length)
            return
          }
        }
        throw new Error(`${text} is not there`)
      }, words)
      await documentOf(tab).getByRole('button', { name: part, exact: true }).click()
    }
    await see(documentOf(tab).getByText('Mark words in the text to add a statement.'))
    await mark('Dee Fox', 'who asks')
    await mark('The tide', 'whom')
    await mark('was high', 'the verb')
    await picture(tab, 'marked')
    expect(await violations(tab)).toEqual([])
    await documentOf(tab).getByRole('button', { name: 'Add statement' }).click()
    await see(toast(tab).getByText(/^Added: “Dee Fox The tide was high”/))
    await soon(() => names(tab)).toContain('The tide')
    expect(kept()).toEqual(['add'])
  })

  it('tells of decisions that no longer apply', async () => {
    await new DecisionDesk(path, project).decide([{ what: 'rename', entity: id('Dee Fox'), name: 'Diana Fox' }])
    await build(letters.slice(0, 2))
    const tab = await open('#tab=review', { colorScheme: 'dark' })
    const log = tab.getByRole('region', { name: 'Decisions' })
    await see(log.getByText('1 decision, 1 without effect'))
    await see(log.getByText('no longer applies'))
    await see(log.getByText('the document letters/3.txt is not in the project'))
    await picture(tab, 'review-dark')
    expect(await violations(tab)).toEqual([])
  })

  it('fits a phone', async () => {
    const tab = await open('#tab=review', phone)
    await see(tab.getByRole('region', { name: 'Together they would be' }))
    expect(await widthOf(tab)).toBe(390)
    await picture(tab, 'review-phone')
    await tab.evaluate((name) => window.demarche!.explorer.select({ kind: 'name', id: name }), id('Ann Lee'))
    await see(evidence(tab).getByRole('button', { name: 'Split …' }))
    await evidence(tab).getByRole('button', { name: 'Split …' }).click()
    await see(evidence(tab).getByRole('textbox', { name: 'What those are called' }))
    expect(await widthOf(tab)).toBe(390)
    await picture(tab, 'entity-phone')
  })

  it('hides all of this where nothing can be decided', async () => {
    const other = await browsing.serve(fixture)
    const tab = await browsing.open(other.url)
    await see(evidence(tab).getByRole('article'))
    expect(await tab.getByRole('button', { name: 'Review' }).count()).toBe(0)
    expect(await tab.getByRole('button', { name: 'Wrong' }).count()).toBe(0)
    expect(await tab.getByText('Mark words in the text').count()).toBe(0)
  })
})
