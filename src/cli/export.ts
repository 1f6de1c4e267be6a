/** `demarche export`: a project's graph, whole or what filters leave → a file of another program's format. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { Command, Option } from 'commander'
import { DemarcheError, UsageError } from '../errors.ts'
import type { GraphView } from '../model/index.ts'
import { print } from './output.ts'

interface ExportOptions {
  readonly format: string
  readonly view: GraphView
  readonly filter: readonly string[]
  readonly output?: string
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write the graph in a format of another program')
    .argument('[project]', 'a project file', 'project.demarche')
    .requiredOption('--format <format>', 'gexf: Gephi; json: graphology')
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
    .option('-o, --output <file>', 'file to write (default: standard output)')
    .addHelpText(
      'after',
      `
Filters: kind, relation, force, polarity, factuality (of edges), type (of an entity at either end), entity (its name),
confidence (at least). Several filters must all fit, of several values one.

Examples:
  demarche export letters.demarche --format gexf -o letters.gexf
  demarche export letters.demarche --format json --filter kind=request --filter polarity=negative
  demarche export letters.demarche --format gexf --filter type=Company,PublicBody --filter confidence=0.8`,
    )
    .action(run)
}

async function run(path: string, options: ExportOptions): Promise<void> {
  const { exporters } = await import('../export/index.ts')
  const exporter = exporters.find(({ name }) => name === options.format)
  if (!exporter) {
    const known = exporters.map(({ name }) => name).join(', ')
    throw new UsageError(`--format ${options.format}: no such format`, `There are: ${known}.`)
  }
  const { filterGraph, parseFilters } = await import('./filter.ts')
  const filters = parseFilters(options.filter)
  const { openProject, settle } = await import('../store/index.ts')
  await settle(path, 10_000)
  const project = await openProject(path)
  try {
    const graph = filterGraph(project.graph(options.view), filters)
    const statements = new Map([...project.allStatements()].map((statement) => [statement.id, statement]))
    const pieces = exporter.write({ graph, statements })
    if (options.output) writeFile(options.output, pieces)
    else for (const piece of pieces) await print(piece)
  } finally {
    project.close()
  }
}

/** Under its own name only when it is whole: whatever stops us leaves the old file as it was. */
function writeFile(path: string, pieces: Iterable<string>): void {
  const part = `${path}.${process.pid}.part`
  const remove = () => rmSync(part, { force: true })
  process.once('exit', remove)
  try {
    const file = openSync(part, 'w')
    try {
      for (const piece of pieces) writeSync(file, piece)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
  } catch (error) {
    remove()
    throw new DemarcheError(
      `${path}: cannot be written (${(error as Error).message})`,
      'Check its folder and the free space.',
      {
        cause: error,
      },
    )
  } finally {
    process.off('exit', remove)
  }
}
