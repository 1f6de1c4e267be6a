/** A number that is asked for → its values, counted or measured again whenever what is shown changes. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { GraphModel } from '../graph/model.ts'
import type { Counting } from '../graph/numbers.ts'

type Values = Float64Array

interface Followed {
  /** What is counted now; undefined while there is nothing. */
  readonly counting: ReadonlySignal<Counting | undefined>
  readonly fail: (cause: unknown) => void
}

/** By `Name.index`; undefined while nothing is asked for, or it is not there yet. Never of another model's names. */
export function followNumbers<What>(
  { counting, fail }: Followed,
  what: ReadonlySignal<What | undefined>,
  valuesOf: (what: What, counting: Counting) => Values | Promise<Values>,
): ReadonlySignal<Values | undefined> {
  const found = signal<{ readonly model: GraphModel; readonly what: What; readonly values: Values } | undefined>(
    undefined,
  )
  let turn = 0
  effect(() => {
    const [now, wanted] = [counting.value, what.value]
    const mine = ++turn
    if (!now || wanted === undefined) {
      found.value = undefined
      return
    }
    const keep = (values: Values) => {
      if (mine === turn) found.value = { model: now.model, what: wanted, values }
    }
    const answer = valuesOf(wanted, now)
    if (answer instanceof Promise) answer.then(keep, fail)
    else keep(answer)
  })
  return computed(() => {
    const { value } = found
    return value && value.model === counting.value?.model && value.what === what.value ? value.values : undefined
  })
}
