import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestEntities } from '../../src/entities/index.ts'
import type { Entity, EntityType } from '../../src/model/index.ts'

let made = 0
/** An entity named once in each of the documents. */
const entity = (name: string, type: EntityType, ...documents: string[]): Entity => ({
  id: `e${++made} ${name}`,
  name,
  type,
  aliases: [name],
  mentions: documents.map((document) => ({
    document,
    sentence: 0,
    start: 10 * made,
    end: 10 * made + name.length,
    text: name,
    kind: 'NAM',
  })),
})

/** Whether two entities of two documents, both in the company of one more, are suggested to be one. */
function suggested(a: [string, EntityType], b: [string, EntityType]) {
  const [one, two] = [entity(...a, 'first'), entity(...b, 'second')]
  const company = entity('Harbour Board of Skarvik', 'PublicBody', 'first', 'second')
  return suggestEntities([one, two, company]).find((s) => [s.a, s.b].sort().join() === [one.id, two.id].sort().join())
}

describe('suggestions', () => {
  it.each<[string, EntityType, string, EntityType]>([
    ['Orlen', 'Person', 'Tova Orlen', 'Person'],
    ['T. Orlen', 'Person', 'Tova Orlen', 'Person'],
    ['Bill Orlen', 'Person', 'William Orlen', 'Person'],
    ['Tova Marit Orlen', 'Person', 'Tova Orlen', 'Person'],
    ['Yusuf Kaddafi', 'Person', 'Yousef Qadhafi', 'Person'],
    ['Orlen Tova', 'Person', 'Tova Orlen', 'Person'],
    ['SFA', 'Organization', 'Skarvik Fishing Association', 'Organization'],
    ['Skarvik Holdings', 'Company', 'Skarvik', 'Organization'],
    ['Bruvoll Institute', 'Organization', 'Bruvol Institute', 'Organization'],
  ])('say that %s (%s) may be %s (%s), and why', (a, typeA, b, typeB) => {
    const found = suggested([a, typeA], [b, typeB])
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['name', 'company']))
    expect(found!.reasons.at(-1)!.text).toContain('Harbour Board of Skarvik')
  })

  it.each<[string, EntityType, string, EntityType]>([
    ['Tova Orlen', 'Person', 'Mats Orlen', 'Person'],
    ['Flight 311', 'Thing', 'Flight 312', 'Thing'],
    ['Skarvik Airport', 'Place', 'Skarvik', 'Place'],
    ['2019 Skarvik Regatta', 'Event', 'Skarvik Regatta', 'Event'],
    ['Orlen', 'Person', 'Orlen', 'Place'],
  ])('do not say that %s (%s) may be %s (%s)', (a, typeA, b, typeB) => {
    expect(suggested([a, typeA], [b, typeB])).toBeUndefined()
  })

  it('score two with the same company higher than two without', () => {
    const company = entity('Harbour Board of Skarvik', 'PublicBody', 'first', 'second')
    const found = suggestEntities([
      entity('Orlen', 'Person', 'first'),
      entity('Tova Orlen', 'Person', 'second'),
      entity('Orlen', 'Person', 'third'),
      company,
    ])
    expect(found[0]!.reasons.some(({ kind }) => kind === 'company')).toBe(true)
  })

  it('count nobody as company who is only described', () => {
    const minister = entity('minister', 'Person', 'first', 'second')
    const described = { ...minister, mentions: minister.mentions.map((one) => ({ ...one, kind: 'NOM' as const })) }
    const pair = [entity('Orlen', 'Person', 'first'), entity('Tova Orlen', 'Person', 'second')]
    const [found] = suggestEntities([...pair, described], { least: 0 })
    expect(found!.reasons.map(({ kind }) => kind)).toEqual(['name'])
  })

  it('score a short name the lower the more it may be short for', () => {
    const list = [entity('Orlen', 'Person', 'first'), entity('Tova Orlen', 'Person', 'second')]
    const [alone] = suggestEntities(list, { least: 0 })
    const rivals = suggestEntities([...list, entity('Mats Orlen', 'Person', 'third')], { least: 0 })
    expect(rivals).toHaveLength(2)
    for (const { score } of rivals) expect(score).toBeLessThan(alone!.score)
  })

  it('are four at most for one entity', () => {
    const firsts = ['Tova', 'Mats', 'Ada', 'Bo', 'Eva', 'Karl']
    const list = firsts.map((first, at) => entity(`${first} Orlen`, 'Person', `d${at}`))
    const short = entity('Orlen', 'Person', 'first')
    const found = suggestEntities([...list, short], { least: 0 })
    expect(found.filter(({ a, b }) => a === short.id || b === short.id)).toHaveLength(4)
  })

  it('are the same in whatever order the entities come', () => {
    const names = ['Orlen', 'Tova Orlen', 'T. Orlen', 'Skarvik Holdings', 'Skarvik', 'SH']
    const list = names.flatMap((name, at) => [
      entity(name, at < 3 ? 'Person' : 'Company', `d${at % 2}`),
      entity(name, at < 3 ? 'Person' : 'Company', `d${at % 3}`),
    ])
    const wanted = suggestEntities(list, { least: 0 })
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(suggestEntities(shuffled, { least: 0 })).toEqual(wanted)
      }),
      { numRuns: 20 },
    )
  })

  it('are sorted by their scores, which lie between 0 and 1', () => {
    const scores = suggestEntities(
      ['Orlen', 'Tova Orlen', 'T. Orlen'].map((name, at) => entity(name, 'Person', `d${at}`)),
      { least: 0 },
    ).map(({ score }) => score)
    expect(scores.length).toBeGreaterThan(1)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const score of scores) expect(score > 0 && score < 1).toBe(true)
  })
})
