#!/usr/bin/env node
// The `demarche` command: never built itself, it imports the built `dist/` or says how to build it.
import { existsSync } from 'node:fs'

const built = new URL('../dist/node/cli.js', import.meta.url)
if (existsSync(built)) await import(built.href)
else {
  console.error('demarche is not built yet. Build it with: npm run build')
  process.exitCode = 1
}
