/**
 * Documents and entities that have changed → the rows that are made of them: nodes and edges of both graphs, the facts
 * of statements, which statements name an entity, the index of names. Nothing else is touched.
 */
import {
  besides,
  contentNode,
  entityNode,
  frameLines,
  lineOf,
  linesOf,
  type Place,
  type Shown,
  statementNode,
  unnamedAsker,
} from '../graph/index.ts'
import type { GraphView, NodeAttributes, Outcome } from '../model/index.ts'
import { entitiesNamed } from '../project/index.ts'
import { factOf } from '../query/index.ts'
import { Canon, type Told, type ToldRow } from './canon.ts'
import type { Changes } from './changes.ts'
import { type EntityJson, inOrder } from './rows.ts'
import { type Database, prepared, words } from './sqlite.ts'

export function redraw(database: Database, { documents, entities, written }: Changes): void {
  const work = new Redrawing(database)
  for (const document of documents) work.document(document)
  for (const entity of entities) work.entity(entity)
  work.finish()
  for (const entity of written) indexName(database, entity)
}

/** The index of names has what a text names, or a statement is about. */
export function indexName(database: Database, id: string): void {
  const row = prepared(database, 'SELECT key, json FROM entities WHERE id = ?').get(id)
  if (!row) return
  const { key, json } = row as { key: number; json: string }
  prepared(database, 'DELETE FROM entity_words WHERE rowid = ?').run(key)
  const sql = `SELECT 1 FROM named WHERE entity = ?1
    UNION ALL SELECT 1 FROM locals l JOIN mentions m ON m.local = l.key WHERE l.entity = ?1 AND m.kind = 'NAM' LIMIT 1`
  if (!prepared(database, sql).get(key)) return
  const { name, aliases } = JSON.parse(json) as EntityJson
  prepared(database, 'INSERT INTO entity_words (rowid, text) VALUES (?, ?)').run(key, namesText(name, aliases))
}

/** A line each, so that no phrase runs from one name into the next. */
export const namesText = (name: string, aliases: readonly string[]): string =>
  words([...new Set([name, ...aliases])].join(' \n '))

interface DrawnRow {
  readonly statement: number
  readonly view: GraphView
  readonly line: string
  readonly source: string
  readonly target: string
}

class Redrawing {
  private readonly canon: Canon
  /** Keys of edges of the actors view, and of nodes by view, that are no more as they were. */
  private readonly lines = new Set<string>()
  private readonly dots: Readonly<Record<GraphView, Set<string>>> = { actors: new Set(), frames: new Set() }
  private readonly done = new Set<number>()

  constructor(private readonly database: Database) {
    this.canon = new Canon(database)
  }

  /** Takes out what was drawn of a document, and draws it as it is now. */
  document(document: number): void {
    const old = this.all<DrawnRow>(
      'SELECT statement, view, line, source, target FROM drawn WHERE document = ?',
      document,
    )
    for (const { statement, view, line, source, target } of old) {
      this.touch(view, line, source, target)
      if (view === 'frames') this.run('DELETE FROM lines WHERE view = ? AND key = ?', view, line)
      this.run('DELETE FROM told WHERE statement = ?', statement)
      this.run('DELETE FROM named WHERE statement = ?', statement)
    }
    this.run('DELETE FROM drawn WHERE document = ?', document)
    const told = this.canon.statementsOf(document)
    for (const { view, line, source, target } of drawDocument(this.database, this.canon, told))
      this.touch(view, line, source, target)
    for (const one of told) {
      this.done.add(one.key)
      tell(this.database, one)
    }
  }

  /** Whatever shows an entity: its nodes, and the facts of what names it. */
  entity(id: string): void {
    this.dots.actors.add(id)
    this.dots.frames.add(id)
    const sql = `SELECT s.key, s.document, s.json, s.outcome FROM named n JOIN statements s ON s.key = n.statement
      WHERE n.entity = (SELECT key FROM entities WHERE id = ?)`
    for (const row of this.all<ToldRow>(sql, id)) if (!this.done.has(row.key)) tell(this.database, this.canon.told(row))
  }

  finish(): void {
    for (const line of this.lines) this.line(line)
    for (const view of ['actors', 'frames'] as const) for (const key of this.dots[view]) this.dot(view, key)
  }

  private touch(view: GraphView, line: string, source: string, target: string): void {
    if (view === 'actors') this.lines.add(line)
    this.dots[view].add(source)
    if (target !== '') this.dots[view].add(target)
  }

  /** An edge of the actors view, by all statements that are in it. */
  private line(key: string): void {
    const sql = `SELECT DISTINCT s.key, s.document, s.json, s.outcome, r.source, r.target FROM drawn r
      JOIN statements s ON s.key = r.statement JOIN documents d ON d.key = s.document
      WHERE r.view = 'actors' AND r.line = ? ORDER BY ${inOrder}, s.key`
    const rows = this.all<ToldRow & DrawnRow>(sql, key)
    const [first, ...others] = rows.map((row) => this.canon.told(row))
    if (!first) {
      this.run(`DELETE FROM lines WHERE view = 'actors' AND key = ?`, key)
      return
    }
    const outcomes = new Map<string, Outcome>()
    for (const { statement, outcome } of [first, ...others]) if (outcome) outcomes.set(statement.id, outcome)
    const attributes = lineOf([first.statement, ...others.map(({ statement }) => statement)], outcomes)
    const { source, target } = rows[0]!
    putLine(this.database, 'actors', { key, source, target, attributes })
  }

  private dot(view: GraphView, key: string): void {
    const ends = this.all<{ source: string; target: string }>(
      'SELECT source, target FROM drawn WHERE view = ?1 AND (source = ?2 OR target = ?2)',
      view,
      key,
    )
    if (ends.length === 0) {
      this.run('DELETE FROM dots WHERE view = ? AND key = ?', view, key)
      return
    }
    const place = this.place(view, key) ?? besides(key, this.near(view, key, ends))
    const node = this.node(view, key)
    putDot(this.database, view, key, { ...node, ...place })
  }

  private node(view: GraphView, key: string): NodeAttributes {
    const statements = this.all<{ id: string }>(
      `SELECT s.id FROM statements s JOIN documents d ON d.key = s.document WHERE s.key IN
        (SELECT statement FROM drawn WHERE view = ?1 AND (source = ?2 OR target = ?2))
       ORDER BY ${inOrder}, s.key`,
      view,
      key,
    ).map(({ id }) => id)
    const entity = this.get<{ mentions: number; json: string }>('SELECT mentions, json FROM entities WHERE id = ?', key)
    if (entity) {
      const shown: Shown = { id: key, ...(JSON.parse(entity.json) as EntityJson), mentions: entity.mentions }
      return { ...entityNode(shown), statements }
    }
    if (view === 'frames') return statementNode(this.statement(key))
    return { ...contentNode(this.labelOf(key)), statements }
  }

  /** What a node without an entity says: whom a request leaves unnamed, what it is for, or words. */
  private labelOf(key: string): string {
    const [, kind, rest = ''] = /^(\w+):(.*)$/s.exec(key) ?? []
    if (kind === 'unnamed') return unnamedAsker
    return kind === 'content' ? this.statement(rest).roles.message![0]!.text : rest
  }

  private statement(id: string) {
    const sql = 'SELECT key, document, json, outcome FROM statements WHERE id = ?'
    return this.canon.told(this.get<ToldRow>(sql, id)!).statement
  }

  private near(view: GraphView, key: string, ends: readonly { source: string; target: string }[]): Place[] {
    const others = new Set(ends.flatMap(({ source, target }) => [source, target]))
    others.delete(key)
    return [...others].sort().flatMap((other) => this.place(view, other) ?? [])
  }

  private place(view: GraphView, key: string): Place | undefined {
    const place = this.get<Place>('SELECT x, y, community FROM places WHERE view = ? AND key = ?', view, key)
    return place && { x: place.x, y: place.y, community: place.community }
  }

  private all<Row>(sql: string, ...values: (string | number)[]): Row[] {
    return prepared(this.database, sql).all(...values) as Row[]
  }

  private get<Row>(sql: string, ...values: (string | number)[]): Row | undefined {
    return prepared(this.database, sql).get(...values) as Row | undefined
  }

  private run(sql: string, ...values: (string | number)[]): void {
    prepared(this.database, sql).run(...values)
  }
}

/**
 * Writes in which lines of both graphs the statements of a document stand, and the lines of the frames view, each of
 * which is one statement's. Gives what it wrote.
 */
export function drawDocument(database: Database, canon: Canon, told: readonly Told[]): DrawnRow[] {
  if (told.length === 0) return []
  const { document } = told[0]!
  const byId = new Map(told.map(({ statement }) => [statement.id, statement]))
  const inside = canon.inside(document)
  const drawn: DrawnRow[] = []
  for (const { key: statement, statement: it } of told) {
    for (const { key: line, source, target } of linesOf(it, (id) => byId.get(id), inside))
      drawn.push({ statement, view: 'actors', line, source: source.key, target: target.key })
    drawn.push({ statement, view: 'frames', line: '', source: it.id, target: '' })
    for (const line of frameLines(it, (id) => byId.has(id))) {
      const { key, source, target } = line
      drawn.push({ statement, view: 'frames', line: key, source, target })
      putLine(database, 'frames', line)
    }
  }
  const put = prepared(database, 'INSERT INTO drawn VALUES (?, ?, ?, ?, ?, ?)')
  for (const { statement, view, line, source, target } of drawn)
    put.run(document, statement, view, line, source, target)
  return drawn
}

/** Writes what filters want to know of a statement, and whom it names. */
export function tell(database: Database, { key, statement, outcome }: Told): void {
  const fact = factOf({ statement, ...(outcome && { outcome }) })
  prepared(database, 'INSERT OR REPLACE INTO told VALUES (?, ?)').run(key, JSON.stringify(fact))
  const name = prepared(database, 'INSERT OR IGNORE INTO named SELECT key, ?2 FROM entities WHERE id = ?1')
  for (const entity of entitiesNamed(statement)) name.run(entity, key)
}

interface LineRow {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly attributes: object
}

export function putLine(database: Database, view: GraphView, { key, source, target, attributes }: LineRow): void {
  const sql = 'INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?)'
  prepared(database, sql).run(view, key, source, target, JSON.stringify(attributes))
}

/** Its size depends on all others: it is found when the graph is read. */
export function putDot(database: Database, view: GraphView, key: string, attributes: NodeAttributes): void {
  prepared(database, 'INSERT OR REPLACE INTO dots VALUES (?, ?, ?)').run(view, key, JSON.stringify(attributes))
}
