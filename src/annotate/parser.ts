/**
 * Tagged words → heads and relations: transitions scored by a linear model, the best few sequences of them kept (Zhang
 * and Clark 2008), from left to right in linear time.
 */

import { guideFeatures } from './guide-features.ts'
import { toOffsets } from './hashing.ts'
import type { LinearModel } from './linear-model.ts'
import { type Guide, type ParsedContext, parseFeatures } from './parser-features.ts'
import type { Tag } from './tagger.ts'
import { parseTransition, States, type Transition } from './transitions.ts'
import { column, type WordTable } from './word-table.ts'

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

/** What is left to do with a state: a step not yet taken. */
interface Candidate {
  state: number
  class: number
  score: number
  margin: number
}

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
    readonly words: WordTable,
    readonly settings: BeamSettings,
  ) {
    this.transitions = model.classes.map(parseTransition)
    this.relations = [...new Set(this.transitions.slice(1).map((transition) => transition.relation))]
    this.relationOf = Int32Array.from(this.transitions, ({ relation }) => this.relations.indexOf(relation))
    this.rootClass = model.classes.indexOf('left root')
    this.firstRight = this.transitions.findIndex(({ action }) => action === 'right')
  }

  parse(forms: readonly string[], tags: readonly Tag[], guide?: Guide): Parse {
    const context = { ...this.context(forms, tags), guide }
    const final = this.search(context)
    return this.readOff(final)
  }

  context(forms: readonly string[], tags: readonly Tag[]): ParsedContext {
    const n = forms.length
    const places = this.words.look(forms)
    const { rows } = this.words
    const fill = (root: number, of: (i: number) => number) => {
      const cells = new Int32Array(n + 2)
      for (let i = 0; i < n; i++) cells[i] = of(i)
      cells[n] = root
      cells[n + 1] = root + 1
      return cells
    }
    return {
      words: fill(7, (i) => rows[places[i]! + column.knownWord]!),
      upos: fill(7, (i) => tags[i]!.uposHash),
      xpos: fill(7, (i) => tags[i]!.xposHash),
      clusters: fill(7, (i) => rows[places[i]! + column.cluster8]!),
      root: n,
    }
  }

  /** The last state of the best sequence. */
  private search(context: ParsedContext): number {
    const { states } = this
    const width = context.root > longestWithBeam ? 1 : this.settings.width
    const lag = this.settings.lag * this.model.scale
    let beam = [states.start(context.root, width)]
    const next: Candidate[] = []
    for (let step = 0; step < 2 * context.root; step++) {
      next.length = 0
      for (const state of beam) {
        this.score(context, state)
        this.propose(state, width, lag, next)
      }
      beam = next.map((candidate) => this.take(candidate))
    }
    return beam[0]!
  }

  /** Leaves the scores of a state's steps in the kernel's sums; how many features there are. */
  score(context: ParsedContext, state: number): number {
    const { kernel, bits } = this.model
    const { offsets } = kernel
    let features = parseFeatures(context, this.states, state, offsets)
    if (context.guide) features = guideFeatures(context.guide, context, [this.states, state], offsets, features)
    const count = toOffsets(offsets, features, bits, kernel.zeroRow)
    kernel.sums.fill(0)
    kernel.sum(count)
    return count
  }

  /** Calls `visit` with every class that may follow. */
  allowed(state: number, visit: (name: number) => void): void {
    const { states } = this
    const shift = states.canShift(state)
    if (shift) visit(0)
    if (states.canLeft(state)) {
      if (!shift) visit(this.rootClass)
      else for (let c = 1; c < this.firstRight; c++) if (c !== this.rootClass) visit(c)
    }
    if (states.canRight(state)) for (let c = this.firstRight; c < this.transitions.length; c++) visit(c)
  }

  /** Adds the best steps from a scored state to the best so far, the best first. */
  propose(state: number, width: number, lag: number, next: Candidate[]): void {
    const { sums } = this.model.kernel
    const before = this.states.score[state]!
    let best = -Infinity
    let second = -Infinity
    this.allowed(state, (c) => {
      const score = sums[c]!
      if (score > best) {
        second = best
        best = score
      } else if (score > second) second = score
    })
    this.allowed(state, (c) => {
      const own = sums[c]!
      const score = before + own
      if (next.length === width && score <= next[width - 1]!.score) return
      if (next.length > 0 && score < next[0]!.score - lag) return
      const margin = own === best ? best - second : own - best
      let place = next.length
      while (place > 0 && next[place - 1]!.score < score) place--
      next.splice(place, 0, { state, class: c, score, margin })
      if (next.length > width) next.pop()
      while (next[next.length - 1]!.score < next[0]!.score - lag) next.pop()
    })
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
      const child = states.subtrees[states.top[before]! * 16]!
      const head =
        step < this.firstRight ? states.frontWord(before) : states.subtrees[states.top[states.below[before]!]! * 16]!
      heads[child] = head === n ? 0 : head + 1
      relations[child] = this.transitions[step]!.relation
      const lead = Math.max(0, states.margin[state]! / this.model.scale)
      margins[child] = Number.isFinite(lead) ? lead / (lead + evenMargin) : 1
    }
    return { heads, relations, margins }
  }
}
