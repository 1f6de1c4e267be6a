/** The tables, with no decision in them → what decisions are replayed on. Only what they speak of is read. */
import type { Ground, GroundDocument, Resolved } from '../decisions/index.ts'
import { type Document, documentId, type Span, type Statement } from '../model/index.ts'
import { type EntityJson, inOrder, mentionsOf, textOf } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

export function storeGround(database: Database): Ground {
  const all = <Row>(sql: string, ...values: (string | number)[]) => prepared(database, sql).all(...values) as Row[]
  const get = <Row>(sql: string, ...values: (string | number)[]) =>
    prepared(database, sql).get(...values) as Row | undefined
  return {
    uris: () => all<{ uri: string }>("SELECT head ->> 'uri' AS uri FROM documents").map(({ uri }) => uri),
    document: (uri): GroundDocument | undefined => {
      const row = get<{ key: number; id: string; head: string; text: Uint8Array }>(
        'SELECT key, id, head, text FROM documents WHERE id = ? AND live = 1',
        documentId(uri),
      )
      if (!row) return undefined
      const document = { ...(JSON.parse(row.head) as Omit<Document, 'text'>), text: textOf(row.text) }
      return {
        document,
        sentences: all<Span>('SELECT start, "end" FROM sentences WHERE document = ? ORDER BY key', row.key),
        entities: all<{ key: number; id: string; json: string }>(
          'SELECT key, id, json FROM locals WHERE document = ? ORDER BY key',
          row.key,
        ).map(({ key, id, json }) => ({
          id,
          ...(JSON.parse(json) as EntityJson),
          mentions: mentionsOf(database, key, document),
        })),
        statements: all<{ json: string }>('SELECT json FROM statements WHERE document = ? ORDER BY key', row.key).map(
          ({ json }) => JSON.parse(json) as Statement,
        ),
      }
    },
    resolved: (id): Resolved | undefined => {
      const row = get<{ mentions: number; json: string }>('SELECT mentions, json FROM entities WHERE id = ?', id)
      return row && { id, mentions: row.mentions, ...(JSON.parse(row.json) as EntityJson) }
    },
    resolvedId: (local) =>
      get<{ id: string }>('SELECT e.id FROM locals l JOIN entities e ON e.key = l.resolved WHERE l.id = ?', local)?.id,
    *members(id) {
      const rows = all<{ key: number; id: string; json: string; document: string; text: Uint8Array }>(
        `SELECT l.key, l.id, l.json, d.id AS document, d.text FROM locals l JOIN documents d ON d.key = l.document
         WHERE l.resolved = (SELECT key FROM entities WHERE id = ?) ORDER BY ${inOrder}, l.key`,
        id,
      )
      for (const row of rows) {
        const mentions = mentionsOf(database, row.key, { id: row.document, text: textOf(row.text) })
        yield { id: row.id, ...(JSON.parse(row.json) as EntityJson), mentions }
      }
    },
  }
}
