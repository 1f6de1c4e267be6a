/** The one door to SQLite: Node's own where it can do what we need, else the same API from `@photostructure/sqlite`. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DemarcheError, StoreError } from '../errors.ts'

export type Database = DatabaseSyncInstance
type OpenDatabase = new (path: string) => Database

let chosen: Promise<OpenDatabase> | undefined

/** Opens a database file, which is made where there is none. Throws `StoreError`. */
export async function openDatabase(path: string): Promise<Database> {
  chosen ??= choose()
  const Open = await chosen
  return guard(path, () => new Open(path))
}

async function choose(): Promise<OpenDatabase> {
  const own = await nodeSqlite()
  if (own) return own
  const { DatabaseSync } = await import('@photostructure/sqlite')
  return DatabaseSync
}

/** `node:sqlite`, if this Node has it with FTS5 that can delete from an index without content (SQLite 3.43). */
async function nodeSqlite(): Promise<OpenDatabase | undefined> {
  const { emitWarning } = process
  process.emitWarning = () => {} // that it is experimental, on standard error, at each start
  try {
    const name = 'node:sqlite'
    const { DatabaseSync } = (await import(/* @vite-ignore */ name)) as { DatabaseSync: OpenDatabase }
    const probe = new DatabaseSync(':memory:')
    probe.exec("CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1)")
    probe.close()
    return DatabaseSync
  } catch {
    return undefined
  } finally {
    process.emitWarning = emitWarning
  }
}

const cache = new WeakMap<Database, Map<string, PreparedStatement>>()
export type PreparedStatement = ReturnType<Database['prepare']>

/** A statement of this database, prepared once. Two uses of it must not be open at the same time. */
export function prepared(database: Database, sql: string): PreparedStatement {
  let statements = cache.get(database)
  if (!statements) cache.set(database, (statements = new Map()))
  let statement = statements.get(sql)
  if (!statement) statements.set(sql, (statement = database.prepare(sql)))
  return statement
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function transaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Primary result codes (https://sqlite.org/rescode.html) and what they mean to a user. */
const causes: Readonly<Record<number, readonly [reason: string, remedy: string]>> = {
  5: ['another program is writing to it', 'Wait until it has finished, then try again.'],
  6: ['another program is writing to it', 'Wait until it has finished, then try again.'],
  8: ['it may not be written', 'Check its permissions, or write to another file with -o.'],
  10: ['the disk reports an error', 'Check the disk, then build into another file.'],
  11: ['it is damaged', 'Delete it and build it again.'],
  13: ['the disk is full', 'Make room, then run the same command again: it goes on where it stopped.'],
  14: ['it cannot be opened', 'Check that its folder exists and may be written.'],
  26: ['it is no project file of Demarche, or damaged', 'Name another file.'],
}

/** Runs `work`; what SQLite complains of becomes a `StoreError` that names the file. */
export function guard<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DemarcheError) throw error
    if (error instanceof SyntaxError)
      throw new StoreError(`${path}: ${causes[11]![0]}`, causes[11]![1], { cause: error })
    const { errcode, code, message } = error as { errcode?: number; code?: string; message: string }
    if (code !== 'ERR_SQLITE_ERROR' && errcode === undefined) throw error
    const [reason, remedy] = causes[(errcode ?? 0) & 0xff] ?? [message, 'Delete it and build it again.']
    throw new StoreError(`${path}: ${reason}`, remedy, { cause: error })
  }
}

/** Whether SQLite gave up because somebody else holds the lock. */
export const isBusy = (error: unknown): boolean => (((error as { errcode?: number }).errcode ?? 0) & 0xff) === 5

/** For an index of words: SQLite ends a text at NUL. */
export const words = (text: string): string => text.replaceAll('\0', ' ')
