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
