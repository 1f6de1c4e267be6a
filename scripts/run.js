#!/usr/bin/env node
// Runs a script of this folder: `node scripts/run.js evaluate --help`. It is bundled as the package is, then imported.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const [name, ...args] = process.argv.slice(2)
if (!name) {
  console.error('Name a script: node scripts/run.js evaluate --help')
  process.exit(2)
}
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const outDir = here(`../node_modules/.cache/demarche/${name}`)
process.env.DEMARCHE_SCRIPT = name
await build({
  configFile: here('../vite.config.ts'),
  logLevel: 'error',
  build: { ssr: true, outDir, emptyOutDir: true },
})
process.argv = [process.argv[0], here(`./${name}.ts`), ...args]
await import(pathToFileURL(`${outDir}/script.js`).href)
