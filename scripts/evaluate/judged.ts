/**
 * Statements judged by a reader → how often they are right, and whether the confidence says so: printed, and drawn as
 * `docs/calibration.svg`.
 *
 * A judgement is a line of JSON: `{"file", "id", "start", "end", "relation", "right", "reason"?}`, the predicate's place
 * in the text of the document `id` of a JSONL file. A statement is right only if its kind, roles, entities, content,
 * polarity, factuality and source are. The confidence is that of today; a statement that is found no more is left out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotator } from '../../src/annotate/index.ts'
import { resolve } from '../../src/coreference/index.ts'
import { localEntities, toStatements } from '../../src/entities/index.ts'
import { findFrames, loadPatterns, mend } from '../../src/frames/index.ts'
import { link } from '../../src/link/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import type { Document, Statement } from '../../src/model/index.ts'
import { confidenceFeatures, qualify } from '../../src/qualify/index.ts'
import { readDocument } from '../../src/read/index.ts'
import { segment } from '../../src/segment/index.ts'
import { calibrationPlot } from './calibration-plot.ts'
import { type EvaluationPart, percent, table } from './part.ts'

/** Drawn one after the other from articles that nobody works on; the newest is what is drawn. */
const judgements = [
  'test/judged/wikinews-last-third.jsonl',
  'test/judged/wikinews-last-third-again.jsonl',
  'test/judged/wikinews-last-third-once-more.jsonl',
  'test/judged/wikinews-last-third-lately.jsonl',
]
const plot = 'docs/calibration.svg'

export interface Judgement {
  readonly file: string
  readonly id: string
  readonly start: number
  readonly end: number
  readonly relation: string
  readonly right: boolean
}

/** A statement and what its confidence is made of. */
export interface FoundStatement {
  readonly statement: Statement
  readonly features: Readonly<Record<string, number>>
}

/** A judged statement as it is found today. */
export interface Judged extends FoundStatement {
  readonly confidence: number
  readonly right: boolean
}

/** One of ten ranges of confidence: how many statements, their mean confidence, and the share that is right (0..1). */
export interface Bin {
  readonly from: number
  readonly count: number
  readonly confidence: number
  readonly right: number
}

export const judged: EvaluationPart = {
  name: 'judged',
  async run({ data, annotator, print }) {
    let newest: Bin[] = []
    for (const file of judgements) {
      const all = readJudgements(file)
      const found = await findJudged(all, join(data, 'text/wikinews'), annotator)
      const sure = found.filter(({ confidence }) => confidence >= 0.7)
      const tens = bins(found)
      newest = tens
      print(`Statements judged by reading, ${file}`)
      print(`right, as they were drawn         ${percent(shareRight(all))}`)
      print(`still found                       ${found.length} of ${all.length}`)
      print(`right, of those                   ${percent(shareRight(found))}`)
      print(`right, at confidence 0.7 and more ${percent(shareRight(sure))}   (to reach: 90)`)
      print(`share at 0.7 and more             ${percent(sure.length / found.length)}   (to reach: 50)`)
      print(
        table(
          ['confidence', 'statements', 'mean', 'right', 'off by'],
          tens.map(({ from, count, confidence, right }) => [
            `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
            String(count),
            percent(confidence),
            percent(right),
            percent(right - confidence),
          ]),
        ),
      )
    }
    mkdirSync('docs', { recursive: true })
    writeFileSync(plot, calibrationPlot(newest))
  },
}

export function readJudgements(file: string): Judgement[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line): Judgement => JSON.parse(line))
}

/** What finds the statements of a document: the pipeline, with a look at the features before they become a number. */
export function statementReader(annotator: Annotator): (document: Document) => FoundStatement[] {
  const patterns = loadPatterns()
  return (document) => {
    const sentences = mend(annotator.annotate(segment(document)))
    const mentions = findMentions(document, sentences)
    const chains = resolve(document, sentences, mentions)
    const frames = qualify(document, sentences, mentions, findFrames(document, sentences, mentions, patterns))
    const linked = link(document, sentences, mentions, chains, frames)
    const entities = localEntities(document, mentions, chains)
    const statements = toStatements(document, sentences, mentions, chains, entities, linked)
    return statements.map((statement, at) => {
      const frame = linked[at]!
      return { statement, features: confidenceFeatures(frame, sentences[frame.sentence]!) }
    })
  }
}

/** What a judgement calls a document of a JSONL file. */
export const idOf = ({ uri }: Document): string => uri.slice(uri.indexOf('#') + 1)

/** The judged statements that the engine still finds; `folder` holds the files that the judgements name. */
export async function findJudged(
  judgements: readonly Judgement[],
  folder: string,
  annotator: Annotator,
): Promise<Judged[]> {
  const statementsOf = statementReader(annotator)
  const found: Judged[] = []
  for (const file of new Set(judgements.map((judgement) => judgement.file))) {
    for (const document of await readDocument(readFileSync(join(folder, file)), file)) {
      const id = idOf(document)
      const here = judgements.filter((judgement) => judgement.file === file && judgement.id === id)
      if (here.length === 0) continue
      const all = statementsOf(document)
      for (const { start, end, relation, right } of here) {
        const same = all.find(
          ({ statement: { predicate, relation: own } }) =>
            predicate.start === start && predicate.end === end && own === relation,
        )
        if (same) found.push({ ...same, confidence: same.statement.confidence, right })
      }
    }
  }
  return found
}

/** Those of the ten ranges that hold a statement. */
export function bins(found: readonly Pick<Judged, 'confidence' | 'right'>[]): Bin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const inside = found.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    const sum = inside.reduce((sum, { confidence }) => sum + confidence, 0)
    return { from: bin / 10, count: inside.length, confidence: sum / inside.length, right: shareRight(inside) }
  }).filter(({ count }) => count > 0)
}

function shareRight(found: readonly { readonly right: boolean }[]): number {
  return found.filter(({ right }) => right).length / found.length
}
