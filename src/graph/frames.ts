/**
 * Statements → the frames view: a node a statement too, joined to who and what it is about by edges named after the
 * role, and to other statements by links. Nothing is merged, so chains of requests survive.
 */

import type { EdgeAttributes, Entity, EntityType, Filler, Role, SerializedGraph, Statement } from '../model/index.ts'
import { saidOf } from './actors.ts'
import type { GraphInput } from './input.ts'
import { layOut } from './layout.ts'
import { type ClaimGraph, newGraph, serialize } from './serialize.ts'
import { clip, past } from './words.ts'

/** What a role is called on an edge, and whether the edge runs from the filler to the statement. */
const roleEdges: Readonly<Partial<Record<Role, { readonly name: string; readonly inward?: boolean }>>> = {
  speaker: { name: 'asks', inward: true },
  addressee: { name: 'asked_of' },
  message: { name: 'about' },
  agent: { name: 'does', inward: true },
  subject: { name: 'is', inward: true },
}

export function framesGraph(input: GraphInput): SerializedGraph {
  const graph = newGraph({ name: input.name, view: 'frames', built: input.built })
  const entities = new Map(input.entities.map((e) => [e.id, e]))
  for (const statement of input.statements) addStatement(graph, statement)
  for (const statement of input.statements) {
    for (const role of Object.keys(statement.roles) as Role[]) {
      for (const filler of statement.roles[role] ?? []) addRole(graph, entities, statement, role, filler)
    }
    for (const filler of statement.source) addEdge(graph, entities, statement, 'reported_by', filler)
    for (const link of statement.links) {
      if (!graph.hasNode(link.statement)) continue
      const relation = link.type.replace(' ', '_')
      graph.mergeDirectedEdgeWithKey(`${statement.id}|${relation}|${link.statement}`, statement.id, link.statement, {
        ...edgeOf(statement, relation),
        kind: 'link',
      })
    }
  }
  layOut(graph, input.placed)
  return serialize(graph)
}

function addStatement(graph: ClaimGraph, statement: Statement): void {
  const message = statement.roles.message?.[0]?.text
  const verb = statement.kind === 'relation' ? statement.relation : past(statement.relation)
  graph.mergeNode(statement.id, {
    ...blank(message ? `${verb}: ${clip(message)}` : verb, 'Thing'),
    kind: 'statement',
    statements: [statement.id],
  })
}

type Entities = ReadonlyMap<string, Entity>

function addRole(graph: ClaimGraph, entities: Entities, statement: Statement, role: Role, filler: Filler): void {
  const { name, inward } = roleEdges[role] ?? { name: role }
  addEdge(
    graph,
    entities,
    statement,
    statement.kind === 'communication' && role === 'speaker' ? 'says' : name,
    filler,
    inward,
  )
}

function addEdge(
  graph: ClaimGraph,
  entities: Entities,
  statement: Statement,
  relation: string,
  filler: Filler,
  inward = false,
): void {
  if (!filler.entity) return
  const { id } = filler.entity
  const entity = entities.get(id)
  if (!graph.hasNode(id)) {
    graph.addNode(id, {
      ...blank(entity?.name ?? filler.entity.name, entity?.type ?? filler.entity.type),
      aliases: [...(entity?.aliases ?? [])],
      ...saidOf(entity),
      mentions: entity?.mentions.length ?? 0,
    })
  }
  const { statements } = graph.getNodeAttributes(id)
  if (statements.at(-1) !== statement.id) statements.push(statement.id)
  const [source, target] = inward ? [id, statement.id] : [statement.id, id]
  graph.mergeDirectedEdgeWithKey(`${source}|${relation}|${target}`, source, target, edgeOf(statement, relation))
}

const blank = (label: string, entityType: EntityType) => ({
  label,
  kind: 'entity' as const,
  entityType,
  aliases: [] as string[],
  mentions: 0,
  statements: [] as string[],
  x: 0,
  y: 0,
  size: 1,
  community: 0,
})

function edgeOf(statement: Statement, relation: string): EdgeAttributes {
  const { id, force, polarity, factuality, confidence } = statement
  return {
    label: relation.replace('_', ' '),
    kind: 'role',
    relation,
    force,
    polarity,
    factuality,
    weight: 1,
    statements: [id],
    confidence,
  }
}
