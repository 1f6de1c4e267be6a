/**
 * Documents and their analyses → the project file. A document is stored in one transaction, unseen by readers; the last
 * transaction shows all documents of the build at once, with entities and graphs made anew. A build that is killed
 * leaves what was there before, and the next one goes on where it stopped.
 */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { resolveEntities } from '../entities/index.ts'
import { actorsGraph, framesGraph } from '../graph/index.ts'
import type { Document, Entity, ProjectInfo, SkippedDocument, Span, Statement } from '../model/index.ts'
import { canonicalStatement, entitiesNamed } from './canonical.ts'
import { type Lock, takeLock } from './lock.ts'
import { openToWrite } from './schema.ts'
import { type Database, guard, transaction } from './sqlite.ts'
import { verify } from './verify.ts'

/** What the store keeps of an analysed document. */
export interface Analysed {
  readonly document: Document
  readonly sentences: readonly Span[]
  /** With ids that hold within the document. */
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
}

export interface BuildOptions {
  /** Whatever an analysis depends on beside its document: a document is analysed anew when it changes. */
  readonly engine: string
  /** How long to wait for another build of the same file, in milliseconds. */
  readonly wait: number
}

/** What a build changed. */
export interface Changes {
  readonly added: number
  readonly kept: number
  readonly removed: number
}

/** Begins a build. Throws `StoreError` where the file is no project, cannot be written, or another build holds it. */
export async function openBuild(path: string, options: BuildOptions): Promise<Build> {
  const lock = await takeLock(path, options.wait)
  try {
    return new Build(path, await openToWrite(path), lock, options.engine)
  } catch (error) {
    lock.release()
    throw error
  }
}

export class Build {
  private readonly keep = new Set<number>()
  private added = 0

  constructor(
    private readonly path: string,
    private readonly database: Database,
    private readonly lock: Lock,
    private readonly engine: string,
  ) {}

  /** The sources of the last build, as they were given. */
  sources(): readonly string[] {
    return guard(this.path, () => readMeta<string[]>(this.database, 'sources')) ?? []
  }

  /** Keeps the document as it is stored, if it is stored just so. */
  has(document: Document): boolean {
    return guard(this.path, () => {
      const find = this.database.prepare('SELECT key FROM documents WHERE id = ? AND hash = ?')
      const row = find.get(document.id, this.hash(document)) as { key: number } | undefined
      if (row) this.keep.add(row.key)
      return row !== undefined
    })
  }

  /** Stores a document in one transaction. Throws `DemarcheError` where a quotation does not stand in its text. */
  put(analysed: Analysed): void {
    for (const statement of analysed.statements) verify(analysed.document, statement)
    guard(this.path, () => {
      this.keep.add(transaction(this.database, () => this.insert(analysed)))
      this.added++
    })
  }

  private insert({ document, sentences, entities, statements }: Analysed): number {
    const { text, ...head } = document
    const key = this.run(
      'INSERT INTO documents (id, hash, live, head, text, entities, sentences, statements) VALUES (?, ?, 0, ?, ?, ?, ?, ?)',
      document.id,
      this.hash(document),
      JSON.stringify(head),
      Buffer.from(text),
      JSON.stringify(entities),
      sentences.length,
      statements.length,
    )
    const addSentence = this.database.prepare('INSERT INTO sentences (document, start, "end") VALUES (?, ?, ?)')
    const addWords = this.database.prepare('INSERT INTO sentence_words (rowid, text) VALUES (?, ?)')
    for (const { start, end } of sentences) {
      const { lastInsertRowid } = addSentence.run(key, start, end)
      addWords.run(lastInsertRowid, words(text.slice(start, end)))
    }
    for (const statement of statements) {
      const row = this.run(
        'INSERT INTO statements (document, id, json) VALUES (?, ?, ?)',
        key,
        statement.id,
        JSON.stringify(statement),
      )
      const { predicate, roles, source } = statement
      const quoted = [predicate, ...Object.values(roles).flat(), ...source].map((part) => part.text)
      this.run(
        'INSERT INTO statement_words (rowid, text) VALUES (?, ?)',
        row,
        words(`${statement.relation} ${quoted.join(' ')}`),
      )
    }
    return key
  }

  /**
   * Shows the documents of this build, and no others, to readers, with their entities and graphs: one transaction.
   * Where nothing has changed only the list of skipped documents is written.
   */
  finish(sources: readonly string[], skipped: readonly SkippedDocument[]): Changes {
    return guard(this.path, () =>
      transaction(this.database, () => {
        const removed = this.removeOthers()
        if (this.added > 0 || removed > 0 || this.hidden() || !readMeta(this.database, 'info')) this.rebuild()
        const info = readMeta<ProjectInfo>(this.database, 'info')
        writeMeta(this.database, 'info', { ...info, skipped })
        writeMeta(this.database, 'sources', sources)
        return { added: this.added, kept: this.keep.size - this.added, removed }
      }),
    )
  }

  /** Leaves one file, unless somebody reads it just now; then what is in the file is at least whole. */
  close(): void {
    try {
      this.database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
    } catch {
      // somebody reads it: the log stays beside it, and SQLite takes it in when the last reader has gone
    }
    this.database.close()
    this.lock.release()
  }

  /** Removes the documents that this build has not seen. Gives how many of them readers saw, replaced ones not counted. */
  private removeOthers(): number {
    this.database.exec('CREATE TEMP TABLE IF NOT EXISTS seen (key INTEGER PRIMARY KEY); DELETE FROM seen')
    const see = this.database.prepare('INSERT INTO seen VALUES (?)')
    for (const key of this.keep) see.run(key)
    const { n } = this.database
      .prepare(
        `SELECT count(*) AS n FROM documents WHERE live = 1 AND key NOT IN (SELECT key FROM seen)
           AND id NOT IN (SELECT id FROM documents WHERE key IN (SELECT key FROM seen))`,
      )
      .get() as { n: number }
    this.database.exec('DELETE FROM documents WHERE key NOT IN (SELECT key FROM seen)')
    return n
  }

  private hidden(): boolean {
    return this.database.prepare('SELECT 1 FROM documents WHERE live = 0').get() !== undefined
  }

  /** Makes anew all that depends on more than one document. */
  private rebuild(): void {
    const { database } = this
    database.exec(
      'UPDATE documents SET live = 1 WHERE live = 0; DELETE FROM entities; DELETE FROM canonical; DELETE FROM named',
    )
    database.exec('DELETE FROM graphs; DELETE FROM entity_words')
    const canonical = resolveEntities(this.localEntities())
    const entities = [...new Map([...canonical.values()].map((entity) => [entity.id, entity])).values()]
    for (const [local, { id }] of canonical) this.run('INSERT INTO canonical VALUES (?, ?)', local, id)
    for (const entity of entities) {
      this.run('INSERT INTO entities VALUES (?, ?, ?)', entity.id, entity.mentions.length, JSON.stringify(entity))
      this.run(
        'INSERT INTO entity_words VALUES (?, ?)',
        entity.id,
        words([entity.name, ...entity.aliases].join(' \n ')),
      )
    }
    const statements: Statement[] = []
    for (const row of this.each<{ key: number; json: string }>(
      "SELECT s.key, s.json FROM statements s JOIN documents d ON d.key = s.document ORDER BY d.head ->> 'uri', d.id, s.key",
    )) {
      const statement = canonicalStatement(JSON.parse(row.json) as Statement, (id) => canonical.get(id))
      for (const entity of entitiesNamed(statement)) this.run('INSERT INTO named VALUES (?, ?)', entity, row.key)
      statements.push(statement)
    }
    const name = basename(this.path).replace(/\.demarche$/, '')
    const graph = { name, statements, entities }
    this.run('INSERT INTO graphs VALUES (?, ?)', 'actors', JSON.stringify(actorsGraph(graph)))
    this.run('INSERT INTO graphs VALUES (?, ?)', 'frames', JSON.stringify(framesGraph(graph)))
    const count = (table: string) => (database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n
    const info: ProjectInfo = {
      name,
      built: new Date().toISOString(),
      documents: count('documents'),
      sentences: count('sentences'),
      statements: count('statements'),
      entities: entities.length,
      skipped: [],
    }
    writeMeta(database, 'info', info)
  }

  /** In an order that does not depend on the order in which documents were stored. */
  private *localEntities(): Generator<Entity> {
    for (const { entities } of this.each<{ entities: string }>(
      "SELECT entities FROM documents ORDER BY head ->> 'uri', id",
    ))
      yield* JSON.parse(entities) as Entity[]
  }

  private each<Row>(sql: string): Iterable<Row> {
    return this.database.prepare(sql).iterate() as Iterable<Row>
  }

  private run(sql: string, ...values: (string | number | Buffer)[]): number {
    return Number(this.prepared(sql).run(...values).lastInsertRowid)
  }

  private readonly statements = new Map<string, ReturnType<Database['prepare']>>()

  private prepared(sql: string): ReturnType<Database['prepare']> {
    let statement = this.statements.get(sql)
    if (!statement) this.statements.set(sql, (statement = this.database.prepare(sql)))
    return statement
  }

  /** Of all that the stored analysis depends on, so that it is done anew exactly when it could differ. */
  private hash({ text, title, date, format, mail }: Document): string {
    return createHash('sha256')
      .update(JSON.stringify([this.engine, title, date, format, mail]))
      .update(text)
      .digest('hex')
  }
}

/** For the index of words: SQLite ends a text at NUL. */
const words = (text: string): string => text.replaceAll('\0', ' ')

export function readMeta<T>(database: Database, key: string): T | undefined {
  const row = database.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined
  return row && (JSON.parse(row.value) as T)
}

function writeMeta(database: Database, key: string, value: unknown): void {
  database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, JSON.stringify(value))
}
