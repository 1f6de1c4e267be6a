/**
 * Statements → the actors view: a node an entity, an edge a (source, target, relation, polarity, factuality) with all
 * statements that say so. Nodes that no edge touches are left out; the statement tables keep what is not drawn.
 */
import type { EdgeAttributes, Entity, NodeAttributes, SerializedGraph, Statement } from '../model/index.ts'
import type { GraphInput } from './input.ts'
import { layOut } from './layout.ts'
import { namedInside, type Pair, type Party, pairsOf } from './parties.ts'
import { newGraph, serialize } from './serialize.ts'
import { settlement } from './settlement.ts'
import { clip, edgeLabel } from './words.ts'

export function actorsGraph(input: GraphInput): SerializedGraph {
  const graph = newGraph({ name: input.name, view: 'actors', built: input.built })
  const entities = new Map(input.entities.map((e) => [e.id, e]))
  const statements = new Map(input.statements.map((s) => [s.id, s]))
  const inside = namedInside(input.entities)
  const answered = (id: string) => statements.get(id)

  const touch = (party: Party, statement: Statement) => {
    if (!graph.hasNode(party.key)) graph.addNode(party.key, nodeOf(party, entities))
    const { statements: list } = graph.getNodeAttributes(party.key)
    if (list.at(-1) !== statement.id) list.push(statement.id)
  }
  for (const statement of input.statements) {
    for (const pair of pairsOf(statement, answered, inside)) {
      touch(pair.source, statement)
      touch(pair.target, statement)
      const key = edgeKey(pair, statement)
      if (!graph.hasEdge(key)) {
        graph.addDirectedEdgeWithKey(key, pair.source.key, pair.target.key, edgeOf(statement))
      } else graph.updateEdgeAttributes(key, (edge) => joined(edge, statement))
    }
  }
  graph.forEachEdge((key, { statements: ids }) => {
    graph.mergeEdgeAttributes(key, settlement(ids, input.outcomes))
  })
  layOut(graph, input.placed)
  return serialize(graph)
}

function nodeOf(party: Party, entities: ReadonlyMap<string, Entity>): NodeAttributes {
  const entity = party.entity === undefined ? undefined : entities.get(party.entity)
  return {
    label: entity?.name ?? clip(party.label, 48),
    kind: entity ? 'entity' : 'content',
    entityType: entity?.type ?? 'Thing',
    aliases: [...(entity?.aliases ?? [])],
    ...saidOf(entity),
    mentions: entity?.mentions.length ?? 0,
    statements: [],
    x: 0,
    y: 0,
    size: 1,
    community: 0,
  }
}

/** An entity's properties in words. */
export const saidOf = (entity: Entity | undefined): Pick<NodeAttributes, 'properties'> =>
  entity?.properties ? { properties: entity.properties.map(({ name, value }) => `${name}: ${value}`) } : {}

function edgeKey({ source, target }: Pair, { kind, relation, polarity, factuality }: Statement): string {
  return [source.key, target.key, kind, relation, polarity, factuality].join('|')
}

function edgeOf(statement: Statement): EdgeAttributes {
  const { id, kind, relation, force, polarity, factuality, confidence } = statement
  return {
    label: edgeLabel(statement),
    kind,
    relation,
    force,
    polarity,
    factuality,
    weight: 1,
    statements: [id],
    confidence,
  }
}

/** One more statement that says the same; the surest gives the label. */
function joined(edge: EdgeAttributes, statement: Statement): EdgeAttributes {
  if (edge.statements.includes(statement.id)) return edge
  const surer = statement.confidence > edge.confidence
  return {
    ...edge,
    label: surer ? edgeLabel(statement) : edge.label,
    weight: edge.weight + 1,
    statements: [...edge.statements, statement.id],
    confidence: Math.max(edge.confidence, statement.confidence),
  }
}
