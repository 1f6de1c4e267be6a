/** `demarche start`, which is `npm start`: documents → the explorer, with the project kept in the user's cache. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { Command } from 'commander'
import { stableId } from '../model/index.ts'
import { jobs, minConfidence, port } from './options.ts'
import { note, plural, Report } from './report.ts'
import { seeds } from './seeds.ts'
import { type ServeCommandOptions, serveProject, standardPort } from './serve.ts'

interface StartOptions extends ServeCommandOptions {
  readonly open: boolean
  readonly minConfidence: number
  readonly jobs: number
}

export function startCommand(): Command {
  return new Command('start')
    .description('read documents and open the explorer, all at once')
    .argument('[source...]', 'files or folders, or one project file (default: the documents in seeds/)')
    .addOption(port(standardPort))
    .option(
      '--host <address>',
      'address to listen on; other than loopback, DEMARCHE_TOKEN must hold a token',
      '127.0.0.1',
    )
    .option('--no-open', 'do not open a browser')
    .addOption(minConfidence())
    .addOption(jobs())
    .addHelpText(
      'after',
      `
The address stands alone on a line of standard output. What was read is kept in the cache folder of the user, so that
the next start is quick.

Examples:
  demarche start
  demarche start letters/ --port 0 --no-open`,
    )
    .action(run)
}

async function run(sources: string[], options: StartOptions, command: Command): Promise<void> {
  const path = await projectOf(sources, options)
  const url = await serveProject(path, options, command.getOptionValueSource('port') !== 'default')
  process.stdout.write(`${url}\n`)
  if (options.open) openBrowser(url)
}

/** The project file: the one that is named, else one in the cache, built now. */
async function projectOf(named: string[], options: StartOptions): Promise<string> {
  if (named.length === 1 && named[0]!.endsWith('.demarche')) return named[0]!
  const { buildProject } = await import('./build-project.ts')
  const sources = named.length ? named : [seeds()]
  const name = basename(resolve(sources[0]!)).replace(/\.\w+$/, '')
  const output = join(cacheFolder(stableId('', ...sources.map((source) => resolve(source)))), `${name}.demarche`)
  const report = new Report()
  const { added, kept } = await buildProject({ ...options, sources, standard: [], output, wait: 60_000 }, report)
  note(`${sources.join(', ')}: ${plural(added + kept, 'document')}, ${added} of them new or changed`)
  report.finish()
  process.exitCode = 0 // some documents may have failed, the server has not
  return output
}

function cacheFolder(key: string): string {
  const home = {
    darwin: join(homedir(), 'Library', 'Caches'),
    win32: process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'),
  }[process.platform as string]
  const folder = join(process.env['XDG_CACHE_HOME'] || home || join(homedir(), '.cache'), 'demarche', key)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 }) // what people read is nobody else’s business
    return folder
  } catch {
    return mkdtempSync(join(tmpdir(), 'demarche-'))
  }
}

/** Opens the user's browser where there is a screen to show it on. */
function openBrowser(url: string): void {
  const { platform, env } = process
  const local = platform === 'darwin' || platform === 'win32' || env['DISPLAY'] || env['WAYLAND_DISPLAY']
  if (!local || env['CI'] || env['SSH_CONNECTION'] || !process.stdout.isTTY) return
  const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[platform as string] ?? ['xdg-open']
  const child = spawn(program!, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => note('no browser could be opened; open the address yourself'))
  child.unref()
}
