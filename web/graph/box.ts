/** Positions, their rooms and the stage → the part of the plane that is the whole picture, and how large it is drawn. */
import type { Point } from './curve.ts'
import { boundsOf } from './layouts/component.ts'
import type { LaidOut } from './plan.ts'

export interface Box {
  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  readonly scale: number
  /** Its middle, in pixels of the layout. */
  readonly middle: Point
}

const margin = 14

interface Stage {
  readonly width: number
  readonly height: number
}

/** Room for the layout as it is; for what was moved out of that by hand too, where something was. */
export function boxOf(laidOut: LaidOut, stage: Stage): Box {
  const box = boxAbout(laidOut.own, laidOut, stage)
  const { middle, scale } = box
  const isIn = ({ x, y }: Point) =>
    Math.abs(x - middle.x) * scale <= stage.width / 2 && Math.abs(y - middle.y) * scale <= stage.height / 2
  return laidOut.on.every((name) => isIn(laidOut.at[name]!)) ? box : boxAbout(laidOut.at, laidOut, stage)
}

function boxAbout(at: readonly Point[], { on, rooms }: LaidOut, { width, height }: Stage): Box {
  let scale = 1
  let bounds = { left: 0, top: 0, right: 1, bottom: 1 }
  // names keep their size when the layout is drawn smaller, so they take the more of it
  for (let round = 0; round < 4 && on.length; round++) {
    const grow = 1 / Math.min(1, scale)
    const grown = rooms.map((room) => ({
      left: room.left * grow,
      right: room.right * grow,
      above: room.above * grow,
      below: room.below * grow,
    }))
    bounds = boundsOf(on, at, grown)
    const [w, h] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
    scale = Math.min((width - 2 * margin) / w, (height - 2 * margin) / h, 1.3)
  }
  return { scale, middle: { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 } }
}
