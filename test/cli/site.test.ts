import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBuild } from '../../src/store/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { demarche } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-site-'))
  const work = await openBuild(join(folder, 'a.demarche'), { engine: 'test', wait: 0 })
  work.put(analysed(makeDocument('a.txt', 'Ann Lee asked Bob Day to wait. The tide was low.')))
  work.finish(['a.txt'], [])
  work.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const site = (...args: readonly string[]) => demarche(folder, 'export', 'a.demarche', '--format', 'site', ...args)

it('export --format site writes a folder that is whole, twice if need be', async () => {
  for (let turn = 0; turn < 2; turn++) {
    const { status, stdout, stderr } = await site('-o', 'site')
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toContain('<iframe src=')
  }
  expect(readdirSync(join(folder, 'site')).sort()).toEqual(['data.js', 'index.html', 'site.css', 'site.js'])
  expect(readFileSync(join(folder, 'site/data.js'), 'utf8')).toContain('The tide was low.')
})

it('export --format site --without-text has the sentences of statements alone', async () => {
  await site('-o', 'bare', '--without-text')
  const data = readFileSync(join(folder, 'bare/data.js'), 'utf8')
  expect(data).toContain('Ann Lee asked Bob Day to wait.')
  expect(data).not.toContain('tide')
})

it('export --format site leaves a folder alone that holds something else, and wants to be told one', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  expect(await site('-o', '.')).toMatchObject({ status: 2, stderr: expect.stringContaining('holds other files') })
  expect(await site()).toMatchObject({ status: 2, stderr: expect.stringContaining('-o FOLDER') })
})

it('export --format csv writes nodes and relationships', async () => {
  const { status } = await demarche(folder, 'export', 'a.demarche', '--format', 'csv', '-o', 'g.csv')
  expect(status).toBe(0)
  expect(readFileSync(join(folder, 'g-nodes.csv'), 'utf8')).toContain('Ann Lee')
  expect(readFileSync(join(folder, 'g-relationships.csv'), 'utf8')).toMatch(/,ASK,/)
})
