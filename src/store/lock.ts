/** A project file → the right to build it, held by one process at a time. */
import { rmSync } from 'node:fs'
import { StoreError } from '../errors.ts'
import { type Database, guard, isBusy, openDatabase } from './sqlite.ts'

export interface Lock {
  release(): void
}

/**
 * Takes the lock, after `wait` milliseconds at most. It is SQLite's own on a small file beside the project, so that the
 * system frees it when its owner dies in whatever way; the owner's name stands in the file. Throws `StoreError` that
 * names the owner.
 */
export async function takeLock(project: string, wait: number): Promise<Lock> {
  const path = `${project}-lock`
  const database = await openDatabase(path)
  try {
    guard(path, () => take(database, project, wait))
  } catch (error) {
    database.close()
    throw error
  }
  return {
    release: () => {
      database.exec('ROLLBACK') // closing alone would leave it to the garbage collector
      database.close()
      try {
        rmSync(path, { force: true })
      } catch {
        // Windows keeps a file while somebody has it open; it does no harm
      }
    },
  }
}

function take(database: Database, project: string, wait: number): void {
  try {
    database.exec(`PRAGMA busy_timeout = ${wait}; BEGIN IMMEDIATE`)
    database.exec('CREATE TABLE IF NOT EXISTS owner (pid INTEGER, since TEXT); DELETE FROM owner')
    database.prepare('INSERT INTO owner VALUES (?, ?)').run(process.pid, new Date().toISOString())
    database.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    if (!isBusy(error)) throw error
    throw new StoreError(`${project}: ${owner(database)} is building it`, 'Wait until it has finished, then try again.')
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
