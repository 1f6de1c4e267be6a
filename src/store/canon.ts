/** Statements as they are stored, with the entities of their documents → the same over all documents; read as asked. */

import { namedInside } from '../graph/index.ts'
import {
  type DocumentInfo,
  documentId,
  type Entity,
  type EntityRef,
  type MentionRef,
  type Outcome,
  type Statement,
} from '../model/index.ts'
import { canonicalStatement } from '../project/index.ts'
import { type EntityJson, readDocument } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

/** A statement over all documents, with its row. */
export interface Told {
  readonly key: number
  readonly document: number
  readonly statement: Statement
  readonly outcome?: Outcome
}

export interface ToldRow {
  readonly key: number
  readonly document: number
  readonly json: string
  readonly outcome: string | null
}

/** What is read of a document is kept: to be made anew when the tables have changed. */
export class Canon {
  private readonly references = new Map<number, ReadonlyMap<string, EntityRef>>()
  private readonly entities = new Map<number, EntityRef>()
  private readonly infos = new Map<number, DocumentInfo>()

  constructor(private readonly database: Database) {}

  told({ key, document, json, outcome }: ToldRow): Told {
    const references = this.referencesOf(document)
    const statement = canonicalStatement(JSON.parse(json) as Statement, (local) => references.get(local))
    return { key, document, statement, ...(outcome !== null && { outcome: JSON.parse(outcome) as Outcome }) }
  }

  /** The statements of a document, in the order of its text. */
  statementsOf(document: number): Told[] {
    const sql = 'SELECT key, document, json, outcome FROM statements WHERE document = ? ORDER BY key'
    return (prepared(this.database, sql).all(document) as unknown as ToldRow[]).map((row) => this.told(row))
  }

  info(document: number): DocumentInfo {
    let info = this.infos.get(document)
    if (!info) this.infos.set(document, (info = readDocument(this.database, document)))
    return info
  }

  /** Which entities are named inside a stretch of a document. */
  inside(document: number): ReturnType<typeof namedInside> {
    const { uri } = this.info(document)
    const sql = `SELECT e.id, m.start, m."end" FROM locals l JOIN mentions m ON m.local = l.key
      JOIN entities e ON e.key = l.entity WHERE l.document = ? AND m.kind = 'NAM' ORDER BY m.start, m."end"`
    const rows = prepared(this.database, sql).all(document) as { id: string; start: number; end: number }[]
    return namedInside(
      rows.map(({ id, start, end }): Entity => {
        const mention: MentionRef = { document: documentId(uri), sentence: 0, start, end, text: '', kind: 'NAM' }
        return { id, name: '', type: 'Thing', aliases: [], mentions: [mention] }
      }),
    )
  }

  private referencesOf(document: number): ReadonlyMap<string, EntityRef> {
    let references = this.references.get(document)
    if (!references) {
      const sql = 'SELECT id, entity FROM locals WHERE document = ? AND entity IS NOT NULL'
      const rows = prepared(this.database, sql).all(document) as { id: string; entity: number }[]
      references = new Map(rows.map(({ id, entity }) => [id, this.entity(entity)]))
      this.references.set(document, references)
    }
    return references
  }

  private entity(key: number): EntityRef {
    let entity = this.entities.get(key)
    if (!entity) {
      const row = prepared(this.database, 'SELECT id, json FROM entities WHERE key = ?').get(key)
      const { id, json } = row as { id: string; json: string }
      const { name, type } = JSON.parse(json) as EntityJson
      this.entities.set(key, (entity = { id, name, type }))
    }
    return entity
  }
}
