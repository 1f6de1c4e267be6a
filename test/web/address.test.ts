import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocks } from '../../src/model/index.ts'
import { parseQuery } from '../../src/query/index.ts'
import { numbers } from '../../web/graph/numbers.ts'
import {
  colours,
  formatAddress,
  home,
  layouts,
  type Place,
  parseAddress,
  sizes,
  tabled,
  tabs,
} from '../../web/state/address.ts'
import { columns as nameColumns } from '../../web/state/columns.ts'
import { marked, values } from '../../web/state/filters.ts'
import { columns, groups } from '../../web/state/requests.ts'

const facets = Object.keys(values) as (keyof typeof values)[]
const line = fc.constantFrom(...facets.flatMap((facet) => values[facet].map((value) => [facet, value] as const)))
const mark = fc.constantFrom('only', 'without')
const typed = fc.constantFrom('', 'asker:union', '-"town hall" to:none', 'after:2019 doc:="a, ""b"" c.txt" é')
const name = fc.string({ minLength: 1, unit: 'grapheme' })
const share = fc.integer({ min: -999, max: 1999 }).map((n) => n / 1000)
const range = fc
  .record({
    number: fc.constantFrom(...numbers),
    from: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
    to: fc.option(fc.integer(), { nil: undefined }),
    without: fc.boolean(),
  })
  .filter(({ from, to }) => !Object.is(from, -0) && (from !== undefined || to !== undefined))
const place: fc.Arbitrary<Place> = fc.record({
  view: fc.constantFrom('actors', 'frames'),
  tab: fc.constantFrom(...tabs),
  layout: fc.constantFrom(undefined, ...layouts),
  size: fc.constantFrom(...sizes),
  colour: fc.constantFrom(...colours),
  walk: fc.record({
    only: fc.boolean(),
    names: fc.array(name),
    hidden: fc.array(name),
    pins: fc
      .array(fc.tuple(name, fc.record({ layout: fc.constantFrom(...layouts), x: share, y: share })))
      .map((list) => new Map(list)),
  }),
  top: fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: undefined }),
  camera: fc.option(fc.record({ x: share, y: share, ratio: fc.integer({ min: 1, max: 9999 }).map((n) => n / 1000) }), {
    nil: undefined,
  }),
  selection: fc.option(
    fc.record({
      kind: fc.constantFrom('name', 'line', 'statement'),
      id: fc.string({ minLength: 1, unit: 'grapheme' }),
    }),
    { nil: undefined },
  ),
  document: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  filters: fc.record({
    query: fc
      .tuple(typed, fc.array(fc.tuple(line, mark)))
      .map(([text, sets]) =>
        sets.reduce((query, [[facet, value], to]) => marked(query, facet, value, to), parseQuery(text)),
      ),
    ranges: fc.uniqueArray(range, { selector: ({ number }) => number }),
    arcs: fc.boolean(),
  }),
  table: fc.record({
    sort: fc.option(fc.record({ by: fc.constantFrom(...columns), down: fc.boolean() }), { nil: undefined }),
    group: fc.constantFrom(...groups),
    of: fc.constantFrom(...tabled),
  }),
  names: fc.record({
    by: fc.constantFrom(...nameColumns),
    down: fc.boolean(),
    columns: fc.subarray([...nameColumns]),
    text: fc.string(),
  }),
  clock: fc.constantFrom(...clocks),
})

describe('the address', () => {
  it('gives back any place that it was made of', () => {
    fc.assert(
      fc.property(place, (it) => {
        expect(parseAddress(formatAddress(it))).toEqual(it)
      }),
    )
  })

  it('reads the fewest neighbours of an older address as a range', () => {
    expect(parseAddress('#degree=3').filters.ranges).toEqual([
      { number: 'degree', from: 3, to: undefined, without: false },
    ])
  })

  it('is empty at home', () => {
    expect(formatAddress(home)).toBe('#')
    expect(parseAddress('')).toEqual(home)
  })

  it('takes nonsense for home, and never throws', () => {
    expect(
      parseAddress(
        '#view=x&tab=&layout=spiral&q=nonsense:x&degree=-1&range=age~1~2,degree~~,mentions~x~y&sort=size&group=x&clock=%3Cimg%3E',
      ),
    ).toEqual(home)
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseAddress(hash)).toHaveProperty('filters')
      }),
    )
  })
})
