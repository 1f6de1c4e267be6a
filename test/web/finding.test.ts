import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Project } from '../../src/model/index.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { project } from './fixture.ts'
import { evidence, picture, ready, save, see, soon, violations, widthOf } from './page.ts'
import { faultsIn } from './sight.ts'
import { projectOf, type Story } from './story.ts'

/** Twelve notices of one board, a month apart, each with its own source. */
const notices: readonly Story[] = Array.from({ length: 12 }, (_, i): Story => {
  const month = String(i + 1).padStart(2, '0')
  const sentence = `Herald ${i} says that the Water Board asked Farm ${i} on 5 May 2015 to close its sluice.`
  return {
    uri: `notices/${month}.txt`,
    title: `Notice of month ${month}`,
    date: `2018-${month}-04`,
    paragraphs: [[sentence]],
    things: [
      ['Water Board', 'PublicBody'],
      [`Farm ${i}`, 'Company'],
      [`Herald ${i}`, 'Organization'],
    ],
    said: [
      {
        at: 0,
        kind: 'request',
        relation: 'ask',
        predicate: 'asked',
        force: i % 2 ? 'ask' : 'order',
        source: `Herald ${i}`,
        roles: { speaker: 'Water Board', addressee: `Farm ${i}`, message: 'close its sluice' },
        ...(i < 6 && { time: ['5 May 2015', i < 3 ? '2015-05-05' : '2016-05-05'] as const }),
      },
    ],
  }
})
const dated = projectOf('notices', notices)
const board = dated.graph('actors').nodes.find((node) => node.attributes.label === 'Water Board')!.key

describeInBrowser({ name: 'finding in a browser' }, (browsing) => {
  async function open(hash = '', options: BrowserContextOptions = {}, of: Project = project): Promise<Page> {
    const { url } = await browsing.serve(of)
    return browsing.open(`${url}${hash}`, options)
  }
  const box = (page: Page) => page.getByRole('searchbox', { name: /^Search/ })
  const rail = (page: Page) => page.getByRole('complementary', { name: 'Search and filter' })
  const chips = (page: Page) => page.getByRole('region', { name: 'Filters' })
  const strip = (page: Page) => page.getByRole('region', { name: 'Time', exact: true })
  /** The query in the address. */
  const q = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q')

  it('finds a name that is typed with an error, and says what it took it for', async () => {
    const page = await open()
    await box(page).fill('Halvrsen')
    await see(page.getByText('Nothing has “halvrsen”; looked for “halvorsen”.'))
    await box(page).press('Enter')
    await see(evidence(page).getByRole('heading', { name: 'Ingrid Halvorsen' }))
  })

  it('keeps what a query with fields asks for, on Enter', async () => {
    const page = await open()
    await box(page).fill('asker:authority to:ferry sail')
    await see(page.getByRole('list', { name: 'Found' }).getByRole('button').first())
    await box(page).press('Enter')
    await see(chips(page).getByText(`1 of ${project.info().statements} statements`))
    await see(page.getByText(/^2 of 19 names drawn/))
    await see(evidence(page).getByRole('article').filter({ hasText: 'ferry operators' }))
    await soon(() => evidence(page).getByRole('article').count()).toBe(1)
    await soon(() => q(page)).toBe('asker:authority to:ferry sail')
  })

  it('names the fault of a query with its remedy, beside the box, and filters nothing', async () => {
    const page = await open()
    await box(page).fill('askr:union')
    await see(page.getByText('There is no field "askr".'))
    await see(page.locator('.hits').getByText('Did you mean asker:?'))
    await box(page).press('Enter')
    await soon(() => q(page)).toBeNull()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('says how many there are of each kind, and gives more on demand', async () => {
    const page = await open()
    await box(page).fill('ferr')
    const { totals } = project.search('ferr', 1)
    await see(
      page.locator('.hits .head', { hasText: 'Sentences' }).getByText(new RegExp(`^[1-9] of ${totals.sentence}$`)),
    )
    await page.locator('.hits').getByRole('button', { name: /more$/ }).click()
    const all = totals.entity + totals.statement + totals.sentence
    // beside the hits there is a button that chooses all names of them
    await page.waitForFunction((n) => document.querySelectorAll('.hits li button:not(.these)').length === n, all)
  })

  it('helps with the language of queries, each example to be taken', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'How to search' }).click()
    await page
      .getByRole('dialog', { name: 'How to search' })
      .getByRole('button', { name: 'status:open,refused' })
      .click()
    await soon(() => box(page).inputValue()).toBe('status:open,refused')
    await see(page.locator('.hits').getByRole('button', { name: /^Keep only these/ }))
  })

  it('writes a query from "who asked whom", and counts before it is shown', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Who asked whom …' }).click()
    const form = page.getByRole('dialog', { name: 'Who asked whom for what?' })
    await form.getByLabel('Who asked').fill("seamen's union")
    await form.getByLabel('how strongly').selectOption('demand')
    await see(form.getByText(`kind:request asker:="seamen's union" force:demand`))
    await see(form.getByText('1 statement', { exact: true }))
    await form.getByRole('button', { name: 'Show' }).click()
    await see(chips(page).getByText(`1 of ${project.info().statements} statements`))
    await soon(() => q(page)).toBe(`kind:request asker:="seamen's union" force:demand`)
    await page.getByRole('button', { name: 'Who asked whom …' }).click()
    await soon(() => form.getByLabel('Who asked').inputValue()).toBe("seamen's union")
  })

  it('keeps and leaves out, combined, over a reload; each can be taken back', async () => {
    const page = await open()
    await rail(page)
      .getByRole('button', { name: /^request/ })
      .click()
    await rail(page).getByRole('button', { name: 'without ask', exact: true }).click()
    const left = project.matching('kind:request -force:ask').ids.length
    await see(chips(page).getByText(`${left} of ${project.info().statements} statements`))
    await soon(() => q(page)).toBe('kind:request -force:ask')
    await page.reload()
    await ready(page)
    await see(rail(page).getByRole('button', { name: /^request/, pressed: true }))
    await chips(page).getByRole('button', { name: 'Take back: request' }).click()
    await soon(() => q(page)).toBe('-force:ask')
    await chips(page).getByRole('button', { name: 'Show everything' }).click()
    await see(page.getByText(/^19 of 19 names drawn/))
  })

  it('takes the filters up as a query that can be changed', async () => {
    const page = await open('#q=kind%3Arequest%20-force%3Aask')
    await chips(page).getByRole('button', { name: 'As a query' }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'search')
    await soon(() => box(page).inputValue()).toBe('kind:request -force:ask')
    await box(page).fill('kind:request force:order')
    await box(page).press('Enter')
    await page.waitForFunction(() => location.hash.includes('order'))
    await soon(() => q(page)).toBe('kind:request force:order')
  })

  it('goes through the legend by arrow keys, one stop for each facet', async () => {
    const page = await open()
    await rail(page)
      .getByRole('button', { name: /^request/ })
      .focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await soon(() => q(page)).toBe('-kind:response')
    await page.keyboard.press('Tab')
    const isInNext = () => document.activeElement?.closest('.legend')?.classList.contains('force')
    await soon(() => page.evaluate(isInNext)).toBe(true)
  })

  it('sifts a long list of sources, and leaves one out', async () => {
    const page = await open('', {}, dated)
    const sources = rail(page).getByRole('region', { name: /As told by/ })
    await see(sources)
    await soon(() => sources.locator('.keep').count()).toBe(5)
    await sources.getByRole('button', { name: '8 more' }).click()
    await soon(() => sources.locator('.keep').count()).toBe(13)
    await sources.getByRole('searchbox').fill('herald 7')
    await soon(() => sources.locator('.keep').count()).toBe(1)
    await sources.locator('.line').first().hover()
    await sources.getByRole('button', { name: 'without Herald 7' }).click()
    await see(chips(page).getByText('11 of 12 statements'))
    await soon(() => q(page)).toBe('-source:="Herald 7"')
  })

  describe('the time strip', () => {
    it('keeps some of the time by its handles, and all again', async () => {
      const page = await open('', {}, dated)
      await see(strip(page).getByText('by month'))
      const from = strip(page).getByRole('slider', { name: 'First day kept' })
      await from.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await soon(() => from.getAttribute('aria-valuetext')).toBe('Mar 2018')
      await strip(page).getByRole('slider', { name: 'Last day kept' }).focus()
      await page.keyboard.press('ArrowLeft')
      await see(strip(page).getByText('Mar 2018 – Nov 2018'))
      await see(chips(page).getByText('9 of 12 statements'))
      await soon(() => q(page)).toBe('after:2018-03-01 before:2018-12-01')
      await strip(page).getByRole('button', { name: 'All the time' }).click()
      await soon(() => q(page)).toBeNull()
    })

    it('keeps what a pointer is drawn over', async () => {
      const page = await open('', {}, dated)
      const { x, y, width, height } = (await strip(page).locator('.bars').boundingBox())!
      await page.mouse.move(x + width * (1.5 / 12), y + height / 2)
      await page.mouse.down()
      await page.mouse.move(x + width * (4.5 / 12), y + height / 2, { steps: 5 })
      await page.mouse.up()
      await see(strip(page).getByText('Feb 2018 – May 2018'))
      await see(page.getByText(/^5 of 13 names drawn/))
    })

    it('tells apart when it was published and when it happened, and what has no date', async () => {
      const page = await open('', {}, dated)
      await strip(page).getByRole('button', { name: 'Happened' }).click()
      await see(strip(page).getByText('6 statements without a date'))
      await strip(page).getByRole('slider', { name: 'First day kept' }).focus()
      await page.keyboard.press('End')
      await see(chips(page).getByText('3 of 12 statements'))
      await soon(() => q(page)).toBe('event-after:2016-05-01 event-before:2016-06-01')
      await page.reload()
      await ready(page)
      await see(strip(page).getByRole('button', { name: 'Happened', pressed: true }))
    })

    it('is not there where nothing is dated', async () => {
      const undated = projectOf(
        'undated',
        notices.slice(6).map(({ date: _, ...story }) => story),
      )
      const page = await open('', {}, undated)
      await see(rail(page).getByRole('region', { name: /As told by/ }))
      expect(await strip(page).count()).toBe(0)
    })
  })

  describe('the table of requests', () => {
    const table = (page: Page) => page.getByRole('table', { name: 'All requests' })

    it('stands beside the picture, both filtered alike', async () => {
      const page = await open('#tab=both&q=asker%3Aunion')
      await see(table(page))
      await see(page.getByRole('application'))
      const wanted = project.matching('kind:request asker:union').ids.length
      await soon(() => table(page).locator('tbody tr').count()).toBe(wanted)
    })

    it('is sorted and grouped as its address says', async () => {
      const page = await open('#tab=table')
      await table(page).getByRole('button', { name: 'Conf.' }).click()
      await table(page).getByRole('button', { name: 'Conf.' }).click()
      await page.getByRole('group', { name: 'Group by' }).getByRole('button', { name: 'status' }).click()
      await page.reload()
      await ready(page)
      await see(table(page).getByRole('rowheader', { name: /^no answer found/ }))
      const sure = await table(page).locator('tbody').first().locator('td.confidence').allTextContents()
      expect(sure.map(Number)).toEqual(sure.map(Number).sort((a, b) => b - a))
    })

    it('shows the answer that settled a request', async () => {
      const page = await open('#tab=table')
      await table(page)
        .getByRole('row', { name: /town hall/ })
        .getByRole('button', { name: 'refused' })
        .click()
      await see(evidence(page).getByText(/^Response, sentence/))
    })

    it('saves what is left as CSV', async () => {
      const page = await open('#tab=table&q=asker%3Aunion')
      const { name, text } = await save(page, () => page.getByRole('button', { name: 'CSV' }).click())
      expect(name).toBe('requests.csv')
      const lines = text.trim().split('\r\n')
      expect(lines).toHaveLength(1 + project.matching('kind:request asker:union').ids.length)
      expect(lines[0]).toContain('status,settled by')
    })
  })

  it('keeps the ledger of a name: asked by it, asked of it, answers', async () => {
    const page = await open()
    await box(page).fill('norrvik ferries')
    await see(page.getByRole('list', { name: 'Found' }))
    await box(page).press('Enter')
    const ledger = evidence(page).getByRole('group', { name: 'Statements by part' })
    for (const part of ['Asked by it', 'Asked of it', 'Answers']) {
      const button = ledger.getByRole('button', { name: part })
      await button.click()
      const count = Number(/\d+$/.exec((await button.textContent())!)![0])
      await soon(() => evidence(page).getByRole('article').count()).toBe(count)
    }
  })

  it('fits a phone: search, filters, table and strip', async () => {
    const page = await open('#tab=table&q=kind%3Arequest', phone, dated)
    expect(await faultsIn(page, '.middle')).toEqual([])
    await picture(page, 'phone-table')
    await page.getByRole('navigation').getByRole('button', { name: 'Filter', exact: true }).last().click()
    await see(rail(page))
    expect(await faultsIn(page, '.rail')).toEqual([])
    await picture(page, 'phone-filter')
    await box(page).fill('asker:board farm')
    await see(page.locator('.hits').getByRole('button', { name: /^Keep only/ }))
    expect(await faultsIn(page, '.hits')).toEqual([])
    await picture(page, 'phone-hits')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Who asked whom …' }).click()
    await see(page.locator('.builder'))
    expect(await faultsIn(page, '.builder')).toEqual([])
    await picture(page, 'phone-builder')
    expect(await widthOf(page)).toBe(390)
  })

  /** Name, what to do to get there, and what is looked at. */
  const panels: readonly (readonly [string, string, (page: Page) => Promise<unknown>, string])[] = [
    [
      'hits',
      '',
      async (page) => {
        await box(page).fill('the board')
        await see(page.getByRole('list', { name: 'Found' }).getByRole('button'))
      },
      '.hits',
    ],
    [
      'a fault',
      '',
      async (page) => {
        await box(page).fill('kind:x')
        await see(page.locator('.hits').getByText(/^kind: there is no/))
      },
      '.hits',
    ],
    ['help', '', (page) => page.getByRole('button', { name: 'How to search' }).click(), '.query-help'],
    ['builder', '', (page) => page.getByRole('button', { name: 'Who asked whom …' }).click(), '.builder'],
    [
      'legend',
      'q=kind%3Arequest%20-force%3Aask%20-source%3A%3D%22Herald%207%22',
      (page) => see(chips(page)),
      '.rail, .chips',
    ],
    ['time', 'q=after%3A2018-03%20before%3A2018-09', (page) => see(strip(page)), '.timeline, .chips'],
    ['both', 'tab=both&group=month', (page) => see(page.getByRole('table').first()), '.tables, .stage'],
    ['table', 'tab=table&group=status', (page) => see(page.getByRole('table').first()), '.tables'],
    [
      'a statement',
      '',
      async (page) => {
        await page.locator('.say .plain').first().click()
        await see(evidence(page).locator('.back'))
      },
      '.evidence',
    ],
    ['ledger', `name=${board}`, (page) => see(page.getByRole('group', { name: 'Statements by part' })), '.evidence'],
  ]
  const seen = (selector: string, page: Page): Locator => page.locator(selector.split(',')[0]!)
  it.each(panels.flatMap((panel) => (['light', 'dark'] as const).map((scheme) => [panel[0], scheme, panel] as const)))(
    'shows %s, %s, with nothing cut, covered or too faint',
    async (name, colorScheme, [, hash, act, selector]) => {
      const page = await open(`#${hash}`, { colorScheme }, dated)
      await act(page)
      await see(seen(selector, page))
      await ready(page)
      await picture(page, `${name.replace(' ', '-')}-${colorScheme}`)
      expect(await faultsIn(page, selector)).toEqual([])
      expect(await violations(page)).toEqual([])
    },
  )
})
