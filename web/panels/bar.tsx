/** The bar: project, graph or table, export, theme, keys. */
import { CircleHelp, Moon, Sun } from 'lucide'
import { messages } from '../messages/index.ts'
import type { Tab } from '../state/address.ts'
import { paneOf, useExplorer } from '../state/explorer.ts'
import type { Local } from '../state/local.ts'
import { ExportMenu } from './export.tsx'
import { IconButton } from './icon.tsx'
import { OpenMenu } from './open.tsx'
import { dateInWords } from './statement.tsx'

interface BarProps {
  /** What there is to be shown. */
  readonly tabs: readonly Tab[]
  readonly onHelp: () => void
  readonly local: Local | undefined
}

export function Bar({ tabs, onHelp, local }: BarProps) {
  const explorer = useExplorer()
  const { project, documents, place, theme, pane } = explorer
  // the bar of what was read in the page lists its own
  const skipped = local?.shown.value ? [] : (project.value?.skipped ?? [])
  const dates = documents.value.flatMap(({ date }) => date ?? []).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  const days = first && last && (first === last ? dateInWords(first) : `${dateInWords(first)} – ${dateInWords(last)}`)
  return (
    <header class="bar">
      <h1 class="wordmark">{messages.wordmark}</h1>
      {project.value?.name && (
        <p class="project">
          <b>{project.value.name}</b>{' '}
          <span>
            {messages.documents(project.value.documents)}
            {days && `, ${days}`}
          </span>
          {skipped.length > 0 && (
            <button type="button" class="link" popovertarget="skipped">
              {messages.skipped(skipped.length)}
            </button>
          )}
        </p>
      )}
      <ul class="menu skipped" id="skipped" popover="auto">
        {skipped.map(({ uri, reason }) => (
          <li key={uri}>
            <b>{uri}</b> {reason}
          </li>
        ))}
      </ul>
      <nav class="tabs" aria-label={messages.tabs.label}>
        {tabs.map((tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            aria-current={place.value.tab === tab ? 'page' : undefined}
            onClick={() => {
              pane.value = paneOf(tab)
              explorer.go({ tab })
            }}
          >
            {messages.tabs[tab]}
          </button>
        ))}
      </nav>
      <div class="tools">
        {local && <OpenMenu local={local} />}
        <ExportMenu />
        <IconButton
          node={theme.value === 'dark' ? Sun : Moon}
          label={theme.value === 'dark' ? messages.theme.toLight : messages.theme.toDark}
          onClick={() => explorer.setTheme(theme.value === 'dark' ? 'light' : 'dark')}
        />
        <IconButton node={CircleHelp} label={messages.help} onClick={onHelp} />
      </div>
    </header>
  )
}
