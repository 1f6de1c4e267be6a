/** A view of the graph in pixels → ink on a canvas or in an SVG: lines, arrowheads, ⊘, shapes, words. */
import { type Curve, type Point, partOf, pointAt, tAtDistance } from './curve.ts'
import type { Line, Name } from './model.ts'
import { lineColour, nameColour, type Palette } from './palette.ts'
import type { Box, Placed } from './place.ts'
import { shapeKey, shapeOf } from './shapes.ts'
import type { Ink, PathMaker } from './svg.ts'

/** Thickness of a line: requests heaviest, by their number of statements; relations thin. */
function thickness({ kind, force, weight }: Line): number {
  if (kind === 'relation' || kind === 'role') return 1
  const more = Math.min(1.8, Math.log2(weight) * 0.8)
  return (kind === 'request' ? (force === 'suggest' || force === 'invite' ? 1.8 : 2.2) : 1.5) + more
}

const hasArrow = ({ kind }: Line): boolean => kind !== 'relation'
const headLength = (line: Line) => 5 + 1.6 * thickness(line)
/** Radius of ⊘. */
const notRadius = 6.5
const isNot = ({ kind, polarity }: Line): boolean =>
  polarity === 'negative' && kind !== 'relation' && kind !== 'communication'
const isDashed = ({ factuality }: Line): boolean => factuality !== 'actual'

/** A line between two shapes as it is drawn. */
export interface DrawnLine {
  readonly index: number
  /** From rim to rim, without the head. */
  readonly curve: Curve
  readonly head: { readonly tip: Point; readonly angle: number; readonly length: number } | undefined
  readonly not: Point | undefined
  readonly marks: readonly Box[]
}

/** Cuts a curve off at the rims of its shapes, leaving room for the arrowhead; undefined where nothing is left. */
export function drawnLine(line: Line, whole: Curve, from: number, to: number): DrawnLine | undefined {
  const length = Math.hypot(whole.bx - whole.ax, whole.by - whole.ay)
  if (length < from + to + 12) return undefined
  const start = tAtDistance(whole, from + 3, false)
  const tip = tAtDistance(whole, to + 4, true)
  if (!hasArrow(line))
    return { index: line.index, curve: partOf(whole, start, tip), head: undefined, not: undefined, marks: [] }
  const size = headLength(line)
  const base = tAtDistance(whole, to + 4 + size * 0.8, true)
  const at = pointAt(whole, tip)
  const neck = pointAt(whole, base)
  const angle = Math.atan2(at.y - neck.y, at.x - neck.x)
  const marks = [around(pointAt(whole, (base + tip) / 2), size * 0.7)]
  let not: Point | undefined
  if (isNot(line) && length > from + to + 50) {
    not = pointAt(whole, tAtDistance(whole, to + 4 + size + 13, true))
    marks.push(around(not, notRadius + 1))
  }
  return { index: line.index, curve: partOf(whole, start, base), head: { tip: at, angle, length: size }, not, marks }
}

const around = ({ x, y }: Point, r: number): Box => ({ x1: x - r, y1: y - r, x2: x + r, y2: y + r })

export class Pen {
  constructor(
    private readonly context: Ink,
    private readonly palette: Palette,
    private readonly path: PathMaker = canvasPath,
  ) {}

  /** The yellow under a chosen line. */
  highlight({ curve }: DrawnLine): void {
    const { context } = this
    context.strokeStyle = this.palette.mark
    context.lineWidth = 16
    context.lineCap = 'round'
    this.trace(curve)
    context.stroke()
    context.lineCap = 'butt'
  }

  line(line: Line, { curve, head, not }: DrawnLine): void {
    const { context, palette } = this
    const colour = lineColour(line, palette)
    context.strokeStyle = colour
    context.lineWidth = thickness(line)
    context.setLineDash(isDashed(line) ? [5, 4] : [])
    this.trace(curve)
    context.stroke()
    context.setLineDash([])
    if (head) this.arrowhead(head, colour, isDashed(line))
    if (not) this.not(not, colour)
  }

  /** An arc from what was prompted (a full dot) to what prompted it (a hollow one). */
  prompt(curve: Curve): void {
    const { context, palette } = this
    const colour = palette.kind['link']!
    context.strokeStyle = colour
    context.lineWidth = 1.6
    this.trace(curve)
    context.stroke()
    this.dot(pointAt(curve, 0), colour, colour)
    this.dot(pointAt(curve, 1), palette.paper, colour)
  }

  shape(name: Name, at: Point, r: number): void {
    this.symbol(shapeKey(name), nameColour(name, this.palette), { ...at, r })
  }

  /** The shape of a family, of a statement or of what is not named. */
  symbol(key: keyof typeof shapeOf, colour: string, at: Point & { readonly r: number }): void {
    const { context, palette } = this
    const { r } = at
    context.save()
    context.translate(at.x, at.y)
    context.scale(r, r)
    for (const part of shapeOf[key]) {
      const path = this.path(part.path)
      if (key === 'content') {
        context.fillStyle = palette.paper
        context.fill(path)
        context.strokeStyle = palette.ink3
        context.lineWidth = 1.3 / r
        context.setLineDash([2.5 / r, 2.5 / r])
        context.stroke(path)
        continue
      }
      const alpha = context.globalAlpha
      if (part.ink === 'faint') context.globalAlpha = alpha * 0.55
      context.fillStyle = part.ink === 'hole' ? palette.paper : colour
      context.fill(path)
      context.globalAlpha = alpha
      if (part.ink !== 'hole' && r > 3) {
        context.strokeStyle = palette.paper
        context.lineWidth = 1.5 / r
        context.stroke(path)
      }
    }
    context.restore()
  }

  /** A flat line with or without its head, for a legend. */
  sample({ x, y }: Point, length: number, colour: string, arrow: boolean): void {
    const { context } = this
    context.strokeStyle = colour
    context.lineWidth = arrow ? 2 : 1.2
    this.trace({ ax: x, ay: y, cx: x + length / 2, cy: y, bx: x + length - (arrow ? 6 : 0), by: y })
    context.stroke()
    if (arrow) this.arrowhead({ tip: { x: x + length, y }, angle: 0, length: 8 }, colour, false)
  }

  /** The ring about a chosen shape. */
  ring({ x, y }: Point, r: number): void {
    const { context } = this
    context.strokeStyle = this.palette.ink
    context.lineWidth = 2
    context.beginPath()
    context.arc(x, y, r + 5, 0, 2 * Math.PI)
    context.stroke()
  }

  nameText(placed: Placed, name: Name): void {
    this.text(placed, name.kind === 'entity' ? this.palette.ink : this.palette.ink2, 4)
  }

  /** Words on a line or an arc. */
  words(placed: Placed, colour: string): void {
    if (placed.plate) {
      const { x1, y1, x2, y2 } = placed.box
      this.context.fillStyle = this.palette.paper
      this.context.fillRect(x1, y1, x2 - x1, y2 - y1)
    }
    this.text(placed, colour, 3)
  }

  private text({ text, x, y }: Placed, colour: string, halo: number): void {
    const { context, palette } = this
    context.textBaseline = 'alphabetic'
    context.lineJoin = 'round'
    text.lines.forEach((line, row) => {
      const baseline = y + text.lineHeight * (row + 0.8)
      for (const pass of ['halo', 'ink'] as const) {
        let left = x - line.width / 2
        for (const run of line.runs) {
          context.font = run.font
          if (pass === 'halo') {
            context.strokeStyle = palette.paper
            context.lineWidth = halo * 1.6
            context.strokeText(run.text, left, baseline)
          } else {
            context.fillStyle = colour
            context.fillText(run.text, left, baseline)
            if (run.underlined) context.fillRect(left, baseline + 1.5, run.width, 1)
          }
          left += run.width
        }
      }
    })
  }

  private trace({ ax, ay, cx, cy, bx, by }: Curve): void {
    this.context.beginPath()
    this.context.moveTo(ax, ay)
    this.context.quadraticCurveTo(cx, cy, bx, by)
  }

  private arrowhead({ tip, angle, length }: NonNullable<DrawnLine['head']>, colour: string, open: boolean): void {
    const { context } = this
    const half = length * 0.42
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const corner = (side: number) =>
      [tip.x - length * cos - side * half * sin, tip.y - length * sin + side * half * cos] as const
    context.beginPath()
    context.moveTo(tip.x, tip.y)
    context.lineTo(...corner(1))
    context.lineTo(...corner(-1))
    context.closePath()
    context.fillStyle = open ? this.palette.paper : colour
    context.fill()
    if (!open) return
    context.lineWidth = 1.4
    context.strokeStyle = colour
    context.stroke()
  }

  private not({ x, y }: Point, colour: string): void {
    const { context } = this
    context.fillStyle = this.palette.paper
    context.strokeStyle = colour
    context.lineWidth = 1.8
    context.beginPath()
    context.arc(x, y, notRadius, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
    const d = notRadius * Math.SQRT1_2
    context.beginPath()
    context.moveTo(x - d, y + d)
    context.lineTo(x + d, y - d)
    context.stroke()
  }

  private dot({ x, y }: Point, fill: string, stroke: string): void {
    const { context } = this
    context.beginPath()
    context.arc(x, y, 3.6, 0, 2 * Math.PI)
    context.fillStyle = fill
    context.fill()
    context.lineWidth = 1.6
    context.strokeStyle = stroke
    context.stroke()
  }
}

const paths = new Map<string, Path2D>()
/** Paths of a canvas, made once. */
export const canvasPath: PathMaker = (path) => {
  let known = paths.get(path)
  if (!known) paths.set(path, (known = new Path2D(path)))
  return known
}
