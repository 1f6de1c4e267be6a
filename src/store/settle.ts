/** The log beside a project → the project as it has it: after a build, and whenever the log has grown since. */
import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Decided, Decision, DecisionsInfo, ProjectInfo } from '../model/index.ts'
import { changesBetween, decidedState, undecided } from './changes.ts'
import { replayInto, takeBack } from './decide.ts'
import { countAll } from './derive.ts'
import { takeLock } from './lock.ts'
import { logPath, readLog } from './log-file.ts'
import { redraw } from './redraw.ts'
import { readMeta, writeMeta } from './rows.ts'
import { openToRead, openToWrite } from './schema.ts'
import { type Database, guard, transaction } from './sqlite.ts'

export const projectName = (path: string): string => basename(path).replace(/\.demarche$/, '')

/** What became of a decision, as it is stored: the decision itself is in the log. */
export type Stored = Omit<Decided, 'decision'> & { readonly id: string }

/** Tells one state of the log from the next; empty where there is none. */
function stampOf(project: string): string {
  const path = logPath(project)
  if (!existsSync(path)) return ''
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

/**
 * Replays the log over the tables of a project, unless they have it already. To be called in a transaction; `fresh`: the
 * tables were made anew and hold no decision.
 */
export function replayLog(path: string, database: Database, fresh: boolean): void {
  const stamp = stampOf(path)
  const info = readMeta<ProjectInfo>(database, 'info')!
  const before = info.decisions?.stamp ?? ''
  if (stamp === before && !(fresh && stamp)) return
  const { decisions, faults } = readLog(path)
  const earlier = fresh ? undecided : decidedState(database)
  if (!fresh) takeBack(database)
  const decided = replayInto(database, decisions)
  redraw(database, changesBetween(earlier, decidedState(database)))
  countAll(database, projectName(path))
  const states = decided.map(({ decision: { id }, ...rest }): Stored => ({ id, ...rest }))
  writeMeta(database, 'decisions', states)
  const { decisions: _, ...others } = readMeta<ProjectInfo>(database, 'info')!
  const told: DecisionsInfo = { stamp, total: decided.length, troubled: troubledOf(decided), faults }
  writeMeta(database, 'info', stamp ? { ...others, decisions: told } : others)
}

const troubledOf = (decided: readonly Decided[]) =>
  decided.flatMap(({ decision: { id, what }, state, reason }) =>
    (state === 'lost' || state === 'overruled') && reason !== undefined ? [{ id, what, reason }] : [],
  )

/**
 * Brings a project up to its log where somebody has decided since. `wait`: for a build that runs just now, in
 * milliseconds; the build takes the log in when it ends. Throws `StoreError`.
 */
export async function settle(path: string, wait: number): Promise<void> {
  if (await isSettled(path)) return
  const lock = await takeLock(path, wait)
  try {
    const database = await openToWrite(path)
    try {
      guard(path, () => transaction(database, () => replayLog(path, database, false)))
    } finally {
      shut(database)
    }
  } finally {
    lock.release()
  }
}

async function isSettled(path: string): Promise<boolean> {
  const database = await openToRead(path)
  try {
    const info = guard(path, () => readMeta<ProjectInfo>(database, 'info'))
    // a project whose build has not finished has nothing to decide on
    return !info || (info.decisions?.stamp ?? '') === stampOf(path)
  } finally {
    database.close()
  }
}

/** Leaves one file, unless somebody reads it just now; then what is in the file is at least whole. */
export function shut(database: Database): void {
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  } catch {
    // somebody reads it: the log stays beside it, and SQLite takes it in when the last reader has gone
  }
  database.close()
}

/** A log with what is stored of it. */
export function joined(decisions: readonly Decision[], stored: readonly Stored[]): Decided[] {
  const byId = new Map(stored.map((one) => [one.id, one]))
  return decisions.map((decision) => {
    const { id: _, ...rest } = byId.get(decision.id) ?? { id: '', state: 'holds' as const, entities: [] }
    return { decision, ...rest }
  })
}
