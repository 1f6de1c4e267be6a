/** The project's facts and a query → which statements pass, what each facet's lines would show, and what is drawn of it. */
import { entityTypes, factualities, forces, kinds, requestStatuses } from '../../src/model/index.ts'
import type { Told } from '../../src/project/numbers.ts'
import { type Clause, factTest, none, type Query } from '../../src/query/index.ts'
import { families, familyOf } from '../graph/family.ts'
import type { GraphModel, Line } from '../graph/model.ts'
import { type Facet, facets, isOfTime, values } from './filters.ts'

/** By place: bits of what a statement misses; 0 passes. */
export type Misses = Uint16Array

const bits = {
  ...(Object.fromEntries(facets.map((facet, i) => [facet, 1 << i])) as Record<Facet, number>),
  confidence: 1 << facets.length,
  time: 2 << facets.length,
  rest: 4 << facets.length,
}
/** What a time strip leaves aside to show all times. */
export const timeBit = bits.time

function bitOf(clause: Clause): number {
  const { field } = clause
  if (field === 'confidence' || (facets as readonly string[]).includes(field)) return bits[field as Facet]
  return isOfTime(clause) ? bits.time : bits.rest
}

/** Whether a statement passes; `misses` undefined: nothing is filtered. What has no facts is not filtered away. */
export function fitsIn(told: Told | undefined, misses: Misses | undefined, id: string): boolean {
  const place = told?.placeOf.get(id)
  return misses === undefined || place === undefined || misses[place] === 0
}

/** @param beyond the statements that fit all clauses which the facts cannot answer; undefined: there is no such clause */
export function missesOf({ facts }: Told, query: Query, beyond: ReadonlySet<string> | undefined): Misses {
  const misses = new Uint16Array(facts.ids.length)
  const tests = query.flatMap((clause) => {
    const test = factTest(clause, facts)
    return test ? [{ test, bit: bitOf(clause) }] : []
  })
  for (let i = 0; i < misses.length; i++) {
    let missed = beyond && !beyond.has(facts.ids[i]!) ? bits.rest : 0
    for (const { test, bit } of tests) if (!test(i)) missed |= bit
    misses[i] = missed
  }
  return misses
}

/**
 * `kind:action` → the statements that this line would show if it were the only one of its facet: all other filters
 * count, its own facet's do not.
 */
export function countsOf({ facts }: Told, misses: Misses): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  /** Counts by place, then names the places: a million statements have few values. */
  const tally = (
    facet: Facet,
    list: readonly string[],
    placesAt: (index: number, add: (place: number) => void) => void,
  ) => {
    const others = ~bits[facet]
    const found = new Float64Array(list.length)
    const add = (place: number) => {
      if (place >= 0) found[place]!++
    }
    for (let i = 0; i < misses.length; i++) if ((misses[i]! & others) === 0) placesAt(i, add)
    for (const [place, count] of found.entries()) {
      const key = `${facet}:${list[place]}`
      if (count) counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  const column = (facet: Facet, list: readonly string[], places: readonly number[]) =>
    tally(facet, list, (i, add) => add(places[i]!))
  column('kind', kinds, facts.kind)
  column('force', forces, facts.force)
  column('polarity', values.polarity, facts.negative)
  column('factuality', factualities, facts.factuality)
  column('status', requestStatuses, facts.status)
  column(
    'document',
    facts.documents.map(({ uri }) => uri),
    facts.document,
  )
  tally('source', [...facts.sources, none], (i, add) => {
    const list = facts.source[i]!
    if (list.length === 0) add(facts.sources.length)
    for (const source of list) add(source)
  })
  const familyAt = entityTypes.map((type) => families.indexOf(familyOf(type)))
  tally('type', families, (i, add) => {
    const list = facts.types[i]!
    // two types of one family are one line of the legend
    for (const [at, type] of list.entries())
      if (!list.some((other, before) => before < at && familyAt[other] === familyAt[type])) add(familyAt[type]!)
  })
  return counts
}

export interface Shown {
  /** By `Name.index`. */
  readonly names: Uint8Array
  /** By `Line.index`. */
  readonly lines: Uint8Array
  /** By `Line.index`: lines that pass, whether or not their names are on the stage. */
  readonly passing: Uint8Array
  readonly nameCount: number
  readonly lineCount: number
}

export interface Wanted {
  readonly told: Told | undefined
  /** Undefined: nothing is filtered. */
  readonly misses: Misses | undefined
}

/**
 * A line is shown while one of its statements passes, a name while a line of it is, or while it has none at all and its
 * own statement passes. `stage`, by `Name.index`: the names that may be shown at all.
 */
export function applyFilters(model: GraphModel, { told, misses }: Wanted, stage?: Uint8Array): Shown {
  const names = new Uint8Array(model.names.length)
  const lines = new Uint8Array(model.lines.length)
  const passing = new Uint8Array(model.lines.length)
  const fits = (id: string) => fitsIn(told, misses, id)
  const isOff = (name: number) => stage !== undefined && !stage[name]
  for (const line of model.lines) {
    if (misses && !line.statements.some(fits)) continue
    passing[line.index] = 1
    if (!isOff(line.source) && !isOff(line.target)) lines[line.index] = 1
  }
  let lineCount = 0
  for (const line of model.lines) {
    if (!lines[line.index]) continue
    lineCount++
    names[line.source] = 1
    names[line.target] = 1
  }
  let nameCount = 0
  for (const name of model.names) {
    if (isOff(name.index)) continue
    // a name that was asked for stands there without a line too
    const alone = model.linesOf[name.index]!.every((line) => isOff(otherEnd(model.lines[line]!, name.index)))
    if (alone && (!misses || name.statements.some(fits))) names[name.index] = 1
    nameCount += names[name.index]!
  }
  return { names, lines, passing, nameCount, lineCount }
}

const otherEnd = ({ source, target }: Line, name: number) => (source === name ? target : source)

/** How many of a mask are on. */
export const countOf = (mask: Uint8Array): number => mask.reduce((sum, bit) => sum + bit, 0)

/** What is left of it where some names alone may be drawn, by `Name.index`; a line goes with either of its ends. */
export function within(model: GraphModel, shown: Shown, kept: Uint8Array): Shown {
  const names = shown.names.map((bit, index) => bit & kept[index]!)
  const lines = shown.lines.slice()
  for (const { index, source, target } of model.lines) if (!names[source] || !names[target]) lines[index] = 0
  return { ...shown, names, lines, nameCount: countOf(names), lineCount: countOf(lines) }
}

/** How many statements pass. */
export function passingIn(misses: Misses): number {
  let count = 0
  for (const missed of misses) if (missed === 0) count++
  return count
}
