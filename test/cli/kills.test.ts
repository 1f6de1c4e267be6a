/**
 * A build that is killed at any moment, with decisions beside it, ends in what a clean build gives. A few seeded moments
 * here; `KILLS=200 npx vitest run test/cli/kills.test.ts` for all of them.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProject } from '../../src/store/index.ts'
import { digest } from '../store/fixtures.ts'
import { demarche, start } from './run.ts'

const kills = Number(process.env['KILLS'] ?? 4)
const minute = 60_000
/** What one build that is killed and one that goes on may take on a busy machine. */
const timeout = kills * minute + 5 * minute

let folder: string
let wanted: string
let duration: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-kills-'))
  mkdirSync(join(folder, 'letters'))
  for (let i = 0; i < 12; i++) {
    const text = `Mr. Olan Berg asked the guild to repair bridge ${i}. Anna Weiss urged the guild not to wait. It refused to pay.`
    writeFileSync(join(folder, 'letters', `${i}.txt`), text)
  }
  await build('clean')
  expect((await demarche(folder, 'decide', 'clean/a.demarche', 'rename', 'Anna Weiss', 'A. Weiss')).status).toBe(0)
  expect((await demarche(folder, 'decide', 'clean/a.demarche', 'merge', 'A. Weiss', 'Olan Berg')).status).toBe(0)
  // from nothing, with the decisions, for the time that it takes
  rmSync(join(folder, 'clean/a.demarche'))
  const begun = performance.now()
  await build('clean')
  duration = performance.now() - begun
  wanted = await digestOf('clean')
}, 5 * minute)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))

const args = (name: string) => ['build', 'letters', '-o', join(name, 'a.demarche'), '--jobs', '1']

async function build(name: string): Promise<void> {
  mkdirSync(join(folder, name), { recursive: true })
  expect(await start(args(name), folder).ended).toMatchObject({ status: 0 })
}

async function digestOf(name: string): Promise<string> {
  const project = await openProject(join(folder, name, 'a.demarche'))
  try {
    expect(project.info().decisions).toMatchObject({ total: 2, troubled: [] })
    return digest(project)
  } finally {
    project.close()
  }
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number): number {
  let t = (seed + 1) * 0x6d2b79f5
  t = Math.imul(t ^ (t >>> 15), 1 | t)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

describe(`a build that is killed at ${kills} seeded moments`, () => {
  it(
    'ends in what a clean build gives',
    async () => {
      let struck = 0
      for (let seed = 0; seed < kills; seed++) {
        const name = `killed-${seed}`
        mkdirSync(join(folder, name))
        copyFileSync(join(folder, 'clean/a.decisions.jsonl'), join(folder, name, 'a.decisions.jsonl'))
        const { child, ended } = start(args(name), folder)
        await new Promise((resolve) => setTimeout(resolve, (0.1 + 0.9 * seeded(seed)) * duration))
        child.kill('SIGKILL')
        if ((await ended).status === null && existsSync(join(folder, name, 'a.demarche'))) struck++
        await build(name)
        expect([seed, await digestOf(name)]).toEqual([seed, wanted])
        rmSync(join(folder, name), { recursive: true })
      }
      // most of them came while there was something to break
      if (kills >= 50) expect(struck).toBeGreaterThan(kills / 4)
    },
    timeout,
  )
})
