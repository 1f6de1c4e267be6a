/**
 * The layout "map": stress majorization (Gansner, Koren, North 2004; local updates) so that lines get the length that
 * their words need, then room for names, then parts packed beside each other. Deterministic.
 */
import { distanceToSegment, type Point } from '../curve.ts'
import { boundsOf, type Mutable, type Plan, pack, partsOf } from './component.ts'

/** Rooms smaller than the stage are tried first with long lines, then with ever shorter ones, until it fits. */
const shrink = [1, 0.88, 0.76, 0.66, 0.56]

export function mapLayout(plan: Plan): Point[] {
  let at: Mutable[] = []
  for (const scale of shrink) {
    at = plan.start.map(({ x, y }) => ({ x, y }))
    const parts = partsOf(plan)
    for (const part of parts) layOutPart(part, at, plan, scale)
    pack(parts, at, plan)
    const all = boundsOf(
      plan.rooms.map((_, i) => i),
      at,
      plan.rooms,
    )
    if (all.right - all.left <= plan.width && all.bottom - all.top <= plan.height) break
  }
  return at
}

function layOutPart(part: readonly number[], at: Mutable[], plan: Plan, scale: number): void {
  if (part.length === 1) {
    Object.assign(at[part[0]!]!, { x: 0, y: 0 })
    return
  }
  const local = new Map(part.map((i, k) => [i, k]))
  const lines = plan.lines.flatMap((line) => {
    const [source, target] = [local.get(line.source), local.get(line.target)]
    return source === undefined || target === undefined || source === target ? [] : [{ ...line, source, target }]
  })
  const points = part.map((i) => at[i]!)
  stress(points, lines, scale)
  turn(points, lines, plan.width / plan.height)
  makeRoom(
    points,
    part.map((i) => plan.rooms[i]!),
    lines,
  )
}

type Lines = readonly {
  readonly source: number
  readonly target: number
  readonly length: number
  readonly request: boolean
}[]

/** Moves the points until their distances are about those along the lines. */
function stress(points: Mutable[], lines: Lines, scale: number): void {
  const n = points.length
  const distances = allDistances(n, lines, scale)
  // the build's positions, at about the right size
  let mean = 0
  for (const { source, target } of lines)
    mean += Math.hypot(points[source]!.x - points[target]!.x, points[source]!.y - points[target]!.y)
  mean = mean / lines.length || 1
  const wanted = (lines.reduce((sum, line) => sum + line.length, 0) / lines.length) * scale
  points.forEach((p, i) => {
    // a hair apart, should two lie on one point
    p.x = (p.x * wanted) / mean + i * 1e-3
    p.y = (p.y * wanted) / mean + ((i * 7) % 11) * 1e-3
  })
  for (let round = 0; round < 160; round++) {
    for (let i = 0; i < n; i++) {
      let x = 0
      let y = 0
      let sum = 0
      const p = points[i]!
      for (let j = 0; j < n; j++) {
        if (i === j) continue
        const d = distances[i * n + j]!
        const w = 1 / (d * d)
        const q = points[j]!
        const length = Math.hypot(p.x - q.x, p.y - q.y) || 1e-6
        x += w * (q.x + (d * (p.x - q.x)) / length)
        y += w * (q.y + (d * (p.y - q.y)) / length)
        sum += w
      }
      p.x = x / sum
      p.y = y / sum
    }
  }
}

/** Shortest ways along the lines between all pairs (Dijkstra from each; parts are small). */
function allDistances(n: number, lines: Lines, scale: number): Float64Array {
  const next: { to: number; length: number }[][] = Array.from({ length: n }, () => [])
  for (const { source, target, length } of lines) {
    next[source]!.push({ to: target, length: length * scale })
    next[target]!.push({ to: source, length: length * scale })
  }
  const all = new Float64Array(n * n).fill(Infinity)
  for (let from = 0; from < n; from++) {
    const row = all.subarray(from * n, from * n + n)
    const done = new Uint8Array(n)
    row[from] = 0
    for (let step = 0; step < n; step++) {
      let nearest = -1
      for (let i = 0; i < n; i++) if (!done[i] && (nearest < 0 || row[i]! < row[nearest]!)) nearest = i
      done[nearest] = 1
      for (const { to, length } of next[nearest]!) row[to] = Math.min(row[to]!, row[nearest]! + length)
    }
  }
  return all
}

/** Turns the part's long side along the stage's, requests running to the right, and gives width to the words. */
function turn(points: Mutable[], lines: Lines, aspect: number): void {
  const n = points.length
  const mx = points.reduce((sum, p) => sum + p.x, 0) / n
  const my = points.reduce((sum, p) => sum + p.y, 0) / n
  let xx = 0
  let xy = 0
  let yy = 0
  for (const p of points) {
    p.x -= mx
    p.y -= my
    xx += p.x * p.x
    xy += p.x * p.y
    yy += p.y * p.y
  }
  const axis = Math.atan2(2 * xy, xx - yy) / 2
  // small parts lie flat, so that their words stand on flat lines
  const angle = (aspect < 0.8 && n > 4 ? Math.PI / 2 : 0) - axis
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const p of points) [p.x, p.y] = [p.x * cos - p.y * sin, p.x * sin + p.y * cos]
  const flow = lines.reduce(
    (sum, { source, target, request }) => sum + (request ? 3 : 1) * (points[target]!.x - points[source]!.x),
    0,
  )
  for (const p of points) p.x *= (flow < 0 ? -1 : 1) * 1.12
}

/** Pushes names apart that overlap, and shapes off lines that are not theirs. */
function makeRoom(points: Mutable[], rooms: Plan['rooms'], lines: Lines): void {
  for (let round = 0; round < 220; round++) {
    let moved = false
    for (let i = 0; i < points.length; i++) {
      for (let j = i + 1; j < points.length; j++) {
        const [p, q] = [points[i]!, points[j]!]
        const [a, b] = [rooms[i]!, rooms[j]!]
        const right = p.x <= q.x ? p.x + a.right - (q.x - b.left) : q.x + b.right - (p.x - a.left)
        const down = p.y <= q.y ? p.y + a.below - (q.y - b.above) : q.y + b.below - (p.y - a.above)
        const [ox, oy] = [right + 10, down + 8]
        if (ox <= 0 || oy <= 0) continue
        moved = true
        if (ox < oy) push(p, q, ((p.x <= q.x ? -1 : 1) * ox) / 2, 0)
        else push(p, q, 0, ((p.y <= q.y ? -1 : 1) * oy) / 2)
      }
    }
    if (round % 2 === 0 && round < 160) moved = offLines(points, rooms, lines) || moved
    if (!moved) break
  }
}

function offLines(points: Mutable[], rooms: Plan['rooms'], lines: Lines): boolean {
  let moved = false
  for (const { source, target } of lines) {
    const [a, b] = [points[source]!, points[target]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = Math.hypot(dx, dy) || 1
    for (let i = 0; i < points.length; i++) {
      if (i === source || i === target) continue
      const p = points[i]!
      const wanted = rooms[i]!.above + 12
      const distance = distanceToSegment(p, a, b)
      if (distance >= wanted) continue
      const side = (p.x - a.x) * dy - (p.y - a.y) * dx >= 0 ? 1 : -1
      const step = (wanted - distance) * 0.4 * side
      p.x += (dy / length) * step
      p.y -= (dx / length) * step
      moved = true
    }
  }
  return moved
}

function push(p: Mutable, q: Mutable, x: number, y: number): void {
  p.x += x
  p.y += y
  q.x -= x
  q.y -= y
}
