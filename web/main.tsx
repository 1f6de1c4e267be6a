/** Wires the page of a server: where data come from, who measures, who reads what is dropped. */
import { orNothing } from './data/nothing.ts'
import { httpSource } from './data/source.ts'
import { switchFrom } from './data/switch.ts'
import { movesInWorker } from './graph/forces/run.ts'
import { inWorker } from './graph/measures/run.ts'
import { createEngine } from './local/engine.ts'
import { start } from './start.tsx'
import { createExplorer } from './state/explorer.ts'
import { createLocal } from './state/local.ts'

const measure = inWorker(() => new Worker(new URL('./graph/measures/worker.ts', import.meta.url), { type: 'module' }))
const sources = switchFrom(orNothing(httpSource('./api')))
const explorer = createExplorer(sources.source, measure)
const mover = movesInWorker(() => new Worker(new URL('./graph/forces/worker.ts', import.meta.url), { type: 'module' }))
start(explorer, mover, createLocal(explorer, sources, createEngine()))
