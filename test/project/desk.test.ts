/** Decisions on a project in memory come to the same as on a project file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Wish } from '../../src/decisions/index.ts'
import { MemoryDesk } from '../../src/project/desk.ts'
import { MemoryProject } from '../../src/project/index.ts'
import { DecisionDesk, openBuild, openProject } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'demarche-memory-desk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const documents = [
  makeDocument('1.txt', 'Ann Lee asked Bob Day to wait for the ferry. Bob Day asked Cy Orr to sign the lease.', {
    date: '2020-03-01',
  }),
  makeDocument('2.txt', 'Anna Lee asked Bob Day to go to the harbour office. Cy Orr asked Anna Lee to pay.'),
  makeDocument('3.txt', 'Ann Lee asked Bob Day to leave the pilot house. Dee Fox asked Ann Lee to stay.'),
].map(analysed)

function inMemory() {
  const project = new MemoryProject('letters')
  for (const document of documents) project.put(document)
  const id = (name: string) => project.entities().find((entity) => entity.name === name)!.id
  return { project, desk: new MemoryDesk(project), id }
}

it('gives the graph, the ties within documents and the portraits that a project file gives', async () => {
  const path = join(folder, 'letters.demarche')
  const build = await openBuild(path, { engine: 'test', wait: 0 })
  for (const document of documents) build.put(document)
  build.finish(['letters'], [])
  build.close()
  const { project, desk, id } = inMemory()
  const [pair] = desk.suggestions()
  expect(new Set([pair!.a, pair!.b])).toEqual(new Set([id('Ann Lee'), id('Anna Lee')]))
  const [bob, ann] = [id('Bob Day'), id('Ann Lee')]
  const places = project.entity(bob)!.mentions.slice(0, 1)
  const [first, second] = project.statements({}).rows.map(({ statement }) => statement.id)
  const wishes: readonly Wish[] = [
    { what: 'merge', entities: [ann, id('Anna Lee')], name: 'Ann Lee the elder' },
    { what: 'retype', entity: id('Cy Orr'), type: 'Company' },
    { what: 'split', entity: bob, mentions: places, name: 'Another Day' },
    { what: 'delete', entity: id('Dee Fox') },
    { what: 'reject', statement: first! },
    { what: 'accept', statement: second! },
  ]
  for (const wish of wishes) expect(desk.decide([wish], 'me').map(({ state }) => state)).toEqual(['holds'])
  const stored = await openProject(path)
  try {
    const log = desk.list().map(({ decision }) => decision)
    await new DecisionDesk(path, stored).take(log)
    const same = <T>(ask: (of: MemoryProject | typeof stored) => T) => expect(ask(project)).toEqual(ask(stored))
    const byKey = <Row extends { readonly key: string }>(rows: readonly Row[]) =>
      [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))
    // places and the numbers of groups depend on the order of the entities, which means nothing
    const said = ({ nodes, edges }: ReturnType<typeof project.graph>) => ({
      nodes: byKey(
        nodes.map(({ key, attributes: { x: _, y: __, community: ___, ...attributes } }) => ({ key, attributes })),
      ),
      edges: byKey(edges),
    })
    same((of) => said(of.graph('actors')))
    same((of) => of.statements({}).rows.map(({ statement, outcome }) => ({ statement, outcome })))
    for (const entity of project.entities()) {
      same((of) => of.entity(entity.id))
      same((of) => of.chains(entity.id))
      same((of) => of.portrait(entity.id))
    }
  } finally {
    stored.close()
  }
})

it('is what it was when everything is undone', () => {
  const { project, desk, id } = inMemory()
  const before = project.graph('actors')
  desk.decide([{ what: 'merge', entities: [id('Ann Lee'), id('Anna Lee')] }], '')
  expect(project.graph('actors').nodes).toHaveLength(before.nodes.length - 1)
  desk.decide([{ what: 'undo', undoes: desk.list()[0]!.decision.id }], '')
  expect(project.graph('actors')).toEqual(before)
  expect(desk.suggestions()).toHaveLength(1)
})

it('keeps nothing of a wish that makes no sense', () => {
  const { desk, id } = inMemory()
  expect(() => desk.decide([{ what: 'rename', entity: id('Ann Lee'), name: '' }], '')).toThrow()
  expect(desk.list()).toEqual([])
})
