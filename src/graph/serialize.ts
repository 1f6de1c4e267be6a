/** An empty graph of ours, and a graph as plain JSON. */
import { MultiDirectedGraph } from 'graphology'
import type { EdgeAttributes, GraphAttributes, NodeAttributes, SerializedGraph } from '../model/index.ts'

export type ClaimGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>

export function newGraph(attributes: GraphAttributes): ClaimGraph {
  const graph: ClaimGraph = new MultiDirectedGraph()
  graph.replaceAttributes(attributes)
  return graph
}

export const serialize = (graph: ClaimGraph): SerializedGraph => graph.export() as unknown as SerializedGraph
