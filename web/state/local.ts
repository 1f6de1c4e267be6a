/** What was dropped on the page or pasted into it → a project that the explorer shows like a server's, and back. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ProjectInfo } from '../../src/model/index.ts'
import type { Switch } from '../data/switch.ts'
import type { LocalEngine } from '../local/engine.ts'
import type { Item, Outcome, Progress, TextItem } from '../local/progress.ts'
import { messages } from '../messages/index.ts'
import { home, openedAt, type Place } from './address.ts'
import { type Explorer, paneOf } from './explorer.ts'
import { noSteps } from './walk.ts'

export interface Local {
  readonly engine: LocalEngine
  /** While something is read. */
  readonly progress: ReadonlySignal<Progress | undefined>
  /** The project in the page, once something was read. */
  readonly info: ReadonlySignal<ProjectInfo | undefined>
  /** What the last reading came to. */
  readonly outcome: ReadonlySignal<Outcome | undefined>
  /** Whether the explorer shows the project in the page. */
  readonly shown: ReadonlySignal<boolean>
  /** Name of the server's project; undefined where there is none to go back to. */
  readonly server: ReadonlySignal<string | undefined>
  /** The text in the dialog for pasting; undefined while it is closed. */
  readonly pasting: Signal<string | undefined>
  read(items: readonly Item[]): Promise<void>
  paste(pasted: Omit<TextItem, 'uri'>): Promise<void>
  stop(): void
  /** Shows the project in the page. */
  show(): Promise<void>
  /** Shows the server's again. */
  leave(): Promise<void>
}

export function createLocal(explorer: Explorer, sources: Switch, engine: LocalEngine): Local {
  const progress = signal<Progress | undefined>(undefined)
  const info = signal<ProjectInfo | undefined>(undefined)
  const outcome = signal<Outcome | undefined>(undefined)
  const shown = signal(false)
  const server = signal<string | undefined>(undefined)
  const pasting = signal<string | undefined>(undefined)
  const served = sources.used()
  let texts = 0
  // what was read is in this page alone, and a reload would lose it
  addEventListener('beforeunload', (event) => {
    if (progress.value || (info.value?.documents ?? 0) > 0) event.preventDefault()
  })

  const show = async (change: Partial<Place> = {}) => {
    const isOther = !shown.value
    if (isOther) server.value = explorer.project.value?.name || undefined
    sources.use(engine.source)
    batch(() => {
      shown.value = true
      // what was done in one project cannot be undone in another
      if (isOther) explorer.steps.value = noSteps
      explorer.opened.value = openedAt({ document: change.document })
      explorer.pane.value = paneOf(change.tab ?? 'graph')
      explorer.go({ ...home, ...change })
    })
    await explorer.load()
  }
  const read = async (items: readonly Item[], change?: Partial<Place>) => {
    if (items.length === 0) return
    try {
      const result = await engine.read(items, nameOf(items), (now) => {
        progress.value = now
      })
      const known = await engine.source.info()
      batch(() => {
        outcome.value = result
        info.value = known
      })
      const [first] = result.ids
      // a log of decisions adds no document, and changes what there is
      if (result.added === 0 && shown.value) await explorer.refresh()
      else if (known.documents > 0)
        await show({ ...change, ...(change?.tab === 'words' && first && { document: first }) })
    } catch (error) {
      explorer.fail(error)
    } finally {
      progress.value = undefined
    }
  }
  return {
    engine,
    progress,
    info,
    outcome,
    shown,
    server,
    pasting,
    read,
    paste: (pasted) =>
      read([{ uri: pasted.title.trim() || messages.local.pastedName(++texts), ...pasted }], { tab: 'words' }),
    stop: engine.stop,
    show: () => show(),
    leave: async () => {
      sources.use(served)
      batch(() => {
        shown.value = false
        explorer.opened.value = undefined
        explorer.steps.value = noSteps
        explorer.pane.value = paneOf(home.tab)
        explorer.go(home)
      })
      await explorer.load()
    },
  }
}

/** A project is called after the folder or the one thing that it is made of. */
function nameOf(items: readonly Item[]): string {
  const uris = items.map(({ uri }) => uri)
  const [first] = uris
  const folder = first!.slice(0, first!.indexOf('/') + 1)
  if (folder && uris.every((uri) => uri.startsWith(folder))) return folder.slice(0, -1)
  return uris.length === 1 ? first! : messages.local.name
}
