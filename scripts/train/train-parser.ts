/** Trees with predicted tags → a parser's weights. */

import type { ParsedContext } from '../../src/annotate/context.ts'
import { emptyModel, type OffsetFilter } from '../../src/annotate/linear-model.ts'
import { forbidden, Parser } from '../../src/annotate/parser.ts'
import type { Template } from '../../src/annotate/templates.ts'
import { subtreeStride, transitionName } from '../../src/annotate/transitions.ts'
import { Averaging } from './averaging.ts'
import { costs, type GoldTree, goldClass, goldTree, projective } from './oracle.ts'
import { seededRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

export interface ParserTraining {
  readonly templates: readonly Template[]
  readonly bits: number
  readonly seed: number
  /** Rounds over the data with one sequence and the dynamic oracle. */
  readonly greedyRounds: number
  /** Rounds with a beam, after those. */
  readonly beamRounds: number
  readonly beam: number
  /** An arc or relation rarer than this has no class. */
  readonly rarest: number
  /** A feature rarer than this is left out. */
  readonly rarestFeature: number
  readonly report?: (line: string) => void
}

/** From then on the search follows its own steps, this often, instead of gold ones. */
const exploration = 0.9

/** Shift, then the left arcs, then the right arcs that occur, the frequent ones first. */
export function parserClasses(sentences: readonly TreebankSentence[], rarest: number): string[] {
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    projective(sentence).forEach((head, i) => {
      const action = head === 0 || head > i + 1 ? 'left' : 'right'
      const name = transitionName({ action, relation: sentence.relations[i]! })
      counts.set(name, (counts.get(name) ?? 0) + 1)
    })
  for (const needed of ['left dep', 'right dep', 'left root'])
    counts.set(needed, Math.max(rarest, counts.get(needed) ?? 0))
  const of = (action: string) =>
    [...counts]
      .filter(([name, count]) => name.startsWith(action) && count >= rarest && name !== 'right root')
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name]) => name)
  return ['shift', ...of('left'), ...of('right')]
}

/** A sentence to learn from: the gold tree, and what the parser will see of it. */
export interface ParserItem {
  readonly sentence: TreebankSentence
  readonly context: ParsedContext
}

export function trainParser(
  training: readonly ParserItem[],
  options: ParserTraining,
): { parser: Parser; mean: Float32Array } {
  const classes = parserClasses(
    training.map(({ sentence }) => sentence),
    options.rarest,
  )
  const parser = new Parser(emptyModel(classes, options.bits, options.templates), {
    width: options.beam,
    lag: Infinity,
  })
  const averaging = new Averaging(parser.model.kernel)
  const random = seededRandom(options.seed)
  const items = training.map(({ sentence, context }) => ({ tree: goldTree(parser, sentence), context }))
  const learner = { parser, averaging, filter: frequentOnly(parser, items, options.rarestFeature) }
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
          : learnWithBeam(learner, item, options.beam)
      right += r
      all += a
    }
    const seconds = Math.round((Date.now() - started) / 1000)
    options.report?.(`parser round ${round + 1}: ${((100 * right) / all).toFixed(2)} % of steps right, ${seconds} s`)
  }
  return { parser, mean: averaging.mean() }
}

interface Learner {
  readonly parser: Parser
  readonly averaging: Averaging
  readonly filter: OffsetFilter
}

/** Leaves out features that the gold trees' states have less often: two thirds of all, and nothing is lost. */
function frequentOnly(parser: Parser, items: readonly Item[], least: number): OffsetFilter {
  const { states, model } = parser
  const { offsets, weights, zeroRow } = model.kernel
  const counts = new Uint8Array(weights.length)
  for (const { tree, context } of items) {
    let state = states.start(context.root, 1)
    while (!states.finished(state)) {
      const count = parser.score(context, state)
      for (let f = 0; f < count; f++) if (counts[offsets[f]!]! < least) counts[offsets[f]!]!++
      state = parser.take({ state, class: goldClass(parser, tree, state), score: 0, margin: 0 })
    }
  }
  return (offsets, count) => {
    for (let f = 0; f < count; f++) if (counts[offsets[f]!]! < least) offsets[f] = zeroRow
  }
}

interface Item {
  readonly context: ParsedContext
  readonly tree: GoldTree
}

/** One sentence, step by step: the best zero-cost class is rewarded, the predicted one punished. */
function learnGreedily({ parser, averaging, filter }: Learner, item: Item, follow: () => boolean): [number, number] {
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
    const count = parser.score(context, state, filter)
    const goldLeft = tree.heads[top] === states.frontWord(state)
    const goldRight =
      states.canRight(state) && tree.heads[top] === states.subtrees[states.top[states.below[state]!]! * subtreeStride]
    let best = -1
    let gold = -1
    for (let c = 0; c < sums.length; c++) {
      if (sums[c] === forbidden) continue
      if (best < 0 || sums[c]! > sums[best]!) best = c
      const cheap = c === 0 ? shift === least : c < parser.firstRight ? left === least : rightward === least
      if (!cheap || (gold >= 0 && sums[c]! <= sums[gold]!)) continue
      if (c > 0 && c !== parser.rootClass) {
        if (c < parser.firstRight && goldLeft && c !== tree.leftClass[top]) continue
        if (c >= parser.firstRight && goldRight && c !== tree.rightClass[top]) continue
      }
      gold = c
    }
    if (gold < 0) gold = best
    all++
    if (best === gold) right++
    else {
      averaging.change(offsets, count, { class: gold, by: 1 })
      averaging.change(offsets, count, { class: best, by: -1 })
    }
    state = parser.take({ state, class: follow() ? best : gold, score: 0, margin: 0 })
  }
  return [right, all]
}

/** One sentence: where the best sequence leads the gold one by most, the whole of both is learnt from (Huang et al. 2012). */
function learnWithBeam(
  { parser, averaging, filter }: Learner,
  { context, tree }: Item,
  width: number,
): [number, number] {
  const { states, model } = parser
  const { sums, offsets } = model.kernel
  let beam = [states.start(context.root, width + 1)]
  let gold = beam[0]!
  const worst = { lead: 0, best: -1, gold: -1 }
  const steps = 2 * context.root
  const next: { state: number; class: number; score: number; margin: number }[] = []
  for (let step = 0; step < steps; step++) {
    const goldNext = goldClass(parser, tree, gold)
    next.length = 0
    let goldScore = -Infinity
    for (const state of beam) {
      parser.score(context, state, filter)
      parser.propose(state, { kept: width, lag: Infinity }, next)
      if (state === gold) goldScore = sums[goldNext]!
    }
    if (goldScore === -Infinity) {
      parser.score(context, gold, filter)
      goldScore = sums[goldNext]!
    }
    goldScore += states.score[gold]!
    let goldAfter = -1
    beam = next.map((candidate) => {
      const after = parser.take(candidate)
      if (candidate.state === gold && candidate.class === goldNext) goldAfter = after
      return after
    })
    gold = goldAfter >= 0 ? goldAfter : parser.take({ state: gold, class: goldNext, score: goldScore, margin: 0 })
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
      const count = parser.score(context, before, filter)
      averaging.change(offsets, count, { class: states.step[state]!, by })
    }
  return [steps - (goldPath.length - same), steps]

  function path(state: number): number[] {
    const result: number[] = []
    for (; state >= 0; state = states.previous[state]!) result.push(state)
    return result.reverse()
  }
}
