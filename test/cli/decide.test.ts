import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/store/sqlite.ts'
import { demarche, firstLine, start } from './run.ts'

// each test starts several processes that load the models, on a machine that may be busy
vi.setConfig({ testTimeout: 180_000 })

let folder: string
const log = () => join(folder, 'a.decisions.jsonl')
const letters: Readonly<Record<string, string>> = {
  'letters/1.txt': 'Greta Holm asked the harbour guild to repair the crane. The harbour guild refused to pay.',
  'letters/2.txt': 'G. Holm urged Peder Lund to sell the barge. Peder Lund told Greta Holm to wait.',
  'letters/3.txt': 'Peder Lund asked Greta Holm to return the key.',
}
const build = () => demarche(folder, 'build', 'letters', '-o', 'a.demarche', '--jobs', '1')
const decide = (...args: string[]) => demarche(folder, 'decide', 'a.demarche', ...args)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-decide-'))
  mkdirSync(join(folder, 'letters'))
  for (const [name, text] of Object.entries(letters)) writeFileSync(join(folder, name), text)
  expect((await build()).status).toBe(0)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

async function labels(): Promise<string[]> {
  const { stdout } = await demarche(folder, 'export', 'a.demarche', '--format', 'json')
  return JSON.parse(stdout).nodes.map((node: { attributes: { label: string } }) => node.attributes.label)
}

describe('demarche decide', () => {
  it('merges by name, tells what it did, undoes and redoes it, and a new build keeps it', async () => {
    const merged = await decide(
      'merge',
      'Greta Holm',
      'Peder Lund',
      '--why',
      'one hand',
      '--who',
      'zoe',
      '--name',
      'The pair',
    )
    expect(merged).toMatchObject({ status: 0, stdout: expect.stringMatching(/^[0-9a-f]{16}\n$/) })
    expect(merged.stderr).toContain('merge “Greta Holm” and “Peder Lund” as “The pair”')
    expect(JSON.parse(readFileSync(log(), 'utf8'))).toMatchObject({ what: 'merge', who: 'zoe', why: 'one hand' })
    expect(await labels()).toContain('The pair')
    expect(await labels()).not.toContain('Peder Lund')

    expect((await decide('undo')).stderr).toContain('undo: merge “Greta Holm”')
    expect(await labels()).toContain('Peder Lund')
    expect((await decide('redo')).stderr).toContain('redo: merge “Greta Holm”')
    writeFileSync(join(folder, 'letters/3.txt'), `It rained all day. ${letters['letters/3.txt']}`)
    const { status, stderr } = await build()
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 decisions replayed, 0 without effect')])
    expect(await labels()).toContain('The pair')
    const listed = (await decide('list')).stdout.trimEnd().split('\n')
    expect(listed).toHaveLength(3)
    expect(listed[0]).toMatch(/zoe {2}merge “Greta Holm” and “Peder Lund” as “The pair” {2}\[why: one hand\]$/)
    expect((await decide('undo', '1')).status).toBe(0)
  })

  it('answers a name that several have with the candidates, and one that nobody has with what is near', async () => {
    const here = mkdtempSync(join(folder, 'twice-'))
    writeFileSync(join(here, 'a.txt'), 'The bank asked Peder Lund to pay.')
    writeFileSync(join(here, 'b.txt'), 'The bank asked Peder Lund to leave.')
    await demarche(here, 'build', 'a.txt', 'b.txt', '-o', 'b.demarche', '--jobs', '1')
    const several = await demarche(here, 'decide', 'b.demarche', 'rename', 'bank', 'First Bank')
    expect([several.status, several.stderr]).toEqual([
      2,
      expect.stringMatching(/is the name of 2\n.*Name one by its id: e\w+ /),
    ])
    const none = await demarche(here, 'decide', 'b.demarche', 'rename', 'Lund', 'P. Lund')
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('Is it one of these? Peder Lund (Person')])
    expect(existsSync(join(here, 'b.decisions.jsonl'))).toBe(false)
  })

  it('judges, edits and adds statements', async () => {
    const { stdout } = await demarche(folder, 'query', 'a.demarche', 'crane', '--format', 'ndjson')
    const [id] = stdout.match(/(?<="id":")s\w+/)!
    expect((await decide('edit', id!, '--role', 'speaker=harbour guild', '--polarity', 'negative')).status).toBe(0)
    const edited = JSON.parse((await demarche(folder, 'query', 'a.demarche', 'crane', '--format', 'ndjson')).stdout)
    expect(edited.statement ?? edited).toMatchObject({
      polarity: 'negative',
      roles: { speaker: [{ text: 'harbour guild' }] },
    })
    expect((await decide('reject', id!)).status).toBe(0)
    expect((await demarche(folder, 'query', 'a.demarche', 'crane', '--format', 'ndjson')).stdout).toBe('')
    const added = await decide(
      'add',
      'letters/1.txt',
      '--verb',
      'repair',
      '--relation',
      'repair',
      '--kind',
      'action',
      '--role',
      'patient=the crane',
    )
    expect(added.status).toBe(0)
    expect((await demarche(folder, 'query', 'a.demarche', 'kind:action crane', '--format', 'ndjson')).stdout).toContain(
      '"decision"',
    )
    const unclear = await decide('add', 'letters/2.txt', '--verb', 'Holm')
    expect([unclear.status, unclear.stderr]).toEqual([2, expect.stringContaining('Name one: Holm@')])
    expect((await decide('undo', '3')).status).toBe(0)
  })

  it("takes in a colleague's log, and tells what has no effect", async () => {
    const other = mkdtempSync(join(folder, 'other-'))
    writeFileSync(join(other, 'x.txt'), 'Olga Berg asked Peder Lund to sing.')
    await demarche(other, 'build', 'x.txt', '-o', 'x.demarche', '--jobs', '1')
    await demarche(other, 'decide', 'x.demarche', 'rename', 'Olga Berg', 'O. Berg')
    const { status, stderr } = await decide('import', join(other, 'x.decisions.jsonl'))
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 decision taken in, 1 of them without effect here')])
    expect((await decide('import', join(other, 'x.decisions.jsonl'))).stderr).toContain('0 decisions taken in')
    expect((await build()).stderr).toMatch(
      /decision \w+ \(rename\) does not apply: the document x\.txt is not in the project/,
    )
    expect((await decide('import', 'letters/1.txt')).status).toBe(1)
  })

  it('of several processes at once keeps every decision', async () => {
    const before = readFileSync(log(), 'utf8').split('\n').length
    const all = await Promise.all(
      Array.from({ length: 4 }, (_, i) => decide('rename', 'Greta Holm', 'Greta Holm', '--why', `${i}`)),
    )
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0, 0])
    expect(readFileSync(log(), 'utf8').split('\n')).toHaveLength(before + 4)
  })

  it.each([
    [['merge', 'Greta Holm'], /Usage: demarche decide PROJECT merge A B…/],
    [['explode'], /There are: merge, apart/],
    [['retype', 'Greta Holm', 'Ship'], /no "Ship"[\s\S]*There are: Person/],
    [['undo', '500'], /to undo/],
    [['reject', 's0'], /no statement "s0"/],
  ])('says what is wrong with %s', async (args, message) => {
    const { status, stderr } = await decide(...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
  })
})

describe('demarche suggestions', () => {
  it('lists likely pairs with their reasons', async () => {
    const here = mkdtempSync(join(folder, 'pairs-'))
    writeFileSync(join(here, 'a.txt'), 'Ann Berg asked Peder Lund to pay.')
    writeFileSync(join(here, 'b.txt'), 'Anna Berg asked Peder Lund to leave.')
    await demarche(here, 'build', 'a.txt', 'b.txt', '-o', 'p.demarche', '--jobs', '1')
    const { status, stdout } = await demarche(here, 'suggestions', 'p.demarche', '--format', 'ndjson')
    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(stdout)).toMatchObject({
      a: { name: 'Ann Berg' },
      b: { name: 'Anna Berg' },
      score: expect.any(Number),
      reasons: expect.arrayContaining([{ kind: 'company', text: 'both occur with Peder Lund' }]),
    })
    expect((await demarche(folder, 'suggestions', 'a.demarche', '--least', 'x')).status).toBe(2)
  })
})

describe('demarche verify', () => {
  it('passes a whole project, with decisions in it', async () => {
    const { status, stderr } = await demarche(folder, 'verify', 'a.demarche')
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/a\.demarche: whole; 3 documents, \d+ statements, \d+ quotations/),
    ])
  })

  it.each([
    [
      'a text that was changed',
      "UPDATE documents SET text = CAST(replace(text, 'crane', 'train') AS BLOB)",
      /1\.txt: its text is not the one/,
    ],
    [
      'a span that was moved',
      `UPDATE statements SET json = json_set(json, '$.predicate.start', 1)`,
      /does not stand at 1–/,
    ],
    ['an entity that is gone', 'DELETE FROM entities', /names what there is not/],
    [
      'a filler of nobody',
      `UPDATE statements SET json = replace(json, '"entity":{"id":"e', '"entity":{"id":"x')`,
      /stands for x\w+, which there is not/,
    ],
    ['statements of one id', 'UPDATE statements SET id = (SELECT min(id) FROM statements)', /two statements/],
    [
      'a graph of other statements',
      `UPDATE lines SET json = replace(json, '["s', '["z')`,
      /graph actors: no statement z/,
    ],
  ])('names %s', async (_, sql, message) => {
    const broken = join(folder, 'broken.demarche')
    writeFileSync(broken, readFileSync(join(folder, 'a.demarche')))
    const database = await openDatabase(broken)
    database.exec(sql)
    database.close()
    const { status, stderr } = await demarche(folder, 'verify', 'broken.demarche')
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)])
    expect(stderr).toContain('broken.demarche: not whole')
  })

  it('passes no file that is no project, and none that is empty', async () => {
    expect((await demarche(folder, 'verify', 'letters/1.txt')).status).toBe(1)
    writeFileSync(join(folder, 'empty.demarche'), '')
    expect((await demarche(folder, 'verify', 'empty.demarche')).status).toBe(1)
  })
})

describe('demarche serve', () => {
  it('takes decisions from its own page, and follows those that others make meanwhile', async () => {
    const server = start(['serve', 'a.demarche', '--port', '0'], folder)
    try {
      const url = await firstLine(server)
      const hits = await (await fetch(`${url}api/search?q=greta`)).json()
      const { id } = hits.hits[0]
      const answer = await fetch(`${url}api/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url.slice(0, -1) },
        body: JSON.stringify({ wishes: [{ what: 'rename', entity: id, name: 'Margareta Holm' }] }),
      })
      expect(await answer.json()).toMatchObject({ pending: false, decided: [{ state: 'holds' }] })
      expect(await (await fetch(`${url}api/entities/${id}`)).json()).toMatchObject({ name: 'Margareta Holm' })
      expect((await decide('undo')).status).toBe(0)
      expect(await (await fetch(`${url}api/entities/${id}`)).json()).toMatchObject({ name: 'Greta Holm' })
    } finally {
      server.child.kill('SIGTERM')
      await server.ended
    }
  })
})
