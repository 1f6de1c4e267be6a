/** A project file → the right to build it, held by one process at a time. */
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { BusyError } from '../errors.ts'
import { type Database, guard, isBusy, openDatabase } from './sqlite.ts'

export interface Lock {
  release(): void
}

/**
 * Takes the lock, after `wait` milliseconds at most. It is SQLite's own on a small file beside the project, so that the
 * system frees it when its owner dies in whatever way; the owner's name stands in the file. Throws `BusyError` that
 * names the owner.
 */
export async function takeLock(project: string, wait: number): Promise<Lock> {
  const path = `${project}-lock`
  for (const until = Date.now() + wait; ; await new Promise((resolve) => setTimeout(resolve, pause))) {
    const database = await openDatabase(path)
    const token = randomUUID()
    try {
      guard(path, () => take(database, project, token))
      // the owner before may have taken the file away after we had opened it: then what we hold bars nobody
      if (await stands(path, token)) return { release: () => release(database, path) }
    } catch (error) {
      if (!(error instanceof BusyError) || Date.now() >= until) {
        database.close()
        throw error
      }
    }
    database.close()
  }
}

/** Between two tries, in milliseconds. */
const pause = 15

function release(database: Database, path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Windows keeps a file while somebody has it open; it does no harm
  }
  database.exec('ROLLBACK') // closing alone would leave it to the garbage collector
  database.close()
}

function take(database: Database, project: string, token: string): void {
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE')
    database.exec('CREATE TABLE IF NOT EXISTS owner (pid INTEGER, since TEXT, token TEXT); DELETE FROM owner')
    database.prepare('INSERT INTO owner VALUES (?, ?, ?)').run(process.pid, new Date().toISOString(), token)
    database.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    if (!isBusy(error)) throw error
    throw new BusyError(
      `${project}: ${owner(database)} is building it`,
      'Wait until it has finished, then try again.',
      {
        cause: error,
      },
    )
  }
}

/** Whether the file of this name is the one that we hold. */
async function stands(path: string, token: string): Promise<boolean> {
  if (!existsSync(path)) return false
  const database = await openDatabase(path)
  try {
    const row = database.prepare('SELECT token FROM owner').get() as { token: string } | undefined
    return row?.token === token
  } catch {
    return false // made anew by somebody else, just now
  } finally {
    database.close()
  }
}

function owner(database: Database): string {
  try {
    const row = database.prepare('SELECT pid, since FROM owner').get() as { pid: number; since: string } | undefined
    return row ? `process ${row.pid}, since ${row.since},` : 'another process'
  } catch {
    return 'another process'
  }
}
