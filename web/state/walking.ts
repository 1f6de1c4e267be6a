/** What a reader asks for from a name → the step of the walk that shows it. */
import { signal } from '@preact/signals'
import { around, between, common } from '../../src/graph/ways.ts'
import type { WayKind } from '../../src/model/index.ts'
import { printQuery } from '../../src/query/index.ts'
import type { Explorer } from './explorer.ts'
import { onStage, type Pin } from './walk.ts'
import { hangers, neighbours, netOf, type Roads } from './ways.ts'

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
  if (!isPart(explorer)) return roads && name !== undefined ? keysOf(roads, around(netOf(roads), name, steps)) : []
  const graph = await explorer.source.graph(explorer.place.value.view, { around: { name: key, steps } })
  return graph.nodes.map((node) => node.key)
}

/** Brings names with their neighbours to the stage. */
export async function expand(explorer: Explorer, keys: readonly string[]): Promise<void> {
  try {
    const near = await Promise.all(keys.map((key) => reach(explorer, key, 1)))
    explorer.walk({ do: 'show', names: [...new Set(near.flat())].filter((name) => !isOnStage(explorer, name)) })
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
  if (selection && (keys.includes(selection.id) || selection.kind === 'names')) explorer.select(undefined)
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

/** Fastens several names where they are; lets them go where all are fastened. */
export function togglePins(explorer: Explorer, keys: readonly string[]): void {
  const picture = explorer.picture.value
  if (!picture) return
  const { pins } = explorer.place.value.walk
  if (keys.every((key) => pins.has(key))) {
    explorer.walk({ do: 'unpin', names: keys })
    return
  }
  const places = keys.flatMap((key): [string, Pin][] => {
    const name = indexOf(explorer, key)
    return name === undefined || pins.has(key) ? [] : [[key, picture.pinOf(name)]]
  })
  explorer.walk({ do: 'pins', pins: new Map(places) })
}

/** Leaves two names and what lies between them along the lines that pass the filters, in the whole graph. */
export async function findWay(explorer: Explorer, { from, to }: Way, kind: WayKind): Promise<void> {
  if (to === undefined) return
  try {
    const names = await namesBetween(explorer, from, to, kind)
    way.value = { from, to, kind, count: Math.max(0, names.length - (kind === 'common' ? 2 : 0)) }
    if (!names.length) return
    explorer.walk({ do: 'only', names })
    // the whole way in full ink, not only what the second name touches
    explorer.go({ selection: undefined }, true)
  } catch (error) {
    explorer.fail(error)
  }
}

async function namesBetween(explorer: Explorer, from: string, to: string, kind: WayKind): Promise<readonly string[]> {
  if (isPart(explorer)) {
    const { view, filters } = explorer.place.value
    const query = filters.query.length ? { query: printQuery(filters.query) } : {}
    const graph = await explorer.source.graph(view, { between: { from, to, kind, ...query } })
    return graph.nodes.map((node) => node.key)
  }
  const roads = roadsOf(explorer)
  const [a, b] = [indexOf(explorer, from), indexOf(explorer, to)]
  if (!roads || a === undefined || b === undefined) return []
  const net = netOf(roads)
  if (kind !== 'common') return keysOf(roads, between(net, a, b, kind === 'longer' ? 1 : 0))
  const shared = common(net, a, b)
  return shared.length ? keysOf(roads, [a, b, ...shared]) : []
}
