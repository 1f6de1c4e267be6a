import { beforeAll, describe, expect, it } from 'vitest'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { resolveEntities } from '../../src/entities/index.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { NameList } from '../../src/lexicon/listed.ts'
import { type Document, type Entity, type ListedName, stableId } from '../../src/model/index.ts'
import { type Engine, extract } from '../../src/pipeline.ts'

let engine: Engine
beforeAll(async () => {
  engine = { annotator: await loadNodeAnnotator(), patterns: loadPatterns() }
})

const entry = (name: string, more: Partial<ListedName> = {}): ListedName => ({ id: name, name, aliases: [], ...more })

function entitiesOf(text: string, list: readonly ListedName[]): readonly Entity[] {
  const document: Document = { id: stableId('d', text), uri: 'page.txt', text, format: 'text' }
  return extract(document, { ...engine, listed: new NameList(list) }).entities
}

describe('the user’s own names', () => {
  it('are found where the recognizer sees none, with their type', () => {
    const text = 'The harbour master wrote to the Good Hope on Friday.'
    const found = entitiesOf(text, [entry('Good Hope', { type: 'Work' })]).find(({ listed }) => listed === 'Good Hope')
    expect(found).toMatchObject({ name: 'Good Hope', type: 'Work' })
    expect(found!.mentions.map((mention) => mention.text)).toEqual(['the Good Hope'])
  })

  it('are one thing by all their aliases, over documents that share nothing else', () => {
    const list = [entry('Tova Orlen', { aliases: ['the Admiral', 'T. O.'], type: 'Person', id: 'p1' })]
    const locals = [
      'Tova Orlen asked the mayor to wait.',
      'On Monday the Admiral urged the court to act.',
      'Fishermen begged T. O. for help.',
    ].flatMap((text) => entitiesOf(text, list))
    const resolved = resolveEntities(locals)
    const ids = locals.filter(({ listed }) => listed === 'p1').map(({ id }) => resolved.get(id)!)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatchObject({ name: 'Tova Orlen', type: 'Person', listed: 'p1' })
  })

  it('leave a longer name alone, and small letters that the list does not write', () => {
    const list = [entry('Orlen', { type: 'Company' }), entry('Harbour', { type: 'Company' })]
    const found = entitiesOf('Tova Orlen asked the harbour to wait.', list)
    expect(found.filter(({ listed }) => listed)).toEqual([])
  })

  it('mean nobody where two of the list have the name', () => {
    const list = [entry('Tova Orlen', { id: '1' }), entry('T. Orlen', { id: '2', aliases: ['Tova Orlen'] })]
    expect(entitiesOf('Tova Orlen asked the mayor to wait.', list).filter(({ listed }) => listed)).toEqual([])
  })
})

describe('identifiers from a file', () => {
  const named = (document: string, name: string, type: Entity['type']): Entity => ({
    id: `${document} ${name}`,
    name,
    type,
    aliases: [name],
    mentions: [{ document, sentence: 0, start: 0, end: 1, text: name, kind: 'NAM' }],
  })
  const identifiers = [
    entry('Tova Orlen', { id: 'Q1', type: 'Person' }),
    entry('Skarvik', { id: 'Q2', type: 'Place' }),
    entry('Bruvoll', { id: 'Q3', type: 'Company' }),
    entry('Bruvoll', { id: 'Q4', type: 'Company' }),
    entry('Eidsund', { id: 'Q5' }),
  ]
  const idOf = (name: string, type: Entity['type']) =>
    resolveEntities([named('one', name, type)], { identifiers })
      .get(`one ${name}`)!
      .properties?.find((property) => property.name === 'id')?.value

  it('are given where name and type agree and one thing fits', () => {
    expect(idOf('Tova Orlen', 'Person')).toBe('Q1')
    expect(idOf('Skarvik', 'Place')).toBe('Q2')
  })

  it('are not given to another kind of thing, to two, or without a type', () => {
    expect(idOf('Skarvik', 'Person')).toBeUndefined()
    expect(idOf('Bruvoll', 'Company')).toBeUndefined()
    expect(idOf('Eidsund', 'Place')).toBeUndefined()
  })
})
