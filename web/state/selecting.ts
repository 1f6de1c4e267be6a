/** Several names chosen at once ↔ a selection; what a lasso, the keys and the search add to it or take from it. */
import { type Signal, signal } from '@preact/signals'
import { joined, type Selection, unjoined } from './address.ts'
import type { Explorer } from './explorer.ts'
import { neighbours } from './ways.ts'

/** What is done with names that are drawn around, or come by keys. */
export type How = 'new' | 'add' | 'less'

/** Whether a drag on the picture draws a lasso, rather than the picture along. */
export const lassoing: Signal<boolean> = signal(false)

/** Of what an export is made. */
export const exporting: Signal<'drawn' | 'all' | 'chosen'> = signal('drawn')

/** Keys of the names that a selection chooses; none of a line's or a statement's. */
export function namesOf(selection: Selection | undefined): readonly string[] {
  if (selection?.kind === 'names') return unjoined(selection.id)
  return selection?.kind === 'name' ? [selection.id] : []
}

/** One name is chosen as ever; none is nothing. */
export function selectionOf(keys: readonly string[]): Selection | undefined {
  const [first] = keys
  if (first === undefined) return undefined
  return keys.length === 1 ? { kind: 'name', id: first } : { kind: 'names', id: joined(keys) }
}

/** Keys after others were drawn around. */
export function changed(before: readonly string[], keys: readonly string[], how: How): readonly string[] {
  if (how === 'new') return keys
  const others = new Set(keys)
  if (how === 'less') return before.filter((key) => !others.has(key))
  return [...new Set([...before, ...keys])]
}

export function chooseNames(explorer: Explorer, keys: readonly string[], how: How = 'new'): void {
  const before = namesOf(explorer.place.value.selection)
  explorer.select(selectionOf(changed(before, keys, how)))
}

/** A name is added, or taken out where it is chosen already. */
export function toggleName(explorer: Explorer, key: string): void {
  const chosen = namesOf(explorer.place.value.selection)
  chooseNames(explorer, [key], chosen.includes(key) ? 'less' : 'add')
}

/** All names that are shown, the ones that matter most first. */
export function chooseShown(explorer: Explorer): void {
  const model = explorer.model.value
  const shown = explorer.shown.value
  if (!model || !shown) return
  const keys = model.byRank.flatMap((index) => (shown.names[index] ? [model.names[index]!.key] : []))
  chooseNames(explorer, keys)
}

/** The shown neighbours of what is chosen are chosen too. */
export function chooseNeighbours(explorer: Explorer): void {
  const model = explorer.model.value
  const shown = explorer.shown.value
  if (!model || !shown) return
  const near = namesOf(explorer.place.value.selection).flatMap((key) => {
    const name = model.nameByKey.get(key)
    return name === undefined
      ? []
      : neighbours({ model, passing: shown.lines }, name).map((other) => model.names[other]!.key)
  })
  chooseNames(explorer, near, 'add')
}
