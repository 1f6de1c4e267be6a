/** The data folder → the model file of names. */
import { compress } from '../../src/annotate/model-file.ts'
import { labels } from '../../src/annotate/names-labels.ts'
import { encodeNames } from '../../src/annotate/names-model.ts'
import type { WordTable } from '../../src/annotate/word-table.ts'
import { readNameCorpora } from './name-corpora.ts'
import { trainNames } from './train-names.ts'

const bits = 22
const seed = 1
const rounds = 5
/** Smaller weights are not kept: found on a part of the training set. */
const threshold = 0.05

export interface NamesModelSource {
  /** Folder that holds `ner/` and `treebank/`. */
  readonly data: string
  /** Ids of the documents of EWT and GUM that may be learnt from. */
  readonly documents: ReadonlySet<string>
  readonly report?: (line: string) => void
}

/** @param words - the tagger's table of forms, which the recognizer will be used with */
export function namesModel({ data, documents, report }: NamesModelSource, words: WordTable): Promise<Uint8Array> {
  const { weights, transitions } = trainNames(readNameCorpora(data, documents), words, { bits, seed, rounds, report })
  return encodeNames({ ...compress(weights, threshold), classes: labels, bits }, transitions)
}
