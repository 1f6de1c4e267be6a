/**
 * Gold trees and parses of them by parsers that have not seen them → a reviser's weights: a softmax over all heads and
 * relations of a word, by stochastic gradients with AdaGrad's rates (Duchi et al. 2011) and dropout.
 */
import type { ParsedContext } from '../../src/annotate/context.ts'
import { featureHash, type Kernel } from '../../src/annotate/kernel.ts'
import { emptyModel, type LinearModel } from '../../src/annotate/linear-model.ts'
import type { Arcs, Parse } from '../../src/annotate/parser.ts'
import { RevisedTree } from '../../src/annotate/revised-tree.ts'
import { mostHeads, revisionOrder } from '../../src/annotate/reviser.ts'
import { fillHeadAtoms, fillWordAtoms, revisionTemplates } from '../../src/annotate/revision-features.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import type { Usage } from '../../src/annotate/usage.ts'
import { projective } from './oracle.ts'
import { seededRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

export interface ReviserItem {
  readonly sentence: TreebankSentence
  readonly context: ParsedContext
  /** By a parser that has not learnt from the sentence. */
  readonly parse: Parse
}

export interface ReviserTraining {
  readonly bits: number
  readonly knownBits: number
  readonly seed: number
  readonly rounds: number
  readonly report?: (line: string) => void
}

const rate = 0.1
/** Pull towards zero at each touch of a weight. */
const decay = 1e-5
/** Share of the features that is not looked at, anew each time. */
const dropout = 0.5
/** Changes below this are not made. */
const least = 0.002
/** Weights are scaled, so that they are rounded little when they are stored. */
const unit = 20
/** A relation rarer than this has no class; a part of speech may not have one that it has more seldom. */
const rarestRelation = 20
const rarestOfTag = 10
/** A feature of right arcs that is rarer than this is left out. */
const rarestFeature = 4
/** Bits of a hash that features are told apart by when they are counted. */
const countedBits = 28

export function trainReviser(
  items: readonly ReviserItem[],
  usage: Usage,
  { bits, knownBits, seed, rounds, report }: ReviserTraining,
): { model: LinearModel; mean: Float32Array; relations: Arcs } {
  const { classes, relations } = classesOf(items)
  const model = emptyModel(classes, revisionTemplates, { bits, knownBits })
  const { kernel } = model
  const examples = items.map((item) => ({ ...item, gold: goldOf(item, classes, relations) }))
  markKnown(kernel, examples, { usage, knownBits })
  const weights = new Float32Array(kernel.weights.length)
  const squares = new Float32Array(kernel.weights.length)
  const random = seededRandom(seed)
  const found: number[] = []
  const features: number[][] = []
  for (let round = 0; round < rounds; round++) {
    let loss = 0
    let words = 0
    for (const { context, parse, gold } of shuffle([...examples], random)) {
      const tree = new RevisedTree(context, parse, usage)
      for (const i of revisionOrder(tree)) {
        const right = gold[i]!
        if (!right || tree.heads[i] === context.root) continue
        tree.candidates(i, mostHeads, found)
        const place = found.findIndex((head, k) => k % 2 === 0 && head === right.head) / 2
        if (place < 0) continue
        const chosen = learn(tree, i, [place, right.class])
        if (round > 0) tree.change(i, found[2 * chosen.place]!, classes[chosen.class]!)
      }
    }
    report?.(`reviser round ${round + 1}: loss ${(loss / words).toFixed(4)}`)

    /** Learns what a word's arc should have been; what it would be so far. */
    function learn(tree: RevisedTree, i: number, [place, name]: readonly [number, number]) {
      const allowed = relations[universalTags[tree.context.kinds[i]!]!]!
      const scores: number[] = []
      let most = -Infinity
      let best = { place: 0, class: allowed[0]! }
      fillWordAtoms(tree, i, kernel.atoms)
      for (let k = 0; k < found.length / 2; k++) {
        fillHeadAtoms(tree, [i, found[2 * k]!, found[2 * k + 1]!], kernel.atoms)
        const count = kernel.extract()
        const some = (features[k] ??= [])
        some.length = 0
        for (let f = 0; f < count; f++) {
          const offset = kernel.offsets[f]!
          if (offset !== kernel.zeroRow && random() >= dropout) some.push(offset)
        }
        for (const c of allowed) {
          let sum = 0
          for (let f = 0; f < some.length; f++) sum += weights[some[f]! + c]!
          scores.push(sum)
          if (sum <= most) continue
          most = sum
          best = { place: k, class: c }
        }
      }
      let total = 0
      for (let s = 0; s < scores.length; s++) total += scores[s] = Math.exp(scores[s]! - most)
      words++
      for (let s = 0; s < scores.length; s++) {
        const k = Math.floor(s / allowed.length)
        const c = allowed[s % allowed.length]!
        const share = scores[s]! / total
        const isRight = k === place && c === name
        if (isRight) loss -= Math.log(share)
        const change = (isRight ? 1 : 0) - share
        if (Math.abs(change) < least) continue
        for (const offset of features[k]!) {
          const cell = offset + c
          squares[cell]! += change * change
          weights[cell]! += (rate * change) / Math.sqrt(squares[cell]! + 1e-2) - decay * weights[cell]!
        }
      }
      return best
    }
  }
  return { model, mean: weights.map((weight) => weight * (1 - dropout) * unit), relations }
}

/** The relations, and which of them the words of a part of speech may get. */
function classesOf(items: readonly ReviserItem[]): { classes: string[]; relations: Arcs } {
  const byTag = universalTags.map(() => new Map<string, number>())
  const all = new Map<string, number>()
  const add = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const { sentence, context } of items)
    sentence.relations.forEach((relation, i) => {
      if (sentence.heads[i] === 0) return
      add(byTag[context.kinds[i]!]!, relation)
      add(all, relation)
    })
  const classes = [...all].flatMap(([name, count]) => (count >= rarestRelation ? [name] : [])).sort()
  const relations = Object.fromEntries(
    universalTags.map((tag, t) => [
      tag,
      [...classes.keys()].filter((c) => (byTag[t]!.get(classes[c]!) ?? 0) >= rarestOfTag),
    ]),
  )
  return { classes, relations }
}

interface GoldArc {
  /** From 0. */
  readonly head: number
  readonly class: number
}

/** Each word's arc; undefined for the root and for those that have no class. */
function goldOf({ sentence, context }: ReviserItem, classes: readonly string[], relations: Arcs) {
  return projective(sentence).map((head, i): GoldArc | undefined => {
    const relation = sentence.relations[i]!
    const allowed = relations[universalTags[context.kinds[i]!]!]!
    const names = [relation, relation.split(':')[0]!].map((name) => classes.indexOf(name))
    const name = names.find((c) => c >= 0)
    return head > 0 && name !== undefined && allowed.includes(name) ? { head: head - 1, class: name } : undefined
  })
}

/** Marks as known the features that right arcs have often enough. */
function markKnown(
  { known, atoms }: Kernel,
  examples: readonly (ReviserItem & { readonly gold: readonly (GoldArc | undefined)[] })[],
  { usage, knownBits }: { readonly usage: Usage; readonly knownBits: number },
): void {
  const counts = new Uint8Array(2 ** countedBits)
  const found: number[] = []
  known.fill(0)
  for (const { context, parse, gold } of examples) {
    const tree = new RevisedTree(context, parse, usage)
    gold.forEach((right, i) => {
      if (!right || tree.heads[i] === context.root) return
      tree.candidates(i, mostHeads, found)
      const at = found.findIndex((head, k) => k % 2 === 0 && head === right.head)
      if (at < 0) return
      fillWordAtoms(tree, i, atoms)
      fillHeadAtoms(tree, [i, right.head, found[at + 1]!], atoms)
      for (const template of revisionTemplates) {
        const hash = featureHash(template, atoms)
        const cell = hash >>> (32 - countedBits)
        if (counts[cell]! >= rarestFeature) continue
        counts[cell]!++
        const bit = hash >>> (32 - knownBits)
        if (counts[cell] === rarestFeature) known[bit >>> 3]! |= 1 << (bit & 7)
      }
    })
  }
}
