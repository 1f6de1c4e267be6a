/** The page from where its data come to what is shown: the same for a server's page and for a static site. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Mover } from './graph/forces/run.ts'
import { nameOf } from './graph/model.ts'
import { messages } from './messages/index.ts'
import { App } from './panels/app.tsx'
import { plainWords } from './panels/statement.tsx'
import { createDesk, DeskProvider } from './state/decisions.ts'
import { type Explorer, ExplorerProvider } from './state/explorer.ts'
import { createForces, ForcesProvider } from './state/forces.ts'
import type { Local } from './state/local.ts'
import { followSelection } from './state/reading.ts'
import { namesOf } from './state/selecting.ts'

export function start(explorer: Explorer, mover: Mover, local?: Local): void {
  const readings = followSelection(explorer)

  // what was chosen, for who does not see the picture
  effect(() => {
    const { selection, rows, total, loading } = readings.current.value
    if (loading || !explorer.model.value) return
    const [first] = rows
    if (!selection) explorer.said.value = explorer.said.peek() ? messages.chosenNothing : ''
    else if (selection.kind === 'name') {
      const name = nameOf(explorer.model.value, selection.id)?.label ?? ''
      explorer.said.value = messages.chosenName(name, total)
    } else if (selection.kind === 'names') explorer.said.value = messages.many.said(namesOf(selection).length, total)
    else if (first) explorer.said.value = plainWords(first.statement)
  })

  render(
    <ExplorerProvider value={explorer}>
      <DeskProvider value={createDesk(explorer)}>
        <ForcesProvider value={createForces(explorer, mover)}>
          <App readings={readings} {...(local && { local })} />
        </ForcesProvider>
      </DeskProvider>
    </ExplorerProvider>,
    document.getElementById('app')!,
  )
  void explorer.load()
}
