/**
 * Statements → the frames view: a node a statement too, joined to who and what it is about by edges named after the
 * role, and to other statements by links. Nothing is merged, so chains of requests survive.
 */

import type {
  EdgeAttributes,
  EntityRef,
  Filler,
  NodeAttributes,
  Role,
  SerializedGraph,
  Statement,
} from '../model/index.ts'
import { contentNode, entityNode } from './actors.ts'
import type { GraphInput } from './input.ts'
import { layOut } from './layout.ts'
import { newGraph, serialize } from './serialize.ts'
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
  for (const statement of input.statements) graph.mergeNode(statement.id, statementNode(statement))
  for (const statement of input.statements) {
    for (const { key, source, target, entity, attributes } of frameLines(statement, (id) => graph.hasNode(id))) {
      if (entity) {
        if (!graph.hasNode(entity.id)) {
          const known = entities.get(entity.id) ?? { ...entity, aliases: [], mentions: [] }
          graph.addNode(entity.id, entityNode({ ...known, mentions: known.mentions.length }))
        }
        const { statements } = graph.getNodeAttributes(entity.id)
        if (statements.at(-1) !== statement.id) statements.push(statement.id)
      }
      graph.mergeDirectedEdgeWithKey(key, source, target, attributes)
    }
  }
  layOut(graph)
  return serialize(graph)
}

/** The node of a statement, not placed. */
export function statementNode(statement: Statement): NodeAttributes {
  const message = statement.roles.message?.[0]?.text
  const verb = statement.kind === 'relation' ? statement.relation : past(statement.relation)
  const label = message ? `${verb}: ${clip(message)}` : verb
  return { ...contentNode(''), label, kind: 'statement', statements: [statement.id] }
}

/** An edge of a statement. */
export interface FrameLine {
  readonly key: string
  readonly source: string
  readonly target: string
  /** Of the two ends the entity; absent where both are statements. */
  readonly entity?: EntityRef
  readonly attributes: EdgeAttributes
}

/** The edges of a statement: to each entity by its role, to each statement of the graph that it has a link to. */
export function* frameLines(statement: Statement, isThere: (statement: string) => boolean): Generator<FrameLine> {
  for (const role of Object.keys(statement.roles) as Role[]) {
    const { name, inward = false } = roleEdges[role] ?? { name: role }
    const relation = statement.kind === 'communication' && role === 'speaker' ? 'says' : name
    for (const filler of statement.roles[role] ?? []) yield* roleLine(statement, relation, filler, inward)
  }
  for (const filler of statement.source) yield* roleLine(statement, 'reported_by', filler, false)
  for (const link of statement.links) {
    if (!isThere(link.statement)) continue
    const relation = link.type.replace(' ', '_')
    const attributes: EdgeAttributes = { ...edgeOf(statement, relation), kind: 'link' }
    const [source, target] = [statement.id, link.statement]
    yield { key: `${source}|${relation}|${target}`, source, target, attributes }
  }
}

function* roleLine(statement: Statement, relation: string, filler: Filler, inward: boolean): Generator<FrameLine> {
  if (!filler.entity) return
  const { entity } = filler
  const [source, target] = inward ? [entity.id, statement.id] : [statement.id, entity.id]
  yield { key: `${source}|${relation}|${target}`, source, target, entity, attributes: edgeOf(statement, relation) }
}

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
