/** What the layouts share: the picture's parts, the room that a name takes, and packing parts side by side. */
import type { Point } from '../curve.ts'

/** Room about the middle of a shape, its name included; pixels. */
export interface Room {
  readonly left: number
  readonly right: number
  readonly above: number
  readonly below: number
}

/** What is laid out. */
export interface Plan {
  readonly rooms: readonly Room[]
  readonly lines: readonly {
    readonly source: number
    readonly target: number
    readonly length: number
    readonly request: boolean
  }[]
  /** Where the build put them, as a start. */
  readonly start: readonly Point[]
  /** Size of the stage in pixels. */
  readonly width: number
  readonly height: number
}

export interface Mutable {
  x: number
  y: number
}

/** Connected parts, largest first; each a list of indexes. */
export function partsOf(plan: Plan): number[][] {
  const parent = plan.rooms.map((_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    parent[i] = root
    return root
  }
  for (const { source, target } of plan.lines) parent[find(source)] = find(target)
  const parts = new Map<number, number[]>()
  plan.rooms.forEach((_, i) => {
    const root = find(i)
    const part = parts.get(root)
    if (part) part.push(i)
    else parts.set(root, [i])
  })
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

export function boundsOf(part: readonly number[], at: readonly Point[], rooms: readonly Room[]): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const i of part) {
    const { x, y } = at[i]!
    const room = rooms[i]!
    bounds.left = Math.min(bounds.left, x - room.left)
    bounds.right = Math.max(bounds.right, x + room.right)
    bounds.top = Math.min(bounds.top, y - room.above)
    bounds.bottom = Math.max(bounds.bottom, y + room.below)
  }
  return bounds
}

const gap = 28

/**
 * Puts the parts beside each other in rows, the largest first, at the row width at which the whole fits the stage best.
 */
export function pack(parts: readonly number[][], at: readonly Mutable[], plan: Plan): void {
  const boxes = parts.map((part) => {
    const bounds = boundsOf(part, at, plan.rooms)
    return { part, bounds, width: bounds.right - bounds.left, height: bounds.bottom - bounds.top }
  })
  const [main, ...rest] = boxes
  if (!main) return
  rest.sort((a, b) => b.height - a.height || b.width - a.width)
  const tries = [1, 1.15, 1.3, 1.5, 1.8, 2.2, 3].map((wide) => rows([main, ...rest], main.width * wide + 1))
  tries.push(rows([main, ...rest], plan.width))
  const scaleOf = (t: { width: number; height: number }) => Math.min(plan.width / t.width, plan.height / t.height)
  const best = tries.reduce((a, b) => (scaleOf(b) > scaleOf(a) + 1e-6 ? b : a))
  for (const { box, x, y } of best.placed) {
    for (const i of box.part) {
      at[i]!.x += x - box.bounds.left
      at[i]!.y += y - box.bounds.top
    }
  }
}

interface Box {
  readonly part: readonly number[]
  readonly bounds: Bounds
  readonly width: number
  readonly height: number
}

/** Rows of a given width; a row's free end above the lower neighbours takes what fits (columns within a row). */
function rows(boxes: readonly Box[], width: number) {
  const placed: { box: Box; x: number; y: number }[] = []
  const left = [...boxes]
  let top = 0
  let widest = 0
  while (left.length) {
    const first = left.shift()!
    placed.push({ box: first, x: 0, y: top })
    let x = first.width + gap
    while (true) {
      // a column as high as the row: parts stacked while they fit
      let y = 0
      let column = 0
      for (let i = 0; i < left.length; ) {
        const box = left[i]!
        if (x + box.width <= Math.max(width, first.width) && y + box.height <= first.height) {
          placed.push({ box, x, y: top + y })
          y += box.height + gap
          column = Math.max(column, box.width)
          left.splice(i, 1)
        } else i++
      }
      if (column === 0) break
      x += column + gap
    }
    widest = Math.max(widest, x - gap)
    top += first.height + gap
  }
  return { placed, width: widest, height: top - gap }
}
