/** What is drawn → a number for each name that is counted at once, beside what must be measured (measures/). */
import type { GraphModel } from './model.ts'

/** How often it is named; how many requests it makes, and how many are made of it. */
export const counted = ['mentions', 'asks', 'asked'] as const
export type Counted = (typeof counted)[number]

/** By `Name.index`. Requests are counted along the shown lines; one that stands on two lines of a name counts once. */
export function countsOf(model: GraphModel, what: Counted, lines: Uint8Array): Float64Array {
  if (what === 'mentions') return Float64Array.from(model.names, ({ mentions }) => mentions)
  const ids: Set<string>[] = model.names.map(() => new Set())
  for (const line of model.lines) {
    if (!lines[line.index] || line.kind !== 'request') continue
    const list = ids[what === 'asks' ? line.source : line.target]!
    for (const id of line.statements) list.add(id)
  }
  return Float64Array.from(ids, ({ size }) => size)
}
