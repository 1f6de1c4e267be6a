/** Who may import whom: data flows one way, and only pipeline.ts knows the order of the stages. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** What a file imports, statically or not: `node:fs`, a package's name, or a path from the root. */
function importsOf(file: string): string[] {
  const found = [...textOf(file).matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()\s*'([^']+)'/g)].map((m) => m[1]!)
  return found.map((name) =>
    name.startsWith('.')
      ? normalize(join(dirname(file), name))
          .split(sep)
          .join('/')
      : name,
  )
}

const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/')

/** Pure stages: the same in Node, in workers and in a browser. */
const stages = [
  'segment',
  'annotate',
  'mentions',
  'coreference',
  'frames',
  'qualify',
  'link',
  'entities',
  'decisions',
  'graph',
  'query',
  'export',
].map((name) => `src/${name}`)
/** Rooms that any stage may use: types and plain data. */
const ground = ['src/model', 'src/lexicon', 'src/errors.ts']
/** The stage's own doors to the outside, by name. */
const nodeDoors = ['src/annotate/node.ts', 'src/read/node.ts']

describe('the architecture', () => {
  it.each(stages)('%s imports the model, the lexicon and the errors, and no other stage', (stage) => {
    const wrong = filesBelow(stage).flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('src/') && roomOf(path) !== stage && !ground.includes(roomOf(path)))
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(stages)('%s runs in a browser: nothing of Node but through its named door', (stage) => {
    const wrong = filesBelow(stage)
      .filter((file) => !nodeDoors.includes(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('the model imports nothing but itself', () => {
    const wrong = filesBelow('src/model').flatMap((file) =>
      importsOf(file)
        .filter((path) => roomOf(path) !== 'src/model')
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(['src/project', 'src/read'])('%s runs in a browser, but for its named door', (room) => {
    const wrong = filesBelow(room)
      .filter((file) => !nodeDoors.includes(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => /^node:|^src\/(store|server|cli)\b/.test(name))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('the page takes from src/ only what is pure', () => {
    const allowed = [...ground, ...stages, 'src/pipeline.ts', 'src/project', 'src/query', 'src/read']
    const wrong = filesBelow('web').flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('src/') && !allowed.includes(roomOf(path)))
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('nothing that ships imports the tests or the scripts', () => {
    const wrong = [...filesBelow('src'), ...filesBelow('web')].flatMap((file) =>
      importsOf(file)
        .filter((path) => /^(test|scripts)\//.test(path))
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no folder for odds and ends', () => {
    const folders = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    expect(folders.filter((f) => f.isDirectory() && /^(utils?|helpers?|misc|common)$/.test(f.name))).toEqual([])
  })

  it('every source file begins with its imports or says what it is for', () => {
    const wrong = filesBelow('src').filter((file) => !/^(\/\*\*|\/\/|#!|import|export)/.test(textOf(file)))
    expect(wrong).toEqual([])
  })
})
