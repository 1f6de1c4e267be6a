/** Documents, entities and statements as they are → all that is made of them together: graphs, counts, indexes of names. */
import { actorsGraph, framesGraph, type Placed } from '../graph/index.ts'
import type {
  DocumentInfo,
  Entity,
  GraphView,
  MentionRef,
  Outcome,
  ProjectInfo,
  SerializedGraph,
  Statement,
  StatementRow,
} from '../model/index.ts'
import { canonicalStatement, entitiesNamed } from '../project/index.ts'
import { factsOf } from '../query/index.ts'
import { type EntityJson, inOrder, readDocument, readMeta, rows, writeMeta } from './rows.ts'
import { type Database, prepared, words } from './sqlite.ts'

const views: readonly GraphView[] = ['actors', 'frames']

/** Where the nodes of a project without decisions stand, by view. */
type Places = Readonly<Record<GraphView, Readonly<Record<string, readonly [number, number]>>>>

/**
 * Makes it all anew. `layOut`: the graphs are laid out, and their places kept; else every node stays where it was laid
 * out last, so that a decision moves nothing but what it is about.
 */
export function derive(database: Database, name: string, layOut: boolean): void {
  database.exec('DELETE FROM named; DELETE FROM graphs; DELETE FROM entity_words')
  const entities = readEntities(database)
  const byLocal = new Map<string, Entity>()
  for (const { id, entity } of rows<{ id: string; entity: number }>(
    database,
    'SELECT id, entity FROM locals WHERE entity IS NOT NULL',
  ))
    byLocal.set(id, entities.get(entity)!)
  const keys = new Map([...entities].map(([key, { id }]) => [id, key]))
  const name_ = prepared(database, 'INSERT INTO named VALUES (?, ?)')
  const documents = new Map<number, DocumentInfo>()
  const told: StatementRow[] = []
  const outcomes = new Map<string, Outcome>()
  for (const row of rows<{ key: number; document: number; json: string; outcome: string | null }>(
    database,
    `SELECT s.key, s.document, s.json, s.outcome FROM statements s JOIN documents d ON d.key = s.document ORDER BY ${inOrder}, s.key`,
  )) {
    const statement = canonicalStatement(JSON.parse(row.json) as Statement, (id) => byLocal.get(id))
    for (const entity of entitiesNamed(statement)) name_.run(keys.get(entity)!, row.key)
    const outcome = row.outcome ? (JSON.parse(row.outcome) as Outcome) : undefined
    if (outcome) outcomes.set(statement.id, outcome)
    let document = documents.get(row.document)
    if (!document) documents.set(row.document, (document = readDocument(database, row.document)))
    told.push({ statement, document, ...(outcome && { outcome }) })
  }
  indexNames(database, entities)
  const statements = told.map(({ statement }) => statement)
  const input = { name, statements, outcomes, entities: [...entities.values()] }
  const places = layOut ? undefined : readMeta<Places>(database, 'places')
  const placed = (view: GraphView): Placed | undefined =>
    places && new Map(Object.entries(places[view]).map(([key, [x, y]]) => [key, { x, y }]))
  const graphs = {
    actors: actorsGraph({ ...input, placed: placed('actors') }),
    frames: framesGraph({ ...input, placed: placed('frames') }),
  }
  const store = prepared(database, 'INSERT INTO graphs VALUES (?, ?)')
  for (const view of views) store.run(view, JSON.stringify(graphs[view]))
  if (layOut) writeMeta(database, 'places', { actors: placesOf(graphs.actors), frames: placesOf(graphs.frames) })
  writeMeta(database, 'facts', factsOf(told))
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

const placesOf = ({ nodes }: SerializedGraph) =>
  Object.fromEntries(nodes.map(({ key, attributes: { x, y } }) => [key, [x, y]]))

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
    if (mentions.some(({ kind }) => kind === 'NAM') || stated.get(key))
      put.run(key, words([...new Set([name, ...aliases])].join(' \n ')))
}
