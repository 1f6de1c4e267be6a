/**
 * Documents and their analyses → the project file. A document is stored in one transaction, unseen by readers; the last
 * transaction shows all documents of the build at once, with entities and graphs made anew. A build that is killed
 * leaves what was there before, and the next one goes on where it stopped.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { datesOf, resolveEntities } from '../entities/index.ts'
import { StoreError } from '../errors.ts'
import { outcomesOf } from '../link/index.ts'
import type { Document, Entity, ListedName, ProjectInfo, SkippedDocument } from '../model/index.ts'
import { type Analysed, statementWords, verify } from '../project/index.ts'
import { takeBack } from './decide.ts'
import { derive } from './derive.ts'
import { type Lock, takeLock } from './lock.ts'
import { heads, localEntities, readMeta, writeMeta } from './rows.ts'
import { openToWrite } from './schema.ts'
import { projectName, replayLog, shut } from './settle.ts'
import { type Database, guard, prepared, transaction, words } from './sqlite.ts'

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

/** Which lists a project is built with, as paths; a project remembers them. */
export interface ListPaths {
  /** The user's own names. */
  readonly names: readonly string[]
  /** Things with identifiers, such as Wikidata's. */
  readonly wikidata?: string
}

/** Lists of the user's that a build works with. */
export interface UsedLists {
  readonly paths: ListPaths
  /** Of what an analysis depends on; '' for nothing. */
  readonly fingerprint: string
  /** Things with identifiers, for `resolveEntities`. */
  readonly identifiers?: readonly ListedName[]
}

export class Build {
  private used: UsedLists = { paths: { names: [] }, fingerprint: '' }
  private readonly keep = new Set<number>()
  private added = 0

  constructor(
    private readonly path: string,
    private readonly database: Database,
    private readonly lock: Lock,
    private readonly engine: string,
  ) {}

  /** The lists of the last build, as they were given. */
  lists(): ListPaths {
    return guard(this.path, () => readMeta<ListPaths>(this.database, 'lists')) ?? { names: [] }
  }

  /** To be called before the first document. */
  use(lists: UsedLists): void {
    this.used = lists
  }

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
        const { path, database } = this
        const name = projectName(path)
        const isNew = this.added > 0 || this.hidden() || !readMeta(database, 'info') || this.loses() || this.relinked()
        if (isNew) takeBack(database)
        const removed = this.removeOthers()
        if (isNew) this.rebuild(name)
        replayLog(path, database, isNew)
        const info = readMeta<ProjectInfo>(database, 'info')
        writeMeta(database, 'info', { ...info, skipped })
        writeMeta(database, 'sources', sources)
        writeMeta(database, 'engine', this.basis())
        writeMeta(database, 'lists', this.used.paths)
        writeMeta(database, 'identifiers', this.identifiers())
        return { added: this.added, kept: this.keep.size - this.added, removed }
      }),
    )
  }

  /** Leaves one file, unless somebody reads it just now; then what is in the file is at least whole. */
  close(): void {
    shut(this.database)
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

  /** Whether it has documents that this build has not seen. */
  private loses(): boolean {
    const { n } = this.database.prepare('SELECT count(*) AS n FROM documents').get() as { n: number }
    return n > this.keep.size
  }

  private hidden(): boolean {
    return this.database.prepare('SELECT 1 FROM documents WHERE live = 0').get() !== undefined
  }

  /** Whether the identifiers are others than those of the last build. */
  private relinked(): boolean {
    return (readMeta<string>(this.database, 'identifiers') ?? '') !== this.identifiers()
  }

  private identifiers(): string {
    const { identifiers } = this.used
    return identifiers ? createHash('sha256').update(JSON.stringify(identifiers)).digest('hex') : ''
  }

  /** Makes anew all that depends on more than one document. */
  private rebuild(name: string): void {
    const { database } = this
    database.exec('UPDATE documents SET live = 1 WHERE live = 0; DELETE FROM entities')
    const dates = datesOf(heads(database))
    this.insertEntities(resolveEntities(localEntities(database), { dates, identifiers: this.used.identifiers }))
    derive(database, name)
    const info = readMeta<ProjectInfo>(database, 'info')
    writeMeta(database, 'info', { ...info, built: new Date().toISOString() })
  }

  /** Stores the entities over all documents. */
  private insertEntities(canonical: ReadonlyMap<string, Entity>): void {
    const keys = new Map<string, number>()
    for (const { id, mentions, ...rest } of new Set(canonical.values())) {
      const json = JSON.stringify(rest)
      keys.set(id, this.run('INSERT INTO entities (id, mentions, json) VALUES (?, ?, ?)', id, mentions.length, json))
    }
    for (const [local, { id }] of canonical) {
      const key = keys.get(id)!
      // most keep what they had: only what differs is written
      const change = 'UPDATE locals SET entity = ?1, resolved = ?1 WHERE id = ?2 AND (entity, resolved) IS NOT (?1, ?1)'
      this.run(change, key, local)
    }
  }

  private run(sql: string, ...values: (string | number | Buffer | null)[]): number {
    return Number(prepared(this.database, sql).run(...values).lastInsertRowid)
  }

  /** What an analysis depends on beside its document. */
  private basis(): string {
    return this.engine + this.used.fingerprint
  }

  private hash(document: Document): string {
    return hashOf(this.basis(), document)
  }
}

/** Of all that the stored analysis depends on, so that it is done anew exactly when it could differ. */
export function hashOf(engine: string, { text, title, date, format, mail }: Document): string {
  return createHash('sha256')
    .update(JSON.stringify([engine, title, date, format, mail]))
    .update(text)
    .digest('hex')
}
