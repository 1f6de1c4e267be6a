import { describe, expect, it } from 'vitest'
import { resolveEntities } from '../../src/entities/index.ts'
import type { Entity, EntityProperty, EntityType } from '../../src/model/index.ts'

/** An entity that a document names once, with what the document says of it. */
const entity = (document: string, name: string, type: EntityType, said: Record<string, string> = {}): Entity => ({
  id: `${document} ${name}`,
  name,
  type,
  aliases: [name],
  mentions: [{ document, sentence: 0, start: 0, end: name.length, text: name, kind: 'NAM' }],
  properties: Object.entries(said).map(
    ([property, value]): EntityProperty => ({
      name: property as EntityProperty['name'],
      value,
      document,
      start: 0,
      end: 1,
    }),
  ),
})

const areOne = (a: Entity, b: Entity, others: readonly Entity[] = [], dates?: ReadonlyMap<string, string>) => {
  const resolved = resolveEntities([a, b, ...others], { ...(dates && { dates }) })
  return resolved.get(a.id) === resolved.get(b.id)
}

const board = (document: string) => entity(document, 'Skarvik Harbour Board', 'Organization')

describe('two of one name', () => {
  it('stay two where the texts give them different countries and other company', () => {
    const kenyan = entity('one', 'Tova Orlen', 'Person', { country: 'Kenya' })
    expect(areOne(kenyan, entity('two', 'Tova Orlen', 'Person', { country: 'Kenya' }))).toBe(true)
    expect(areOne(kenyan, entity('two', 'Tova Orlen', 'Person', { country: 'Peru' }))).toBe(false)
  })

  it('are one where many bear the name only if they keep company', () => {
    const [a, b] = [entity('one', 'John Smith', 'Person'), entity('two', 'John Smith', 'Person')]
    expect(areOne(a, b)).toBe(false)
    expect(areOne(a, b, [board('one'), board('two')])).toBe(true)
  })

  it('are one court only where the country is one', () => {
    const court = (document: string, country: string) => entity(document, 'Supreme Court', 'PublicBody', { country })
    expect(areOne(court('one', 'Kenya'), court('two', 'Kenya'))).toBe(true)
    expect(areOne(court('one', 'Kenya'), court('two', 'Peru'))).toBe(false)
    expect(areOne(court('one', 'Kenya'), entity('two', 'Supreme Court', 'PublicBody'))).toBe(false)
  })

  it('are two towns in two states', () => {
    const town = (document: string, region: string) => entity(document, 'Skarvik', 'Place', { region })
    expect(areOne(town('one', 'Oregon'), town('two', 'Oregon'))).toBe(true)
    expect(areOne(town('one', 'Oregon'), town('two', 'Ohio'))).toBe(false)
  })

  it('are two villages in two districts of one country, but one where the one region holds the other', () => {
    const village = (document: string, region: string) =>
      entity(document, 'Skarvik', 'Place', { region, country: 'Kenya' })
    expect(areOne(village('one', 'Ondal District'), village('two', 'Tarka District'))).toBe(false)
    expect(areOne(village('one', 'Ondal District'), village('two', 'Ondal'))).toBe(true)
    expect(areOne(village('one', 'North Ondal'), village('two', 'Ondal'))).toBe(true)
  })

  it('are two towns of a name that several have, unless their company says where the second lies', () => {
    const town = (document: string, said = {}) => entity(document, 'Skarvik', 'Place', said)
    const [kenyan, other] = [town('one', { country: 'Kenya' }), town('three', { country: 'Peru' })]
    expect(areOne(kenyan, town('two'))).toBe(true)
    expect(areOne(kenyan, town('two'), [other])).toBe(false)
    expect(areOne(kenyan, town('two'), [other, board('one'), board('two')])).toBe(true)
  })

  it('are the chambers of two countries, whatever they were taken for', () => {
    const chamber = (document: string, country: string) =>
      entity(document, 'Chamber', 'Thing', { country, within: 'Chamber of Deputies' })
    expect(areOne(chamber('one', 'Chile'), chamber('two', 'Peru'))).toBe(false)
    expect(areOne(chamber('one', 'Chile'), chamber('two', 'Chile'))).toBe(true)
  })

  it('are prizes that were taken for somebody only in one company', () => {
    const prize = (document: string) => {
      const one = entity(document, 'Golden Skarv', 'Person')
      return { ...one, mentions: [{ ...one.mentions[0]!, text: 'the Golden Skarv' }] }
    }
    expect(areOne(prize('one'), prize('two'))).toBe(false)
    expect(areOne(prize('one'), prize('two'), [board('one'), board('two')])).toBe(true)
  })

  it('are a town and the team, the station, the embassy of which it is but a part of the name', () => {
    const town = entity('one', 'Skarvik', 'Place')
    const part = (within: string) => entity('two', 'Skarvik', 'Place', { within })
    expect(areOne(town, part('Skarvik Rovers'))).toBe(false)
    expect(areOne(part('Skarvik Rovers'), { ...part('Skarvik Rovers'), id: 'three' })).toBe(true)
    expect(areOne(town, entity('two', 'Skarvik', 'Place', { kind: 'team' }))).toBe(false)
    const embassy = (document: string, said = {}) => entity(document, 'U.S. Embassy', 'PublicBody', said)
    expect(areOne(embassy('one'), embassy('two'))).toBe(false)
    const oslo = { within: 'U.S. Embassy in Oslo' }
    expect(areOne(embassy('one', oslo), embassy('two', oslo))).toBe(true)
    expect(areOne(embassy('one', oslo), embassy('two', { within: 'U.S. Embassy in Rome' }))).toBe(false)
  })

  it('are a capital and a town of its name', () => {
    expect(areOne(entity('one', 'Madrid', 'Place'), entity('two', 'Madrid', 'Place', { kind: 'town' }))).toBe(false)
  })

  it('are the parliaments of a country and of a part of it', () => {
    const parliament = (document: string, country: string) => entity(document, 'Parliament', 'PublicBody', { country })
    expect(areOne(parliament('one', 'Scotland'), parliament('two', 'United Kingdom'))).toBe(false)
  })

  it('are not tied by a text that places them in two countries', () => {
    const both = entity('two', 'House of Commons', 'PublicBody')
    const [one, two] = ['Canada', 'United Kingdom'].map((value, at) => ({
      ...{ name: 'country' as const, value, document: 'two', start: at, end: at + 1 },
    }))
    const ambiguous = { ...both, properties: [one!, two!] }
    const house = (document: string, country: string) => entity(document, 'House of Commons', 'PublicBody', { country })
    expect(areOne(house('one', 'Canada'), house('three', 'United Kingdom'), [ambiguous])).toBe(false)
  })

  it('are two editions of which the text gives the years', () => {
    const held = (document: string, year: string) => {
      const one = entity(document, 'Skarvik Convention', 'Event')
      return { ...one, mentions: [{ ...one.mentions[0]!, text: `the ${year} Skarvik Convention` }] }
    }
    const dates = new Map([
      ['one', '2020-08-01'],
      ['two', '2020-08-02'],
    ])
    expect(areOne(held('one', '2020'), held('two', '1972'), [], dates)).toBe(false)
    expect(areOne(held('one', '2020'), held('two', '2020'), [], dates)).toBe(true)
  })

  it('are a ship and the province that it is called after', () => {
    const ship = entity('one', 'Skarvik', 'Place')
    const named = { ...ship, mentions: [{ ...ship.mentions[0]!, text: 'the aircraft carrier Skarvik' }] }
    expect(areOne(named, entity('two', 'Skarvik', 'Place'))).toBe(false)
  })

  it('are things of a name of two words only in one company', () => {
    const band = (document: string) => entity(document, 'New Order', 'Thing')
    expect(areOne(band('one'), band('two'))).toBe(false)
    expect(areOne(band('one'), band('two'), [board('one'), board('two')])).toBe(true)
  })

  it('are two editions in two years', () => {
    const [a, b] = [entity('one', 'Skarvik Cup', 'Event'), entity('two', 'Skarvik Cup', 'Event')]
    const held = (one: string, two: string) =>
      areOne(
        a,
        b,
        [],
        new Map([
          ['one', one],
          ['two', two],
        ]),
      )
    expect(held('2019-05-02', '2019-05-20')).toBe(true)
    expect(held('2019-05-02', '2020-05-03')).toBe(false)
  })

  it('are one whatever the hyphens', () => {
    expect(areOne(entity('one', 'Anna Berg-Moe', 'Person'), entity('two', 'Anna Berg Moe', 'Person'))).toBe(true)
  })

  it('are initials and what some document says they stand for, in one company', () => {
    const long = {
      ...entity('one', 'Union of Ferry Workers', 'Organization'),
      aliases: ['Union of Ferry Workers', 'UFW'],
    }
    const short = entity('two', 'UFW', 'Organization')
    expect(areOne(long, short)).toBe(false)
    expect(areOne(long, short, [board('one'), board('two')])).toBe(true)
  })

  it('are a ship and who it is called after', () => {
    const ship = entity('one', 'Tova Orlen', 'Person')
    const named = { ...ship, mentions: [{ ...ship.mentions[0]!, text: 'the USS Tova Orlen' }] }
    expect(areOne(named, entity('two', 'Tova Orlen', 'Person'))).toBe(false)
  })
})
