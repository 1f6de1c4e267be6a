/** Trees with predicted tags → a parser's weights. */
import { emptyModel } from '../../src/annotate/linear-model.ts'
import { Parser } from '../../src/annotate/parser.ts'
import type { Guide, ParsedContext } from '../../src/annotate/parser-features.ts'
import type { Tag } from '../../src/annotate/tagger.ts'
import { transitionName } from '../../src/annotate/transitions.ts'
import type { WordTable } from '../../src/annotate/word-table.ts'
import { Averaging } from './averaging.ts'
import { costs, type GoldTree, goldClass, goldTree, projective } from './oracle.ts'
import { seededRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

export interface ParserTraining {
  readonly bits: number
  readonly seed: number
  /** Rounds over the data with one sequence and the dynamic oracle. */
  readonly greedyRounds: number
  /** Rounds with a beam, after those. */
  readonly beamRounds: number
  readonly beam: number
  /** An arc or relation rarer than this has no class. */
  readonly rarest: number
  readonly report?: (line: string) => void
  /** Called after a round with the mean weights so far. */
  readonly afterRound?: (round: number, mean: () => Float32Array, parser: Parser) => void
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

export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly Tag[])[],
  words: WordTable,
  options: ParserTraining,
  guides?: readonly Guide[],
): { parser: Parser; mean: Float32Array } {
  const parser = new Parser(emptyModel(parserClasses(sentences, options.rarest), options.bits), words, {
    width: options.beam,
    lag: Infinity,
  })
  const averaging = new Averaging(parser.model.kernel)
  const random = seededRandom(options.seed)
  const items = sentences.map((sentence, i) => ({
    tree: goldTree(parser, sentence),
    forms: sentence.forms,
    tags: tags[i]!,
    guide: guides?.[i],
  }))
  const started = Date.now()
  for (let round = 0; round < options.greedyRounds + options.beamRounds; round++) {
    const explore = round === 0 ? 0 : exploration
    let right = 0
    let all = 0
    for (const { tree, forms, tags, guide } of shuffle([...items], random)) {
      averaging.tick()
      const context = { ...parser.context(forms, tags), guide }
      const [r, a] =
        round < options.greedyRounds
          ? learnGreedily(parser, averaging, { context, tree }, () => random() < explore)
          : learnWithBeam(parser, averaging, { context, tree }, options.beam)
      right += r
      all += a
    }
    const seconds = Math.round((Date.now() - started) / 1000)
    options.report?.(`parser round ${round + 1}: ${((100 * right) / all).toFixed(2)} % of steps right, ${seconds} s`)
    options.afterRound?.(round, () => averaging.mean(), parser)
  }
  return { parser, mean: averaging.mean() }
}

interface Item {
  readonly context: ParsedContext
  readonly tree: GoldTree
}

/** One sentence, step by step: the best zero-cost class is rewarded, the predicted one punished. */
function learnGreedily(parser: Parser, averaging: Averaging, item: Item, follow: () => boolean): [number, number] {
  const { states, model } = parser
  const { tree, context } = item
  const { sums, offsets } = model.kernel
  let state = states.start(context.root, 1)
  let right = 0
  let all = 0
  while (!states.finished(state)) {
    const [shift, left, rightward] = costs(parser, tree, state)
    const least = Math.min(shift, left, rightward)
    const top = states.top[state] === -1 ? -1 : states.subtrees[states.top[state]! * 16]!
    const count = parser.score(context, state)
    const goldLeft = tree.heads[top] === states.frontWord(state)
    const goldRight =
      states.canRight(state) && tree.heads[top] === states.subtrees[states.top[states.below[state]!]! * 16]
    let best = -1
    let gold = -1
    parser.allowed(state, (c) => {
      if (best < 0 || sums[c]! > sums[best]!) best = c
      const cheap = c === 0 ? shift === least : c < parser.firstRight ? left === least : rightward === least
      if (!cheap || (gold >= 0 && sums[c]! <= sums[gold]!)) return
      if (c > 0 && c !== parser.rootClass) {
        if (c < parser.firstRight && goldLeft && c !== tree.leftClass[top]) return
        if (c >= parser.firstRight && goldRight && c !== tree.rightClass[top]) return
      }
      gold = c
    })
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
function learnWithBeam(parser: Parser, averaging: Averaging, { context, tree }: Item, width: number): [number, number] {
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
      parser.score(context, state)
      parser.propose(state, width, Infinity, next)
      if (state === gold) goldScore = sums[goldNext]!
    }
    if (goldScore === -Infinity) {
      parser.score(context, gold)
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
      const count = parser.score(context, before)
      averaging.change(offsets, count, { class: states.step[state]!, by })
    }
  return [steps - (goldPath.length - same), steps]

  function path(state: number): number[] {
    const result: number[] = []
    for (; state >= 0; state = states.previous[state]!) result.push(state)
    return result.reverse()
  }
}
