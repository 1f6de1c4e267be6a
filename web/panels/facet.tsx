/** A facet of the legend: each line can be kept (with others of its facet) or left out, and says how many it stands for. */
import { useSignal } from '@preact/signals'
import { CircleMinus } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Force } from '../../src/model/index.ts'
import type { Family } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { type Facet, type FixedFacet, type Mark, marked, markOf, values } from '../state/filters.ts'
import { Icon } from './icon.tsx'
import { Shape, Stroke, type StrokeSign } from './signs.tsx'

const kindSigns: Readonly<Record<string, StrokeSign>> = {
  request: { colour: 'force-ask', width: 3 },
  response: { colour: 'kind-response', width: 2 },
  communication: { colour: 'kind-communication', width: 2 },
  action: { colour: 'kind-action', width: 2 },
  relation: { colour: 'kind-relation', width: 1.2, arrow: false },
}

const plain = new Intl.NumberFormat('en')
/** For the legend's half lines. */
const compact = new Intl.NumberFormat('en', { notation: 'compact' })

function Sign({ facet, value }: { readonly facet: Facet | 'trait'; readonly value: string }) {
  if (facet === 'kind') return <Stroke {...kindSigns[value]!} />
  if (facet === 'force') return <i class="swatch" style={{ '--c': `var(--force-${value as Force})` }} />
  if (facet === 'polarity') return <Stroke colour="ink-2" not={value === 'negative'} />
  if (facet === 'factuality') return <Stroke colour="ink-2" dashed={value !== 'actual'} />
  if (facet === 'status') return <i class={`dot s-${value}`} />
  if (facet === 'type') return <Shape family={value as Family} />
  return null
}

/** One stop for the Tab key; arrow keys go from line to line, and sideways to the sign that leaves out. */
export function Legend({ name, children }: { readonly name?: string; readonly children: ComponentChildren }) {
  const list = useRef<HTMLUListElement>(null)
  const lines = () => [...(list.current?.querySelectorAll<HTMLElement>('.line') ?? [])]
  const button = (line: HTMLElement | undefined, kind: 'keep' | 'leave') =>
    line?.querySelector<HTMLElement>(`.${kind}`) ?? undefined
  // one line alone is a stop: the one that was come to last, while it is there
  const settle = (wanted?: HTMLElement) => {
    const all = lines()
    const stop = wanted ?? all.find((line) => button(line, 'keep')?.tabIndex === 0) ?? all[0]
    for (const line of all) {
      const keep = button(line, 'keep')
      if (keep) keep.tabIndex = line === stop ? 0 : -1
    }
  }
  useEffect(() => settle())
  const step = (event: KeyboardEvent) => {
    const all = lines()
    const at = all.findIndex((line) => line.contains(event.target as Node))
    const kind = (event.target as HTMLElement).matches('.leave') ? 'leave' : 'keep'
    const goal = {
      ArrowDown: button(all[at + 1], kind) ?? button(all[at + 1], 'keep'),
      ArrowUp: button(all[at - 1], kind) ?? button(all[at - 1], 'keep'),
      ArrowRight: button(all[at], 'leave'),
      ArrowLeft: button(all[at], 'keep'),
      Home: button(all[0], kind),
      End: button(all.at(-1), 'keep'),
    }[event.key]
    if (!goal) return
    event.preventDefault()
    event.stopPropagation()
    goal.focus()
  }
  return (
    <ul
      class={name ? `legend ${name}` : 'legend'}
      ref={list}
      onKeyDown={step}
      onFocusIn={(event) => settle((event.target as HTMLElement).closest<HTMLElement>('.line') ?? undefined)}
    >
      {children}
    </ul>
  )
}

interface LineProps {
  readonly facet: Facet | 'trait'
  readonly value: string
  readonly label: string
  /** How many there are, where it is not statements that are counted. */
  readonly members?: number
  /** Where the facet has none of its own. */
  readonly sign?: ComponentChildren
  readonly children?: ComponentChildren
}

export function Line({ facet, value, label, members, sign, children }: LineProps) {
  const explorer = useExplorer()
  const { place, counts } = explorer
  const { filters } = place.value
  const mark = markOf(filters.query, facet, value)
  const count = members ?? counts.value.get(`${facet}:${value}`) ?? 0
  const set = (to: Mark) =>
    explorer.go({ filters: { ...filters, query: marked(filters.query, facet, value, mark === to ? 'off' : to) } })
  return (
    <li class={`line ${mark}${count ? '' : ' none'}`}>
      <button type="button" class="keep" aria-pressed={mark === 'only'} onClick={() => set('only')} title={label}>
        {sign ?? <Sign facet={facet} value={value} />}
        <span class="name">{children ?? label}</span>
        <span class="count">{(facet === 'force' ? compact : plain).format(count)}</span>
      </button>
      <button
        type="button"
        class="leave"
        tabIndex={-1}
        aria-pressed={mark === 'without'}
        aria-label={messages.without(label)}
        title={messages.without(label)}
        onClick={() => set('without')}
      >
        <Icon node={CircleMinus} />
      </button>
    </li>
  )
}

interface FacetProps {
  readonly facet: FixedFacet
  /** Beside the title. */
  readonly total?: string | undefined
  readonly children?: ComponentChildren
}

/** A facet all lines of which are known: they stand there with nothing behind them too, since they are the legend. */
export function FixedFacetPanel({ facet, total, children }: FacetProps) {
  const { place } = useExplorer()
  return (
    <section aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>
        {messages.facets[facet]}
        {total !== undefined && <span>{total}</span>}
      </h2>
      <Legend name={facet === 'type' && place.value.colour !== 'type' ? 'type plain' : facet}>
        {values[facet].map((value) => (
          <Line key={value} facet={facet} value={value} label={messages.values[facet][value]!}>
            {value === 'negative' ? <NotToDo /> : undefined}
          </Line>
        ))}
        {children}
      </Legend>
    </section>
  )
}

function NotToDo() {
  const [not, ...rest] = messages.polarities.negative.split(' ')
  return (
    <>
      <b>{not}</b> {rest.join(' ')}
    </>
  )
}

const atFirst = 5
const atOnce = 20
/** More lines than this can be searched. */
const searched = 8

/** A facet that may have thousands of lines: those with the most statements first, the marked ones always. */
export function LongFacetPanel({
  facet,
  list,
}: {
  readonly facet: 'source' | 'document'
  readonly list: readonly { readonly value: string; readonly label: string }[]
}) {
  const { place, counts } = useExplorer()
  const limit = useSignal(atFirst)
  const typed = useSignal('')
  const { query } = place.value.filters
  const sought = typed.value.trim().toLowerCase()
  const tally = counts.value
  const inOrder = useMemo(() => {
    const count = (value: string) => tally.get(`${facet}:${value}`) ?? 0
    return [...list].sort((a, b) => count(b.value) - count(a.value) || a.label.localeCompare(b.label))
  }, [list, tally])
  const fitting = sought ? inOrder.filter(({ label }) => label.toLowerCase().includes(sought)) : inOrder
  const shown = fitting.filter(({ value }, i) => i < limit.value || markOf(query, facet, value) !== 'off')
  const left = fitting.length - shown.length
  if (list.length === 0) return null
  return (
    <section aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>
        {messages.facets[facet]}
        <span>{messages.partOf(shown.length, list.length)}</span>
      </h2>
      {list.length > searched && (
        <input
          class="sift"
          type="search"
          aria-label={messages.sift[facet]}
          placeholder={messages.sift[facet]}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      )}
      <Legend>
        {shown.map(({ value, label }) => (
          <Line key={value} facet={facet} value={value} label={label} />
        ))}
      </Legend>
      {fitting.length === 0 && <p class="nil">{messages.search.found(0)}</p>}
      {left > 0 && (
        <button type="button" class="link" onClick={() => (limit.value += atOnce)}>
          {messages.more(left)}
        </button>
      )}
      {left === 0 && limit.value > atFirst && fitting.length > atFirst && (
        <button type="button" class="link" onClick={() => (limit.value = atFirst)}>
          {messages.fewer}
        </button>
      )}
    </section>
  )
}
