/**
 * Text → words per CPU second of segmentation, of the whole annotation, and of what reads statements off annotated text,
 * beside compromise's `nlp(text).json()` on the same text in the same run: one thread, warm, repetitions interleaved so
 * that what else the machine does hits all. Loading and memory are those of a process of their own.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import type { Alone } from './bench/alone.ts'
import { cpuSeconds } from './bench/cpu.ts'
import { corpus, readTexts } from './bench/texts.ts'

const options = new Command('bench')
  .description('Measure how many words a CPU second annotates, beside compromise.')
  .option('--data <folder>', 'the corpora: text/wikinews/', '../shared/data')
  .option('--repetitions <n>', 'how often each is run', Number, 7)
  .option('--alone', 'only load the engine and annotate, and print what that takes, as JSON')
  .parse()
  .opts<{ data: string; repetitions: number; alone?: true }>()
const { data, repetitions } = options
const texts = readTexts(data)

if (options.alone) {
  // whatever else the measuring needs is not loaded here
  const { measureAlone } = await import('./bench/alone.ts')
  print(JSON.stringify(await measureAlone(texts)))
  process.exit(0)
}
if (!existsSync(corpus(data)))
  print(`There is no ${corpus(data)}, so the seeds are read instead: too little text for steady figures.`)
const alone: Alone = JSON.parse(
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--alone', '--data', data], { encoding: 'utf8' }),
)
const { contestantsOn } = await import('./bench/contestants.ts')
const { words, analyse } = await contestantsOn(texts)
const seconds = new Map(Object.keys(analyse).map((name) => [name, [] as number[]]))
for (let i = 0; i <= repetitions; i++) {
  for (const [name, run] of Object.entries(analyse)) {
    const before = process.cpuUsage()
    for (const text of texts) run(text)
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
print(`loading the models: ${Math.round(1000 * alone.load)} ms of CPU time`)
print(
  `memory of a process that only loads them and annotates: resident ${megabytes(alone.resident)} (at most ${megabytes(alone.peak)}), heap ${megabytes(alone.heap)}, external ${megabytes(alone.external)}`,
)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
