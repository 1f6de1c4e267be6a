/**
 * How long a decision takes on a project of some size, from the call to the project that follows it:
 * `node scripts/run.js bench-decisions [DOCUMENTS] [NAMES]`. Documents of ten invented statements each, no models.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentId, type Entity, type Filler, type Statement, stableId } from '../src/model/index.ts'
import type { Analysed } from '../src/project/index.ts'
import { DecisionDesk, openBuild, openProject } from '../src/store/index.ts'
import { cpuSeconds } from './bench/cpu.ts'

const [documents = 1000, names = 2000] = process.argv.slice(2).map(Number)
const each = 10
let state = 7
const random = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state % below
}
const nameOf = (i: number) => `Olan${i % 97} Berg${i}`

function invented(at: number): Analysed {
  const uri = `letters/${at}.txt`
  const id = documentId(uri)
  let text = ''
  const sentences: { start: number; end: number }[] = []
  const entities = new Map<string, Entity>()
  const statements: Statement[] = []
  for (let i = 0; i < each; i++) {
    const start = text.length
    const [asker, asked] = [random(names), random(names)].map(nameOf) as [string, string]
    const sentence = `${asker} asked ${asked} to repair bridge ${i}.`
    const filler = (words: string, isName: boolean): Filler => {
      const from = start + (words === asked ? sentence.lastIndexOf(words) : sentence.indexOf(words))
      const span = { text: words, start: from, end: from + words.length }
      if (!isName) return span
      const known = entities.get(words)
      const entity = known?.id ?? stableId('e', id, from)
      const mention = { document: id, sentence: i, kind: 'NAM' as const, ...span }
      const mentions = [...(known?.mentions ?? []), mention]
      entities.set(words, { id: entity, name: words, type: 'Person', aliases: [words], mentions })
      return { ...span, entity: { id: entity, name: words, type: 'Person' } }
    }
    const roles = { speaker: [filler(asker, true)], addressee: [filler(asked, true)] }
    const predicate = { ...filler('asked', false), lemma: 'ask' }
    const end = start + sentence.length
    statements.push({
      ...{
        id: stableId('s', id, i),
        kind: 'request',
        frame: 'Request',
        relation: 'ask',
        predicate,
        roles,
        force: 'ask',
      },
      ...{ polarity: 'positive', factuality: 'actual', source: [], links: [], confidence: 0.9, foundBy: 'bench' },
      evidence: { document: uri, sentence: { index: i, start, end, text: sentence } },
    })
    sentences.push({ start, end })
    text += `${sentence} `
  }
  return { document: { id, uri, text, format: 'text' }, sentences, entities: [...entities.values()], statements }
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
const path = join(folder, 'bench.demarche')
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const cpuTime = cpuSeconds(cpu)
  const seconds = (performance.now() - begun) / 1000
  console.log(`${what}: ${seconds.toFixed(2)} s (CPU ${cpuTime.toFixed(2)} s)`)
  return result
}
try {
  const build = await openBuild(path, { engine: 'bench', wait: 0 })
  for (let i = 0; i < documents; i++) build.put(invented(i))
  await timed(`${documents} documents, ${documents * each} statements made one project`, () =>
    build.finish(['bench'], []),
  )
  build.close()
  const project = await openProject(path)
  const desk = new DecisionDesk(path, project)
  const [one, other] = [project.named(nameOf(1))[0]!.id, project.named(nameOf(2))[0]!.id]
  await timed('a merge', () => desk.decide([{ what: 'merge', entities: [one, other] }]))
  const { decided } = await timed('a rename', () => desk.decide([{ what: 'rename', entity: one, name: 'Both' }]))
  await timed('its undoing', () => desk.decide([{ what: 'undo', undoes: decided[0]!.decision.id }]))
  await timed('suggestions', () => desk.suggestions().length)
  project.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
