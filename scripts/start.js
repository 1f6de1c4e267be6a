#!/usr/bin/env node
// `npm start`: builds what is not built, then does what `demarche start` does, with the same options.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const cli = new URL('../dist/node/cli.js', import.meta.url)

for (const [built, args] of [
  [here('../dist/web/index.html'), ['build']],
  [here('../dist/site/site.js'), ['build', '--mode', 'site']],
  [fileURLToPath(cli), ['build', '--ssr']],
]) {
  if (existsSync(built)) continue
  console.error('demarche: building, which takes a few seconds …')
  // what Vite says goes to standard error: standard output is for the address
  const vite = here('../node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, ...args], { cwd: here('..'), stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('demarche: the build failed. Run npm install, then npm start again.')
    process.exit(1)
  }
}
process.argv.splice(2, 0, 'start')
await import(cli.href)
