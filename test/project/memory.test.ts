/** A project in memory answers as the same project in a file. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Project, SearchHit, SerializedGraph } from '../../src/model/index.ts'
import { type Analysed, MemoryProject } from '../../src/project/index.ts'
import { openBuild, openProject, type StoredProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'

const documents: readonly Analysed[] = [
  makeDocument('b/second.txt', 'Ann Berg asked Bob Hall to wait. Bob Hall asked Ann Berg to pay the café. It rained.'),
  makeDocument('a/first.txt', 'Eva Lund asked Bob Hall to mend the roof of the boathouse. Nobody waited.', {
    title: 'A roof',
    date: '2019-03-14',
  }),
  makeDocument('c/third.txt', 'The roof was new. The boat was old. Ann Berg asked Eva Lund to wait for the boat.'),
].map(analysed)

const skipped = { uri: 'c/broken.eml', reason: 'no e-mail' }
const queries = [
  ...['ann', 'Bob H', 'roof', 'the roof', 'wait', 'cafe', 'café', 'BOAT', 'nothing at all', '  ', '"]', 'a', 'was n'],
  ...['asker:berg', 'asker:brg to:hall', 'to:lund -about:boat', 'from:="Ann Berg"', 'entity:"eva lund" kind:request'],
  ...['source:none', 'to:none', 'about:roof,boat', 'relation:ask', 'status:open confidence:0.1', 'doc:roof wait'],
  ...[
    'after:2019-03 before:2020',
    'roof -boathouse',
    '"the roof"',
    '"the roo"',
    'bethouse',
    '-ann',
    'type:Person boat',
  ],
]

describe('a project in memory', () => {
  let stored: StoredProject
  const memory = new MemoryProject('letters')

  beforeAll(async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'demarche-memory-')), 'letters.demarche')
    const build = await openBuild(path, { engine: 'test', wait: 0 })
    // hits that are equally good come as they were stored: here in the order in which a project tells of them
    for (const one of [...documents].sort((a, b) => (a.document.uri < b.document.uri ? -1 : 1))) build.put(one)
    build.finish(['.'], [skipped])
    build.close()
    stored = await openProject(path)
    for (const one of documents) memory.put(one)
    memory.skip(skipped)
  })
  afterAll(() => stored?.close())

  const same = (ask: (project: Project) => unknown) => expect(ask(memory)).toEqual(ask(stored))
  const found = (project: Project, query: string) => project.search(query, 30).hits.map(keyOf)

  it('counts the same', () => {
    const { built, ...info } = memory.info()
    const { built: _, ...expected } = stored.info()
    expect(info).toEqual(expected)
    expect(Number.isNaN(Date.parse(built!))).toBe(false)
  })

  it('draws the same graphs', () => {
    // a project file has no order but that of its keys
    const byKey = <Row extends { readonly key: string }>(rows: readonly Row[]) =>
      [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))
    const drawn = ({ attributes: { built: _built, ...attributes }, options, nodes, edges }: SerializedGraph) => ({
      ...{ attributes, options, nodes: byKey(nodes), edges: byKey(edges) },
    })
    same((project) => drawn(project.graph('actors')))
    same((project) => drawn(project.graph('frames')))
  })

  it('tells of the same documents, in the same order', () => {
    same((project) => project.documents())
    same((project) => project.documents().map(({ id }) => project.document(id)))
    same((project) => project.document('none'))
  })

  it('gives the same statements to every question', () => {
    const entities = memory.graph('actors').nodes.map(({ key }) => key)
    const ids = memory.statements({}).rows.map(({ statement }) => statement.id)
    const [one] = memory.documents()
    same((project) => project.statements({}))
    same((project) => project.statements({ offset: 1, limit: 2 }))
    same((project) => project.statements({ document: one!.id }))
    same((project) => project.statements({ ids: [ids[2]!, ids[0]!, 'none'] }))
    for (const entity of [...entities, 'none']) {
      same((project) => project.statements({ entity }))
      same((project) => project.statements({ entity, document: one!.id }))
    }
  })

  it('knows the same entities', () => {
    for (const { key } of memory.graph('actors').nodes) {
      const mentions = (project: Project) =>
        [...(project.entity(key)?.mentions ?? [])].sort((a, b) =>
          a.document === b.document ? a.start - b.start : a.document < b.document ? -1 : 1,
        )
      same((project) => ({ ...project.entity(key), mentions: mentions(project) }))
    }
  })

  it.each(queries)('finds the same for %j, in the same order', (query) => {
    expect(found(memory, query)).toEqual(found(stored, query))
  })

  it.each(queries)('counts and lists the same for %j', (query) => {
    same((project) => project.search(query, 3).totals)
    same((project) => project.search(query, 3).respelled)
    same((project) => project.matching(query))
    same((project) => project.statements({ q: query, limit: 2, offset: 1 }))
  })

  it('has the same facts for filters', () => {
    same((project) => project.facts())
  })

  it('shows what is added later', () => {
    const growing = new MemoryProject('growing')
    expect(growing.info()).toMatchObject({ documents: 0, statements: 0 })
    expect(growing.graph('actors').nodes).toEqual([])
    expect(growing.search('ann', 5).hits).toEqual([])
    growing.put(documents[0]!)
    expect(growing.info()).toMatchObject({ documents: 1, statements: 2 })
    expect(
      growing
        .graph('actors')
        .nodes.map(({ attributes }) => attributes.label)
        .sort(),
    ).toEqual(['Ann Berg', 'Bob Hall'])
    expect(growing.search('ann', 5).hits.length).toBeGreaterThan(0)
  })

  it('refuses a quotation that does not stand in its text', () => {
    const [first] = documents
    const wrong = { ...first!, document: { ...first!.document, text: first!.document.text.replace('wait', 'walk') } }
    expect(() => new MemoryProject('wrong').put(wrong)).toThrow(/does not stand at/)
  })
})

const keyOf = (hit: SearchHit): string =>
  hit.kind === 'entity'
    ? hit.name
    : hit.kind === 'statement'
      ? hit.row.statement.id
      : `${hit.document.uri} ${hit.span.start}`
