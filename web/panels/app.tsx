/** The page: bar, rail, stage or tables, reader; and the keys that work everywhere. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { messages } from '../messages/index.ts'
import { layouts, type Tab, tabs } from '../state/address.ts'
import { type Explorer, panes, useExplorer } from '../state/explorer.ts'
import { type Forces, useForces } from '../state/forces.ts'
import type { Local } from '../state/local.ts'
import type { Readings } from '../state/reading.ts'
import { lassoing } from '../state/selecting.ts'
import { Bar } from './bar.tsx'
import { Chips } from './chips.tsx'
import { DocumentPanel } from './document.tsx'
import { Evidence } from './evidence.tsx'
import { Help } from './help.tsx'
import { LocalBar } from './local-bar.tsx'
import { pressMany } from './many.tsx'
import { DropZone, Offer, showOpenMenu } from './open.tsx'
import { Rail } from './rail.tsx'
import { Review } from './review.tsx'
import { Stage } from './stage.tsx'
import { Strip } from './strip.tsx'
import { Tables } from './table.tsx'
import { Toast } from './toast.tsx'
import { pressWalk } from './walk.tsx'
import { Words } from './words.tsx'

interface AppProps {
  readonly readings: Readings
  /** Reads what is dropped or pasted; absent where the page only shows. */
  readonly local?: Local
}

export function App({ readings, local }: AppProps) {
  const explorer = useExplorer()
  const forces = useForces()
  const { place, error, said, pane } = explorer
  const help = useSignal(false)
  useEffect(() => {
    const key = (event: KeyboardEvent) => press(event, { explorer, forces }, () => (help.value = true))
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  const editable = explorer.project.value?.editable === true
  const canShow = (name: string) => (name === 'words' ? local !== undefined : name !== 'review' || editable)
  const tab = canShow(place.value.tab) ? place.value.tab : 'graph'
  const offers = local?.shown.value || explorer.project.value?.documents === 0
  return (
    <>
      <button type="button" class="skip" onClick={() => explorer.go({ tab: 'table' })}>
        {messages.skip}
      </button>
      <Bar tabs={tabs.filter(canShow)} onHelp={() => (help.value = true)} local={local} />
      {local && <LocalBar local={local} />}
      {/* another project is another page: nothing of the one before stays */}
      <main class="panes" data-pane={pane.value} key={explorer.edition.value}>
        <Rail />
        <div class="middle">
          {/* the picture keeps its camera while the table is read */}
          <Chips />
          <div class="shown" data-tab={tab}>
            <div class="pane-graph" hidden={tab !== 'graph' && tab !== 'both'}>
              <Stage readings={readings} offer={local && offers ? <Offer local={local} /> : undefined} />
            </div>
            {(tab === 'table' || tab === 'both') && <Tables />}
            {tab === 'review' && <Review />}
            {tab === 'words' && local && <Words local={local} readings={readings} />}
          </div>
          {tab !== 'words' && tab !== 'review' && <Strip />}
        </div>
        <div class="reader">
          <Evidence readings={readings} />
          <DocumentPanel readings={readings} />
        </div>
      </main>
      <nav class="thumb" aria-label={messages.tabs.label}>
        {panes.filter(canShow).map((name) => (
          <button
            key={name}
            type="button"
            aria-current={pane.value === name ? 'page' : undefined}
            onClick={() => {
              pane.value = name
              if (tabs.some((tab) => tab === name)) explorer.go({ tab: name as Tab })
            }}
          >
            {messages.tabs[name]}
          </button>
        ))}
      </nav>
      {error.value && (
        <div class="error" role="alert">
          <b>{messages.failed}</b>
          <p>
            {error.value.message} {error.value.remedy}
          </p>
          <button type="button" class="primary" onClick={() => void explorer.load()}>
            {messages.retry}
          </button>
          <button type="button" onClick={() => (error.value = undefined)}>
            {messages.dismiss}
          </button>
        </div>
      )}
      <p class="unseen" role="status" aria-live="polite">
        {said.value}
      </p>
      {editable && <Toast />}
      {local && <DropZone local={local} />}
      <Help open={help.value} reads={local !== undefined} onClose={() => (help.value = false)} />
    </>
  )
}

interface Pressed {
  readonly explorer: Explorer
  readonly forces: Forces
}

/** Keys that work wherever no text is typed. */
function press(event: KeyboardEvent, { explorer, forces }: Pressed, openHelp: () => void): void {
  const target = event.target as HTMLElement
  const typing = target.matches('input:not([type=range]), textarea, select')
  if (
    !event.defaultPrevented &&
    !typing &&
    !document.querySelector('dialog[open]') &&
    (pressMany(event, explorer) || pressWalk(event, explorer))
  ) {
    event.preventDefault()
    return
  }
  if (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    document.querySelector('dialog[open]')
  )
    return
  if (event.key === 'Escape') {
    if (typing) target.blur()
    else if (!document.querySelector(':popover-open') && explorer.place.value.selection) explorer.select(undefined)
    else lassoing.value = false
    return
  }
  if (typing) return
  const { tab, layout } = explorer.place.value
  const acts: Record<string, () => void> = {
    '/': () => {
      explorer.pane.value = 'filter'
      requestAnimationFrame(() => document.getElementById('search')?.focus())
    },
    '?': openHelp,
    t: () => explorer.go({ tab: tab === 'table' ? 'graph' : 'table' }),
    b: () => explorer.go({ tab: tab === 'both' ? 'graph' : 'both' }),
    l: () => explorer.go({ layout: layouts[(layouts.indexOf(layout ?? 'chain') + 1) % layouts.length] }),
    d: () => explorer.setTheme(explorer.theme.value === 'dark' ? 'light' : 'dark'),
    f: () => (event.shiftKey ? forces.stop() : forces.toggle()),
    e: () => document.getElementById('export-menu')?.showPopover(),
    o: showOpenMenu,
    w: () => document.getElementById('tab-words')?.click(),
    r: () => document.getElementById('tab-review')?.click(),
  }
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  if (!act) return
  event.preventDefault()
  act()
}
