/** What decisions have made of the tables, before and after a replay → the documents and entities that differ. */
import { rows } from './rows.ts'
import type { Database } from './sqlite.ts'

/** All that is not as it was extracted and resolved: each by its name, with the documents that it is in. */
export interface DecidedState {
  readonly parts: ReadonlyMap<string, Part>
  /** Ids of entities that are not as they were resolved. */
  readonly entities: ReadonlyMap<string, Part>
}

interface Part {
  readonly value: string
  readonly documents: readonly number[]
}

/** What differs between two states of the tables. */
export interface Changes {
  readonly documents: ReadonlySet<number>
  readonly entities: ReadonlySet<string>
  /** Ids of all entities that either state has changed: their rows may be others now. */
  readonly written: ReadonlySet<string>
}

/** As long as nobody has decided anything. */
export const undecided: DecidedState = { parts: new Map(), entities: new Map() }

export function decidedState(database: Database): DecidedState {
  const parts = new Map<string, Part>()
  const put = (key: string, value: string | number | null, document: number) =>
    parts.set(key, { value: String(value), documents: [document] })
  for (const { id, document, entity } of rows<{ id: string; document: number; entity: string | null }>(
    database,
    `SELECT l.id, l.document, e.id AS entity FROM locals l LEFT JOIN entities e ON e.key = l.entity
     WHERE l.entity IS NOT l.resolved`,
  ))
    put(`local ${id}`, entity, document)
  for (const { id, document, start, end, local } of rows<Moved>(
    database,
    `SELECT p.id, p.document, u.start, u."end", u.local FROM undecided_mentions u JOIN locals p ON p.key = u.piece`,
  ))
    put(`mention ${local} ${start} ${end}`, id, document)
  for (const { id, document, key, json } of rows<{ id: string; document: number; key: number; json: string }>(
    database,
    `SELECT id, document, key, json FROM statements
     WHERE key IN (SELECT key FROM decided WHERE what = 'statement') OR key IN (SELECT key FROM undecided_statements)
     UNION ALL SELECT id, document, key, '' FROM undecided_statements WHERE key NOT IN (SELECT key FROM statements)`,
  ))
    put(`statement ${id}`, `${key} ${json}`, document)
  const entities = new Map<string, Part>()
  for (const { id, key, json, mentions, made } of rows<Changed>(
    database,
    `SELECT e.id, e.key, e.json, e.mentions, e.key IN (SELECT key FROM decided WHERE what = 'entity') AS made FROM entities e
     WHERE made OR e.key IN (SELECT key FROM undecided_entities)
     UNION ALL SELECT id, key, '', 0, 0 FROM undecided_entities WHERE key NOT IN (SELECT key FROM entities)`,
  )) {
    // the row of one that decisions made may be another after each replay, and with it all rows that point at it
    const sql = 'SELECT DISTINCT document FROM locals WHERE entity = ?'
    const documents = made ? [...rows<{ document: number }>(database, sql, key)].map((row) => row.document) : []
    entities.set(id, { value: `${key} ${mentions} ${json}`, documents })
  }
  return { parts, entities }
}

interface Moved {
  readonly id: string
  readonly document: number
  readonly start: number
  readonly end: number
  readonly local: number
}
interface Changed {
  readonly id: string
  readonly key: number
  readonly json: string
  readonly mentions: number
  readonly made: number
}

export function changesBetween(before: DecidedState, after: DecidedState): Changes {
  const documents = new Set<number>()
  const entities = new Set<string>()
  const compare = (one: ReadonlyMap<string, Part>, two: ReadonlyMap<string, Part>, note: (key: string) => void) => {
    for (const key of new Set([...one.keys(), ...two.keys()])) {
      const [a, b] = [one.get(key), two.get(key)]
      if (a?.value === b?.value) continue
      note(key)
      for (const document of [...(a?.documents ?? []), ...(b?.documents ?? [])]) documents.add(document)
    }
  }
  compare(before.parts, after.parts, () => {})
  compare(before.entities, after.entities, (id) => entities.add(id))
  return { documents, entities, written: new Set([...before.entities.keys(), ...after.entities.keys()]) }
}
