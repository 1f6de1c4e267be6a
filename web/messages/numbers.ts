/** What the numbers that a name has are called, wherever they stand. */
import type { NumberName } from '../graph/numbers.ts'

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
