/** Clause of a query → a test on the columns of `Facts`, where these can tell; a page filters by it without asking. */
import { entityTypes, type Facts, factualities, forces, kinds, requestStatuses } from '../model/index.ts'
import { isNone } from './fields.ts'
import { datesAfter, datesBefore, documentTests } from './match.ts'
import type { Clause, Query, Term } from './query.ts'

/** Whether the statement at a place of the columns fits. */
export type FactTest = (index: number) => boolean

/** Undefined for a clause that needs names or words: whoever has the texts must answer it. */
export function factTest(clause: Clause, facts: Facts): FactTest | undefined {
  const { field, terms, without } = clause
  const fits = positive(field, terms, facts)
  return fits && (without ? (index) => !fits(index) : fits)
}

/** The clauses that `factTest` cannot answer. */
export const beyondFacts = (query: Query): Query =>
  query.filter(({ field, terms }) =>
    field === 'source'
      ? !terms.every(isPlainSource)
      : ['words', 'asker', 'from', 'to', 'about', 'entity', 'relation', 'answer', 'trait'].includes(field),
  )

/** Other names of a source are known where its entity is. */
const isPlainSource = (term: Term) => term.how === 'exact' || isNone(term)

function positive(field: Clause['field'], terms: readonly Term[], facts: Facts): FactTest | undefined {
  const places = (list: readonly string[]) => new Set(terms.map(({ text }) => list.indexOf(text)))
  const inColumn = (column: readonly number[], wanted: ReadonlySet<number>) => (index: number) =>
    wanted.has(column[index]!)
  switch (field) {
    case 'kind':
      return inColumn(facts.kind, places(kinds))
    case 'force':
      return inColumn(facts.force, places(forces))
    case 'factuality':
      return inColumn(facts.factuality, places(factualities))
    case 'status':
      return inColumn(facts.status, places(requestStatuses))
    case 'polarity':
      return inColumn(facts.negative, places(['positive', 'negative']))
    case 'type': {
      const wanted = places(entityTypes)
      return (index) => facts.types[index]!.some((type) => wanted.has(type))
    }
    case 'source': {
      if (!terms.every(isPlainSource)) return undefined
      const wanted = new Set(terms.filter((term) => !isNone(term)).map(({ text }) => facts.sources.indexOf(text)))
      const nobody = terms.some(isNone)
      return (index) => {
        const list = facts.source[index]!
        return list.length === 0 ? nobody : list.some((source) => wanted.has(source))
      }
    }
    case 'confidence': {
      const least = Math.min(...terms.map(({ text }) => Number(text)))
      return (index) => facts.confidence[index]! >= least
    }
    case 'document':
    case 'after':
    case 'before': {
      const fits = facts.documents.map(documentTests[field]!(terms))
      return (index) => fits[facts.document[index]!]!
    }
    case 'event-after':
    case 'event-before': {
      const fits = facts.times.map(field === 'event-after' ? datesAfter(terms) : datesBefore(terms))
      return (index) => fits[facts.time[index]!] ?? false
    }
    default:
      return undefined
  }
}
