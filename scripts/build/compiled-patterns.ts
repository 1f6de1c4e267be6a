/**
 * Pattern files → modules of what they say, when the program is built or tested: what ships parses no YAML. A fault in a
 * pattern stops the build with its file and line.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Plugin } from 'vite'
import { readPatterns } from '../../src/frames/loader.ts'

const patternFile = /\/frames\/patterns\/[^/]+\.yaml$/

export function compiledPatterns(): Plugin {
  return {
    name: 'demarche:patterns',
    enforce: 'pre',
    load(id) {
      if (!patternFile.test(id)) return undefined
      const patterns = readPatterns(basename(id), readFileSync(id, 'utf8'))
      return { code: `export default ${asCode(patterns)}`, map: null, moduleType: 'js' }
    },
  }
}

/** Plain data with maps and sets as an expression. */
export function asCode(value: unknown): string {
  if (value instanceof Map) return `new Map(${asCode([...value])})`
  if (value instanceof Set) return `new Set(${asCode([...value])})`
  if (Array.isArray(value)) return `[${value.map(asCode).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).filter(([, of]) => of !== undefined)
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${asCode(of)}`).join(',')}}`
}
