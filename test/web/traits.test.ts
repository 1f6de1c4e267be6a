import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../src/model/index.ts'
import { parseQuery, printQuery } from '../../src/query/index.ts'
import { groupColours, rampOf, shaded } from '../../web/graph/looks.ts'
import { modelOf } from '../../web/graph/model.ts'
import { traitsIn, unsaid, valued } from '../../web/graph/traits.ts'
import { marked, markOf } from '../../web/state/filters.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const all = new Uint8Array(model.names.length).fill(1)
const entities = model.names.filter(({ kind }) => kind === 'entity')

describe('what texts say of names', () => {
  it('is told for the properties that some name has', () => {
    expect(traitsIn(model)).toEqual(['kind', 'role', 'title', 'region'])
  })

  it('gives a colour to each common value, another to all rarer ones, and one of its own to nothing', () => {
    const values = valued(model, 'region', all)
    expect(values.map(({ value, colour, members }) => [value, colour, members.length])).toEqual([
      ['Norrvik', 0, 2],
      ['Old Quay', 1, 1],
      [undefined, unsaid, entities.length - 3],
    ])
    const many = {
      ...model,
      names: entities.map((name, i) => ({ ...name, index: i, properties: [`country: Land ${i}`, 'country: Other'] })),
      byRank: entities.map((_, i) => i),
    }
    const colours = valued(many, 'country', all).map(({ colour }) => colour)
    expect(colours).toHaveLength(entities.length)
    expect(colours.filter((colour) => colour === groupColours)).toHaveLength(entities.length - groupColours)
    expect(valuesOf(many.names[3]!.properties, 'country')).toEqual(['Land 3', 'Other'])
  })

  it('leaves out of the count who is not shown, and what has no name', () => {
    const none = new Uint8Array(model.names.length)
    expect(valued(model, 'region', none)).toEqual([])
    const sum = valued(model, 'role', all).reduce((count, { members }) => count + members.length, 0)
    expect(sum).toBe(entities.length)
  })

  it('is a filter like any line of the legend, in an address too', () => {
    const value = 'region: Norrvik'
    const query = marked([], 'trait', value, 'only')
    expect(printQuery(query)).toBe('trait:="region: Norrvik"')
    expect(parseQuery(printQuery(query))).toEqual(query)
    expect(markOf(query, 'trait', value)).toBe('only')
    expect(marked(query, 'trait', value, 'off')).toEqual([])
  })
})

describe('the ramp', () => {
  const values = Float64Array.from(model.names, (_, i) => (i === 0 ? Number.NaN : i))
  const ramp = rampOf(model, 'mentions', values, all)!

  it('runs from the least to the most of the shown names, and tells how many have none', () => {
    const has = (index: number) => index !== 0 && model.names[index]!.kind === 'entity'
    const indexes = model.names.map(({ index }) => index).filter(has)
    expect(ramp).toMatchObject({ least: Math.min(...indexes), most: Math.max(...indexes) })
    expect(ramp.without).toBe(model.names[0]!.kind === 'entity' ? 1 : 0)
    expect(rampOf(model, 'mentions', values, new Uint8Array(all.length))).toBeUndefined()
  })

  it('gives the middle its middle colour, and who has no number the colour of nothing', () => {
    const at = (share: number) => ({ ...ramp, least: 0, most: 100, number: share ? 'confidence' : 'mentions' }) as const
    const names = (even: number, value: number) =>
      shaded(
        model,
        Float64Array.from(values, () => value),
        at(even),
        unsaid,
      ).names.find(({ kind }) => kind === 'entity')!
    expect(names(1, 50).shade).toBe(0.5)
    expect(names(0, 25).shade).toBe(0.5)
    expect(names(0, 1000).shade).toBe(1)
    expect(names(0, Number.NaN)).toMatchObject({ tint: unsaid })
    const content = shaded(model, values, ramp, unsaid).names.filter(({ kind }) => kind !== 'entity')
    for (const { shade, tint } of content) expect([shade, tint]).toEqual([undefined, undefined])
  })
})
