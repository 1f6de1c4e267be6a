/**
 * Documents with names → the weights of a linear-chain conditional random field (Lafferty et al. 2001), by stochastic
 * gradients with AdaGrad's rates (Duchi et al. 2011). Where a word's label is not fully known, the likelihood is that of
 * all paths that fit (Tsuboi et al. 2008).
 */
import { toOffsets } from '../../src/annotate/hashing.ts'
import { rowWidth } from '../../src/annotate/kernel.ts'
import { NameContexts } from '../../src/annotate/names-context.ts'
import { type NameContext, nameFeatures } from '../../src/annotate/names-features.ts'
import { type Chain, followers, labelCount, type Sums, start, sumPaths } from '../../src/annotate/names-labels.ts'
import type { WordTable } from '../../src/annotate/word-table.ts'
import type { NameDocument, NameSentence } from './name-corpora/labelled.ts'
import { seededRandom, shuffle } from './random.ts'

export interface NameTraining {
  readonly bits: number
  readonly seed: number
  readonly rounds: number
  /** A sentence's words → their tags (XPOS), as a tagger guesses them that has not learnt from the sentence. */
  readonly tagsOf: (forms: readonly string[]) => readonly string[]
  readonly report?: (line: string) => void
}

export interface TrainedNames {
  readonly weights: Float32Array
  /** As `Chain.transitions`. */
  readonly transitions: Float64Array
}

/** Score of what cannot be. */
const never = -1e6
const rate = 0.1
/** Pull towards zero at each touch of a weight. */
const decay = 2e-5
/** Share of the features that is not looked at, anew each time (Hinton et al. 2012): none may lean on few of them. */
const dropout = 0.5
/** A sentence with a smaller loss is learnt from less often. */
const settled = 0.02
/** Changes below this are not made. */
const least = 1e-3

interface Item {
  /** What the sentence added to the loss when it was last seen. */
  loss: number
  /** Offsets of each word's features; none for words that are not looked at, which have no name. */
  readonly offsets: readonly Int32Array[]
  readonly allowed: Int32Array
}

const none = new Int32Array(0)

/** A word that has a name is looked at even if it would not be where no labels are known. */
const looked = ({ candidates }: NameContext, { allowed }: NameSentence) =>
  allowed.map((bits, i) => (candidates[i]! > 0 || (bits & 1) === 0 ? 1 : 0))

/** Sentences come in the stretches that names are looked for in: see `Names`. */
function itemsOf(documents: readonly NameDocument[], words: WordTable, { bits, tagsOf }: NameTraining): Item[] {
  const contexts = new NameContexts(words)
  const zeroRow = 2 ** bits + rowWidth(labelCount)
  const buffer = new Int32Array(512)
  const offsetsOf = (context: NameContext, i: number): Int32Array => {
    const count = nameFeatures(context, i, buffer)
    toOffsets(buffer, count, bits, zeroRow)
    return buffer.slice(0, count)
  }
  return documents.flatMap(({ sentences, collection }) => {
    const tagged = sentences.map(({ forms }) => {
      const tags = tagsOf(forms)
      return forms.map((form, i) => ({ form, xpos: tags[i]! }))
    })
    return contexts.of(tagged, collection).flatMap((context, s) => {
      const sentence = sentences[s]!
      const look = looked(context, sentence)
      const items: Item[] = []
      for (let at = 0; at < look.length; at++) {
        if (!look[at]) continue
        let end = at
        while (look[end]) end++
        // with the word before and after, which are outside
        const from = Math.max(0, at - 1)
        const part = look.subarray(from, end + 1)
        const allowed = sentence.allowed.slice(from, end + 1).map((bits, i) => (part[i] ? bits : 1))
        items.push({
          loss: Infinity,
          offsets: Array.from(part, (is, i) => (is ? offsetsOf(context, from + i) : none)),
          allowed,
        })
        at = end
      }
      return items
    })
  })
}

/**
 * Cells that may have a weight: a label that the feature was seen with, and "outside" for features that were seen with
 * a name, or twice.
 */
function supported(items: readonly Item[], size: number): Uint8Array {
  const seen = new Uint8Array(size)
  for (const { offsets, allowed } of items)
    offsets.forEach((row, i) => {
      const bits = allowed[i]!
      const single = (bits & (bits - 1)) === 0
      for (const cell of row) {
        if (bits & 1) seen[cell] = Math.min(3, seen[cell]! + 1)
        else if (single) {
          seen[cell + 31 - Math.clz32(bits)] = 3
          seen[cell] = 3
        }
      }
    })
  for (let i = 0; i < size; i++) seen[i] = seen[i]! >= 3 ? 1 : 0
  return seen
}

export function trainNames(documents: readonly NameDocument[], words: WordTable, training: NameTraining): TrainedNames {
  const { bits, seed, rounds, report } = training
  const items = itemsOf(documents, words, training)
  const size = 2 ** bits + 2 * rowWidth(labelCount)
  const may = supported(items, size)
  const weights = new Float32Array(size)
  const squares = new Float32Array(size)
  const transitions = new Float64Array((labelCount + 1) * labelCount)
  const transitionSquares = new Float64Array(transitions.length)
  const random = seededRandom(seed)
  const gradient = new Float64Array(labelCount)
  const pairs = new Float64Array(transitions.length)

  /** The features that are looked at this time. */
  const some = ({ offsets }: Item): readonly Int32Array[] =>
    offsets.map((row) => (row === none ? none : row.filter(() => random() >= dropout)))
  const chainOf = (offsets: readonly Int32Array[]): Chain => {
    const emissions = new Float64Array(offsets.length * labelCount)
    for (let i = 0; i < offsets.length; i++) {
      const row = offsets[i]!
      const at = i * labelCount
      if (row === none) emissions.fill(never, at + 1, at + labelCount)
      for (let f = 0; f < row.length; f++) {
        const cell = row[f]!
        for (let of = 0; of < labelCount; of++) emissions[at + of]! += weights[cell + of]!
      }
    }
    return { length: offsets.length, emissions, transitions }
  }

  /** Adds each pair of labels' expected number, times a sign. */
  const addPairs = ({ forward, backward, factors, exponents, scales }: Sums, length: number, sign: number) => {
    for (let i = 0; i < length; i++) {
      const row = i * labelCount
      for (let from = i === 0 ? start : 0; from < (i === 0 ? start + 1 : labelCount); from++) {
        const share = i === 0 ? 1 : forward[row - labelCount + from]!
        if (share < 1e-7) continue
        const factor = (sign * share) / scales[i]!
        for (const to of followers[from]!)
          pairs[from * labelCount + to]! +=
            factor * exponents[from * labelCount + to]! * factors[row + to]! * backward[row + to]!
      }
    }
  }

  const mean = (): TrainedNames => ({
    weights: weights.map((weight) => weight * (1 - dropout)),
    transitions: transitions.map((weight) => Math.round(weight * 1000) / 1000),
  })

  for (let round = 1; round <= rounds; round++) {
    let loss = 0
    for (const item of shuffle(items, random)) {
      if (item.loss < settled && random() < 0.7) continue
      const offsets = some(item)
      const chain = chainOf(offsets)
      const free = sumPaths(chain)
      const bound = sumPaths(chain, item.allowed)
      item.loss = free.logTotal - bound.logTotal
      if (!Number.isFinite(item.loss)) throw new Error(`No path fits ${[...item.allowed]}`)
      loss += item.loss
      pairs.fill(0)
      addPairs(bound, offsets.length, 1)
      addPairs(free, offsets.length, -1)
      offsets.forEach((row, i) => {
        let most = 0
        for (let of = 0; of < labelCount; of++) {
          const at = i * labelCount + of
          gradient[of] = bound.forward[at]! * bound.backward[at]! - free.forward[at]! * free.backward[at]!
          most = Math.max(most, Math.abs(gradient[of]!))
        }
        if (most < least) return
        for (let of = 0; of < labelCount; of++) {
          const change = gradient[of]!
          if (Math.abs(change) < least) continue
          for (const offset of row) {
            const cell = offset + of
            if (!may[cell]) continue
            squares[cell]! += change * change
            weights[cell]! += (rate * change) / Math.sqrt(squares[cell]! + 1e-2) - decay * weights[cell]!
          }
        }
      })
      for (let cell = 0; cell < pairs.length; cell++) {
        const change = pairs[cell]!
        if (Math.abs(change) < least) continue
        transitionSquares[cell]! += change * change
        transitions[cell]! += (rate * change) / Math.sqrt(transitionSquares[cell]! + 1e-2)
      }
    }
    report?.(`names: round ${round}, loss ${loss.toFixed(0)}`)
  }
  return mean()
}
