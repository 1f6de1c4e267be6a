/**
 * Graph → node-link JSON: networkx reads its `edges` (`node_link_graph(data, edges="edges")`, the default from 3.4 on),
 * d3 its `links`. Both are there, one list written twice, since each reader knows but one of the names.
 */
import type { Exporter, ExportInput } from './exporter.ts'
import { rows } from './json-rows.ts'
import { evidenceText } from './tables.ts'

export const nodeLink: Exporter = {
  name: 'node-link',
  label: 'Node-link JSON',
  reader: 'networkx, d3',
  extension: 'json',
  mime: 'application/json',
  *write(input) {
    const { attributes, nodes } = input.graph
    yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify(attributes)},"nodes":[`
    yield* rows(nodes.map((node) => ({ id: node.key, ...node.attributes })))
    for (const name of ['edges', 'links']) {
      yield `],"${name}":[`
      yield* rows(edges(input))
    }
    yield ']}\n'
  },
}

function* edges({ graph, statements }: ExportInput): Iterable<object> {
  for (const { key, source, target, attributes } of graph.edges)
    yield { source, target, key, ...attributes, evidence: evidenceText(attributes.statements, statements) }
}
