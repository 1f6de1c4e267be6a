/** Statements → the rows of the table of requests, in words; sorted and grouped. */
import type { Filler, Outcome, Statement, StatementRow } from '../../src/model/index.ts'
import { forces, requestStatuses } from '../../src/model/index.ts'

export const columns = ['when', 'asker', 'force', 'asked', 'what', 'status', 'confidence'] as const
export type Column = (typeof columns)[number]
export const groups = ['none', 'asker', 'asked', 'month', 'status'] as const
export type Group = (typeof groups)[number]

/** A column with its way, down first to last or up. */
export interface Sort {
  readonly by: Column
  readonly down: boolean
}

/** A request in words, ready to be sorted. */
export interface Request {
  readonly row: StatementRow
  readonly asker: string
  readonly asked: string
  /** What is asked, with the "to" of the text. */
  readonly what: string
  /** It is asked not to be done, and its words leave that to the verb ("forbade to …"). */
  readonly not: boolean
  /** Absent of what nobody asked. */
  readonly outcome: Outcome | undefined
  /** ISO 8601: when it was made, as far as the text says, else when it was published. */
  readonly when: string | undefined
}

const names = (fillers: readonly Filler[] | undefined) =>
  (fillers ?? []).map(({ entity, text }) => entity?.name ?? text).join('; ')

/** @param joint the word of the text that joins a statement to its message: "to ", "not to ", "for " */
export function requestOf(row: StatementRow, joint: (statement: Statement) => string): Request {
  const { statement, document, outcome } = row
  const { roles, polarity, time } = statement
  const words = joint(statement).replace(/^(not|never) /, '')
  const what = `${words}${names(roles.message).replace(/\s+/g, ' ')}`
  return {
    row,
    asker: names(roles.speaker),
    asked: names(roles.addressee),
    what,
    not: polarity === 'negative' && !/\b(not|never)\b/i.test(what.slice(0, 12)),
    outcome,
    when: time?.value ?? document.date,
  }
}

/** Requests by a column; what has nothing in it comes last either way; equals keep the order of the text. */
export function sorted(list: readonly Request[], sort: Sort | undefined): readonly Request[] {
  if (!sort) return list
  const way = sort.down ? -1 : 1
  const keyed = list.map((request) => ({ request, key: keyOf(request, sort.by) }))
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '')
    return way * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)))
  })
  return keyed.map(({ request }) => request)
}

function keyOf({ row, asker, asked, what, outcome, when }: Request, by: Column): string | number {
  const { force, confidence } = row.statement
  switch (by) {
    case 'when':
      return when ?? ''
    case 'force':
      return force ? forces.indexOf(force) : ''
    case 'status':
      return outcome ? requestStatuses.indexOf(outcome.status) : ''
    case 'confidence':
      return confidence
    default:
      return { asker, asked, what }[by].toLowerCase()
  }
}

/** Requests by what they share: its key (a name, a month, a status; empty: none) and the requests; the largest first. */
export function grouped(list: readonly Request[], by: Group): (readonly [string, readonly Request[]])[] {
  if (by === 'none') return [['', list]]
  const key = ({ asker, asked, outcome, when }: Request) =>
    by === 'month'
      ? (/^\d{4}-\d\d/.exec(when ?? '')?.[0] ?? when ?? '')
      : by === 'status'
        ? (outcome?.status ?? '')
        : { asker, asked }[by]
  const found = new Map<string, Request[]>()
  for (const request of list) {
    const group = found.get(key(request))
    if (group) group.push(request)
    else found.set(key(request), [request])
  }
  const inOrder = [...found]
  if (by === 'month') return inOrder.sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
  return inOrder.sort(([a, x], [b, y]) => Number(a === '') - Number(b === '') || y.length - x.length)
}
