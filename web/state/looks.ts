/** What is shown and how it is to look → the model with its sizes and colours, measured again whenever that changes. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ProjectInfo } from '../../src/model/index.ts'
import type { Source } from '../data/source.ts'
import { counted, countsOf } from '../graph/counts.ts'
import { freshened, type Group, grouped, groupsOf, sized } from '../graph/looks.ts'
import { type MeasureName, netOf, sizings } from '../graph/measures/index.ts'
import type { Measure } from '../graph/measures/run.ts'
import type { GraphModel } from '../graph/model.ts'
import type { Place } from './address.ts'
import type { Shown } from './fits.ts'

interface Looked {
  readonly source: Source
  readonly project: ReadonlySignal<ProjectInfo | undefined>
  readonly model: Signal<GraphModel | undefined>
  readonly shown: ReadonlySignal<Shown | undefined>
  readonly place: Signal<Place>
  readonly measure: Measure
  readonly fail: (cause: unknown) => void
}

interface Looks {
  readonly dressed: ReadonlySignal<GraphModel | undefined>
  readonly groups: ReadonlySignal<readonly Group[] | undefined>
  /** Statements that an earlier project did not have, where this one is compared with one. */
  readonly fresh: ReadonlySignal<ReadonlySet<string> | undefined>
}

export function followLooks({ source, project, model, shown, place, measure, fail }: Looked): Looks {
  /** The newest values of what is asked for; none while they are not there, and none for another model's names. */
  const measured = (what: ReadonlySignal<MeasureName | undefined>) => {
    const values = signal<{ readonly model: GraphModel; readonly values: Float64Array } | undefined>(undefined)
    let turn = 0
    effect(() => {
      const [graph, visible, wanted] = [model.value, shown.value, what.value]
      const mine = ++turn
      if (!graph || !visible || !wanted) {
        values.value = undefined
        return
      }
      measure(wanted, netOf(graph, visible.lines)).then((found) => {
        if (mine === turn) values.value = { model: graph, values: found }
      }, fail)
    })
    return computed(() => (values.value?.model === model.value ? values.value?.values : undefined))
  }
  const size = computed(() => place.value.size)
  const counts = computed(() => {
    const what = counted.find((name) => name === size.value)
    return what && model.value && shown.value ? countsOf(model.value, what, shown.value.lines) : undefined
  })
  const measures = measured(computed(() => sizings.find((name) => name === size.value)))
  const sizes = computed(() => counts.value ?? measures.value)
  const numbers = measured(computed(() => (place.value.colour === 'group' ? 'groups' : undefined)))
  const large = computed(() => model.value && (sizes.value ? sized(model.value, sizes.value) : model.value))
  const groups = computed(() =>
    large.value && shown.value && numbers.value ? groupsOf(large.value, numbers.value, shown.value.names) : undefined,
  )
  const fresh = signal<ReadonlySet<string> | undefined>(undefined)
  effect(() => {
    const since = project.value?.since
    fresh.value = undefined
    if (since) source.fresh?.().then((ids) => (fresh.value = new Set(ids)), fail)
  })
  const isNew = computed(() => place.value.colour === 'new')
  const dressed = computed(() => {
    if (!large.value) return undefined
    if (isNew.value && fresh.value) return freshened(large.value, fresh.value)
    return groups.value ? grouped(large.value, groups.value) : large.value
  })
  return { dressed, groups, fresh }
}
