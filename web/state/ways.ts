/** Names of the graph and the lines that pass the filters → the net that one walks on, and what hangs on a name alone. */
import type { Net } from '../../src/graph/ways.ts'
import type { GraphModel } from '../graph/model.ts'

/** Where one may go: along these lines, in either direction. `passing` by `Line.index`. */
export interface Roads {
  readonly model: GraphModel
  readonly passing: Uint8Array
}

/** The other ends of a name's lines, once each, itself not among them. */
export function neighbours({ model, passing }: Roads, name: number): number[] {
  const found = new Set<number>()
  for (const index of model.linesOf[name]!) {
    if (!passing[index]) continue
    const { source, target } = model.lines[index]!
    found.add(source === name ? target : source)
  }
  found.delete(name)
  return [...found]
}

export const netOf = (roads: Roads): Net => ({
  size: roads.model.names.length,
  nextTo: (name) => neighbours(roads, name),
})

/** Neighbours on the stage that hang on this name alone: what goes away when it is collapsed. */
export function hangers(roads: Roads, name: number, stage: Uint8Array): number[] {
  const isOn = (other: number) => stage[other] === 1
  return neighbours(roads, name).filter((other) => isOn(other) && neighbours(roads, other).filter(isOn).length === 1)
}
