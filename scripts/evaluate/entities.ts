/**
 * Pairs of entities of two documents, judged by a reader → how often what a build merged is one thing, and how often
 * what it suggests is; and what the engine of today makes of the judged pairs.
 *
 * A judgement is a line of JSON: `{"kind", "a", "b", "verdict", "reason"}`, `a` and `b` a place each (`file`, `id`,
 * `start`, `end`) in the text of a document of a JSONL file, `verdict` same, different or unsure; unsure counts as not
 * right. They are drawn by `scripts/draw-pairs.ts` and kept as references, without the texts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolveEntities } from '../../src/entities/index.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { type Document, type Entity, stableId } from '../../src/model/index.ts'
import { extract } from '../../src/pipeline.ts'
import { readDocument } from '../../src/read/index.ts'
import { type EvaluationPart, percent, table } from './part.ts'

/** Drawn one after the other, each from a build of its day; the rules were mended by what the first ones showed. */
const judgements = ['entities', 'entities-again', 'entities-last', 'entities-lately'].map(
  (name) => `test/judged/${name}.jsonl`,
)

/** A mention's place in the text of a document. */
export interface Place {
  readonly file: string
  readonly id: string
  readonly start: number
  readonly end: number
}

export interface JudgedPair {
  readonly kind: 'merged' | 'suggested'
  readonly a: Place
  readonly b: Place
  /** Of a suggestion. */
  readonly score?: number
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly reason: string
}

const folders: Readonly<Record<string, string>> = {
  'wikinews_en.jsonl': 'text/wikinews',
  'wikipedia_current_events.jsonl': 'text/current_events',
}

export const entities: EvaluationPart = {
  name: 'entities',
  async run({ data, annotator, print }) {
    for (const file of judgements) {
      const pairs = readPairs(file)
      print(`Pairs of entities judged by reading, ${file}`)
      report(pairs, print)
      await compare(pairs, { data, annotator, print })
    }
  },
}

const readPairs = (file: string): JudgedPair[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JudgedPair)

type Input = Parameters<EvaluationPart['run']>[0]

/** How often what a build merged, and what it suggested, was one thing. */
function report(pairs: readonly JudgedPair[], print: Input['print']): void {
  const right = (list: readonly JudgedPair[]) =>
    percent(list.filter(({ verdict }) => verdict === 'same').length / list.length)
  const [merged, suggested] = (['merged', 'suggested'] as const).map((kind) => pairs.filter((p) => p.kind === kind))
  print(`merged by the build  ${right(merged!)} % of ${merged!.length} are one thing   (to reach: 97)`)
  if (suggested!.length === 0) return
  print(`suggested            ${right(suggested!)} % of ${suggested!.length} are one thing   (to reach: 40 to 90)`)
  const rows = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const some = suggested!.filter(({ score = 0 }) => score >= from && score < from + 0.1)
    return [`${from.toFixed(1)}`, String(some.length), some.length > 0 ? right(some) : '–']
  })
  print(table(['score from', 'pairs', 'one thing, %'], rows))
}

/** What the engine of today makes of the judged pairs. */
async function compare(pairs: readonly JudgedPair[], { data, annotator, print }: Input): Promise<void> {
  const resolved = await today(pairs, data, annotator)
  for (const verdict of ['same', 'different'] as const) {
    const known = pairs.filter((pair) => pair.verdict === verdict).map((pair) => [resolved(pair.a), resolved(pair.b)])
    const found = known.filter(([one, two]) => one && two)
    const one = found.filter(([a, b]) => a === b).length
    print(`judged ${verdict}: ${one} of ${found.length} are one today, in a build of these documents alone`)
  }
}

/** The entity of today at a place. */
async function today(pairs: readonly JudgedPair[], data: string, annotator: Input['annotator']) {
  const engine = { annotator, patterns: loadPatterns() }
  const wanted = new Set(pairs.flatMap(({ a, b }) => [a, b]).map(({ file, id }) => `${file}#${id}`))
  const dates = new Map<string, string>()
  const locals: Entity[] = []
  for await (const document of readWanted(data, wanted)) {
    if (document.date) dates.set(document.id, document.date)
    for (const local of extract(document, engine).entities) locals.push(local)
  }
  const byPlace = new Map<string, Entity>()
  const resolved = resolveEntities(locals, { dates })
  for (const { id, mentions } of locals)
    for (const { document, start, end } of mentions) byPlace.set(`${document} ${start} ${end}`, resolved.get(id)!)
  return ({ file, id, start, end }: Place) => byPlace.get(`${stableId('d', `${file}#${id}`)} ${start} ${end}`)
}

async function* readWanted(data: string, wanted: ReadonlySet<string>): AsyncGenerator<Document> {
  for (const [file, folder] of Object.entries(folders)) {
    const path = join(data, folder, file)
    if (!existsSync(path)) continue
    for (const document of await readDocument(readFileSync(path), file)) if (wanted.has(document.uri)) yield document
  }
}
