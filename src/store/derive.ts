/**
 * Documents, entities and statements as a build leaves them, with no decision in them → all that is made of them
 * together: graphs, laid out, counts, indexes of names.
 */
import { actorsGraph, framesGraph } from '../graph/index.ts'
import type { Entity, GraphView, MentionRef, Outcome, ProjectInfo, SerializedGraph, Statement } from '../model/index.ts'
import { Canon, type Told, type ToldRow } from './canon.ts'
import { drawDocument, namesText, putDot, putLine, tell } from './redraw.ts'
import { type EntityJson, inOrder, readMeta, rows, writeMeta } from './rows.ts'
import { type Database, prepared } from './sqlite.ts'

const views: readonly GraphView[] = ['actors', 'frames']

/** Makes it all anew. */
export function derive(database: Database, name: string): void {
  for (const table of ['named', 'dots', 'lines', 'drawn', 'places', 'told', 'entity_words'])
    database.exec(`DELETE FROM ${table}`)
  const canon = new Canon(database)
  const statements: Statement[] = []
  const outcomes = new Map<string, Outcome>()
  for (const told of documentsTold(database, canon)) {
    drawDocument(database, canon, told)
    for (const one of told) {
      tell(database, one)
      statements.push(one.statement)
      if (one.outcome) outcomes.set(one.statement.id, one.outcome)
    }
  }
  const entities = readEntities(database)
  indexNames(database, entities)
  const input = { name, statements, outcomes, entities: [...entities.values()] }
  const graphs: Readonly<Record<GraphView, SerializedGraph>> = {
    actors: actorsGraph(input),
    frames: framesGraph(input),
  }
  const place = prepared(database, 'INSERT INTO places VALUES (?, ?, ?, ?, ?)')
  for (const view of views) {
    for (const { key, attributes } of graphs[view].nodes) {
      putDot(database, view, key, attributes)
      place.run(view, key, attributes.x, attributes.y, attributes.community)
    }
    // those of the other view are written document by document
    if (view === 'actors') for (const edge of graphs[view].edges) putLine(database, view, edge)
  }
  countAll(database, name)
}

/** What the project tells of itself. */
export function countAll(database: Database, name: string): void {
  const count = (what: string) => (database.prepare(`SELECT count(${what}`).get() as Record<string, number>)['n']!
  const info: ProjectInfo = {
    skipped: [],
    ...readMeta<ProjectInfo>(database, 'info'),
    name,
    documents: count('*) AS n FROM documents'),
    sentences: count('*) AS n FROM sentences'),
    statements: count('*) AS n FROM statements'),
    entities: count('DISTINCT entity) AS n FROM named'),
  }
  writeMeta(database, 'info', info)
}

/** The statements of each document that has some. */
function* documentsTold(database: Database, canon: Canon): Generator<Told[]> {
  let told: Told[] = []
  for (const row of rows<ToldRow>(
    database,
    `SELECT s.key, s.document, s.json, s.outcome FROM statements s JOIN documents d ON d.key = s.document
     ORDER BY ${inOrder}, s.key`,
  )) {
    if (told.length > 0 && told[0]!.document !== row.document) {
      yield told
      told = []
    }
    told.push(canon.told(row))
  }
  if (told.length > 0) yield told
}

/** By their keys, with their mentions, whose texts nobody asks for here. */
function readEntities(database: Database): Map<number, Entity> {
  const entities = new Map<number, Entity & { mentions: MentionRef[] }>()
  for (const { key, id, json } of rows<{ key: number; id: string; json: string }>(
    database,
    'SELECT key, id, json FROM entities',
  ))
    entities.set(key, { id, ...(JSON.parse(json) as EntityJson), mentions: [] })
  type Row = Omit<MentionRef, 'text'> & { readonly entity: number }
  for (const { entity, ...mention } of rows<Row>(
    database,
    `SELECT l.entity, d.id AS document, m.sentence, m.start, m."end", m.kind FROM documents d
     JOIN locals l ON l.document = d.key JOIN mentions m ON m.local = l.key
     WHERE l.entity IS NOT NULL ORDER BY ${inOrder}, m.start, m."end"`,
  ))
    entities.get(entity)!.mentions.push({ ...mention, text: '' })
  return entities
}

/** The names that a search finds: of what a text names, or a statement is about. */
function indexNames(database: Database, entities: ReadonlyMap<number, Entity>): void {
  const stated = prepared(database, 'SELECT 1 FROM named WHERE entity = ?')
  const put = prepared(database, 'INSERT INTO entity_words (rowid, text) VALUES (?, ?)')
  for (const [key, { name, aliases, mentions }] of entities)
    if (mentions.some(({ kind }) => kind === 'NAM') || stated.get(key)) put.run(key, namesText(name, aliases))
}
