/**
 * What was extracted and resolved, and a log of decisions → what differs, and what became of each decision. The log is
 * replayed in the order of its times, so that logs that were merged in either order give the same. Nothing that was
 * extracted is changed: the result lies over it.
 *
 * Where decisions contradict, the later one wins, but that what is kept apart stays apart until that is undone,
 * whenever others were merged: two things in one node deceive more than one thing in two.
 */
import {
  type Anchor,
  type Decided,
  type Decision,
  type DecisionOf,
  type Entity,
  type EntityAnchor,
  type MentionRef,
  type Statement,
  stableId,
} from '../model/index.ts'
import type { Ground, Resolved } from './ground.ts'
import { type Group, Groups } from './groups.ts'
import { together, undone } from './order.ts'
import { Documents, type OpenDocument, type Piece, type Place } from './places.ts'
import { decideStatement, type StatementDecision } from './statements.ts'

/** What decisions make different. */
export interface Replayed {
  /** One for each decision of the log, in its order. */
  readonly decided: readonly Decided[]
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

export function replay(ground: Ground, log: readonly Decision[]): Replayed {
  const decisions = together(log)
  const gone = undone(decisions)
  const work = new Replay(ground)
  const inForce = decisions.filter(({ id, what }) => what !== 'undo' && !gone.has(id))
  const outcomes = work.run(inForce)
  const known = new Set(decisions.map(({ id }) => id))
  const decided = decisions.map((decision): Decided => {
    if (gone.has(decision.id)) return { decision, state: 'undone', entities: [] }
    if (decision.what !== 'undo') return { decision, ...outcomes.get(decision.id)! }
    if (known.has(decision.undoes)) return { decision, state: 'holds', entities: [] }
    return { decision, state: 'lost', reason: 'the log does not hold what it undoes', entities: [] }
  })
  return { decided, ...work.result() }
}

type Outcome = Omit<Decided, 'decision'>

const newId = (...parts: readonly string[]): string => stableId('e', ...parts)

const lost = (reason: string): Outcome => ({ state: 'lost', reason, entities: [] })

class Replay {
  private readonly documents: Documents
  private readonly groups: Groups
  /** What is kept apart, by number. */
  private readonly pairs: { readonly decision: Decision; readonly a: EntityAnchor; readonly b: EntityAnchor }[] = []

  constructor(private readonly ground: Ground) {
    this.documents = new Documents(ground)
    this.groups = new Groups(ground)
  }

  run(decisions: readonly Decision[]): Map<string, Outcome> {
    for (const decision of decisions) {
      if (decision.what !== 'apart') continue
      const [a, b] = decision.entities
      this.pairs.push({ decision, a: a!, b: b! })
      this.takeSides(this.pairs.length - 1)
    }
    const outcomes = new Map<string, Outcome>()
    for (const decision of decisions) outcomes.set(decision.id, this.one(decision))
    // ids as they are in the end
    for (const [id, outcome] of outcomes) {
      const entities = outcome.entities.flatMap((entity) => this.groups.ofId(entity)?.id ?? [])
      outcomes.set(id, { ...outcome, entities: [...new Set(entities)] })
    }
    return outcomes
  }

  private one(decision: Decision): Outcome {
    switch (decision.what) {
      case 'merge':
        return this.merge(decision)
      case 'apart':
        return this.apart(decision)
      case 'unsure':
        return this.about(decision.entities, () => {})
      case 'split':
        return this.split(decision)
      case 'rename':
        return this.about([decision.entity], ([group]) => {
          if (group!.name !== undefined) group!.given.add(group!.name)
          group!.name = decision.name
        })
      case 'retype':
        return this.about([decision.entity], ([group]) => (group!.type = decision.type))
      case 'delete':
      case 'restore':
        return this.about([decision.entity], ([group]) => (group!.deleted = decision.what === 'delete'))
      case 'undo':
        return { state: 'holds', entities: [] }
      default:
        return this.statement(decision)
    }
  }

  /** Finds what the anchors stand for and does something with it. */
  private about(anchors: readonly EntityAnchor[], act: (groups: Group[]) => void): Outcome {
    const groups: Group[] = []
    for (const anchor of anchors) {
      const found = this.find(anchor)
      if (typeof found === 'string') return lost(found)
      groups.push(found)
    }
    act(groups)
    return { state: 'holds', entities: groups.map(({ id }) => id) }
  }

  /**
   * The thing that most of an anchor's places mention now; of equals the one of the same id, then of the first place.
   * Where none of them is left: what has the same id and still the same name.
   */
  private find(anchor: EntityAnchor): Group | string {
    const votes = new Map<Group, number>()
    let reason = `“${anchor.name}” is mentioned nowhere`
    for (const mention of anchor.mentions) {
      const found = this.documents.find(mention)
      if (typeof found === 'string') {
        reason = found
        continue
      }
      const place = found.document.mentionAt(found.span)
      const group = place && this.groups.ofAtom(place.atom)
      if (group) votes.set(group, (votes.get(group) ?? 0) + (group.id === anchor.id ? 1.1 : 1))
      else reason = `${mention.document}: “${mention.exact}” is not taken for a name or a description any more`
    }
    const [best] = [...votes].sort(([, x], [, y]) => y - x)
    if (best) return best[0]
    const named = this.ground.resolved(anchor.id)
    const group = this.groups.ofId(anchor.id)
    return group && named?.aliases.includes(anchor.name) ? group : reason
  }

  private merge(decision: DecisionOf<'merge'>): Outcome {
    const groups: Group[] = []
    const missing: string[] = []
    for (const anchor of decision.entities) {
      const found = this.find(anchor)
      if (typeof found === 'string') missing.push(found)
      else if (!groups.includes(found)) groups.push(found)
    }
    if (missing.length > 0 && decision.entities.length - missing.length < 2) return lost(missing[0]!)
    const [into, ...others] = groups as [Group, ...Group[]]
    const against: string[] = []
    // the name that is shown is the first one's, whichever name it will go by
    for (const other of others) {
      const pair = this.keptApart(into, other)
      if (pair) against.push(`kept apart by ${pair.who || 'somebody'}, ${pair.when.slice(0, 10)} (${pair.id})`)
      else this.groups.join(into, other)
    }
    if (decision.name !== undefined && against.length < others.length) into.name = decision.name
    if (decision.type !== undefined && against.length < others.length) into.type = decision.type
    const entities = groups.map(({ id }) => id)
    if (against.length) return { state: 'overruled', reason: against[0], entities }
    return { state: 'holds', ...(missing.length && { reason: missing[0] }), entities }
  }

  /** Keeps two things apart; where the documents, analysed anew, have made one of them, they part again. */
  private apart(decision: DecisionOf<'apart'>): Outcome {
    const pair = this.pairs.findIndex((one) => one.decision === decision)
    const outcome = this.about(decision.entities, ([a, b]) => {
      if (a !== b) return
      const [kept, other] = decision.entities as [EntityAnchor, EntityAnchor]
      const stay = new Set(kept.mentions.flatMap((one) => this.atomAt(one)?.atom ?? []))
      const taken = this.taken(
        other.mentions.map((one) => ({ ...one, chain: !stay.has(this.atomAt(one)?.atom ?? '') })),
        a!,
        decision.id,
      )
      const atoms = taken.filter((atom) => !stay.has(atom))
      if (atoms.length > 0) this.part(a!, atoms, decision.id)
    })
    if (outcome.state !== 'holds') return outcome
    this.takeSides(pair)
    const entities = decision.entities.map((one) => (this.find(one) as Group).id)
    if (entities[0] === entities[1]) return lost('both are mentioned by the same words now')
    return { ...outcome, entities }
  }

  private split(decision: DecisionOf<'split'>): Outcome {
    const from = this.find(decision.entity)
    if (typeof from === 'string') return lost(from)
    const atoms = this.taken(decision.mentions, from, decision.id)
    if (atoms.length === 0) {
      const found = decision.mentions.map((mention) => this.documents.find(mention))
      const reason = found.find((one) => typeof one === 'string')
      return lost(reason ?? `none of these places mentions “${decision.entity.name}” any more`)
    }
    if (this.isAll(from, new Set(atoms))) return lost(`nothing would be left of “${decision.entity.name}”`)
    const group = this.part(from, atoms, decision.id)
    if (decision.name !== undefined) group.name = decision.name
    const missing = decision.mentions.length > atoms.length && this.missing(decision.mentions)
    return { state: 'holds', ...(missing && { reason: missing }), entities: [from.id, group.id] }
  }

  private missing(mentions: readonly Anchor[]): string | undefined {
    const gone = mentions.map((mention) => this.documents.find(mention)).filter((one) => typeof one === 'string')
    return gone.length ? `${gone.length} of ${mentions.length} places are gone: ${gone[0]}` : undefined
  }

  private atomAt(anchor: Anchor): (Place & { readonly document: OpenDocument }) | undefined {
    const found = this.documents.find(anchor)
    if (typeof found === 'string') return undefined
    const place = found.document.mentionAt(found.span)
    return place && { document: found.document, ...place }
  }

  /** The atoms of a group that some places are of, cut where only some mentions of one are meant. */
  private taken(mentions: readonly (Anchor & { readonly chain?: boolean })[], from: Group, by: string): string[] {
    const atoms = new Set<string>()
    const single = new Map<string, { document: OpenDocument; mentions: Set<MentionRef> }>()
    for (const anchor of mentions) {
      const place = this.atomAt(anchor)
      if (!place || this.groups.ofAtom(place.atom) !== from) continue
      if (anchor.chain) atoms.add(place.atom)
      else {
        const known = single.get(place.atom)
        if (known) known.mentions.add(place.mention)
        else single.set(place.atom, { document: place.document, mentions: new Set([place.mention]) })
      }
    }
    for (const [atom, { document, mentions: some }] of single) {
      if (atoms.has(atom)) continue
      if (some.size === document.mentionsOf(atom).length) atoms.add(atom)
      else {
        const piece = document.cut(atom, some, by)
        this.groups.reduce(atom)
        this.groups.adopt(piece, from)
        atoms.add(piece)
      }
    }
    return [...atoms]
  }

  /** Makes a thing of its own of some atoms of a group. */
  private part(from: Group, atoms: readonly string[], by: string): Group {
    const group = this.groups.create(newId(by), atoms)
    if (from.deleted) group.deleted = true
    if (from.type !== undefined) group.type = from.type
    const pairs = [...from.sides.keys(), ...from.unparted]
    from.sides.clear()
    from.unparted.clear()
    for (const pair of pairs) this.takeSides(pair)
    return group
  }

  private isAll(group: Group, atoms: ReadonlySet<string>): boolean {
    for (const atom of this.groups.atomsOf(group))
      if (!atoms.has(atom) && this.entity(atom)?.mentions.length !== 0) return false
    return true
  }

  private takeSides(pair: number): void {
    const { a, b } = this.pairs[pair]!
    const [one, other] = [this.find(a), this.find(b)]
    if (typeof one === 'string' || typeof other === 'string') return
    if (one === other) {
      one.unparted.add(pair)
      return
    }
    one.sides.set(pair, 'a')
    other.sides.set(pair, 'b')
  }

  /** The decision that keeps two things apart. */
  private keptApart(one: Group, other: Group): Decision | undefined {
    const [few, many] = one.sides.size < other.sides.size ? [one, other] : [other, one]
    for (const [pair, side] of few.sides) {
      const opposite = many.sides.get(pair)
      if (opposite !== undefined && opposite !== side) return this.pairs[pair]!.decision
    }
    return undefined
  }

  private statement(decision: StatementDecision): Outcome {
    const result = decideStatement(decision, {
      documents: this.documents,
      entity: (anchor) => {
        const group = this.find(anchor)
        if (typeof group === 'string') return { lost: group }
        const atom = this.atomOf(anchor, group)
        return atom === undefined ? { lost: `nothing mentions “${anchor.name}” any more` } : { atom }
      },
      mark: (document, span, type) => {
        const atom = document.mark(span, decision.id, type)
        this.groups.create(newId(decision.id, atom), [atom])
        return atom
      },
    })
    return 'lost' in result ? lost(result.lost) : { state: 'holds', entities: [], ...result }
  }

  /** What a filler points at when it is told to stand for something: an atom of it, of the anchor's places if there is one. */
  private atomOf(anchor: EntityAnchor, group: Group): string | undefined {
    for (const mention of anchor.mentions) {
      const place = this.atomAt(mention)
      if (place && this.groups.ofAtom(place.atom) === group) return place.atom
    }
    for (const atom of this.groups.atomsOf(group)) return atom
    return undefined
  }

  private entity(atom: string): Entity | undefined {
    for (const document of this.documents.all()) {
      const found = document.entity(atom)
      if (found) return found
    }
    return undefined
  }

  result(): Omit<Replayed, 'decided'> {
    const documents = new Map<string, OpenDocument>()
    for (const document of this.documents.all()) for (const id of document.atomIds()) documents.set(id, document)
    const atom = (id: string) => documents.get(id)?.entity(id)
    const entities: Resolved[] = []
    const resolved = new Map<string, string | undefined>()
    const atoms = new Map<string, string | undefined>()
    for (const group of this.groups.all()) {
      const shown = group.deleted ? undefined : this.groups.describe(group, atom)
      if (shown && !this.isAsResolved(group)) entities.push(shown)
      for (const id of group.resolved) if (shown?.id !== id) resolved.set(id, shown?.id)
      for (const id of group.atoms) atoms.set(id, shown?.id)
    }
    const statements = new Map<string, Statement | undefined>()
    const added: { document: string; statement: Statement }[] = []
    const pieces: Piece[] = []
    for (const document of this.documents.all()) {
      for (const id of document.pieces.keys()) {
        const piece = document.entity(id)!
        pieces.push({ ...piece, of: document.pieces.get(id)!.of })
      }
      point(document)
      for (const statement of document.added()) added.push({ document: document.ground.document.uri, statement })
      for (const [id, statement] of document.differing()) statements.set(id, statement)
    }
    return { entities, resolved, atoms, pieces, gone: this.groups.gone(), statements, added }
  }

  private isAsResolved(group: Group): boolean {
    const { id, resolved, atoms, name, type, given, deleted } = group
    return (
      resolved.size === 1 &&
      resolved.has(id) &&
      !this.groups.taken.has(id) &&
      atoms.size + given.size === 0 &&
      name === undefined &&
      type === undefined &&
      !deleted
    )
  }
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
      const of = pieces.filter((piece) => piece.of === id).map((piece) => piece.id)
      if (document.mentionOf(id, filler)) return filler
      const piece = of.find((one) => document.mentionOf(one, filler))
      if (piece === undefined) return filler
      changed = true
      const { name, type } = document.entity(piece)!
      return { ...filler, entity: { id: piece, name, type } }
    })
    if (changed) document.changed.set(statement.id, now)
  }
}

function mapFillers(
  statement: Statement,
  map: (filler: Statement['source'][number]) => Statement['source'][number],
): Statement {
  const roles = Object.fromEntries(
    Object.entries(statement.roles).map(([role, fillers]) => [role, fillers.map(map)]),
  ) as Statement['roles']
  return { ...statement, roles, source: statement.source.map(map) }
}
