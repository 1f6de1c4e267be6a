/** What a reader asks for from a name → the step of the walk that shows it. */
import { signal } from '@preact/signals'
import type { Explorer } from './explorer.ts'
import { onStage } from './walk.ts'
import { around, between, common, hangers, neighbours, type Roads } from './ways.ts'

/** Between two names: the shortest ways, those one step longer too, or the neighbours that they share. */
export const wayKinds = ['shortest', 'longer', 'common'] as const
export type WayKind = (typeof wayKinds)[number]

/** A way that is looked for; `to` is chosen after `from`. Keys of names. */
export interface Way {
  readonly from: string
  readonly to?: string
  readonly kind?: WayKind
  /** Names on it; 0 where there is none. */
  readonly count?: number
}
export const way = signal<Way | undefined>(undefined)

function roadsOf({ model, shown }: Explorer): Roads | undefined {
  return model.value && shown.value && { model: model.value, passing: shown.value.passing }
}

const keysOf = ({ model }: Roads, names: readonly number[]) => names.map((name) => model.names[name]!.key)

/** The index of a name in the graph. */
const indexOf = (explorer: Explorer, key: string) => explorer.model.value?.nameByKey.get(key)

/** Neighbours of a name that are not on the stage. */
export function unseen(explorer: Explorer, key: string): string[] {
  const roads = roadsOf(explorer)
  const name = indexOf(explorer, key)
  if (!roads || name === undefined) return []
  const stage = onStage(roads.model, explorer.place.value.walk)
  return keysOf(
    roads,
    neighbours(roads, name).filter((other) => !stage[other]),
  )
}

/** Names that hang on this one alone, and go when it is collapsed. */
export function hanging(explorer: Explorer, key: string): string[] {
  const roads = roadsOf(explorer)
  const name = indexOf(explorer, key)
  if (!roads || name === undefined) return []
  return keysOf(roads, hangers(roads, name, onStage(roads.model, explorer.place.value.walk)))
}

export const isOnStage = (explorer: Explorer, key: string): boolean => {
  const model = explorer.model.value
  const name = indexOf(explorer, key)
  return model !== undefined && name !== undefined && onStage(model, explorer.place.value.walk)[name] === 1
}

/** Whether the page has a part of the graph only, so that the rest must be asked for. */
export const isPart = ({ model }: Explorer): boolean => model.value?.whole !== undefined

/** What lies within so many steps of a name, itself among it, in the whole graph. */
async function reach(explorer: Explorer, key: string, steps: number): Promise<readonly string[]> {
  const roads = roadsOf(explorer)
  const name = indexOf(explorer, key)
  if (!isPart(explorer)) return roads && name !== undefined ? keysOf(roads, around(roads, name, steps)) : []
  const graph = await explorer.source.graph(explorer.place.value.view, { around: { name: key, steps } })
  return graph.nodes.map((node) => node.key)
}

/** Brings a name with its neighbours to the stage. */
export async function expand(explorer: Explorer, key: string): Promise<void> {
  const isOn = (name: string) => isOnStage(explorer, name)
  try {
    explorer.walk({ do: 'show', names: (await reach(explorer, key, 1)).filter((name) => !isOn(name)) })
  } catch (error) {
    explorer.fail(error)
  }
}

export function collapse(explorer: Explorer, key: string): void {
  explorer.walk({ do: 'hide', names: hanging(explorer, key) })
}

export function hide(explorer: Explorer, keys: readonly string[]): void {
  explorer.walk({ do: 'hide', names: keys })
  const { selection } = explorer.place.value
  if (selection && keys.includes(selection.id)) explorer.select(undefined)
}

/** Leaves a name and what lies within so many steps. */
export async function onlyAround(explorer: Explorer, key: string, steps: number): Promise<void> {
  try {
    const names = await reach(explorer, key, steps)
    if (names.length) explorer.walk({ do: 'only', names })
  } catch (error) {
    explorer.fail(error)
  }
}

/** Fastens a name where it is, or lets it go again. */
export function togglePin(explorer: Explorer, key: string): void {
  const name = indexOf(explorer, key)
  const picture = explorer.picture.value
  if (name === undefined || !picture) return
  if (explorer.place.value.walk.pins.has(key)) explorer.walk({ do: 'unpin', names: [key] })
  else explorer.walk({ do: 'pin', name: key, pin: picture.pinOf(name) })
}

/** Leaves two names and what lies between them. */
export function findWay(explorer: Explorer, { from, to }: Way, kind: WayKind): void {
  const roads = roadsOf(explorer)
  const a = indexOf(explorer, from)
  const b = to === undefined ? undefined : indexOf(explorer, to)
  if (!roads || a === undefined || b === undefined) return
  const found = kind === 'common' ? common(roads, a, b) : between(roads, a, b, kind === 'longer' ? 1 : 0)
  way.value = { from, ...(to !== undefined && { to }), kind, count: found.length }
  if (!found.length) return
  explorer.walk({ do: 'only', names: keysOf(roads, kind === 'common' ? [a, b, ...found] : found) })
  // the whole way in full ink, not only what the second name touches
  explorer.go({ selection: undefined }, true)
}
