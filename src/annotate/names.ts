/**
 * Sentences of a document → its names. A linear-chain conditional random field finds persons, places, organizations,
 * events, works and products by words, shapes, tags, clusters, gazetteers and what the rest of the document says of a
 * word; the finer types, dates and amounts are told by rule.
 */
import type { Name, Token } from '../model/index.ts'
import { toOffsets } from './hashing.ts'
import type { LinearModel } from './linear-model.ts'
import { NameContexts } from './names-context.ts'
import { agree } from './names-document.ts'
import { mendExtents } from './names-extent.ts'
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

/** A longer word in small letters: the sentence is no headline, whose capitals would run together. */
const isSmall = (form: string): boolean => /^\p{Ll}{5}/u.test(form)

/** Words that are taken together at most: a text of nothing but capitals is cut. */
const longestStretch = 1000

/** Score of what cannot be. */
const never = -1e6

export class Names {
  private readonly contexts: NameContexts
  private readonly exponents: Float64Array

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
    this.exponents = transitions.map(Math.exp)
  }

  /** The names of each sentence of one document, from left to right; they do not overlap. */
  recognize(sentences: readonly NamedSentence[]): Name[][] {
    const forms = sentences.map(({ tokens }) => tokens.map(({ form }) => form))
    const contexts = this.contexts.of(
      sentences.map(({ tokens }) => tokens),
      collection,
    )
    const found = sentences.map(({ tokens }, s) => {
      const learnt = tokens.length === 0 ? [] : this.learnt(contexts[s]!, forms[s]!)
      const ruled = datesAndAmounts(tokens).map((name) => ({ ...name, confidence: ruleConfidence }))
      const telling = forms[s]!.some(isSmall) ? tellingNames(forms[s]!) : []
      const names = merge(tokens.length, learnt, [
        ...ruled,
        ...telling.map((name) => ({ ...name, confidence: ruleConfidence })),
      ])
      return mendExtents(forms[s]!, names)
    })
    return agree(found.map((names, s) => ({ forms: forms[s]!, names })))
  }

  /** Names by the model. They are sought in stretches that begin and end with a word that may be in one. */
  private learnt(context: NameContext, forms: readonly string[]): Name[] {
    const { candidates } = context
    const names: Name[] = []
    for (let at = 0; at < forms.length; at++) {
      if (candidates[at] !== 2) continue
      let end = at
      for (let i = at; i < forms.length && candidates[i] && i - at < longestStretch; i++)
        if (candidates[i] === 2) end = i + 1
      // with the word before and after, which are outside
      const from = Math.max(0, at - 1)
      const to = Math.min(forms.length, end + 1)
      const chain = this.chain(context, { from, to, first: at, last: end })
      names.push(...this.decode(chain, forms.slice(from, to), from))
      at = end - 1
    }
    return names
  }

  private decode(chain: Chain, forms: readonly string[], offset: number): Name[] {
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
      const title = type === 'PERSON' ? titleWords(own) : 0
      names.push({ first: offset + first + title, last: offset + i + 1, type, confidence })
    })
    return names
  }

  /** Scores of the words from `from` to `to`; those before `first` and from `last` on are outside of names. */
  private chain(
    context: NameContext,
    { from, to, first, last }: { from: number; to: number; first: number; last: number },
  ): Chain {
    const { kernel, bits, scale } = this.model
    const length = to - from
    const emissions = new Float64Array(length * labelCount)
    for (let i = 0; i < length; i++) {
      if (from + i < first || from + i >= last) {
        emissions.fill(never, i * labelCount + 1, (i + 1) * labelCount)
        continue
      }
      const count = toOffsets(kernel.offsets, nameFeatures(context, from + i, kernel.offsets), bits, kernel.zeroRow)
      kernel.sum(count)
      for (let of = 0; of < labelCount; of++) emissions[i * labelCount + of] = kernel.sums[of]! / scale
    }
    return { length, emissions, transitions: this.transitions, exponents: this.exponents }
  }
}

/**
 * Puts found names and those by rule together. A rule's name gives way to a learnt one that it touches, unless it
 * covers the whole of it: "the Paris Agreement" is no place.
 */
function merge(length: number, learnt: readonly Name[], ruled: readonly Name[]): Name[] {
  const owners = new Array<Name | undefined>(length)
  for (const name of learnt) owners.fill(name, name.first, name.last)
  const kept = new Set<Name>()
  for (const name of ruled) {
    const covers = (other: Name | undefined) => !other || (name.first <= other.first && other.last <= name.last)
    const touched = owners.slice(name.first, name.last)
    if (!touched.every((other) => covers(other) && !(other && kept.has(other)))) continue
    owners.fill(name, name.first, name.last)
    kept.add(name)
  }
  const names: Name[] = []
  for (const owner of owners) if (owner && owner !== names.at(-1)) names.push(owner)
  return names
}
