/** How hard a part would be to read as it is laid out; lower is better. Weights found by looking at pictures. */
import { distanceToSegment, type Point } from '../curve.ts'
import type { Room } from './component.ts'

interface Scored {
  readonly source: number
  readonly target: number
  /** Length that its words and shapes want. */
  readonly length: number
}

const price = { crossing: 6, covered: 5, cramped: 12, narrow: 1.5, throughName: 1.2 }

export function difficulty(at: readonly Point[], rooms: readonly Room[], lines: readonly Scored[]): number {
  let sum = 0
  lines.forEach((line, i) => {
    const [a, b] = [at[line.source]!, at[line.target]!]
    const length = Math.hypot(a.x - b.x, a.y - b.y) || 1
    // words stand flat: they need the line's length where it is flat, hardly any where it is steep
    const flat = Math.abs(a.x - b.x) / length
    const wanted = 70 + flat * (line.length - 70)
    sum += price.cramped * Math.max(0, 1 - length / wanted)
    for (let j = i + 1; j < lines.length; j++) {
      const other = lines[j]!
      const [c, d] = [at[other.source]!, at[other.target]!]
      if (sharesEnd(line, other)) sum += narrowness(at, line, other)
      else if (cross(a, b, c, d)) sum += price.crossing
    }
    for (let k = 0; k < at.length; k++) {
      if (k === line.source || k === line.target) continue
      const room = rooms[k]!
      const p = at[k]!
      if (distanceToSegment(p, a, b) < room.above + 8) sum += price.covered
      else if (distanceToSegment({ x: p.x, y: p.y + (room.above + room.below) / 2 }, a, b) < 14)
        sum += price.throughName
    }
  })
  return sum
}

const sharesEnd = (a: Scored, b: Scored) =>
  a.source === b.source || a.source === b.target || a.target === b.source || a.target === b.target

/** Two lines that leave one shape in nearly the same direction; parallel ones are fanned and do not count. */
function narrowness(at: readonly Point[], a: Scored, b: Scored): number {
  const shared = a.source === b.source || a.source === b.target ? a.source : a.target
  const [p, q] = [a, b].map((line) => at[line.source === shared ? line.target : line.source]!) as [Point, Point]
  if (p === q) return 0
  const o = at[shared]!
  const angle = Math.abs(Math.atan2(p.y - o.y, p.x - o.x) - Math.atan2(q.y - o.y, q.x - o.x))
  return Math.min(angle, 2 * Math.PI - angle) < 0.5 ? price.narrow : 0
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
