/** What the reader looks at, as signals: one object for the whole page, in step with the address. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { DocumentInfo, ProjectInfo, SavedView, Span } from '../../src/model/index.ts'
import type { Told } from '../../src/project/numbers.ts'
import type { Source } from '../data/source.ts'
import { inSlices, type Measure } from '../graph/measures/run.ts'
import { type GraphModel, modelOf } from '../graph/model.ts'
import type { Counting } from '../graph/numbers.ts'
import type { Picture } from '../graph/picture.ts'
import type { Prompt } from '../graph/scene.ts'
import { formatAddress, type Opened, openedAt, type Place, parseAddress, type Selection, type Tab } from './address.ts'
import { followFilters } from './filtering.ts'
import { applyFilters, countsOf, fitsIn, type Misses, type Shown, within } from './fits.ts'
import { followLooks, type Legend } from './looks.ts'
import { followNames, type NamesTable } from './names.ts'
import { followRanges, type Ranging } from './ranging.ts'
import { store, stored } from './storage.ts'
import { noSteps, onStage, type Step, type Steps, sameWalk, walk } from './walk.ts'

type Theme = 'light' | 'dark'

export interface Draft {
  readonly text: string
  readonly replaces: boolean
}

export interface Explorer {
  readonly source: Source
  /** Views that came with a static site; undefined on any other page. */
  readonly given: readonly SavedView[] | undefined
  readonly project: Signal<ProjectInfo | undefined>
  /** Counts what was loaded: where it changes, everything that is shown is of another project. */
  readonly edition: Signal<number>
  readonly names: NamesTable
  /** What is on the stage, for who wants to print it. */
  readonly picture: Signal<Picture | undefined>
  readonly documents: Signal<readonly DocumentInfo[]>
  readonly model: Signal<GraphModel | undefined>
  readonly shown: ReadonlySignal<Shown | undefined>
  /** The same before any range of a number takes from it. */
  readonly sifted: ReadonlySignal<Shown | undefined>
  /** Ranges of the numbers that names have, as filters. */
  readonly ranging: Ranging
  /** What is shown, to be counted: for the numbers of graph/numbers.ts. */
  readonly counting: ReadonlySignal<Counting | undefined>
  /** The model with the sizes and colours that were chosen. */
  readonly dressed: ReadonlySignal<GraphModel | undefined>
  /** What the colours of shapes stand for, where they are neither those of types nor of what is new. */
  readonly legend: ReadonlySignal<Legend | undefined>
  /** Statements that an earlier project did not have, where this one is compared with one. */
  readonly fresh: ReadonlySignal<ReadonlySet<string> | undefined>
  /** What of the walk can be undone, and done again; where it has come to stands in the place. */
  readonly steps: Signal<Pick<Steps, 'past' | 'future'>>
  /** Facts of every statement, once they are read. */
  readonly told: ReadonlySignal<Told | undefined>
  /** What the filters leave; undefined while nothing is filtered. */
  readonly misses: ReadonlySignal<Misses | undefined>
  /** `kind:action` → how many statements a legend line stands for. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>
  /** Whether a statement passes the filters. */
  fits(id: string): boolean
  /** What stands in the search box; `replaces`: it was the filters' own query, taken up to be changed. */
  readonly draft: Signal<Draft>
  readonly place: Signal<Place>
  /** Key of the name that the pointer is on, in the picture or in the text. */
  readonly hovered: Signal<string | undefined>
  /** What was prompted by what, as far as the picture shows it. */
  readonly prompts: Signal<readonly Prompt[]>
  readonly opened: Signal<Opened | undefined>
  readonly theme: Signal<Theme>
  readonly error: Signal<{ readonly message: string; readonly remedy: string } | undefined>
  /** Said to screen readers. */
  readonly said: Signal<string>
  /** Shown pane of a narrow screen. */
  readonly pane: Signal<Pane>
  /** Goes somewhere; a step that the back button undoes, or (`replace`) none. */
  go(change: Partial<Place>, replace?: boolean): void
  select(selection: Selection | undefined): void
  /** Hear of each step of the walk before it is taken. */
  readonly beforeWalk: Set<(step: Step) => void>
  /** Takes a step through the graph, or takes one back. */
  walk(step: Step): void
  /** Opens a document, at some words of it. */
  open(document: string, at?: Span): void
  setTheme(theme: Theme): void
  fail(error: unknown): void
  load(): Promise<void>
  /** Reads again what decisions have changed; the reader stays where they are. */
  refresh(): Promise<void>
  /** Counts the refreshes. */
  readonly revision: Signal<number>
}

export const panes = ['graph', 'table', 'words', 'review', 'document', 'filter'] as const
type Pane = (typeof panes)[number]

/** The pane of a narrow screen that shows a tab. */
export const paneOf = (tab: Tab): Pane => (tab === 'both' ? 'graph' : tab)

const themeKey = 'demarche.theme'
const narrow = matchMedia('(max-width: 700px)')

/** `measure`: who computes what takes long. `given`: the views of a static site. */
export function createExplorer(source: Source, measure: Measure = inSlices, given?: readonly SavedView[]): Explorer {
  const project = signal<ProjectInfo | undefined>(undefined)
  const edition = signal(0)
  const revision = signal(0)
  const documents = signal<readonly DocumentInfo[]>([])
  const model = signal<GraphModel | undefined>(undefined)
  const place = signal<Place>(parseAddress(location.hash))
  const opened = signal(openedAt(place.value))
  const error = signal<Explorer['error']['value']>(undefined)
  const filters = computed(() => place.value.filters)
  const view = computed(() => place.value.view)
  const theme = signal<Theme>(wishedTheme())
  const said = signal('')
  const pane = signal<Pane>(paneOf(place.value.tab))
  const steps = signal(noSteps)
  const beforeWalk = new Set<(step: Step) => void>()
  const walked = computed(() => place.value.walk)
  const stage = computed(() => model.value && onStage(model.value, walked.value))
  const { told, misses, settled } = followFilters({ source, project, filters, fail: (cause) => fail(cause) })
  const sifted = computed(() => {
    if (!model.value || !settled.value) return undefined
    return applyFilters(model.value, { told: told.value, misses: misses.value }, stage.value)
  })
  const clock = computed(() => place.value.clock)
  const countingOf = (what: ReadonlySignal<Shown | undefined>) =>
    computed((): Counting | undefined => {
      if (!model.value || !what.value) return undefined
      const [facts, missed] = [told.value, misses.value]
      const fits = (id: string) => fitsIn(facts, missed, id)
      return { model: model.value, lines: what.value.lines, fits, told: facts, clock: clock.value }
    })
  const ranging = followRanges({ filters, counting: countingOf(sifted), measure, fail: (cause) => fail(cause) })
  const shown = computed(() => {
    const { value } = ranging.kept
    return model.value && sifted.value && value ? within(model.value, sifted.value, value) : sifted.value
  })
  const counting = countingOf(shown)
  const counts = computed(() =>
    told.value ? countsOf(told.value, misses.value ?? new Uint16Array(told.value.facts.ids.length)) : new Map(),
  )

  const fail = (cause: unknown) => {
    const remedy = cause instanceof Error && 'remedy' in cause ? String(cause.remedy) : 'Reload the page.'
    error.value = { message: cause instanceof Error ? cause.message : String(cause), remedy }
  }
  const go = (change: Partial<Place>, replace = false) => {
    const next = { ...place.value, ...change }
    const address = formatAddress(next)
    place.value = next
    if (address === (location.hash || '#')) return
    if (replace) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
  }
  addEventListener('popstate', () => {
    const before = place.value.walk
    place.value = parseAddress(location.hash)
    // the back button is a step as well, and can be undone
    if (!sameWalk(before, place.value.walk)) steps.value = { past: [...steps.value.past, before], future: [] }
    opened.value = openedAt(place.value)
  })
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value
  })

  const top = computed(() => place.value.top)
  /** Names beyond the first ones that were asked for, once and for all. */
  const extra = new Set<string>()
  let asked = ''
  let following = false
  /** What is asked for of a graph that may be large. */
  const part = () => ({ ...(top.peek() && { top: top.peek()! }), names: [...extra] })
  const loadGraph = async () => {
    const [seen, most] = [view.value, top.value]
    // of a whole graph there is nothing more to ask for
    const isPart = !model.peek() || model.peek()?.whole !== undefined
    for (const name of walked.value.names) if (isPart && !model.peek()?.nameByKey.has(name)) extra.add(name)
    const wanted = `${seen} ${most} ${extra.size}`
    if (asked === wanted) return
    // the same picture with some more names stays until they are there
    if (!asked.startsWith(`${seen} ${most} `)) model.value = undefined
    asked = wanted
    const mine = edition.peek()
    try {
      const graph = await source.graph(seen, part())
      if (asked === wanted && mine === edition.peek()) model.value = modelOf(graph)
    } catch (cause) {
      asked = ''
      fail(cause)
    }
  }

  return {
    source,
    given,
    project,
    edition,
    revision,
    refresh: async () => {
      const mine = edition.peek()
      try {
        const wanted = view.peek()
        const [info, list, graph] = await Promise.all([source.info(), source.documents(), source.graph(wanted, part())])
        if (mine !== edition.peek() || wanted !== view.peek()) return
        batch(() => {
          project.value = info
          documents.value = list
          model.value = modelOf(graph)
          revision.value++
        })
      } catch (cause) {
        fail(cause)
      }
    },
    picture: signal(undefined),
    documents,
    model,
    shown,
    sifted,
    ranging,
    counting,
    names: followNames({ place, model, shown, counting, source, revision, fail, project, measure }),
    ...followLooks({ source, project, model, shown, counting, place, measure, fail }),
    steps,
    draft: signal<Draft>({ text: '', replaces: false }),
    told,
    misses,
    counts,
    fits: (id) => fitsIn(told.value, misses.value, id),
    place,
    hovered: signal(undefined),
    prompts: signal([]),
    opened,
    theme,
    error,
    said,
    pane,
    go,
    fail,
    select: (selection) => {
      batch(() => {
        opened.value = undefined
        // where one pane is seen at a time, what is chosen is shown with its picture
        const near = selection && narrow.matches
        if (near) pane.value = 'graph'
        go({ selection, document: undefined, ...(near && { tab: 'graph' }) })
      })
    },
    beforeWalk,
    walk: (step) => {
      for (const hear of beforeWalk) hear(step)
      const { now, past, future } = walk({ ...steps.value, now: place.value.walk }, step)
      batch(() => {
        steps.value = { past, future }
        go({ walk: now })
      })
    },
    open: (id, at) => {
      batch(() => {
        opened.value = { document: id, at }
        pane.value = 'document'
        go({ document: id }, true)
      })
    },
    setTheme: (next) => {
      theme.value = next
      store(themeKey, next)
    },
    load: async () => {
      error.value = undefined
      asked = ''
      try {
        const [info, list] = await Promise.all([source.info(), source.documents()])
        batch(() => {
          project.value = info
          documents.value = list
          model.value = undefined
          edition.value++
        })
      } catch (cause) {
        fail(cause)
        return
      }
      if (following) return loadGraph()
      following = true
      effect(() => {
        void view.value
        void loadGraph()
      })
    },
  }
}

function wishedTheme(): Theme {
  const kept = stored(themeKey)
  if (kept === 'light' || kept === 'dark') return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const ExplorerContext = createContext<Explorer | undefined>(undefined)
export const ExplorerProvider = ExplorerContext.Provider
export const useExplorer = (): Explorer => useContext(ExplorerContext)!
