/** The stage: caption with counts, layouts, and the picture. */
import { Maximize, ZoomIn, ZoomOut } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { GraphModel } from '../graph/model.ts'
import { readPalette } from '../graph/palette.ts'
import { Picture } from '../graph/picture.ts'
import { canLayOut, suitedLayout } from '../graph/plan.ts'
import { messages } from '../messages/index.ts'
import { layouts } from '../state/address.ts'
import { drawInto, gesturesFor } from '../state/drawing.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { isFiltering, noFilters } from '../state/filters.ts'
import { countOf, type Shown } from '../state/fits.ts'
import { useForces } from '../state/forces.ts'
import type { Readings } from '../state/reading.ts'
import { chooseNames, namesOf } from '../state/selecting.ts'
import { isWalked, placed } from '../state/walk.ts'
import { ForcesCard } from './forces.tsx'
import { IconButton } from './icon.tsx'
import { ColourLegend, Looks } from './looks.tsx'
import { Segments } from './segments.tsx'
import { WalkStrip } from './walk.tsx'

/** What a test may ask of the page: where things are drawn. */
declare global {
  interface Window {
    demarche?: { readonly picture: Picture; readonly explorer: Explorer }
  }
}

interface StageProps {
  readonly readings: Readings
  /** What is offered where there is nothing to draw, instead of the words for a project that was built. */
  readonly offer?: ComponentChildren
}

export function Stage({ readings, offer }: StageProps) {
  const explorer = useExplorer()
  const { model, shown, place, project } = explorer
  const forces = useForces()
  const container = useRef<HTMLDivElement>(null)
  const picture = useRef<Picture | undefined>(undefined)

  useEffect(() => {
    const made = new Picture(container.current!, readPalette(), gesturesFor(explorer, forces))
    picture.current = made
    explorer.picture.value = made
    window.demarche = { picture: made, explorer }
    const stop = drawInto(made, { explorer, readings, forces })
    return () => {
      stop()
      made.kill()
    }
  }, [])

  const now = shown.value
  const all = model.value
  const { view, layout, filters, walk, table } = place.value
  const count = all ? countOf(placed(all, walk)) : 0
  const unlinked =
    project.value && all && !all.whole && view === 'actors'
      ? project.value.entities - all.names.filter((n) => n.kind === 'entity').length
      : 0
  // a few names that a filter leaves of many stand where the many had room for them
  const isSifted = now !== undefined && now.nameCount > 0 && canLayOut(now.nameCount) && !canLayOut(count)
  return (
    <section class="stage" aria-label={messages.tabs.graph}>
      <header>
        <div class="line-up">
          <h1>{messages.title}</h1>
          <Segments
            label={messages.views.label}
            names={['actors', 'frames']}
            on={view}
            words={messages.views}
            onChoose={(name) => explorer.go({ view: name, selection: undefined })}
          />
          {all && canLayOut(count) && (
            <Segments
              label={messages.layouts.label}
              names={layouts}
              on={layout ?? suitedLayout(count)}
              words={messages.layouts}
              onChoose={(name) => explorer.go({ layout: name })}
            />
          )}
        </div>
        <div class="line-up">
          {all && now && (
            <p>
              {messages.drawn(now.nameCount, all.whole?.names ?? all.names.length, view)}
              {all.whole && !walk.only && <HowMany whole={all.whole.names} />}
              {unlinked > 0 && `, ${messages.noSecond(unlinked)}`}.{' '}
              <button
                type="button"
                class="link"
                onClick={() => explorer.go({ tab: 'table', table: { ...table, of: 'names' } })}
              >
                {messages.listThem}
              </button>
              {isSifted && (
                <>
                  {' '}
                  <button
                    type="button"
                    class="link"
                    onClick={() => explorer.walk({ do: 'only', names: left(all, now) })}
                  >
                    {messages.layOutLeft}
                  </button>
                </>
              )}
            </p>
          )}
          <Looks />
        </div>
      </header>
      <div class="sheet">
        <div
          class="canvas"
          ref={container}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk from name to name
          tabIndex={0}
          aria-label={messages.picture(now?.nameCount ?? 0, now?.lineCount ?? 0)}
          onKeyDown={(event) => stepThrough(event, explorer, picture.current)}
        />
        <ForcesCard />
        {!all && <p class="veil">{messages.loading}</p>}
        {all && all.names.length === 0 && (
          <div class="veil">
            {offer ?? (
              <>
                <h2>{messages.nothing.title}</h2>
                <p>{messages.nothing.lead}</p>
                <code>{messages.nothing.command}</code>
              </>
            )}
          </div>
        )}
        {all && all.names.length > 0 && now?.nameCount === 0 && (
          <div class="veil">
            <p>{messages.nothingLeft}</p>
            {isWalked(walk) && (
              <button type="button" class="primary" onClick={() => explorer.walk({ do: 'all' })}>
                {messages.walk.all}
              </button>
            )}
            {isFiltering(filters) && (
              <button type="button" class="primary" onClick={() => explorer.go({ filters: noFilters })}>
                {messages.reset}
              </button>
            )}
          </div>
        )}
        <div class="zoom">
          <IconButton node={ZoomIn} label={messages.zoomIn} onClick={() => picture.current?.zoom(1.5)} />
          <IconButton node={ZoomOut} label={messages.zoomOut} onClick={() => picture.current?.zoom(1 / 1.5)} />
          <IconButton node={Maximize} label={messages.zoomAll} onClick={() => picture.current?.zoom(0)} />
        </div>
      </div>
      <WalkStrip />
      <ColourLegend />
    </section>
  )
}

/** The names that the filters leave, by their keys. */
const left = (all: GraphModel, { names }: Shown): string[] =>
  all.names.flatMap(({ index, key }) => (names[index] ? [key] : []))

/** Of a graph too large to be drawn at once: how many of its names are. */
function HowMany({ whole }: { readonly whole: number }) {
  const explorer = useExplorer()
  const { top } = explorer.place.value
  const steps = [500, 1500, 5000, 10_000].filter((step) => step < whole)
  const { howMany } = messages
  return (
    <label>
      {`, ${howMany.by} `}
      <select
        aria-label={howMany.label}
        value={String(top ?? '')}
        onChange={({ currentTarget: { value } }) => explorer.go({ top: Number(value) || undefined })}
      >
        <option value="">{howMany.first}</option>
        {steps.map((step) => (
          <option key={step} value={String(step)}>
            {howMany.top(step)}
          </option>
        ))}
        <option value={String(whole)}>{howMany.all(whole)}</option>
      </select>
    </label>
  )
}

/** Arrow keys go through the names that are shown, the ones that matter most first; Esc and zoom as on the sheet of keys. */
function stepThrough(event: KeyboardEvent, explorer: Explorer, picture: Picture | undefined): void {
  const model = explorer.model.value
  const shown = explorer.shown.value
  if (!model || !shown) return
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (way) {
    event.preventDefault()
    const order = model.byRank.filter((index) => shown.names[index])
    const { selection } = explorer.place.value
    const last = namesOf(selection).at(-1) ?? selection?.id
    const at = order.findIndex((index) => model.names[index]!.key === last)
    const next = order[at < 0 && way < 0 ? order.length - 1 : (at + way + order.length) % order.length]
    if (next === undefined) return
    const { key } = model.names[next]!
    if (event.shiftKey) chooseNames(explorer, [key], 'add')
    else explorer.select({ kind: 'name', id: key })
  }
  const zoom = { '+': 1.5, '=': 1.5, '-': 1 / 1.5, '0': 0 }[event.key]
  if (zoom !== undefined) picture?.zoom(zoom)
}
