/**
 * The layout "map": stress majorization (Gansner, Koren, North 2004; local updates) so that lines get the length that
 * their words need, then room for names, then parts packed beside each other. Deterministic.
 */
import { distanceToSegment, type Point } from '../curve.ts'
import { boundsOf, type Mutable, type Plan, pack, partsOf } from './component.ts'
import { difficulty } from './score.ts'

/** Rooms smaller than the stage are tried first with long lines, then with ever shorter ones, until it fits. */
const shrink = [1, 0.88, 0.76, 0.66, 0.56]

export function mapLayout(plan: Plan): Point[] {
  const at: Mutable[] = plan.start.map(({ x, y }) => ({ x, y }))
  const parts = partsOf(plan)
  const starts = parts.map((part) => bestStart(part, plan))
  for (const scale of shrink) {
    parts.forEach((part, i) => {
      const points = settle(part, starts[i]!, plan, scale)
      part.forEach((index, k) => {
        at[index] = points[k]!
      })
    })
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

/** Small parts settle from several starts; the one that is easiest to read is taken. */
const mostTries = 14

function bestStart(part: readonly number[], plan: Plan): readonly Point[] {
  const given = part.map((i) => plan.start[i]!)
  const tries = Math.max(1, Math.min(mostTries, Math.floor(8_000 / part.length ** 2)))
  if (part.length < 4 || tries === 1) return given
  const lines = linesOf(part, plan)
  const rooms = part.map((i) => plan.rooms[i]!)
  let best = given
  let lowest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < tries; turn++) {
    // each start stirs the given one a little more, by the golden angle, so that it is the same every time
    const start = given.map(({ x, y }, k) => {
      const angle = (k * turn + turn) * 2.399963
      const reach = turn * 22
      return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) }
    })
    const score = difficulty(settle(part, start, plan, 0.8), rooms, lines)
    if (score < lowest) {
      lowest = score
      best = start
    }
  }
  return best
}

/** A part's lines, by places in the part. */
function linesOf(part: readonly number[], plan: Plan): Lines {
  const local = new Map(part.map((i, k) => [i, k]))
  return plan.lines.flatMap((line) => {
    const [source, target] = [local.get(line.source), local.get(line.target)]
    return source === undefined || target === undefined || source === target ? [] : [{ ...line, source, target }]
  })
}

function settle(part: readonly number[], start: readonly Point[], plan: Plan, scale: number): Mutable[] {
  const points = start.map(({ x, y }) => ({ x, y }))
  if (part.length === 1) return [{ x: 0, y: 0 }]
  const lines = linesOf(part, plan)
  stress(points, lines, scale)
  turn(points, lines)
  fillForm(points, plan.width / plan.height)
  makeRoom(
    points,
    part.map((i) => plan.rooms[i]!),
    lines,
  )
  return points
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
  for (let round = 0; round < 120; round++) {
    let farthest = 0
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
      farthest = Math.max(farthest, Math.abs(p.x - x / sum), Math.abs(p.y - y / sum))
      p.x = x / sum
      p.y = y / sum
    }
    if (farthest < 0.4) break
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

/** Turns the part's long side flat, so that words stand on flat lines, and requests run to the right. */
function turn(points: Mutable[], lines: Lines): void {
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
  const [cos, sin] = [Math.cos(axis), -Math.sin(axis)]
  for (const p of points) [p.x, p.y] = [p.x * cos - p.y * sin, p.x * sin + p.y * cos]
  const flow = lines.reduce(
    (sum, { source, target, request }) => sum + (request ? 3 : 1) * (points[target]!.x - points[source]!.x),
    0,
  )
  if (flow < 0) for (const p of points) p.x = -p.x
}

/** Brings a part nearer to the stage's form, at the same area. */
function fillForm(points: Mutable[], aspect: number): void {
  if (points.length < 5) return
  const extent = (key: 'x' | 'y') =>
    Math.max(...points.map((p) => p[key])) - Math.min(...points.map((p) => p[key])) || 1
  const stretch = Math.sqrt(Math.max(0.6, Math.min(1.7, (aspect * extent('y')) / extent('x'))))
  for (const p of points) {
    p.x *= stretch
    p.y /= stretch
  }
}

/** Pushes names apart that overlap, and shapes off lines that are not theirs. */
function makeRoom(points: Mutable[], rooms: Plan['rooms'], lines: Lines): void {
  for (let round = 0; round < 140; round++) {
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
    if (round % 2 === 0 && round < 60) moved = offLines(points, rooms, lines) || moved
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
