/**
 * Graph → GEXF 1.3 (https://gexf.net/schema.html), written as a stream of lines: graphology-gexf holds the whole
 * document in memory and writes control characters raw. Evidence is flattened to one attribute of text.
 */
import type { EdgeAttributes, NodeAttributes, Statement } from '../model/index.ts'
import type { Exporter } from './exporter.ts'
import { evidenceText } from './tables.ts'
import { escapeXml } from './xml.ts'

type Value = string | number | undefined
interface Column<A> {
  readonly id: string
  readonly title: string
  readonly type: 'string' | 'integer' | 'double'
  readonly value: (attributes: A, statements: ReadonlyMap<string, Statement>) => Value
}

const nodeColumns: readonly Column<NodeAttributes>[] = [
  { id: 'kind', title: 'kind', type: 'string', value: (n) => n.kind },
  { id: 'entityType', title: 'entityType', type: 'string', value: (n) => n.entityType },
  { id: 'aliases', title: 'aliases', type: 'string', value: (n) => n.aliases.join('; ') },
  { id: 'properties', title: 'properties', type: 'string', value: (n) => n.properties?.join('; ') },
  { id: 'mentions', title: 'mentions', type: 'integer', value: (n) => n.mentions },
  { id: 'community', title: 'community', type: 'integer', value: (n) => n.community },
]

const edgeColumns: readonly Column<EdgeAttributes>[] = [
  { id: 'kind', title: 'kind', type: 'string', value: (e) => e.kind },
  { id: 'relation', title: 'relation', type: 'string', value: (e) => e.relation },
  { id: 'force', title: 'force', type: 'string', value: (e) => e.force },
  { id: 'polarity', title: 'polarity', type: 'string', value: (e) => e.polarity },
  { id: 'factuality', title: 'factuality', type: 'string', value: (e) => e.factuality },
  { id: 'status', title: 'status', type: 'string', value: (e) => e.status },
  { id: 'confidence', title: 'confidence', type: 'double', value: (e) => e.confidence },
  { id: 'statements', title: 'statements', type: 'string', value: (e) => e.statements.join('; ') },
  { id: 'evidence', title: 'evidence', type: 'string', value: (e, s) => evidenceText(e.statements, s) },
]

/** Colours by type, as `r g b`; networkx reads no `hex`. */
const colours: Readonly<Record<NodeAttributes['entityType'], readonly [number, number, number]>> = {
  Person: [0, 122, 80],
  Group: [204, 122, 0],
  Organization: [20, 60, 115],
  Company: [20, 60, 115],
  PublicBody: [160, 60, 170],
  PoliticalParty: [160, 60, 170],
  Place: [90, 110, 60],
  Work: [140, 140, 140],
  Law: [30, 30, 30],
  Event: [120, 80, 40],
  Document: [90, 90, 90],
  Thing: [140, 140, 140],
}

export const gexf: Exporter = {
  name: 'gexf',
  label: 'GEXF',
  reader: 'Gephi',
  extension: 'gexf',
  mime: 'application/gexf+xml',
  *write({ graph, statements, looks }) {
    const { name, view, built } = graph.attributes
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    yield `  <meta${built ? ` lastmodifieddate="${built.slice(0, 10)}"` : ''}>\n    <creator>Demarche</creator>\n    <description>${escapeXml(`${name}: ${view}`)}</description>\n  </meta>\n`
    yield '  <graph defaultedgetype="directed">\n'
    yield declaration('node', nodeColumns)
    yield declaration('edge', edgeColumns)
    yield `    <nodes count="${graph.nodes.length}">\n`
    for (const { key, attributes } of graph.nodes) {
      const { colour, size = attributes.size } = looks?.get(key) ?? {}
      const [r, g, b] = parts(colour) ?? colours[attributes.entityType]
      yield `      <node id="${escapeXml(key)}" label="${escapeXml(attributes.label)}">\n${values(nodeColumns, attributes, statements)}        <viz:size value="${number(size)}"/>\n        <viz:position x="${number(attributes.x)}" y="${number(attributes.y)}" z="0"/>\n        <viz:color r="${r}" g="${g}" b="${b}"/>\n      </node>\n`
    }
    yield `    </nodes>\n    <edges count="${graph.edges.length}">\n`
    for (const { key, source, target, attributes } of graph.edges) {
      // Gephi merges parallel edges of one kind, so what keeps edges apart here makes a kind
      yield `      <edge id="${escapeXml(key)}" source="${escapeXml(source)}" target="${escapeXml(target)}" kind="${escapeXml(kindOf(attributes))}" label="${escapeXml(attributes.label)}" weight="${number(attributes.weight)}">\n${values(edgeColumns, attributes, statements)}      </edge>\n`
    }
    yield '    </edges>\n  </graph>\n</gexf>\n'
  },
}

/** `#rrggbb` → its three parts. */
const parts = (colour: string | undefined): number[] | undefined =>
  colour && /^#[\da-f]{6}$/i.test(colour)
    ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
    : undefined

function kindOf({ relation, polarity, factuality }: EdgeAttributes): string {
  return `${relation}${polarity === 'negative' ? ' not' : ''}${factuality === 'actual' ? '' : ` (${factuality})`}`
}

function declaration<A>(owner: 'node' | 'edge', columns: readonly Column<A>[]): string {
  const lines = columns.map(({ id, title, type }) => `      <attribute id="${id}" title="${title}" type="${type}"/>\n`)
  return `    <attributes class="${owner}">\n${lines.join('')}    </attributes>\n`
}

function values<A>(columns: readonly Column<A>[], attributes: A, statements: ReadonlyMap<string, Statement>): string {
  let lines = ''
  for (const { id, value } of columns) {
    const v = value(attributes, statements)
    if (v === undefined || v === '') continue
    lines += `          <attvalue for="${id}" value="${typeof v === 'number' ? number(v) : escapeXml(v)}"/>\n`
  }
  return lines && `        <attvalues>\n${lines}        </attvalues>\n`
}

/** Finite numbers only: XML Schema spells the others differently than JavaScript. */
const number = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : '0')
