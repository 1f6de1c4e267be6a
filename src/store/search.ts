/** What somebody typed → rows of the indexes of words (SQLite FTS5). */
import { shares, wordsSought } from '../project/find.ts'
import type { Database } from './sqlite.ts'

/** A query for FTS5 that asks for all words of `text`, the last as a beginning; `undefined` for none. */
export function matching(text: string): { readonly query: string; readonly words: readonly string[] } | undefined {
  const words = wordsSought(text)
  if (words.length === 0) return undefined
  return { query: `${words.map((word) => `"${word}"`).join(' ')}*`, words }
}

/** Words in more sentences than this are not ranked: bm25 over millions of rows takes seconds. */
const rankedAtMost = 50_000

/** Keys of the best hits, `limit` in all: entities by mentions, then statements, then sentences by bm25. */
export function search(
  database: Database,
  { query, words }: { query: string; words: readonly string[] },
  limit: number,
) {
  const keys = (sql: string, match: string) =>
    (database.prepare(sql).all(match, limit) as { key: number }[]).map(({ key }) => key)
  const entities = keys(
    `SELECT e.key FROM entity_words w JOIN entities e ON e.key = w.rowid
     WHERE entity_words MATCH ? ORDER BY e.mentions DESC, e.id LIMIT ?`,
    query,
  )
  const rank = isRare(database, words) ? 'ORDER BY rank' : ''
  const rows = (table: 'statements' | 'sentences', index: string) =>
    keys(
      `SELECT w.rowid AS key FROM ${index} w JOIN ${table} s ON s.key = w.rowid
       JOIN documents d ON d.key = s.document AND d.live = 1 WHERE ${index} MATCH ? ${rank} LIMIT ?`,
      query,
    )
  const statements = rows('statements', 'statement_words')
  const sentences = rows('sentences', 'sentence_words')
  return shares(limit, { entities, statements, sentences })
}

/** Whether the rarest of some words stands in few enough sentences; a beginning counts as what it is as a word. */
function isRare(database: Database, words: readonly string[]): boolean {
  const find = database.prepare('SELECT doc FROM sentence_vocabulary WHERE term = ?')
  return words.some((word) => {
    const row = find.get(word.toLowerCase()) as { doc: number } | undefined
    return row !== undefined && row.doc <= rankedAtMost
  })
}
