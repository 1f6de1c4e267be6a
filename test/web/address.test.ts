import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  colours,
  formatAddress,
  home,
  layouts,
  type Place,
  parseAddress,
  sizes,
  tabs,
} from '../../web/state/address.ts'
import { facets, values } from '../../web/state/filters.ts'

const keys = facets.flatMap((facet) => values[facet].map((value) => `${facet}:${value}`))
const name = fc.string({ minLength: 1, unit: 'grapheme' })
const share = fc.integer({ min: -999, max: 1999 }).map((n) => n / 1000)
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
    hidden: fc.uniqueArray(fc.constantFrom(...keys)).map((list) => new Set(list)),
    confidence: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  }),
})

describe('the address', () => {
  it('gives back any place that it was made of', () => {
    fc.assert(
      fc.property(place, (it) => {
        expect(parseAddress(formatAddress(it))).toEqual(it)
      }),
    )
  })

  it('is empty at home', () => {
    expect(formatAddress(home)).toBe('#')
    expect(parseAddress('')).toEqual(home)
  })

  it('takes nonsense for home, and never throws', () => {
    expect(parseAddress('#view=x&tab=&layout=spiral&confidence=7&hide=a,b:c%20d,%3Cimg%3E')).toEqual(home)
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseAddress(hash)).toHaveProperty('filters')
      }),
    )
  })
})
