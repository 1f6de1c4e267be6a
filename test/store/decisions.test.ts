/** Decisions on a project file: kept before they are answered, replayed by every build, taken back to the letter. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wish } from '../../src/decisions/index.ts'
import { type Document, documentId } from '../../src/model/index.ts'
import { DecisionDesk, logPath, openBuild, openProject, type StoredProject, settle } from '../../src/store/index.ts'
import { analysed, makeDocument } from './fixtures.ts'

let folder: string
let path: string
let open: StoredProject[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-decisions-'))
  path = join(folder, 'letters.demarche')
  open = []
})
afterEach(() => {
  for (const project of open) project.close()
  rmSync(folder, { recursive: true, force: true })
})

async function build(documents: readonly Document[], file = path) {
  const work = await openBuild(file, { engine: 'test', wait: 0 })
  try {
    for (const document of documents) if (!work.has(document)) work.put(analysed(document))
    return work.finish(['letters'], [])
  } finally {
    work.close()
  }
}

async function reader(file = path): Promise<StoredProject> {
  const project = await openProject(file)
  open.push(project)
  return project
}
async function desk(): Promise<{ desk: DecisionDesk; project: StoredProject }> {
  const project = await reader()
  return { desk: new DecisionDesk(path, project), project }
}

/** All that a project tells, but for when it was built and what was decided. */
function tell(project: StoredProject): string {
  const { built: _, decisions: __, ...info } = project.info()
  const names = project.search('a', 50).hits.filter(({ kind }) => kind === 'entity')
  return JSON.stringify({
    info,
    documents: project.documents().map(({ id, statements }) => [project.document(id), statements]),
    statements: project.statements({}),
    entities: project.entities().map(({ id }) => [project.entity(id), project.statements({ entity: id }).total]),
    actors: project.graph('actors'),
    frames: project.graph('frames'),
    facts: project.facts(),
    names,
  })
}

/** Fails with what differs, and not with the whole project. */
function expectSame(one: string, other: string): void {
  if (one === other) return
  let at = 0
  while (one[at] === other[at]) at++
  const from = Math.max(0, at - 200)
  expect(one.slice(from, at + 100)).toBe(other.slice(from, at + 100))
}

const idOf = (project: StoredProject, name: string): string => {
  const found = project.entities().find((entity) => entity.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found.id
}
const labels = (project: StoredProject) =>
  project
    .graph('actors')
    .nodes.map(({ attributes }) => attributes.label)
    .sort()

const letters = [
  makeDocument('a.txt', 'Ann Lov asked Bob Day to wait. Bob Day asked Cy Orr to sign the lease.'),
  makeDocument('b.txt', 'Anna Lov asked Bob Day to go. Cy Orr asked Anna Lov to pay.'),
  makeDocument('c.txt', 'Ann Lov asked Dee Fox to leave. Dee Fox asked Ann Lov to stay.'),
]

describe('a decision on a project file', () => {
  it('shows at once in graph, search, documents and statements, and moves no other node', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const before = new Map(project.graph('actors').nodes.map(({ key, attributes: { x, y } }) => [key, [x, y]]))
    const [ann, anna] = [idOf(project, 'Ann Lov'), idOf(project, 'Anna Lov')]
    const { decided, pending } = await table.decide([{ what: 'merge', entities: [ann, anna], why: 'same hand' }], 'zoe')
    expect(pending).toBe(false)
    expect(decided).toMatchObject([{ state: 'holds', entities: [ann], decision: { who: 'zoe', why: 'same hand' } }])
    expect(labels(project)).toEqual(['Ann Lov', 'Bob Day', 'Cy Orr', 'Dee Fox'])
    expect(project.entity(anna)).toMatchObject({ id: ann, aliases: ['Ann Lov', 'Anna Lov'] })
    expect(project.entity(ann)!.mentions).toHaveLength(5)
    expect(project.statements({ entity: ann }).total).toBe(5)
    expect(project.search('anna', 5).hits[0]).toMatchObject({ kind: 'entity', id: ann, mentions: 5 })
    expect(project.document(documentId('b.txt'))!.marks[0]).toMatchObject({ entity: ann, name: 'Ann Lov' })
    expect(project.info()).toMatchObject({ entities: 4, decisions: { total: 1, troubled: [], faults: [] } })
    for (const { key, attributes } of project.graph('actors').nodes)
      expect([attributes.x, attributes.y]).toEqual(before.get(key))
  })

  it('is a line beside the project that a new build replays, and reports where its words are gone', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    await table.decide([{ what: 'rename', entity: idOf(project, 'Dee Fox'), name: 'Diana Fox' }])
    await table.decide([
      { what: 'reject', statement: project.statements({ document: documentId('b.txt') }).rows[0]!.statement.id },
    ])
    const lines = readFileSync(logPath(path), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).what)).toEqual(['rename', 'reject'])
    const changed = [letters[0]!, makeDocument('c.txt', `It rained. ${letters[2]!.text}`)]
    await build(changed)
    expect(labels(project)).toContain('Diana Fox')
    expect(project.info().decisions).toMatchObject({
      total: 2,
      troubled: [{ what: 'reject', reason: 'the document b.txt is not in the project' }],
    })
    // and back again when the document is
    await build(letters)
    expect(project.info().decisions!.troubled).toEqual([])
    expect(project.statements({ document: documentId('b.txt') }).total).toBe(1)
    expect(project.documents()[1]).toMatchObject({ uri: 'b.txt', statements: 1 })
  })

  it('that takes away the last statement harms none that a later build reads', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const { rows } = project.statements({})
    const last = rows.at(-1)!.statement
    await table.decide([{ what: 'reject', statement: last.id }])
    const more = makeDocument('d.txt', 'Eve Fox asked Ann Lov to sing.')
    await build([...letters, more])
    expect(project.statements({ document: more.id }).total).toBe(1)
    expect(project.statements({}).total).toBe(rows.length)
    expect(project.statements({ entity: idOf(project, 'Eve Fox') }).total).toBe(1)
    expect(project.statements({ entity: idOf(project, 'Dee Fox') }).total).toBe(1)
  })

  it('of two writers at the same time none is lost', async () => {
    await build(letters)
    const [one, other] = [await desk(), await desk()]
    const names = Array.from({ length: 8 }, (_, i) => `N${i}`)
    const id = idOf(one.project, 'Bob Day')
    await Promise.all(
      names.map((name, i) => (i % 2 ? one : other).desk.decide([{ what: 'rename', entity: id, name }], `w${i % 2}`)),
    )
    const { decided } = one.desk.list()
    expect(decided.map(({ decision }) => 'name' in decision && decision.name).sort()).toEqual(names)
    expect(new Set(decided.map(({ decision }) => decision.when)).size).toBe(8)
    const last = decided.at(-1)!.decision
    expect(one.project.entity(id)!.name).toBe('name' in last && last.name)
  })

  it('is kept whole after a writer that died in the middle of a line, whose half is told of', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    await table.decide([{ what: 'rename', entity: idOf(project, 'Bob Day'), name: 'Robert Day' }])
    appendFileSync(logPath(path), '{"id":"half","who":"zo')
    await table.decide([{ what: 'rename', entity: idOf(project, 'Cy Orr'), name: 'Cyril Orr' }])
    const { decided, faults } = table.list()
    expect(decided.map(({ state }) => state)).toEqual(['holds', 'holds'])
    expect(faults).toEqual([{ line: 2, reason: 'no JSON' }])
    expect(project.info().decisions!.faults).toEqual(faults)
  })

  it('made while a build runs is kept, and the build takes it in', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const running = await openBuild(path, { engine: 'test', wait: 0 })
    for (const document of letters) if (!running.has(document)) running.put(analysed(document))
    const { pending } = await table.decide([{ what: 'rename', entity: idOf(project, 'Bob Day'), name: 'Robert Day' }])
    expect(pending).toBe(true)
    running.finish(['letters'], [])
    running.close()
    expect(labels(project)).toContain('Robert Day')
  })

  it('that somebody put into the log by hand, or took out, is followed when the project is opened', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const before = tell(project)
    await table.decide([{ what: 'merge', entities: [idOf(project, 'Ann Lov'), idOf(project, 'Bob Day')] }])
    const log = readFileSync(logPath(path))
    writeFileSync(logPath(path), '')
    await settle(path, 1000)
    expectSame(tell(project), before)
    writeFileSync(logPath(path), log)
    await settle(path, 1000)
    expect(labels(project)).toEqual(['Ann Lov', 'Anna Lov', 'Cy Orr', 'Dee Fox'])
  })

  it('for what there is not is refused, and nothing is kept', async () => {
    await build(letters)
    const { desk: table } = await desk()
    await expect(table.decide([{ what: 'delete', entity: 'none' }])).rejects.toThrow('no entity "none"')
    await expect(table.decide([{ what: 'undo', undoes: 'none' }])).rejects.toThrow('no decision "none"')
    expect(table.list().decided).toEqual([])
  })

  it('takes a pair out of the suggestions, or puts it last', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const [ann, anna] = [idOf(project, 'Ann Lov'), idOf(project, 'Anna Lov')]
    const about = () => table.suggestions().filter(({ a, b }) => [a, b].includes(ann) && [a, b].includes(anna))
    expect(about()).toMatchObject([{ unsure: false, score: expect.any(Number), reasons: [{ kind: 'name' }, {}] }])
    await table.decide([{ what: 'unsure', entities: [ann, anna] }])
    expect(about()).toMatchObject([{ unsure: true }])
    const { decided } = await table.decide([{ what: 'apart', entities: [ann, anna] }])
    expect(about()).toEqual([])
    await table.decide([{ what: 'undo', undoes: decided[0]!.decision.id }])
    expect(about()).toHaveLength(1)
    await table.decide([{ what: 'merge', entities: [ann, anna] }])
    expect(about()).toEqual([])
  })

  it('says why mentions are one, and draws a portrait of who is to be judged', async () => {
    await build(letters)
    const { desk: table, project } = await desk()
    const [ann, anna] = [idOf(project, 'Ann Lov'), idOf(project, 'Anna Lov')]
    await table.decide([{ what: 'merge', entities: [ann, anna] }])
    expect(
      table.chains(ann).map(({ document, name, by, mentions }) => [document.uri, name, by, mentions.length]),
    ).toEqual([
      ['a.txt', 'Ann Lov', 'own', 1],
      ['b.txt', 'Anna Lov', 'decision', 2],
      ['c.txt', 'Ann Lov', 'own', 2],
    ])
    const portrait = table.portrait(ann)!
    expect(portrait).toMatchObject({ mentions: 5, documents: 3, statements: 5 })
    expect(portrait.sentences.map(({ sentence }) => sentence.text).slice(0, 3)).toEqual([
      'Ann Lov asked Bob Day to wait.',
      'Anna Lov asked Bob Day to go.',
      'Ann Lov asked Dee Fox to leave.',
    ])
    expect(portrait.company.map(({ name, statements }) => [name, statements])).toEqual(
      expect.arrayContaining([
        ['Bob Day', 2],
        ['Dee Fox', 2],
        ['Cy Orr', 1],
      ]),
    )
  })
})

describe('any decisions on a project file', () => {
  const wish = fc.record({
    what: fc.constantFrom('merge', 'split', 'rename', 'delete', 'reject', 'edit', 'add', 'apart', 'accept'),
    a: fc.nat(1000),
    b: fc.nat(1000),
  })
  const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

  function wishOf(project: StoredProject, { what, a, b }: { what: string; a: number; b: number }): Wish | undefined {
    const entities = project.entities()
    const { rows } = project.statements({})
    const [one, other] = [pick(entities, a), pick(entities, b)]
    if (!one || !other || rows.length === 0) return undefined
    const { statement, document } = pick(rows, a)
    switch (what) {
      case 'merge':
      case 'apart':
        return one === other ? undefined : { what, entities: [one.id, other.id] }
      case 'split':
        return { what, entity: one.id, mentions: one.mentions.slice(0, 1 + (b % one.mentions.length)) }
      case 'rename':
        return { what, entity: one.id, name: `N${b % 3}` }
      case 'delete':
        return { what, entity: one.id }
      case 'reject':
      case 'accept':
        return { what, statement: statement.id }
      case 'edit': {
        const { start, end } = pick(rows, b).statement.predicate
        return pick(rows, b).document.id === document.id
          ? { what, statement: statement.id, roles: { addressee: [{ start, end }] }, polarity: 'negative' }
          : undefined
      }
      default: {
        const { start, end } = statement.predicate
        const roles = { speaker: [{ start: 0, end: 3 }], message: [{ start, end }] }
        return {
          what: 'add',
          document: document.id,
          kind: 'request',
          relation: 'beg',
          predicate: { start, end },
          roles,
        }
      }
    }
  }

  it('undone one by one give the very project before; built from nothing, the project after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 6 }), async (wishes) => {
        rmSync(path, { force: true })
        rmSync(logPath(path), { force: true })
        await build(letters)
        const { desk: table, project } = await desk()
        const before = tell(project)
        const ids: string[] = []
        for (const one of wishes) {
          const made = wishOf(project, one)
          if (made) ids.push((await table.decide([made])).decided[0]!.decision.id)
        }
        const after = tell(project)
        const clean = join(folder, 'clean.demarche')
        for (const file of [clean, logPath(clean)]) rmSync(file, { force: true })
        if (ids.length) writeFileSync(logPath(clean), readFileSync(logPath(path)))
        await build([...letters].reverse(), clean)
        expectSame(tell(await reader(clean)).replaceAll('"clean"', '"letters"'), after)
        await build([letters[0]!, makeDocument('d.txt', 'Eve Fox asked Ann Lov to sing.')])
        await build(letters)
        expectSame(tell(project), after)
        for (const id of ids.reverse()) await table.decide([{ what: 'undo', undoes: id }])
        expectSame(tell(project), before)
      }),
      { numRuns: 8 },
    )
  }, 300_000)
})
