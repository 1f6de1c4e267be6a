import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openProject } from '../../src/store/index.ts'
import { demarche } from './run.ts'

vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-names-'))
  writeFileSync(join(folder, 'a.txt'), 'On Monday the Admiral urged the court to act.')
  writeFileSync(join(folder, 'b.txt'), 'Tova Orlen asked the court to wait.')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function listed() {
  const project = await openProject(join(folder, 'p.demarche'))
  try {
    return project.entities().filter((entity) => entity.listed)
  } finally {
    project.close()
  }
}

it('a build finds what the list names, remembers the list, and reads anew when it changes', async () => {
  const build = (...args: string[]) => demarche(folder, 'build', 'a.txt', 'b.txt', '-o', 'p.demarche', ...args)
  writeFileSync(join(folder, 'people.csv'), 'name,aliases,type\nTova Orlen,the Admiral,Person\n')
  expect((await build('--names', 'people.csv')).status).toBe(0)
  expect((await listed()).map(({ name, mentions }) => [name, mentions.length])).toEqual([['Tova Orlen', 2]])

  expect((await build()).stderr).toContain('0 new or changed')
  writeFileSync(join(folder, 'people.csv'), 'name,type\nTova Orlen,Person\n')
  expect((await build()).stderr).toContain('2 new or changed')
  expect((await listed()).map(({ mentions }) => mentions.length)).toEqual([1])

  writeFileSync(join(folder, 'people.csv'), 'name,type\nTova Orlen,Persona\n')
  const failed = await build()
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('people.csv:2: "Persona" is no type')

  expect((await build('--no-names')).status).toBe(0)
  expect(await listed()).toEqual([])
})

it('extract finds what the list names, and says where the list has a fault', async () => {
  writeFileSync(join(folder, 'ships.csv'), 'name,aliases,type\nTova Orlen,the Admiral,Person\n')
  const found = await demarche(folder, 'extract', 'a.txt', '--names', 'ships.csv')
  const [statement] = found.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(statement.roles.speaker).toMatchObject([
    { text: 'the Admiral', entity: { name: 'Tova Orlen', type: 'Person' } },
  ])
  const parsed = await demarche(folder, 'extract', 'a.txt', '--names', 'ships.csv', '--format', 'conllu')
  expect(parsed.stdout).toMatch(/Admiral\t.*Name=[BI]-PERSON/)
  const failed = await demarche(folder, 'extract', 'a.txt', '--names', 'none.csv')
  expect(failed).toMatchObject({ status: 1, stdout: '' })
  expect(failed.stderr).toContain('none.csv: the list cannot be read')
})
