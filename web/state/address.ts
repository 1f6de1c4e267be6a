/** What is looked at ↔ the part of the address after #, so that a link opens the same view. */
import { type Clock, clocks, type GraphView, type Span } from '../../src/model/index.ts'
import { parseQuery, printQuery, type Query } from '../../src/query/index.ts'
import { numbers } from '../graph/numbers.ts'
import { traits } from '../graph/traits.ts'
import { type NamesView, columns as nameColumns, usualNames } from './columns.ts'
import { type Filters, noFilters } from './filters.ts'
import { formatPlaces, parsePlaces } from './places.ts'
import { formatRanges, parseRanges } from './ranges.ts'
import { columns, type Group, groups, type Sort } from './requests.ts'
import { type Pin, start, type Walk } from './walk.ts'

/** A name of the graph, a line between two, one statement; or several names, whose keys `joined` makes one id. */
export interface Selection {
  readonly kind: 'name' | 'line' | 'statement' | 'names'
  readonly id: string
}

export const layouts = ['chain', 'map', 'circle'] as const
export type LayoutName = (typeof layouts)[number]

/** `both`: picture and table above or beside each other; `words`: the sentences of a document with their syntax. */
export const tabs = ['graph', 'both', 'table', 'words', 'review'] as const
export type Tab = (typeof tabs)[number]

/** What makes a shape large. */
export const sizes = ['said', ...numbers] as const
export type SizeName = (typeof sizes)[number]

/** What gives a shape its colour. */
export const colours = ['type', 'group', 'new', ...numbers, ...traits] as const
export type ColourName = (typeof colours)[number]

/** The middle of what is seen, as shares of the longer side of the whole picture, y upwards; `ratio`: 1 all of it, smaller nearer. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly ratio: number
}

/** Whose table is seen: that of requests, or that of names. */
export const tabled = ['requests', 'names'] as const
type Tabled = (typeof tabled)[number]

export interface Place {
  readonly view: GraphView
  readonly tab: Tab
  /** Absent: the one that suits the size of the graph. */
  readonly layout: LayoutName | undefined
  readonly size: SizeName
  readonly colour: ColourName
  readonly walk: Walk
  /** How many names of a large graph are on the stage at first; absent: as many as are drawn at once. */
  readonly top: number | undefined
  /** Absent: the whole picture, or where the page begins on a narrow screen. */
  readonly camera: Camera | undefined
  readonly selection: Selection | undefined
  /** Document that is open against the selection's own. */
  readonly document: string | undefined
  readonly filters: Filters
  readonly table: { readonly of: Tabled; readonly sort: Sort | undefined; readonly group: Group }
  /** The table of names. */
  readonly names: NamesView
  /** Whose days the time strip shows. */
  readonly clock: Clock
}

export const home: Place = {
  view: 'actors',
  tab: 'graph',
  layout: undefined,
  size: 'said',
  colour: 'type',
  walk: start,
  top: undefined,
  camera: undefined,
  selection: undefined,
  document: undefined,
  filters: noFilters,
  table: { of: 'requests', sort: undefined, group: 'none' },
  names: usualNames,
  clock: 'published',
}

/** Words of a document that are wanted in sight: the panel opens it there. */
export interface Opened {
  readonly document: string
  readonly at: Span | undefined
}

/** What a place has open against its selection's own document. */
export const openedAt = ({ document }: Pick<Place, 'document'>): Opened | undefined =>
  document ? { document, at: undefined } : undefined

const selectionKinds = ['names', 'name', 'line', 'statement'] as const
const oneOf = <T extends string>(list: readonly T[], value: string | null, otherwise: T): T =>
  list.find((item) => item === value) ?? otherwise

/** A query with a fault filters nothing. */
function queryOf(text: string | null): Query {
  try {
    return parseQuery(text ?? '')
  } catch {
    return noFilters.query
  }
}

/** `-confidence`: the other way round. */
function sortOf(text: string | null): Sort | undefined {
  const by = columns.find((column) => column === text?.replace(/^-/, ''))
  return by && { by, down: text!.startsWith('-') }
}

/** Anything that makes no sense in it is taken for what `home` has. */
export function parseAddress(hash: string): Place {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const kind = selectionKinds.find((kind) => query.has(kind))
  const id = kind && query.get(kind)
  return {
    view: oneOf(['actors', 'frames'] as const, query.get('view'), home.view),
    tab: oneOf(tabs, query.get('tab'), home.tab),
    layout: layouts.find((layout) => layout === query.get('layout')),
    size: oneOf(sizes, query.get('size'), home.size),
    colour: oneOf(colours, query.get('colour'), home.colour),
    walk: parseWalk(query),
    top: /^[1-9]\d{0,8}$/.test(query.get('top') ?? '') ? Number(query.get('top')) : undefined,
    camera: parseCamera(query.get('camera')),
    selection: kind && id ? { kind, id } : undefined,
    document: query.get('document') ?? undefined,
    filters: {
      query: queryOf(query.get('q')),
      ranges: parseRanges(query.get('range'), query.get('degree')),
      arcs: query.get('arcs') !== 'off',
    },
    table: {
      of: oneOf(tabled, query.get('table'), 'requests'),
      sort: sortOf(query.get('sort')),
      group: oneOf(groups, query.get('group'), 'none'),
    },
    names: parseNames(query),
    clock: oneOf(clocks, query.get('clock'), home.clock),
  }
}

/** The shortest address of a place: what is as at home is not in it. */
export function formatAddress(place: Place): string {
  const query = new URLSearchParams()
  if (place.view !== home.view) query.set('view', place.view)
  if (place.tab !== home.tab) query.set('tab', place.tab)
  if (place.layout) query.set('layout', place.layout)
  if (place.size !== home.size) query.set('size', place.size)
  if (place.colour !== home.colour) query.set('colour', place.colour)
  formatWalk(place.walk, query)
  if (place.top) query.set('top', String(place.top))
  if (place.camera) query.set('camera', places(place.camera.x, place.camera.y, place.camera.ratio))
  if (place.selection) query.set(place.selection.kind, place.selection.id)
  if (place.document) query.set('document', place.document)
  const { query: filter, ranges, arcs } = place.filters
  if (filter.length) query.set('q', printQuery(filter))
  if (ranges.length) query.set('range', formatRanges(ranges))
  if (!arcs) query.set('arcs', 'off')
  const { of, sort, group } = place.table
  if (of !== home.table.of) query.set('table', of)
  formatNames(place.names, query)
  if (sort) query.set('sort', sort.down ? `-${sort.by}` : sort.by)
  if (group !== 'none') query.set('group', group)
  if (place.clock !== home.clock) query.set('clock', place.clock)
  return `#${query}`
}

// Keys are joined by commas, and parts of a pin by tildes, so these two are escaped within them.
const escapeKey = (key: string) => key.replace(/[%,~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const unescapeKey = (text: string) => text.replace(/%(25|2C|7E)/gi, decodeURIComponent)
export const joined = (keys: readonly string[]) => keys.map(escapeKey).join(',')
const parted = (text: string | null) => (text ? text.split(',').filter(Boolean) : [])
const keysOf = (text: string | null) => parted(text).map(unescapeKey)
export const unjoined: (id: string) => readonly string[] = keysOf
const places = (...values: readonly number[]) => values.map((value) => +value.toFixed(4)).join('~')

function parseWalk(query: URLSearchParams): Walk {
  const pins = parted(query.get('pins')).flatMap((text): [string, Pin][] => {
    const [key = '', layout, x, y] = text.split('~')
    const known = layouts.find((name) => name === layout)
    return known && [x, y].every(isNumber) ? [[unescapeKey(key), { layout: known, x: Number(x), y: Number(y) }]] : []
  })
  const only = query.has('only')
  return {
    only,
    names: keysOf(query.get(only ? 'only' : 'with')),
    hidden: keysOf(query.get('without')),
    pins: pins.length ? new Map(pins) : start.pins,
    places: parsePlaces(query.get('at'), layouts),
  }
}

function formatWalk({ only, names, hidden, pins, places: moved }: Walk, query: URLSearchParams): void {
  if (only || names.length) query.set(only ? 'only' : 'with', joined(names))
  if (hidden.length) query.set('without', joined(hidden))
  const list = [...pins].map(([key, { layout, x, y }]) => `${escapeKey(key)}~${layout}~${places(x, y)}`)
  if (list.length) query.set('pins', list.join(','))
  const at = moved && formatPlaces(moved)
  if (at) query.set('at', at)
}

function parseNames(query: URLSearchParams): NamesView {
  const text = query.get('by')
  const by = nameColumns.find((column) => column === text?.replace(/^-/, ''))
  const listed = query.get('columns')
  return {
    by: by ?? usualNames.by,
    down: by ? text!.startsWith('-') : usualNames.down,
    columns: listed === null ? usualNames.columns : nameColumns.filter((column) => listed.split('.').includes(column)),
    text: query.get('find') ?? '',
  }
}

function formatNames({ by, down, columns, text }: NamesView, query: URLSearchParams): void {
  if (by !== usualNames.by || down !== usualNames.down) query.set('by', `${down ? '-' : ''}${by}`)
  if (columns.join() !== usualNames.columns.join()) query.set('columns', columns.join('.'))
  if (text) query.set('find', text)
}

function parseCamera(text: string | null): Camera | undefined {
  const parts = text?.split('~') ?? []
  if (parts.length !== 3 || !parts.every(isNumber)) return undefined
  const [x, y, ratio] = parts.map(Number) as [number, number, number]
  return ratio > 0 ? { x, y, ratio } : undefined
}

const isNumber = (text: string | undefined) =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) < 1e6
