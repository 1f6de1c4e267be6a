/** The blanks of "Who asked ___ to ___?" → a query, and back. */
import type { Clause, Query, Term } from '../../src/query/index.ts'
import { requestsOnly } from './filters.ts'

export interface Question {
  readonly asker: string
  readonly to: string
  readonly about: string
  readonly source: string
  /** One of the forces, of the statuses; empty: any. */
  readonly force: string
  readonly status: string
  /** ISO 8601: from this day on, and before that one. */
  readonly after: string
  readonly before: string
}

const blanks = ['asker', 'to', 'about', 'source', 'force', 'status', 'after', 'before'] as const
export type Blank = (typeof blanks)[number]

export const emptyQuestion = Object.fromEntries(blanks.map((blank) => [blank, ''])) as unknown as Question

/** @param isName whether somebody is called just so: then nobody else is meant */
export function queryOfQuestion(question: Question, isName: (name: string) => boolean): Query {
  const clauses = blanks.flatMap((field): Clause[] => {
    const text = question[field].trim().replace(/\s+/g, ' ')
    // what holds no letter or digit asks for nothing
    return /[\p{L}\p{N}]/u.test(text) ? [{ field, without: false, terms: [termOf(field, text, isName)] }] : []
  })
  // whoever asks "who asked" wants requests, whatever is left blank
  return [requestsOnly, ...clauses]
}

function termOf(field: Blank, text: string, isName: (name: string) => boolean): Term {
  const isPerson = field === 'asker' || field === 'to' || field === 'source'
  if (isPerson && isName(text)) return { text, how: 'exact' }
  // one plain word may be the beginning of a longer one
  return { text, how: /^[\p{L}\p{N}-]+$/u.test(text) && !text.startsWith('-') ? 'begins' : 'words' }
}

/** What of a query the blanks can show. */
export function questionOf(query: Query): Question {
  const found: Partial<Record<Blank, string>> = {}
  for (const { field, without, terms } of query) {
    const blank = blanks.find((name) => name === field)
    if (blank && !without && terms.length === 1) found[blank] ??= terms[0]!.text
  }
  return { ...emptyQuestion, ...found }
}
