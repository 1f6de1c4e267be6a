import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DemarcheError, QueryError, StoreError } from '../../src/errors.ts'
import type { Document } from '../../src/model/index.ts'
import { openBuild, openProject } from '../../src/store/index.ts'
import { analysed, digest, makeDocument } from './fixtures.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-store-'))
  path = join(folder, 'letters.demarche')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const options = { engine: 'test', wait: 0 }

/** What a command does; `stop`: dies after so many documents. Gives the documents analysed anew. */
async function build(documents: readonly Document[], { file = path, engine = 'test', stop = Infinity } = {}) {
  const work = await openBuild(file, { engine, wait: 0 })
  const fresh: string[] = []
  try {
    for (const document of documents) {
      if (fresh.length >= stop) return { fresh, changes: undefined }
      if (work.has(document)) continue
      work.put(analysed(document))
      fresh.push(document.uri)
    }
    return { fresh, changes: work.finish(['letters'], []) }
  } finally {
    work.close()
  }
}

async function digestOf(file = path) {
  const project = await openProject(file)
  try {
    return digest(project)
  } finally {
    project.close()
  }
}

const letters = [
  makeDocument('b.txt', 'Ann Lee asked Bob Day to wait. Nobody came.', { title: 'B', date: '2020-01-02' }),
  makeDocument('a.txt', 'Bob Day asked Cy Orr to sign the lease.'),
  makeDocument('c.txt', 'Ann Lee asked Cy Orr to leave. Ann Lee asked Bob Day to stay.'),
]

describe('a build', () => {
  it('stores documents, and a second one analyses nothing again', async () => {
    expect((await build(letters)).changes).toEqual({ added: 3, kept: 0, removed: 0 })
    const before = await digestOf()
    expect(await build(letters)).toEqual({ fresh: [], changes: { added: 0, kept: 3, removed: 0 } })
    expect(await digestOf()).toBe(before)
  })

  it('analyses a changed document again, forgets one that is gone, and keeps the rest', async () => {
    await build(letters)
    const changed = makeDocument('a.txt', 'Bob Day asked Cy Orr to burn the lease.')
    const { fresh, changes } = await build([letters[0]!, changed])
    expect(fresh).toEqual(['a.txt'])
    expect(changes).toEqual({ added: 1, kept: 1, removed: 1 })
    const project = await openProject(path)
    expect(project.documents().map(({ uri }) => uri)).toEqual(['a.txt', 'b.txt'])
    expect(project.search('burn', 10).hits).toHaveLength(2)
    expect(project.search('sign', 10).hits).toEqual([])
    project.close()
  })

  it('analyses everything again when the engine has changed', async () => {
    await build(letters)
    expect((await build(letters, { engine: 'newer' })).fresh).toHaveLength(3)
  })

  it('does not depend on the order of the documents', async () => {
    await build(letters)
    const before = await digestOf()
    rmSync(path)
    await build([...letters].reverse())
    expect(await digestOf()).toBe(before)
  })

  it('that stops shows nothing of itself, and the next one goes on where it stopped', async () => {
    await build(letters.slice(0, 1))
    const before = await digestOf()
    const changed = letters.map(({ uri, text }) => makeDocument(uri, `${text} Dee Fox asked Ann Lee to come.`))
    await build(changed, { stop: 2 })
    expect(await digestOf()).toBe(before)
    expect((await build(changed)).fresh).toEqual(['c.txt'])
    const after = await digestOf()
    rmSync(path)
    await build(changed)
    expect(await digestOf()).toBe(after)
  })

  it('any sequence of changes gives what a clean build gives', async () => {
    const texts = ['Ann Lee asked Bob Day to wait.', 'Bob Day asked Ann Lee to go.', 'Nobody came.', '']
    const state = fc.dictionary(fc.constantFrom('a.txt', 'b.txt', 'c.txt'), fc.constantFrom(...texts), { maxKeys: 3 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(state, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 4 }),
        async (states) => {
          rmSync(path, { force: true })
          let documents: Document[] = []
          for (const [files, stop] of states) {
            documents = Object.entries(files).map(([uri, text]) => makeDocument(uri, text))
            await build(documents, { stop: stop === 4 ? Infinity : stop })
          }
          await build(documents)
          const incremental = await digestOf()
          rmSync(path)
          await build(documents)
          expect(await digestOf()).toBe(incremental)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('refuses a statement whose quotation does not stand in the text', async () => {
    const work = await openBuild(path, options)
    const result = analysed(letters[0]!)
    const [statement] = result.statements
    const wrong = { ...statement!, predicate: { ...statement!.predicate, start: 3 } }
    expect(() => work.put({ ...result, statements: [wrong] })).toThrow(DemarcheError)
    work.close()
  })

  it('refuses to run while another one runs, and says which', async () => {
    const first = await openBuild(path, options)
    await expect(openBuild(path, options)).rejects.toThrow(
      new RegExp(`process ${process.pid}, since .* is building it`),
    )
    first.close()
    const second = await openBuild(path, options)
    second.close()
  })

  it('shows its result to whoever has the project open', async () => {
    await build(letters.slice(0, 1))
    const project = await openProject(path)
    expect(project.info().documents).toBe(1)
    await build(letters)
    expect(project.info().documents).toBe(3)
    expect(project.documents()).toHaveLength(3)
    project.close()
  })

  it('remembers what was skipped, and the sources', async () => {
    const work = await openBuild(path, options)
    work.finish(['x', 'y'], [{ uri: 'x/a.pdf', reason: 'no reader' }])
    expect(work.sources()).toEqual(['x', 'y'])
    work.close()
    const project = await openProject(path)
    expect(project.info()).toMatchObject({
      name: 'letters',
      documents: 0,
      skipped: [{ uri: 'x/a.pdf', reason: 'no reader' }],
    })
    project.close()
  })
})

describe('a project', () => {
  it('ties entities across documents and answers all that the explorer asks', async () => {
    await build(letters)
    const project = await openProject(path)
    const info = project.info()
    expect(info).toMatchObject({ name: 'letters', documents: 3, sentences: 5, statements: 4, entities: 3 })
    expect(info.built).toMatch(/^\d{4}-\d\d-\d\dT/)

    const [hit] = project.search('ann le', 20).hits
    expect(hit).toMatchObject({ kind: 'entity', name: 'Ann Lee', mentions: 3 })
    const ann = project.entity((hit as { id: string }).id)!
    expect(new Set(ann.mentions.map(({ document }) => document)).size).toBe(2)

    const about = project.statements({ entity: ann.id })
    expect(about.total).toBe(3)
    expect(about.rows.map(({ document }) => document.uri)).toEqual(['b.txt', 'c.txt', 'c.txt'])
    expect(about.rows.every(({ statement }) => statement.roles.speaker![0]!.entity!.id === ann.id)).toBe(true)
    expect(project.statements({ entity: ann.id, offset: 1, limit: 1 }).rows).toEqual([about.rows[1]])
    const ids = about.rows.map(({ statement }) => statement.id)
    expect(project.statements({ ids }).rows).toEqual(about.rows)
    expect(project.statements({ ids: [] })).toEqual({ total: 0, rows: [] })
    expect(project.statements({ document: letters[1]!.id }).total).toBe(1)

    const view = project.document(letters[0]!.id)!
    expect(view.document).toEqual(letters[0])
    expect(view.sentences.map(({ start, end }) => view.document.text.slice(start, end))).toEqual([
      'Ann Lee asked Bob Day to wait.',
      'Nobody came.',
    ])
    expect(view.marks.map(({ start, end, name }) => [view.document.text.slice(start, end), name])).toEqual([
      ['Ann Lee', 'Ann Lee'],
      ['Bob Day', 'Bob Day'],
    ])
    expect(view.statements).toHaveLength(1)
    expect(project.documents()[1]).toEqual({
      id: letters[0]!.id,
      uri: 'b.txt',
      title: 'B',
      date: '2020-01-02',
      sentences: 2,
      statements: 1,
    })

    const graph = project.graph('actors')
    expect(graph.nodes.map(({ attributes }) => attributes.label).sort()).toEqual(['Ann Lee', 'Bob Day', 'Cy Orr'])
    expect(graph.edges.map(({ attributes }) => attributes.weight).sort()).toEqual([1, 1, 2])
    expect(project.graph('frames').attributes.view).toBe('frames')
    expect(project.document('none')).toBeUndefined()
    expect(project.entity('none')).toBeUndefined()
    project.close()
  })

  it('finds sentences, forgives accents, and takes any query', async () => {
    await build([makeDocument('a.txt', 'The café asked nobody. "Quoted" text NEAR here.')])
    const project = await openProject(path)
    expect(project.search('cafe', 5).hits).toMatchObject([{ kind: 'sentence', text: 'The café asked nobody.' }])
    for (const query of ['"', '""', "'; DROP TABLE documents", 'a AND', 'NEAR(', '*', '\0', '^', '__proto__', '-', ''])
      expect(Array.isArray(project.search(query, 5).hits)).toBe(true)
    expect(() => project.search('text:x', 5)).toThrow(QueryError)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        try {
          return Array.isArray(project.search(query, 5).hits)
        } catch (error) {
          return error instanceof QueryError
        }
      }),
    )
    project.close()
  })

  it('never gives more hits than asked for, and all kinds where there are many', async () => {
    await build([
      makeDocument('a.txt', Array.from({ length: 30 }, (_, i) => `Ann N${i} asked Bob Day to wait.`).join(' ')),
    ])
    const project = await openProject(path)
    for (const limit of [1, 2, 3, 7, 20]) expect(project.search('ann', limit).hits).toHaveLength(limit)
    expect(new Set(project.search('ann', 9).hits.map(({ kind }) => kind)).size).toBe(3)
    project.close()
  })

  it('keeps NUL, a byte-order mark and names that objects have', async () => {
    const odd = makeDocument(
      '__proto__',
      '\ufeffAnn Lee asked \0Bob Day to wait\0. constructor toString asked Ann Lee to go.',
    )
    await build([odd])
    const project = await openProject(path)
    expect(project.document(odd.id)!.document).toEqual(odd)
    expect(project.search('constructor', 5).hits.map(({ kind }) => kind)).toEqual(['entity', 'statement', 'sentence'])
    project.close()
  })
})

describe('a file that is no project', () => {
  it.each([
    ['is missing', () => {}, /does not exist/],
    ['is a text', () => writeFileSync(path, 'Dear Sir or Madam, please find enclosed …'), /no project file/],
    ['is a folder', () => (path = folder), /no project file/],
    [
      'is another database',
      () => {
        const other = new DatabaseSync(path)
        other.exec('CREATE TABLE t (a)')
        other.close()
      },
      /no project file/,
    ],
  ])('which %s is refused with a remedy', async (_, make, message) => {
    make()
    const error = await openProject(path).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StoreError)
    expect((error as StoreError).message).toMatch(message)
    expect((error as StoreError).remedy).not.toBe('')
  })

  it('because its folder is missing says so', async () => {
    await expect(openBuild(join(folder, 'none', 'a.demarche'), options)).rejects.toThrow(/its folder does not exist/)
  })

  it('is not touched by a build', async () => {
    const other = new DatabaseSync(path)
    other.exec('CREATE TABLE t (a)')
    other.close()
    const before = readFileSync(path)
    await expect(openBuild(path, options)).rejects.toThrow(/no project file/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('because a newer version wrote it says so', async () => {
    await build(letters)
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    await expect(openProject(path)).rejects.toThrow(/newer version/)
    await expect(openBuild(path, options)).rejects.toThrow(/newer version/)
  })

  it('because its first build was stopped says so', async () => {
    await build(letters, { stop: 1 })
    await expect(openProject(path)).rejects.toThrow(/has not finished/)
  })

  it('because it is damaged gives StoreErrors and nothing else', async () => {
    await build(letters)
    const whole = join(folder, 'whole')
    copyFileSync(path, whole)
    const size = readFileSync(whole).length
    for (let i = 1; i < 12; i++) {
      copyFileSync(whole, path)
      if (i % 2) truncateSync(path, Math.floor((size * i) / 12))
      else {
        const bytes = readFileSync(path)
        bytes.fill(0xa5, Math.floor((size * i) / 12), Math.floor((size * (i + 1)) / 12))
        writeFileSync(path, bytes)
      }
      const error = await digestOf().then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (error) expect(error).toBeInstanceOf(StoreError)
      else expect(i % 2).toBe(0)
    }
  })
})
