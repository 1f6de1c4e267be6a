/**
 * The names of the graph as a table: counted by the page where it has the whole graph, so that all that is filtered away
 * is; of a part the rows come from who has the whole, sorted there.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type CountedNumber, countedNumbers, type NameRow, type NamesQuery } from '../../src/model/index.ts'
import { inOrder, sifting, sortKey } from '../../src/project/names.ts'
import { printQuery } from '../../src/query/index.ts'
import { groupsOf, mainMembers } from '../graph/looks.ts'
import { netOf, sizings } from '../graph/measures/index.ts'
import type { Measure } from '../graph/measures/run.ts'
import { countsOf, type NumberName, numbersOf } from '../graph/numbers.ts'
import { isMeasure, type MeasureColumn } from './columns.ts'
import type { Explorer } from './explorer.ts'
import { followNumbers } from './numbers.ts'

export interface Names {
  readonly rows: readonly NameRow[]
  /** How many there are in all; undefined while that is not known. */
  readonly total: number | undefined
  /** They were counted of the whole graph, of which a part is drawn: the filters of the picture alone do not count. */
  readonly whole: boolean
}

const atOnce = 500

export interface NamesTable {
  readonly names: ReadonlySignal<Names>
  /** What is measured of a name that is drawn: a number, or its group's name. */
  readonly measured: (row: NameRow, column: MeasureColumn) => number | string | undefined
  readonly busy: ReadonlySignal<boolean>
  /** Takes so many rows more. */
  more(): Promise<void>
  /** All rows, as they are sorted. */
  all(): Promise<readonly NameRow[]>
}

type Followed = Pick<
  Explorer,
  'place' | 'model' | 'shown' | 'counting' | 'source' | 'revision' | 'fail' | 'project'
> & { readonly measure: Measure }

/** Nothing is counted or asked for while the table is not seen. */
export function followNames(followed: Followed): NamesTable {
  const { place, model, shown, counting, source, revision, fail, project, measure } = followed
  const isSeen = computed(() => {
    const { tab, table } = place.value
    return (tab === 'table' || tab === 'both') && table.of === 'names'
  })
  const view = computed(() => place.value.names)
  const wanted = computed(() => printQuery(place.value.filters.query))
  const clock = computed(() => place.value.clock)
  const isHere = computed(() => model.value !== undefined && !model.value.whole && model.value.view === 'actors')
  const limit = signal(atOnce)
  const follow = { counting, fail }

  const asks = (column: MeasureColumn) =>
    isSeen.value && (view.value.columns.includes(column) || view.value.by === column)
  const measuresOf = Object.fromEntries(
    sizings.map((name) => [
      name,
      followNumbers(
        follow,
        computed(() => (asks(name) ? name : undefined)),
        (what: NumberName, now) => numbersOf(what, now, measure),
      ),
    ]),
  ) as Readonly<Record<(typeof sizings)[number], ReadonlySignal<Float64Array | undefined>>>
  const membership = followNumbers(
    follow,
    computed(() => (asks('group') ? ('groups' as const) : undefined)),
    (what, now) => measure(what, netOf(now.model, now.lines)),
  )
  const groupNames = computed(() => {
    const [graph, values, visible] = [model.value, membership.value, shown.value]
    const found = new Map<number, string>()
    if (!graph || !values || !visible) return found
    for (const group of groupsOf(graph, values, visible.names)) {
      const called = mainMembers(graph, group).map((name) => graph.names[name]!.label)
      for (const name of group.members) found.set(name, called.join(', '))
    }
    return found
  })
  const measured: NamesTable['measured'] = (row, column) => {
    const index = model.value?.nameByKey.get(row.id)
    if (index === undefined) return undefined
    return column === 'group' ? groupNames.value.get(index) : measuresOf[column].value?.[index]
  }

  // here: all rows, counted once for what is shown
  const counts = computed(() => {
    const now = counting.value
    if (!isHere.value || !now) return undefined
    return new Map<CountedNumber, Float64Array>(countedNumbers.map((number) => [number, countsOf(number, now)]))
  })
  const here = computed(() => {
    const [graph, visible, values] = [model.value, shown.value, counts.value]
    if (!graph || !visible || !values) return undefined
    const isFound = sifting(view.value.text)
    const rows = graph.byRank.flatMap((index): NameRow[] => {
      const { key: id, label: name, type, aliases, properties, kind } = graph.names[index]!
      if (!visible.names[index] || kind !== 'entity' || !isFound(name, aliases, properties)) return []
      const numbers = countedNumbers.flatMap((number) => {
        const value = values.get(number)![index]!
        return Number.isNaN(value) ? [] : [[number, value] as const]
      })
      return [{ id, name, type, aliases, properties, numbers: Object.fromEntries(numbers) }]
    })
    const { by, down } = view.value
    const keyOf = (row: NameRow) =>
      isMeasure(by)
        ? (measured(row, by) ?? Number.NaN)
        : sortKey(row, by, (number) => row.numbers[number] ?? Number.NaN)
    return inOrder(rows, keyOf, down)
  })

  // elsewhere: pages of rows
  const read = signal<Pick<Names, 'rows' | 'total'>>({ rows: [], total: undefined })
  const busy = signal(false)
  let turn = 0
  const asked = computed((): NamesQuery => {
    const { by, down, text } = view.value
    const sort = isMeasure(by) ? 'mentions' : by
    return {
      sort,
      down: isMeasure(by) || down,
      clock: clock.value,
      ...(wanted.value && { q: wanted.value }),
      ...(text.trim() && { text: text.trim() }),
    }
  })
  const readOn = async (most: number): Promise<readonly NameRow[]> => {
    const mine = turn
    let found = read.value
    busy.value = true
    try {
      while (found.rows.length < Math.min(most, found.total ?? Number.POSITIVE_INFINITY)) {
        const { rows, total } = await source.names({
          ...asked.value,
          offset: found.rows.length,
          limit: Math.min(1000, most - found.rows.length),
        })
        if (mine !== turn) return []
        found = { rows: [...found.rows, ...rows], total: rows.length ? total : found.rows.length }
      }
      read.value = found
    } catch (error) {
      if (mine === turn) fail(error)
    } finally {
      if (mine === turn) busy.value = false
    }
    return found.rows
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    void [asked.value, revision.value, project.value]
    turn++
    clearTimeout(timer)
    busy.value = false
    if (!isSeen.value || isHere.value || !model.value) return
    // who types waits for the last letter
    timer = setTimeout(() => {
      read.value = { rows: [], total: undefined }
      void readOn(atOnce)
    }, 150)
  })
  const names = computed((): Names => {
    if (!isHere.value) return { ...read.value, whole: model.value?.whole !== undefined }
    const rows = here.value ?? []
    return { rows: rows.slice(0, limit.value), total: here.value?.length, whole: false }
  })
  return {
    names,
    measured,
    busy,
    more: async () => {
      limit.value += atOnce
      if (!isHere.value) await readOn(read.value.rows.length + atOnce)
    },
    all: async () => (isHere.value ? (here.value ?? []) : readOn(Number.POSITIVE_INFINITY)),
  }
}
