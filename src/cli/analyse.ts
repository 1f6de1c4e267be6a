/** Document → what the store and the output keep of it, with this thread's engine. Runs in this thread and in workers. */
import type { Document, ListedName } from '../model/index.ts'
import { type Analysis, analyse as analyseWith } from '../project/analysis.ts'
import { loadEngine } from './engine.ts'

export type { Analysis }

export const analyse = async (document: Document, names?: readonly ListedName[]): Promise<Analysis> =>
  analyseWith(document, await loadEngine(names))
