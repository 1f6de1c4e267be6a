/** A project that is held in memory → its answers to queries; a store gives the same from its indexes. */
import {
  type DocumentInfo,
  type EntityProperty,
  type EntityRef,
  type Found,
  fillersOf,
  type Matching,
  type SearchHit,
  type Span,
  type StatementRow,
} from '../model/index.ts'
import { type Lookup, matcher, nameMatcher, sentenceMatcher, traitsOf } from './match.ts'
import { parseQuery } from './parse.ts'
import type { Query } from './query.ts'
import { respellings, Spelling, type Vocabulary } from './spelling.ts'
import { wordsOf } from './words.ts'

/** What is searched. */
export interface Searched {
  /** In the order of documents and text. */
  readonly rows: readonly StatementRow[]
  readonly entities: readonly (EntityRef & {
    readonly aliases: readonly string[]
    readonly mentions: number
    readonly properties?: readonly Pick<EntityProperty, 'name' | 'value'>[]
  })[]
  readonly texts: readonly {
    readonly document: DocumentInfo
    readonly text: string
    readonly sentences: readonly Span[]
  }[]
}

/** Answers queries about what it was made of. Its vocabulary is made at the first one. */
export class MemorySearch {
  private vocabulary: Vocabulary | undefined
  private readonly aliases: ReadonlyMap<string, readonly string[]>
  private readonly traits: ReadonlyMap<string, readonly string[]>

  constructor(private readonly searched: Searched) {
    this.aliases = new Map(searched.entities.map(({ id, aliases }) => [id, aliases]))
    this.traits = new Map(
      searched.entities.flatMap(({ id, properties }) => (properties ? [[id, traitsOf(properties)] as const] : [])),
    )
  }

  /** The rows that a query asks for, in order. @throws QueryError for a query with a fault */
  rows(text: string): readonly StatementRow[] {
    const query = parseQuery(text)
    return this.searched.rows.filter(matcher(query, this.lookup(query)))
  }

  /** @throws QueryError for a query with a fault */
  matching(text: string): Matching {
    const query = parseQuery(text)
    const lookup = this.lookup(query)
    const rows = this.searched.rows.filter(matcher(query, lookup))
    return { ids: rows.map(({ statement }) => statement.id), respelled: lookup.respelled }
  }

  /** @throws QueryError for a query with a fault */
  search(text: string, limit: number): Found {
    const query = parseQuery(text)
    if (query.length === 0) return { hits: [], totals: { entity: 0, statement: 0, sentence: 0 }, respelled: [] }
    const lookup = this.lookup(query)
    const { rows, texts } = this.searched
    const entities = this.names(query, lookup)
    const statements = rows.filter(matcher(query, lookup)).map((row): SearchHit => ({ kind: 'statement', row }))
    const isMeant = sentenceMatcher(query, lookup)
    const sentences = !isMeant
      ? []
      : texts.flatMap(({ document, text, sentences }) =>
          sentences
            .map((span): SearchHit & { kind: 'sentence' } => ({
              kind: 'sentence',
              document,
              span,
              text: text.slice(span.start, span.end),
            }))
            .filter((hit) => isMeant(hit.text, document)),
        )
    return {
      hits: shared(limit, entities, statements, sentences),
      totals: { entity: entities.length, statement: statements.length, sentence: sentences.length },
      respelled: lookup.respelled,
    }
  }

  private names(query: Query, lookup: Lookup): SearchHit[] {
    const isMeant = nameMatcher(query, lookup)
    if (!isMeant) return []
    const found = this.searched.entities.filter(({ name, aliases }) => isMeant([name, ...aliases]))
    return found
      .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
      .map(({ id, name, type, mentions }) => ({ kind: 'entity', id, name, type, mentions }))
  }

  private lookup(query: Query): Lookup {
    const { rows, entities, texts } = this.searched
    this.vocabulary ??= {
      names: new Spelling([
        ...entities.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)),
        ...rows.flatMap(({ statement }) => fillersOf(statement).flatMap(({ text }) => wordsOf(text))),
      ]),
      words: new Spelling([
        ...texts.flatMap(({ text }) => wordsOf(text)),
        ...entities.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)),
        ...rows.flatMap(({ statement }) => wordsOf(statement.relation)),
      ]),
    }
    return {
      aliases: (id) => this.aliases.get(id) ?? [],
      traits: (id) => this.traits.get(id) ?? [],
      respelled: respellings(query, this.vocabulary),
    }
  }
}

/** At most `limit` hits in all: a third of each kind; what one kind leaves over goes to the others. */
export function shared<T>(limit: number, ...kinds: readonly (readonly T[])[]): T[] {
  const shares = kinds.map(() => 0)
  let left = limit
  for (let more = true; more && left > 0; ) {
    more = false
    for (const [i, list] of kinds.entries()) {
      if (left === 0 || shares[i]! >= list.length) continue
      shares[i]!++
      left--
      more = true
    }
  }
  return kinds.flatMap((list, i) => list.slice(0, shares[i]))
}
