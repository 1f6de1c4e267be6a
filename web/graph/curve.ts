/** Lines between two shapes as quadratic Bézier curves, in pixels of the picture. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** From a to b, drawn towards c. */
export interface Curve {
  readonly ax: number
  readonly ay: number
  readonly cx: number
  readonly cy: number
  readonly bx: number
  readonly by: number
}

/** Pixels between neighbours of a fan, at its middle. */
const fanGap = 38

/** The curve from a to b, bowed by its place in a fan; `flip` where a is the higher of the two indexes. */
export function curveBetween(a: Point, b: Point, fan: number, flip: boolean): Curve {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = Math.hypot(dx, dy) || 1
  const bow = 2 * fan * Math.min(fanGap, length * 0.2) * (flip ? -1 : 1)
  return {
    ax: a.x,
    ay: a.y,
    cx: (a.x + b.x) / 2 + (dy / length) * bow,
    cy: (a.y + b.y) / 2 - (dx / length) * bow,
    bx: b.x,
    by: b.y,
  }
}

export function pointAt({ ax, ay, cx, cy, bx, by }: Curve, t: number): Point {
  const u = 1 - t
  return { x: u * u * ax + 2 * u * t * cx + t * t * bx, y: u * u * ay + 2 * u * t * cy + t * t * by }
}

/** Direction at t as an angle. */
export function angleAt({ ax, ay, cx, cy, bx, by }: Curve, t: number): number {
  const u = 1 - t
  return Math.atan2(u * (cy - ay) + t * (by - cy), u * (cx - ax) + t * (bx - cx))
}

/** The part of a curve between two values of t (de Casteljau's construction). */
export function partOf(curve: Curve, from: number, to: number): Curve {
  const a = pointAt(curve, from)
  const b = pointAt(curve, to)
  const { ax, ay, cx, cy, bx, by } = curve
  const blossom = (p: number, q: number, r: number) =>
    (1 - from) * ((1 - to) * p + to * q) + from * ((1 - to) * q + to * r)
  return { ax: a.x, ay: a.y, cx: blossom(ax, cx, bx), cy: blossom(ay, cy, by), bx: b.x, by: b.y }
}

/** The t at which the curve is `distance` away from its start (or from its end). */
export function tAtDistance(curve: Curve, distance: number, fromEnd: boolean): number {
  const origin = pointAt(curve, fromEnd ? 1 : 0)
  let near = fromEnd ? 1 : 0
  let far = 0.5
  for (let i = 0; i < 14; i++) {
    const t = (near + far) / 2
    const { x, y } = pointAt(curve, t)
    if (Math.hypot(x - origin.x, y - origin.y) < distance) near = t
    else far = t
  }
  return far
}

/** The shortest way from a point to the curve, by samples; good to a pixel or two. */
export function distanceTo(curve: Curve, point: Point): number {
  const steps = 16
  let best = Number.POSITIVE_INFINITY
  let last = pointAt(curve, 0)
  for (let i = 1; i <= steps; i++) {
    const next = pointAt(curve, i / steps)
    best = Math.min(best, distanceToSegment(point, last, next))
    last = next
  }
  return best
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}
