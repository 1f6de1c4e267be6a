/**
 * What somebody wants decided, said with ids and offsets as the project has them now → a decision, said with anchors
 * that outlive them.
 */
import { UsageError } from '../errors.ts'
import type {
  Anchor,
  Answer,
  Decision,
  DocumentView,
  Entity,
  EntityAnchor,
  EntityType,
  Factuality,
  Force,
  Kind,
  MentionAnchor,
  MentionRef,
  NewStatement,
  Polarity,
  Project,
  Role,
  RoleAnchors,
  Span,
  Statement,
  StatementAnchor,
  Verdict,
} from '../model/index.ts'
import { anchorOf } from './anchor.ts'

/** Words for a role, and the id of what they stand for where it is not what they mention. */
export interface FillerWish extends Span {
  readonly entity?: string
}
export type RoleWishes = Readonly<Partial<Record<Role, readonly FillerWish[]>>>

/** A decision before it has anchors: entities, statements and documents by their ids. */
export type Wish = { readonly why?: string } & (
  | { readonly what: 'merge'; readonly entities: readonly string[]; readonly name?: string; readonly type?: EntityType }
  | { readonly what: 'apart' | 'unsure'; readonly entities: readonly string[] }
  | {
      readonly what: 'split'
      readonly entity: string
      readonly mentions: readonly (Span & { readonly document: string })[]
      readonly name?: string
    }
  | { readonly what: 'rename'; readonly entity: string; readonly name: string }
  | { readonly what: 'retype'; readonly entity: string; readonly type: EntityType }
  | { readonly what: 'delete' | 'restore'; readonly entity: string }
  | { readonly what: 'accept' | 'reject'; readonly statement: string }
  | {
      readonly what: 'edit'
      readonly statement: string
      readonly roles?: RoleWishes
      readonly polarity?: Polarity
      readonly factuality?: Factuality
    }
  | {
      readonly what: 'add'
      readonly document: string
      readonly kind: Kind
      readonly relation: string
      readonly predicate: Span
      readonly roles: RoleWishes
      readonly force?: Force
      readonly answer?: Answer
      readonly polarity?: Polarity
      readonly factuality?: Factuality
    }
  | { readonly what: 'undo'; readonly undoes: string }
)

/** What anchors are made from. */
export interface Known extends Pick<Project, 'document' | 'entity' | 'statements'> {
  /** The mentions that one document ties together, for each that the entity has some in. */
  chains(entity: string): readonly { readonly mentions: readonly MentionRef[] }[]
}

/** Places kept of an entity; more where it is kept apart, so that each of its documents stays on its side. */
const places = 6
const placesApart = 40
/** Places kept of all that a document says of a thing. */
const placesOfChain = 3

/**
 * The decision that a wish stands for, but for its id, author and time; `log`: what was decided before.
 * @throws UsageError for an id that there is not
 */
export function anchored(wish: Wish, known: Known, log: readonly Decision[]): Verdict {
  const documents = new Map<string, DocumentView>()
  const document = (id: string): DocumentView => {
    const view = documents.get(id) ?? known.document(id)
    if (!view) throw missing('document', id)
    documents.set(id, view)
    return view
  }
  const at = (id: string, span: Span): Anchor => {
    const { document: source } = document(id)
    if (span.start >= span.end || span.end > source.text.length)
      throw new UsageError(`${span.start}–${span.end}: no place in ${source.uri}`, 'Reload the page.')
    return anchorOf(source, span)
  }
  const entity = (id: string, most = places): EntityAnchor => {
    const found = known.entity(id)
    if (found) return { ...ref(found), mentions: spread(found.mentions, most).map((one) => at(one.document, one)) }
    // what was deleted is still known to the log
    const before = log.flatMap((one) => ('entity' in one && one.entity.id === id ? one.entity : [])).at(-1)
    if (before) return before
    throw missing('entity', id)
  }
  const statement = (id: string): { anchor: StatementAnchor; document: string } => {
    const [row] = known.statements({ ids: [id], limit: 1 }).rows
    if (row) return { anchor: statementAnchor(row.statement, document(row.document.id)), document: row.document.id }
    const before = log
      .flatMap((one) => ('statement' in one && one.what !== 'add' && one.statement.id === id ? one.statement : []))
      .at(-1)
    if (before) return { anchor: before, document: '' }
    throw missing('statement', id)
  }
  const roles = (wishes: RoleWishes, id: string): RoleAnchors =>
    Object.fromEntries(
      Object.entries(wishes).map(([role, fillers]) => [
        role,
        fillers.map(({ entity: told, ...span }) => ({
          ...at(id, span),
          ...(told !== undefined && { entity: entity(told) }),
        })),
      ]),
    )

  switch (wish.what) {
    case 'merge':
      return {
        what: 'merge',
        entities: several(wish.entities).map((id) => entity(id)),
        ...(wish.name !== undefined && { name: wish.name }),
        ...(wish.type !== undefined && { type: wish.type }),
      }
    case 'apart':
    case 'unsure':
      return { what: wish.what, entities: several(wish.entities).map((id) => entity(id, placesApart)) }
    case 'split': {
      const mentions = splitAnchors(
        wish.mentions,
        known.chains(wish.entity).map((chain) => chain.mentions),
        at,
      )
      return {
        what: 'split',
        entity: entity(wish.entity),
        mentions,
        ...(wish.name !== undefined && { name: wish.name }),
      }
    }
    case 'rename':
      return { what: 'rename', entity: entity(wish.entity), name: wish.name }
    case 'retype':
      return { what: 'retype', entity: entity(wish.entity), type: wish.type }
    case 'delete':
    case 'restore':
      return { what: wish.what, entity: entity(wish.entity) }
    case 'accept':
    case 'reject':
      return { what: wish.what, statement: statement(wish.statement).anchor }
    case 'edit': {
      const { anchor, document: id } = statement(wish.statement)
      const { polarity, factuality } = wish
      return {
        what: 'edit',
        statement: anchor,
        ...(wish.roles && { roles: roles(wish.roles, id) }),
        ...(polarity && { polarity }),
        ...(factuality && { factuality }),
      }
    }
    case 'add':
      return {
        what: 'add',
        statement: newStatement(wish, roles(wish.roles, wish.document), at(wish.document, wish.predicate)),
      }
    case 'undo':
      if (!log.some(({ id }) => id === wish.undoes)) throw missing('decision', wish.undoes)
      return { what: 'undo', undoes: wish.undoes }
  }
}

const missing = (what: string, id: string) =>
  new UsageError(`no ${what} "${id}" in this project`, 'Reload, or look for it by name.')

const ref = ({ id, name, type }: Entity) => ({ id, name, type })

function several(ids: readonly string[]): readonly string[] {
  const different = [...new Set(ids)]
  if (different.length < 2) throw new UsageError('these are one and the same already', 'Name two different ones.')
  return different
}

/** Some mentions in as many documents as can be, names before descriptions before pronouns. */
function spread(mentions: readonly MentionRef[], most: number): MentionRef[] {
  const byDocument = new Map<string, MentionRef[]>()
  for (const mention of mentions) {
    const list = byDocument.get(mention.document)
    if (list) list.push(mention)
    else byDocument.set(mention.document, [mention])
  }
  const lists = [...byDocument.values()].slice(0, most)
  for (const list of lists) list.sort((a, b) => rank[a.kind] - rank[b.kind] || a.start - b.start)
  const taken: MentionRef[] = []
  for (let turn = 0; taken.length < most && lists.some((list) => turn < list.length); turn++)
    for (const list of lists) if (list[turn] && taken.length < most) taken.push(list[turn]!)
  return taken
}
const rank = { NAM: 0, NOM: 1, PRO: 2 } as const

/** Mentions one by one, but by a few of its places where all that a document says of the thing is meant. */
function splitAnchors(
  wanted: readonly (Span & { readonly document: string })[],
  chains: readonly (readonly MentionRef[])[],
  at: (document: string, span: Span) => Anchor,
): MentionAnchor[] {
  const keyOf = (one: Span & { readonly document: string }) => `${one.document} ${one.start} ${one.end}`
  const left = new Map(wanted.map((one) => [keyOf(one), one]))
  const anchors: MentionAnchor[] = []
  for (const chain of chains) {
    if (!chain.every((one) => left.has(keyOf(one)))) continue
    for (const one of chain) left.delete(keyOf(one))
    for (const one of spread(chain, placesOfChain)) anchors.push({ ...at(one.document, one), chain: true })
  }
  for (const one of left.values()) anchors.push(at(one.document, { start: one.start, end: one.end }))
  return anchors
}

function statementAnchor({ id, kind, predicate, roles }: Statement, { document }: DocumentView): StatementAnchor {
  const words = Object.entries(roles).map(([role, fillers]) => [role, fillers.map(({ text }) => text)])
  return { id, kind, predicate: anchorOf(document, predicate), roles: Object.fromEntries(words) }
}

function newStatement(wish: Wish & { what: 'add' }, roles: RoleAnchors, predicate: Anchor): NewStatement {
  const { kind, relation, force, answer, polarity = 'positive', factuality = 'actual' } = wish
  return { kind, relation, predicate, roles, ...(force && { force }), ...(answer && { answer }), polarity, factuality }
}
