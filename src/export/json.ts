/** Graph → graphology's own JSON (`Graph.from(json)` reads it), with the statements beside the graph. */
import type { Exporter } from './exporter.ts'
import { rows } from './json-rows.ts'
import { statementsOf } from './tables.ts'

export const json: Exporter = {
  name: 'json',
  label: 'JSON',
  reader: 'graphology',
  extension: 'json',
  mime: 'application/json',
  *write(input) {
    const { attributes, options, nodes, edges } = input.graph
    yield `{"attributes":${JSON.stringify(attributes)},"options":${JSON.stringify(options)},"nodes":[`
    yield* rows(nodes)
    yield '],"edges":['
    yield* rows(edges)
    yield '],"statements":['
    yield* rows(statementsOf(input))
    yield ']}\n'
  },
}
