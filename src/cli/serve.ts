/** `demarche serve`: a project file → the explorer and its API on this machine. */
import { Command } from 'commander'
import { DemarcheError } from '../errors.ts'
import { stateOf } from '../model/index.ts'
import type { Fresh } from '../server/index.ts'
import type { StoredProject } from '../store/index.ts'
import { port } from './options.ts'
import { note } from './report.ts'

export interface ServeCommandOptions {
  readonly port: number
  readonly host: string
  /** An earlier project to compare with, or the day from which documents are new. */
  readonly since?: string
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
    .option(
      '--since <project or date>',
      'an earlier project file, or a date: what is new since then can be told by its colour',
    )
    .addHelpText(
      'after',
      `
The address stands alone on a line of standard output. Documents that are dropped on the page are read in the page:
they go neither to this server nor into the project.

Examples:
  demarche serve letters.demarche
  demarche serve letters.demarche --port 0
  demarche serve letters.demarche --since letters-march.demarche
  demarche serve letters.demarche --since 2019-03-01
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
  { port, host, since }: ServeCommandOptions,
  strict: boolean,
): Promise<string> {
  const { DecisionDesk, logPath, openProject } = await import('../store/index.ts')
  const { serve } = await import('../server/index.ts')
  const project = await openProject(path)
  const decisions = new DecisionDesk(path, project)
  await decisions.settle()
  note(`what you decide is kept in ${logPath(path)}`)
  const fresh = since === undefined ? undefined : await compared(project, since)
  const token = process.env['DEMARCHE_TOKEN']
  const listen = (at: number) =>
    serve(project, { port: at, host, decisions, ...(fresh && { fresh }), ...(token ? { token } : {}) })
  try {
    return (await listen(port)).url
  } catch (error) {
    if (strict || !(error instanceof DemarcheError) || !/port is taken/.test(error.message)) throw error
    note(`port ${port} is taken, so another one is`)
    return (await listen(0)).url
  }
}

/** A year, a month or a day. */
const dated = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** What a project has that an earlier one had not, or that is of a day or later; found anew when it was built again. */
async function compared(project: StoredProject, since: string): Promise<Fresh> {
  const { openProject } = await import('../store/index.ts')
  const { freshStatements, statementsSince } = await import('../project/index.ts')
  const now = () => ({ statements: project.allStatements(), documents: project.documents() })
  if (dated.test(since)) return whenBuilt(project, since, () => statementsSince(now(), since))
  const earlier = await openProject(since)
  const before = [...earlier.allStatements()]
  const { name } = earlier.info()
  earlier.close()
  return whenBuilt(project, name, () => freshStatements(project.allStatements(), before))
}

function whenBuilt(project: StoredProject, since: string, find: () => readonly string[]): Fresh {
  let of: string | undefined
  let found: readonly string[] = []
  return {
    since,
    statements: () => {
      const now = stateOf(project.info())
      if (of !== now) found = find()
      of = now
      return found
    },
  }
}
