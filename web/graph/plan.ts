/** A graph, its texts and the stage → positions by the layout that was asked for. */
import type { LayoutName } from '../state/address.ts'
import type { Point } from './curve.ts'
import { chainLayout } from './layouts/chain.ts'
import { circleLayout } from './layouts/circle.ts'
import { boundsOf, type Plan, type Room } from './layouts/component.ts'
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

export interface LaidOut {
  readonly at: readonly Point[]
  readonly rooms: readonly Room[]
}

/** Up to this many names stand well in columns. */
const mostInColumns = 70

/** The layout for a graph where the reader has not chosen one. */
export const suitedLayout = (model: GraphModel): LayoutName => (model.names.length <= mostInColumns ? 'chain' : 'map')

export const canLayOut = (model: GraphModel): boolean => model.names.length <= mostNames

/** Positions in pixels, y downwards; stage: the pixels that there are. */
export function layOut(
  model: GraphModel,
  layout: LayoutName,
  palette: Palette,
  stage: { width: number; height: number },
): LaidOut {
  if (!canLayOut(model)) {
    const rooms = model.names.map(({ size }) => ({ left: size, right: size, above: size, below: size }))
    return { at: model.names.map(({ x, y }) => ({ x, y: -y })), rooms }
  }
  const rank = new Map(model.byRank.map((index, place) => [index, place]))
  const rooms = model.names.map((name): Room => {
    const text = nameText(name, rank.get(name.index)!, true, palette)
    const half = Math.max(name.size, text.width / 2) + 2
    return { left: half, right: half, above: name.size + 4, below: name.size + 6 + text.height }
  })
  const lines = model.lines.map((line) => {
    const words = lineText(line, false, palette)
    const [a, b] = [model.names[line.source]!, model.names[line.target]!]
    const length = a.size + b.size + Math.max(88, Math.min(190, words.width + 36))
    return { source: line.source, target: line.target, length, request: line.kind === 'request' }
  })
  const start = model.names.map(({ x, y }) => ({ x, y: -y }))
  return { at: fill(layoutOf[layout]({ rooms, lines, start, ...stage }), rooms, stage), rooms }
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
