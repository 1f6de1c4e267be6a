/** Rows of the project file → what answers are made of: statements with their documents, marks, entities, hits. */
import type { Entity, EntityRef, Mark, Outcome, SearchHit, Span, Statement, StatementRow } from '../model/index.ts'
import { canonicalStatement } from '../project/index.ts'
import { readDocument, type StatementEntry, textOf } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

export interface EntityRow {
  readonly id: string
  readonly json: string
}

export const refOf = ({ id, json }: EntityRow): Omit<Entity, 'mentions'> => ({ id, ...JSON.parse(json) })

/** Reads what the file holds at each call: whoever asks twice for one answer does so within a transaction. */
export class Reader {
  constructor(private readonly database: Database) {}

  get<Row>(sql: string, ...values: (string | number)[]): Row | undefined {
    return prepared(this.database, sql).get(...values) as Row | undefined
  }

  all<Row>(sql: string, ...values: (string | number)[]): Row[] {
    return prepared(this.database, sql).all(...values) as Row[]
  }

  row({ document, json, outcome }: StatementEntry): StatementRow {
    const row = { statement: this.statement(json), document: readDocument(this.database, document) }
    return outcome === null ? row : { ...row, outcome: JSON.parse(outcome) as Outcome }
  }

  statementRow(key: number): StatementRow {
    return this.row(this.get<StatementEntry>('SELECT document, json, outcome FROM statements WHERE key = ?', key)!)
  }

  statement(json: string): Statement {
    return canonicalStatement(JSON.parse(json) as Statement, (local) => this.canonical(local))
  }

  private canonical(local: string): EntityRef | undefined {
    const row = this.get<EntityRow>(
      'SELECT e.id, e.json FROM locals l JOIN entities e ON e.key = l.entity WHERE l.id = ?',
      local,
    )
    return row && refOf(row)
  }

  marks(document: number): Mark[] {
    return this.all<EntityRow & Span>(
      `SELECT m.start, m."end", e.id, e.json FROM locals l JOIN mentions m ON m.local = l.key
       JOIN entities e ON e.key = l.entity WHERE l.document = ? ORDER BY m.start, m."end" DESC`,
      document,
    ).map((row) => {
      const { id, name, type } = refOf(row)
      return { start: row.start, end: row.end, entity: id, name, type }
    })
  }

  /** By its id, or by that of one that was merged into it. */
  entityRow(id: string): (EntityRow & { readonly key: number }) | undefined {
    const sql = 'SELECT key, id, json FROM entities WHERE id = ?'
    const row = this.get<EntityRow & { key: number }>(sql, id)
    if (row) return row
    const gone = this.get<{ now: string }>('SELECT now FROM gone WHERE id = ?', id)
    return gone && this.get<EntityRow & { key: number }>(sql, gone.now)
  }

  entityHit(key: number): SearchHit {
    const sql = 'SELECT id, json, mentions FROM entities WHERE key = ?'
    const row = this.get<EntityRow & { mentions: number }>(sql, key)!
    const { id, name, type } = refOf(row)
    return { kind: 'entity', id, name, type, mentions: row.mentions }
  }

  sentenceHit(key: number): SearchHit {
    const { document, start, end, text } = this.get<{ document: number; start: number; end: number; text: Uint8Array }>(
      'SELECT s.document, s.start, s."end", d.text FROM sentences s JOIN documents d ON d.key = s.document WHERE s.key = ?',
      key,
    )!
    const words = textOf(text).slice(start, end)
    return { kind: 'sentence', document: readDocument(this.database, document), span: { start, end }, text: words }
  }
}
