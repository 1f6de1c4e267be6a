/** Views with a name and a note: kept with the project by the server, else in this browser; or carried in a file. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { SavedView } from '../../src/model/index.ts'
import { formatAddress, openedAt, parseAddress } from './address.ts'
import type { Explorer } from './explorer.ts'
import { store, stored } from './storage.ts'

export interface Views {
  readonly list: ReadonlySignal<readonly SavedView[]>
  /** Place in the list of the view that was opened last. */
  readonly at: Signal<number | undefined>
  /** Whether they lie in this browser alone. */
  readonly here: ReadonlySignal<boolean>
  load(): Promise<void>
  /** Keeps what is seen now. */
  save(name: string, note: string): void
  remove(index: number): void
  open(index: number): void
  /** The next or the one before, round about. */
  step(by: 1 | -1): void
  /** A file of views that `exported` made is added to the list. Throws an `Error` for any other text. */
  add(text: string): void
  exported(): string
}

export function createViews(explorer: Explorer): Views {
  const { source, project, place } = explorer
  const list = signal<readonly SavedView[]>([])
  const at = signal<number | undefined>(undefined)
  const here = signal(false)
  const key = () => `demarche.views.${project.value?.name ?? ''}`

  const keep = (views: readonly SavedView[]) => {
    list.value = views
    if (here.value) {
      // what was given along comes with the page
      const own = views.filter((view) => !explorer.given?.includes(view))
      store(key(), JSON.stringify(own))
    } else void source.saveViews?.(views).catch(explorer.fail)
  }
  const open = (index: number) => {
    const view = list.value[index]
    if (!view) return
    const { walk, ...there } = parseAddress(view.address)
    batch(() => {
      at.value = index
      explorer.opened.value = openedAt(there)
      explorer.walk({ do: 'open', walk })
      explorer.go(there)
      explorer.said.value = view.note ? `${view.name}: ${view.note}` : view.name
    })
  }
  return {
    list,
    at,
    here,
    load: async () => {
      const kept = await source.views?.().catch(() => undefined)
      here.value = kept === undefined
      list.value = kept ?? [...(explorer.given ?? []), ...viewsHere(key())]
    },
    save: (name, note) => {
      const address = formatAddress(place.value)
      keep([...list.value, { name, note, address, saved: new Date().toISOString() }])
      at.value = list.value.length - 1
    },
    remove: (index) => {
      keep(list.value.filter((_, i) => i !== index))
      at.value = undefined
    },
    open,
    step: (by) => {
      const { length } = list.value
      if (length) open(at.value === undefined ? (by > 0 ? 0 : length - 1) : (at.value + by + length) % length)
    },
    add: (text) => keep([...list.value, ...readViews(text)]),
    exported: () => `${JSON.stringify({ project: project.value?.name, views: list.value }, undefined, 2)}\n`,
  }
}

function viewsHere(key: string): readonly SavedView[] {
  try {
    return readViews(`{"views":${stored(key) ?? '[]'}}`)
  } catch {
    return []
  }
}

/** Views of a file; what is no view is left out. Throws an `Error` where there are none to be had. */
export function readViews(text: string): SavedView[] {
  const { views } = (JSON.parse(text) ?? {}) as { views?: unknown }
  if (!Array.isArray(views)) throw new Error('This file has no saved views.')
  const words = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : '')
  return views.flatMap((view: Partial<SavedView> | null) => {
    const name = words(view?.name, 200)
    const address = words(view?.address, 200_000)
    return name ? [{ name, note: words(view?.note, 5000), address, saved: words(view?.saved, 40) }] : []
  })
}
