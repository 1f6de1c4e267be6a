import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityOf } from '../../src/entities/identity.ts'
import { localEntities, resolveEntities, toStatements } from '../../src/entities/index.ts'
import type { Chain, Document, Entity, EntityType, LinkedFrame, Mention, Sentence } from '../../src/model/index.ts'

const entity = (document: string, name: string, type: EntityType, kind: 'NAM' | 'NOM' = 'NAM'): Entity => ({
  id: `${document} ${name}`,
  name,
  type,
  aliases: [name],
  mentions: [{ document, sentence: 0, start: 0, end: name.length, text: name, kind }],
})

describe('entities of many documents', () => {
  it.each<[string, EntityType, string, EntityType, boolean]>([
    ['Tarvonex Ltd', 'Company', 'Tarvonex', 'Organization', true],
    ['The Hague Post', 'Organization', 'Hague Post', 'Company', true],
    ['Mara Lind', 'Person', 'Mara Lind', 'Person', true],
    ['Lind', 'Person', 'Lind', 'Person', false],
    ['Mara Lind', 'Person', 'Eva Lind', 'Person', false],
    ['UK', 'Place', 'United Kingdom', 'PublicBody', true],
    ['U.S. Congress', 'PublicBody', 'United States Congress', 'PublicBody', true],
    ['Guardian', 'Organization', 'The Guardian', 'Organization', true],
    ['House of Representatives', 'PublicBody', 'House of Representatives', 'PublicBody', false],
    ['Supreme Court', 'PublicBody', 'Supreme Court', 'PublicBody', false],
    ['Wikinews\u200d', 'Organization', 'Wikinews', 'Organization', true],
    ['Jordan', 'Person', 'Jordan', 'Place', false],
  ])('%s (%s) and %s (%s): %s', (a, typeA, b, typeB, same) => {
    const resolved = resolveEntities([entity('one', a, typeA), entity('two', b, typeB)])
    expect(resolved.get(`one ${a}`)!.id === resolved.get(`two ${b}`)!.id).toBe(same)
  })

  it('never merges descriptions of two documents', () => {
    expect(identityOf(entity('one', 'minister of trade', 'Person', 'NOM'))).toBeUndefined()
  })

  it('gives the merged entity all mentions and names', () => {
    const resolved = resolveEntities([entity('b', 'Tarvonex Ltd', 'Company'), entity('a', 'Tarvonex', 'Company')])
    const merged = resolved.get('a Tarvonex')!
    expect(merged).toBe(resolved.get('b Tarvonex Ltd'))
    expect(merged.mentions.map(({ document }) => document)).toEqual(['a', 'b'])
    expect([...merged.aliases].sort()).toEqual(['Tarvonex', 'Tarvonex Ltd'])
  })

  it('does not depend on the order of the documents', () => {
    const names = fc.constantFrom('Tarvonex', 'Tarvonex Ltd', 'Mara Lind', 'Lind', 'UK', 'Britain', 'Bank of Lagos')
    const types = fc.constantFrom<EntityType>('Person', 'Company', 'Organization', 'Place')
    const some = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), names, types), {
      selector: ([document, name]) => `${document} ${name}`,
    })
    fc.assert(
      fc.property(some, (list) => {
        const locals = list.map(([document, name, type]) => entity(document, name, type))
        const there = resolveEntities(locals)
        const back = resolveEntities([...locals].reverse())
        for (const { id } of locals) expect(back.get(id)).toEqual(there.get(id))
      }),
    )
  })
})

const text = 'Lind asked them to wait.'
const document: Document = { id: 'd1', uri: 'a.txt', text, format: 'text' }
const sentence: Sentence = { start: 0, end: text.length, index: 0, paragraph: 0, heading: false, tokens: [], names: [] }
const mention = (id: number, start: number, end: number, head: number, kind: Mention['kind']): Mention => ({
  id,
  start,
  end,
  text: text.slice(start, end),
  sentence: 0,
  first: head,
  last: head + 1,
  head,
  kind,
  type: 'Person',
  number: 'unknown',
  gender: 'unknown',
  definite: true,
  foundBy: 'test',
})
const mentions = [mention(0, 0, 4, 0, 'NAM'), mention(1, 11, 15, 2, 'PRO')]
const chains: Chain[] = [
  { id: 0, mentions: [0], name: 'Lind', type: 'Person', resolved: true },
  { id: 1, mentions: [1], name: 'them', type: 'Group', resolved: false },
]
const frame = (speaker: string): LinkedFrame => ({
  id: 's1',
  kind: 'request',
  name: 'Request',
  relation: 'ask',
  predicate: { text: 'asked', start: 5, end: 10, lemma: 'ask' },
  sentence: 0,
  trigger: 1,
  roles: {
    speaker: [{ text: speaker, start: 0, end: 4, sentence: 0, head: 0 }],
    addressee: [{ text: 'them', start: 11, end: 15, sentence: 0, head: 2 }],
    message: [],
  },
  force: 'ask',
  polarity: 'positive',
  foundBy: 'ask-someone-to',
  features: {},
  factuality: 'actual',
  source: [],
  confidence: 0.9,
  links: [],
})

describe('statements', () => {
  const entities = localEntities(document, mentions, chains)

  it('gives a filler the entity of its head, and an open pronoun none', () => {
    const [statement] = toStatements(document, [sentence], mentions, chains, entities, [frame('Lind')])
    expect(statement!.roles.speaker).toEqual([
      { text: 'Lind', start: 0, end: 4, entity: { id: entities.get(0)!.id, name: 'Lind', type: 'Person' } },
    ])
    expect(statement!.roles.addressee).toEqual([{ text: 'them', start: 11, end: 15 }])
  })

  it('leaves out a role without fillers', () => {
    const [statement] = toStatements(document, [sentence], mentions, chains, entities, [frame('Lind')])
    expect(statement!.roles).not.toHaveProperty('message')
  })

  it('refuses a filler that does not quote the text', () => {
    expect(() => toStatements(document, [sentence], mentions, chains, entities, [frame('Linz')])).toThrow(/"Linz"/)
  })
})
