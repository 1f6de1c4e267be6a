/** What runs in a worker thread: one document at a time, with models loaded once. */
import type { Document } from '../model/index.ts'
import { type Analysis, analyse } from './analyse.ts'

export default (document: Document): Promise<Analysis> => analyse(document)
