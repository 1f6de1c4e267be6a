/** What a query is: clauses that must all fit; a clause fits where one of its terms does. */

/** How a term is to be found: as the beginning of words, as whole words one after the other, or as the very name. */
export type How = 'begins' | 'words' | 'exact'

export interface Term {
  readonly text: string
  readonly how: How
}

export interface Clause {
  /** `words`: of the sentence, of the names and of the relation. */
  readonly field: FieldName | 'words'
  /** It must not fit. */
  readonly without: boolean
  /** At least one. */
  readonly terms: readonly Term[]
}

export type Query = readonly Clause[]

export const fieldNames = [
  'asker',
  'from',
  'to',
  'about',
  'entity',
  'source',
  'kind',
  'relation',
  'force',
  'polarity',
  'factuality',
  'status',
  'answer',
  'type',
  'trait',
  'document',
  'confidence',
  'after',
  'before',
  'event-after',
  'event-before',
] as const
export type FieldName = (typeof fieldNames)[number]
