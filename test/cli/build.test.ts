import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProject } from '../../src/store/index.ts'
import { digest } from '../store/fixtures.ts'
import { demarche, firstLine, root, start } from './run.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
  mkdirSync(join(folder, 'letters'))
  for (const [i, name] of names.entries()) writeFileSync(join(folder, 'letters', `${i}.txt`), letter(i, name))
  writeFileSync(join(folder, 'letters/scan.png'), 'no text')
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

const names = Array.from({ length: 26 }, (_, i) => `${'Adler Brandt Costa Doyle Ekman'.split(' ')[i % 5]} ${i}`)
const letter = (i: number, name: string) =>
  `The guild asked Mr. ${name} to repair bridge ${i}. Anna Weiss urged the guild not to wait. It refused to pay for the work.\n`.repeat(
    6,
  )

async function digestOf(file: string) {
  const project = await openProject(join(folder, file))
  try {
    return digest(project)
  } finally {
    project.close()
  }
}

describe('demarche build', () => {
  it('reads a folder, says what it did, and does only what changed the next time', async () => {
    const first = await demarche(folder, 'build', 'letters', '-o', 'a.demarche')
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
  })

  it('gives the same project and the same export for any number of workers', async () => {
    const exports: string[] = []
    for (const jobs of ['1', '3']) {
      mkdirSync(join(folder, jobs))
      const file = `${jobs}/b.demarche`
      expect((await demarche(folder, 'build', 'letters', '-o', file, '--jobs', jobs)).status).toBe(0)
      const { stdout } = await demarche(folder, 'export', file, '--format', 'gexf')
      exports.push(stdout)
    }
    expect(exports[0]).toContain('<gexf')
    expect(exports[0]).toBe(exports[1])
    expect(await digestOf('1/b.demarche')).toBe(await digestOf('3/b.demarche'))
  })

  it('that is killed again and again ends in what a clean build gives', async () => {
    const clean = mkdtempSync(join(folder, 'clean-'))
    const killed = mkdtempSync(join(folder, 'killed-'))
    await demarche(clean, 'build', '../letters', '-o', 'k.demarche')
    for (const after of [350, 700, 900, 1100, 1300]) {
      const { child, ended } = start(['build', '../letters', '-o', 'k.demarche', '--jobs', '1'], killed)
      const timer = setTimeout(() => child.kill('SIGKILL'), after)
      await ended
      clearTimeout(timer)
    }
    const { status } = await demarche(killed, 'build', '../letters', '-o', 'k.demarche')
    expect(status).toBe(0)
    const at = (path: string) => path.slice(folder.length + 1)
    expect(await digestOf(`${at(killed)}/k.demarche`)).toBe(await digestOf(`${at(clean)}/k.demarche`))
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
    await demarche(folder, 'build', 'letters', '-o', 'e.demarche')
    const { status, stdout } = await demarche(folder, 'export', 'e.demarche', '--format', 'json', '-o', 'e.json')
    expect([status, stdout]).toEqual([0, ''])
    const whole = JSON.parse(readFileSync(join(folder, 'e.json'), 'utf8'))
    const filtered = JSON.parse(
      (
        await demarche(
          folder,
          'export',
          'e.demarche',
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
    const { status, stderr } = await demarche(folder, 'export', 'e.demarche', '--format', 'json', '-o', 'none/e.json')
    expect([status, stderr]).toEqual([1, expect.stringContaining('none/e.json: cannot be written')])
  })

  it('names a project that there is not', async () => {
    const { status, stderr } = await demarche(folder, 'export', 'none.demarche', '--format', 'json')
    expect([status, stderr]).toEqual([1, expect.stringContaining('Build it: demarche build')])
  })
})

describe('demarche serve and start', () => {
  it('serves a project at the address that stands alone on a line', async () => {
    await demarche(folder, 'build', 'letters', '-o', 's.demarche')
    const server = start(['serve', 's.demarche', '--port', '0'], folder)
    const url = await firstLine(server)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(`${url}api/project`)).json()).toMatchObject({ name: 's', documents: 26 })
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
    const { status, stderr } = await demarche(folder, 'serve', 's.demarche', '--host', '0.0.0.0', '--port', '0')
    expect([status, stderr]).toEqual([2, expect.stringContaining('token')])
  })
})
