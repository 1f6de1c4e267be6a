/** An entity in the tables → why its mentions are one, and what somebody must see who judges whether it is another. */
import type { ChainOf, Portrait, Span } from '../model/index.ts'
import { type EntityJson, type HeadRow, headers, infoOf, inOrder, mentionsOf, textOf } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

/** Sentences and companions of a portrait. */
const most = { sentences: 8, company: 12 }

interface LocalRow extends HeadRow {
  readonly local: number
  readonly json: string
  readonly id: string
  readonly text: Uint8Array
  readonly entity: number
  readonly resolved: number | null
}

/** The mentions of an entity as each document ties them together, in the order of documents and texts. */
export function chainsOf(database: Database, entity: number): ChainOf[] {
  const locals = prepared(
    database,
    `SELECT l.key AS local, l.json, l.entity, l.resolved, d.id, d.text, ${headers} FROM locals l
     JOIN documents d ON d.key = l.document WHERE l.entity = ? AND d.live = 1 ORDER BY ${inOrder}, l.key`,
  ).all(entity) as unknown as LocalRow[]
  return locals.flatMap((row): ChainOf[] => {
    const mentions = mentionsOf(database, row.local, { id: row.id, text: textOf(row.text) })
    const { name } = JSON.parse(row.json) as EntityJson
    const by = row.resolved === row.entity ? 'own' : 'decision'
    return mentions.length ? [{ document: infoOf(row), mentions, name, by }] : []
  })
}

export function portraitOf(database: Database, key: number): Portrait {
  const get = <Row>(sql: string, ...values: (string | number)[]) => prepared(database, sql).get(...values) as Row
  const all = <Row>(sql: string, ...values: (string | number)[]) => prepared(database, sql).all(...values) as Row[]
  const { id, json, mentions } = get<{ id: string; json: string; mentions: number }>(
    'SELECT id, json, mentions FROM entities WHERE key = ?',
    key,
  )
  const { documents } = get<{ documents: number }>(
    'SELECT count(DISTINCT document) AS documents FROM locals WHERE entity = ?',
    key,
  )
  const { statements } = get<{ statements: number }>('SELECT count(*) AS statements FROM named WHERE entity = ?', key)
  const company = all<{ id: string; json: string; n: number }>(
    `SELECT e.id, e.json, count(*) AS n FROM named a JOIN named b ON b.statement = a.statement AND b.entity != a.entity
     JOIN entities e ON e.key = b.entity WHERE a.entity = ? GROUP BY e.key ORDER BY n DESC, e.id LIMIT ?`,
    key,
    most.company,
  )
  return {
    id,
    ...(JSON.parse(json) as EntityJson),
    mentions,
    documents,
    statements,
    sentences: sentencesOf(database, key),
    company: company.map((row) => {
      const { name, type } = JSON.parse(row.json) as EntityJson
      return { id: row.id, name, type, statements: row.n }
    }),
  }
}

/** One sentence of each document by names before descriptions, then more of the first ones. */
function sentencesOf(database: Database, key: number): Portrait['sentences'] {
  const places = prepared(
    database,
    `SELECT m.start, m."end", m.sentence, d.id, d.text, ${headers},
       row_number() OVER (PARTITION BY d.key ORDER BY m.kind = 'PRO', m.kind = 'NOM', m.start) AS turn
     FROM locals l JOIN mentions m ON m.local = l.key JOIN documents d ON d.key = l.document
     WHERE l.entity = ? AND d.live = 1 ORDER BY turn, ${inOrder}, m.start LIMIT ?`,
  ).all(key, most.sentences * 3) as unknown as (HeadRow & Span & { sentence: number; text: Uint8Array })[]
  const sentence = prepared(
    database,
    'SELECT start, "end" FROM sentences WHERE document = ? AND start <= ? ORDER BY start DESC LIMIT 1',
  )
  const seen = new Set<string>()
  const found: Portrait['sentences'][number][] = []
  for (const row of places) {
    const span = (sentence.get(row.key, row.start) as unknown as Span | undefined) ?? row
    const place = `${row.key} ${span.start}`
    if (seen.has(place) || found.length === most.sentences) continue
    seen.add(place)
    const [start, end] = [span.start, Math.max(span.end, row.end)]
    found.push({
      document: infoOf(row),
      sentence: { start, end, text: textOf(row.text).slice(start, end) },
      mention: { start: row.start, end: row.end },
    })
  }
  return found
}
