/**
 * Text → words per CPU second of segmentation, of the whole annotation, and of what reads statements off annotated text,
 * beside compromise's `nlp(text).json()` on the same text in the same run: one thread, warm, repetitions interleaved so
 * that what else the machine does hits all.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { loadNodeAnnotator } from '../src/annotate/node.ts'
import { resolve } from '../src/coreference/index.ts'
import { findFrames, loadPatterns, mend } from '../src/frames/index.ts'
import { link } from '../src/link/index.ts'
import { findMentions } from '../src/mentions/index.ts'
import type { Document } from '../src/model/index.ts'
import { qualify } from '../src/qualify/index.ts'
import { segment } from '../src/segment/index.ts'
import { cpuSeconds } from './bench/cpu.ts'

const { data, repetitions } = new Command('bench')
  .description('Measure how many words a CPU second annotates, beside compromise.')
  .option('--data <folder>', 'the corpora: text/wikinews/', '../shared/data')
  .option('--repetitions <n>', 'how often each is run', Number, 7)
  .parse()
  .opts<{ data: string; repetitions: number }>()

/** Enough for steady figures, little enough for compromise. */
const mostTexts = 60

const texts = readTexts()
const loading = process.cpuUsage()
const annotator = await loadNodeAnnotator()
const loadSeconds = cpuSeconds(loading)
const words = texts.reduce((sum, text) => sum + segment({ text }).reduce((n, s) => n + s.words.length, 0), 0)

for (const text of texts) annotator.annotate(segment({ text }))
const { heapUsed, external, rss } = process.memoryUsage()
// only now, so that its memory is not counted as ours
const { default: nlp } = await import('compromise')

const patterns = loadPatterns()
/** Each text with what the stages before the frames make of it. */
const prepared = new Map(
  texts.map((text, i) => {
    const document: Document = { id: `b${i}`, uri: `bench#${i}`, text, format: 'text' }
    const sentences = annotator.annotate(segment(document))
    const mentions = findMentions(document, sentences)
    return [text, { document, sentences, mentions, chains: resolve(document, sentences, mentions) }]
  }),
)

/** Mendings, frames, their qualities and the links between them, of text that is annotated already. */
function statements(text: string) {
  const { document, sentences, mentions, chains } = prepared.get(text)!
  // copied, for trees are kept by sentence
  const fresh = mend(sentences.map((sentence) => ({ ...sentence })))
  const frames = qualify(document, fresh, mentions, findFrames(document, fresh, mentions, patterns))
  return link(document, fresh, mentions, chains, frames)
}

const contestants: Readonly<Record<string, (text: string) => unknown>> = {
  segment: (text) => segment({ text }),
  'segment and annotate': (text) => annotator.annotate(segment({ text })),
  'frames, qualities, links': statements,
  compromise: (text) => nlp(text).json(),
}
const seconds = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]))
for (let i = 0; i <= repetitions; i++) {
  for (const [name, analyse] of Object.entries(contestants)) {
    const before = process.cpuUsage()
    for (const text of texts) analyse(text)
    // the first round warms up
    if (i > 0) seconds.get(name)!.push(cpuSeconds(before))
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const reference = median(seconds.get('compromise')!)
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
print(`${texts.length} texts, ${words} words by our segmentation; median of ${repetitions} repetitions, warm, CPU time`)
for (const [name, values] of seconds) {
  const middle = median(values)
  const rate = Math.round(words / middle).toLocaleString('en')
  print(
    `${name.padEnd(25)}${rate.padStart(12)} words a CPU second${(reference / middle).toFixed(2).padStart(9)} × compromise`,
  )
}
const share = median(seconds.get('frames, qualities, links')!) / median(seconds.get('segment and annotate')!)
print(`frames, qualities and links cost ${share.toFixed(2)} of what annotation does (wanted: less than 1)`)
print(`loading the models: ${Math.round(1000 * loadSeconds)} ms of CPU time`)
print(
  `memory, before compromise is loaded: heap ${megabytes(heapUsed)}, external ${megabytes(external)}, resident ${megabytes(rss)}`,
)

function readTexts(): string[] {
  const folder = join(data, 'text/wikinews')
  if (existsSync(folder)) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
    const lines = files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    return lines
      .filter(Boolean)
      .slice(0, mostTexts)
      .map((line) => (JSON.parse(line) as { text: string }).text)
  }
  print(`There is no ${folder}, so the seeds are read instead: too little text for steady figures.`)
  const seeds = readdirSync('seeds').filter((name) => /\.(?:md|txt)$/.test(name))
  return seeds.map((name) => readFileSync(join('seeds', name), 'utf8'))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
