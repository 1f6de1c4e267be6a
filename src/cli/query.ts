/** `demarche query`: a project and a query → the statements that fit, on standard output. */
import { Command, Option } from 'commander'
import { csvOf, partiesOf } from '../export/rows.ts'
import type { Filler, StatementRow } from '../model/index.ts'
import { fields } from '../query/index.ts'
import { openSettled } from './open.ts'
import { limit } from './options.ts'
import { print } from './output.ts'
import { note } from './report.ts'

interface QueryOptions {
  readonly format: 'text' | 'ndjson' | 'csv'
  readonly limit?: number
}

const page = 500

export function queryCommand(): Command {
  const width = Math.max(...Object.values(fields).map(({ example }) => example.length)) + 2
  const list = Object.values(fields)
    .map(({ example, help, values }) => `  ${example.padEnd(width)}${help}${values ? ` (${values.join(', ')})` : ''}`)
    .join('\n')
  return new Command('query')
    .description('find statements by who asked whom for what, when, and what came of it')
    .argument('<project>', 'a project file')
    .argument('<query>', 'what to look for; "" for everything')
    .addOption(
      new Option('--format <format>', 'text: for reading; ndjson: a statement a line; csv: for a spreadsheet')
        .choices(['text', 'ndjson', 'csv'])
        .default('text'),
    )
    .addOption(limit('give at most so many; how many there are is told'))
    .addHelpText(
      'after',
      `
Words are looked for in sentences and names; all must be there, the end of each may be missing, typing errors are forgiven.
"in quotation marks" these very words; -word: without it; field:one,two one or the other; field:none nobody.

${list}

Examples:
  demarche query letters.demarche 'asker:Sinnet to:users delete'
  demarche query letters.demarche 'kind:request status:refused,ignored after:2017' --format csv
  demarche query letters.demarche '-source:none "not to"' --format ndjson`,
    )
    .action(run)
}

async function run(path: string, query: string, options: QueryOptions): Promise<void> {
  const project = await openSettled(path)
  try {
    const { ids, respelled } = project.matching(query)
    for (const { typed, taken } of respelled)
      note(`nothing has "${typed}", so ${taken.map((w) => `"${w}"`).join(', ')}`)
    const wanted = ids.slice(0, options.limit ?? ids.length)
    const write = {
      text: textOf,
      ndjson: ({ statement, outcome }: StatementRow) =>
        `${JSON.stringify({ ...statement, ...(outcome && { outcome }) })}\n`,
      csv: undefined,
    }[options.format]
    const rows = function* () {
      for (let i = 0; i < wanted.length; i += page)
        yield* project.statements({ ids: wanted.slice(i, i + page), limit: page }).rows
    }
    if (write) for (const row of rows()) await print(write(row))
    else for (const line of csvOf(rows())) await print(line)
    const many = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'statement' : 'statements'}`
    note(wanted.length < ids.length ? `${wanted.length.toLocaleString('en')} of ${many(ids.length)}` : many(ids.length))
  } finally {
    project.close()
  }
}

const names = (fillers: readonly Filler[]) => fillers.map(({ entity, text }) => entity?.name ?? text).join(', ')

/** What is said in a line, and its sentence with its place below. */
function textOf({ statement, document, outcome }: StatementRow): string {
  const { relation, polarity, kind, factuality, source, evidence, confidence } = statement
  const parties = partiesOf(statement)
  const [who, whom, what] = [names(parties.who), names(parties.whom), names(parties.what)]
  const not = kind === 'request' && polarity === 'negative' ? ' not:' : what && ':'
  const marks = [
    factuality === 'actual' ? '' : factuality,
    outcome && outcome.status !== 'open' ? outcome.status : '',
    source.length ? `as told by ${names(source)}` : '',
    `confidence ${confidence.toFixed(2)}`,
  ].filter(Boolean)
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  return `${[who || '(somebody)', relation, whom].filter(Boolean).join(' ')}${not} ${oneLine(what)}  [${marks.join('; ')}]
    “${oneLine(evidence.sentence.text)}”
    ${[document.title, document.date, document.uri].filter(Boolean).join(', ')}, sentence ${evidence.sentence.index + 1}
`
}
