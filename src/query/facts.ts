/** Statements with their outcomes → columns that filters and time strips run through. */
import {
  type DocumentInfo,
  type EntityType,
  entityTypes,
  type Facts,
  factualities,
  forces,
  kinds,
  requestStatuses,
  type StatementRow,
} from '../model/index.ts'

/** What the columns hold of one statement; places are those in the lists of `Facts`. */
export interface Fact {
  readonly id: string
  readonly kind: number
  readonly force: number
  readonly factuality: number
  readonly status: number
  readonly negative: number
  readonly confidence: number
  readonly sources: readonly string[]
  readonly types: readonly number[]
  readonly time?: string
}

export function factOf({ statement, outcome }: Pick<StatementRow, 'statement' | 'outcome'>): Fact {
  const types = Object.values(statement.roles).flatMap((fillers) => fillers.flatMap(({ entity }) => entity?.type ?? []))
  const time = statement.time?.value
  return {
    id: statement.id,
    kind: kinds.indexOf(statement.kind),
    force: statement.force ? forces.indexOf(statement.force) : -1,
    factuality: factualities.indexOf(statement.factuality),
    status: outcome ? requestStatuses.indexOf(outcome.status) : -1,
    negative: statement.kind !== 'request' ? -1 : statement.polarity === 'negative' ? 1 : 0,
    confidence: statement.confidence,
    sources: statement.source.map(({ entity, text }) => entity?.name ?? text),
    types: unique(types.map((type: EntityType) => entityTypes.indexOf(type))),
    ...(time !== undefined && { time }),
  }
}

/** @param rows in the order of documents and text */
export const factsOf = (rows: Iterable<StatementRow>): Facts =>
  factColumns(Array.from(rows, (row) => ({ fact: factOf(row), document: row.document })))

/** @param rows in the order of documents and text */
export function factColumns(rows: Iterable<{ readonly fact: Fact; readonly document: DocumentInfo }>): Facts {
  const documents = new Interned<DocumentInfo>(({ id }) => id)
  const sources = new Interned<string>((name) => name)
  const times = new Interned<string>((time) => time)
  const facts = {
    ids: [] as string[],
    kind: [] as number[],
    force: [] as number[],
    factuality: [] as number[],
    status: [] as number[],
    negative: [] as number[],
    confidence: [] as number[],
    document: [] as number[],
    source: [] as number[][],
    types: [] as number[][],
    time: [] as number[],
  }
  for (const { fact, document } of rows) {
    facts.ids.push(fact.id)
    facts.kind.push(fact.kind)
    facts.force.push(fact.force)
    facts.factuality.push(fact.factuality)
    facts.status.push(fact.status)
    facts.negative.push(fact.negative)
    facts.confidence.push(fact.confidence)
    facts.document.push(documents.at(document))
    facts.source.push(unique(fact.sources.map((name) => sources.at(name))))
    facts.types.push([...fact.types])
    facts.time.push(fact.time === undefined ? -1 : times.at(fact.time))
  }
  return { ...facts, documents: documents.list, sources: sources.list, times: times.list }
}

const unique = (list: number[]): number[] => (list.length < 2 ? list : [...new Set(list)])

/** Gives each value a place in a list, the same value the same place. */
class Interned<T> {
  readonly list: T[] = []
  private readonly places = new Map<string, number>()
  constructor(private readonly key: (value: T) => string) {}

  at(value: T): number {
    const key = this.key(value)
    let place = this.places.get(key)
    if (place === undefined) {
      place = this.list.push(value) - 1
      this.places.set(key, place)
    }
    return place
  }
}
