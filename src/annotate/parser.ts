/**
 * Tagged words → heads and relations: transitions scored by a linear model, the best few sequences of them kept (Zhang
 * and Clark 2008), from left to right in linear time.
 */

import type { ParsedContext } from './context.ts'
import type { LinearModel, OffsetFilter } from './linear-model.ts'
import { fillAtoms } from './parser-features.ts'
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
interface Candidate {
  state: number
  class: number
  score: number
  margin: number
}

/** Score of a step that is not allowed. */
export const forbidden = -(2 ** 30)

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
  /** Classes are ordered: shift, then left, then right from this one on. */
  readonly firstRight: number
  readonly states = new States()

  constructor(
    readonly model: LinearModel,
    readonly settings: BeamSettings,
  ) {
    this.transitions = model.classes.map(parseTransition)
    this.relations = [...new Set(this.transitions.slice(1).map((transition) => transition.relation))]
    this.relationOf = Int32Array.from(this.transitions, ({ relation }) => this.relations.indexOf(relation))
    this.rootClass = model.classes.indexOf('left root')
    this.firstRight = this.transitions.findIndex(({ action }) => action === 'right')
  }

  parse(context: ParsedContext): Parse {
    return this.readOff(this.search(context))
  }

  /** The last state of the best sequence. */
  private search(context: ParsedContext): number {
    const { states } = this
    const width = context.root > longestWithBeam ? 1 : this.settings.width
    const lag = this.settings.lag * this.model.scale
    // twice as many steps as states are kept, for some of them lead to like states
    const kept = width === 1 ? 1 : 2 * width
    let beam = [states.start(context.root, kept)]
    const next: Candidate[] = []
    for (let step = 0; step < 2 * context.root; step++) {
      next.length = 0
      for (const state of beam) {
        this.score(context, state)
        this.propose(state, { kept, lag }, next)
      }
      beam = this.takeDistinct(next, width)
    }
    return beam[0]!
  }

  /** Leaves the scores of a state's steps in the kernel's sums, `forbidden` where one is; how many features there are. */
  score(context: ParsedContext, state: number, filter?: OffsetFilter): number {
    const { states, rootClass, firstRight } = this
    const { kernel } = this.model
    const { sums } = kernel
    const last = this.transitions.length
    const shift = states.canShift(state)
    const left = states.canLeft(state)
    const right = states.canRight(state)
    fillAtoms(context, states, state, kernel.atoms)
    const count = kernel.extract()
    filter?.(kernel.offsets, count)
    sums.fill(0)
    // a third of all states allow only some of the classes
    kernel.sum(count, shift ? 0 : left ? rootClass : firstRight, right ? last : left ? firstRight : 1)
    const root = sums[rootClass]!
    if (!shift) sums.fill(forbidden, 0, firstRight)
    else if (!left) sums.fill(forbidden, 1, firstRight)
    // the root takes the last word of the stack when the buffer is empty
    sums[rootClass] = left && !shift ? root : forbidden
    sums.fill(forbidden, right ? last : firstRight)
    return count
  }

  /** Adds the best steps from a scored state to the best so far, the best first. */
  propose(state: number, { kept, lag }: { kept: number; lag: number }, next: Candidate[]): void {
    const { sums } = this.model.kernel
    const before = this.states.score[state]!
    let best = 0
    let second = forbidden
    const classes = this.transitions.length
    for (let c = 1; c < classes; c++) {
      const score = sums[c]!
      if (score > sums[best]!) {
        second = sums[best]!
        best = c
      } else if (score > second) second = score
    }
    const lead = sums[best]!
    if (kept === 1) {
      next.push({ state, class: best, score: before + lead, margin: lead - second })
      return
    }
    let least = leastScore(next, kept, lag)
    for (let c = 0; c < classes; c++) {
      const own = sums[c]!
      const score = before + own
      if (own === forbidden || score <= least) continue
      let place = next.length
      for (; place > 0 && next[place - 1]!.score < score; place--) next[place] = next[place - 1]!
      next[place] = { state, class: c, score, margin: c === best ? lead - second : own - lead }
      if (next.length > kept) next.pop()
      least = leastScore(next, kept, lag)
    }
    while (next[next.length - 1]!.score < least) next.pop()
  }

  /** Takes the best steps, but for those that lead to a state like a better one. */
  private takeDistinct(candidates: readonly Candidate[], width: number): number[] {
    const beam: number[] = []
    for (const candidate of candidates) {
      const after = this.take(candidate)
      if (!beam.some((better) => this.states.alike(better, after)) && beam.push(after) === width) break
    }
    return beam
  }

  take({ state, class: name, score, margin }: Candidate): number {
    const { states } = this
    const relation = this.relationOf[name]!
    const after =
      name === 0
        ? states.shift(state)
        : name < this.firstRight
          ? states.left(state, relation)
          : states.right(state, relation)
    states.step[after] = name
    states.score[after] = score
    states.margin[after] = margin
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
      const step = states.step[state]!
      if (step === 0) continue
      const before = states.previous[state]!
      const child = states.subtrees[states.top[before]! * subtreeStride]!
      const head =
        step < this.firstRight
          ? states.frontWord(before)
          : states.subtrees[states.top[states.below[before]!]! * subtreeStride]!
      heads[child] = head === n ? 0 : head + 1
      relations[child] = this.transitions[step]!.relation
      const lead = Math.max(0, states.margin[state]! / this.model.scale)
      margins[child] = Number.isFinite(lead) ? lead / (lead + evenMargin) : 1
    }
    return { heads, relations, margins }
  }
}
