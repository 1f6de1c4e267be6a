import { describe, expect, it } from 'vitest'
import { toldOf } from '../../src/project/index.ts'
import { factsOf, isoDay, parseQuery } from '../../src/query/index.ts'
import { missesOf } from '../../web/state/fits.ts'
import { histogramOf } from '../../web/state/histogram.ts'
import { project } from './fixture.ts'

const [row] = project.statements({ limit: 1 }).rows
/** One statement a date, published then. */
const published = (...dates: (string | undefined)[]) =>
  toldOf(
    factsOf(
      dates.map((date, i) => ({
        statement: { ...row!.statement, id: `s${i}` },
        document: { id: `d${i}`, uri: `d${i}`, sentences: 1, statements: 1, ...(date && { date }) },
      })),
    ),
  )
const barsOf = (...dates: (string | undefined)[]) => {
  const { unit, bars, undated } = histogramOf(published(...dates), undefined, 'published')!
  return { unit, undated, bars: bars.filter(({ all }) => all > 0).map(({ start, all }) => `${isoDay(start)} ${all}`) }
}

describe('a histogram of statements', () => {
  it('goes by days, months or years, as the range allows', () => {
    expect(barsOf('2019-03-01', '2019-03-14', '2019-03-14')).toEqual({
      unit: 'day',
      undated: 0,
      bars: ['2019-03-01 1', '2019-03-14 2'],
    })
    expect(barsOf('2017-01-31', '2019-03-14')).toMatchObject({ unit: 'month', bars: ['2017-01-01 1', '2019-03-01 1'] })
    expect(barsOf('1917-01-31', '2019-03-14')).toMatchObject({ unit: 'year', bars: ['1917-01-01 1', '2019-01-01 1'] })
  })

  it('has no gaps, and every day in just one bar', () => {
    const { bars } = histogramOf(published('2016-01-31', '2019-03-14'), undefined, 'published')!
    for (const [i, bar] of bars.entries()) if (i) expect(bar.start).toBe(bars[i - 1]!.end)
    expect(bars).toHaveLength(39)
  })

  it('counts what has no date, and is none where nothing has', () => {
    expect(barsOf('2019', '2020', undefined, undefined).undated).toBe(2)
    expect(histogramOf(published(undefined), undefined, 'published')).toBeUndefined()
    expect(histogramOf(published('2019'), undefined, 'happened')).toBeUndefined()
  })

  it('counts what passes all filters but that of time', () => {
    const told = published('2019-03-01', '2019-03-14')
    const out = missesOf(told, parseQuery('before:2019-03-10'), undefined)
    expect(
      histogramOf(told, out, 'published')!
        .bars.map(({ count }) => count)
        .filter(Boolean),
    ).toEqual([1, 1])
    const none = missesOf(told, parseQuery('-kind:request'), undefined)
    expect(
      histogramOf(told, none, 'published')!
        .bars.map(({ count }) => count)
        .filter(Boolean),
    ).toEqual([])
  })

  it('is none where there is one day to choose from', () => {
    expect(histogramOf(published('2019-03-01', '2019-03-01'), undefined, 'published')).toBeUndefined()
  })
})
