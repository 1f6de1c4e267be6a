/** Treebanks → the table that says where sentences end (`src/segment/boundaries.ts`). */
import { join } from 'node:path'
import type { Word } from '../../src/model/index.ts'
import { findBlocks } from '../../src/segment/blocks.ts'
import { visitGaps } from '../../src/segment/boundaries.ts'
import { BlockView, featureCount, tableBits } from '../../src/segment/boundary-features.ts'
import { sumOf, writeTable } from '../../src/segment/boundary-model.ts'
import { splitWords } from '../../src/segment/words.ts'
import { type GoldDocument, readGold } from '../evaluate/treebank.ts'
import { readCorpora } from './corpora.ts'
import { seededRandom, shuffle } from './random.ts'

/** Perceptrons that differ by the order of what they see; their sum is steadier than any. */
const learners = 5
const rounds = 4
/** Weights this small, of 127, are dropped. */
const smallest = 3

/** The table as the text of its JSON file, from the folder of the corpora. The same data give the same text. */
export function trainBoundaries(data: string): string {
  const permitted = new Set(readCorpora(data, false).train.map(({ document }) => document))
  const files = ['ud_ewt/en_ewt-ud-train.conllu', 'gum/train.conllu'].map((file) => join(data, 'treebank', file))
  return `${JSON.stringify(learnBoundaries(files.flatMap(readGold).filter(({ id }) => permitted.has(id))))}\n`
}

interface Block {
  readonly words: readonly Word[]
  /** Where the document's gold sentences end. */
  readonly ends: ReadonlySet<number>
}

/** Learns from documents with gold sentences. */
function learnBoundaries(documents: readonly GoldDocument[]) {
  const blocks: Block[] = documents.flatMap((document) => {
    const ends = new Set(document.sentences.map(({ end }) => end))
    const all = findBlocks(document).map(({ start, end }) => splitWords(document.text, start, end))
    return all.filter((words) => words.length > 1).map((words) => ({ words, ends }))
  })
  const sum = new Float64Array(2 ** tableBits)
  for (let seed = 1; seed <= learners; seed++) {
    const mean = meanWeights(blocks, seed)
    for (let i = 0; i < sum.length; i++) sum[i]! += mean[i]!
  }
  const largest = sum.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const table = Int8Array.from(sum, (weight) => Math.round((127 * weight) / largest))
  return writeTable(table.map((weight) => (Math.abs(weight) < smallest ? 0 : weight)))
}

/** Mean over all moments of a perceptron's weights. */
function meanWeights(blocks: readonly Block[], seed: number): Float64Array {
  const weights = new Float64Array(2 ** tableBits)
  const moments = new Float64Array(2 ** tableBits)
  const rows = new Int32Array(featureCount)
  const random = seededRandom(seed)
  const order = [...blocks]
  let now = 1
  for (let round = 0; round < rounds; round++) {
    for (const { words, ends } of shuffle(order, random)) {
      const view = new BlockView(words)
      visitGaps(view, (i) => {
        const gold = ends.has(words[i]!.end)
        view.features(i, rows)
        now++
        const by = gold ? 1 : -1
        if (by * sumOf(weights, rows) <= 0) {
          for (const row of rows) {
            weights[row]! += by
            moments[row]! += by * now
          }
        }
        return gold
      })
    }
  }
  return weights.map((weight, i) => weight - moments[i]! / now)
}
