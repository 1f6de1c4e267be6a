/** `demarche export`: a project's graph, whole or what filters leave → a file of another program's format. */
import { extname } from 'node:path'
import { Command, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { exporters, type Said } from '../export/index.ts'
import type { GraphView } from '../model/index.ts'
import type { StoredProject } from '../store/index.ts'
import { openSettled } from './open.ts'
import { print } from './output.ts'
import { note } from './report.ts'
import { writeFile } from './write-file.ts'

interface ExportOptions {
  readonly format: string
  readonly view: GraphView
  readonly filter: readonly string[]
  readonly output?: string
  readonly withoutText: boolean
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write the graph in a format of another program')
    .argument('[project]', 'a project file', 'project.demarche')
    .requiredOption(
      '--format <format>',
      `${exporters.map(({ name, reader }) => `${name}: ${reader}`).join('; ')}; site: a folder that any web server, or none, shows`,
    )
    .addOption(
      new Option(
        '--view <view>',
        'actors: who asked whom, parallel statements in one edge; frames: each statement a node',
      )
        .choices(['actors', 'frames'])
        .default('actors'),
    )
    .addOption(
      new Option('--filter <what=value,…>', 'keep edges that fit; may be given several times')
        .argParser((value: string, all: readonly string[]) => [...all, value])
        .default([], 'all'),
    )
    .option('-o, --output <file>', 'file to write (default: standard output); for site the folder')
    .option('--without-text', 'site: of the documents only the sentences of statements', false)
    .addHelpText(
      'after',
      `
Filters: kind, relation, force, polarity, factuality (of edges), type (of an entity at either end), entity (its name),
confidence (at least). Several filters must all fit, of several values one.

Examples:
  demarche export letters.demarche --format gexf -o letters.gexf
  demarche export letters.demarche --format json --filter kind=request --filter polarity=negative
  demarche export letters.demarche --format site -o letters-site
  demarche export letters.demarche --format gexf --filter type=Company,PublicBody --filter confidence=0.8`,
    )
    .action(run)
}

async function run(path: string, options: ExportOptions): Promise<void> {
  const exporter = exporters.find(({ name }) => name === options.format)
  if (!exporter && options.format !== 'site') {
    const known = [...exporters.map(({ name }) => name), 'site'].join(', ')
    throw new UsageError(`--format ${options.format}: no such format`, `There are: ${known}.`)
  }
  const { filterGraph, parseFilters } = await import('./filter.ts')
  const filters = parseFilters(options.filter)
  const project = await openSettled(path)
  try {
    if (!exporter) {
      const { writeSite } = await import('./site.ts')
      const part = (view: GraphView) => filterGraph(project.graph(view), filters)
      const graphs = filters.length ? { actors: part('actors'), frames: part('frames') } : undefined
      await writeSite(project, { folder: options.output, withoutText: options.withoutText, graphs })
      return
    }
    const graph = filterGraph(project.graph(options.view), filters)
    const statements = new Map([...project.allStatements()].map((statement) => [statement.id, statement]))
    const input = { graph, statements, said: saidIn(project) }
    const { second } = exporter
    if (second) {
      if (!options.output) throw new UsageError(`--format ${exporter.name}: makes two files`, 'Name them with -o FILE.')
      const stem = options.output.slice(0, options.output.length - extname(options.output).length)
      const [one, two] = second.names.map((name) => `${stem}-${name}.${exporter.extension}`) as [string, string]
      writeFile(one, exporter.write(input))
      writeFile(two, second.write(input))
      note(`${one}, ${two}`)
    } else if (options.output) writeFile(options.output, exporter.write(input))
    else for (const piece of exporter.write(input)) await print(piece)
  } finally {
    project.close()
  }
}

/** What the texts say of each entity, with the addresses of the documents. */
function saidIn(project: StoredProject): Map<string, readonly Said[]> {
  const uris = new Map(project.documents().map(({ id, uri }) => [id, uri]))
  const said = new Map<string, readonly Said[]>()
  for (const [id, properties] of project.properties())
    said.set(
      id,
      properties.map(({ name, value, document, start, end }) => {
        const uri = uris.get(document)
        return { name, value, start, end, ...(uri !== undefined && { document: uri }) }
      }),
    )
  return said
}
