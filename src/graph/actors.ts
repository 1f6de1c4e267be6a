/**
 * Statements → the actors view: a node an entity, an edge a (source, target, relation, polarity, factuality) with all
 * statements that say so. Nodes that no edge touches are left out; the statement tables keep what is not drawn.
 */
import type {
  EdgeAttributes,
  Entity,
  EntityType,
  NodeAttributes,
  Outcome,
  SerializedGraph,
  Statement,
} from '../model/index.ts'
import type { GraphInput } from './input.ts'
import { layOut } from './layout.ts'
import { type Inside, namedInside, type Pair, type Party, pairsOf } from './parties.ts'
import { newGraph, serialize } from './serialize.ts'
import { settlement } from './settlement.ts'
import { clip, edgeLabel } from './words.ts'

export function actorsGraph(input: GraphInput): SerializedGraph {
  const graph = newGraph({ name: input.name, view: 'actors', built: input.built })
  const entities = new Map(input.entities.map((e) => [e.id, e]))
  const statements = new Map(input.statements.map((s) => [s.id, s]))
  const inside = namedInside(input.entities)
  const answered = (id: string) => statements.get(id)

  const nodeOf = ({ entity, label }: Party): NodeAttributes => {
    const known = entity === undefined ? undefined : entities.get(entity)
    return known ? entityNode({ ...known, mentions: known.mentions.length }) : contentNode(label)
  }
  const touch = (party: Party, statement: Statement) => {
    if (!graph.hasNode(party.key)) graph.addNode(party.key, nodeOf(party))
    const { statements: list } = graph.getNodeAttributes(party.key)
    if (list.at(-1) !== statement.id) list.push(statement.id)
  }
  for (const statement of input.statements) {
    for (const { key, source, target } of linesOf(statement, answered, inside)) {
      touch(source, statement)
      touch(target, statement)
      if (!graph.hasEdge(key)) graph.addDirectedEdgeWithKey(key, source.key, target.key, edgeOf(statement))
      else graph.updateEdgeAttributes(key, (edge) => joined(edge, statement))
    }
  }
  graph.forEachEdge((key, { statements: ids }) => {
    graph.mergeEdgeAttributes(key, settlement(ids, input.outcomes))
  })
  layOut(graph)
  return serialize(graph)
}

/** An entity as a node shows it: its mentions are but counted. */
export type Shown = Omit<Entity, 'mentions'> & { readonly mentions: number }

/** The node of an entity, without its statements, and not placed. */
export const entityNode = ({ name, type, aliases, properties, mentions }: Shown): NodeAttributes => ({
  ...blank(name, type),
  aliases: [...aliases],
  ...(properties && { properties: properties.map(({ name, value }) => `${name}: ${value}`) }),
  mentions,
})

/** The node of something without an entity. */
export const contentNode = (label: string): NodeAttributes => ({ ...blank(clip(label, 48), 'Thing'), kind: 'content' })

const blank = (label: string, entityType: EntityType): NodeAttributes => ({
  label,
  kind: 'entity',
  entityType,
  aliases: [],
  mentions: 0,
  statements: [],
  x: 0,
  y: 0,
  size: 1,
  community: 0,
})

/** An edge that a statement is in, by its key. */
export type Line = Pair & { readonly key: string }

/** The edges that a statement is in. */
export const linesOf = (
  statement: Statement,
  answered: (id: string) => Statement | undefined,
  inside: Inside,
): readonly Line[] => pairsOf(statement, answered, inside).map((pair) => ({ ...pair, key: edgeKey(pair, statement) }))

/** The attributes of an edge by all statements that are in it, in the order of documents and text. */
export function lineOf(
  [first, ...others]: readonly [Statement, ...Statement[]],
  outcomes: ReadonlyMap<string, Outcome>,
): EdgeAttributes {
  const edge = others.reduce(joined, edgeOf(first))
  return { ...edge, ...settlement(edge.statements, outcomes) }
}

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
