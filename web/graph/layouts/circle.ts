/** The layout "circle": all names on an ellipse of the stage's form, neighbours near each other. */
import type { Point } from '../curve.ts'
import { type Plan, partsOf } from './component.ts'

export function circleLayout(plan: Plan): Point[] {
  const near: number[][] = plan.rooms.map(() => [])
  for (const { source, target } of plan.lines) {
    near[source]!.push(target)
    near[target]!.push(source)
  }
  // a walk along the lines, part by part, keeps what belongs together side by side
  const order: number[] = []
  const seen = new Set<number>()
  for (const part of partsOf(plan)) {
    const [start] = [...part].sort((a, b) => near[b]!.length - near[a]!.length || a - b)
    const open = [start!]
    while (open.length) {
      const i = open.pop()!
      if (seen.has(i)) continue
      seen.add(i)
      order.push(i)
      open.push(...near[i]!.filter((j) => !seen.has(j)).sort((a, b) => near[b]!.length - near[a]!.length || b - a))
    }
  }
  const room = Math.max(1, (order.length * 62) / (Math.PI * 2) / Math.min(plan.width, plan.height))
  const rx = Math.max(plan.width * 0.4, plan.width * room)
  const ry = Math.max(plan.height * 0.4, plan.height * room)
  const at: Point[] = new Array(plan.rooms.length)
  order.forEach((i, k) => {
    const angle = (k / order.length) * 2 * Math.PI - Math.PI / 2
    at[i] = { x: rx * Math.cos(angle), y: ry * Math.sin(angle) }
  })
  return at
}
