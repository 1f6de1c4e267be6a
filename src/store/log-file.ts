/** The file of decisions beside a project ↔ the log. It only grows, and what is written is on the disk before we say so. */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { formatLog, type Log, parseLog } from '../decisions/index.ts'
import { StoreError } from '../errors.ts'
import type { Decision } from '../model/index.ts'
import { takeLock } from './lock.ts'

/** `letters.demarche` → `letters.decisions.jsonl`. */
export const logPath = (project: string): string => `${project.replace(/\.demarche$/, '')}.decisions.jsonl`

/** How long a writer waits for another, in milliseconds. */
const patience = 20_000

/** The log of a project; empty where nothing was decided. Throws `StoreError` where the file cannot be read. */
export function readLog(project: string): Log {
  const path = logPath(project)
  if (!existsSync(path)) return { decisions: [], faults: [] }
  try {
    return parseLog(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new StoreError(`${path}: ${(error as Error).message}`, 'Let yourself read the file.', { cause: error })
  }
}

/**
 * Adds what `make` makes of the log as it is now; no other writer comes between. Whole lines are written at once and
 * are on the disk when this returns. Throws `StoreError`.
 */
export async function appendToLog(
  project: string,
  make: (log: Log) => readonly Decision[],
): Promise<readonly Decision[]> {
  const path = logPath(project)
  const lock = await takeLock(path, patience)
  try {
    const decisions = make(readLog(project))
    if (decisions.length > 0) append(path, formatLog(decisions))
    return decisions
  } finally {
    lock.release()
  }
}

function append(path: string, lines: string): void {
  const isNew = !existsSync(path)
  try {
    const file = openSync(path, 'a+')
    try {
      // the last writer may have died in the middle of a line: what it left stays a line of its own
      writeAll(file, Buffer.from(endsWhole(file) ? lines : `\n${lines}`))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (isNew) syncFolder(dirname(path))
  } catch (error) {
    const { message } = error as Error
    throw new StoreError(
      `${path}: the decision was not kept: ${message}`,
      'Make room, or let yourself write there; then decide again.',
      { cause: error },
    )
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

function endsWhole(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return true
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] === 10
}

/** So that the new name, too, is on the disk. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // it cannot be opened there, and needs not
  const file = openSync(folder || '.', 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
