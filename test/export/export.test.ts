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

/** The same, whose first name the text says something of. */
function saidInput(): ExportInput {
  const input = inputOf('Ada', 'Bo')
  const [node, ...others] = input.graph.nodes
  const properties = ['country: Kenya', 'title: harbour master; pilot']
  const nodes = [{ ...node!, attributes: { ...node!.attributes, properties } }, ...others]
  const said = new Map([
    [node!.key, [{ name: 'country' as const, value: 'Kenya', document: 'a.txt', start: 3, end: 9 }]],
  ])
  return { ...input, graph: { ...input.graph, nodes }, said }
}

describe('what the texts say of a name', () => {
  it.each(['gexf', 'graphml', 'json', 'node-link', 'cytoscape', 'csv', 'jsonld'])('is in %s', (format) => {
    const text = write(format, saidInput())
    expect(text).toContain('Kenya')
    expect(text).toContain('harbour master')
  })

  it('is a property and an annotation with its place in JSON-LD', () => {
    const resources = JSON.parse(write('jsonld', saidInput()))['@graph'] as Record<string, unknown>[]
    expect(resources[0]).toMatchObject({ label: 'Ada', country: ['Kenya'], title: ['harbour master; pilot'] })
    expect(resources[1]).toMatchObject({
      '@type': 'oa:Annotation',
      'oa:hasBody': { '@id': resources[0]!['@id'], country: 'Kenya' },
      'oa:hasTarget': { 'oa:hasSource': 'a.txt', 'oa:hasSelector': { 'oa:start': 3, 'oa:end': 9 } },
    })
  })
})

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

/** Requests between a few parties, one of them with words that formats must escape. */
function project(): ExportInput {
  const people: Record<string, EntityType> = { Ada: 'Person', 'Bo "B" & Sons; Ltd': 'Company', Cy: 'Person' }
  const ask = (speaker: string, addressee: string) =>
    statement(`${speaker} asked ${addressee} to wait, <here>.`, {
      predicate: 'asked',
      relation: 'call on',
      things: { [speaker]: people[speaker]!, [addressee]: people[addressee]! },
      roles: { speaker, addressee, message: 'wait' },
      source: [],
    })
  const statements = [ask('Ada', 'Bo "B" & Sons; Ltd'), ask('Cy', 'Ada')]
  const graph = actorsGraph({ name: 'test', statements, entities: entitiesOf(statements) })
  return { graph, statements: new Map(statements.map((one) => [one.id, one])) }
}
const given = project()
const keys = given.graph.nodes.map(({ key }) => key)

describe('GraphML', () => {
  it('is well-formed, declares what it writes, and has all nodes, edges and sentences', async () => {
    const text = write('graphml', given)
    const result = await validateXML({ xml: { fileName: 'a.graphml', contents: text }, normalization: 'format' })
    expect(result.errors).toEqual([])
    const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map((m) => m[1]))
    for (const [, key] of text.matchAll(/<data key="(\w+)"/g)) expect(declared).toContain(key)
    expect([...text.matchAll(/<node id="([^"]+)"/g)]).toHaveLength(keys.length)
    expect([...text.matchAll(/<edge /g)]).toHaveLength(given.graph.edges.length)
    expect(text).toContain('Ada asked Bo "B" &amp; Sons; Ltd to wait, &lt;here&gt;.'.replaceAll('"', '&quot;'))
  })
})

describe('node-link JSON', () => {
  it('has each edge once for networkx and once for d3, between nodes that there are', () => {
    const read = JSON.parse(write('node-link', given))
    expect(read.nodes.map((node: { id: string }) => node.id)).toEqual(keys)
    expect(read.edges).toEqual(read.links)
    expect(read.edges).toHaveLength(given.graph.edges.length)
    for (const { source, target, evidence } of read.edges) {
      expect(keys).toContain(source)
      expect(keys).toContain(target)
      expect(evidence).toContain('asked')
    }
    expect(read).toMatchObject({ directed: true, multigraph: true })
  })
})

describe('the JSON of Cytoscape', () => {
  it('has every element with its id, and positions with y downwards', () => {
    const { elements } = JSON.parse(write('cytoscape', given))
    expect(elements.nodes.map((node: { data: { id: string } }) => node.data.id)).toEqual(keys)
    const [first] = given.graph.nodes
    expect(elements.nodes[0].position).toEqual({ x: first!.attributes.x, y: -first!.attributes.y })
    expect(elements.edges.map((edge: { data: { id: string } }) => edge.data.id)).toEqual(
      given.graph.edges.map(({ key }) => key),
    )
  })
})

/** Rows of cells by RFC 4180. */
function readCsv(text: string): string[][] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!)
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('CSV for Neo4j', () => {
  const exporter = exporters.find(({ name }) => name === 'csv')!
  it('has nodes and relationships under typed headers, in rows of one length', () => {
    const nodes = readCsv([...exporter.write(given)].join(''))
    const edges = readCsv([...exporter.second!.write(given)].join(''))
    for (const rows of [nodes, edges]) expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(nodes[0]!.slice(0, 2)).toEqual(['id:ID(Entity)', 'label'])
    expect(nodes.slice(1).map(([id]) => id)).toEqual(keys)
    expect(edges[0]!.slice(0, 3)).toEqual([':START_ID(Entity)', ':END_ID(Entity)', ':TYPE'])
    for (const [source, target, type] of edges.slice(1)) {
      expect(keys).toContain(source)
      expect(keys).toContain(target)
      expect(type).toBe('CALL_ON')
    }
  })

  it('keeps any name in its cell', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (name) => {
        const input = inputOf(`A${name}`, 'Bo')
        const text = [...exporter.write(input)].join('')
        expect(readCsv(text)[1]?.[0]).toBe(input.graph.nodes[0]!.key)
      }),
      { numRuns: 50 },
    )
  })
})

describe('JSON-LD', () => {
  it('has each statement as a resource whose parties are there, and its sentence as an annotation', () => {
    const read = JSON.parse(write('jsonld', given))
    const resources = read['@graph'] as Record<string, unknown>[]
    const ids = resources.map((resource) => resource['@id'])
    const requests = resources.filter((resource) => resource['@type'] === 'Request')
    expect(requests).toHaveLength(given.statements.size)
    for (const { speaker, addressee } of requests as Record<string, { '@id': string }[]>[]) {
      expect(ids).toContain(speaker![0]!['@id'])
      expect(ids).toContain(addressee![0]!['@id'])
    }
    const annotations = resources.filter((resource) => resource['@type'] === 'oa:Annotation')
    for (const annotation of annotations as { 'oa:hasBody': { '@id': string }; 'oa:hasTarget': never }[]) {
      expect(ids).toContain(annotation['oa:hasBody']['@id'])
      expect(JSON.stringify(annotation['oa:hasTarget'])).toContain('asked')
    }
    for (const id of ids) if (id) expect(() => new URL(String(id))).not.toThrow()
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
