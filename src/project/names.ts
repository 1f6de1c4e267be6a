/** The graph of a project with its facts → a table of its names, sorted, sifted, in pages, however many there are. */
import {
  type Clock,
  type CountedNumber,
  countedNumbers,
  type NameColumn,
  type NameRow,
  type NamesQuery,
  type Page,
  type Project,
  type SerializedGraph,
  valuesOf,
} from '../model/index.ts'
import { type Countable, degreesOf, factNumbersOf, requestsOf, type Told, toldOf } from './numbers.ts'

const mostRows = 1000

/** Of a project as it is now; keeps what it has counted, so make one for each state of it. Facts are read when they are needed. */
export class NameTable {
  private readonly graph: SerializedGraph
  private readonly countable: Countable
  private counted:
    | { readonly key: string; readonly numbers: Numbers; readonly fits: (id: string) => boolean }
    | undefined
  private ordered: { readonly key: string; readonly places: readonly number[] } | undefined
  private told: Told | undefined

  constructor(private readonly project: Pick<Project, 'graph' | 'facts' | 'matching'>) {
    this.graph = project.graph('actors')
    const { nodes, edges } = this.graph
    const places = new Map(nodes.map(({ key }, i) => [key, i]))
    this.countable = {
      names: nodes.map(({ attributes }) => attributes),
      lines: edges.map(({ source, target, attributes: { kind, statements } }) => ({
        source: places.get(source)!,
        target: places.get(target)!,
        kind,
        statements,
      })),
    }
  }

  /** At most 1,000 rows. @throws QueryError for a query with a fault */
  page({
    q = '',
    text = '',
    sort = 'mentions',
    down = true,
    clock = 'published',
    offset = 0,
    limit = 500,
  }: NamesQuery) {
    const { numbers, fits } = this.count(q, clock)
    const key = JSON.stringify([q, clock, text, sort, down])
    if (this.ordered?.key !== key) {
      const isFound = sifting(text)
      const { nodes } = this.graph
      const places = nodes.flatMap(({ attributes: a }, i) =>
        a.kind === 'entity' && (!q || a.statements.some(fits)) && isFound(a.label, a.aliases, a.properties) ? [i] : [],
      )
      const value = (i: number) => {
        const { label: name, entityType: type, properties = [] } = nodes[i]!.attributes
        return sortKey({ name, type, properties }, sort, (number) => numbers.of(number)[i]!)
      }
      this.ordered = { key, places: inOrder(places, value, down) }
    }
    const { places } = this.ordered
    const rows = places.slice(offset, offset + Math.min(limit, mostRows)).map((i) => this.row(i, numbers))
    return { total: places.length, rows } satisfies Page<NameRow>
  }

  private row(i: number, numbers: Numbers): NameRow {
    const { key, attributes } = this.graph.nodes[i]!
    const { label, entityType, aliases, properties = [] } = attributes
    const found = countedNumbers.map((number) => [number, numbers.of(number)[i]!] as const)
    return {
      id: key,
      name: label,
      type: entityType,
      aliases,
      properties,
      numbers: Object.fromEntries(found.filter(([, value]) => !Number.isNaN(value))),
    }
  }

  private count(q: string, clock: Clock) {
    const key = `${clock} ${q}`
    if (this.counted?.key === key) return this.counted
    const wanted = q ? new Set(this.project.matching(q).ids) : undefined
    const fits = (id: string) => wanted === undefined || wanted.has(id)
    const { countable } = this
    const counts = (line: number) => !wanted || countable.lines[line]!.statements.some(fits)
    const numbers = new Numbers((number) => {
      switch (number) {
        case 'mentions':
          return Float64Array.from(this.graph.nodes, ({ attributes }) => attributes.mentions)
        case 'statements':
          return Float64Array.from(countable.names, ({ statements }) => statements.filter(fits).length)
        case 'degree':
          return degreesOf(countable, counts)
        case 'asks':
        case 'asked':
          return requestsOf(countable, number === 'asks' ? 'source' : 'target', counts)
        default:
          this.told ??= toldOf(this.project.facts())
          return factNumbersOf(number, countable, { ...this.told, fits, clock })
      }
    })
    this.counted = { key, numbers, fits }
    return this.counted
  }
}

/** Numbers of all names, each counted when it is first asked for. */
class Numbers {
  private readonly known = new Map<CountedNumber, Float64Array>()
  constructor(private readonly count: (number: CountedNumber) => Float64Array) {}

  of(number: CountedNumber): Float64Array {
    let found = this.known.get(number)
    if (!found) this.known.set(number, (found = this.count(number)))
    return found
  }
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether letters stand in a name, in another of it, or in what is said of it; accents and case do not count. */
export function sifting(
  text: string,
): (name: string, aliases: readonly string[], properties?: readonly string[]) => boolean {
  const sought = folded(text.trim())
  if (!sought) return () => true
  const has = (words: string) => folded(words).includes(sought)
  return (name, aliases, properties = []) =>
    has(name) || aliases.some(has) || properties.some((said) => has(said.slice(said.indexOf(':') + 1)))
}

/** What a name is sorted by: a number, or letters; NaN and '' where it has none. */
export function sortKey(
  { name, type, properties }: Pick<NameRow, 'name' | 'type' | 'properties'>,
  column: NameColumn,
  number: (number: CountedNumber) => number,
): number | string {
  if (column === 'name') return folded(name)
  if (column === 'type') return type
  const counted = countedNumbers.find((one) => one === column)
  if (counted) return number(counted)
  return folded(valuesOf(properties, column)[0] ?? '')
}

/** Places by what each is sorted by; those that have none come last either way, equals stay as they were. */
export function inOrder<T>(list: readonly T[], keyOf: (one: T) => number | string, down: boolean): T[] {
  const way = down ? -1 : 1
  const keyed = list.map((one) => ({ one, key: keyOf(one) }))
  const has = (key: number | string) => key !== '' && !Number.isNaN(key)
  const order = (a: number | string, b: number | string) => (a < b ? -way : a > b ? way : 0)
  keyed.sort((a, b) => Number(has(b.key)) - Number(has(a.key)) || (has(a.key) ? order(a.key, b.key) : 0))
  return keyed.map(({ one }) => one)
}
