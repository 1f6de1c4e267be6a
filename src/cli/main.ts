/** Arguments of the command line → the command that they name, and the exit status: 0 done, 1 failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { buildCommand } from './build.ts'
import { decideCommand } from './decide.ts'
import { explainCommand } from './explain.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { queryCommand } from './query.ts'
import { exitStatus, printError } from './report.ts'
import { serveCommand } from './serve.ts'
import { startCommand } from './start.ts'
import { suggestionsCommand } from './suggestions.ts'
import { verifyCommand } from './verify.ts'

const program = new Command('demarche')
  .description('Who requested what of whom: documents in, a graph of claims out, each with its sentence.')
  .version(version)
  .configureHelp({ showGlobalOptions: true })
  .exitOverride()
for (const command of [
  buildCommand,
  extractCommand,
  explainCommand,
  exportCommand,
  queryCommand,
  decideCommand,
  suggestionsCommand,
  verifyCommand,
  serveCommand,
  startCommand,
])
  program.addCommand(command().exitOverride().copyInheritedSettings(program))
program.addHelpText(
  'after',
  `
Example:
  demarche build letters/ -o letters.demarche
  demarche serve letters.demarche

Results go to standard output, everything else to standard error.
Exit status: 0 done, 1 something failed, 2 wrong usage.`,
)

// A reader that has seen enough, such as \`head\`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    printError(error)
    process.exitCode = exitStatus(error)
  }
}
