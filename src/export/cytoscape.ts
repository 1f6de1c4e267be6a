/** Graph → the JSON of Cytoscape.js, which Cytoscape reads too (https://js.cytoscape.org/#notation/elements-json). */
import type { Exporter } from './exporter.ts'
import { rows } from './json-rows.ts'
import { evidenceText } from './tables.ts'

export const cytoscape: Exporter = {
  name: 'cytoscape',
  label: 'Cytoscape JSON',
  reader: 'Cytoscape',
  extension: 'cyjs',
  mime: 'application/json',
  *write({ graph, statements }) {
    yield `{"data":${JSON.stringify(graph.attributes)},"elements":{"nodes":[`
    yield* rows(
      // y goes down there
      graph.nodes.map(({ key, attributes: { x, y, ...data } }) => ({
        data: { id: key, ...data },
        position: { x, y: -y },
      })),
    )
    yield '],"edges":['
    yield* rows(
      graph.edges.map(({ key, source, target, attributes }) => ({
        data: { id: key, source, target, ...attributes, evidence: evidenceText(attributes.statements, statements) },
      })),
    )
    yield ']}}\n'
  },
}
