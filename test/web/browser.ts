/** A real browser for the tests: an installed one, else the one that an npm package ships; and the page, freshly built. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

/** The checkout: a script that uses this file is bundled elsewhere in it. */
function rootOf(folder: string): string {
  return existsSync(join(folder, 'vite.config.ts')) ? folder : rootOf(dirname(folder))
}
const root = rootOf(fileURLToPath(new URL('.', import.meta.url)))

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [],
  ),
]

/** What to start, or why there is nothing to start. */
export type Found = { readonly path: string; readonly args: readonly string[] } | { readonly missing: string }

/** `$CHROMIUM`, an installed Chrome, Chromium or Edge, or the Chromium of `@sparticuz/chromium` (Linux on x64). */
export async function findBrowser(): Promise<Found> {
  const named = process.env['CHROMIUM']
  if (named)
    return existsSync(named)
      ? { path: named, args: ['--no-sandbox'] }
      : { missing: `$CHROMIUM names ${named}, which is not there` }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const installed = [...onPath, ...places].find((path) => existsSync(path))
  if (installed) return { path: installed, args: ['--no-sandbox'] }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
    // it unpacks itself into TMPDIR and would take another version's files for its own
    process.env['TMPDIR'] = join(tmpdir(), `demarche-chromium-${version}`)
    mkdirSync(process.env['TMPDIR'], { recursive: true })
    const { default: packed } = await import('@sparticuz/chromium')
    return { path: await packed.executablePath(), args: ['--no-sandbox'] }
  }
  return { missing: 'no Chrome, Chromium or Edge is installed; name one in $CHROMIUM' }
}

export const launch = (found: { path: string; args: readonly string[] }): Promise<Browser> =>
  chromium.launch({ executablePath: found.path, args: [...found.args], headless: true })

/** Which page: that of a server, or that of a static site. */
export type PageMode = 'production' | 'site'

/** Builds the page into a folder of its own, so that no test reads an old one. */
export function buildPage(mode: PageMode = 'production'): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-web-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  const args = ['build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  execFileSync(process.execPath, [vite, ...args], { cwd: root, env })
  return folder
}
