/** Files → statements on standard output, document by document, with no project file. */
import { Command, Option } from 'commander'
import type { Document, ListedName, Statement } from '../model/index.ts'
import { jobs, minConfidence, names } from './options.ts'
import { print } from './output.ts'
import { Report } from './report.ts'

interface ExtractOptions {
  readonly format: 'ndjson' | 'conllu' | 'text'
  readonly minConfidence: number
  readonly jobs: number
  readonly names?: readonly string[]
}

export function extractCommand(): Command {
  return new Command('extract')
    .description('print the statements of documents, one a line')
    .argument('<source...>', 'files or folders: .txt .md .html .eml .mbox .jsonl')
    .addOption(
      new Option('--format <format>', 'ndjson: JSON lines; text: for reading; conllu: the parsed sentences')
        .choices(['ndjson', 'conllu', 'text'])
        .default('ndjson'),
    )
    .addOption(minConfidence())
    .addOption(jobs())
    .addOption(names())
    .addHelpText(
      'after',
      `
Examples:
  demarche extract article.html | jq -r 'select(.kind == "request").relation'
  demarche extract letters/ --format text
  demarche extract letters/ --names people.csv
  demarche extract minutes.txt --format conllu > minutes.conllu`,
    )
    .action(run)
}

async function run(sources: string[], options: ExtractOptions): Promise<void> {
  const { readSources } = await import('../read/node.ts')
  const report = new Report()
  const documents = report.watch(readSources(sources, report.skip))
  if (options.format === 'conllu') await printParses(documents, await readNames(options))
  else await printStatements(documents, options, report)
  report.finish()
}

async function readNames({ names = [] }: ExtractOptions): Promise<readonly ListedName[]> {
  if (names.length === 0) return []
  const { readLists } = await import('./lists.ts')
  return (await readLists({ names })).names
}

async function printStatements(documents: AsyncIterable<Document>, options: ExtractOptions, report: Report) {
  const { analyseAll } = await import('./analysts.ts')
  const { confident, verify } = await import('../project/index.ts')
  const listed = await readNames(options)
  const format = options.format === 'text' ? inWords : (statement: Statement) => `${JSON.stringify(statement)}\n`
  for await (const outcome of analyseAll(documents, options.jobs, listed)) {
    if ('error' in outcome) {
      report.skip(outcome.error, true)
      continue
    }
    const statements = confident(outcome.analysis.statements, options.minConfidence)
    for (const statement of statements) verify(outcome.document, statement)
    await print(statements.map(format).join(''))
  }
}

async function printParses(documents: AsyncIterable<Document>, listed: readonly ListedName[]): Promise<void> {
  const { toConllu } = await import('../export/conllu.ts')
  const { segment } = await import('../segment/index.ts')
  const { withListedNames } = await import('../mentions/index.ts')
  const { loadEngine } = await import('./engine.ts')
  const { annotator, listed: list } = await loadEngine(listed)
  for await (const document of documents) {
    const annotated = annotator.annotate(segment(document))
    for (const sentence of toConllu(document, list ? withListedNames(annotated, list) : annotated))
      await print(sentence)
  }
}

/** A statement for reading: its sentence's place, what it is, its roles, the sentence. */
export function inWords(statement: Statement): string {
  const { kind, relation, force, answer, polarity, factuality, confidence, evidence } = statement
  const what = [kind, force ?? answer, polarity === 'negative' ? 'not' : '', factuality === 'actual' ? '' : factuality]
  const roles = Object.entries({ ...statement.roles, ...(statement.source.length ? { source: statement.source } : {}) })
  const lines = roles.map(([role, fillers]) => {
    const texts = fillers.map(({ text, entity }) =>
      entity && entity.name !== text ? `${text} (${entity.name})` : text,
    )
    return `  ${role}: ${texts.join('; ').replace(/\s+/g, ' ')}`
  })
  return [
    `${evidence.document}, sentence ${evidence.sentence.index + 1}: ${relation} [${what.filter(Boolean).join(', ')}] ${confidence.toFixed(2)}`,
    ...lines,
    `  “${evidence.sentence.text.replace(/\s+/g, ' ')}”\n\n`,
  ].join('\n')
}
