/** Statements → a table for a spreadsheet: RFC 4180, a line a statement. The command line and the page write the same. */
import {
  countedNumbers,
  type Filler,
  isoDay,
  type NameRow,
  type Statement,
  type StatementRow,
  traitNames,
  valuesOf,
} from '../model/index.ts'

/** Whoever does it, whomever it is done to, and what: the same three of every kind of statement. */
export const partiesOf = ({ roles }: Statement): Readonly<Record<'who' | 'whom' | 'what', readonly Filler[]>> => ({
  who: roles.speaker ?? roles.agent ?? roles.subject ?? [],
  whom: roles.addressee ?? roles.patient ?? roles.recipient ?? roles.beneficiary ?? roles.object ?? [],
  what: roles.message ?? roles.theme ?? [],
})

const names = (fillers: readonly Filler[]) => fillers.map(({ entity, text }) => entity?.name ?? text).join('; ')

const columns: Readonly<Record<string, (row: StatementRow) => string | number | undefined>> = {
  document: ({ document }) => document.uri,
  title: ({ document }) => document.title,
  published: ({ document }) => document.date,
  sentence: ({ statement }) => statement.evidence.sentence.index + 1,
  kind: ({ statement }) => statement.kind,
  who: ({ statement }) => names(partiesOf(statement).who),
  relation: ({ statement }) => statement.relation,
  force: ({ statement }) => statement.force,
  whom: ({ statement }) => names(partiesOf(statement).whom),
  not: ({ statement }) => (statement.polarity === 'negative' ? 'not' : ''),
  what: ({ statement }) => names(partiesOf(statement).what),
  factuality: ({ statement }) => statement.factuality,
  status: ({ outcome }) => outcome?.status,
  'settled by': ({ outcome }) => outcome?.by,
  'as told by': ({ statement }) => names(statement.source),
  happened: ({ statement }) => statement.time?.value ?? statement.time?.text,
  confidence: ({ statement }) => statement.confidence,
  text: ({ statement }) => statement.evidence.sentence.text,
  statement: ({ statement }) => statement.id,
}

/** A head and a line for each row; lines end in CR LF. */
export function* csvOf(rows: Iterable<StatementRow>): Generator<string> {
  yield `${Object.keys(columns).join(',')}\r\n`
  for (const row of rows)
    yield `${Object.values(columns)
      .map((value) => cell(value(row)))
      .join(',')}\r\n`
}

/** A column of the table of names: its title, and what it says of a name. */
interface NameCell {
  readonly title: string
  value(row: NameRow): string | number | undefined
}

const day = (days: number | undefined) => (days === undefined ? undefined : isoDay(days))

const nameCells: readonly NameCell[] = [
  { title: 'name', value: ({ name }) => name },
  { title: 'type', value: ({ type }) => type },
  { title: 'also called', value: ({ name, aliases }) => aliases.filter((alias) => alias !== name).join('; ') },
  ...countedNumbers.map((number) => ({
    title: number,
    value: ({ numbers }: NameRow) => (number === 'first' || number === 'last' ? day(numbers[number]) : numbers[number]),
  })),
  ...traitNames.map((trait) => ({
    title: trait,
    value: ({ properties }: NameRow) => valuesOf(properties, trait).join('; '),
  })),
  { title: 'entity', value: ({ id }) => id },
]

/** The table of names, with columns of the caller's own before the last. */
export function* namesCsv(rows: Iterable<NameRow>, more: readonly NameCell[] = []): Generator<string> {
  const cells = [...nameCells.slice(0, -1), ...more, ...nameCells.slice(-1)]
  yield `${cells.map(({ title }) => cell(title)).join(',')}\r\n`
  for (const row of rows) yield `${cells.map(({ value }) => cell(value(row))).join(',')}\r\n`
}

/** A cell that a spreadsheet would run as a formula is made text by an apostrophe. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
