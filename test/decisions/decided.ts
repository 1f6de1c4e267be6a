/** All documents of a project in memory, and its decisions → the entities and statements that a graph is made of. */
import { type Ground, type GroundDocument, replay } from '../../src/decisions/index.ts'
import type { Decided, Decision, Entity, MentionRef, Statement } from '../../src/model/index.ts'
import { canonicalStatement } from '../../src/project/index.ts'

export interface Whole {
  readonly entities: readonly Entity[]
  /** In the order of the documents and of their texts, what was added last in its document. */
  readonly statements: readonly Statement[]
  readonly decided: readonly Decided[]
}

/** `resolved`: each local entity's id → what it is over all documents, as `resolveEntities` gives it. */
export function decide(
  documents: readonly GroundDocument[],
  resolved: ReadonlyMap<string, Entity>,
  log: readonly Decision[],
): Whole {
  const result = replay(memoryGround(documents, resolved), log)
  const { pieces, atoms, added } = result
  const entityOf = (atom: string): string | undefined => {
    if (atoms.has(atom)) return atoms.get(atom)
    const id = resolved.get(atom)?.id
    return id !== undefined && result.resolved.has(id) ? result.resolved.get(id) : id
  }
  const moved = new Map(pieces.flatMap(({ id, mentions }) => mentions.map((mention) => [mention, id] as const)))
  const mentions = new Map<string, MentionRef[]>()
  const put = (atom: string, mention: MentionRef) => {
    const id = entityOf(atom)
    if (id === undefined) return
    const list = mentions.get(id)
    if (list) list.push(mention)
    else mentions.set(id, [mention])
  }
  for (const { entities } of documents)
    for (const local of entities) for (const mention of local.mentions) if (!moved.has(mention)) put(local.id, mention)
  for (const [mention, piece] of moved) put(piece, mention)

  const shown = new Map<string, Omit<Entity, 'mentions'>>()
  for (const entity of resolved.values()) shown.set(entity.id, entity)
  for (const entity of result.entities) shown.set(entity.id, entity)
  const entities = [...mentions].map(([id, list]): Entity => {
    return { ...shown.get(id)!, id, mentions: list.sort(inOrder) }
  })
  const statements = documents.flatMap(({ document, statements: extracted }) => {
    const here = extracted.flatMap((one) => {
      const now = result.statements.has(one.id) ? result.statements.get(one.id) : one
      return now ?? []
    })
    const more = added.filter((one) => one.document === document.uri).map((one) => one.statement)
    const all = [...here, ...more]
    return all.map((statement) =>
      canonicalStatement(statement, (atom) => {
        const id = entityOf(atom)
        return id === undefined ? undefined : shown.get(id)
      }),
    )
  })
  return { entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)), statements, decided: result.decided }
}

const inOrder = (a: MentionRef, b: MentionRef): number =>
  a.document === b.document ? a.start - b.start || a.end - b.end : a.document < b.document ? -1 : 1

/** `resolved`: each local entity's id → what it is over all documents, as `resolveEntities` gives it. */
function memoryGround(documents: readonly GroundDocument[], resolved: ReadonlyMap<string, Entity>): Ground {
  const byUri = new Map(documents.map((one) => [one.document.uri, one]))
  const byId = new Map([...resolved.values()].map((entity) => [entity.id, entity]))
  return {
    uris: () => [...byUri.keys()],
    document: (uri) => byUri.get(uri),
    resolved: (id) => {
      const entity = byId.get(id)
      return entity && { ...entity, mentions: entity.mentions.length }
    },
    resolvedId: (local) => resolved.get(local)?.id,
    *members(id) {
      for (const { entities } of documents)
        for (const entity of entities) if (resolved.get(entity.id)?.id === id) yield entity
    },
  }
}
