/** What the texts say of the names that are drawn → their values by one property, the commonest first. */
import { type EntityProperty, traitNames, valuesOf } from '../../src/model/index.ts'
import { groupColours } from './looks.ts'
import type { GraphModel } from './model.ts'

/** A property of names that is text. */
export type Trait = EntityProperty['name']
export const traits = traitNames

/** Colour of names of which nothing is said, after those of groups. */
export const unsaid = groupColours + 1

/** Those that are drawn in one colour. */
export interface Valued {
  /** undefined: nothing is said. */
  readonly value: string | undefined
  /** 0 … `groupColours` − 1, that for all rarer ones, or `unsaid`. */
  readonly colour: number
  /** Indexes of names. */
  readonly members: readonly number[]
}

/** What is said of the shown names: each value with who has it as their first, the commonest first, those without last. */
export function valued(model: GraphModel, trait: Trait, shown: Uint8Array): Valued[] {
  const members = new Map<string | undefined, number[]>()
  for (const index of model.byRank) {
    const name = model.names[index]!
    if (!shown[index] || name.kind !== 'entity') continue
    const [value] = valuesOf(name.properties, trait)
    const list = members.get(value)
    if (list) list.push(index)
    else members.set(value, [index])
  }
  const none = members.get(undefined)
  members.delete(undefined)
  const sorted = [...members].sort(([a, x], [b, y]) => y.length - x.length || (a! < b! ? -1 : 1))
  return [
    ...sorted.map(([value, list], i) => ({ value, colour: Math.min(i, groupColours), members: list })),
    ...(none ? [{ value: undefined, colour: unsaid, members: none }] : []),
  ]
}

/** The properties that some name of the graph has. */
export const traitsIn = ({ names }: GraphModel): Trait[] =>
  traits.filter((trait) => names.some(({ properties }) => properties.some((said) => said.startsWith(`${trait}: `))))
