/**
 * What is drawn → the numbers that a name has, one list for all that is sized, coloured, sorted or filtered by a number.
 * Most are counted at once; some are measured of the net (measures/), which takes longer.
 */
import { type Clock, type CountedNumber, countedNumbers } from '../../src/model/index.ts'
import { degreesOf, factNumbersOf, requestsOf, type Told } from '../../src/project/numbers.ts'
import { sizings as measured, netOf } from './measures/index.ts'
import type { Measure } from './measures/run.ts'
import type { GraphModel } from './model.ts'

/**
 * mentions: of the whole project; statements: that name it; degree: how many others it is tied to; asks, asked: requests
 * that it makes, that are made of it; documents: in which its statements stand; first, last: their days; confidence: of
 * its statements, the middle of them.
 */
export const numbers = [...countedNumbers, ...measured] as const
export type NumberName = (typeof numbers)[number]

/** How a number is to be read: days are counted from 1970-01-01; shares are 0 … 1; scores are of any size. */
export const formOf: Readonly<Record<NumberName, 'count' | 'day' | 'share' | 'score'>> = {
  mentions: 'count',
  statements: 'count',
  degree: 'count',
  asks: 'count',
  asked: 'count',
  documents: 'count',
  first: 'day',
  last: 'day',
  confidence: 'share',
  betweenness: 'score',
  pagerank: 'score',
}

/** What is counted: all of it, or what filters leave. */
export interface Counting {
  readonly model: GraphModel
  /** By `Line.index`: the lines that count. */
  readonly lines: Uint8Array
  /** Whether a statement counts. */
  readonly fits: (id: string) => boolean
  /** Undefined while the facts are read: documents, days and confidence are not known then. */
  readonly told: Told | undefined
  /** By which clock the days are told. */
  readonly clock: Clock
}

/** By `Name.index`; NaN for a name that has no such number. */
export function countsOf(what: CountedNumber, counting: Counting): Float64Array {
  const { model, lines, told, fits, clock } = counting
  const counts = (line: number) => lines[line] === 1
  switch (what) {
    case 'mentions':
      return Float64Array.from(model.names, ({ mentions }) => mentions)
    case 'degree':
      return degreesOf(model, counts)
    case 'asks':
    case 'asked':
      return requestsOf(model, what === 'asks' ? 'source' : 'target', counts)
    case 'statements':
      return Float64Array.from(model.names, ({ statements }) => statements.filter(fits).length)
    default:
      return told
        ? factNumbersOf(what, model, { ...told, fits, clock })
        : new Float64Array(model.names.length).fill(Number.NaN)
  }
}

/** Any number: at once where it is counted, later where it is measured. */
export const numbersOf = (
  what: NumberName,
  counting: Counting,
  measure: Measure,
): Float64Array | Promise<Float64Array> => {
  const slow = measured.find((name) => name === what)
  return slow ? measure(slow, netOf(counting.model, counting.lines)) : countsOf(what as CountedNumber, counting)
}

/** Least and greatest of the shown names' numbers; undefined where none of them has one. */
export function rangeOf(
  values: Float64Array,
  shown?: Uint8Array,
): { readonly least: number; readonly most: number } | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  values.forEach((value, i) => {
    if (Number.isNaN(value) || (shown && !shown[i])) return
    least = Math.min(least, value)
    most = Math.max(most, value)
  })
  return least <= most ? { least, most } : undefined
}
