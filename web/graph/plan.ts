/** A graph, which of its names have a place, their texts and the stage → positions by the layout that was asked for. */
import type { LayoutName } from '../state/address.ts'
import { type Places, placeOf } from '../state/places.ts'
import type { Pin } from '../state/walk.ts'
import type { Point } from './curve.ts'
import { chainLayout } from './layouts/chain.ts'
import { circleLayout } from './layouts/circle.ts'
import { type Bounds, boundsOf, type Plan, type Room } from './layouts/component.ts'
import { mapLayout } from './layouts/map.ts'
import type { GraphModel } from './model.ts'
import type { Palette } from './palette.ts'
import { lineText, nameText } from './text.ts'

/** Above this many names the build's own positions are taken: room for every word would not fit any screen. */
const mostNames = 300

const layoutOf: Readonly<Record<LayoutName, (plan: Plan) => Point[]>> = {
  map: mapLayout,
  chain: chainLayout,
  circle: circleLayout,
}

/** What of a graph is laid out, and how. */
export interface Arrangement {
  readonly layout: LayoutName
  /** By `Name.index`: whether it has a place. */
  readonly placed: Uint8Array
  /** Places that were chosen by hand, by the names' keys. */
  readonly pins: ReadonlyMap<string, Pin>
  /** Where forces have moved the names of a layout to. */
  readonly places?: Places | undefined
}

/** Whether two arrangements put every name in the same place. */
export const sameArrangement = (a: Arrangement, b: Arrangement): boolean =>
  samePlaces(a, b) &&
  a.places === b.places &&
  (a.pins === b.pins || JSON.stringify([...a.pins]) === JSON.stringify([...b.pins]))

/** Whether they do, but for what was moved by hand or by forces. */
export const samePlaces = (a: Arrangement, b: Arrangement): boolean =>
  a.layout === b.layout && a.placed.length === b.placed.length && a.placed.every((bit, i) => bit === b.placed[i])

export interface LaidOut {
  /** By `Name.index`, pixels, y downwards; a name without a place lies in the middle. */
  readonly at: readonly Point[]
  /** The same before names are moved by hand. */
  readonly own: readonly Point[]
  readonly rooms: readonly Room[]
  /** Indexes of the names that have a place. */
  readonly on: readonly number[]
  /** What the layout takes, not counting what is moved by hand: what pins are shares of. */
  readonly bounds: Bounds
}

/** Up to this many names stand well in columns. */
const mostInColumns = 70

/** The layout for so many names where the reader has not chosen one. */
export const suitedLayout = (count: number): LayoutName => (count <= mostInColumns ? 'chain' : 'map')

export const canLayOut = (count: number): boolean => count <= mostNames

/** Positions in pixels, y downwards; stage: the pixels that there are. */
export function layOut(
  model: GraphModel,
  { layout, placed, pins, places }: Arrangement,
  palette: Palette,
  stage: { width: number; height: number },
): LaidOut {
  const on = model.names.flatMap(({ index }) => (placed[index] ? [index] : []))
  const small = canLayOut(on.length)
  const rooms = small ? textRooms(model, palette) : model.names.map(({ size }) => roomOf(size))
  const start = on.map((index) => ({ x: model.names[index]!.x, y: -model.names[index]!.y }))
  const found = small ? arranged(model, { layout, on, rooms, start, palette, stage }) : start
  const bounds = boundsOf(
    on.map((_, i) => i),
    found,
    on.map((index) => rooms[index]!),
  )
  const middle = { x: (bounds.left + bounds.right) / 2 || 0, y: (bounds.top + bounds.bottom) / 2 || 0 }
  const own: Point[] = model.names.map(() => middle)
  on.forEach((index, i) => {
    own[index] = found[i]!
  })
  const at = [...own]
  if (places?.layout === layout)
    for (const index of on) {
      const share = placeOf(places, model.names[index]!.key)
      if (share) at[index] = pointOf(share, bounds)
    }
  for (const [key, pin] of pins) {
    const index = model.nameByKey.get(key)
    if (index !== undefined && placed[index] && pin.layout === layout) at[index] = pointOf(pin, bounds)
  }
  return { at, own, rooms, on, bounds }
}

/** A point as shares of what a layout takes, and back. */
export const shareOf = ({ x, y }: Point, { left, top, right, bottom }: Bounds): Point => ({
  x: (x - left) / (right - left || 1),
  y: (y - top) / (bottom - top || 1),
})
export const pinAt = (point: Point, layout: LayoutName, bounds: Bounds): Pin => {
  const { x, y } = shareOf(point, bounds)
  return { layout, x: +x.toFixed(4), y: +y.toFixed(4) }
}
const pointOf = ({ x, y }: Point, { left, top, right, bottom }: Bounds): Point => ({
  x: left + x * (right - left),
  y: top + y * (bottom - top),
})

const roomOf = (size: number): Room => ({ left: size, right: size, above: size, below: size })

function textRooms(model: GraphModel, palette: Palette): Room[] {
  const rank = new Map(model.byRank.map((index, place) => [index, place]))
  return model.names.map((name): Room => {
    const text = nameText(name, rank.get(name.index)!, true, palette)
    const half = Math.max(name.size, text.width / 2) + 2
    return { left: half, right: half, above: name.size + 4, below: name.size + 6 + text.height }
  })
}

interface Given {
  readonly layout: LayoutName
  readonly on: readonly number[]
  readonly rooms: readonly Room[]
  readonly start: readonly Point[]
  readonly palette: Palette
  readonly stage: { width: number; height: number }
}

/** Positions of the names `on`, in their order. */
function arranged(model: GraphModel, { layout, on, rooms, start, palette, stage }: Given): Point[] {
  const local = new Map(on.map((index, i) => [index, i]))
  const lines = model.lines.flatMap((line) => {
    const [source, target] = [local.get(line.source), local.get(line.target)]
    if (source === undefined || target === undefined) return []
    const words = lineText(line, false, palette)
    const [a, b] = [model.names[line.source]!, model.names[line.target]!]
    const length = a.size + b.size + Math.max(88, Math.min(190, words.width + 36))
    return [{ source, target, length, request: line.kind === 'request' }]
  })
  const own = on.map((index) => rooms[index]!)
  return fill(layoutOf[layout]({ rooms: own, lines, start, ...stage }), own, stage)
}

/** Spreads positions over what is left of the stage, each way by itself, but not without measure. */
function fill(at: readonly Point[], rooms: readonly Room[], stage: { width: number; height: number }): Point[] {
  const bounds = boundsOf(
    at.map((_, i) => i),
    at,
    rooms,
  )
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  // of a layout that must be drawn smaller, the stage is as much larger
  const zoom = Math.max(1, width / stage.width, height / stage.height)
  const stretch = (room: number, taken: number) => Math.max(1, Math.min(2.6, (room * zoom) / taken))
  const [sx, sy] = [stretch(stage.width, width), stretch(stage.height, height)]
  return at.map(({ x, y }) => ({ x: x * sx, y: y * sy }))
}
