/** The bar: project, graph or table, export, theme, keys. */
import { CircleHelp, Moon, Sun } from 'lucide'
import { messages } from '../messages.ts'
import { tabs } from '../state/address.ts'
import { useExplorer } from '../state/explorer.ts'
import { ExportMenu } from './export.tsx'
import { Icon } from './icon.tsx'
import { dateInWords } from './statement.tsx'

export function Bar({ onHelp }: { readonly onHelp: () => void }) {
  const explorer = useExplorer()
  const { project, documents, place, theme, pane } = explorer
  const dates = documents.value.flatMap(({ date }) => date ?? []).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  const days = first && last && (first === last ? dateInWords(first) : `${dateInWords(first)} – ${dateInWords(last)}`)
  return (
    <header class="bar">
      <p class="wordmark">{messages.wordmark}</p>
      {project.value && (
        <p class="project">
          <b>{project.value.name}</b>{' '}
          <span>
            {messages.documents(project.value.documents)}
            {days && `, ${days}`}
          </span>
          {project.value.skipped.length > 0 && (
            <button type="button" class="link" popovertarget="skipped">
              {messages.skipped(project.value.skipped.length)}
            </button>
          )}
        </p>
      )}
      <ul class="menu skipped" id="skipped" popover="auto">
        {project.value?.skipped.map(({ uri, reason }) => (
          <li key={uri}>
            <b>{uri}</b> {reason}
          </li>
        ))}
      </ul>
      <nav class="tabs" aria-label={messages.tabs.label}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-current={place.value.tab === tab ? 'page' : undefined}
            onClick={() => {
              pane.value = tab
              explorer.go({ tab })
            }}
          >
            {messages.tabs[tab]}
          </button>
        ))}
      </nav>
      <div class="tools">
        <ExportMenu />
        <button
          type="button"
          class="square"
          aria-label={theme.value === 'dark' ? messages.theme.toLight : messages.theme.toDark}
          onClick={() => explorer.setTheme(theme.value === 'dark' ? 'light' : 'dark')}
        >
          <Icon node={theme.value === 'dark' ? Sun : Moon} />
        </button>
        <button type="button" class="square" aria-label={messages.help} onClick={onHelp}>
          <Icon node={CircleHelp} />
        </button>
      </div>
    </header>
  )
}
