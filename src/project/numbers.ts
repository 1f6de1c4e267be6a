/** A graph with the facts of its statements → the numbers of a name that are counted: for the page, and for whole stores. */
import type { Clock, Facts } from '../model/index.ts'
import { periodOf } from '../query/index.ts'

/** What is counted: nodes and edges by their places. */
export interface Countable {
  readonly names: readonly { readonly statements: readonly string[] }[]
  readonly lines: readonly {
    readonly source: number
    readonly target: number
    readonly kind: string
    readonly statements: readonly string[]
  }[]
}

/** How many others each is tied to, by lines that count; however many lead to one. */
export function degreesOf({ names, lines }: Countable, counts: (line: number) => boolean): Float64Array {
  const pairs = new Float64Array(lines.length)
  let found = 0
  lines.forEach(({ source, target }, line) => {
    if (source === target || !counts(line)) return
    pairs[found++] = Math.min(source, target) * names.length + Math.max(source, target)
  })
  const degrees = new Float64Array(names.length)
  const sorted = pairs.subarray(0, found).sort()
  sorted.forEach((pair, i) => {
    if (pair === sorted[i - 1]) return
    degrees[Math.floor(pair / names.length)]!++
    degrees[pair % names.length]!++
  })
  return degrees
}

/** Requests along the lines that count, at one end of them; one that stands on two lines of a name counts once. */
export function requestsOf(
  { names, lines }: Countable,
  end: 'source' | 'target',
  counts: (line: number) => boolean,
): Float64Array {
  const ids: (Set<string> | undefined)[] = new Array(names.length).fill(undefined)
  lines.forEach((line, index) => {
    if (line.kind !== 'request' || !counts(index)) return
    ids[line[end]] ??= new Set()
    for (const id of line.statements) ids[line[end]]!.add(id)
  })
  return Float64Array.from(ids, (set) => set?.size ?? 0)
}

/** The facts, with the place of each statement in their columns. */
export interface Told {
  readonly facts: Facts
  readonly placeOf: ReadonlyMap<string, number>
}

export const toldOf = (facts: Facts): Told => ({ facts, placeOf: new Map(facts.ids.map((id, place) => [id, place])) })

interface Fitting {
  readonly fits: (id: string) => boolean
  /** Whose days: of the documents, or of what happened. */
  readonly clock: Clock
}

/**
 * Documents in which the statements of a name stand, their first and last day (since 1970-01-01), their confidence in the
 * middle. NaN where there is none.
 */
export function factNumbersOf(
  what: 'documents' | 'first' | 'last' | 'confidence',
  { names }: Pick<Countable, 'names'>,
  { facts, placeOf, fits, clock }: Told & Fitting,
): Float64Array {
  const isDay = what === 'first' || what === 'last'
  const dates = clock === 'published' ? facts.documents.map(({ date }) => date) : facts.times
  const days = isDay ? dates.map((date) => (date === undefined ? undefined : periodOf(date)?.start)) : []
  const dated = clock === 'published' ? facts.document : facts.time
  const documents = new Set<number>()
  return Float64Array.from(names, ({ statements }) => {
    documents.clear()
    let [sum, count, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const id of statements) {
      const place = placeOf.get(id)
      if (place === undefined || !fits(id)) continue
      documents.add(facts.document[place]!)
      sum += facts.confidence[place]!
      count++
      const day = days[dated[place]!]
      if (day === undefined) continue
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    const value = { documents: documents.size, confidence: sum / count, first, last }[what]
    return count && Number.isFinite(value) ? value : Number.NaN
  })
}
