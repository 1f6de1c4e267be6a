/**
 * A log of decisions → the tables as it has them. First everything that decisions had made of the tables is taken back,
 * to the letter; then the log is replayed over what is left, and what differs is written. Both in one transaction.
 */
import { type Replayed, replay } from '../decisions/index.ts'
import { outcomesOf } from '../link/index.ts'
import type { Decided, Decision, Statement } from '../model/index.ts'
import { statementWords } from '../project/index.ts'
import { storeGround } from './ground.ts'
import { rows } from './rows.ts'
import { type Database, prepared, words } from './sqlite.ts'

/** The tables as if nobody had decided anything. */
export function takeBack(database: Database): void {
  const touched = new Set<number>()
  for (const { document } of rows<{ document: number }>(
    database,
    `SELECT document FROM undecided_statements UNION
     SELECT document FROM statements WHERE key IN (SELECT key FROM decided WHERE what = 'statement')`,
  ))
    touched.add(document)
  database.exec(`
    DELETE FROM statements WHERE key IN (SELECT key FROM decided WHERE what = 'statement')
      OR key IN (SELECT key FROM undecided_statements);
    INSERT INTO statements (key, document, id, json) SELECT key, document, id, json FROM undecided_statements;
    INSERT OR IGNORE INTO mentions SELECT u.local, m.start, m."end", m.sentence, m.kind FROM undecided_mentions u
      JOIN mentions m ON m.local = u.piece AND m.start = u.start AND m."end" = u."end";
    DELETE FROM locals WHERE key IN (SELECT key FROM decided WHERE what = 'local');
    UPDATE locals SET entity = resolved WHERE entity IS NOT resolved;
    DELETE FROM entities WHERE key IN (SELECT key FROM decided WHERE what = 'entity')
      OR key IN (SELECT key FROM undecided_entities);
    INSERT INTO entities (key, id, mentions, json) SELECT key, id, mentions, json FROM undecided_entities;`)
  const again = database.prepare('SELECT key, json FROM undecided_statements').all() as { key: number; json: string }[]
  for (const { key, json } of again) index(database, key, JSON.parse(json) as Statement)
  database.exec(`DELETE FROM undecided_statements; DELETE FROM undecided_mentions; DELETE FROM undecided_entities;
    DELETE FROM decided; DELETE FROM gone`)
  for (const document of touched) count(database, document)
}

/** Replays a log over tables that hold no decision, and gives what became of each. */
export function replayInto(database: Database, log: readonly Decision[]): readonly Decided[] {
  const result = replay(storeGround(database), log)
  writePieces(database, result)
  writeEntities(database, result)
  writeStatements(database, result)
  const gone = prepared(database, 'INSERT INTO gone VALUES (?, ?)')
  for (const [id, now] of result.gone) gone.run(id, now)
  return result.decided
}

function writePieces(database: Database, { pieces }: Replayed): void {
  const local = prepared(database, 'SELECT key, document FROM locals WHERE id = ?')
  const make = prepared(database, 'INSERT INTO locals (document, id, json) VALUES (?, ?, ?)')
  const move = prepared(database, 'UPDATE mentions SET local = ? WHERE local = ? AND start = ? AND "end" = ?')
  const keep = prepared(database, 'INSERT INTO undecided_mentions VALUES (?, ?, ?, ?)')
  const put = prepared(database, 'INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)')
  const document = prepared(database, 'SELECT key FROM documents WHERE id = ?')
  for (const { id, of, mentions, ...rest } of pieces) {
    const [first] = mentions
    if (!first) continue
    const origin = of === undefined ? undefined : (local.get(of) as { key: number; document: number } | undefined)
    const home = origin?.document ?? (document.get(first.document) as { key: number }).key
    const key = Number(make.run(home, id, JSON.stringify(rest)).lastInsertRowid)
    made(database, 'local', key)
    for (const { start, end, sentence, kind } of mentions) {
      if (!origin) put.run(key, start, end, sentence, kind)
      else if (Number(move.run(key, origin.key, start, end).changes) > 0) keep.run(key, origin.key, start, end)
    }
  }
}

function writeEntities(database: Database, { entities, resolved, atoms }: Replayed): void {
  const find = prepared(database, 'SELECT key FROM entities WHERE id = ?')
  const keyOf = (id: string | undefined) =>
    id === undefined ? null : ((find.get(id) as { key: number } | undefined)?.key ?? null)
  const keep = prepared(
    database,
    'INSERT OR IGNORE INTO undecided_entities SELECT key, id, mentions, json FROM entities WHERE key = ?',
  )
  const change = prepared(database, 'UPDATE entities SET mentions = ?, json = ? WHERE key = ?')
  const make = prepared(database, 'INSERT INTO entities (id, mentions, json) VALUES (?, ?, ?)')
  for (const { id, mentions, ...rest } of entities) {
    const json = JSON.stringify(rest)
    const key = keyOf(id)
    if (key === null) made(database, 'entity', Number(make.run(id, mentions, json).lastInsertRowid))
    else {
      keep.run(key)
      change.run(mentions, json, key)
    }
  }
  const join = prepared(database, 'UPDATE locals SET entity = ? WHERE resolved = ?')
  const drop = prepared(database, 'DELETE FROM entities WHERE key = ?')
  for (const [id, now] of resolved) {
    const key = keyOf(id)
    if (key === null) continue
    join.run(keyOf(now), key)
    keep.run(key)
  }
  const move = prepared(database, 'UPDATE locals SET entity = ? WHERE id = ?')
  for (const [atom, now] of atoms) move.run(keyOf(now), atom)
  // last, since what they were joined to was looked up by its key
  for (const id of resolved.keys()) {
    const key = keyOf(id)
    if (key !== null) drop.run(key)
  }
}

function writeStatements(database: Database, { statements, added }: Replayed): void {
  const find = prepared(database, 'SELECT key, document FROM statements WHERE id = ?')
  const keep = prepared(
    database,
    'INSERT INTO undecided_statements SELECT key, document, id, json FROM statements WHERE key = ?',
  )
  const drop = prepared(database, 'DELETE FROM statements WHERE key = ?')
  const put = prepared(database, 'INSERT INTO statements (key, document, id, json) VALUES (?, ?, ?, ?)')
  const document = prepared(database, "SELECT key FROM documents WHERE head ->> 'uri' = ?")
  const touched = new Set<number>()
  for (const [id, now] of statements) {
    const row = find.get(id) as { key: number; document: number } | undefined
    if (!row) continue
    touched.add(row.document)
    keep.run(row.key)
    drop.run(row.key)
    if (!now) continue
    put.run(row.key, row.document, id, JSON.stringify(now))
    index(database, row.key, now)
  }
  for (const { document: uri, statement } of added) {
    const { key: home } = document.get(uri) as { key: number }
    const key = Number(put.run(null, home, statement.id, JSON.stringify(statement)).lastInsertRowid)
    made(database, 'statement', key)
    index(database, key, statement)
    touched.add(home)
  }
  for (const one of touched) count(database, one)
}

function made(database: Database, what: 'local' | 'entity' | 'statement', key: number): void {
  prepared(database, 'INSERT INTO decided VALUES (?, ?)').run(what, key)
}

function index(database: Database, key: number, statement: Statement): void {
  prepared(database, 'INSERT INTO statement_words (rowid, text) VALUES (?, ?)').run(
    key,
    words(statementWords(statement)),
  )
}

/** How many statements a document has, and what came of its requests. */
function count(database: Database, document: number): void {
  const all = prepared(database, 'SELECT key, json FROM statements WHERE document = ? ORDER BY key').all(document) as {
    key: number
    json: string
  }[]
  const statements = all.map(({ json }) => JSON.parse(json) as Statement)
  const outcomes = outcomesOf(statements)
  const set = prepared(database, 'UPDATE statements SET outcome = ? WHERE key = ?')
  for (const [at, { key }] of all.entries()) {
    const outcome = outcomes.get(statements[at]!.id)
    set.run(outcome ? JSON.stringify(outcome) : null, key)
  }
  prepared(database, 'UPDATE documents SET statements = ? WHERE key = ?').run(all.length, document)
}
