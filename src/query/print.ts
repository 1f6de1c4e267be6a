/** Query → the text that parses to the same. */
import type { Clause, Query, Term } from './query.ts'

export const printQuery = (query: Query): string => query.map(printClause).join(' ')

function printClause({ field, without, terms }: Clause): string {
  const name = field === 'words' ? '' : `${field}:`
  return `${without ? '-' : ''}${name}${terms.map(printTerm).join(',')}`
}

function printTerm({ text, how }: Term): string {
  if (how === 'begins') return text
  return `${how === 'exact' ? '=' : ''}"${text.replaceAll('"', '""')}"`
}
