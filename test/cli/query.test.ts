/** `demarche query` as its users run it. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { demarche } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'demarche-query-'))
const query = (...args: string[]) => demarche(folder, 'query', 'p.demarche', ...args)

describe('demarche query', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const letter =
      'The council asked Marta Velling to repair the pier. She refused.\n\nThe union urged the council to wait.\n'
    writeFileSync(join(folder, 'pier.txt'), letter)
    const { status, stderr } = await demarche(folder, 'build', 'pier.txt', '-o', 'p.demarche')
    expect(stderr).not.toContain('Error')
    expect(status).toBe(0)
  })

  it('prints who asked whom for what, with the sentence and its place', async () => {
    const { status, stdout, stderr } = await query('asker:council to:velling')
    expect(status).toBe(0)
    expect(stdout).toContain('council ask Marta Velling')
    expect(stdout).toContain('“The council asked Marta Velling to repair the pier.”')
    expect(stdout).toContain('pier.txt, sentence 1')
    expect(stderr).toContain('1 statement')
  })

  it('forgives a typing error, and says so', async () => {
    const { stdout, stderr } = await query('to:Veling')
    expect(stdout).toContain('Marta Velling')
    expect(stderr).toContain('nothing has "veling", so "velling"')
  })

  it('prints a statement a line, with what came of it', async () => {
    const { stdout } = await query('kind:request status:refused', '--format', 'ndjson')
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({ kind: 'request', outcome: { status: 'refused' } })
  })

  it('prints a table, and says how many it leaves out', async () => {
    const { stdout, stderr } = await query('', '--format', 'csv', '--limit', '1')
    const [head, first, ...rest] = stdout.split('\r\n')
    expect(head).toMatch(/^document,title,published,sentence,kind,who,/)
    expect(first).toContain('The council asked Marta Velling to repair the pier.')
    expect(rest).toEqual([''])
    expect(stderr).toMatch(/1 of \d statements/)
  })

  it('names the fault of a query and the remedy, and ends with 2', async () => {
    const { status, stdout, stderr } = await query('askr:council')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('There is no field "askr"')
    expect(stderr).toContain('Did you mean asker:?')
  })
})
