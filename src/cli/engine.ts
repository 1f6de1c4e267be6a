/** The models and patterns, loaded once a thread. */
import { loadNodeAnnotator } from '../annotate/node.ts'
import { ModelError } from '../errors.ts'
import { loadPatterns } from '../frames/index.ts'
import type { Engine } from '../pipeline.ts'

let loaded: Promise<Engine> | undefined

/** The engine of this thread. Throws `ModelError` where the models cannot be loaded. */
export function loadEngine(): Promise<Engine> {
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
