/** Statements with their days → bars of a time strip: by day, month or year, as the range allows. */
import { type Clock, countLeading } from '../../src/model/index.ts'
import type { Told } from '../../src/project/numbers.ts'
import { isoDay, type Period, periodOf } from '../../src/query/index.ts'
import { type Misses, timeBit } from './fits.ts'

export type Unit = 'day' | 'month' | 'year'

export interface Bar extends Period {
  /** Statements of these days that pass every filter but that of time. */
  readonly count: number
  /** All statements of these days. */
  readonly all: number
}

export interface Histogram {
  readonly unit: Unit
  /** Without gaps, in order. */
  readonly bars: readonly Bar[]
  /** Statements that pass but for the time, and have no date. */
  readonly undated: number
  readonly dated: number
}

/** More bars than this are no use to the eye. */
const mostBars = 120

/** Undefined where nothing is dated by this clock, or all by one day, which leaves nothing to choose. A date that is known to the month or year counts where it begins. */
export function histogramOf({ facts }: Told, misses: Misses | undefined, clock: Clock): Histogram | undefined {
  const periods = (clock === 'published' ? facts.documents.map(({ date }) => date) : facts.times).map((date) =>
    date === undefined ? undefined : periodOf(date),
  )
  const places = clock === 'published' ? facts.document : facts.time
  const days = places.map((place) => periods[place]?.start)
  const known = days.filter((day) => day !== undefined)
  if (known.length === 0) return undefined
  const [first, last] = known.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number])
  const unit = unitFor(first, last)
  const starts = startsOf(unit, first, last)
  const counts = starts.map(() => 0)
  const all = starts.map(() => 0)
  let undated = 0
  for (const [i, day] of days.entries()) {
    const passes = misses === undefined || (misses[i]! & ~timeBit) === 0
    if (day === undefined) {
      if (passes) undated++
      continue
    }
    // the last bar that begins on the day or before it
    const at = countLeading(starts, (start) => start <= day) - 1
    all[at]!++
    if (passes) counts[at]!++
  }
  if (starts.length < 2) return undefined
  const ends = [...starts.slice(1), around(unit, starts.at(-1)!).end]
  const bars = starts.map((start, i) => ({ start, end: ends[i]!, count: counts[i]!, all: all[i]! }))
  return { unit, bars, undated, dated: known.length }
}

function unitFor(first: number, last: number): Unit {
  const days = last - first + 1
  if (days <= mostBars) return 'day'
  return days / 30.4 <= mostBars ? 'month' : 'year'
}

/** The day itself, or the month or year that it lies in. */
function around(unit: Unit, day: number): Period {
  return unit === 'day' ? { start: day, end: day + 1 } : periodOf(isoDay(day).slice(0, unit === 'month' ? 7 : 4))!
}

function startsOf(unit: Unit, first: number, last: number): number[] {
  const starts: number[] = []
  for (let day = around(unit, first).start; day <= last; day = around(unit, day).end) starts.push(day)
  return starts
}
