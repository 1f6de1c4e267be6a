/** Ranges that are set, or looked at to be set → the numbers of what the other filters leave, and the names within all. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Measure } from '../graph/measures/run.ts'
import { type Counting, type NumberName, numbers, numbersOf } from '../graph/numbers.ts'
import type { Filters } from './filters.ts'
import { followNumbers } from './numbers.ts'
import { isKept } from './ranges.ts'

interface Ranged {
  readonly filters: ReadonlySignal<Filters>
  /** What all other filters leave: a range that counted what it leaves itself would never come to rest. */
  readonly counting: ReadonlySignal<Counting | undefined>
  readonly measure: Measure
  readonly fail: (cause: unknown) => void
}

export interface Ranging {
  /** Numbers whose ranges are in sight, whether or not they are set. */
  readonly opened: Signal<readonly NumberName[]>
  /** By `Name.index`; undefined while a number is in no use, or not measured yet. */
  readonly valuesOf: Readonly<Record<NumberName, ReadonlySignal<Float64Array | undefined>>>
  /** By `Name.index`: whether a name is within all ranges; undefined where there is none. */
  readonly kept: ReadonlySignal<Uint8Array | undefined>
}

export function followRanges({ filters, counting, measure, fail }: Ranged): Ranging {
  const opened = signal<readonly NumberName[]>([])
  const ranges = computed(() => filters.value.ranges)
  const follow = (name: NumberName) => {
    const isUsed = () => opened.value.includes(name) || ranges.value.some(({ number }) => number === name)
    const what = computed(() => (isUsed() ? name : undefined))
    return followNumbers({ counting, fail }, what, (what, now) => numbersOf(what, now, measure))
  }
  const valuesOf = Object.fromEntries(numbers.map((name) => [name, follow(name)])) as Ranging['valuesOf']
  const kept = computed(() => {
    const model = counting.value?.model
    if (!model || ranges.value.length === 0) return undefined
    const mask = new Uint8Array(model.names.length).fill(1)
    for (const range of ranges.value) {
      const values = valuesOf[range.number].value
      if (values) for (let i = 0; i < mask.length; i++) if (!isKept(range, values[i]!)) mask[i] = 0
    }
    return mask
  })
  return { opened, valuesOf, kept }
}
