/** The project file → the answers that the server and the exports ask for. */
import { StoreError } from '../errors.ts'
import type {
  ChainOf,
  Document,
  DocumentInfo,
  DocumentView,
  Entity,
  EntityProperty,
  Facts,
  Found,
  GraphView,
  KeepsViews,
  Matching,
  Page,
  Portrait,
  Project,
  ProjectInfo,
  SavedView,
  SearchHit,
  SerializedGraph,
  Span,
  Statement,
  StatementQuery,
  StatementRow,
} from '../model/index.ts'
import { type Fact, factColumns, parseQuery, shared } from '../query/index.ts'
import { readGraph } from './graph.ts'
import { chainsOf, portraitOf } from './portrait.ts'
import { type EntityRow, Reader, refOf } from './reader.ts'
import {
  decidedEntities,
  type HeadRow,
  headers,
  infoOf,
  inOrder,
  readDocument,
  readMeta,
  rows,
  type StatementEntry,
  textOf,
} from './rows.ts'
import { openToRead } from './schema.ts'
import { Search, type Searchable } from './search.ts'
import type { Stored as StoredDecision } from './settle.ts'
import { type Database, guard } from './sqlite.ts'
import { readViews, writeViews } from './views.ts'

/** Opens a project that a build has finished at least once. Throws `StoreError`. */
export async function openProject(path: string): Promise<StoredProject> {
  const database = await openToRead(path)
  const project = new StoredProject(path, database)
  try {
    project.info()
    return project
  } catch (error) {
    project.close()
    throw error
  }
}

const mostRows = 1000

/** A snapshot at each call: what a build finishes meanwhile shows at the next. Every method may throw `StoreError`. */
export class StoredProject implements Project, KeepsViews {
  constructor(
    private readonly path: string,
    private readonly database: Database,
  ) {
    this.reader = new Reader(database)
    this.searchable = {
      database,
      row: (entry) => this.reader.row(entry),
      documentInfo: (key) => readDocument(database, key),
    }
  }

  info(): ProjectInfo {
    return this.read(() => {
      const info = readMeta<ProjectInfo>(this.database, 'info')
      if (info) return info
      throw new StoreError(
        `${this.path}: its build has not finished`,
        'Run demarche build again: it goes on where it stopped.',
      )
    })
  }

  graph(view: GraphView): SerializedGraph {
    return this.read(() => {
      const { name } = readMeta<ProjectInfo>(this.database, 'info')!
      return readGraph(this.database, view, name)
    })
  }

  documents(): readonly DocumentInfo[] {
    return this.read(() =>
      this.reader.all<HeadRow>(`SELECT ${headers} FROM documents d WHERE d.live = 1 ORDER BY ${inOrder}`).map(infoOf),
    )
  }

  document(id: string): DocumentView | undefined {
    return this.read(() => {
      const row = this.reader.get<HeadRow & { text: Uint8Array }>(
        `SELECT ${headers}, d.text FROM documents d WHERE d.id = ? AND d.live = 1`,
        id,
      )
      if (!row) return undefined
      const document = { ...JSON.parse(row.head), text: textOf(row.text) } as Document
      const statements = this.reader.all<Pick<StatementEntry, 'json'>>(
        'SELECT json FROM statements WHERE document = ? ORDER BY key',
        row.key,
      )
      return {
        document,
        sentences: this.reader
          .all<Span>('SELECT start, "end" FROM sentences WHERE document = ? ORDER BY key', row.key)
          .map(({ start, end }) => ({ start, end })),
        marks: this.reader.marks(row.key),
        statements: statements.map(({ json }) => this.reader.statement(json)),
      }
    })
  }

  /** At most 1,000 rows; 200 where no limit is given; in the order of documents and text. */
  statements(query: StatementQuery): Page<StatementRow> {
    return this.read(() => {
      const offset = query.offset ?? 0
      const limit = Math.min(query.limit ?? 200, mostRows)
      const conditions = ['d.live = 1']
      const values: string[] = []
      if (query.ids) {
        conditions.push(`s.id IN (SELECT value FROM json_each(?))`)
        values.push(JSON.stringify(query.ids))
      }
      if (query.document !== undefined) {
        conditions.push('d.id = ?')
        values.push(query.document)
      }
      if (query.entity !== undefined) {
        conditions.push('s.key IN (SELECT statement FROM named WHERE entity = (SELECT key FROM entities WHERE id = ?))')
        values.push(query.entity)
      }
      if (query.q !== undefined) {
        conditions.push('s.key IN (SELECT value FROM json_each(?))')
        values.push(JSON.stringify(this.find(query.q).keys))
      }
      const from = `FROM statements s JOIN documents d ON d.key = s.document WHERE ${conditions.join(' AND ')}`
      const total = this.reader.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)!.n
      const rows = this.reader.all<StatementEntry>(
        `SELECT s.document, s.json, s.outcome ${from} ORDER BY ${inOrder}, s.key LIMIT ? OFFSET ?`,
        ...values,
        limit,
        offset,
      )
      return { total, rows: rows.map((row) => this.reader.row(row)) }
    })
  }

  entity(id: string): Entity | undefined {
    return this.read(() => {
      const row = this.reader.entityRow(id)
      return row && { ...refOf(row), mentions: chainsOf(this.database, row.key).flatMap(({ mentions }) => mentions) }
    })
  }

  /** The id that an entity goes by now; undefined for one that is not shown. */
  now(id: string): string | undefined {
    return this.read(() => this.reader.entityRow(id)?.id)
  }

  /** The entities of this name, else those that go by it among others; case does not count. */
  named(name: string): readonly (Omit<Entity, 'mentions'> & { readonly mentions: number })[] {
    return this.read(() => {
      const find = (where: string) =>
        this.reader
          .all<EntityRow & { mentions: number }>(
            `SELECT id, json, mentions FROM entities WHERE ${where} ORDER BY mentions DESC, id`,
            name,
          )
          .map((row) => ({ ...refOf(row), mentions: row.mentions }))
      const called = find("json ->> 'name' = ? COLLATE NOCASE")
      return called.length
        ? called
        : find("EXISTS (SELECT 1 FROM json_each(json, '$.aliases') WHERE value = ? COLLATE NOCASE)")
    })
  }

  /** Every entity, with its mentions. */
  entities(): readonly Entity[] {
    return this.read(() => [...decidedEntities(this.database)])
  }

  /** The mentions of an entity as each document ties them together. */
  chains(id: string): readonly ChainOf[] {
    return this.read(() => {
      const row = this.reader.entityRow(id)
      return row ? chainsOf(this.database, row.key) : []
    })
  }

  portrait(id: string): Portrait | undefined {
    return this.read(() => {
      const row = this.reader.entityRow(id)
      return row && portraitOf(this.database, row.key)
    })
  }

  /** What became of the decisions of the log when it was replayed last. */
  decisions(): readonly StoredDecision[] {
    return this.read(() => readMeta<StoredDecision[]>(this.database, 'decisions') ?? [])
  }

  /** Entities by their names, statements and sentences by their words; the last letters of a word may be missing. */
  search(text: string, limit: number): Found {
    return this.read(() => {
      const { query, respelled, keys, search } = this.find(text)
      if (query.length === 0) return { hits: [], totals: { entity: 0, statement: 0, sentence: 0 }, respelled: [] }
      const most = Math.min(limit, mostRows)
      const entities = search.entities(query, respelled, most)
      const sentences = search.sentences(query, respelled, most)
      const hits = shared<() => SearchHit>(
        most,
        entities.keys.map((key) => () => this.reader.entityHit(key)),
        keys.slice(0, most).map((key) => () => ({ kind: 'statement', row: this.reader.statementRow(key) })),
        sentences.keys.map((key) => () => this.reader.sentenceHit(key)),
      )
      const totals = { entity: entities.total, statement: keys.length, sentence: sentences.total }
      return { hits: hits.map((hit) => hit()), totals, respelled }
    })
  }

  matching(text: string): Matching {
    return this.read(() => {
      const { keys, respelled } = this.find(text)
      const sql = `SELECT s.id FROM json_each(?) j JOIN statements s ON s.key = j.value ORDER BY j.key`
      return { ids: this.reader.all<{ id: string }>(sql, JSON.stringify(keys)).map(({ id }) => id), respelled }
    })
  }

  facts(): Facts {
    return this.read(() => {
      const infos = new Map<number, DocumentInfo>()
      const found = this.reader.all<{ document: number; json: string }>(
        `SELECT s.document, t.json FROM told t JOIN statements s ON s.key = t.statement
         JOIN documents d ON d.key = s.document ORDER BY ${inOrder}, s.key`,
      )
      return factColumns(
        found.map(({ document, json }) => {
          let info = infos.get(document)
          if (!info) infos.set(document, (info = readDocument(this.database, document)))
          return { fact: JSON.parse(json) as Fact, document: info }
        }),
      )
    })
  }

  /** Every statement of the project, in the order of documents and text. */
  *allStatements(): Generator<Statement> {
    const sql = `SELECT s.json FROM statements s JOIN documents d ON d.key = s.document WHERE d.live = 1
      ORDER BY ${inOrder}, s.key`
    for (const { json } of rows<{ json: string }>(this.database, sql)) yield this.reader.statement(json)
  }

  /** What the texts say of each entity of which they say something, by its id. */
  *properties(): Generator<readonly [string, readonly EntityProperty[]]> {
    for (const row of rows<EntityRow>(this.database, 'SELECT id, json FROM entities')) {
      const { properties } = refOf(row)
      if (properties) yield [row.id, properties]
    }
  }

  views(): readonly SavedView[] {
    return this.read(() => readViews(this.database))
  }

  async saveViews(views: readonly SavedView[]): Promise<void> {
    await writeViews(this.path, views)
  }

  close(): void {
    if (this.database.isOpen) this.database.close()
  }

  /** All reads of one answer see the same build. */
  private read<T>(work: () => T): T {
    return guard(this.path, () => {
      this.database.exec('BEGIN')
      try {
        return work()
      } finally {
        if (this.database.isTransaction) this.database.exec('COMMIT')
      }
    })
  }

  /** What a query means now, and the keys of the statements that it asks for. */
  private find(text: string) {
    const state = this.reader.get<{ state: string }>(
      `SELECT data_version || ' ' || total_changes() AS state FROM pragma_data_version`,
    )!.state
    if (this.searching?.state !== state) this.searching = { state, search: new Search(this.searchable) }
    const { search } = this.searching
    const query = parseQuery(text)
    const respelled = search.respelled(query)
    return { search, query, respelled, keys: search.statements(text, query, respelled) }
  }

  private readonly reader: Reader
  private readonly searchable: Searchable
  private searching: { readonly state: string; readonly search: Search } | undefined
}
