/** The legend's lines → which lines and names of the graph are shown, and how many statements each line stands for. */
import { type EntityType, forces, type Statement } from '../../src/model/index.ts'
import { families, familyOf } from '../graph/family.ts'
import type { GraphModel, Line } from '../graph/model.ts'

/** What a legend can hide; each is a group of its lines. */
export const facets = ['kind', 'force', 'polarity', 'factuality', 'type'] as const
export type Facet = (typeof facets)[number]

const kindValues = ['request', 'response', 'communication', 'action', 'relation', 'role', 'link'] as const
const factualityValues = ['actual', 'future', 'hypothetical', 'denied'] as const
export const values: Readonly<Record<Facet, readonly string[]>> = {
  kind: kindValues,
  force: forces,
  polarity: ['positive', 'negative'],
  factuality: factualityValues,
  type: families,
}

export interface Filters {
  /** `kind:action`: legend lines that are switched off. */
  readonly hidden: ReadonlySet<string>
  /** Lowest confidence, 0..1. */
  readonly confidence: number
}

export const noFilters: Filters = { hidden: new Set(), confidence: 0 }

/** Whether anything is filtered away. */
export const isFiltering = (filters: Filters): boolean => filters.hidden.size > 0 || filters.confidence > 0

export interface Shown {
  /** By `Name.index`. */
  readonly names: Uint8Array
  /** By `Line.index`. */
  readonly lines: Uint8Array
  /** By `Line.index`: lines that pass, whether or not their names are on the stage. */
  readonly passing: Uint8Array
  readonly nameCount: number
  readonly lineCount: number
  readonly statementCount: number
  /** `kind:action` → statements (or names, for types) that it stands for, given the other facets. */
  readonly counts: ReadonlyMap<string, number>
}

/** Bits of `misses`: which facets hide a line. */
const bits = { kind: 1, force: 2, polarity: 4, factuality: 8, type: 16, confidence: 32 } as const

/**
 * A name is shown while its type is, and while it has a shown line (or never had any). A count says what the line
 * would show if it were the only choice of its facet: it takes all other facets into account, not its own. `stage`, by
 * `Name.index`: the names that may be shown at all (state/walk.ts).
 */
export function applyFilters(model: GraphModel, filters: Filters, stage?: Uint8Array): Shown {
  const hides = (facet: Facet, value: string | undefined) =>
    value !== undefined && filters.hidden.has(`${facet}:${value}`)
  const names = new Uint8Array(model.names.length)
  const lines = new Uint8Array(model.lines.length)
  const passing = new Uint8Array(model.lines.length)
  const isOff = (name: number) => stage !== undefined && !stage[name]
  const tallies = new Map<string, Tally>()
  const count = (facet: Facet, value: string | undefined, line: Line) => {
    if (value === undefined) return
    const key = `${facet}:${value}`
    let tally = tallies.get(key)
    if (!tally) tallies.set(key, (tally = new Tally()))
    tally.add(line)
  }
  const typeHidden = model.names.map((name) => hides('type', name.family))
  const all = new Tally()
  let lineCount = 0
  for (const line of model.lines) {
    const polarity = polarityOf(line)
    let misses = 0
    if (hides('kind', line.kind)) misses |= bits.kind
    if (hides('force', line.force)) misses |= bits.force
    if (hides('polarity', polarity)) misses |= bits.polarity
    if (hides('factuality', line.factuality)) misses |= bits.factuality
    if (typeHidden[line.source] || typeHidden[line.target]) misses |= bits.type
    if (line.confidence < filters.confidence) misses |= bits.confidence
    if (!misses) passing[line.index] = 1
    if (isOff(line.source) || isOff(line.target)) continue
    if ((misses & ~bits.kind) === 0) count('kind', line.kind, line)
    if ((misses & ~bits.force) === 0) count('force', line.force, line)
    if ((misses & ~bits.polarity) === 0) count('polarity', polarity, line)
    if ((misses & ~bits.factuality) === 0) count('factuality', line.factuality, line)
    if (misses) continue
    lines[line.index] = 1
    lineCount++
    all.add(line)
    names[line.source] = 1
    names[line.target] = 1
  }
  const counts = new Map([...tallies].map(([key, tally]) => [key, tally.size]))
  let nameCount = 0
  for (const name of model.names) {
    if (isOff(name.index)) continue
    // a name that was asked for stands there without a line too
    const alone = model.linesOf[name.index]!.every((line) => isOff(otherEnd(model.lines[line]!, name.index)))
    if (alone && !typeHidden[name.index]) names[name.index] = 1
    nameCount += names[name.index]!
    const key = `type:${name.family}`
    if (name.family) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { names, lines, passing, nameCount, lineCount, statementCount: all.size, counts }
}

const otherEnd = ({ source, target }: Line, name: number) => (source === name ? target : source)

/** Counts the statements of lines, one that stands on several lines once. */
class Tally {
  private own = 0
  private readonly shared = new Set<string>()

  add(line: Line): void {
    this.own += line.statements.length - line.shared.length
    for (const id of line.shared) this.shared.add(id)
  }

  get size(): number {
    return this.own + this.shared.size
  }
}

/** Only a request is asked to be done or not to be done; the legend's two lines are about requests. */
const polarityOf = (line: Line) => (line.kind === 'request' ? line.polarity : undefined)

/** Whether a statement of a list passes; its names' types too. */
export function passes(statement: Statement, filters: Filters): boolean {
  const hides = (facet: Facet, value: string | undefined) =>
    value !== undefined && filters.hidden.has(`${facet}:${value}`)
  const types = () => Object.values(statement.roles).flatMap((fillers) => fillers.map((f) => f.entity?.type))
  return !(
    hides('kind', statement.kind) ||
    hides('force', statement.force) ||
    (statement.kind === 'request' && hides('polarity', statement.polarity)) ||
    hides('factuality', statement.factuality) ||
    statement.confidence < filters.confidence ||
    (filters.hidden.size > 0 && types().some((type?: EntityType) => type && hides('type', familyOf(type))))
  )
}

/** The filters with one legend line turned over; or with it alone in its facet, and all back when it was alone. */
export function toggled(filters: Filters, facet: Facet, value: string, alone: boolean): Filters {
  const hidden = new Set(filters.hidden)
  const key = `${facet}:${value}`
  if (!alone) {
    if (!hidden.delete(key)) hidden.add(key)
    return { ...filters, hidden }
  }
  const others = values[facet].filter((other) => other !== value).map((other) => `${facet}:${other}`)
  const wasAlone = !hidden.has(key) && others.every((other) => hidden.has(other))
  hidden.delete(key)
  for (const other of others) {
    if (wasAlone) hidden.delete(other)
    else hidden.add(other)
  }
  return { ...filters, hidden }
}
