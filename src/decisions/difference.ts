/** Documents and groups as decisions have left them → what differs from what was extracted and resolved. */
import { mapFillers, type Statement } from '../model/index.ts'
import type { Resolved } from './ground.ts'
import type { Group, Groups } from './groups.ts'
import type { Documents, OpenDocument, Piece } from './places.ts'

/** What decisions make different. */
export interface Difference {
  /** Entities that are new or not as they were resolved. */
  readonly entities: readonly Resolved[]
  /** Resolved entities that are no more what they were, with the id of what they are part of; `undefined`: deleted. */
  readonly resolved: ReadonlyMap<string, string | undefined>
  /** Entities of one document and pieces that are not of what they were resolved to; `undefined`: of nothing shown. */
  readonly atoms: ReadonlyMap<string, string | undefined>
  /** Pieces of entities of one document, and what marked words stand for. */
  readonly pieces: readonly Piece[]
  /** Ids of entities that were merged into others, with the id that they have now. */
  readonly gone: ReadonlyMap<string, string>
  /** Statements that are not as they were extracted, by id, with the ids of entities that hold within a document; `undefined`: rejected. */
  readonly statements: ReadonlyMap<string, Statement | undefined>
  /** Statements that somebody added, with the document that they are of. */
  readonly added: readonly { readonly document: string; readonly statement: Statement }[]
}

export function differenceOf(documents: Documents, groups: Groups): Difference {
  const homes = new Map<string, OpenDocument>()
  for (const document of documents.all()) for (const id of document.atomIds()) homes.set(id, document)
  const atom = (id: string) => homes.get(id)?.entity(id)
  const entities: Resolved[] = []
  const resolved = new Map<string, string | undefined>()
  const atoms = new Map<string, string | undefined>()
  for (const group of groups.all()) {
    const shown = group.deleted ? undefined : groups.describe(group, atom)
    if (shown && !isAsResolved(group, groups)) entities.push(shown)
    for (const id of group.resolved) if (shown?.id !== id) resolved.set(id, shown?.id)
    for (const id of group.atoms) atoms.set(id, shown?.id)
  }
  const statements = new Map<string, Statement | undefined>()
  const added: { document: string; statement: Statement }[] = []
  const pieces: Piece[] = []
  for (const document of documents.all()) {
    for (const id of document.pieces.keys()) {
      const piece = document.entity(id)!
      pieces.push({ ...piece, of: document.pieces.get(id)!.of })
    }
    point(document)
    for (const statement of document.added()) added.push({ document: document.ground.document.uri, statement })
    for (const [id, statement] of document.differing()) statements.set(id, statement)
  }
  return { entities, resolved, atoms, pieces, gone: groups.gone(), statements, added }
}

/** Whether no decision has changed what a resolved entity is. */
function isAsResolved(group: Group, { taken }: Groups): boolean {
  const { id, resolved, atoms, name, type, given, deleted } = group
  return (
    resolved.size === 1 &&
    resolved.has(id) &&
    !taken.has(id) &&
    atoms.size + given.size === 0 &&
    name === undefined &&
    type === undefined &&
    !deleted
  )
}

/** Lets the fillers of a document's statements point at the pieces that their words are of. */
function point(document: OpenDocument): void {
  const cut = new Set([...document.pieces.values()].flatMap(({ of }) => of ?? []))
  if (cut.size === 0) return
  const pieces = [...document.pieces.values()]
  for (const before of [...document.everyStatement()]) {
    const statement = document.changed.get(before.id) ?? before
    let changed = false
    const now = mapFillers(statement, (filler) => {
      if (!filler.entity || !cut.has(filler.entity.id)) return filler
      const { id } = filler.entity
      if (document.mentionOf(id, filler)) return filler
      const piece = pieces.find((one) => one.of === id && document.mentionOf(one.id, filler))
      if (!piece) return filler
      changed = true
      const { name, type } = document.entity(piece.id)!
      return { ...filler, entity: { id: piece.id, name, type } }
    })
    if (changed) document.changed.set(statement.id, now)
  }
}
