/** What is shown and how it is to look → the model with its sizes and colours, measured again whenever that changes. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ProjectInfo } from '../../src/model/index.ts'
import type { Source } from '../data/source.ts'
import {
  freshened,
  type Group,
  groupColours,
  grouped,
  groupsOf,
  type Ramp,
  rampOf,
  shaded,
  sized,
} from '../graph/looks.ts'
import { netOf } from '../graph/measures/index.ts'
import type { Measure } from '../graph/measures/run.ts'
import type { GraphModel } from '../graph/model.ts'
import { type Counting, formOf, type NumberName, numbers, numbersOf } from '../graph/numbers.ts'
import { type Trait, traits, unsaid, type Valued, valued } from '../graph/traits.ts'
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

export type Legend =
  | { readonly by: 'group'; readonly groups: readonly Group[] }
  | { readonly by: 'trait'; readonly trait: Trait; readonly values: readonly Valued[] }
  | { readonly by: 'number'; readonly ramp: Ramp }

interface Looks {
  readonly dressed: ReadonlySignal<GraphModel | undefined>
  /** What the colours of shapes stand for, where they are neither those of types nor of what is new. */
  readonly legend: ReadonlySignal<Legend | undefined>
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
  const colour = computed(() => place.value.colour)
  const shading = computed(() => numbers.find((name) => name === colour.value))
  // what gives the sizes already is not measured twice
  const other = computed(() => (shading.value === numbered.value ? undefined : shading.value))
  const own = followNumbers(follow, other, (what: NumberName, now) => numbersOf(what, now, measure))
  const shades = computed(() => (other.value ? own.value : sizes.value))
  const legend = computed((): Legend | undefined => {
    const [graph, visible] = [large.value, shown.value?.names]
    if (!graph || !visible) return undefined
    if (membership.value) return { by: 'group', groups: groupsOf(graph, membership.value, visible) }
    const trait = traits.find((name) => name === colour.value)
    if (trait) return { by: 'trait', trait, values: valued(graph, trait, visible) }
    const ramp = shading.value && shades.value && rampOf(graph, shading.value, shades.value, visible)
    return ramp && { by: 'number', ramp }
  })
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
    const now = legend.value
    if (now?.by === 'number') return shaded(large.value, shades.value!, now.ramp, unsaid)
    if (now?.by === 'trait') return grouped(large.value, now.values, undefined)
    return now ? grouped(large.value, now.groups, groupColours) : large.value
  })
  return { dressed, legend, fresh }
}
