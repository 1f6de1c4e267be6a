/** Rows of the tables → our types. */
import type { Document, DocumentInfo, Entity, MentionRef } from '../model/index.ts'
import { type Database, prepared } from './sqlite.ts'

/** The order of documents wherever several are told of; the table is called `d`. */
export const inOrder = "d.head ->> 'uri', d.id"

export function rows<Row>(database: Database, sql: string, ...values: (string | number)[]): Iterable<Row> {
  return database.prepare(sql).iterate(...values) as Iterable<Row>
}

export function readMeta<T>(database: Database, key: string): T | undefined {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined
  return row && (JSON.parse(row.value) as T)
}

export function writeMeta(database: Database, key: string, value: unknown): void {
  prepared(database, 'INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, JSON.stringify(value))
}

/** A stored text to the letter: `TextDecoder` would take off a byte-order mark. */
export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/** Columns of `documents` that `infoOf` takes; the table is called `d`. */
export const headers = 'd.key, d.head, d.sentences, d.statements'

export interface HeadRow {
  readonly key: number
  readonly head: string
  readonly sentences: number
  readonly statements: number
}

export function infoOf({ head, sentences, statements }: HeadRow): DocumentInfo {
  const { id, uri, title, date } = JSON.parse(head) as Document
  return { id, uri, ...(title ? { title } : {}), ...(date ? { date } : {}), sentences, statements }
}

export const readDocument = (database: Database, key: number): DocumentInfo =>
  infoOf(prepared(database, `SELECT ${headers} FROM documents d WHERE d.key = ?`).get(key) as unknown as HeadRow)

/** Columns of `statements` that make a row of a table. */
export interface StatementEntry {
  readonly document: number
  readonly json: string
  readonly outcome: string | null
}

/** An entity as `entities` and `locals` hold it. */
export type EntityJson = Omit<Entity, 'id' | 'mentions'>

interface DocumentRow {
  readonly key: number
  readonly id: string
  readonly text: Uint8Array
}
interface LocalRow {
  readonly key: number
  readonly id: string
  readonly json: string
}
type MentionRow = Pick<MentionRef, 'sentence' | 'start' | 'end' | 'kind'>

/** The entities of each document, document by document, in an order that does not depend on when it was stored. */
export function* localEntities(database: Database): Generator<Entity> {
  const locals = prepared(database, 'SELECT key, id, json FROM locals WHERE document = ? ORDER BY key')
  for (const row of rows<DocumentRow>(database, `SELECT d.key, d.id, d.text FROM documents d ORDER BY ${inOrder}`)) {
    const text = textOf(row.text)
    for (const local of locals.all(row.key) as LocalRow[]) {
      const mentions = mentionsOf(database, local.key, { id: row.id, text })
      yield { id: local.id, ...(JSON.parse(local.json) as EntityJson), mentions }
    }
  }
}

/** Every entity with its mentions, in an order that does not depend on when it was stored. */
export function decidedEntities(database: Database): Iterable<Entity> {
  const entities = new Map<number, Entity & { readonly mentions: MentionRef[] }>()
  const all = prepared(database, 'SELECT key, id, json FROM entities ORDER BY id').all() as {
    key: number
    id: string
    json: string
  }[]
  for (const { key, id, json } of all) entities.set(key, { id, ...(JSON.parse(json) as EntityJson), mentions: [] })
  const locals = prepared(
    database,
    'SELECT key, entity FROM locals WHERE document = ? AND entity IS NOT NULL ORDER BY key',
  )
  const documents = database.prepare(`SELECT d.key, d.id, d.text FROM documents d WHERE d.live = 1 ORDER BY ${inOrder}`)
  for (const row of documents.iterate() as Iterable<{ key: number; id: string; text: Uint8Array }>) {
    const document = { id: row.id, text: textOf(row.text) }
    for (const { key, entity } of locals.all(row.key) as { key: number; entity: number }[])
      entities.get(entity)!.mentions.push(...mentionsOf(database, key, document))
  }
  return entities.values()
}

/** All documents without their texts. */
export function* heads(database: Database): Generator<Omit<Document, 'text'>> {
  for (const { head } of rows<{ head: string }>(database, 'SELECT head FROM documents'))
    yield JSON.parse(head) as Omit<Document, 'text'>
}

/** Where a document mentions one of its entities, in the order of its text. */
export function mentionsOf(
  database: Database,
  local: number,
  { id, text }: Pick<Document, 'id' | 'text'>,
): MentionRef[] {
  const found = prepared(
    database,
    'SELECT sentence, start, "end", kind FROM mentions WHERE local = ? ORDER BY start, "end"',
  )
  return (found.all(local) as MentionRow[]).map(({ sentence, start, end, kind }) => ({
    document: id,
    sentence,
    start,
    end,
    text: text.slice(start, end),
    kind,
  }))
}
