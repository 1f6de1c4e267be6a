import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSources } from '../../src/read/node.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-read-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function read(...paths: string[]) {
  const skipped: string[] = []
  const failed: string[] = []
  const documents = []
  for await (const document of readSources(paths, (error, bad) => (bad ? failed : skipped).push(error.message)))
    documents.push(document)
  return { documents, uris: documents.map(({ uri }) => uri), skipped, failed }
}

const fixtures = join(import.meta.dirname, 'fixtures')

describe('readSources', () => {
  it('walks a folder in the order of names, passes over hidden files and lists what has no reader', async () => {
    const { uris, skipped, failed } = await read(`${fixtures}/folder/`)
    expect(uris.map((uri) => uri.slice(fixtures.length))).toEqual([
      '/folder/a.txt',
      '/folder/b.txt',
      '/folder/deep/c.md',
    ])
    expect(skipped).toEqual([expect.stringContaining('picture.xyz: no reader for .xyz')])
    expect(failed).toEqual([])
  })

  it('fails for a named file that does not exist or that nothing reads, and reads the rest', async () => {
    const file = join(fixtures, 'plain.txt')
    const { uris, failed } = await read(join(folder, 'none.txt'), join(fixtures, 'folder/picture.xyz'), file)
    expect(uris).toEqual([file])
    expect(failed).toEqual([
      expect.stringMatching(/none\.txt: does not exist/),
      expect.stringMatching(/no reader for \.xyz/),
    ])
  })

  it('reads a file once, even if it is named twice', async () => {
    const file = join(fixtures, 'folder/a.txt')
    expect((await read(file, `${fixtures}/folder`, file)).uris.filter((uri) => uri === file)).toHaveLength(1)
  })

  it('does not follow links within a folder, whether they loop or lead out of it', async () => {
    mkdirSync(join(folder, 'in'))
    writeFileSync(join(folder, 'secret.txt'), 'Secret.')
    writeFileSync(join(folder, 'in/a.txt'), 'One.')
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'in/out.txt'))
    symlinkSync(join(folder, 'in'), join(folder, 'in/loop'), 'junction')
    const { uris, skipped, failed } = await read(join(folder, 'in'))
    expect(uris).toEqual([`${join(folder, 'in')}/a.txt`])
    expect(skipped).toHaveLength(2)
    expect(failed).toEqual([])
  })

  it('passes over projects that were built beside their sources', async () => {
    for (const name of ['a.txt', 'x.demarche', 'x.demarche-lock', 'x.demarche-wal'])
      writeFileSync(join(folder, name), 'One.')
    const { uris, skipped, failed } = await read(folder)
    expect([uris.length, skipped, failed]).toEqual([1, [], []])
  })

  it('follows a link that is itself named', async () => {
    symlinkSync(join(fixtures, 'folder'), join(folder, 'link'), 'junction')
    expect((await read(join(folder, 'link'))).uris).toHaveLength(3)
  })

  it.skipIf(process.platform === 'win32')('lists a named pipe instead of waiting for it', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect((await read(folder)).skipped).toEqual([expect.stringContaining('pipe.txt: no regular file')])
  })

  it('reads JSONL line by line as the whole file gives it', async () => {
    const { uris, failed } = await read(join(fixtures, 'lines.jsonl'))
    expect(uris.map((uri) => uri.slice(fixtures.length + 1))).toEqual([
      'lines.jsonl#a1',
      'lines.jsonl#https://news.example/b',
      'lines.jsonl#c.txt',
      'lines.jsonl#5',
      'lines.jsonl#a1 (2)',
      'lines.jsonl#12',
    ])
    expect(failed).toHaveLength(2)
  })

  it('keeps characters whole that lie across the chunks of a JSONL file', async () => {
    const file = join(folder, 'a.jsonl')
    const text = 'é€😀'.repeat(50_000)
    writeFileSync(file, `\ufeff${JSON.stringify({ text })}\n${JSON.stringify({ text: `x${text}` })}`)
    const { documents } = await read(file)
    expect(documents.map((document) => document.text === text || document.text === `x${text}`)).toEqual([true, true])
  })

  it('reports a JSONL line that is too long and reads the next one', async () => {
    const file = join(folder, 'long.jsonl')
    writeFileSync(file, `{"text": "${'a'.repeat(65 * 2 ** 20)}"}\n{"text": "short"}\n`)
    const { uris, failed } = await read(file)
    expect(uris).toEqual([`${file}#2`])
    expect(failed).toEqual([expect.stringMatching(/#1: a line of more than 64 MB/)])
  })
})
