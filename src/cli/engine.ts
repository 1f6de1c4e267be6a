/** The models and patterns, loaded once a thread. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { loadNodeAnnotator, modelFolder } from '../annotate/node.ts'
import { ModelError } from '../errors.ts'
import { loadPatterns } from '../frames/index.ts'
import { NameList } from '../lexicon/listed.ts'
import type { ListedName } from '../model/index.ts'
import type { Engine } from '../pipeline.ts'

/**
 * A hash of the program and its models: what was analysed by another version is analysed anew. It covers the folder
 * that holds the built files, and that of the models.
 */
export async function engineFingerprint(): Promise<string> {
  const folders = [new URL('.', import.meta.url), modelFolder()]
  const names = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
  const files = names
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of [...new Set(files)].sort()) hash.update(basename(file)).update(await readFile(file))
  return hash.digest('hex')
}

let loaded: Promise<Engine> | undefined

/** The engine of this thread, with the user's own names. Throws `ModelError` where the models cannot be loaded. */
export async function loadEngine(names: readonly ListedName[] = []): Promise<Engine> {
  const engine = await loadModels()
  if (names.length === 0) return engine
  const known = lists.get(names) ?? new NameList(names)
  lists.set(names, known)
  return { ...engine, listed: known }
}

const lists = new WeakMap<readonly ListedName[], NameList>()

function loadModels(): Promise<Engine> {
  loaded ??= loadNodeAnnotator().then(
    (annotator) => ({ annotator, patterns: loadPatterns() }),
    (error: unknown) => {
      if (error instanceof ModelError) throw error
      throw new ModelError(`the models cannot be loaded: ${(error as Error).message}`, 'Install Demarche again.', {
        cause: error,
      })
    },
  )
  return loaded
}
