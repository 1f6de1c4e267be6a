/** The rail: search, and the legend that is the filter. */
import { useComputed } from '@preact/signals'
import { none } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { isFiltering, leastConfidence, noFilters, withConfidence } from '../state/filters.ts'
import { passingIn } from '../state/fits.ts'
import { FixedFacetPanel, LongFacetPanel } from './facet.tsx'
import { Ranges } from './ranges.tsx'
import { Search } from './search.tsx'
import { Stroke } from './signs.tsx'

export function Rail() {
  const explorer = useExplorer()
  const { place, shown, model, project, told, misses } = explorer
  const { filters } = place.value
  const { query } = filters
  const statements = project.value?.statements ?? 0
  const passing = misses.value ? passingIn(misses.value) : statements
  const { partOf } = messages
  const all = model.value
  const least = Math.floor((all?.lowestConfidence ?? 0) * 20) / 20
  const sources = useComputed(() => {
    const names = told.value?.facts.sources ?? []
    return names.length
      ? [none, ...names].map((value) => ({ value, label: value === none ? messages.textItself : value }))
      : []
  }).value
  const documents = useComputed(() =>
    (told.value?.facts.documents ?? []).map(({ uri, title }) => ({ value: uri, label: title ?? uri })),
  ).value
  return (
    <aside class="rail" id="rail" aria-label={messages.rail}>
      <Search />
      {project.value && (
        <>
          <FixedFacetPanel facet="kind" total={partOf(passing, statements)}>
            <Arcs />
          </FixedFacetPanel>
          <FixedFacetPanel facet="force" />
          <FixedFacetPanel facet="polarity" />
          <FixedFacetPanel facet="factuality" />
          <FixedFacetPanel facet="status" />
          <FixedFacetPanel
            facet="type"
            total={all && shown.value ? partOf(shown.value.nameCount, all.names.length) : undefined}
          />
          <LongFacetPanel facet="source" list={sources} />
          {documents.length > 1 && <LongFacetPanel facet="document" list={documents} />}
          <Slider
            name="confidence"
            title={messages.confidence}
            label={messages.lowestConfidence}
            words={messages.andMore(Math.max(leastConfidence(query), least))}
            range={{ min: least, max: 1, step: 0.01 }}
            value={Math.max(leastConfidence(query), least)}
            onInput={(value) => {
              const next = withConfidence(query, value <= least ? 0 : value)
              explorer.go({ filters: { ...filters, query: next } }, true)
            }}
          />
          <Ranges />
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

/** The arcs from request to request are no statements: they are drawn or not. */
function Arcs() {
  const explorer = useExplorer()
  const { filters } = explorer.place.value
  return (
    <li class="line">
      <button
        type="button"
        class="keep"
        aria-pressed={filters.arcs}
        onClick={() => explorer.go({ filters: { ...filters, arcs: !filters.arcs } })}
      >
        <Stroke colour="kind-prompt" width={2} />
        <span class="name">{messages.arcs}</span>
        <span class="count">{filters.arcs ? explorer.prompts.value.length : messages.hidden}</span>
      </button>
    </li>
  )
}

interface SliderProps {
  readonly name: string
  readonly title: string
  readonly label: string
  readonly words: string
  readonly range: { readonly min: number; readonly max: number; readonly step: number }
  readonly value: number
  onInput(value: number): void
}

function Slider({ name, title, label, words, range, value, onInput }: SliderProps) {
  return (
    <section class="slider">
      <h2>
        <label for={name}>{title}</label>
        <output for={name}>{words}</output>
      </h2>
      <input
        id={name}
        type="range"
        {...range}
        aria-label={label}
        aria-valuetext={words}
        value={value}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
    </section>
  )
}
