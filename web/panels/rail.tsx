/** The rail: search, and the legend that is the filter. */
import type { Force } from '../../src/model/index.ts'
import type { Family } from '../graph/family.ts'
import { messages } from '../messages.ts'
import { useExplorer } from '../state/explorer.ts'
import { type Facet, isFiltering, noFilters, toggled, values } from '../state/filters.ts'
import { Search } from './search.tsx'
import { Shape, Stroke, type StrokeSign } from './signs.tsx'

const kindSigns: Readonly<Record<string, StrokeSign>> = {
  request: { colour: 'force-ask', width: 3 },
  response: { colour: 'kind-response', width: 2 },
  communication: { colour: 'kind-communication', width: 2 },
  action: { colour: 'kind-action', width: 2 },
  relation: { colour: 'kind-relation', width: 1.2, arrow: false },
  role: { colour: 'kind-relation', width: 1.2 },
  link: { colour: 'kind-prompt', width: 2 },
}

const plain = new Intl.NumberFormat('en')
/** For the legend's half lines. */
const compact = new Intl.NumberFormat('en', { notation: 'compact' })

function Sign({ facet, value }: { readonly facet: Facet; readonly value: string }) {
  if (facet === 'kind') return <Stroke {...kindSigns[value]!} />
  if (facet === 'force') return <i class="swatch" style={{ '--c': `var(--force-${value as Force})` }} />
  if (facet === 'polarity') return <Stroke colour="ink-2" not={value === 'negative'} />
  if (facet === 'factuality') return <Stroke colour="ink-2" dashed={value !== 'actual'} />
  return <Shape family={value as Family} />
}

export function Rail() {
  const explorer = useExplorer()
  const { place, shown, model, project, prompts } = explorer
  const filters = place.value.filters
  const framesOnly = place.value.view === 'frames'
  const { counts, statementCount, nameCount } = shown.value ?? {
    counts: new Map<string, number>(),
    statementCount: 0,
    nameCount: 0,
  }
  const least = Math.floor((model.value?.lowestConfidence ?? 0) * 20) / 20
  const { partOf } = messages
  const totals: Partial<Record<Facet, string>> = {
    kind: partOf(statementCount, project.value?.statements ?? statementCount),
    type: partOf(nameCount, model.value?.names.length ?? nameCount),
  }

  const line = (facet: Facet, value: string) => {
    const isArc = value === 'link' && !framesOnly
    const count = isArc ? prompts.value.length : (counts.get(`${facet}:${value}`) ?? 0)
    const off = filters.hidden.has(`${facet}:${value}`)
    const name = isArc ? messages.links['prompted by'] : messages.values[facet][value]!
    return (
      <li key={value}>
        <button
          type="button"
          aria-pressed={!off}
          class={count ? undefined : 'none'}
          onClick={(event) => explorer.go({ filters: toggled(filters, facet, value, event.detail === 2) })}
        >
          <Sign facet={facet} value={value} />
          <span class="name">{value === 'negative' ? <NotToDo /> : name}</span>
          <span class="count">{(facet === 'force' ? compact : plain).format(count)}</span>
        </button>
      </li>
    )
  }
  const section = (facet: Facet, wanted: readonly string[] = values[facet]) => (
    <section>
      <h2>
        {messages.facets[facet]}
        {totals[facet] !== undefined && <span>{totals[facet]}</span>}
      </h2>
      <ul class={`legend ${facet}`}>{wanted.map((value) => line(facet, value))}</ul>
    </section>
  )
  return (
    <aside class="rail" id="rail" aria-label={messages.rail}>
      <Search />
      {project.value && (
        <>
          {section(
            'kind',
            values.kind.filter((kind) => kind === 'link' || framesOnly === (kind === 'role')),
          )}
          {!framesOnly && section('force')}
          {!framesOnly && section('polarity')}
          {section('factuality')}
          {section('type')}
          <section class="confidence">
            <h2>
              <label for="confidence">{messages.confidence}</label>
              <output for="confidence">{messages.andMore(Math.max(filters.confidence, least))}</output>
            </h2>
            <input
              id="confidence"
              type="range"
              min={least}
              max="1"
              step="0.01"
              aria-label={messages.lowestConfidence}
              value={Math.max(filters.confidence, least)}
              onInput={(event) => {
                const value = Number(event.currentTarget.value)
                explorer.go({ filters: { ...filters, confidence: value <= least ? 0 : value } }, true)
              }}
            />
          </section>
          {isFiltering(filters) && (
            <button type="button" class="reset" onClick={() => explorer.go({ filters: noFilters })}>
              {messages.reset}
            </button>
          )}
          <p class="note">{messages.railNote}</p>
        </>
      )}
    </aside>
  )
}

function NotToDo() {
  const [not, ...rest] = messages.notToDo.split(' ')
  return (
    <>
      <b>{not}</b> {rest.join(' ')}
    </>
  )
}
