/**
 * What somebody types → a query. The grammar: clauses between spaces; `-` before one turns it round; `field:` before a
 * value, several values with commas between; `"…"` is a phrase, `""` in it a quotation mark; `="…"` the very name.
 */
import { QueryError } from '../errors.ts'
import type { Span } from '../model/index.ts'
import { typos } from './distance.ts'
import { fieldOf, fields, fieldWords } from './fields.ts'
import { periodOf } from './periods.ts'
import type { Clause, FieldName, How, Query, Term } from './query.ts'
import { wordsOf } from './words.ts'

/** Longer ones are no search. */
export const longestQuery = 2000

/** @throws QueryError that names the fault and the remedy: an unknown field or value, no value, a date that is none */
export function parseQuery(text: string): Query {
  if (text.length > longestQuery) {
    const remedy = 'Look for a few words of it.'
    throw new QueryError(`The query is longer than ${longestQuery} characters`, remedy, { start: 0, end: text.length })
  }
  const reader = new Reader(text)
  const clauses: Clause[] = []
  while (reader.skip()) {
    const clause = clauseAt(reader)
    if (clause) clauses.push(clause)
  }
  return clauses
}

/** Walks through the text; `at` is the place of what comes next. */
class Reader {
  at = 0
  constructor(readonly text: string) {}

  /** Past spaces; whether anything is left. */
  skip(): boolean {
    while (this.at < this.text.length && /\s/.test(this.text[this.at]!)) this.at++
    return this.at < this.text.length
  }

  take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false
    this.at++
    return true
  }

  /** What a sticky pattern takes from here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at += found[0].length
    return found ?? undefined
  }

  /** What is between quotation marks, the opening one taken; one that is not closed runs to the end. */
  quoted(): string {
    let found = ''
    while (this.at < this.text.length) {
      const next = this.text[this.at++]!
      if (next !== '"') found += next
      else if (this.take('"')) found += '"'
      else break
    }
    return found
  }
}

const fieldBegin = /([a-z][a-z-]*):/iy
const plainWord = /[^\s"]+/y
const plainItem = /[^\s",]+/y

function clauseAt(reader: Reader): Clause | undefined {
  const { text, at: start } = reader
  const without = text[start] === '-' && /\S/.test(text[start + 1] ?? ' ')
  if (without) reader.at++
  const word = reader.match(fieldBegin)
  if (word) {
    const name = word[1]!
    const field = fieldOf(name.toLowerCase())
    const at = { start, end: reader.at }
    if (!field) throw unknownField(name, at)
    return { field, without, terms: termsOf(reader, field, at) }
  }
  const term: Term = reader.take('"')
    ? { text: reader.quoted(), how: 'words' }
    : { text: reader.match(plainWord)?.[0] ?? '', how: 'begins' }
  return wordsOf(term.text).length > 0 ? { field: 'words', without, terms: [term] } : undefined
}

/** The values of a field, with commas between them. */
function termsOf(reader: Reader, field: FieldName, at: Span): Term[] {
  const terms: Term[] = []
  reader.skip()
  do {
    const start = reader.at
    const exact = reader.take('=')
    const isQuoted = reader.take('"')
    const text = isQuoted ? reader.quoted() : (reader.match(plainItem)?.[0] ?? '')
    if (text.trim() === '') throw noValue(field, at)
    const how: How = exact ? 'exact' : isQuoted ? 'words' : 'begins'
    terms.push(checked(field, { text, how }, { start, end: reader.at }))
  } while (reader.take(','))
  return terms
}

/** The term as its field has it. @throws QueryError where the field has no such value */
function checked(name: FieldName, term: Term, at: Span): Term {
  const field = fields[name]
  if (field.of === 'choice') {
    const value = field.values!.find((value) => value.toLowerCase() === term.text.trim().toLowerCase())
    if (value === undefined) throw noSuchValue(name, term.text, at)
    return { text: value, how: 'begins' }
  }
  const text = term.text.trim()
  if (field.of === 'date') {
    if (periodOf(text)) return { text, how: 'begins' }
    throw new QueryError(`${name}: "${text}" is no date`, `Write it as 2017, 2017-01 or 2017-01-31.`, at)
  }
  if (field.of === 'number') {
    const value = Number(text)
    if (value >= 0 && value <= 1) return { text: String(value), how: 'begins' }
    throw new QueryError(`${name}: "${text}" is no number from 0 to 1`, `For example ${field.example}.`, at)
  }
  if (wordsOf(text).length === 0 && term.how !== 'exact') throw noValue(name, at)
  return term
}

const noValue = (field: FieldName, at: Span) =>
  new QueryError(`${field}: has no value`, `Write it after the colon: ${fields[field].example}.`, at)

function unknownField(name: string, at: Span): QueryError {
  const meant = nearest(name.toLowerCase(), fieldWords)
  const remedy = `${meant ? `Did you mean ${meant}:? ` : ''}There are: ${Object.keys(fields).join(', ')}. To look for the words themselves, put them in quotation marks.`
  return new QueryError(`There is no field "${name}"`, remedy, at)
}

function noSuchValue(field: FieldName, value: string, at: Span): QueryError {
  const values = fields[field].values!
  const meant = nearest(value.toLowerCase(), values)
  return new QueryError(
    `${field}: there is no "${value}"`,
    `${meant ? `Did you mean ${meant}? ` : ''}There are: ${values.join(', ')}.`,
    at,
  )
}

/** The word that was perhaps meant: fewer than half of its letters typed wrong. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.min(3, Math.floor((word.length - 1) / 2))
  let best: string | undefined
  let least = most + 1
  for (const other of known) {
    const distance = typos(word, other.toLowerCase(), most)
    if (distance < least) [best, least] = [other, distance]
  }
  return best
}
