import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openProject } from '../../src/store/index.ts'
import { openDatabase } from '../../src/store/sqlite.ts'
import { digest } from '../store/fixtures.ts'
import { demarche, firstLine, type Result, root, start } from './run.ts'

// each test starts several processes that load the models, on a machine that may be busy
vi.setConfig({ testTimeout: 180_000 })

let folder: string
let first: Result
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
  mkdirSync(join(folder, 'letters'))
  for (const [i, name] of names.entries()) writeFileSync(join(folder, 'letters', `${i}.txt`), letter(i, name))
  writeFileSync(join(folder, 'letters/scan.png'), 'no text')
  first = await demarche(folder, 'build', 'letters', '-o', 'a.demarche', '--jobs', '2')
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

const names = Array.from({ length: 26 }, (_, i) => `${'Adler Brandt Costa Doyle Ekman'.split(' ')[i % 5]} ${i}`)
const letter = (i: number, name: string) =>
  `The guild asked Mr. ${name} to repair bridge ${i}. Anna Weiss urged the guild not to wait. It refused to pay for the work.\n`.repeat(
    2,
  )

/** Waits until a build has stored so many documents. */
async function grown(file: string, documents: number, ended: Promise<unknown>) {
  let over = false
  void ended.then(() => (over = true))
  for (let stored = -1; stored < documents && !over; ) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (!existsSync(file)) continue
    const database = await openDatabase(file)
    try {
      stored = (database.prepare('SELECT count(*) AS n FROM documents').get() as { n: number }).n
    } catch {
      stored = -1 // the tables are not there yet
    } finally {
      database.close()
    }
  }
}

async function digestOf(file: string) {
  const project = await openProject(resolve(folder, file))
  try {
    return digest(project)
  } finally {
    project.close()
  }
}

describe('demarche build', () => {
  it('reads a folder, says what it did, and does only what changed the next time', async () => {
    expect(first).toMatchObject({ status: 0, stdout: '' })
    expect(first.stderr).toContain('26 documents (26 new or changed, 0 unchanged, 0 removed)')
    expect(first.stderr).toContain('scan.png: no reader for .png')
    expect(readdirSync(folder).filter((name) => name.startsWith('a.demarche'))).toEqual(['a.demarche'])

    const before = await digestOf('a.demarche')
    const second = await demarche(folder, 'build', '-o', 'a.demarche')
    expect(second.stderr).toContain('(0 new or changed, 26 unchanged, 0 removed)')
    expect(await digestOf('a.demarche')).toBe(before)

    writeFileSync(join(folder, 'letters/0.txt'), letter(0, 'Somebody Else'))
    const third = await demarche(folder, 'build', 'letters', '-o', 'a.demarche')
    expect(third.stderr).toContain('(1 new or changed, 25 unchanged, 0 removed)')
    writeFileSync(join(folder, 'letters/0.txt'), letter(0, names[0]!))
    await demarche(folder, 'build', 'letters', '-o', 'a.demarche')
    expect(await digestOf('a.demarche')).toBe(before)
  })

  it('gives the same project and the same export without workers', async () => {
    mkdirSync(join(folder, 'alone'))
    await demarche(folder, 'build', 'letters', '-o', 'alone/a.demarche', '--jobs', '1')
    const [one, other] = await Promise.all(
      ['a.demarche', 'alone/a.demarche'].map((file) => demarche(folder, 'export', file, '--format', 'gexf')),
    )
    expect(one!.stdout).toContain('<gexf')
    expect(one!.stdout).toBe(other!.stdout)
    expect(await digestOf('a.demarche')).toBe(await digestOf('alone/a.demarche'))
  })

  it('that is killed again and again ends in what a clean build gives', async () => {
    const killed = mkdtempSync(join(folder, 'killed-'))
    const file = join(killed, 'a.demarche')
    for (const documents of [0, 3, 9]) {
      const { child, ended } = start(['build', 'letters', '-o', file, '--jobs', '1'], folder)
      await grown(file, documents, ended)
      child.kill('SIGKILL')
      await ended
    }
    expect((await demarche(folder, 'build', 'letters', '-o', file)).stderr).not.toContain('(26 new')
    expect(await digestOf(file)).toBe(await digestOf('a.demarche'))
  })

  it('names a damaged document, keeps the rest and ends with 1', async () => {
    mkdirSync(join(folder, 'mixed'))
    writeFileSync(join(folder, 'mixed/good.txt'), letter(1, names[1]!))
    writeFileSync(join(folder, 'mixed/bad.eml'), 'no header at all')
    const { status, stderr } = await demarche(folder, 'build', 'mixed', '-o', 'm.demarche')
    expect(status).toBe(1)
    expect(stderr).toContain('mixed/bad.eml: no e-mail')
    const project = await openProject(join(folder, 'm.demarche'))
    expect(project.info()).toMatchObject({ documents: 1, skipped: [{ uri: 'mixed/bad.eml' }] })
    project.close()
  })

  it('refuses a file that is no project and leaves it as it is', async () => {
    writeFileSync(join(folder, 'diary.txt'), 'Dear diary,')
    const { status, stderr } = await demarche(folder, 'build', 'letters', '-o', 'diary.txt')
    expect([status, stderr]).toEqual([1, expect.stringContaining('diary.txt: no project file of Demarche')])
    expect(readFileSync(join(folder, 'diary.txt'), 'utf8')).toBe('Dear diary,')
  })

  it.skipIf(process.platform === 'win32')('ends with 130 when it is interrupted', async () => {
    const { child, ended } = start(['build', 'letters', '-o', 'i.demarche', '--jobs', '1'], folder)
    while (!existsSync(join(folder, 'i.demarche'))) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGINT')
    expect((await ended).status).toBe(130)
  })
})

describe('demarche export', () => {
  it('writes a file, whole or what filters leave', async () => {
    const { status, stdout } = await demarche(folder, 'export', 'a.demarche', '--format', 'json', '-o', 'e.json')
    expect([status, stdout]).toEqual([0, ''])
    const whole = JSON.parse(readFileSync(join(folder, 'e.json'), 'utf8'))
    const filtered = JSON.parse(
      (
        await demarche(
          folder,
          'export',
          'a.demarche',
          '--format',
          'json',
          '--filter',
          'kind=request',
          '--filter',
          'polarity=negative',
        )
      ).stdout,
    )
    expect(filtered.edges.length).toBeGreaterThan(0)
    expect(filtered.edges.length).toBeLessThan(whole.edges.length)
    for (const { attributes } of filtered.edges)
      expect(attributes).toMatchObject({ kind: 'request', polarity: 'negative' })
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('names a folder that it cannot write to', async () => {
    const { status, stderr } = await demarche(folder, 'export', 'a.demarche', '--format', 'json', '-o', 'none/e.json')
    expect([status, stderr]).toEqual([1, expect.stringContaining('none/e.json: cannot be written')])
  })

  it('names a project that there is not', async () => {
    const { status, stderr } = await demarche(folder, 'export', 'none.demarche', '--format', 'json')
    expect([status, stderr]).toEqual([1, expect.stringContaining('Build it: demarche build')])
  })
})

describe('demarche serve and start', () => {
  it('serves a project at the address that stands alone on a line', async () => {
    const server = start(['serve', 'a.demarche', '--port', '0'], folder)
    const url = await firstLine(server)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(`${url}api/project`)).json()).toMatchObject({ name: 'a', documents: 26 })
    server.child.kill('SIGTERM')
    const { status, stdout } = await server.ended
    expect(stdout).toBe(`${url}\n`)
    if (process.platform !== 'win32') expect(status).toBe(143)
  })

  it('starts with documents, keeps the project in the cache of the user, and serves it', async () => {
    const cache = mkdtempSync(join(folder, 'cache-'))
    const server = start(['start', 'letters', '--port', '0', '--no-open'], folder, { XDG_CACHE_HOME: cache })
    const url = await firstLine(server)
    expect(await (await fetch(`${url}api/project`)).json()).toMatchObject({ name: 'letters', documents: 26 })
    server.child.kill('SIGTERM')
    await server.ended
    expect(readdirSync(join(cache, 'demarche'))).toHaveLength(1)
  })

  it.skipIf(!existsSync(join(root, 'seeds')))('reads seeds/ where nothing is named', async () => {
    const cache = mkdtempSync(join(folder, 'cache-'))
    const server = start(['start', '--port', '0', '--no-open'], root, { XDG_CACHE_HOME: cache })
    const url = await firstLine(server)
    expect(await (await fetch(`${url}api/project`)).json()).toMatchObject({ name: 'seeds' })
    server.child.kill('SIGTERM')
    await server.ended
  })

  it('refuses to serve to others without a token', async () => {
    const { status, stderr } = await demarche(folder, 'serve', 'a.demarche', '--host', '0.0.0.0', '--port', '0')
    expect([status, stderr]).toEqual([2, expect.stringContaining('token')])
  })
})
