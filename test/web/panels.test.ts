/**
 * A picture of every panel in light and dark, on a desk and on a phone. Fonts differ from machine to machine, so dots are
 * not compared: each picture must have ink on paper of its scheme, and the panel nothing cut, covered, outside or faint.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { DecisionDesk, openBuild, openProject, type StoredProject } from '../../src/store/index.ts'
import { columns } from '../../web/state/columns.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { crowd } from './crowd.ts'
import { broken, mixed, openStatic, pasted, readBar } from './dropped.ts'
import { project as letters } from './fixture.ts'
import { documentOf, drop, evidence, paste, ready, see, shots, violations, widthOf } from './page.ts'
import { faultsIn } from './sight.ts'
import { projectOf } from './story.ts'

const actors = letters.graph('actors')
const key = (label: string) => actors.nodes.find((n) => n.attributes.label === label)!.key
const authority = key('Harbour Authority of Norrvik')
const line = actors.edges.find((e) => e.attributes.label.includes('sail after ten'))!.key
const quiet = projectOf('silent', [
  { uri: 'quiet.txt', title: 'Quiet', paragraphs: [['The tide was low.']], things: [], said: [] },
])
const leases = [
  makeDocument('leases/1.txt', 'Ann Lee asked Bob Day to wait for the ferry. Bob Day asked Cy Orr to sign the lease.', {
    title: 'The lease',
    date: '2020-03-01',
  }),
  makeDocument('leases/2.txt', 'Anna Lee asked Bob Day to go to the harbour office. Cy Orr asked Anna Lee to pay.'),
]

/** A table of words and their syntax may be wider than a phone, one of names with all columns wider than a desk. */
const mayScroll = /^wider than its pane: <div class="(ladder|scroll)">/

interface Panel {
  readonly name: string
  /** What is looked at. */
  readonly of: string
  readonly hash?: string
  /** Whose page: the letters', that of a project that can be decided on, one with documents dropped on it, others. */
  readonly on?: 'letters' | 'leases' | 'dropped' | 'none' | 'silent' | 'crowd'
  /** What is done to get there. */
  readonly act?: (page: Page) => Promise<unknown>
  /** It is not there on a phone, or not by the same way. */
  readonly deskOnly?: true
}

const press = (role: 'button' | 'menuitem', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).filter({ visible: true }).first().click()
const search = (text: string, found: string) => async (page: Page) => {
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: /^Search/ }).fill(text)
  await see(page.locator('.hits').getByText(found))
}
const pane = (name: string) => async (page: Page) => {
  const thumb = page.locator('.thumb').getByRole('button', { name, exact: true })
  if (await thumb.isVisible()) await thumb.click()
}

const namesThere = (page: Page) => see(page.getByRole('table', { name: 'All names' }))

const panels: readonly Panel[] = [
  { name: 'bar', of: '.bar' },
  { name: 'stage', of: '.stage' },
  { name: 'rail', of: '.rail', act: pane('Filter') },
  { name: 'every-statement', of: '.stage', hash: 'view=frames' },
  { name: 'circle', of: '.stage', hash: 'layout=circle' },
  { name: 'groups', of: '.stage', hash: 'colour=group', act: (page) => see(page.getByText(/^\d groups$/)) },
  {
    name: 'colour-by-number',
    of: '.stage',
    hash: 'colour=asked',
    act: (page) => see(page.locator('.ramp')),
  },
  {
    name: 'colour-by-property',
    of: '.stage',
    hash: 'colour=role',
    act: (page) => see(page.locator('.groups summary')),
  },
  { name: 'crowd', of: '.stage', on: 'crowd' },
  { name: 'statements', of: '.evidence', deskOnly: true },
  { name: 'name', of: '.evidence, .walk', hash: `name=${authority}` },
  { name: 'line', of: '.evidence', hash: `line=${encodeURIComponent(line)}` },
  {
    name: 'ways',
    of: '.walk, .stage',
    hash: `name=${authority}`,
    act: async (page) => {
      await press('button', 'Way to …')(page)
      await page.evaluate((id) => window.demarche!.explorer.select({ kind: 'name', id }), key('noise rule'))
      await see(page.getByText(/^Between /))
    },
  },
  { name: 'document', of: '.document', act: pane('Document') },
  {
    name: 'e-mail',
    of: '.document',
    act: async (page) => {
      await pane('Document')(page)
      await documentOf(page).getByLabel('Choose a document').selectOption({ label: 'Your demand of Thursday' })
      await see(documentOf(page).locator('.mail'))
    },
  },
  { name: 'table', of: '.tables', hash: 'tab=table' },
  { name: 'names', of: '.tables', hash: 'tab=table&table=names', act: namesThere },
  {
    name: 'names-with-all-columns',
    of: '.tables',
    hash: `tab=table&table=names&by=name&columns=${columns.join('.')}`,
    act: namesThere,
  },
  {
    name: 'names-to-decide-on',
    of: '.tables',
    on: 'leases',
    hash: 'tab=table&table=names',
    act: async (page) => {
      await namesThere(page)
      await page.getByRole('checkbox', { name: 'Choose Bob Day' }).check()
      await page.getByRole('checkbox', { name: 'Choose Cy Orr' }).check()
      await see(page.getByText('2 names chosen'))
    },
  },
  { name: 'table-by-speaker', of: '.tables', hash: 'tab=table&group=speaker' },
  { name: 'both', of: '.tables, .stage', hash: 'tab=both', deskOnly: true },
  {
    name: 'words',
    of: '.wording',
    hash: 'tab=words',
    act: (page) => see(page.getByRole('heading', { name: /^Words of/ })),
  },
  { name: 'chips', of: '.chips', hash: 'q=kind%3Arequest%20-force%3Aask%20after%3A2017', deskOnly: true },
  { name: 'time', of: '.timeline', deskOnly: true },
  { name: 'hits', of: '.hits', act: search('the', 'Names') },
  { name: 'fault-of-a-query', of: '.hits', act: search('kind:x', 'there is no') },
  {
    name: 'query-help',
    of: '.query-help',
    act: async (page) => {
      await pane('Filter')(page)
      await press('button', 'How to search')(page)
    },
  },
  {
    name: 'builder',
    of: '.builder',
    act: async (page) => {
      await pane('Filter')(page)
      await press('button', 'Who asked whom …')(page)
    },
  },
  { name: 'views', of: 'dialog[open]', act: press('button', 'Views'), deskOnly: true },
  { name: 'export', of: '[popover]:popover-open', act: press('button', 'Export') },
  { name: 'open', of: '[popover]:popover-open', act: press('button', 'Open documents') },
  { name: 'keys', of: 'dialog[open]', act: (page) => page.keyboard.press('?') },
  { name: 'nothing-left', of: '.stage', hash: 'q=kind:request%20kind:action' },
  { name: 'nothing-said', of: '.stage, .evidence', on: 'silent', deskOnly: true },
  { name: 'nothing-at-all', of: '.stage', on: 'none' },
  {
    name: 'paste',
    of: 'dialog[open]',
    on: 'none',
    act: async (page) => {
      await press('button', 'Open documents')(page)
      await press('menuitem', 'Paste text')(page)
    },
  },
  {
    name: 'dropped',
    of: '.local, .stage',
    on: 'none',
    act: async (page) => {
      await drop(page, mixed)
      await see(readBar(page))
    },
  },
  {
    name: 'pasted',
    of: '.wording',
    on: 'none',
    act: async (page) => {
      await paste(page, pasted, 'The valve')
      await see(page.getByRole('heading', { name: 'Words of The valve' }))
    },
  },
  {
    name: 'unreadable',
    of: '.local',
    on: 'none',
    act: async (page) => {
      await drop(page, { 'broken.eml': broken })
      await see(readBar(page))
    },
  },
  { name: 'review', of: '.review', on: 'leases', hash: 'tab=review' },
  {
    name: 'entity-tools',
    of: '.evidence',
    on: 'leases',
    act: async (page) => {
      await page.evaluate(() => {
        const { explorer } = window.demarche!
        const { key } = explorer.model.value!.names.find(({ label }) => label === 'Bob Day')!
        explorer.select({ kind: 'name', id: key })
      })
      await evidence(page).getByRole('button', { name: 'Split …' }).click()
    },
  },
  {
    name: 'judging',
    of: '.evidence',
    on: 'leases',
    act: async (page) => {
      await evidence(page).getByRole('button', { name: 'Wrong' }).first().click()
    },
    deskOnly: true,
  },
]

describeInBrowser({ name: 'panels in a browser', timeout: 180_000 }, (browsing) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-panels-'))
  let stored: StoredProject
  beforeAll(async () => {
    const path = join(folder, 'leases.demarche')
    const work = await openBuild(path, { engine: 'test', wait: 0 })
    for (const document of leases) work.put(analysed(document))
    work.finish(['leases'], [])
    work.close()
    stored = await openProject(path)
  })
  afterAll(() => {
    stored.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open({ on = 'letters', hash = '' }: Panel, options: object): Promise<Page> {
    if (on === 'none') return openStatic(browsing, options)
    if (on === 'leases') {
      const decisions = new DecisionDesk(join(folder, 'leases.demarche'), stored)
      await decisions.settle()
      return browsing.open(`${(await browsing.serve(stored, { decisions })).url}#${hash}`, options)
    }
    const projects: Readonly<Record<string, Project>> = { letters, silent: quiet, crowd: crowd(1500, 4000) }
    return browsing.open(`${(await browsing.serve(projects[on]!)).url}#${hash}`, options)
  }

  const sizes = { desk: {}, phone } as const
  const cases = panels.flatMap((panel) =>
    (['desk', 'phone'] as const).flatMap((size) =>
      panel.deskOnly && size === 'phone' ? [] : ([[panel.name, size, panel]] as const),
    ),
  )
  it.each(cases)(
    'shows %s on a %s, light and dark, with nothing cut, covered, outside or too faint',
    async (name, size, panel) => {
      const page = await open(panel, { ...sizes[size], colorScheme: 'light' })
      await panel.act?.(page)
      const [first] = panel.of.split(',')
      await see(page.locator(first!))
      for (const theme of ['light', 'dark'] as const) {
        await page.evaluate((wanted) => window.demarche!.explorer.setTheme(wanted), theme)
        await ready(page)
        const path = shots ? join(shots, `${name}-${size}-${theme}.png`) : undefined
        const { colours, light } = await lookAt(page, await page.screenshot({ ...(path && { path }) }))
        expect(colours).toBeGreaterThan(24)
        expect(light > 0.5).toBe(theme === 'light')
        expect((await faultsIn(page, panel.of)).filter((fault) => !mayScroll.test(fault))).toEqual([])
        // all but the colours is the same in the dark
        expect(await violations(page, theme === 'dark' ? ['color-contrast'] : undefined)).toEqual([])
        expect(await widthOf(page)).toBe(page.viewportSize()!.width)
      }
    },
  )
})

/** How many colours a picture has, and how light the one is that most of it has: 0 black … 1 white. */
async function lookAt(page: Page, png: Buffer): Promise<{ colours: number; light: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const dots = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
    const counts = new Map<number, number>()
    for (const dot of dots) counts.set(dot, (counts.get(dot) ?? 0) + 1)
    const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]!
    return { colours: counts.size, light: ((most & 255) + ((most >> 8) & 255) + ((most >> 16) & 255)) / 765 }
  }, png.toString('base64'))
}
