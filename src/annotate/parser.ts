/**
 * Tagged words → heads and relations: transitions scored by a linear model, the best few sequences of them kept (Zhang
 * and Clark 2008), from left to right in linear time.
 */

import type { ParsedContext } from './context.ts'
import { KeptSums } from './kept-sums.ts'
import type { LinearModel } from './linear-model.ts'
import { fillAtoms, partsOfTemplates } from './parser-features.ts'
import { universalTags } from './tagger.ts'
import { parseTransition, States, subtreeStride, type Transition } from './transitions.ts'

export interface Parse {
  /** From 1; 0 for the root. */
  readonly heads: Int32Array
  readonly relations: readonly string[]
  /** 0..1, see `Token.margin`. */
  readonly margins: Float64Array
}

export interface BeamSettings {
  /** How many sequences are kept. */
  readonly width: number
  /** A sequence that lags behind the best by more is given up; in units of training. */
  readonly lag: number
  /** Only steps that lag behind a state's best by less are followed beside it (Choi and McCallum 2013); all by default. */
  readonly branch?: number
}

/** Part of speech → the classes of the arcs that its words may get; one that is not there may get all. */
export type Arcs = Readonly<Record<string, readonly number[]>>

/** What a state allows: the classes of its steps, and the blocks of eight classes (see `Kernel.sum`) that they lie in. */
export interface Steps {
  readonly classes: Int32Array
  readonly blocks: number
}

/** The parse of a sentence that was parsed from its end. */
export function turnBack({ heads, relations, margins }: Parse): Parse {
  const n = heads.length
  return {
    heads: heads.map((head) => (head === 0 ? 0 : n + 1 - head)).reverse(),
    relations: relations.toReversed(),
    margins: margins.toReversed(),
  }
}

/** What is left to do with a state: a step not yet taken. */
export interface Candidate {
  state: number
  class: number
  score: number
  margin: number
}

/** Score of a step that is not allowed. */
const forbidden = -(2 ** 30)

/** What a step must exceed to be among the best. */
const leastScore = (best: readonly Candidate[], kept: number, lag: number): number =>
  best.length === 0 ? -Infinity : Math.max(best[0]!.score - lag, best.length < kept ? -Infinity : best[kept - 1]!.score)

/** A longer sentence (a table, a list without full stops) is parsed with one sequence, to bound its memory. */
const longestWithBeam = 400
/** A lead of this much over the next best step gives a margin of one half. */
const evenMargin = 20

export class Parser {
  readonly transitions: readonly Transition[]
  /** A number for each relation, and each class's. */
  readonly relations: readonly string[]
  readonly relationOf: Int32Array
  /** The class that ends a sentence. */
  readonly rootClass: number
  readonly states = new States()
  /** By part of speech of the stack's top, and by what the state allows. */
  private readonly table: readonly Steps[]
  private readonly kept: KeptSums

  constructor(
    readonly model: LinearModel,
    readonly settings: BeamSettings,
    readonly arcs: Arcs = {},
  ) {
    this.transitions = model.classes.map(parseTransition)
    this.relations = [...new Set(this.transitions.slice(1).map((transition) => transition.relation))]
    this.relationOf = Int32Array.from(this.transitions, ({ relation }) => this.relations.indexOf(relation))
    this.rootClass = model.classes.indexOf('left root')
    const all = [...model.classes.keys()]
    this.table = universalTags.flatMap((tag) => [...Array(8).keys()].map((may) => this.listed(arcs[tag] ?? all, may)))
    const blocksOf = universalTags.map((_, kind) =>
      this.table.slice(8 * kind, 8 * kind + 8).reduce((all, { blocks }) => all | blocks, 0),
    )
    const { kernel } = model
    this.kept = new KeptSums(kernel, partsOfTemplates(kernel.templates), [...blocksOf, this.table[1]!.blocks])
  }

  /** Steps of a state that may shift (1), make a left arc (2), make a right arc (4), with one of these classes. */
  private listed(arcs: readonly number[], may: number): Steps {
    const classes = this.transitions.flatMap(({ action }, c) => {
      if (action === 'shift') return may & 1 ? [c] : []
      if (!arcs.includes(c) || !(may & (action === 'left' ? 2 : 4))) return []
      // the root takes the last word of the stack when the buffer is empty
      return action === 'right' || (c === this.rootClass) === !(may & 1) ? [c] : []
    })
    return { classes: Int32Array.from(classes), blocks: classes.reduce((blocks, c) => blocks | (1 << (c >> 3)), 0) }
  }

  parse(context: ParsedContext): Parse {
    this.kept.start()
    const greedy = this.settings.width === 1 || context.root > longestWithBeam
    return this.readOff(greedy ? this.follow(context) : this.search(context))
  }

  /** The last state of the sequence of best steps. */
  private follow(context: ParsedContext): number {
    const { states } = this
    const { sums } = this.model.kernel
    let state = states.start(context.root, 1)
    for (let step = 0; step < 2 * context.root; step++) {
      const steps = this.steps(context, state)
      const { classes } = steps
      let best = classes[0]!
      let second = forbidden
      if (classes.length > 1) this.score(context, state, steps)
      else sums[best] = 0
      for (let k = 1; k < classes.length; k++) {
        const score = sums[classes[k]!]!
        if (score > sums[best]!) {
          second = sums[best]!
          best = classes[k]!
        } else if (score > second) second = score
      }
      state = this.take(state, best)
      states.margin[state] = sums[best]! - second
    }
    return state
  }

  /** The last state of the best sequence. */
  private search(context: ParsedContext): number {
    const { states, settings } = this
    const { scale } = this.model
    // twice as many steps as states are kept, for some of them lead to like states
    const limits = {
      kept: 2 * settings.width,
      lag: settings.lag * scale,
      branch: (settings.branch ?? Infinity) * scale,
    }
    let beam = [states.start(context.root, limits.kept)]
    const next: Candidate[] = []
    for (let step = 0; step < 2 * context.root; step++) {
      next.length = 0
      for (const state of beam) {
        const steps = this.steps(context, state)
        this.kept.score(context, states, state, steps.blocks)
        this.propose(state, steps, limits, next)
      }
      beam = this.takeDistinct(next, settings.width)
    }
    return beam[0]!
  }

  /** What a state allows. There is always a step, until it is finished. */
  steps(context: ParsedContext, state: number): Steps {
    const { states } = this
    const top = states.top[state]!
    const shift = states.canShift(state) ? 1 : 0
    if (top === -1) return this.table[shift]!
    const right = states.canRight(state) ? 4 : 0
    const left = shift || !right ? 2 : 0
    return this.table[8 * context.kinds[states.subtrees[top * subtreeStride]!]! + shift + left + right]!
  }

  /** Leaves the scores of a state's steps in the kernel's sums and its features, for training, in the offsets; how many these are. */
  score(context: ParsedContext, state: number, { blocks }: Steps): number {
    const { kernel } = this.model
    fillAtoms(context, this.states, state, kernel.atoms)
    const count = kernel.extract()
    kernel.sum(count, blocks)
    return count
  }

  /** Adds the best steps from a scored state to the best so far, the best first. */
  propose(
    state: number,
    { classes }: Steps,
    { kept, lag, branch }: { kept: number; lag: number; branch: number },
    next: Candidate[],
  ): void {
    const { sums } = this.model.kernel
    const before = this.states.score[state]!
    let lead = forbidden
    let second = forbidden
    for (let k = 0; k < classes.length; k++) {
      const score = sums[classes[k]!]!
      if (score > lead) {
        second = lead
        lead = score
      } else if (score > second) second = score
    }
    let least = Math.max(leastScore(next, kept, lag), before + lead - branch)
    for (let k = 0; k < classes.length; k++) {
      const own = sums[classes[k]!]!
      const score = before + own
      if (score <= least) continue
      let place = next.length
      for (; place > 0 && next[place - 1]!.score < score; place--) next[place] = next[place - 1]!
      next[place] = { state, class: classes[k]!, score, margin: own === lead ? lead - second : own - lead }
      if (next.length > kept) next.pop()
      least = Math.max(least, leastScore(next, kept, lag))
    }
    while (next[next.length - 1]!.score < next[0]!.score - lag) next.pop()
  }

  /** Takes the best steps, but for those that lead to a state like a better one. */
  private takeDistinct(candidates: readonly Candidate[], width: number): number[] {
    const beam: number[] = []
    for (const candidate of candidates) {
      const after = this.take(candidate.state, candidate.class)
      this.states.score[after] = candidate.score
      this.states.margin[after] = candidate.margin
      if (!beam.some((better) => this.states.alike(better, after)) && beam.push(after) === width) break
    }
    return beam
  }

  /** The state after a step. */
  take(state: number, step: number): number {
    const { states } = this
    const { action } = this.transitions[step]!
    const relation = this.relationOf[step]!
    const after =
      action === 'shift'
        ? states.shift(state)
        : action === 'left'
          ? states.left(state, relation)
          : states.right(state, relation)
    states.step[after] = step
    return after
  }

  /** Arcs of the steps that led to a state. */
  private readOff(final: number): Parse {
    const { states } = this
    const n = states.root
    const heads = new Int32Array(n)
    const margins = new Float64Array(n)
    const relations = new Array<string>(n).fill('')
    for (let state = final; states.previous[state]! >= 0; state = states.previous[state]!) {
      const { action, relation } = this.transitions[states.step[state]!]!
      if (action === 'shift') continue
      const before = states.previous[state]!
      const child = states.subtrees[states.top[before]! * subtreeStride]!
      const head =
        action === 'left'
          ? states.frontWord(before)
          : states.subtrees[states.top[states.below[before]!]! * subtreeStride]!
      heads[child] = head === n ? 0 : head + 1
      relations[child] = relation
      const lead = Math.max(0, states.margin[state]! / this.model.scale)
      margins[child] = Number.isFinite(lead) ? lead / (lead + evenMargin) : 1
    }
    return { heads, relations, margins }
  }
}
