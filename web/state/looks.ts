/** What is shown and how it is to look → the model with its sizes and colours, measured again whenever that changes. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ProjectInfo } from '../../src/model/index.ts'
import type { Source } from '../data/source.ts'
import { freshened, type Group, grouped, groupsOf, sized } from '../graph/looks.ts'
import { netOf } from '../graph/measures/index.ts'
import type { Measure } from '../graph/measures/run.ts'
import type { GraphModel } from '../graph/model.ts'
import { type Counting, formOf, type NumberName, numbers, numbersOf } from '../graph/numbers.ts'
import type { Place } from './address.ts'
import type { Shown } from './fits.ts'
import { followNumbers } from './numbers.ts'

interface Looked {
  readonly source: Source
  readonly project: ReadonlySignal<ProjectInfo | undefined>
  readonly model: Signal<GraphModel | undefined>
  readonly shown: ReadonlySignal<Shown | undefined>
  /** What is shown, to be counted. */
  readonly counting: ReadonlySignal<Counting | undefined>
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

export function followLooks({ source, project, model, shown, counting, place, measure, fail }: Looked): Looks {
  const size = computed(() => place.value.size)
  const follow = { counting, fail }
  const numbered = computed(() => numbers.find((name) => name === size.value))
  const sizes = followNumbers(follow, numbered, (what: NumberName, now) => numbersOf(what, now, measure))
  const grouping = computed(() => (place.value.colour === 'group' ? ('groups' as const) : undefined))
  const membership = followNumbers(follow, grouping, (what, now) => measure(what, netOf(now.model, now.lines)))
  const large = computed(() => {
    if (!model.value || !sizes.value || !numbered.value) return model.value
    return sized(model.value, sizes.value, formOf[numbered.value] === 'day')
  })
  const groups = computed(() =>
    large.value && shown.value && membership.value
      ? groupsOf(large.value, membership.value, shown.value.names)
      : undefined,
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
