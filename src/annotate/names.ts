/**
 * Sentences of a document → its names. A linear-chain conditional random field finds persons, places, organizations,
 * events, works and products by words, shapes, clusters, gazetteers and how the rest of the document writes a word; the
 * finer types, dates and amounts are told by rule.
 */
import type { Name, Token } from '../model/index.ts'
import { toOffsets } from './hashing.ts'
import type { LinearModel } from './linear-model.ts'
import { NameContexts } from './names-context.ts'
import { agree } from './names-document.ts'
import { type NameContext, nameFeatures } from './names-features.ts'
import {
  bestPath,
  type Chain,
  label,
  labelCount,
  learntTypes,
  probability,
  type Sums,
  sumPaths,
} from './names-labels.ts'
import { datesAndAmounts } from './names-rules.ts'
import { fineType, tellingNames, titleWords } from './names-types.ts'
import type { WordTable } from './word-table.ts'

/** A sentence as the recognizer sees it. */
export interface NamedSentence {
  readonly tokens: readonly Pick<Token, 'form' | 'upos' | 'xpos'>[]
}

/** The collection whose conventions a recognized name follows: titles and articles stay outside. */
const collection = 1

/** Confidence of what a rule finds. */
const ruleConfidence = 0.9

/** Score of what cannot be. */
const never = -1e6

export class Names {
  private readonly contexts: NameContexts

  /**
   * @param transitions - weights from label to label, `names-labels.ts`
   * @param words - the tagger's table of forms, which the model was trained with
   */
  constructor(
    readonly model: LinearModel,
    readonly transitions: Float64Array,
    words: WordTable,
  ) {
    this.contexts = new NameContexts(words)
  }

  /** The names of each sentence of one document, from left to right; they do not overlap. */
  recognize(sentences: readonly NamedSentence[]): Name[][] {
    const forms = sentences.map(({ tokens }) => tokens.map(({ form }) => form))
    const contexts = this.contexts.of(forms, collection)
    const found = sentences.map(({ tokens }, s) => {
      const learnt = tokens.length === 0 ? [] : this.learnt(contexts[s]!, forms[s]!)
      const ruled = datesAndAmounts(tokens).map((name) => ({ ...name, confidence: ruleConfidence }))
      const telling = contexts[s]!.style === 0 ? tellingNames(forms[s]!) : []
      return merge(learnt, [...ruled, ...telling.map((name) => ({ ...name, confidence: ruleConfidence }))])
    })
    return agree(found.map((names, s) => ({ forms: forms[s]!, names })))
  }

  private learnt(context: NameContext, forms: readonly string[]): Name[] {
    const chain = this.chain(context)
    const path = bestPath(chain)
    const names: Name[] = []
    let sums: Sums | undefined
    let first = 0
    path.forEach((of, i) => {
      if (label.starts(of)) first = i
      if (!label.ends(of)) return
      sums ??= sumPaths(chain)
      const own = forms.slice(first, i + 1)
      const type = fineType(learntTypes[label.type(of)]!, own)
      const confidence = probability(sums, path, [first, i + 1])
      names.push({ first: type === 'PERSON' ? first + titleWords(own) : first, last: i + 1, type, confidence })
    })
    return names
  }

  private chain(context: NameContext): Chain {
    const { kernel, bits, scale } = this.model
    const length = context.places.length
    const emissions = new Float64Array(length * labelCount)
    for (let i = 0; i < length; i++) {
      if (!context.candidates[i]) {
        emissions.fill(never, i * labelCount + 1, (i + 1) * labelCount)
        continue
      }
      const count = toOffsets(kernel.offsets, nameFeatures(context, i, kernel.offsets), bits, kernel.zeroRow)
      kernel.sums.fill(0)
      kernel.sum(count)
      for (let of = 0; of < labelCount; of++) emissions[i * labelCount + of] = kernel.sums[of]! / scale
    }
    return { length, emissions, transitions: this.transitions }
  }
}

const overlap = (a: Name, b: Name) => a.first < b.last && b.first < a.last

/**
 * Puts found names and those by rule together. A rule's name gives way to a learnt one that it touches, unless it
 * covers the whole of it: "the Paris Agreement" is no place.
 */
function merge(learnt: readonly Name[], ruled: readonly Name[]): Name[] {
  const kept: Name[] = []
  for (const name of ruled) {
    const touched = learnt.filter((other) => overlap(name, other))
    const whole = touched.every((other) => name.first <= other.first && other.last <= name.last)
    if (whole && !kept.some((other) => overlap(name, other))) kept.push(name)
  }
  const rest = learnt.filter((name) => !kept.some((other) => overlap(name, other)))
  return [...kept, ...rest].sort((a, b) => a.first - b.first)
}
