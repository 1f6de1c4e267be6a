/** What the numbers of a name, and what texts say of it, are called, wherever they stand. */
import type { NumberName } from '../graph/numbers.ts'
import type { Trait } from '../graph/traits.ts'

export const numbers: Readonly<Record<NumberName, string>> = {
  mentions: 'mentions',
  statements: 'statements',
  degree: 'neighbours (degree)',
  asks: 'requests it makes',
  asked: 'requests made of it',
  documents: 'documents',
  first: 'first date',
  last: 'last date',
  confidence: 'confidence',
  betweenness: 'ways over it (betweenness)',
  pagerank: 'PageRank',
}

export const traits: Readonly<Record<Trait, string>> = {
  title: 'title',
  role: 'role',
  kind: 'kind of thing',
  country: 'country',
  region: 'region',
  of: 'of',
  within: 'part of the name',
  id: 'identifier',
}
