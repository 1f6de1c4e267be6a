import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { toldOf } from '../../src/project/index.ts'
import { modelOf } from '../../web/graph/model.ts'
import { countsOf } from '../../web/graph/numbers.ts'
import { binsOf, reached } from '../../web/state/bins.ts'
import { applyFilters, within } from '../../web/state/fits.ts'
import { isKept, parseRanges, withRange } from '../../web/state/ranges.ts'
import { describeInBrowser, phone } from './browsing.ts'
import { project } from './fixture.ts'
import { picture, ready, see, soon, violations, widthOf } from './page.ts'
import { faultsIn } from './sight.ts'

const model = modelOf(project.graph('actors'))
const told = toldOf(project.facts())
const all = applyFilters(model, { told, misses: undefined })
const counting = { model, lines: all.lines, fits: () => true, told, clock: 'published' as const }
const range = { number: 'degree', from: undefined, to: undefined, without: false } as const

describe('a range of a number', () => {
  it('keeps what lies between its ends, both among it, or leaves just that out', () => {
    const between = { ...range, from: 2, to: 4 }
    const kept = (one: Parameters<typeof isKept>[0]) => [1, 2, 3, 4, 5].filter((value) => isKept(one, value))
    expect(kept(between)).toEqual([2, 3, 4])
    expect(kept({ ...between, without: true })).toEqual([1, 5])
    expect(kept({ ...range, from: 4 })).toEqual([4, 5])
    expect(kept({ ...range, to: 1 })).toEqual([1])
  })

  it('holds no name that has no such number', () => {
    expect(isKept({ ...range, from: 0 }, Number.NaN)).toBe(false)
    expect(isKept({ ...range, from: 0, without: true }, Number.NaN)).toBe(true)
  })

  it('is there once for each number, and goes when both ends are free', () => {
    const ranges = withRange(withRange([], { ...range, from: 2 }), { ...range, to: 9 })
    expect(ranges).toEqual([{ ...range, to: 9 }])
    expect(withRange(ranges, range)).toEqual([])
    expect(parseRanges('degree~1~,degree~2~').map(({ from }) => from)).toEqual([1])
  })

  it('takes names from the picture with their lines, and leaves others that have lost theirs', () => {
    const degrees = countsOf('degree', counting)
    const mask = Uint8Array.from(degrees, (value) => Number(isKept({ ...range, from: 3 }, value)))
    const shown = within(model, all, mask)
    expect(shown.nameCount).toBe(degrees.filter((value) => value >= 3).length)
    for (const line of model.lines) expect(shown.lines[line.index]).toBe(mask[line.source]! & mask[line.target]!)
  })
})

describe('the bars of a number', () => {
  const shownAll = (values: Float64Array) => new Uint8Array(values.length).fill(1)

  it('hold every name once, without gaps, a bar for each whole number where these are few', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2 })
    fc.assert(
      fc.property(numbers, (list) => {
        const values = Float64Array.from(list)
        const bins = binsOf('mentions', values, shownAll(values))
        if (!bins) {
          expect(new Set(list).size).toBe(1)
          return
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
        bins.forEach((bin, i) => {
          if (i) expect(bin.from).toBe(bins[i - 1]!.to + 1)
          expect(list.filter((value) => value >= bin.from && value <= bin.to)).toHaveLength(bin.count)
        })
        expect([bins[0]!.from, bins.at(-1)!.to]).toEqual([Math.min(...list), Math.max(...list)])
      }),
      { examples: [[[0, 0]]], numRuns: 500 },
    )
  })

  it('grow where a few have a thousand times as much, and count none that is not shown or has no number', () => {
    const values = Float64Array.from([0, 1, 1, 2, 3, 5000, Number.NaN, 9])
    const shown = Uint8Array.from([1, 1, 1, 1, 1, 1, 1, 0])
    const bins = binsOf('asks', values, shown)!
    expect(bins.slice(0, 3).map(({ count }) => count)).toEqual([1, 2, 2])
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(6)
    expect(reached(bins, 1, 1)).toEqual([1, 1])
    expect(reached(bins, undefined, 1e9)).toEqual([0, bins.length - 1])
  })

  it('are none where all have the same', () => {
    expect(binsOf('asks', Float64Array.from([2, 2]), Uint8Array.from([1, 1]))).toBeUndefined()
  })
})

describeInBrowser({ name: 'ranges in a browser' }, (browsing) => {
  const open = async (hash = '', options = {}): Promise<Page> => {
    const { url } = await browsing.serve(project)
    return browsing.open(`${url}${hash}`, options)
  }
  const add = (page: Page, number: string) =>
    page.getByLabel('Filter names by a number').selectOption({ label: number })
  const panel = (page: Page, number: string) => page.getByRole('region', { name: number, exact: true })
  const drawn = (page: Page, names: number) => see(page.getByText(`${names} of 19 names drawn`))
  const filters = (page: Page) => page.getByRole('region', { name: 'Filters' })
  const mentions = model.names.map((name) => name.mentions)
  const few = mentions.filter((count) => count <= 3).length

  it('are typed, left out, said as a chip, opened from a link, and taken back', async () => {
    const page = await open()
    await add(page, 'mentions')
    await panel(page, 'mentions').getByRole('spinbutton', { name: 'Most: mentions' }).fill('3')
    await panel(page, 'mentions').getByRole('spinbutton', { name: 'Most: mentions' }).press('Enter')
    await drawn(page, few)
    await see(filters(page).getByText('mentions to 3'))
    await panel(page, 'mentions').getByRole('button', { name: 'Leave out' }).click()
    await drawn(page, 19 - few)
    await see(filters(page).getByText('not mentions to 3'))
    const again = await browsing.open(page.url())
    await drawn(again, 19 - few)
    await see(panel(again, 'mentions').getByText(`${19 - few} of 19 names`))
    await filters(page).getByRole('button', { name: 'Take back: not mentions to 3' }).click()
    await drawn(page, 19)
  })

  it('are set by the handles of the bars with keys, and combine with a second one', async () => {
    const page = await open()
    await add(page, 'neighbours (degree)')
    const least = panel(page, 'neighbours (degree)').getByRole('slider', { name: /^Least/ })
    await least.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const degrees = countsOf('degree', counting)
    const from = Math.min(...degrees) + 2
    await drawn(page, degrees.filter((value) => value >= from).length)
    await see(filters(page).getByText(`neighbours (degree) from ${from}`))
    await add(page, 'requests it makes')
    await panel(page, 'requests it makes').getByLabel('Least: requests it makes').first().press('End')
    const asks = countsOf('asks', counting)
    const most = Math.max(...asks)
    await drawn(page, model.names.filter((_, i) => degrees[i]! >= from && asks[i] === most).length)
  })

  it('wait for what is measured, and take days as dates', async () => {
    const page = await open('#range=betweenness~0.5~')
    await soon(() => page.evaluate(() => window.demarche!.explorer.shown.value!.nameCount < 19)).toBe(true)
    await see(filters(page).getByText('ways over it (betweenness) from 0.5'))
    const other = await open('#range=first~17000~')
    const input = panel(other, 'first date').locator('input').first()
    expect(await input.getAttribute('type')).toBe('date')
    expect(await input.inputValue()).toBe('2016-07-18')
  })

  it.each(['light', 'dark'] as const)('can be read and have no fault for axe in %s', async (colorScheme) => {
    const page = await open('#range=mentions~2~,-degree~~1', { colorScheme })
    await add(page, 'first date')
    await add(page, 'PageRank')
    await ready(page)
    await panel(page, 'PageRank').scrollIntoViewIfNeeded()
    await picture(page, `ranges-${colorScheme}`)
    expect(await violations(page)).toEqual([])
    expect(await faultsIn(page, '.ranges')).toEqual([])
  })

  it('fit a phone', async () => {
    const page = await open('#range=mentions~2~', phone)
    await page.getByRole('navigation').getByRole('button', { name: 'Filter' }).click()
    await panel(page, 'mentions').scrollIntoViewIfNeeded()
    await picture(page, 'ranges-phone')
    expect(await widthOf(page)).toBe(390)
    expect(await faultsIn(page, '.ranges')).toEqual([])
  })
})
