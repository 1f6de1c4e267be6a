/**
 * Documents with what is known of each word's label. Collections differ in what they annotate: where one does not tell,
 * a word may have any label that fits, and the training sums over them.
 */
import { type LearntType, label, labelCount, learntTypes } from '../../../src/annotate/names-labels.ts'

export interface NameSentence {
  readonly forms: readonly string[]
  /** For each word the labels that it may have, as bits. */
  readonly allowed: Int32Array
}

export interface NameDocument {
  readonly id: string
  readonly genre: string
  /** From 1, as `NameContext.collection`. */
  readonly collection: number
  readonly sentences: readonly NameSentence[]
}

/** A name with the types that it may have; none: it may be a name or not. */
export interface AnnotatedName {
  readonly first: number
  readonly last: number
  readonly types: readonly LearntType[]
  /** It may also be no name of these types. */
  readonly optional?: boolean
}

export const collections = ['', 'uner', 'gum', 'wikigold', 'btc', 'crossner', 're3d'] as const

const all = (2 ** labelCount - 1) | 0
const bitsOfTypes = (types: Iterable<LearntType>): number => {
  let bits = 0
  for (const type of types) {
    const t = learntTypes.indexOf(type)
    bits |= (1 << label.begin(t)) | (1 << label.inside(t)) | (1 << label.last(t)) | (1 << label.unit(t))
  }
  return bits
}

/** Labels that each word may have, given the names and the types that the collection annotates. */
export function allowedLabels(
  length: number,
  names: readonly AnnotatedName[],
  annotated: readonly LearntType[],
): Int32Array {
  const outside = (all & ~bitsOfTypes(annotated)) | 1
  const allowed = new Int32Array(length).fill(outside)
  for (const { first, last, types, optional } of names)
    for (let i = first; i < last; i++) {
      if (types.length === 0) {
        allowed[i] = all
        continue
      }
      let bits = optional ? outside : 0
      for (const type of types) {
        const t = learntTypes.indexOf(type)
        bits |=
          1 <<
          (last - first === 1
            ? label.unit(t)
            : i === first
              ? label.begin(t)
              : i === last - 1
                ? label.last(t)
                : label.inside(t))
      }
      allowed[i] = bits
    }
  return allowed
}
