/** The time strip: statements by day, month or year; a brush over it keeps some of the time. */
import { useComputed, useSignal } from '@preact/signals'
import { X } from 'lucide'
import { useRef } from 'preact/hooks'
import { isoDay, type Period } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { type Clock, clocks, spanOf, withSpan } from '../state/filters.ts'
import { type Bar, type Histogram, histogramOf, type Unit } from '../state/histogram.ts'
import { Icon } from './icon.tsx'
import { Segments } from './segments.tsx'
import { dateInWords } from './statement.tsx'

const lengthOf: Readonly<Record<Unit, number>> = { day: 10, month: 7, year: 4 }

/** Days of a bar in words: "Aug 2017". */
const named = (unit: Unit, day: number) => dateInWords(isoDay(day).slice(0, lengthOf[unit]))

export function Strip() {
  const explorer = useExplorer()
  const { place, told, misses } = explorer
  const clock = useComputed(() => place.value.clock).value
  const histograms = useComputed(() => {
    const facts = told.value
    return new Map(clocks.map((clock) => [clock, facts && histogramOf(facts, misses.value, clock)]))
  }).value
  const offered = clocks.filter((clock) => histograms.get(clock))
  const shown = offered.includes(clock) ? clock : offered[0]
  const histogram = shown && histograms.get(shown)
  if (!shown || !histogram) return null
  const { query } = place.value.filters
  const set = (span: Period | undefined, clock: Clock = shown) =>
    explorer.go({ filters: { ...place.value.filters, query: withSpan(query, clock, span) }, clock }, true)
  const span = spanOf(query, shown)
  return (
    <section class="timeline" aria-label={messages.strip.label}>
      <header>
        {offered.length > 1 ? (
          <Segments
            label={messages.strip.clock}
            names={offered}
            on={shown}
            words={messages.strip.clocks}
            onChoose={(one) => set(undefined, one)}
          />
        ) : (
          <h2>{messages.strip.clocks[shown]}</h2>
        )}
        <p>{span ? spanInWords(histogram, span) : messages.strip.by[histogram.unit]}</p>
        {span && (
          <button type="button" class="link" onClick={() => set(undefined)}>
            <Icon node={X} /> {messages.strip.clear}
          </button>
        )}
        {histogram.undated > 0 && <p class="undated">{messages.strip.undated(histogram.undated, Boolean(span))}</p>}
      </header>
      <Brush histogram={histogram} span={span} onSpan={set} />
    </section>
  )
}

/** The days that a span keeps of a strip, both named. */
function spanInWords({ bars, unit }: Histogram, span: Period): string {
  const [first, last] = kept(bars, span)
  const [from, to] = [named(unit, bars[first]!.start), named(unit, bars[last]!.start)]
  return from === to ? from : `${from} – ${to}`
}

/** The first and the last bar that a span keeps. */
function kept(bars: readonly Bar[], span: Period | undefined): [number, number] {
  const end = bars.length - 1
  if (!span) return [0, end]
  const first = bars.findIndex((bar) => bar.end > span.start)
  const last = bars.findLastIndex((bar) => bar.start < span.end)
  const from = first < 0 ? end : first
  return [from, Math.max(from, last)]
}

interface BrushProps {
  readonly histogram: Histogram
  readonly span: Period | undefined
  onSpan(span: Period | undefined): void
}

function Brush({ histogram: { bars, unit }, span, onSpan }: BrushProps) {
  const box = useRef<HTMLDivElement>(null)
  /** Bar where a drag began. */
  const grip = useSignal<number | undefined>(undefined)
  const [first, last] = kept(bars, span)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const end = bars.length - 1
  const keep = (from: number, to: number) => {
    const [a, b] = [Math.max(0, Math.min(from, to)), Math.min(end, Math.max(from, to))]
    onSpan(a === 0 && b === end ? undefined : { start: bars[a]!.start, end: bars[b]!.end })
  }
  const barUnder = (event: PointerEvent) => {
    const { left, width } = box.current!.getBoundingClientRect()
    return Math.max(0, Math.min(end, Math.floor(((event.clientX - left) / width) * bars.length)))
  }
  const share = (bar: number) => `${(bar / bars.length) * 100}%`
  const handle = (which: 'from' | 'to') => {
    const now = which === 'from' ? first : last
    const set = (bar: number) =>
      which === 'from' ? keep(Math.min(bar, last), last) : keep(first, Math.max(bar, first))
    return (
      <div
        class={`handle ${which}`}
        role="slider"
        tabIndex={0}
        aria-label={messages.strip[which]}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={now}
        aria-valuetext={named(unit, bars[now]!.start)}
        style={{ left: share(which === 'from' ? first : last + 1) }}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key]
          const goal =
            step !== undefined ? now + step : event.key === 'Home' ? 0 : event.key === 'End' ? end : undefined
          if (goal === undefined) return
          event.preventDefault()
          event.stopPropagation()
          set(Math.max(0, Math.min(end, goal)))
        }}
        onPointerDown={(event) => {
          // a drag of a handle moves its end; the other one stands
          grip.value = which === 'from' ? last : first
          box.current!.setPointerCapture(event.pointerId)
          event.stopPropagation()
        }}
      />
    )
  }
  const years = ticks(bars, unit)
  return (
    <div class="brush">
      <div
        class="bars"
        ref={box}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          grip.value = barUnder(event)
          event.currentTarget.setPointerCapture(event.pointerId)
          keep(grip.value, grip.value)
        }}
        onPointerMove={(event) => {
          if (grip.value !== undefined) keep(grip.value, barUnder(event))
        }}
        onPointerUp={() => (grip.value = undefined)}
        onPointerCancel={() => (grip.value = undefined)}
      >
        <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          {bars.map(({ start, all, count }, i) => (
            <g key={start} class={span && (i < first || i > last) ? 'out' : undefined}>
              {all > count && <rect class="all" {...barBox(i, Math.min(1, all / most))} />}
              {count > 0 && <rect class="count" {...barBox(i, count / most)} />}
            </g>
          ))}
        </svg>
        {span && <div class="kept" style={{ left: share(first), right: share(end - last) }} />}
        {handle('from')}
        {handle('to')}
      </div>
      <ol class="ticks" aria-hidden="true">
        {years.map(({ at, words }) => (
          <li key={at} style={{ left: share(at) }}>
            {words}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** At least a sliver, so that one statement beside thousands is seen. */
const barBox = (at: number, share: number) => {
  const height = Math.max(6, share * 100)
  return { x: at + 0.08, width: 0.84, y: 100 - height, height }
}

const mostTicks = 7

/** Days that are named below the bars, evenly spread. */
function ticks(bars: readonly Bar[], unit: Unit): { at: number; words: string }[] {
  const step = Math.max(1, Math.ceil(bars.length / mostTicks))
  return bars.flatMap(({ start }, at) =>
    at % step === 0 && at <= bars.length - step / 2 ? [{ at, words: named(unit, start) }] : [],
  )
}
