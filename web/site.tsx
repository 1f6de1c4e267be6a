/** Wires the static site: one classic script that opens from any folder, its data in another; no server, no worker. */
import './styles/page.css'
import type { Shipped } from '../src/project/shipped.ts'
import { shippedSource } from './data/shipped.ts'
import { movesInSlices } from './graph/forces/run.ts'
import { inSlices } from './graph/measures/run.ts'
import { start } from './start.tsx'
import { createExplorer } from './state/explorer.ts'

declare global {
  interface Window {
    /** Set by `data.js`, which `src/export/site.ts` writes. */
    demarcheData?: Shipped
  }
}

const data = window.demarcheData
if (data) start(createExplorer(shippedSource(data), inSlices, data.views), movesInSlices())
else document.getElementById('app')!.textContent = 'data.js is missing: copy the whole folder.'
