/** `demarche serve`: a project file → the explorer and its API on this machine. */
import { Command } from 'commander'
import { DemarcheError } from '../errors.ts'
import { port } from './options.ts'
import { note } from './report.ts'

export interface ServeCommandOptions {
  readonly port: number
  readonly host: string
}

/** Taken where none is named; if somebody has it, any free one. */
export const standardPort = 8017

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the explorer of a project and its API')
    .argument('[project]', 'a project file', 'project.demarche')
    .addOption(port(standardPort))
    .option(
      '--host <address>',
      'address to listen on; other than loopback, DEMARCHE_TOKEN must hold a token',
      '127.0.0.1',
    )
    .addHelpText(
      'after',
      `
The address stands alone on a line of standard output. Documents that are dropped on the page are read in the page:
they go neither to this server nor into the project.

Examples:
  demarche serve letters.demarche
  demarche serve letters.demarche --port 0
  DEMARCHE_TOKEN=… demarche serve letters.demarche --host 0.0.0.0`,
    )
    .action(run)
}

async function run(path: string, options: ServeCommandOptions, command: Command): Promise<void> {
  const url = await serveProject(path, options, command.getOptionValueSource('port') !== 'default')
  process.stdout.write(`${url}\n`)
}

/** Serves a project until the process ends. `strict`: the port was asked for, no other will do. */
export async function serveProject(
  path: string,
  { port, host }: ServeCommandOptions,
  strict: boolean,
): Promise<string> {
  const { DecisionDesk, openProject } = await import('../store/index.ts')
  const { serve } = await import('../server/index.ts')
  const project = await openProject(path)
  const decisions = new DecisionDesk(path, project)
  await decisions.settle()
  const token = process.env['DEMARCHE_TOKEN']
  const listen = (at: number) => serve(project, { port: at, host, decisions, ...(token ? { token } : {}) })
  try {
    return (await listen(port)).url
  } catch (error) {
    if (strict || !(error instanceof DemarcheError) || !/port is taken/.test(error.message)) throw error
    note(`port ${port} is taken, so another one is`)
    return (await listen(0)).url
  }
}
