/**
 * Names where they stand and the lines between them → the same names a step on under ForceAtlas2 (Jacomy et al. 2014; the
 * step is the library's). Repulsion and gravity are guessed so that the whole keeps about the size that it has: where
 * all is at rest, the pull of the lines and of gravity, each times its distance, sums to what the repulsion of all pairs
 * does, which is the same at any distance (the virial theorem). Deterministic.
 */
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { pushApart } from './apart.ts'
import type { ForceSettings } from './settings.ts'

/** Names by their place in these lists; pixels, y downwards. */
export interface Start {
  /** x and y of each in turn. */
  readonly at: Float32Array
  /** Room about the middle of each. */
  readonly radii: Float32Array
  /** 1: stays where it is. */
  readonly fixed: Uint8Array
  /** Both ends of each line in turn. */
  readonly ends: Int32Array
  readonly weights: Float32Array
}

const nodeNumbers = 10
const lineNumbers = 3
const [dx, oldDx, mass, convergence, fixed] = [2, 4, 6, 7, 9]

/** Above this many names those far away push as one (Barnes, Hut 1986). */
const few = 700
/** Gravity's share of all that draws together, where it is as it is guessed. */
const gravityShare = 0.4
/** The library's speeds suit lines about so long. */
const lineLength = 20
/** A step is no longer than this share of the whole, so that the eye can follow. */
const longestStep = 0.04
/** At rest: in so many steps names have moved on average by less than this share of the whole. */
const rest = { steps: 25, share: 0.004 }
/** What was tangled unfolds and grows: in the first steps repulsion is guessed again, so that the whole keeps its size. */
const learning = { steps: 200, power: 0.08 }

export class Field {
  private readonly nodes: Float32Array
  private readonly lines: Float32Array
  private readonly unit: number
  private readonly middle: { readonly x: number; readonly y: number }
  private before: Float32Array
  private steps = 0
  private lessons = 0
  /** How far from the middle names stood in the beginning. */
  private readonly size: number
  private guess: { readonly repulsion: number; readonly gravity: number }
  isSettled = false

  constructor(
    private readonly start: Start,
    private settings: ForceSettings,
  ) {
    const { at, ends, weights } = start
    const count = at.length / 2
    this.middle = middleOf(at)
    this.unit = meanLength(start) / lineLength
    this.nodes = new Float32Array(count * nodeNumbers)
    this.lines = new Float32Array(weights.length * lineNumbers)
    for (let i = 0; i < count; i++) {
      this.put(i, at[2 * i]!, at[2 * i + 1]!)
      const node = i * nodeNumbers
      this.nodes[node + mass] = this.nodes[node + convergence] = 1
      this.nodes[node + fixed] = start.fixed[i]!
      if (start.fixed[i]) continue
      // a hair apart, should two lie on one point
      this.nodes[node]! += i * 1e-4
      this.nodes[node + 1]! += ((i * 7) % 11) * 1e-4
    }
    for (let i = 0; i < weights.length; i++) {
      const [a, b] = [ends[2 * i]! * nodeNumbers, ends[2 * i + 1]! * nodeNumbers]
      this.nodes[a + mass]!++
      this.nodes[b + mass]!++
      this.lines.set([a, b, weights[i]!], i * lineNumbers)
    }
    this.before = this.positions()
    this.guess = this.guessed(this.before)
    this.size = this.spread()
  }

  set(settings: ForceSettings): void {
    const { strong, linLog, weights } = this.settings
    this.settings = settings
    // other forces: what was guessed of those before is of no use
    if (settings.strong !== strong || settings.linLog !== linLog || settings.weights !== weights)
      this.guess = this.guessed(this.positions())
    this.lessons = learning.steps
    this.wake()
  }

  /** Fastens a name somewhere, or lets it go. */
  hold(name: number, at: { readonly x: number; readonly y: number } | undefined): void {
    if (at) this.put(name, at.x, at.y)
    this.nodes[name * nodeNumbers + fixed] = at ? 1 : 0
    this.wake()
  }

  step(): void {
    const { nodes, settings, unit, start } = this
    const count = start.at.length / 2
    const was = this.positions()
    const { repulsion, gravity } = this.guess
    iterate(
      {
        linLogMode: settings.linLog,
        outboundAttractionDistribution: false,
        // its own way of keeping shapes apart makes them jump, and does nothing for many
        adjustSizes: false,
        edgeWeightInfluence: settings.weights,
        scalingRatio: Math.max(1e-6, repulsion * settings.repulsion),
        strongGravityMode: settings.strong,
        gravity: gravity * settings.gravity,
        slowDown: (1 + Math.log(count + 1)) / settings.speed,
        barnesHutOptimize: count > few,
        barnesHutTheta: 1.1,
      },
      nodes,
      this.lines,
    )
    const spread = this.spread()
    if (this.lessons++ < learning.steps) {
      // as large as it was, but for what the reader has set
      const wanted = (this.size * Math.sqrt(settings.repulsion)) / settings.gravity ** 0.25
      const grown = Math.max(0.5, Math.min(2, spread / wanted)) ** learning.power
      this.guess = { repulsion: repulsion / grown, gravity: settings.strong ? gravity : gravity / Math.sqrt(grown) }
    }
    const most = spread * longestStep
    for (let i = 0; i < count; i++) {
      const node = i * nodeNumbers
      // the library says of what has burst that it is nowhere
      if (!Number.isFinite(nodes[node]!) || !Number.isFinite(nodes[node + 1]!)) {
        nodes.set([(was[2 * i]! - this.middle.x) / unit, (was[2 * i + 1]! - this.middle.y) / unit, 0, 0, 0, 0], node)
        continue
      }
      const [x, y] = [(was[2 * i]! - this.middle.x) / unit, (was[2 * i + 1]! - this.middle.y) / unit]
      const length = Math.hypot(nodes[node]! - x, nodes[node + 1]! - y)
      if (length <= most) continue
      nodes[node] = x + ((nodes[node]! - x) * most) / length
      nodes[node + 1] = y + ((nodes[node + 1]! - y) * most) / length
    }
    if (settings.apart) pushApart(nodes, { stride: nodeNumbers, fixed, radii: start.radii, unit })
    if (++this.steps % rest.steps === 0) this.look()
  }

  /** x and y of each name in turn, in pixels. */
  positions(): Float32Array {
    const at = new Float32Array(this.start.at.length)
    for (let i = 0; i < at.length / 2; i++) {
      at[2 * i] = this.middle.x + this.nodes[i * nodeNumbers]! * this.unit
      at[2 * i + 1] = this.middle.y + this.nodes[i * nodeNumbers + 1]! * this.unit
    }
    return at
  }

  private put(name: number, x: number, y: number): void {
    this.nodes[name * nodeNumbers] = (x - this.middle.x) / this.unit
    this.nodes[name * nodeNumbers + 1] = (y - this.middle.y) / this.unit
  }

  private wake(): void {
    this.isSettled = false
    this.steps = 0
    this.before = this.positions()
    for (let i = 0; i < this.nodes.length; i += nodeNumbers) this.nodes.fill(0, i + dx, i + oldDx + 2)
  }

  /** Whether the names have come to rest since it was looked last. */
  private look(): void {
    const now = this.positions()
    let sum = 0
    for (let i = 0; i < now.length; i += 2)
      sum += Math.hypot(now[i]! - this.before[i]!, now[i + 1]! - this.before[i + 1]!)
    const slowness = Math.min(1, this.settings.speed)
    this.isSettled = sum / (now.length / 2) < this.spread() * this.unit * rest.share * slowness
    this.before = now
  }

  /** How far from the middle names stand, by the root of the mean square. */
  private spread(): number {
    let sum = 0
    for (let i = 0; i < this.nodes.length; i += nodeNumbers) sum += this.nodes[i]! ** 2 + this.nodes[i + 1]! ** 2
    return Math.sqrt((sum * nodeNumbers) / this.nodes.length) || 1
  }

  /** Repulsion and gravity at which what stands at these places would be about as large at rest. */
  private guessed(at: Float32Array): { repulsion: number; gravity: number } {
    const { nodes, lines, settings, unit } = this
    const distance = (a: number, b: number) => Math.hypot(at[a]! - at[b]!, at[a + 1]! - at[b + 1]!) / unit
    let pull = 0
    for (let i = 0; i < lines.length; i += lineNumbers) {
      const d = distance((lines[i]! / nodeNumbers) * 2, (lines[i + 1]! / nodeNumbers) * 2)
      pull += lines[i + 2]! ** settings.weights * (settings.linLog ? d * Math.log(1 + d) : d * d)
    }
    let [masses, squares, arms] = [0, 0, 0]
    for (let i = 0; i < nodes.length / nodeNumbers; i++) {
      const m = nodes[i * nodeNumbers + mass]!
      const r = Math.hypot(at[2 * i]! - this.middle.x, at[2 * i + 1]! - this.middle.y) / unit
      masses += m
      squares += m * m
      arms += m * (settings.strong ? r * r : r)
    }
    const pairs = (masses * masses - squares) / 2
    // without a line there is no pull but gravity's
    const own = pull || arms
    return {
      repulsion: pairs > 0 ? (own * (1 + gravityShare)) / pairs : 1,
      gravity: arms > 0 ? (own * gravityShare) / arms : 1,
    }
  }
}

function middleOf(at: Float32Array): { x: number; y: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < at.length; i += 2) {
    left = Math.min(left, at[i]!)
    right = Math.max(right, at[i]!)
    top = Math.min(top, at[i + 1]!)
    bottom = Math.max(bottom, at[i + 1]!)
  }
  return at.length ? { x: (left + right) / 2, y: (top + bottom) / 2 } : { x: 0, y: 0 }
}

function meanLength({ at, ends }: Start): number {
  let sum = 0
  for (let i = 0; i < ends.length; i += 2) {
    const [a, b] = [ends[i]! * 2, ends[i + 1]! * 2]
    sum += Math.hypot(at[a]! - at[b]!, at[a + 1]! - at[b + 1]!)
  }
  return ends.length ? Math.max(1, sum / (ends.length / 2)) : 100
}
