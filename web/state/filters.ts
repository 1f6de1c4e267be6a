/**
 * What is filtered away, as a query: the same that the search box, the command line and the server read. A legend line
 * is off, alone with others (`kind:request`), or left out (`-kind:action`).
 */
import { type Clock, clocks, factualities, forces, kinds, requestStatuses } from '../../src/model/index.ts'
import { type Clause, isoDay, none, type Period, periodOf, type Query, type Term } from '../../src/query/index.ts'
import { type Family, families, typesOf } from '../graph/family.ts'
import type { Range } from './ranges.ts'

/** What a legend can keep or leave out; each is a field of a query and a group of lines. */
export const facets = ['kind', 'force', 'polarity', 'factuality', 'status', 'type', 'source', 'document'] as const
export type Facet = (typeof facets)[number]

/** Facets whose values are known beforehand. */
export type FixedFacet = Exclude<Facet, 'source' | 'document'>
export const values: Readonly<Record<FixedFacet, readonly string[]>> = {
  kind: kinds,
  force: forces,
  polarity: ['positive', 'negative'],
  factuality: factualities,
  status: requestStatuses,
  type: families,
}

export interface Filters {
  readonly query: Query
  /** Numbers of names; one that is not within all of them is not drawn. */
  readonly ranges: readonly Range[]
  /** Arcs from a request to what prompted it are drawn. */
  readonly arcs: boolean
}

export const noFilters: Filters = { query: [], ranges: [], arcs: true }

/** A clause that keeps what a field has one value for. */
export const keeping = (field: Clause['field'], text: string): Clause => ({
  field,
  without: false,
  terms: [{ text, how: 'begins' }],
})

export const requestsOnly = keeping('kind', 'request')

/** Whether anything is filtered away. */
export const isFiltering = ({ query, ranges }: Filters): boolean => query.length > 0 || ranges.length > 0

export type Mark = 'off' | 'only' | 'without'

/** What a legend line is set to. */
export function markOf(query: Query, facet: Facet | 'trait', value: string): Mark {
  const wanted = termsOf(facet, value)
  const clause = query.find(({ field, terms }) => field === facet && wanted.every((term) => terms.some(same(term))))
  return !clause ? 'off' : clause.without ? 'without' : 'only'
}

/** The query with a legend line set to something. */
export function marked(query: Query, facet: Facet | 'trait', value: string, mark: Mark): Query {
  const own = termsOf(facet, value)
  const rest = query.flatMap((clause): Clause[] => {
    if (clause.field !== facet) return [clause]
    const terms = clause.terms.filter((term) => !own.some(same(term)))
    return terms.length ? [{ ...clause, terms }] : []
  })
  if (mark === 'off') return rest
  const without = mark === 'without'
  const at = rest.findIndex((clause) => clause.field === facet && clause.without === without)
  if (at < 0) return [...rest, { field: facet, without, terms: own }]
  return rest.map((clause, i) => (i === at ? { ...clause, terms: [...clause.terms, ...own] } : clause))
}

const same = (a: Term) => (b: Term) => a.text === b.text && a.how === b.how

/** A legend line's value as a query has it. */
function termsOf(facet: Facet | 'trait', value: string): Term[] {
  if (facet === 'type') return typesOf(value as Family).map((text) => ({ text, how: 'begins' }))
  const isName = (facet === 'source' && value !== none) || facet === 'document' || facet === 'trait'
  return [{ text: value, how: isName ? 'exact' : 'begins' }]
}

/** Lowest confidence, 0 where there is no clause for it. */
export function leastConfidence(query: Query): number {
  const clause = query.find(({ field, without }) => field === 'confidence' && !without)
  return clause ? Math.min(...clause.terms.map(({ text }) => Number(text))) : 0
}

export function withConfidence(query: Query, least: number): Query {
  const rest = query.filter(({ field }) => field !== 'confidence')
  return least <= 0 ? rest : [...rest, keeping('confidence', String(least))]
}

const ends = {
  published: { from: 'after', to: 'before' },
  happened: { from: 'event-after', to: 'event-before' },
} as const

/** Whether a clause is of a time strip, by either clock. */
export const isOfTime = ({ field }: Clause): boolean =>
  clocks.some((clock) => field === ends[clock].from || field === ends[clock].to)

/** The days that a query keeps, half-open; an end that is free is infinite; undefined where both are. */
export function spanOf(query: Query, clock: Clock): Period | undefined {
  const day = (field: Clause['field']) => {
    const clause = query.find((clause) => clause.field === field && !clause.without)
    return clause && periodOf(clause.terms[0]!.text)!.start
  }
  const [start, end] = [day(ends[clock].from), day(ends[clock].to)]
  if (start === undefined && end === undefined) return undefined
  return { start: start ?? Number.NEGATIVE_INFINITY, end: end ?? Number.POSITIVE_INFINITY }
}

/** The query that keeps these days by one clock, and all days by the other. */
export function withSpan(query: Query, clock: Clock, span: Period | undefined): Query {
  const rest = query.filter((clause) => !isOfTime(clause))
  const clause = (field: Clause['field'], day: number | undefined): Clause[] =>
    day === undefined || !Number.isFinite(day) ? [] : [keeping(field, isoDay(day))]
  return [...rest, ...clause(ends[clock].from, span?.start), ...clause(ends[clock].to, span?.end)]
}

/** A query that was typed, with what the legend keeps and leaves out beside it: a field that is typed is as it is typed. */
export function combined(query: Query, typed: Query): Query {
  const kept = query.filter(
    ({ field }) =>
      ((facets as readonly string[]).includes(field) || field === 'trait' || field === 'confidence') &&
      !typed.some((clause) => clause.field === field),
  )
  return [...kept, ...typed]
}
