/** All documents of a project in memory, and its decisions → the entities and statements that a graph is made of. */
import { type Ground, type GroundDocument, replay } from '../decisions/index.ts'
import type { Decided, Decision, Entity, MentionRef, Statement } from '../model/index.ts'
import { canonicalStatement } from './canonical.ts'

type Shown = Omit<Entity, 'mentions'>

export interface DecidedWhole {
  readonly entities: readonly Entity[]
  /** In the order of the documents and of their texts, what was added last in its document. */
  readonly statements: readonly Statement[]
  readonly decided: readonly Decided[]
  /** Entity id → what each document ties together of it. */
  readonly chains: ReadonlyMap<string, readonly LocalChain[]>
  /** The id that an entity goes by now; undefined for one that is not shown. */
  now(id: string): string | undefined
}

/** What one document ties together; `own`: it was resolved to where it is, nobody put it there. */
export interface LocalChain {
  readonly document: string
  readonly name: string
  readonly mentions: readonly MentionRef[]
  readonly own: boolean
}

/** `resolved`: each local entity's id → what it is over all documents, as `resolveEntities` gives it. */
export function decide(
  documents: readonly GroundDocument[],
  resolved: ReadonlyMap<string, Entity>,
  log: readonly Decision[],
): DecidedWhole {
  const result = replay(memoryGround(documents, resolved), log)
  const { pieces, atoms, added } = result
  const entityOf = (atom: string): string | undefined => {
    if (atoms.has(atom)) return atoms.get(atom)
    const id = resolved.get(atom)?.id
    return id !== undefined && result.resolved.has(id) ? result.resolved.get(id) : id
  }
  const shown = new Map<string, Shown>()
  for (const entity of resolved.values()) shown.set(entity.id, entity)
  for (const entity of result.entities) shown.set(entity.id, entity)

  const moved = new Set<MentionRef>()
  for (const piece of pieces) for (const mention of piece.mentions) moved.add(mention)
  const chains = new Map<string, LocalChain[]>()
  const put = (atom: Entity, document: string, mentions: readonly MentionRef[]) => {
    const id = entityOf(atom.id)
    if (id === undefined || mentions.length === 0) return
    const chain = { document, name: atom.name, mentions, own: resolved.get(atom.id)?.id === id }
    const list = chains.get(id)
    if (list) list.push(chain)
    else chains.set(id, [chain])
  }
  for (const { document, entities } of documents)
    for (const local of entities)
      put(
        local,
        document.id,
        local.mentions.filter((mention) => !moved.has(mention)),
      )
  for (const piece of pieces) put(piece, piece.mentions[0]?.document ?? '', piece.mentions)

  const entities = [...chains].map(([id, list]): Entity => {
    return { ...shown.get(id)!, id, mentions: list.flatMap(({ mentions }) => mentions).sort(inOrder) }
  })
  const statements = documents.flatMap(({ document, statements: extracted }) => {
    const here = extracted.flatMap((one) => {
      const now = result.statements.has(one.id) ? result.statements.get(one.id) : one
      return now ?? []
    })
    const more = added.filter((one) => one.document === document.uri).map((one) => one.statement)
    return [...here, ...more].map((statement) =>
      canonicalStatement(statement, (atom) => {
        const id = entityOf(atom)
        return id === undefined ? undefined : shown.get(id)
      }),
    )
  })
  return {
    entities: entities.sort((a, b) => (a.id < b.id ? -1 : 1)),
    statements,
    decided: result.decided,
    chains,
    now: (id) => {
      const now = result.gone.get(id) ?? (result.resolved.has(id) ? result.resolved.get(id) : id)
      return now !== undefined && chains.has(now) ? now : undefined
    },
  }
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
