/** Rows of nodes and edges → a graph. */
import { sized } from '../graph/index.ts'
import type { GraphView, SerializedGraph } from '../model/index.ts'
import { type Database, prepared } from './sqlite.ts'

/** In the order of the keys, which no decision changes. */
export function readGraph(database: Database, view: GraphView, name: string): SerializedGraph {
  const dots = prepared(database, 'SELECT key, json FROM dots WHERE view = ? ORDER BY key').all(view) as Row[]
  const sql = 'SELECT key, source, target, json FROM lines WHERE view = ? ORDER BY key'
  const lines = prepared(database, sql).all(view) as (Row & { source: string; target: string })[]
  const [nodes, edges] = [parsed<'nodes'>(dots), parsed<'edges'>(lines)]
  return sized({
    attributes: { name, view },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: dots.map(({ key }, at) => ({ key, attributes: nodes[at]! })),
    edges: lines.map(({ key, source, target }, at) => ({ key, source, target, attributes: edges[at]! })),
  })
}

interface Row {
  readonly key: string
  readonly json: string
}

/** One text is parsed sooner than many. */
const parsed = <Of extends 'nodes' | 'edges'>(rows: readonly Row[]) =>
  JSON.parse(`[${rows.map(({ json }) => json).join(',')}]`) as SerializedGraph[Of][number]['attributes'][]
