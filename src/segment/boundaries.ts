/**
 * Words of a block → where its sentences end. Rules propose, an averaged perceptron (Collins 2002) that has seen the
 * sentences of EWT and GUM weighs them with the words around; it also finds sentences that end without a mark.
 */
import type { Word } from '../model/index.ts'
import { BlockView, featureCount } from './boundary-features.ts'
import { readTable, sumOf } from './boundary-model.ts'
import { Ruling } from './boundary-rules.ts'
import stored from './models/boundaries.json'

const table = readTable(stored)
const rows = new Int32Array(featureCount)

/** Index after the last word of each sentence, the block's last included. */
export function sentenceEnds(words: readonly Word[]): number[] {
  const view = new BlockView(words)
  return visitGaps(view, (i) => {
    if (view.ruled[i] === Ruling.certain) return true
    view.features(i, rows)
    return sumOf(table, rows) > 0
  })
}

/** Visits the gaps where a sentence may end, in order; `decide` says whether one ends after word `i`. */
export function visitGaps(view: BlockView, decide: (i: number) => boolean): number[] {
  const ends: number[] = []
  for (let i = 0; i + 1 < view.words.length; i++) {
    view.enter(i)
    if (!view.mayEnd(i) || !decide(i)) continue
    ends.push(i + 1)
    view.end(i)
  }
  if (view.words.length > 0) ends.push(view.words.length)
  return ends
}
