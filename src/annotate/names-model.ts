/** Model file ↔ name recognizer. */
import { ModelError } from '../errors.ts'
import { decodeModel, encodeModel, type Gunzip, type LinearHeader, linearModel } from './model-file.ts'
import type { TrainedWeights } from './models.ts'
import { Names } from './names.ts'
import { labelCount, labels } from './names-labels.ts'
import type { WordTable } from './word-table.ts'

/** The file's name in `models/`. */
export const namesFile = 'names.model'

interface NamesHeader {
  readonly kind: 'names'
  /** As `Chain.transitions`. */
  readonly transitions: readonly number[]
  readonly weights: LinearHeader
}

export function encodeNames(
  { classes, bits, largest, gaps, codes }: TrainedWeights,
  transitions: Float64Array,
): Promise<Uint8Array> {
  const weights = { classes, bits, largest, section: 0 }
  const header: NamesHeader = { kind: 'names', transitions: [...transitions], weights }
  return encodeModel(header, [gaps, codes])
}

/**
 * @param words - the tagger's table of forms, which knows the same words
 * @param gunzip - see `decodeModel`
 * @throws ModelError where the file is damaged or of other labels
 */
export async function decodeNames(bytes: Uint8Array, words: WordTable, gunzip?: Gunzip): Promise<Names> {
  const { header, sections } = await decodeModel(bytes, gunzip)
  const { kind, transitions, weights } = header as NamesHeader
  if (
    kind !== 'names' ||
    weights.classes.join() !== labels.join() ||
    transitions.length !== (labelCount + 1) * labelCount
  )
    throw new ModelError('The model file of names is of another kind or version.', 'Install the package anew.')
  return new Names(linearModel(weights, sections), Float64Array.from(transitions), words)
}
