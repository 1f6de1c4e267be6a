/** The data folder → the model file of names. */
import { compress } from '../../src/annotate/model-file.ts'
import { labels } from '../../src/annotate/names-labels.ts'
import { encodeNames } from '../../src/annotate/names-model.ts'
import type { WordTable } from '../../src/annotate/word-table.ts'
import { readNameCorpora } from './name-corpora.ts'
import { type NameTraining, type TrainedNames, trainNames } from './train-names.ts'

const bits = 23
/** The mean of a field for each of them is kept. */
const seeds = [1, 2, 3]
const rounds = 4
/** Smaller weights are not kept. */
const threshold = 0.03

export interface NamesModelSource extends Pick<NameTraining, 'tagsOf' | 'report'> {
  /** Folder that holds `ner/` and `treebank/`. */
  readonly data: string
  /** Ids of the documents of EWT and GUM that may be learnt from. */
  readonly documents: ReadonlySet<string>
}

/** @param words - the tagger's table of forms, which the recognizer will be used with */
export function namesModel({ data, documents, ...given }: NamesModelSource, words: WordTable): Promise<Uint8Array> {
  const corpora = readNameCorpora(data, documents)
  const { weights, transitions } = mean(
    seeds.map((seed) => trainNames(corpora, words, { bits, seed, rounds, ...given })),
  )
  return encodeNames({ ...compress(weights, threshold), classes: labels, bits }, transitions)
}

function mean(runs: readonly TrainedNames[]): TrainedNames {
  const of = (values: (run: TrainedNames) => ArrayLike<number>, i: number) =>
    runs.reduce((sum, run) => sum + values(run)[i]!, 0) / runs.length
  return {
    weights: runs[0]!.weights.map((_, i) => of(({ weights }) => weights, i)),
    transitions: runs[0]!.transitions.map((_, i) => Math.round(of(({ transitions }) => transitions, i) * 1000) / 1000),
  }
}
