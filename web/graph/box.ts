/** Positions, their rooms and the stage → the part of the plane that is the whole picture, and how large it is drawn. */
import type { Point } from './curve.ts'
import { boundsOf } from './layouts/component.ts'
import type { LaidOut } from './plan.ts'

interface Box {
  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  readonly scale: number
  /** Of Sigma's plane: y upwards. */
  readonly x: [number, number]
  readonly y: [number, number]
}

const margin = 14

interface Stage {
  readonly width: number
  readonly height: number
}

/** Room for the layout as it is; for what was moved out of that by hand too, where something was. */
export function boxOf(laidOut: LaidOut, stage: Stage): Box {
  const box = boxAbout(laidOut.own, laidOut, stage)
  const { x, y } = box
  const isIn = (point: Point) => point.x >= x[0] && point.x <= x[1] && -point.y >= y[0] && -point.y <= y[1]
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
  const [cx, cy] = [(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2]
  return {
    scale,
    x: [cx - width / 2 / scale, cx + width / 2 / scale],
    y: [cy - height / 2 / scale, cy + height / 2 / scale],
  }
}
