/** A line that a hand draws around names, on the picture; and which points lie within it. */
import type { Point } from './curve.ts'

const svg = 'http://www.w3.org/2000/svg'
/** Pixels between two points of it. */
const grain = 3

export class Lasso {
  private readonly points: Point[]
  private readonly canvas = document.createElementNS(svg, 'svg')
  private readonly line = document.createElementNS(svg, 'path')

  constructor(container: HTMLElement, from: Point) {
    this.points = [from]
    this.canvas.setAttribute('class', 'lasso')
    this.canvas.setAttribute('aria-hidden', 'true')
    this.canvas.append(this.line)
    container.append(this.canvas)
  }

  /** Draws on to a point. */
  to(point: Point): void {
    const last = this.points.at(-1)!
    if (Math.hypot(point.x - last.x, point.y - last.y) < grain) return
    this.points.push(point)
    this.line.setAttribute('d', `M${this.points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
  }

  /** Takes it away; what was drawn, its last point tied to its first. */
  end(): readonly Point[] {
    this.canvas.remove()
    return this.points
  }
}

/** Whether a point lies within a closed line, which may cross itself: by the odd number of edges to its right. */
export function isWithin({ x, y }: Point, shape: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
    const [a, b] = [shape[i]!, shape[j]!]
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside
  }
  return inside
}
