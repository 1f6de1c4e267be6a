import type { EntityProperty, EntityType } from './entity.ts'

/** Numbers of a name that are counted; days since 1970-01-01. */
export const countedNumbers = [
  'mentions',
  'statements',
  'degree',
  'asks',
  'asked',
  'documents',
  'first',
  'last',
  'confidence',
] as const
export type CountedNumber = (typeof countedNumbers)[number]

/** Properties of a name that are text. */
export const traitNames = [
  'kind',
  'role',
  'title',
  'country',
  'region',
  'of',
  'within',
  'id',
] as const satisfies readonly EntityProperty['name'][]

/** The values that a name has of a property, among what is said of it ("country: Kenya"), in its order. */
export const valuesOf = (properties: readonly string[], trait: string): string[] =>
  properties.flatMap((said) => (said.startsWith(`${trait}: `) ? [said.slice(trait.length + 2)] : []))

/** Whose days are told: when it was published, or when it happened. */
export const clocks = ['published', 'happened'] as const
export type Clock = (typeof clocks)[number]

/** What a table of names can be sorted by. */
export const nameColumns = ['name', 'type', ...countedNumbers, ...traitNames] as const
export type NameColumn = (typeof nameColumns)[number]

/** A name of the graph with all that is known of it. */
export interface NameRow {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly aliases: readonly string[]
  /** "country: Kenya", the commonest first. */
  readonly properties: readonly string[]
  /** Those that it has. */
  readonly numbers: Readonly<Partial<Record<CountedNumber, number>>>
}

/** Which names are wanted, in which order. */
export interface NamesQuery {
  /** A query as `src/query/` reads it: names in the statements that fit. */
  readonly q?: string
  /** Letters of the name, of another name of it, or of what the texts say of it. */
  readonly text?: string
  readonly sort?: NameColumn
  readonly down?: boolean
  /** Whose days `first` and `last` are; of the documents where it is not given. */
  readonly clock?: Clock
  readonly offset?: number
  readonly limit?: number
}
