import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Graph, { MultiDirectedGraph } from 'graphology'
import gexfLibrary from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { type ExportInput, exporters } from '../../src/export/index.ts'
import { actorsGraph } from '../../src/graph/index.ts'
import type { EntityType } from '../../src/model/index.ts'
import { entitiesOf, statement } from '../statements.ts'

const write = (name: string, input: ExportInput) => [...exporters.find((e) => e.name === name)!.write(input)].join('')

/** A project of one request whose names and sentence are as given. */
function inputOf(speaker: string, addressee: string): ExportInput {
  const sentence = `${speaker} asked ${addressee} to wait.`
  const things: Record<string, EntityType> = { [speaker]: 'Person', [addressee]: 'Company' }
  const one = statement(sentence, {
    predicate: 'asked',
    relation: 'ask',
    things,
    roles: { speaker, addressee, message: 'wait' },
  })
  const graph = actorsGraph({
    name: 'test',
    built: '2026-01-02T03:04:05Z',
    statements: [one],
    entities: entitiesOf([one]),
  })
  return { graph, statements: new Map([[one.id, one]]) }
}

const schemas = join(import.meta.dirname, '../../../shared/data/schemas/gexf-1.3')

describe('GEXF', () => {
  it('is read back by graphology-gexf with ids, labels, weights and sentences', () => {
    const read = gexfLibrary.parse(Graph, write('gexf', inputOf('Ada & <Son>', 'Bo "B" Ltd')))
    expect(read.nodes()).toEqual(['e-Ada & <Son>', 'e-Bo "B" Ltd'])
    const [edge = ''] = read.edges()
    expect(read.getEdgeAttributes(edge)).toMatchObject({
      label: 'asked … to wait',
      weight: 1,
      polarity: 'positive',
      evidence: 'Ada & <Son> asked Bo "B" Ltd to wait. [a.txt]',
    })
  })

  it.skipIf(!existsSync(schemas))(
    'is valid by the XML Schema of GEXF 1.3 (needs the schemas beside the project)',
    async () => {
      const [gexf, dynamics, viz] = ['gexf.xsd', 'dynamics.xsd', 'viz.xsd'].map((fileName) => ({
        fileName,
        contents: readFileSync(join(schemas, fileName), 'utf8'),
      }))
      // the published schema declares the viz elements in GEXF's own namespace; every reader wants them in viz's
      const contents = write('gexf', inputOf('Ada', 'Bo')).replaceAll('viz:', '')
      const result = await validateXML({
        xml: { fileName: 'graph.gexf', contents },
        schema: gexf!,
        preload: [dynamics!, viz!],
      })
      expect(result.errors).toEqual([])
      expect(result.valid).toBe(true)
    },
  )

  it('is well-formed whatever characters the names hold, and says what XML cannot hold with U+FFFD', async () => {
    const odd = [
      'nul \u0000 bell \u0007',
      'lone \ud800 surrogate',
      'rtl \u202e override',
      '__proto__',
      '😀 and ﷺ',
      '\ufffe',
    ]
    for (const name of odd) {
      const result = await validateXML({
        xml: { fileName: 'a.gexf', contents: write('gexf', inputOf(`x${name}`, 'Bo')) },
        normalization: 'format',
      })
      expect(result.errors, name).toEqual([])
    }
    expect(write('gexf', inputOf('x\u0007', 'Bo'))).toContain('label="x\ufffd"')
  })
})

describe('JSON', () => {
  it('is read back by graphology, equal to the graph, with its statements beside it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (name) => {
        const input = inputOf(`A${name}`, 'Bo')
        const read = JSON.parse(write('json', input))
        expect(MultiDirectedGraph.from(read).export()).toEqual(MultiDirectedGraph.from(input.graph as never).export())
        expect(read.statements).toEqual(JSON.parse(JSON.stringify([...input.statements.values()])))
      }),
      { numRuns: 50 },
    )
  })
})
