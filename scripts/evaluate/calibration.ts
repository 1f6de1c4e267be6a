/**
 * The confidence measured against statements judged by reading, and fitted to them.
 *
 *   node scripts/run.js evaluate/calibration --data FOLDER --sample 50 [--seed 1] [--part 0-0.67]   draws statements to judge
 *   node scripts/run.js evaluate/calibration --data FOLDER --judged FILE… [--lax FILE] [--fit]      ten bins; new coefficients
 *
 * A judgement is what `judged.ts` says. No sentence is kept. To be fitted to, the judgements are parted by lot: each half
 * is measured by what the other teaches; the coefficients printed are those of both.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import type { Document, Filler, Statement } from '../../src/model/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { seededRandom } from '../train/random.ts'
import { bins, findJudged, idOf, readJudgements, statementReader } from './judged.ts'

const options = new Command()
  .requiredOption('--data <folder>', 'where the files of the judgements lie')
  .option('--file <name>', 'the JSONL file to draw from', 'wikinews_en.jsonl')
  .option('--sample <count>', 'how many statements to draw', Number)
  .option('--part <from-to>', 'which part of the documents to draw from, as shares of 1', '0-0.67')
  .option('--least <confidence>', 'draw none of less', Number, 0.5)
  .option('--seed <number>', 'for the drawing', Number, 1)
  .option('--judged <file...>', 'JSONL of judgements')
  .option('--lax <file>', 'more to learn from, but judged more kindly: by those who had mended the rules by it')
  .option('--fit', 'print coefficients fitted to the judgements')
  .parse()
  .opts<{
    data: string
    file: string
    sample?: number
    part: string
    seed: number
    least: number
    judged?: string[]
    lax?: string
    fit?: boolean
  }>()

/** One statement as the model sees it. */
interface Example {
  readonly features: Readonly<Record<string, number>>
  readonly confidence: number
  readonly right: boolean
}

const annotator = await loadNodeAnnotator()
const statementsOf = statementReader(annotator)

const read = (file: string) => readDocument(readFileSync(join(options.data, file)), file)

async function sample(count: number) {
  const documents = await read(options.file)
  const [from, to] = options.part.split('-').map((share) => Math.floor(Number(share) * documents.length))
  const next = seededRandom(options.seed)
  const drawn: { document: Document; statement: Statement }[] = []
  let seen = 0
  // reservoir sampling: each statement has the same chance
  for (const document of documents.slice(from, to)) {
    for (const { statement } of statementsOf(document)) {
      if (statement.confidence < options.least) continue
      seen++
      if (drawn.length < count) drawn.push({ document, statement })
      else {
        const at = Math.floor(next() * seen)
        if (at < count) drawn[at] = { document, statement }
      }
    }
  }
  for (const { document, statement } of drawn) {
    const { predicate, relation, kind, roles, polarity, factuality, source, confidence, foundBy } = statement
    const fillers = Object.entries(roles).map(([role, list]) => [role, list.map(named).join(' / ')])
    const around = document.text.slice(Math.max(0, predicate.start - 600), predicate.end + 400).replace(/\s+/g, ' ')
    const said = {
      kind,
      ...Object.fromEntries(fillers),
      polarity,
      factuality,
      source: source.map(named).join(' / '),
      confidence,
      foundBy,
    }
    const { start, end } = predicate
    console.log(
      JSON.stringify({ file: options.file, id: idOf(document), start, end, relation, right: null, said, around }),
    )
  }
  console.error(`${drawn.length} of ${seen} statements`)
}

/** The words of a filler, and whom they stand for where that is somebody of another name. */
const named = ({ text, entity }: Filler) => (entity && entity.name !== text ? `${text} = ${entity.name}` : text)

/** `lax` marks kinder judgements: it takes up the difference, and is left out of the coefficients. */
async function examples(files: readonly string[], lax = 0): Promise<Example[]> {
  const judgements = files.flatMap(readJudgements)
  const found = await findJudged(judgements, options.data, annotator)
  console.error(`${found.length} of ${judgements.length} judged statements are still found`)
  return found.map(({ features, confidence, right }) => ({ features: { ...features, lax }, confidence, right }))
}

interface Coefficients {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
}

const probability = ({ bias, weights }: Coefficients, features: Example['features']) => {
  let score = bias
  for (const [name, value] of Object.entries(features)) score += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-score))
}

/** Logistic regression by gradient descent; each weight is drawn to nothing by `pull`. */
function learn(examples: readonly Example[], pull = 10): Coefficients {
  let own = 0
  const found: Record<string, number> = {}
  const rate = 1 / examples.length
  for (let step = 0; step < 3000; step++) {
    let slope = 0
    const slopes = new Map(
      Object.entries(found).map(([name, value]) => [name, name === 'lax' ? 0 : -pull * value] as const),
    )
    for (const { features, right } of examples) {
      const error = (right ? 1 : 0) - probability({ bias: own, weights: found }, features)
      slope += error
      for (const [name, value] of Object.entries(features)) slopes.set(name, (slopes.get(name) ?? 0) + error * value)
    }
    own += rate * slope
    for (const [name, value] of slopes) found[name] = (found[name] ?? 0) + rate * value
  }
  return { bias: own, weights: found }
}

function report(title: string, examples: readonly Example[]) {
  console.log(`${title}\nconfidence  statements  right  mean confidence`)
  for (const { from, count, confidence, right } of bins(examples)) {
    const range = `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`
    console.log(`${range.padEnd(10)}  ${String(count).padStart(10)}  ${percent(right)}  ${percent(confidence)}`)
  }
  const high = examples.filter(({ confidence }) => confidence >= 0.7)
  const right = high.filter((example) => example.right).length
  console.log(`at 0.7 and above: ${high.length} of ${examples.length}, right ${percent(right / high.length)}`)
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7)

if (options.sample) await sample(options.sample)
if (options.judged) {
  const judged = await examples(options.judged)
  report('as it is', judged)
  if (options.fit) {
    const next = seededRandom(options.seed)
    const drawn = judged.map((example) => ({ example, teaches: next() < 0.5 }))
    const of = (half: boolean) => drawn.filter(({ teaches }) => teaches === half).map(({ example }) => example)
    const lax = options.lax ? await examples([options.lax], 1) : []
    const by = (teachers: Example[], half: Example[]) => {
      const taught = learn([...teachers, ...lax])
      return half.map(({ features, right }) => ({ features, right, confidence: probability(taught, features) }))
    }
    report('\nfitted, each half by what the other teaches', [...by(of(true), of(false)), ...by(of(false), of(true))])
    const model = learn([...judged, ...lax])
    const { lax: _, ...own } = model.weights
    const rounded = Object.entries(own).map(([name, value]) => [name, Math.round(value * 100) / 100])
    console.log(
      JSON.stringify({ bias: Math.round(model.bias * 100) / 100, weights: Object.fromEntries(rounded) }, null, 2),
    )
  }
}
