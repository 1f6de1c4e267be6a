/**
 * The public names: read documents, extract statements, build graphs, export them, open and serve project files.
 *
 * ```js
 * import { extract, loadEngine, readDocument } from 'demarche'
 * const [document] = await readDocument(await readFile('letter.eml'), 'letter.eml')
 * const { statements } = extract(document, await loadEngine())
 * ```
 */
export { loadEngine } from './cli/engine.ts'
export * from './errors.ts'
export type { Exporter, ExportInput } from './export/index.ts'
export { exporters } from './export/index.ts'
export type { GraphInput } from './graph/index.ts'
export { actorsGraph, framesGraph } from './graph/index.ts'
export * from './model/index.ts'
export type { Engine, Extraction } from './pipeline.ts'
export { extract } from './pipeline.ts'
export { matcher, parseQuery, printQuery, type Query } from './query/index.ts'
export type { Reader } from './read/index.ts'
export { readDocument, readers } from './read/index.ts'
export { readSources } from './read/node.ts'
export type { RunningServer, ServeOptions } from './server/index.ts'
export { serve } from './server/index.ts'
export { openProject, type StoredProject } from './store/index.ts'
