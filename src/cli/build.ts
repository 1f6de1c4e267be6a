/** `demarche build`: documents → the project file. */
import { Command } from 'commander'
import { jobs, minConfidence, names } from './options.ts'
import { note, plural, Report } from './report.ts'
import { seeds } from './seeds.ts'

interface BuildCommandOptions {
  readonly output: string
  readonly minConfidence: number
  readonly jobs: number
  /** Undefined for the project's own, false for none. */
  readonly names?: readonly string[] | false
  readonly wikidata?: string | false
}

export function buildCommand(): Command {
  return new Command('build')
    .description('read documents into a project file; a second run reads only what changed')
    .argument(
      '[source...]',
      'files or folders: .txt .md .html .eml .mbox .jsonl (default: those of the last build, else seeds/)',
    )
    .option('-o, --output <file>', 'the project file', 'project.demarche')
    .addOption(names())
    .option('--no-names', 'forget the lists of names of the last build')
    .option('--wikidata <file>', 'identifiers, CSV or JSONL: id, label, aliases, type')
    .option('--no-wikidata', 'forget the identifiers of the last build')
    .addOption(minConfidence())
    .addOption(jobs())
    .addHelpText(
      'after',
      `
The project holds the documents of its sources as they are now: a document that is gone is removed, one that changed
is analysed again. A build that was interrupted goes on where it stopped. What was decided (demarche decide, or in the
explorer) lies beside the project in NAME.decisions.jsonl and is replayed; what no longer applies is told of.

A list of names comes first: what it names is found in the texts, has its type, and is one thing by all its aliases
(separated by ; or |). The project remembers its lists. Identifiers are given where name and type agree and only one
thing fits.

Examples:
  demarche build letters/ -o letters.demarche
  demarche build news.jsonl minutes/ --min-confidence 0.7
  demarche build letters/ --names people.csv --names ships.csv`,
    )
    .action(run)
}

/** What the options say of the lists; nothing where they say nothing. */
const listsOf = ({ names, wikidata }: BuildCommandOptions) => ({
  ...(names === false ? { names: [] } : Array.isArray(names) && { names }),
  ...(wikidata === false ? { wikidata: undefined } : typeof wikidata === 'string' && { wikidata }),
})

async function run(sources: string[], options: BuildCommandOptions): Promise<void> {
  const { buildProject } = await import('./build-project.ts')
  const { openProject } = await import('../store/index.ts')
  const report = new Report()
  const changes = await buildProject(
    { ...options, sources, standard: [seeds()], wait: 0, lists: listsOf(options) },
    report,
  )
  const project = await openProject(options.output)
  const { documents, statements, entities, decisions } = project.info()
  project.close()
  const { added, kept, removed } = changes
  note(
    `${options.output}: ${plural(documents, 'document')} (${added} new or changed, ${kept} unchanged, ${removed} removed), ` +
      `${plural(statements, 'statement')}, ${plural(entities, 'entity')}`,
  )
  for (const { id, what, reason } of decisions?.troubled ?? [])
    note(`decision ${id} (${what}) does not apply: ${reason}`)
  for (const { line, reason } of decisions?.faults ?? []) note(`line ${line} of the log holds no decision: ${reason}`)
  if (decisions) note(`${plural(decisions.total, 'decision')} replayed, ${decisions.troubled.length} without effect`)
  report.finish()
}
