/** What is looked at ↔ the part of the address after #, so that a link opens the same view. */
import type { GraphView } from '../../src/model/index.ts'
import { type Filters, noFilters } from './filters.ts'

/** A name of the graph, a line between two, or one statement. */
export interface Selection {
  readonly kind: 'name' | 'line' | 'statement'
  readonly id: string
}

export const layouts = ['chain', 'map', 'circle'] as const
export type LayoutName = (typeof layouts)[number]

export const tabs = ['graph', 'table'] as const
type Tab = (typeof tabs)[number]

export interface Place {
  readonly view: GraphView
  readonly tab: Tab
  /** Absent: the one that suits the size of the graph. */
  readonly layout: LayoutName | undefined
  readonly selection: Selection | undefined
  /** Document that is open against the selection's own. */
  readonly document: string | undefined
  readonly filters: Filters
}

export const home: Place = {
  view: 'actors',
  tab: 'graph',
  layout: undefined,
  selection: undefined,
  document: undefined,
  filters: noFilters,
}

const selectionKinds = ['name', 'line', 'statement'] as const
const oneOf = <T extends string>(list: readonly T[], value: string | null, otherwise: T): T =>
  list.find((item) => item === value) ?? otherwise

/** Anything that makes no sense in it is taken for what `home` has. */
export function parseAddress(hash: string): Place {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const kind = selectionKinds.find((kind) => query.has(kind))
  const id = kind && query.get(kind)
  const confidence = Number(query.get('confidence') ?? 0)
  return {
    view: oneOf(['actors', 'frames'] as const, query.get('view'), home.view),
    tab: oneOf(tabs, query.get('tab'), home.tab),
    layout: layouts.find((layout) => layout === query.get('layout')),
    selection: kind && id ? { kind, id } : undefined,
    document: query.get('document') ?? undefined,
    filters: {
      hidden: new Set((query.get('hide') ?? '').split(',').filter((key) => /^\w+:\w+$/.test(key))),
      confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
    },
  }
}

/** The shortest address of a place: what is as at home is not in it. */
export function formatAddress(place: Place): string {
  const query = new URLSearchParams()
  if (place.view !== home.view) query.set('view', place.view)
  if (place.tab !== home.tab) query.set('tab', place.tab)
  if (place.layout) query.set('layout', place.layout)
  if (place.selection) query.set(place.selection.kind, place.selection.id)
  if (place.document) query.set('document', place.document)
  if (place.filters.hidden.size) query.set('hide', [...place.filters.hidden].sort().join(','))
  if (place.filters.confidence) query.set('confidence', String(place.filters.confidence))
  return `#${query}`
}
