/** Paths of lists that the user gives → their entries. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { DemarcheError } from '../errors.ts'
import type { ListedName } from '../model/index.ts'
import { decode } from '../read/decode.ts'
import { readNameList } from '../read/name-list.ts'
import type { ListPaths } from '../store/index.ts'

export interface Lists {
  readonly names: readonly ListedName[]
  readonly identifiers?: readonly ListedName[]
  /** Of the user's names: what was analysed with others is analysed anew. */
  readonly fingerprint: string
}

/** Throws `DemarcheError` for a list that is not there or has a fault. */
export async function readLists({ names, wikidata }: ListPaths): Promise<Lists> {
  const hash = createHash('sha256')
  const entries: ListedName[] = []
  for (const path of names) {
    const text = await read(path, '--names')
    hash.update(text)
    entries.push(...readNameList(text, path, { strict: true }))
  }
  return {
    names: entries,
    fingerprint: names.length > 0 ? hash.digest('hex') : '',
    ...(wikidata && { identifiers: readNameList(await read(wikidata, '--wikidata'), wikidata, { strict: false }) }),
  }
}

async function read(path: string, option: string): Promise<string> {
  try {
    return decode(await readFile(path)).text
  } catch (error) {
    throw new DemarcheError(
      `${path}: the list cannot be read (${(error as Error).message})`,
      `Give its path with ${option}, or build without it: --no${option.slice(1)}.`,
      { cause: error },
    )
  }
}
