/** Shapes, lines and the texts that want to stand by them → where each text goes, or nowhere, so that none collide. */
import { angleAt, type Curve, type Point, pointAt } from './curve.ts'
import type { TextBlock } from './text.ts'

export interface Box {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A shape that is in sight, in pixels. */
export interface Spot {
  readonly index: number
  readonly x: number
  readonly y: number
  readonly r: number
}

/** A line that is in sight, from the rim of one shape to the rim of the other. */
export interface Stroke {
  readonly index: number
  readonly curve: Curve
  /** Places that no text may touch: arrowhead, ⊘. */
  readonly marks: readonly Box[]
}

export interface Placed {
  readonly text: TextBlock
  /** Middle of the top of the text. */
  readonly x: number
  readonly y: number
  readonly box: Box
  /** The line runs through it, so it needs a plate of paper. */
  readonly plate: boolean
}

const cell = 64

/** Boxes in a grid, so that one is compared with its neighbours only. */
class Taken {
  private readonly cells = new Map<number, Box[]>()

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const list = this.cells.get(key)
      if (list) list.push(box)
      else this.cells.set(key, [box])
    }
  }

  hits(box: Box): boolean {
    for (const key of this.keys(box)) {
      for (const b of this.cells.get(key) ?? []) {
        if (box.x1 < b.x2 && b.x1 < box.x2 && box.y1 < b.y2 && b.y1 < box.y2) return true
      }
    }
    return false
  }

  /** Square pixels of other boxes that a box covers. */
  covered(box: Box): number {
    const seen = new Set<Box>()
    for (const key of this.keys(box)) for (const other of this.cells.get(key) ?? []) seen.add(other)
    let area = 0
    for (const b of seen) {
      const [width, height] = [
        Math.min(box.x2, b.x2) - Math.max(box.x1, b.x1),
        Math.min(box.y2, b.y2) - Math.max(box.y1, b.y1),
      ]
      if (width > 0 && height > 0) area += width * height
    }
    return area
  }

  private *keys({ x1, y1, x2, y2 }: Box): Iterable<number> {
    for (let cx = Math.floor(x1 / cell); cx <= Math.floor(x2 / cell); cx++) {
      for (let cy = Math.floor(y1 / cell); cy <= Math.floor(y2 / cell); cy++) yield cx * 4096 + cy
    }
  }
}

/** Points along all lines in a grid: how much of other lines lies under a text. */
class Traces {
  private readonly cells = new Map<number, number[]>()

  add({ index, curve }: Stroke): void {
    const steps = Math.max(6, Math.ceil(Math.hypot(curve.bx - curve.ax, curve.by - curve.ay) / 9))
    for (let i = 0; i <= steps; i++) {
      const { x, y } = pointAt(curve, i / steps)
      const key = Math.floor(x / cell) * 4096 + Math.floor(y / cell)
      const list = this.cells.get(key)
      if (list) list.push(x, y, index)
      else this.cells.set(key, [x, y, index])
    }
  }

  /** Points of lines other than `own` in a box. */
  under({ x1, y1, x2, y2 }: Box, own: number): number {
    let found = 0
    for (let cx = Math.floor(x1 / cell); cx <= Math.floor(x2 / cell); cx++) {
      for (let cy = Math.floor(y1 / cell); cy <= Math.floor(y2 / cell); cy++) {
        const list = this.cells.get(cx * 4096 + cy)
        if (!list) continue
        for (let i = 0; i < list.length; i += 3) {
          if (list[i + 2] !== own && list[i]! > x1 && list[i]! < x2 && list[i + 1]! > y1 && list[i + 1]! < y2) found++
        }
      }
    }
    return found
  }
}

/** Texts of one picture, placed in the order in which they are asked for: what matters most first. */
export class Placer {
  private readonly shapes = new Taken()
  private readonly texts = new Taken()
  /** Arrowheads and ⊘: words keep off them, names may not have the choice. */
  private readonly marks = new Taken()
  private readonly traces = new Traces()

  constructor(
    spots: Iterable<Spot>,
    private readonly stage: { readonly width: number; readonly height: number },
  ) {
    for (const { x, y, r } of spots) this.shapes.add({ x1: x - r - 2, y1: y - r - 2, x2: x + r + 2, y2: y + r + 2 })
  }

  /** Texts that are placed from now on keep off a line. */
  keepOff(stroke: Stroke): void {
    this.traces.add(stroke)
    for (const mark of stroke.marks) this.marks.add(mark)
  }

  /** A name below its shape, else above, right, left: where it covers least of the lines. `must`: even if it collides. */
  name({ x, y, r }: Spot, text: TextBlock, must: boolean): Placed | undefined {
    const { width: w, height: h } = text
    const places = [
      { x, y: y + r + 5 },
      { x, y: y - r - 4 - h },
      { x: x + r + 7 + w / 2, y: y - h / 2 },
      { x: x - r - 7 - w / 2, y: y - h / 2 },
      { x: x + r * 0.7 + w / 2, y: y + r * 0.8 + 4 },
      { x: x - r * 0.7 - w / 2, y: y + r * 0.8 + 4 },
      { x: x + r * 0.7 + w / 2, y: y - r * 0.8 - 3 - h },
      { x: x - r * 0.7 - w / 2, y: y - r * 0.8 - 3 - h },
    ]
    return this.best(
      places.map((wish, i) => {
        const at = this.movedIn(wish, { x, y }, text)
        return { at, plate: false, cost: i * 1.2 + Math.hypot(at.x - wish.x, at.y - wish.y) / 12 }
      }),
      { text, own: -1, must, markCost: 4 },
    )
  }

  /** The name of a shape that is in sight is not cut at the edge of the stage: it moves in. */
  private movedIn(wish: Point, shape: Point, { width: w, height: h }: TextBlock): Point {
    const { width, height } = this.stage
    if (shape.x < 0 || shape.y < 0 || shape.x > width || shape.y > height) return wish
    const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
    return {
      x: w + 8 < width ? within(wish.x, w / 2 + 4, width - w / 2 - 4) : wish.x,
      y: within(wish.y, 2, height - h - 2),
    }
  }

  /** Words on a line: above it where it is flat, else on a plate that breaks it; at four places along it. */
  words({ index, curve }: Stroke, text: TextBlock, must: boolean): Placed | undefined {
    const bowedDown = curve.cy > (curve.ay + curve.by) / 2 + 4
    const choices = [0.5, 0.42, 0.58, 0.34, 0.66].flatMap((t, i) => {
      const { x, y } = pointAt(curve, t)
      const slope = Math.abs(Math.tan(angleAt(curve, t)))
      const plate = { at: { x, y: y - text.height / 2 }, plate: true, cost: i + 1 }
      if (slope > 0.3) return [plate]
      const lift = (slope * text.width) / 2 + 4
      const above = { at: { x, y: y - lift - text.height }, plate: false, cost: i }
      const below = { at: { x, y: y + lift }, plate: false, cost: i }
      return bowedDown ? [below, { ...above, cost: i + 2 }, plate] : [above, { ...below, cost: i + 2 }, plate]
    })
    // a line shorter than its words has no room for them
    const length = Math.hypot(curve.bx - curve.ax, curve.by - curve.ay)
    if (!must && length < 36) return undefined
    return this.best(choices, { text, own: index, must, markCost: Infinity })
  }

  private best(
    choices: readonly { readonly at: Point; readonly plate: boolean; readonly cost: number }[],
    { text, own, must, markCost }: { text: TextBlock; own: number; must: boolean; markCost: number },
  ): Placed | undefined {
    let best: Placed | undefined
    let lowest = Number.POSITIVE_INFINITY
    for (const { at, plate, cost } of choices) {
      const box = boxOf(text, at)
      if (cost >= lowest || this.texts.hits(box)) continue
      const isCut = box.x1 < 0 || box.y1 < 0 || box.x2 > this.stage.width || box.y2 > this.stage.height
      // half a word at the edge says less than none
      if (isCut && !must) continue
      const covers = this.shapes.hits(box)
      if (covers && !must) continue
      let total = cost + 1.5 * this.traces.under(box, own)
      // what must stand lies on shapes rather than on another text, on as little of them as it can
      if (covers) total += 20 + this.shapes.covered(box) / 2
      if (this.marks.hits(box)) total += markCost
      if (isCut) total += 200
      if (total >= lowest) continue
      lowest = total
      best = { text, x: at.x, y: at.y, box, plate }
    }
    if (!best && must) {
      const { at, plate } = choices[0]!
      best = { text, x: at.x, y: at.y, box: boxOf(text, at), plate }
    }
    if (best) this.texts.add(best.box)
    return best
  }
}

const boxOf = ({ width, height }: TextBlock, { x, y }: Point): Box => ({
  x1: x - width / 2 - 3,
  y1: y - 1,
  x2: x + width / 2 + 3,
  y2: y + height + 1,
})
