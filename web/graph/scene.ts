/**
 * The graph and the camera → what is in sight, as curves, shapes and texts in pixels of the screen; in steps, since of a
 * large graph that takes longer than a frame.
 */
import type { Shown } from '../state/fits.ts'
import { type Curve, curveBetween, distanceTo, distanceToSegment, type Point, pointAt } from './curve.ts'
import type { GraphModel } from './model.ts'
import { type DrawnLine, drawnLine } from './pen.ts'
import { type Placed, Placer, type Spot } from './place.ts'
import type { TextBlock } from './text.ts'

/** Names and lines by their indexes. */
export interface Marked {
  readonly names: ReadonlySet<number>
  readonly lines: ReadonlySet<number>
}

/** What is to stand out. */
export interface Focus {
  /** In full ink while the rest is faint; undefined: all. */
  readonly lit: Marked | undefined
  /** With the ring or the yellow. */
  readonly chosen: Marked
}

/** Something that was asked, as its line or, where it has none, by the name that asked it; and the line that prompted it. */
export interface Prompt {
  readonly effect: { readonly line: number } | { readonly name: number }
  readonly cause: number
}

/** Where a reader stands. Without rotation the camera is an affine map: screen = origin + scale · layout. */
export interface View {
  readonly model: GraphModel
  readonly shown: Shown
  readonly focus: Focus
  readonly hovered: number | undefined
  readonly prompts: readonly Prompt[]
  /** Places of the layout by `Name.index`. */
  readonly at: readonly Point[]
  readonly origin: Point
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Width of a line of one dot of the screen. */
  readonly thinnest: number
  /** All in full ink, however much there is. */
  readonly allInk?: boolean
  /** Radius on the screen of a shape of this size. */
  radius(size: number): number
  nameText(index: number, rank: number): TextBlock
  lineText(index: number, strong: boolean): TextBlock
  /** What stands on an arc. */
  promptText(): TextBlock
}

export interface Scene {
  /** near: all stands in full ink; far: plain discs and straight thin lines, but for what is lit. */
  readonly ink: 'near' | 'far'
  /** Shapes in sight. */
  readonly spots: readonly Spot[]
  /** Those in full ink. */
  readonly shapes: readonly Spot[]
  /** Straight thin lines: many of them, or such as only pass through, or have no room for an arrow. */
  readonly plain: readonly number[]
  /** Faint ones first, then by weight. */
  readonly lines: readonly DrawnLine[]
  readonly arcs: readonly (Prompt & { readonly curve: Curve; readonly words: Placed | undefined })[]
  readonly names: ReadonlyMap<number, Placed>
  readonly words: ReadonlyMap<number, Placed>
}

export const emptyScene: Scene = {
  ink: 'near',
  spots: [],
  shapes: [],
  plain: [],
  lines: [],
  arcs: [],
  names: new Map(),
  words: new Map(),
}

/** More than this in sight is drawn plainly. */
const mostInk = { names: 900, lines: 2200 }
/** More than this in sight has no words on its lines; names then stand by the top ones only. */
const mostWords = 420
const mostNamed = 320
const topNames = 60
/** Names that stand even where shapes crowd: a picture whose hubs are nameless says nothing. */
const mainNames = 6

/** Names or lines that are looked through in a step. */
const stride = 2000

/** The scene, in steps that take a moment each. */
export function* sceneOf(view: View): Generator<void, Scene> {
  const { spots, lines, passing } = yield* inSight(view)
  const { allInk = false } = view
  const near = allInk || (spots.size <= mostInk.names && lines.length <= mostInk.lines)
  const all = allInk || lines.length + passing.length <= mostInk.lines
  const { lit } = view.focus
  const isLit = (line: number) => lit?.lines.has(line) ?? false
  const inked = near ? (all ? [...lines, ...passing] : lines) : lines.filter(isLit)
  const drawn: DrawnLine[] = []
  /** Between shapes so near each other that an arrow has no room. */
  const short: number[] = []
  for (const index of inked) {
    const line = drawnBetween(view, index, spots)
    if (line) drawn.push(line)
    else short.push(index)
    yield
  }
  drawn.sort((a, b) => Number(isLit(a.index)) - Number(isLit(b.index)) || weight(view, a.index) - weight(view, b.index))
  const arcs = view.prompts.flatMap((prompt) => {
    const curve = arcOf(prompt, drawn, spots)
    return curve ? [{ ...prompt, curve }] : []
  })
  const shapes = [...spots.values()].filter((spot) => near || lit?.names.has(spot.index))
  const placer = new Placer(near ? spots.values() : shapes, view)
  for (const stroke of [...drawn, ...arcs.map(({ curve }) => ({ index: -1, curve, marks: [] }))]) {
    placer.keepOff(stroke)
    yield
  }
  const names = yield* placeNames(view, placer, { spots, shapes, near })
  const words = drawn.length > mostWords ? new Map() : yield* placeWords(view, placer, drawn)
  const said = new Set<number>()
  const spoken = arcs.map((arc) => {
    const effect = 'line' in arc.effect ? arc.effect.line : -1 - arc.effect.name
    if (said.has(effect)) return { ...arc, words: undefined }
    said.add(effect)
    return { ...arc, words: placer.words({ index: -1, curve: arc.curve, marks: [] }, view.promptText(), false) }
  })
  return {
    ink: near ? 'near' : 'far',
    spots: [...spots.values()],
    shapes,
    plain: near ? [...short, ...(all ? [] : passing)] : [...lines, ...passing],
    lines: drawn,
    arcs: spoken,
    names,
    words,
  }
}

/** Shapes and lines that touch the stage; `passing`: lines both ends of which lie outside. */
function* inSight({ model, shown, at, origin, scale, width, height, radius }: View) {
  const margin = 60
  const spots = new Map<number, Spot>()
  for (const { index, size } of model.names) {
    if (index % stride === 0) yield
    if (!shown.names[index]) continue
    const x = origin.x + at[index]!.x * scale
    const y = origin.y + at[index]!.y * scale
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue
    spots.set(index, { index, x, y, r: radius(size) })
  }
  const lines: number[] = []
  const passing: number[] = []
  const outside = (a: number, b: number, end: number) => Math.max(a, b) < 0 || Math.min(a, b) > end
  for (const { index, source, target } of model.lines) {
    if (index % stride === 0) yield
    if (!shown.lines[index]) continue
    const [a, b] = [at[source]!, at[target]!]
    if (spots.has(source) || spots.has(target)) lines.push(index)
    else if (
      !outside(origin.x + a.x * scale, origin.x + b.x * scale, width) &&
      !outside(origin.y + a.y * scale, origin.y + b.y * scale, height)
    ) {
      passing.push(index)
    }
  }
  return { spots, lines, passing }
}

function drawnBetween(view: View, index: number, spots: ReadonlyMap<number, Spot>): DrawnLine | undefined {
  const { model, at, origin, scale, radius } = view
  const line = model.lines[index]!
  const end = (name: number): Omit<Spot, 'index'> =>
    spots.get(name) ?? {
      x: origin.x + at[name]!.x * scale,
      y: origin.y + at[name]!.y * scale,
      r: radius(model.names[name]!.size),
    }
  const [a, b] = [end(line.source), end(line.target)]
  return drawnLine(line, curveBetween(a, b, line.fan, line.source > line.target), a.r, b.r)
}

function weight({ model }: View, index: number): number {
  const line = model.lines[index]!
  return (line.kind === 'request' ? 10 : line.kind === 'relation' ? 0 : 5) + line.weight
}

/** From the line (or the rim of the name) that was prompted to its cause, bowed so as to keep off the shapes. */
function arcOf(
  { effect, cause }: Prompt,
  drawn: readonly DrawnLine[],
  spots: ReadonlyMap<number, Spot>,
): Curve | undefined {
  const on = (index: number, t: number): Point | undefined => {
    const line = drawn.find((candidate) => candidate.index === index)
    return line && pointAt(line.curve, t)
  }
  const q = on(cause, 0.6)
  const p = 'line' in effect ? on(effect.line, 0.25) : q && rim(spots.get(effect.name), q)
  if (!p || !q || ('line' in effect && effect.line === cause)) return undefined
  const [mx, my, dx, dy] = [(p.x + q.x) / 2, (p.y + q.y) / 2, q.x - p.x, q.y - p.y]
  let best: Curve | undefined
  let lowest = Number.POSITIVE_INFINITY
  for (const bow of [0.35, -0.35, 0.7, -0.7, 1.1, -1.1, 1.6, -1.6]) {
    const curve = { ax: p.x, ay: p.y, cx: mx + dy * bow, cy: my - dx * bow, bx: q.x, by: q.y }
    const touched = [...spots.values()].filter((spot) => distanceTo(curve, spot) < spot.r - 2).length
    const cost = touched * 4 + Math.abs(bow)
    if (cost < lowest) [lowest, best] = [cost, curve]
  }
  return best
}

/** The point of a shape's rim a third of a turn from the direction to another point. */
function rim(spot: Spot | undefined, towards: Point): Point | undefined {
  if (!spot) return undefined
  const angle = Math.atan2(towards.y - spot.y, towards.x - spot.x) + 1.9
  return { x: spot.x + (spot.r + 3) * Math.cos(angle), y: spot.y + (spot.r + 3) * Math.sin(angle) }
}

/** Names in the order of their rank, what stands out first, so that what matters more has the choice of room. */
function* placeNames(
  view: View,
  placer: Placer,
  { spots, shapes, near }: { spots: ReadonlyMap<number, Spot>; shapes: readonly Spot[]; near: boolean },
): Generator<void, Map<number, Placed>> {
  const { lit, chosen } = view.focus
  const hot = (name: number) => name === view.hovered || chosen.names.has(name) || (lit?.names.has(name) ?? false)
  const order = view.model.byRank.flatMap((index, rank) => {
    const spot = spots.get(index)
    return spot && (near || rank < topNames * 4 || lit?.names.has(index)) ? [{ spot, rank, hot: hot(index) }] : []
  })
  order.sort((a, b) => Number(b.hot) - Number(a.hot) || a.rank - b.rank)
  const allowed = spots.size <= mostNamed ? order.length : topNames
  const placed = new Map<number, Placed>()
  for (const { spot, rank, hot } of order) {
    const must = (hot && shapes.length < topNames) || rank < mainNames
    if (placed.size >= allowed && !must) continue
    yield
    const found = placer.name(spot, view.nameText(spot.index, rank), must)
    if (found) placed.set(spot.index, found)
  }
  return placed
}

/** Words on lines: chosen ones, then requests, then the rest. */
function* placeWords(view: View, placer: Placer, drawn: readonly DrawnLine[]): Generator<void, Map<number, Placed>> {
  const { chosen } = view.focus
  const order = [...drawn].sort(
    (a, b) =>
      Number(chosen.lines.has(b.index)) - Number(chosen.lines.has(a.index)) ||
      weight(view, b.index) - weight(view, a.index),
  )
  const placed = new Map<number, Placed>()
  for (const line of order) {
    yield
    const strong = chosen.lines.has(line.index)
    const found = placer.words(line, view.lineText(line.index, strong), strong)
    if (found) placed.set(line.index, found)
  }
  return placed
}

/**
 * The name or line whose shape, text or ink lies under a point of the scene, shapes before all else. `reach`: pixels
 * about the point that count.
 */
export function under(
  view: View,
  scene: Scene,
  point: Point,
  reach: number,
): { name: number } | { line: number } | undefined {
  const inside = ({ box }: Placed) => point.x > box.x1 && point.x < box.x2 && point.y > box.y1 && point.y < box.y2
  const name = shapeUnder(scene, point, reach)
  if (name !== undefined) return { name }
  for (const [name, placed] of scene.names) if (inside(placed)) return { name }
  for (const [line, placed] of scene.words) if (inside(placed)) return { line }
  let nearest = reach + 5
  let line: number | undefined
  for (const drawn of scene.lines) {
    const distance = distanceTo(drawn.curve, point)
    if (distance < nearest) [nearest, line] = [distance, drawn.index]
  }
  line ??= plainUnder(view, scene, point)
  return line === undefined ? undefined : { line }
}

/** Of shapes that touch the point the one in whose middle it is most, for its size. */
function shapeUnder({ spots }: Scene, { x, y }: Point, reach: number): number | undefined {
  let nearest = Number.POSITIVE_INFINITY
  let found: number | undefined
  for (const spot of spots) {
    const distance = Math.hypot(x - spot.x, y - spot.y)
    if (distance > spot.r + reach) continue
    const share = distance / spot.r
    if (share < nearest) [nearest, found] = [share, spot.index]
  }
  return found
}

/** Those that are drawn without curves. */
function plainUnder({ model, at, origin, scale }: View, { plain }: Scene, point: Point): number | undefined {
  const p = { x: (point.x - origin.x) / scale, y: (point.y - origin.y) / scale }
  let nearest = 4 / scale
  let found: number | undefined
  for (const index of plain) {
    const { source, target } = model.lines[index]!
    const distance = distanceToSegment(p, at[source]!, at[target]!)
    if (distance < nearest) [nearest, found] = [distance, index]
  }
  return found
}
