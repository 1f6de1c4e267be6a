import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCode, compiledPatterns } from '../../scripts/build/compiled-patterns.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { readPatterns } from '../../src/frames/loader.ts'

const folder = 'src/frames/patterns'

const load = (path: string): unknown => (compiledPatterns().load as (id: string) => unknown)(path)

describe('the patterns that the program ships', () => {
  it('say what their files say', () => {
    const files = readdirSync(folder).sort()
    expect(loadPatterns().all).toEqual(
      files.flatMap((file) => readPatterns(file, readFileSync(join(folder, file), 'utf8'))),
    )
  })

  it('bring no reader of YAML with them', () => {
    for (const file of readdirSync('src/frames', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file === 'loader.ts') continue
      expect(readFileSync(join('src/frames', file), 'utf8'), file).not.toMatch(
        /from 'yaml'|^import \{.*from '\.\.?\/loader\.ts'/m,
      )
    }
  })

  it('stop the build with file and line where one has a fault', () => {
    const patterns = join(mkdtempSync(join(tmpdir(), 'patterns-')), 'frames/patterns')
    mkdirSync(patterns, { recursive: true })
    const path = join(patterns, 'wish.yaml')
    writeFileSync(path, 'frame: Wish\nkind: request\nrolls: {}\n')
    expect(() => load(path)).toThrow('wish.yaml:3 key "rolls" is not declared. Did you mean "roles"?')
  })

  it('are only what lies in the folder of patterns', () => {
    expect(load('/elsewhere/letters/wish.yaml')).toBeUndefined()
  })

  it('are written as code that gives the same data', () => {
    const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean())
    const data = fc.oneof(
      fc.array(leaf, { maxLength: 5 }),
      fc.array(leaf, { maxLength: 5 }).map((values) => new Set(values)),
      fc.array(fc.tuple(leaf, fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }).map((pairs) => new Map(pairs)),
      fc.record({ id: leaf, where: fc.array(fc.record({ 'a b': leaf, none: fc.constant(undefined) })) }),
    )
    fc.assert(
      fc.property(data, (value) => {
        expect(new Function(`return ${asCode(value)}`)()).toEqual(value)
      }),
    )
  })
})
