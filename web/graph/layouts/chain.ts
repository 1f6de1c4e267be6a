/**
 * The layout "chain": who prompted whom, left to right. Columns by the longest way from who only asks (Sugiyama, Tagawa,
 * Toda 1981): cycles opened, columns ordered by the middle of their neighbours, rows spread to the room that names take.
 */
import type { Point } from '../curve.ts'
import { type Mutable, type Plan, pack, partsOf } from './component.ts'

export function chainLayout(plan: Plan): Point[] {
  const at: Mutable[] = plan.start.map(({ x, y }) => ({ x, y }))
  const parts = partsOf(plan)
  for (const part of parts) layOutPart(part, at, plan)
  pack(parts, at, plan)
  return at
}

function layOutPart(part: readonly number[], at: Mutable[], plan: Plan): void {
  const inside = new Set(part)
  const lines = plan.lines.filter((line) => inside.has(line.source) && line.source !== line.target)
  const column = columns(part, lines)
  const near = new Map(part.map((i) => [i, [] as number[]]))
  for (const { source, target } of lines) {
    near.get(source)!.push(target)
    near.get(target)!.push(source)
  }
  const byColumn: number[][] = []
  for (const i of [...part].sort((a, b) => plan.start[a]!.y - plan.start[b]!.y || a - b))
    (byColumn[column.get(i)!] ??= []).push(i)
  const filled = byColumn.filter(Boolean)

  // columns as wide as their names and the words of the lines between them need
  let x = 0
  filled.forEach((members, k) => {
    const before = filled[k - 1]
    if (before) {
      const reach =
        Math.max(...before.map((i) => plan.rooms[i]!.right)) + Math.max(...members.map((i) => plan.rooms[i]!.left))
      x += Math.max(150, Math.min(230, reach + 70))
    }
    for (const i of members) at[i]!.x = x
  })
  // a little narrower, should the columns be wider than the stage
  const edges = Math.max(...part.map((i) => plan.rooms[i]!.left))
  const squeeze = Math.max(0.72, Math.min(1, (plan.width - 2 * edges) / (x || 1)))
  for (const i of part) at[i]!.x *= squeeze
  for (const members of filled) spread(members, at, plan)
  for (let sweep = 0; sweep < 12; sweep++) {
    const order = sweep % 2 ? [...filled].reverse() : filled
    for (const members of order) {
      for (const i of members) {
        const others = near.get(i)!
        if (others.length) at[i]!.y = others.reduce((sum, j) => sum + at[j]!.y, 0) / others.length
      }
      members.sort((a, b) => at[a]!.y - at[b]!.y)
      spread(members, at, plan)
    }
  }
  stepAside(filled, lines, at, plan)
}

/** Moves shapes up or down from lines that only pass their column. */
function stepAside(columns: readonly number[][], lines: Plan['lines'], at: Mutable[], plan: Plan): void {
  for (let round = 0; round < 40; round++) {
    let moved = false
    for (const members of columns) {
      for (const i of members) {
        const p = at[i]!
        for (const { source, target } of lines) {
          const [a, b] = [at[source]!, at[target]!]
          if ((a.x - p.x) * (b.x - p.x) >= 0) continue
          const y = a.y + ((b.y - a.y) * (p.x - a.x)) / (b.x - a.x)
          const wanted = plan.rooms[i]!.above + 14
          const distance = Math.abs(p.y - y)
          if (distance >= wanted) continue
          p.y += (wanted - distance) * 0.5 * (p.y >= y ? 1 : -1)
          moved = true
        }
      }
      members.sort((a, b) => at[a]!.y - at[b]!.y)
      spread(members, at, plan)
    }
    if (!moved) break
  }
}

/** A column for each: one after the last of those that it is asked by, pulled back towards those that it asks. */
function columns(part: readonly number[], lines: Plan['lines']): Map<number, number> {
  const after = new Map(part.map((i) => [i, new Set<number>()]))
  const strength = new Map<string, number>()
  for (const { source, target, request } of lines) {
    const key = `${source} ${target}`
    strength.set(key, (strength.get(key) ?? 0) + (request ? 4 : 1))
  }
  const reaches = (from: number, to: number): boolean => {
    const seen = new Set([from])
    const open = [from]
    while (open.length) {
      for (const next of after.get(open.pop()!)!) {
        if (next === to) return true
        if (!seen.has(next)) {
          seen.add(next)
          open.push(next)
        }
      }
    }
    return false
  }
  // strongest first, so that the weakest line of a cycle is the one that runs back
  for (const [key] of [...strength].sort((a, b) => b[1] - a[1])) {
    const [source, target] = key.split(' ').map(Number) as [number, number]
    if (!reaches(target, source)) after.get(source)!.add(target)
  }
  const column = new Map(part.map((i) => [i, 0]))
  for (let round = 0, changed = true; changed && round < part.length; round++) {
    changed = false
    for (const [i, others] of after) {
      for (const j of others) {
        if (column.get(j)! <= column.get(i)!) {
          column.set(j, column.get(i)! + 1)
          changed = true
        }
      }
    }
  }
  for (let round = 0, changed = true; changed && round < part.length; round++) {
    changed = false
    for (const [i, others] of after) {
      if (!others.size) continue
      const latest = Math.min(...[...others].map((j) => column.get(j)!)) - 1
      const before = [...after].some(([, set]) => set.has(i))
      if (!before && latest > column.get(i)!) {
        column.set(i, latest)
        changed = true
      }
    }
  }
  return column
}

/** Moves the members of a column apart, in their order, as little as may be. */
function spread(members: readonly number[], at: Mutable[], plan: Plan): void {
  const wanted = members.map((i) => at[i]!.y)
  const need = (k: number) => plan.rooms[members[k - 1]!]!.below + plan.rooms[members[k]!]!.above + 16
  // groups that touch move as one, to the mean of what their members want
  const groups: { first: number; last: number; y: number; offsets: number[] }[] = []
  members.forEach((_, k) => {
    groups.push({ first: k, last: k, y: wanted[k]!, offsets: [0] })
    while (groups.length > 1) {
      const b = groups.at(-1)!
      const a = groups.at(-2)!
      const end = a.y + a.offsets.at(-1)!
      if (b.y - end >= need(b.first)) break
      const shift = a.offsets.at(-1)! + need(b.first)
      const offsets = [...a.offsets, ...b.offsets.map((o) => o + shift)]
      const y = offsets.reduce((sum, o, n) => sum + wanted[a.first + n]! - o, 0) / offsets.length
      groups.splice(-2, 2, { first: a.first, last: b.last, y, offsets })
    }
  })
  for (const { first, y, offsets } of groups) {
    offsets.forEach((o, n) => {
      at[members[first + n]!]!.y = y + o
    })
  }
}
