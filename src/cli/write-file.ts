/** Pieces of text → a file, which is whole or not there. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { DemarcheError } from '../errors.ts'

/** Under its own name only when it is whole: whatever stops us leaves the old file as it was. */
export function writeFile(path: string, pieces: Iterable<string>): void {
  const part = `${path}.${process.pid}.part`
  const remove = () => rmSync(part, { force: true })
  process.once('exit', remove)
  try {
    const file = openSync(part, 'w')
    try {
      for (const piece of pieces) writeSync(file, piece)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    remove()
    throw new DemarcheError(
      `${path}: cannot be written (${(error as Error).message})`,
      'Check its folder and the free space.',
      {
        cause: error,
      },
    )
  } finally {
    process.off('exit', remove)
  }
}
