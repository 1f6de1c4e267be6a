/** Trees with predicted tags → a parser's weights. */

import type { ParsedContext } from '../../src/annotate/context.ts'
import { featureHash } from '../../src/annotate/kernel.ts'
import { emptyModel } from '../../src/annotate/linear-model.ts'
import { type BeamSettings, type Candidate, Parser } from '../../src/annotate/parser.ts'
import { fillAtoms } from '../../src/annotate/parser-features.ts'
import type { Template } from '../../src/annotate/templates.ts'
import { subtreeStride } from '../../src/annotate/transitions.ts'
import { Averaging, meanOf } from './averaging.ts'
import { costs, type GoldTree, goldClass, goldTree } from './oracle.ts'
import { parserClasses } from './parser-classes.ts'
import { seededRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

export interface ParserTraining {
  readonly templates: readonly Template[]
  readonly bits: number
  readonly knownBits: number
  readonly seeds: readonly number[]
  /** Rounds over the data with one sequence and the dynamic oracle. */
  readonly greedyRounds: number
  /** Rounds with a beam, after those. */
  readonly beamRounds: number
  readonly beam: BeamSettings
  /** An arc or relation rarer than this has no class. */
  readonly rarest: number
  /** A feature rarer than this is left out. */
  readonly rarestFeature: number
  readonly report?: (line: string) => void
}

/** From then on the search follows its own steps, this often, instead of gold ones. */
const exploration = 0.9

/** A sentence to learn from: the gold tree, and what the parser will see of it. */
export interface ParserItem {
  readonly sentence: TreebankSentence
  readonly context: ParsedContext
}

/** A parser, and the mean over all seeds of the mean weights of each. */
export function trainParser(
  training: readonly ParserItem[],
  options: ParserTraining,
): { parser: Parser; mean: Float32Array } {
  const { classes, arcs } = parserClasses(training, options.rarest)
  const parser = new Parser(emptyModel(classes, options.templates, options), options.beam, arcs)
  const items = training.map(({ sentence, context }) => ({ tree: goldTree(parser, sentence, context.kinds), context }))
  markKnown(parser, items, options)
  return { parser, mean: meanOf(options.seeds.map((seed) => train(parser, items, options, seed))) }
}

/** Mean weights of one training, from nothing. */
function train(parser: Parser, items: readonly Item[], options: ParserTraining, seed: number): Float32Array {
  parser.model.kernel.weights.fill(0)
  const averaging = new Averaging(parser.model.kernel)
  const random = seededRandom(seed)
  const learner = { parser, averaging }
  const started = Date.now()
  for (let round = 0; round < options.greedyRounds + options.beamRounds; round++) {
    const explore = round === 0 ? 0 : exploration
    let right = 0
    let all = 0
    for (const item of shuffle([...items], random)) {
      averaging.tick()
      const [r, a] =
        round < options.greedyRounds
          ? learnGreedily(learner, item, () => random() < explore)
          : learnWithBeam(learner, item)
      right += r
      all += a
    }
    const seconds = Math.round((Date.now() - started) / 1000)
    options.report?.(`parser round ${round + 1}: ${((100 * right) / all).toFixed(2)} % of steps right, ${seconds} s`)
  }
  return averaging.mean()
}

interface Learner {
  readonly parser: Parser
  readonly averaging: Averaging
}

/** Bits of a hash that features are told apart by when they are counted. */
const countedBits = 28

/** Marks as known what the gold trees' states have often enough: a third of all features, and nothing is lost. */
function markKnown(
  parser: Parser,
  items: readonly Item[],
  { templates, knownBits, rarestFeature }: ParserTraining,
): void {
  const { states, model } = parser
  const { known, atoms } = model.kernel
  const counts = new Uint8Array(2 ** countedBits)
  known.fill(0)
  for (const { tree, context } of items) {
    let state = states.start(context.root, 1)
    while (!states.finished(state)) {
      fillAtoms(context, states, state, atoms)
      for (const template of templates) {
        const hash = featureHash(template, atoms)
        const count = ++counts[hash >>> (32 - countedBits)]!
        if (count === rarestFeature) {
          const bit = hash >>> (32 - knownBits)
          known[bit >>> 3]! |= 1 << (bit & 7)
        } else if (count > rarestFeature) counts[hash >>> (32 - countedBits)] = rarestFeature
      }
      state = parser.take(state, goldClass(parser, tree, state))
    }
  }
}

interface Item {
  readonly context: ParsedContext
  readonly tree: GoldTree
}

/** One sentence, step by step: the best zero-cost class is rewarded, the predicted one punished. */
function learnGreedily({ parser, averaging }: Learner, item: Item, follow: () => boolean): [number, number] {
  const { states, model } = parser
  const { tree, context } = item
  const { sums, offsets } = model.kernel
  let state = states.start(context.root, 1)
  let right = 0
  let all = 0
  while (!states.finished(state)) {
    const [shift, left, rightward] = costs(parser, tree, state)
    const least = Math.min(shift, left, rightward)
    const top = states.top[state] === -1 ? -1 : states.subtrees[states.top[state]! * subtreeStride]!
    const steps = parser.steps(context, state)
    const count = parser.score(context, state, steps)
    const goldLeft = tree.heads[top] === states.frontWord(state)
    const goldRight =
      states.canRight(state) && tree.heads[top] === states.subtrees[states.top[states.below[state]!]! * subtreeStride]
    let best = -1
    let gold = -1
    for (const c of steps.classes) {
      if (best < 0 || sums[c]! > sums[best]!) best = c
      const { action } = parser.transitions[c]!
      const cost = action === 'shift' ? shift : action === 'left' ? left : rightward
      if (cost !== least || (gold >= 0 && sums[c]! <= sums[gold]!)) continue
      if (action === 'left' && goldLeft && c !== parser.rootClass && c !== tree.leftClass[top]) continue
      if (action === 'right' && goldRight && c !== tree.rightClass[top]) continue
      gold = c
    }
    if (gold < 0) gold = best
    all++
    if (best === gold) right++
    else {
      averaging.change(offsets, count, { class: gold, by: 1 })
      averaging.change(offsets, count, { class: best, by: -1 })
    }
    state = parser.take(state, follow() ? best : gold)
  }
  return [right, all]
}

/** One sentence: where the best sequence leads the gold one by most, the whole of both is learnt from (Huang et al. 2012). */
function learnWithBeam({ parser, averaging }: Learner, { context, tree }: Item): [number, number] {
  const { states, model } = parser
  const { sums, offsets } = model.kernel
  const { width, lag, branch = Infinity } = parser.settings
  let beam = [states.start(context.root, width + 1)]
  let gold = beam[0]!
  const worst = { lead: 0, best: -1, gold: -1 }
  const steps = 2 * context.root
  const next: Candidate[] = []
  const limits = { kept: width, lag, branch }
  for (let step = 0; step < steps; step++) {
    const goldNext = goldClass(parser, tree, gold)
    next.length = 0
    let goldScore = -Infinity
    for (const state of beam) {
      const allowed = parser.steps(context, state)
      parser.score(context, state, allowed)
      parser.propose(state, allowed, limits, next)
      if (state === gold) goldScore = sums[goldNext]!
    }
    if (goldScore === -Infinity) {
      parser.score(context, gold, parser.steps(context, gold))
      goldScore = sums[goldNext]!
    }
    goldScore += states.score[gold]!
    let goldAfter = -1
    beam = next.map((candidate) => {
      const after = parser.take(candidate.state, candidate.class)
      states.score[after] = candidate.score
      if (candidate.state === gold && candidate.class === goldNext) goldAfter = after
      return after
    })
    gold = goldAfter >= 0 ? goldAfter : parser.take(gold, goldNext)
    states.score[gold] = goldScore
    const lead = states.score[beam[0]!]! - goldScore
    if (beam[0] !== gold && lead >= worst.lead) Object.assign(worst, { lead, best: beam[0], gold })
  }
  if (worst.best < 0 || beam[0] === gold) return [steps, steps]
  const bestPath = path(worst.best)
  const goldPath = path(worst.gold)
  let same = 0
  while (bestPath[same] === goldPath[same]) same++
  for (const [states_, by] of [
    [goldPath, 1],
    [bestPath, -1],
  ] as const)
    for (const state of states_.slice(same)) {
      const before = states.previous[state]!
      const count = parser.score(context, before, parser.steps(context, before))
      averaging.change(offsets, count, { class: states.step[state]!, by })
    }
  return [steps - (goldPath.length - same), steps]

  function path(state: number): number[] {
    const result: number[] = []
    for (; state >= 0; state = states.previous[state]!) result.push(state)
    return result.reverse()
  }
}
