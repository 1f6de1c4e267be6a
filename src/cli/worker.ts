/** What runs in a worker thread: one document at a time, with models loaded once. */
import { Piscina } from 'piscina'
import type { Document, ListedName } from '../model/index.ts'
import { type Analysis, analyse } from './analyse.ts'

const names = Piscina.workerData as readonly ListedName[] | undefined

export default (document: Document): Promise<Analysis> => analyse(document, names)
