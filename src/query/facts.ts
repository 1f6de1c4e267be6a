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

/** @param rows in the order of documents and text */
export function factsOf(rows: Iterable<StatementRow>): Facts {
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
  for (const { statement, document, outcome } of rows) {
    facts.ids.push(statement.id)
    facts.kind.push(kinds.indexOf(statement.kind))
    facts.force.push(statement.force ? forces.indexOf(statement.force) : -1)
    facts.factuality.push(factualities.indexOf(statement.factuality))
    facts.status.push(outcome ? requestStatuses.indexOf(outcome.status) : -1)
    facts.negative.push(statement.kind !== 'request' ? -1 : statement.polarity === 'negative' ? 1 : 0)
    facts.confidence.push(statement.confidence)
    facts.document.push(documents.at(document))
    facts.source.push(unique(statement.source.map(({ entity, text }) => sources.at(entity?.name ?? text))))
    const types = Object.values(statement.roles).flatMap((fillers) =>
      fillers.flatMap(({ entity }) => entity?.type ?? []),
    )
    facts.types.push(unique(types.map((type: EntityType) => entityTypes.indexOf(type))))
    facts.time.push(statement.time?.value === undefined ? -1 : times.at(statement.time.value))
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
