/**
 * Documents and their analyses → the project file. A document is stored in one transaction, unseen by readers; the last
 * transaction shows all documents of the build at once, with entities and graphs made anew. A build that is killed
 * leaves what was there before, and the next one goes on where it stopped.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { resolveEntities } from '../entities/index.ts'
import { StoreError } from '../errors.ts'
import { actorsGraph, framesGraph } from '../graph/index.ts'
import { outcomesOf } from '../link/index.ts'
import type {
  Document,
  DocumentInfo,
  Entity,
  Outcome,
  ProjectInfo,
  SkippedDocument,
  Statement,
  StatementRow,
} from '../model/index.ts'
import { type Analysed, canonicalStatement, entitiesNamed, statementWords, verify } from '../project/index.ts'
import { factsOf } from '../query/index.ts'
import { type Lock, takeLock } from './lock.ts'
import { inOrder, localEntities, readDocument, readMeta, rows } from './rows.ts'
import { openToWrite } from './schema.ts'
import { type Database, guard, prepared, transaction } from './sqlite.ts'

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
  if (!existsSync(dirname(path))) throw new StoreError(`${path}: its folder does not exist`, 'Make the folder first.')
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
      const find = prepared(this.database, 'SELECT key FROM documents WHERE id = ? AND hash = ?')
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
      'INSERT INTO documents (id, hash, live, head, text, sentences, statements) VALUES (?, ?, 0, ?, ?, ?, ?)',
      document.id,
      this.hash(document),
      JSON.stringify(head),
      Buffer.from(text),
      sentences.length,
      statements.length,
    )
    for (const { start, end } of sentences) {
      const row = this.run('INSERT INTO sentences (document, start, "end") VALUES (?, ?, ?)', key, start, end)
      this.run('INSERT INTO sentence_words (rowid, text) VALUES (?, ?)', row, words(text.slice(start, end)))
    }
    for (const { id, mentions, ...rest } of entities) {
      const json = JSON.stringify(rest)
      const row = this.run('INSERT INTO locals (document, id, json) VALUES (?, ?, ?)', key, id, json)
      for (const { start, end, sentence, kind } of mentions)
        this.run('INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)', row, start, end, sentence, kind)
    }
    const outcomes = outcomesOf(statements)
    for (const statement of statements) {
      const json = JSON.stringify(statement)
      const outcome = outcomes.get(statement.id)
      const row = this.run(
        'INSERT INTO statements (document, id, json, outcome) VALUES (?, ?, ?, ?)',
        ...[key, statement.id, json, outcome ? JSON.stringify(outcome) : null],
      )
      this.run('INSERT INTO statement_words (rowid, text) VALUES (?, ?)', row, words(statementWords(statement)))
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
    database.exec('UPDATE documents SET live = 1 WHERE live = 0; DELETE FROM entities; DELETE FROM named')
    database.exec('DELETE FROM graphs; DELETE FROM entity_words')
    const canonical = resolveEntities(localEntities(database))
    const keys = this.insertEntities(canonical)
    const statements: Statement[] = []
    const outcomes = new Map<string, Outcome>()
    const told: StatementRow[] = []
    const documents = new Map<number, DocumentInfo>()
    const documentOf = (key: number) => {
      const known = documents.get(key) ?? readDocument(database, key)
      documents.set(key, known)
      return known
    }
    for (const row of rows<{ key: number; document: number; json: string; outcome: string | null }>(
      database,
      `SELECT s.key, s.document, s.json, s.outcome FROM statements s JOIN documents d ON d.key = s.document ORDER BY ${inOrder}, s.key`,
    )) {
      const statement = canonicalStatement(JSON.parse(row.json) as Statement, (id) => canonical.get(id))
      for (const entity of entitiesNamed(statement))
        this.run('INSERT INTO named VALUES (?, ?)', keys.get(entity)!, row.key)
      statements.push(statement)
      const outcome = row.outcome ? (JSON.parse(row.outcome) as Outcome) : undefined
      if (outcome) outcomes.set(statement.id, outcome)
      told.push({ statement, document: documentOf(row.document), ...(outcome && { outcome }) })
    }
    this.indexNames(canonical, keys)
    const name = basename(this.path).replace(/\.demarche$/, '')
    const graph = { name, statements, outcomes, entities: unique(canonical) }
    this.run('INSERT INTO graphs VALUES (?, ?)', 'actors', JSON.stringify(actorsGraph(graph)))
    this.run('INSERT INTO graphs VALUES (?, ?)', 'frames', JSON.stringify(framesGraph(graph)))
    writeMeta(database, 'facts', factsOf(told))
    const count = (what: string) => (database.prepare(`SELECT count(${what}`).get() as Record<string, number>)['n']!
    const info: ProjectInfo = {
      name,
      built: new Date().toISOString(),
      documents: count('*) AS n FROM documents'),
      sentences: count('*) AS n FROM sentences'),
      statements: count('*) AS n FROM statements'),
      entities: count('DISTINCT entity) AS n FROM named'),
      skipped: [],
    }
    writeMeta(database, 'info', info)
  }

  /** Stores the entities over all documents; gives the key of each by its id. */
  private insertEntities(canonical: ReadonlyMap<string, Entity>): Map<string, number> {
    const keys = new Map<string, number>()
    for (const { id, mentions, ...rest } of unique(canonical)) {
      const json = JSON.stringify(rest)
      keys.set(id, this.run('INSERT INTO entities (id, mentions, json) VALUES (?, ?, ?)', id, mentions.length, json))
    }
    for (const [local, { id }] of canonical)
      this.run('UPDATE locals SET entity = ? WHERE id = ? AND entity IS NOT ?', keys.get(id)!, local, keys.get(id)!)
    return keys
  }

  /** The names that a search finds: of what a text names, or a statement is about. */
  private indexNames(canonical: ReadonlyMap<string, Entity>, keys: ReadonlyMap<string, number>): void {
    const stated = prepared(this.database, 'SELECT 1 FROM named WHERE entity = ?')
    for (const { id, name, aliases, mentions } of unique(canonical)) {
      const key = keys.get(id)!
      if (!mentions.some(({ kind }) => kind === 'NAM') && !stated.get(key)) continue
      const text = words([...new Set([name, ...aliases])].join(' \n '))
      this.run('INSERT INTO entity_words (rowid, text) VALUES (?, ?)', key, text)
    }
  }

  private run(sql: string, ...values: (string | number | Buffer | null)[]): number {
    return Number(prepared(this.database, sql).run(...values).lastInsertRowid)
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

const unique = (canonical: ReadonlyMap<string, Entity>): Entity[] => [...new Set(canonical.values())]

function writeMeta(database: Database, key: string, value: unknown): void {
  database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, JSON.stringify(value))
}
