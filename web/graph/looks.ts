/** Numbers, groups and values of names → how shapes look: their sizes and colours, and what the colours stand for. */
import { crowding, type GraphModel, type Line, type Name } from './model.ts'
import { formOf, type NumberName, rangeOf } from './numbers.ts'

/** Radius of the smallest and the largest shape, as the build gives them. */
const smallest = 5
const largest = 22

/**
 * The model with shapes as large as a number of theirs, by area; names that have none have the least. `fromLeast`: the
 * least number is nothing, as of days, which begin nowhere.
 */
export function sized(model: GraphModel, values: Float64Array, fromLeast = false): GraphModel {
  const range = rangeOf(values) ?? { least: 0, most: 1 }
  const zero = fromLeast ? range.least : 0
  const most = range.most - zero || 1
  const crowd = crowding(model.names.length)
  const share = (value: number) => (Number.isNaN(value) ? 0 : Math.sqrt((value - zero) / most))
  const radius = (value: number) => Math.max(1.5, (smallest + (largest - smallest) * share(value)) * crowd)
  const names = model.names.map((name) => ({ ...name, size: radius(values[name.index]!) }))
  const byRank = [...model.byRank].sort((a, b) => names[b]!.size - names[a]!.size)
  return { ...model, names, byRank }
}

/** Groups that have a colour of their own; the smaller ones share the one that is left. */
export const groupColours = 8

export interface Group {
  /** Its colour: 0 … `groupColours` − 1, or that for all smaller ones. */
  readonly colour: number
  /** Indexes of names, the ones that matter most first. */
  readonly members: readonly number[]
}

/** The groups of what is shown, the largest first; names that are tied to nobody are in none. */
export function groupsOf(model: GraphModel, numbers: Float64Array, shown: Uint8Array): Group[] {
  const members = new Map<number, number[]>()
  for (const name of model.byRank) {
    const group = numbers[name]!
    if (group < 0 || !shown[name]) continue
    const list = members.get(group)
    if (list) list.push(name)
    else members.set(group, [name])
  }
  const sorted = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
  return sorted.map((list, i) => ({ colour: Math.min(i, groupColours), members: list }))
}

/** The model with each name in its group's colour; who is in none has another, or stays as it is. */
export function grouped(model: GraphModel, groups: readonly Group[], otherwise: number | undefined): GraphModel {
  const tints = new Array<number | undefined>(model.names.length).fill(otherwise)
  for (const { colour, members } of groups) for (const name of members) tints[name] = colour
  return { ...model, names: model.names.map((name): Name => tinted(name, tints[name.index])) }
}

const tinted = (name: Name, tint: number | undefined): Name => (tint === undefined ? name : { ...name, tint })

/** What the ramp of colours stands for. */
export interface Ramp {
  readonly number: NumberName
  readonly least: number
  /** What its middle colour stands for. */
  readonly middle: number
  readonly most: number
  /** How many of the shown names have no such number. */
  readonly without: number
}

/** Counts and scores are few that are large: half the colours are for the lower quarter. Days and shares are even. */
const isEven = (number: NumberName) => formOf[number] === 'day' || formOf[number] === 'share'

/** Undefined where no shown name has the number. */
export function rampOf(
  model: GraphModel,
  number: NumberName,
  values: Float64Array,
  shown: Uint8Array,
): Ramp | undefined {
  const named = shown.map((is, i) => (is && model.names[i]!.kind === 'entity' ? 1 : 0))
  const range = rangeOf(values, named)
  if (!range) return undefined
  const { least, most } = range
  const middle = least + (most - least) * (isEven(number) ? 0.5 : 0.25)
  return { number, least, middle, most, without: named.filter((is, i) => is && Number.isNaN(values[i])).length }
}

/** The model with each name in the colour of its number; `otherwise`: that of those without. What has no name stays. */
export function shaded(model: GraphModel, values: Float64Array, ramp: Ramp, otherwise: number): GraphModel {
  const { number, least, most } = ramp
  const share = (value: number) => Math.min(1, Math.max(0, (value - least) / (most - least || 1)))
  const names = model.names.map((name): Name => {
    const value = values[name.index]!
    if (name.kind !== 'entity') return name
    if (Number.isNaN(value)) return { ...name, tint: otherwise }
    return { ...name, shade: isEven(number) ? share(value) : Math.sqrt(share(value)) }
  })
  return { ...model, names }
}

/** The main members, whose names a group bears: entities before what has no name. */
export function mainMembers(model: GraphModel, { members }: Group): readonly number[] {
  const named = members.filter((index) => model.names[index]!.kind === 'entity')
  return (named.length ? named : members).slice(0, 2)
}

/** Colours of what is new, and of what was there before. */
export const freshTint = { fresh: 1, old: groupColours } as const

/** The model with new lines, and the names they touch, set off from the rest. */
export function freshened(model: GraphModel, fresh: ReadonlySet<string>): GraphModel {
  const isNew = (statements: readonly string[]) => statements.some((id) => fresh.has(id))
  const tint = (statements: readonly string[]) => (isNew(statements) ? freshTint.fresh : freshTint.old)
  return {
    ...model,
    names: model.names.map((name): Name => ({ ...name, tint: tint(name.statements) })),
    lines: model.lines.map((line): Line => ({ ...line, tint: tint(line.statements) })),
  }
}

/** The names that stand at the ends of new lines. */
export function freshNames(model: GraphModel, fresh: ReadonlySet<string>): string[] {
  const lines = model.lines.filter(({ statements }) => statements.some((id) => fresh.has(id)))
  return [...new Set(lines.flatMap(({ source, target }) => [source, target]))].map((name) => model.names[name]!.key)
}
