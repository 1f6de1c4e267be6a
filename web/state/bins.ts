/** Numbers of names → bars of a small histogram, each of some of the numbers' range. */
import { countLeading } from '../../src/model/index.ts'
import { formOf, type NumberName, rangeOf } from '../graph/numbers.ts'

export interface Bin {
  /** The least number of the bar, and the greatest that it may hold. */
  readonly from: number
  readonly to: number
  readonly count: number
}

const mostBars = 28
/** Numbers that are so many times as large as others get bars that grow with them. */
const steep = 40

/** Undefined where no shown name has the number, or all have the same, which leaves nothing to choose. */
export function binsOf(what: NumberName, values: Float64Array, shown: Uint8Array): readonly Bin[] | undefined {
  const range = rangeOf(values, shown)
  if (!range || range.least === range.most) return undefined
  const isWhole = formOf[what] === 'count' || formOf[what] === 'day'
  const starts = startsOf(range, isWhole, formOf[what] === 'count' || formOf[what] === 'score')
  const counts = starts.map(() => 0)
  values.forEach((value, i) => {
    if (shown[i] && !Number.isNaN(value)) counts[placeOf(starts, value)]!++
  })
  const end = (i: number) => (i === starts.length - 1 ? range.most : isWhole ? starts[i + 1]! - 1 : starts[i + 1]!)
  return starts.map((from, i) => ({ from, to: end(i), count: counts[i]! }))
}

/** The bars that a range reaches into, from the first to the last. */
export function reached(bins: readonly Bin[], from: number | undefined, to: number | undefined): [number, number] {
  const starts = bins.map((bin) => bin.from)
  const first = from === undefined ? 0 : placeOf(starts, from)
  return [first, to === undefined ? bins.length - 1 : Math.max(first, placeOf(starts, to))]
}

/** Where the bars begin: evenly, or of numbers from few to very many ever farther apart. */
function startsOf({ least, most }: { least: number; most: number }, isWhole: boolean, mayGrow: boolean): number[] {
  const span = most - least
  if (isWhole && span < mostBars) return Array.from({ length: span + 1 }, (_, i) => least + i)
  const grows = mayGrow && least >= 0 && most / Math.max(least, most / 1e6, isWhole ? 1 : 0) > steep
  // one more than nothing is the first step of whole numbers; of others a thousandth of the whole way
  const unit = isWhole ? 1 : span / 1000
  const at = (share: number) => (grows ? least + unit * ((span / unit + 1) ** share - 1) : least + span * share)
  const starts = Array.from({ length: mostBars }, (_, i) => at(i / mostBars))
  return isWhole ? [...new Set(starts.map(Math.round))] : starts
}

/** The last bar that begins at a number or before it. */
const placeOf = (starts: readonly number[], value: number): number =>
  Math.max(0, countLeading(starts, (start) => start <= value) - 1)
