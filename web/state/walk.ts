/** A reader's steps through the graph → which names are on the stage, and where they are kept. Every step can be undone. */
import type { GraphModel } from '../graph/model.ts'
import type { LayoutName } from './address.ts'
import { type Places, samePlaces } from './places.ts'

/** Where a name was put by hand: shares of the width and height of one layout, so that it fits any screen. */
export interface Pin {
  readonly layout: LayoutName
  readonly x: number
  readonly y: number
}

/** Plain state; names by their keys, which outlive a rebuild. */
export interface Walk {
  /** The stage has `names` alone; else they stand beside what is drawn at first. */
  readonly only: boolean
  readonly names: readonly string[]
  readonly hidden: readonly string[]
  readonly pins: ReadonlyMap<string, Pin>
  /** Where forces have moved all names of one layout to; what was put somewhere by hand is there all the same. */
  readonly places?: Places | undefined
}

export const start: Walk = { only: false, names: [], hidden: [], pins: new Map() }

/** A walk with what was before it and what was taken back. */
export interface Steps {
  readonly past: readonly Walk[]
  readonly now: Walk
  readonly future: readonly Walk[]
}

/** Nothing to undo or redo. */
export const noSteps: Pick<Steps, 'past' | 'future'> = { past: [], future: [] }

export type Step =
  /** Names that were not on the stage come to it. */
  | { readonly do: 'show' | 'hide' | 'only'; readonly names: readonly string[] }
  | { readonly do: 'pin'; readonly name: string; readonly pin: Pin }
  | { readonly do: 'pins'; readonly pins: ReadonlyMap<string, Pin> }
  | { readonly do: 'unpin'; readonly names: readonly string[] }
  /** Forces have moved the names of a layout. */
  | { readonly do: 'move'; readonly places: Places }
  /** Everything is on the stage again; what was moved by hand stays. */
  | { readonly do: 'all' }
  /** A saved view or an address was opened. */
  | { readonly do: 'open'; readonly walk: Walk }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

/** Steps that can be taken back. */
const longest = 200

/** The one reducer: pure; a step that changes nothing is no step. */
export function walk(steps: Steps, step: Step): Steps {
  const { past, now, future } = steps
  if (step.do === 'undo') {
    const before = past.at(-1)
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : steps
  }
  if (step.do === 'redo') {
    const [after, ...rest] = future
    return after ? { past: [...past, now], now: after, future: rest } : steps
  }
  const next = taken(now, step)
  return sameWalk(now, next) ? steps : { past: [...past, now].slice(-longest), now: next, future: [] }
}

function taken(now: Walk, step: Exclude<Step, { do: 'undo' } | { do: 'redo' }>): Walk {
  switch (step.do) {
    case 'show': {
      // what was hidden has its place on the stage already
      const coming = new Set(step.names)
      const known = new Set([...now.hidden, ...now.names])
      const names = [...now.names, ...[...coming].filter((name) => !known.has(name))]
      return { ...now, names, hidden: now.hidden.filter((name) => !coming.has(name)) }
    }
    case 'hide':
      return { ...now, hidden: [...new Set([...now.hidden, ...step.names])] }
    case 'only':
      return { ...now, only: true, names: [...new Set(step.names)], hidden: [] }
    case 'pin':
      return { ...now, pins: new Map([...now.pins, [step.name, step.pin]]) }
    case 'pins':
      return { ...now, pins: new Map([...now.pins, ...step.pins]) }
    case 'move':
      return { ...now, places: step.places }
    case 'unpin': {
      const freed = new Set(step.names)
      return { ...now, pins: new Map([...now.pins].filter(([name]) => !freed.has(name))) }
    }
    case 'all':
      return { ...start, pins: now.pins, places: now.places }
    case 'open':
      return step.walk
  }
}

/** Whether two walks show the same. */
export function sameWalk(a: Walk, b: Walk): boolean {
  if (a === b) return true
  const alike = (p: readonly string[], q: readonly string[]) => p.length === q.length && p.every((x, i) => x === q[i])
  const pinned = ([name, { layout, x, y }]: [string, Pin]) => {
    const other = b.pins.get(name)
    return other?.layout === layout && other.x === x && other.y === y
  }
  return (
    a.only === b.only &&
    alike(a.names, b.names) &&
    alike(a.hidden, b.hidden) &&
    samePlaces(a.places, b.places) &&
    a.pins.size === b.pins.size &&
    [...a.pins].every(pinned)
  )
}

/** Whether a walk leaves something out, or has brought something in. */
export const isWalked = ({ only, names, hidden }: Walk): boolean => only || names.length > 0 || hidden.length > 0

/** Which names have a place on the stage, hidden or not: what a layout places. By `Name.index`. */
export function placed(model: GraphModel, { only, names }: Walk): Uint8Array {
  const mask = new Uint8Array(model.names.length).fill(only ? 0 : 1)
  for (const key of names) {
    const index = model.nameByKey.get(key)
    if (index !== undefined) mask[index] = 1
  }
  return mask
}

/** Which names are on the stage. */
export function onStage(model: GraphModel, walk: Walk): Uint8Array {
  const mask = placed(model, walk)
  for (const key of walk.hidden) {
    const index = model.nameByKey.get(key)
    if (index !== undefined) mask[index] = 0
  }
  return mask
}
