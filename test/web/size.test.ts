/** How much of the page comes before anything is seen: its own script, not the engine, which is fetched when it is needed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPage } from './browser.ts'

const most = 350 * 1024

describe('the built page', () => {
  let folder: string
  let html: string
  beforeAll(() => {
    folder = buildPage()
    html = readFileSync(join(folder, 'index.html'), 'utf8')
  })
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const scripts = () => [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1]!)

  /** A script with all that it imports before it runs. */
  function withImports(path: string, seen = new Set<string>()): Set<string> {
    if (seen.has(path)) return seen
    seen.add(path)
    for (const [, name] of read(path).matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      withImports(join('assets', name!), seen)
    return seen
  }

  it('has a script of 350 KB gzip at most before the engine', () => {
    const first = new Set(scripts().flatMap((path) => [...withImports(path)]))
    expect(first.size).toBeGreaterThan(0)
    const bytes = [...first].reduce((sum, path) => sum + gzipSync(read(path)).length, 0)
    expect(bytes).toBeLessThanOrEqual(most)
  })

  it('carries the engine and every model as files of their own, and their licences', () => {
    const models = readdirSync('src/annotate/models')
    for (const name of models)
      expect(readFileSync(join(folder, 'models', name)).equals(readFileSync(`src/annotate/models/${name}`)), name).toBe(
        true,
      )
    const assets = readdirSync(join(folder, 'assets'))
    expect(assets.filter((name) => /^(?:keeper|reader)-.*\.js$/.test(name))).toHaveLength(2)
    expect(read('LICENSES.txt')).toContain(readFileSync('src/annotate/models/LICENSE', 'utf8').trim().slice(0, 200))
  })
})
