/** Wires the page: where data come from, what is looked at, what is shown. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { orNothing } from './data/nothing.ts'
import { httpSource } from './data/source.ts'
import { switchFrom } from './data/switch.ts'
import { inWorker } from './graph/measures/run.ts'
import { createEngine } from './local/engine.ts'
import { messages } from './messages.ts'
import { App } from './panels/app.tsx'
import { plainWords } from './panels/statement.tsx'
import { createExplorer, ExplorerProvider } from './state/explorer.ts'
import { createLocal } from './state/local.ts'
import { followSelection } from './state/reading.ts'

const measure = inWorker(() => new Worker(new URL('./graph/measures/worker.ts', import.meta.url), { type: 'module' }))
const sources = switchFrom(orNothing(httpSource('./api')))
const explorer = createExplorer(sources.source, measure)
const local = createLocal(explorer, sources, createEngine())
const readings = followSelection(explorer)

// what was chosen, for who does not see the picture
effect(() => {
  const { selection, rows, total, loading } = readings.current.value
  if (loading || !explorer.model.value) return
  const [first] = rows
  if (!selection) explorer.said.value = explorer.said.peek() ? messages.chosenNothing : ''
  else if (selection.kind === 'name') {
    const index = explorer.model.value.nameByKey.get(selection.id)
    const name = index === undefined ? '' : explorer.model.value.names[index]!.label
    explorer.said.value = messages.chosenName(name, total)
  } else if (first) explorer.said.value = messages.chosenLine(plainWords(first.statement))
})

render(
  <ExplorerProvider value={explorer}>
    <App readings={readings} local={local} />
  </ExplorerProvider>,
  document.getElementById('app')!,
)
void explorer.load()
