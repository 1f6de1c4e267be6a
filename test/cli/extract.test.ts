import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { version } from '../../package.json'
import type { Statement } from '../../src/model/index.ts'
import { demarche, root, start } from './run.ts'

// each test starts processes that load the models, on a machine that may be busy
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
  writeFileSync(join(folder, 'letter.txt'), letter)
  writeFileSync(join(folder, 'notes.jsonl'), notes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const letter = `Canal board asks bargemen to wait

3 May 2016

The canal board asked the bargemen on Tuesday to wait for the flood to pass.
Clara Holt, who chairs the board, urged the town of Wexley not to open the lock.
“You must leave the quay,” the harbour master told Piet Adler. He refused to go.`

const notes = `{"id": 7, "text": "The abbot ordered the monks to mend the wall."}
{"text": "The abbot would ask the bishop for money."}
`

const lines = (stdout: string) => stdout.split('\n').filter(Boolean)
const statementsOf = (stdout: string) => lines(stdout).map((line) => JSON.parse(line) as Statement)
const schema = join(root, '../shared/contract/statement.schema.json')

describe('demarche', () => {
  it('names its commands and its version, and ends with 0', async () => {
    const help = await demarche(folder, '--help')
    expect(help.status).toBe(0)
    for (const name of ['build', 'extract', 'explain', 'export', 'serve', 'start'])
      expect(help.stdout).toContain(`\n  ${name} `)
    expect((await demarche(folder, '--version')).stdout).toBe(`${version}\n`)
  })

  it.each(['build', 'extract', 'explain', 'export', 'serve', 'start'])('explains %s with an example', async (name) => {
    const { status, stdout } = await demarche(folder, name, '--help')
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  demarche ${name}`))
  })

  it.each([
    ['a command that there is not', ['frobnicate'], /unknown command/],
    ['no source', ['extract'], /missing required argument/],
    ['an unknown option', ['extract', 'letter.txt', '--frob'], /unknown option/],
    ['an unknown format', ['extract', 'letter.txt', '--format', 'yaml'], /Allowed choices/],
    ['a confidence beyond 1', ['extract', 'letter.txt', '--min-confidence', '1.5'], /from 0 to 1/],
    ['no workers', ['build', '--jobs', '0'], /from 1 to 64/],
    ['a port that is none', ['serve', '--port', '70000'], /65535/],
    ['an export format that there is not', ['export', '--format', 'docx'], /There are: gexf/],
    ['a filter that there is not', ['export', '--format', 'json', '--filter', '__proto__=x'], /There are: kind/],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { status, stdout, stderr } = await demarche(folder, ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})

describe('demarche extract', () => {
  it('prints statements whose quotations stand in the file, one a line', async () => {
    const { status, stdout } = await demarche(folder, 'extract', 'letter.txt')
    expect(status).toBe(0)
    const statements = statementsOf(stdout)
    expect(statements.filter(({ kind }) => kind === 'request').length).toBeGreaterThanOrEqual(2)
    for (const { predicate, roles, evidence } of statements) {
      expect(evidence.document).toBe('letter.txt')
      for (const { start, end, text } of [predicate, evidence.sentence, ...Object.values(roles).flat()])
        expect(letter.slice(start, end)).toBe(text)
    }
  })

  it.skipIf(!existsSync(schema))('prints statements that are valid by the contract in ../shared', async () => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')))
    const { stdout } = await demarche(folder, 'extract', 'letter.txt', 'notes.jsonl', '--min-confidence', '0')
    const statements = statementsOf(stdout)
    expect(statements.length).toBeGreaterThan(2)
    for (const statement of statements) expect(validate(statement) ? [] : validate.errors).toEqual([])
  })

  it('names a line of JSONL by its file and its id', async () => {
    const documents = statementsOf((await demarche(folder, 'extract', 'notes.jsonl', '--min-confidence', '0')).stdout)
    expect([...new Set(documents.map(({ evidence }) => evidence.document))]).toEqual(['notes.jsonl#7', 'notes.jsonl#2'])
  })

  it('keeps only what is sure enough, without links to the rest', async () => {
    const { stdout } = await demarche(folder, 'extract', 'letter.txt', '--min-confidence', '0.7')
    const statements = statementsOf(stdout)
    const ids = new Set(statements.map(({ id }) => id))
    for (const { confidence, links } of statements) {
      expect(confidence).toBeGreaterThanOrEqual(0.7)
      for (const link of links) expect(ids).toContain(link.statement)
    }
  })

  it('prints statements for reading', async () => {
    const { stdout } = await demarche(folder, 'extract', 'notes.jsonl', '--format', 'text')
    expect(stdout).toMatch(/^notes\.jsonl#7, sentence 1: order \[request, order\] 0\.\d\d\n {2}speaker: The abbot/)
    expect(stdout).toContain('“The abbot ordered the monks to mend the wall.”')
  })

  it('prints parses whose words, joined, are the text without its spaces', async () => {
    const { stdout } = await demarche(folder, 'extract', 'letter.txt', '--format', 'conllu')
    expect(stdout).toMatch(/^# newdoc id = letter\.txt\n/)
    let skipUntil = 0
    let words = ''
    for (const line of stdout.split('\n')) {
      const [id, form] = line.split('\t')
      if (line === '') skipUntil = 0
      const range = /^(\d+)-(\d+)$/.exec(id!)
      if (range) skipUntil = Number(range[2])
      if (range || (/^\d+$/.test(id!) && Number(id) > skipUntil)) words += form
    }
    expect(words).toBe(letter.replace(/\s+/g, ''))
  })

  it('names what cannot be read, does the rest and ends with 1', async () => {
    const { status, stdout, stderr } = await demarche(folder, 'extract', 'none.txt', 'notes.jsonl')
    expect(status).toBe(1)
    expect(statementsOf(stdout).length).toBeGreaterThan(0)
    expect(stderr).toContain('none.txt: does not exist')
    expect(stderr).toContain('1 document failed; the rest is done')
  })

  it('counts bad bytes that it had to replace', async () => {
    writeFileSync(
      join(folder, 'bad.txt'),
      Buffer.concat([Buffer.from('The “abbot” left. '), Buffer.from([0xff, 0xfe])]),
    )
    const { status, stderr } = await demarche(folder, 'extract', 'bad.txt')
    expect([status, stderr]).toEqual([0, expect.stringMatching(/bad\.txt: 2 bad bytes/)])
  })

  it('does not show control characters of a file name to the terminal', async () => {
    const { stderr } = await demarche(folder, 'extract', 'a\x1b[2Jb.txt')
    expect(stderr).toContain('a\\x1b[2Jb.txt')
  })

  it('takes a pipe that closes early for no error', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      JSON.stringify({ id: i, text: 'The abbot ordered the monks to mend the wall.' }),
    )
    writeFileSync(join(folder, 'many.jsonl'), many.join('\n'))
    const { child, ended } = start(['extract', 'many.jsonl', '--jobs', '1'], folder)
    child.stdout!.once('data', () => child.stdout!.destroy())
    const { status, stderr } = await ended
    expect([status, stderr]).toEqual([0, ''])
  })
})

describe('demarche explain', () => {
  it('shows the parse and the pattern that matched', async () => {
    const { status, stdout } = await demarche(folder, 'explain', 'The abbot ordered the monks to mend the wall.')
    expect(status).toBe(0)
    expect(stdout).toMatch(/nsubj/)
    expect(stdout).toMatch(/order/)
  })
})
