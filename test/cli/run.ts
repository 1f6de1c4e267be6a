/** Runs the command as its users do: as a process, through the package's bin. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
const bin = join(root, 'scripts/demarche.js')
if (!existsSync(join(root, 'dist/node/cli.js'))) throw new Error('Build first: npm run build')

export interface Result {
  /** `null` where a signal ended it. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Result>
}

export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, NO_COLOR: '1', ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  const ended = new Promise<Result>((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
  return { child, ended }
}

export const demarche = (cwd: string, ...args: readonly string[]): Promise<Result> => start(args, cwd).ended

/** The first line that a process prints. */
export function firstLine({ child, ended }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout!.on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0]!)
    })
    void ended.then(({ status, stderr }) => reject(new Error(`ended with ${status}: ${stderr}`)))
  })
}
