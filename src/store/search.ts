/**
 * Query → keys of the statements, sentences and entities that it asks for. The indexes of words (SQLite FTS5) narrow
 * statements down to few, the matcher of `query/` decides; sentences are matched by the index alone, whose words are
 * cut the same way.
 */
import type { DocumentInfo, Entity, Respelled, StatementRow } from '../model/index.ts'
import {
  type Clause,
  isNone,
  type Lookup,
  matcher,
  type Query,
  respellings,
  Spelling,
  sentenceMatcher,
  type Term,
  traitsOf,
  wordsOf,
} from '../query/index.ts'
import { inOrder, type StatementEntry } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

/** What the search needs to see of the project. */
export interface Searchable {
  readonly database: Database
  row(entry: StatementEntry): StatementRow
  documentInfo(key: number): DocumentInfo
}

/** The answers of one state of the project: a new one is made when the file has changed. */
export class Search {
  private readonly known = new Map<string, { aliases: readonly string[]; traits: readonly string[] }>()
  private readonly found = new Map<string, readonly number[]>()
  private spellings: { readonly names: Spelling; readonly words: Spelling } | undefined

  constructor(private readonly project: Searchable) {}

  /** Words that nothing has, with what is taken in their place. */
  respelled(query: Query): readonly Respelled[] {
    this.spellings ??= this.vocabulary()
    return respellings(query, this.spellings)
  }

  /** Keys of the statements that fit, in the order of documents and text. `text` names the query for the next time. */
  statements(text: string, query: Query, respelled: readonly Respelled[]): readonly number[] {
    const known = this.found.get(text)
    if (known) return known
    const { conditions, values } = this.narrowed(query, respelled)
    const sql = `SELECT s.key, s.document, s.json, s.outcome FROM statements s JOIN documents d ON d.key = s.document
      WHERE ${['d.live = 1', ...conditions].join(' AND ')} ORDER BY ${inOrder}, s.key`
    const fits = matcher(query, this.lookup(respelled))
    const keys: number[] = []
    for (const entry of this.project.database.prepare(sql).iterate(...values) as Iterable<
      StatementEntry & { readonly key: number }
    >)
      if (fits(this.project.row(entry))) keys.push(entry.key)
    // a reader types one query after the other; a few are enough to page through
    if (this.found.size >= 20) this.found.clear()
    this.found.set(text, keys)
    return keys
  }

  /** Sentences by their words, as they were stored: to rank or to sort them all takes seconds where they are millions. */
  sentences(query: Query, respelled: readonly Respelled[], limit: number): { keys: number[]; total: number } {
    const fits = sentenceMatcher(query, this.lookup(respelled))
    if (!fits) return { keys: [], total: 0 }
    const match = allOf(
      query.filter(({ field }) => field === 'words'),
      respelled,
    )
    const others = query.filter(({ field }) => field !== 'words')
    const { conditions, values } = this.inDocuments(others)
    const from = `FROM sentence_words w JOIN sentences s ON s.key = w.rowid JOIN documents d ON d.key = s.document
      WHERE ${['sentence_words MATCH ?', 'd.live = 1', ...conditions].join(' AND ')}`
    const { n } = this.get<{ n: number }>(`SELECT count(*) AS n ${from}`, match, ...values)!
    const keys = this.keys(`SELECT w.rowid AS key ${from} ORDER BY w.rowid LIMIT ?`, match, ...values, limit)
    return { keys, total: n }
  }

  /** Entities one of whose names has all the words; the most mentioned first. */
  entities(query: Query, respelled: readonly Respelled[], limit: number): { keys: number[]; total: number } {
    if (query.every(({ without }) => without) || !query.every(({ field }) => field === 'words'))
      return { keys: [], total: 0 }
    const match = allOf(query, respelled)
    const from = 'FROM entity_words w JOIN entities e ON e.key = w.rowid WHERE entity_words MATCH ?'
    const keys = this.keys(`SELECT e.key ${from} ORDER BY e.mentions DESC, e.id LIMIT ?`, match, limit)
    return { keys, total: this.get<{ n: number }>(`SELECT count(*) AS n ${from}`, match)!.n }
  }

  private lookup(respelled: readonly Respelled[]): Lookup {
    const of = (id: string) => {
      let found = this.known.get(id)
      if (!found) {
        const row = this.get<{ json: string }>('SELECT json FROM entities WHERE id = ?', id)
        const { aliases = [], properties }: Partial<Entity> = row ? JSON.parse(row.json) : {}
        this.known.set(id, (found = { aliases, traits: traitsOf(properties) }))
      }
      return found
    }
    return { respelled, aliases: (id) => of(id).aliases, traits: (id) => of(id).traits }
  }

  /** Conditions on `s` and `d` that every statement meets that fits the query, and few others. */
  private narrowed(query: Query, respelled: readonly Respelled[]) {
    const conditions: string[] = []
    const values: string[] = []
    for (const clause of query.filter(({ without }) => !without)) {
      const { field, terms } = clause
      const column = { kind: "s.json ->> '$.kind'", force: "s.json ->> '$.force'", status: "s.outcome ->> '$.status'" }
      if (field === 'kind' || field === 'force' || field === 'status') {
        conditions.push(`${column[field]} IN (SELECT value FROM json_each(?))`)
        values.push(JSON.stringify(terms.map(({ text }) => text)))
      } else if (worded.has(field) && !terms.some(isNone)) {
        const parts = terms.map((term) => anyOrder(term, respelled))
        if (parts.some((part) => part === '')) continue
        const match = parts.map((part) => `(${part})`).join(' OR ')
        conditions.push(`s.key IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?
          UNION SELECT statement FROM named WHERE entity IN (SELECT rowid FROM entity_words WHERE entity_words MATCH ?))`)
        values.push(match, match)
      }
    }
    const inDocuments = this.inDocuments(query)
    return { conditions: [...conditions, ...inDocuments.conditions], values: [...values, ...inDocuments.values] }
  }

  /** The clauses about documents as a condition on their keys. */
  private inDocuments(query: Query) {
    const clauses = query.filter(({ field }) => ofDocuments.has(field))
    if (clauses.length === 0) return { conditions: [], values: [] }
    const fits = matcher(clauses, { aliases: () => [], traits: () => [], respelled: [] })
    const live = this.keys('SELECT key FROM documents WHERE live = 1')
    const keys = live.filter((key) => fits({ document: this.project.documentInfo(key) } as StatementRow))
    return { conditions: ['d.key IN (SELECT value FROM json_each(?))'], values: [JSON.stringify(keys)] }
  }

  private vocabulary() {
    const entities = prepared(this.project.database, 'SELECT json FROM entities').all() as { json: string }[]
    const names = entities.flatMap(({ json }) => {
      const { name, aliases } = JSON.parse(json) as { name: string; aliases: string[] }
      return [name, ...aliases].flatMap(wordsOf)
    })
    const terms = prepared(this.project.database, 'SELECT term FROM sentence_vocabulary').all() as { term: string }[]
    return { names: new Spelling(names), words: new Spelling([...terms.map(({ term }) => term), ...names]) }
  }

  private keys(sql: string, ...values: (string | number)[]): number[] {
    return (prepared(this.project.database, sql).all(...values) as { key: number }[]).map(({ key }) => key)
  }

  private get<Row>(sql: string, ...values: (string | number)[]): Row | undefined {
    return prepared(this.project.database, sql).get(...values) as Row | undefined
  }
}

/** Fields whose terms stand among the words of a statement, or in a name of somebody in it. */
const worded: ReadonlySet<Clause['field']> = new Set<Clause['field']>([
  'words',
  'asker',
  'from',
  'to',
  'about',
  'entity',
  'source',
  'relation',
])
const ofDocuments: ReadonlySet<Clause['field']> = new Set<Clause['field']>(['document', 'after', 'before'])

/** Clauses of words, some of them wanted: all of these, and none of the others, as FTS5 has it. */
function allOf(words: Query, respelled: readonly Respelled[]): string {
  const phrases = (without: boolean) =>
    words.filter((clause) => clause.without === without).map(({ terms: [term] }) => phrase(term!, respelled))
  return [phrases(false).join(' AND '), ...phrases(true)].join(' NOT ')
}

/** Words one after the other, the last as a beginning unless quoted, as FTS5 has it; or what they were meant for. */
function phrase({ text, how }: Term, respelled: readonly Respelled[]): string {
  const words = wordsOf(text)
  const typed = `"${words.join(' ')}"${how === 'begins' ? '*' : ''}`
  const other = words.map(
    (word) => (how === 'begins' && respelled.find(({ typed }) => typed === word)?.taken) || [word],
  )
  if (other.every((taken, i) => taken.length === 1 && taken[0] === words[i])) return typed
  const all = other.reduce<string[][]>(
    (ways, taken) => ways.flatMap((way) => taken.map((word) => [...way, word])),
    [[]],
  )
  return `(${[typed, ...all.slice(0, 30).map((way) => `"${way.join(' ')}"`)].join(' OR ')})`
}

/** The same words wherever they stand; empty for a term without any. */
function anyOrder({ text, how }: Term, respelled: readonly Respelled[]): string {
  return wordsOf(text)
    .map((word) => {
      const taken = respelled.find(({ typed }) => typed === word)?.taken ?? []
      return `(${[`"${word}"${how === 'begins' ? '*' : ''}`, ...taken.map((other) => `"${other}"`)].join(' OR ')})`
    })
    .join(' AND ')
}
