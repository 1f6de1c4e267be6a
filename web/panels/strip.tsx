/** The time strip: statements by day, month or year; a brush over it keeps some of the time. */
import { useComputed } from '@preact/signals'
import { X } from 'lucide'
import { type Clock, clocks } from '../../src/model/index.ts'
import { isoDay, type Period } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { spanOf, withSpan } from '../state/filters.ts'
import { type Bar, type Histogram, histogramOf, type Unit } from '../state/histogram.ts'
import { Brush, type Tick } from './brush.tsx'
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
  const { bars, unit } = histogram
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
      <Brush
        bars={bars}
        kept={span && kept(bars, span)}
        ticks={ticks(bars, unit)}
        labels={messages.strip}
        wordsAt={(bar) => named(unit, bars[bar]!.start)}
        onKeep={(ends) => set(ends && { start: bars[ends[0]]!.start, end: bars[ends[1]]!.end })}
      />
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
function kept(bars: readonly Bar[], span: Period): [number, number] {
  const end = bars.length - 1
  const first = bars.findIndex((bar) => bar.end > span.start)
  const last = bars.findLastIndex((bar) => bar.start < span.end)
  const from = first < 0 ? end : first
  return [from, Math.max(from, last)]
}

const mostTicks = 7

/** Days that are named below the bars, evenly spread. */
function ticks(bars: readonly Bar[], unit: Unit): Tick[] {
  const step = Math.max(1, Math.ceil(bars.length / mostTicks))
  return bars.flatMap(({ start }, at) =>
    at % step === 0 && at <= bars.length - step / 2 ? [{ at, words: named(unit, start) }] : [],
  )
}
