/**
 * Graph → GraphML (http://graphml.graphdrawing.org/specification.html), which yEd, igraph, networkx and Cytoscape read.
 * Written as a stream of lines; lists are joined, evidence is flattened to one attribute of text.
 */
import type { EdgeAttributes, NodeAttributes, Statement } from '../model/index.ts'
import type { Exporter } from './exporter.ts'
import { evidenceText } from './tables.ts'
import { escapeXml } from './xml.ts'

type Value = string | number | undefined
interface Key<A> {
  readonly id: string
  readonly name: string
  readonly type: 'string' | 'int' | 'double'
  readonly value: (attributes: A, statements: ReadonlyMap<string, Statement>) => Value
}

const nodeKeys: readonly Key<NodeAttributes>[] = [
  { id: 'n0', name: 'label', type: 'string', value: (n) => n.label },
  { id: 'n1', name: 'kind', type: 'string', value: (n) => n.kind },
  { id: 'n2', name: 'entityType', type: 'string', value: (n) => n.entityType },
  { id: 'n3', name: 'aliases', type: 'string', value: (n) => n.aliases.join('; ') },
  { id: 'n4', name: 'mentions', type: 'int', value: (n) => n.mentions },
  { id: 'n5', name: 'community', type: 'int', value: (n) => n.community },
  { id: 'n6', name: 'x', type: 'double', value: (n) => n.x },
  { id: 'n7', name: 'y', type: 'double', value: (n) => n.y },
  { id: 'n8', name: 'size', type: 'double', value: (n) => n.size },
  { id: 'n9', name: 'properties', type: 'string', value: (n) => n.properties?.join('; ') },
]

const edgeKeys: readonly Key<EdgeAttributes>[] = [
  { id: 'e0', name: 'label', type: 'string', value: (e) => e.label },
  { id: 'e1', name: 'kind', type: 'string', value: (e) => e.kind },
  { id: 'e2', name: 'relation', type: 'string', value: (e) => e.relation },
  { id: 'e3', name: 'force', type: 'string', value: (e) => e.force },
  { id: 'e4', name: 'polarity', type: 'string', value: (e) => e.polarity },
  { id: 'e5', name: 'factuality', type: 'string', value: (e) => e.factuality },
  { id: 'e6', name: 'weight', type: 'double', value: (e) => e.weight },
  { id: 'e7', name: 'confidence', type: 'double', value: (e) => e.confidence },
  { id: 'e8', name: 'statements', type: 'string', value: (e) => e.statements.join('; ') },
  { id: 'e9', name: 'evidence', type: 'string', value: (e, s) => evidenceText(e.statements, s) },
]

export const graphml: Exporter = {
  name: 'graphml',
  label: 'GraphML',
  reader: 'yEd, igraph, networkx',
  extension: 'graphml',
  mime: 'application/xml',
  *write({ graph, statements }) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
    yield declared('node', nodeKeys)
    yield declared('edge', edgeKeys)
    yield `  <graph id="${escapeXml(graph.attributes.view)}" edgedefault="directed">\n`
    for (const { key, attributes } of graph.nodes)
      yield `    <node id="${escapeXml(key)}">\n${data(nodeKeys, attributes, statements)}    </node>\n`
    for (const { key, source, target, attributes } of graph.edges)
      yield `    <edge id="${escapeXml(key)}" source="${escapeXml(source)}" target="${escapeXml(target)}">\n${data(edgeKeys, attributes, statements)}    </edge>\n`
    yield '  </graph>\n</graphml>\n'
  },
}

const declared = <A>(owner: 'node' | 'edge', keys: readonly Key<A>[]): string =>
  keys
    .map(({ id, name, type }) => `  <key id="${id}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('')

function data<A>(keys: readonly Key<A>[], attributes: A, statements: ReadonlyMap<string, Statement>): string {
  let lines = ''
  for (const { id, value } of keys) {
    const found = value(attributes, statements)
    if (found !== undefined && found !== '') lines += `      <data key="${id}">${escapeXml(String(found))}</data>\n`
  }
  return lines
}
