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
  stableId,
} from '../model/index.ts'
import { type Difference, differenceOf } from './difference.ts'
import { Finder } from './finder.ts'
import type { Ground } from './ground.ts'
import { type Group, Groups } from './groups.ts'
import { together, undone } from './order.ts'
import { Documents, type OpenDocument } from './places.ts'
import { decideStatement, type StatementDecision } from './statements.ts'

export interface Replayed extends Difference {
  /** One for each decision of the log, in its order. */
  readonly decided: readonly Decided[]
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
  return { decided, ...work.difference() }
}

type Outcome = Omit<Decided, 'decision'>

const newId = (...parts: readonly string[]): string => stableId('e', ...parts)

const lost = (reason: string): Outcome => ({ state: 'lost', reason, entities: [] })

class Replay {
  private readonly documents: Documents
  private readonly groups: Groups
  private readonly finder: Finder
  /** What is kept apart, by number. */
  private readonly pairs: { readonly decision: Decision; readonly a: EntityAnchor; readonly b: EntityAnchor }[] = []

  constructor(ground: Ground) {
    this.documents = new Documents(ground)
    this.groups = new Groups(ground)
    this.finder = new Finder(ground, this.documents, this.groups)
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

  difference(): Difference {
    return differenceOf(this.documents, this.groups)
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
      const found = this.finder.find(anchor)
      if (typeof found === 'string') return lost(found)
      groups.push(found)
    }
    act(groups)
    return { state: 'holds', entities: groups.map(({ id }) => id) }
  }

  private merge(decision: DecisionOf<'merge'>): Outcome {
    const groups: Group[] = []
    const missing: string[] = []
    for (const anchor of decision.entities) {
      const found = this.finder.find(anchor)
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
      const stay = new Set(kept.mentions.flatMap((one) => this.finder.placeOf(one)?.atom ?? []))
      const taken = this.taken(
        other.mentions.map((one) => ({ ...one, chain: !stay.has(this.finder.placeOf(one)?.atom ?? '') })),
        a!,
        decision.id,
      )
      const atoms = taken.filter((atom) => !stay.has(atom))
      if (atoms.length > 0) this.part(a!, atoms, decision.id)
    })
    if (outcome.state !== 'holds') return outcome
    this.takeSides(pair)
    const entities = decision.entities.map((one) => (this.finder.find(one) as Group).id)
    if (entities[0] === entities[1]) return lost('both are mentioned by the same words now')
    return { ...outcome, entities }
  }

  private split(decision: DecisionOf<'split'>): Outcome {
    const from = this.finder.find(decision.entity)
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

  /** The atoms of a group that some places are of, cut where only some mentions of one are meant. */
  private taken(mentions: readonly (Anchor & { readonly chain?: boolean })[], from: Group, by: string): string[] {
    const atoms = new Set<string>()
    const single = new Map<string, { document: OpenDocument; mentions: Set<MentionRef> }>()
    for (const anchor of mentions) {
      const place = this.finder.placeOf(anchor)
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

  private entity(atom: string): Entity | undefined {
    for (const document of this.documents.all()) {
      const found = document.entity(atom)
      if (found) return found
    }
    return undefined
  }

  private takeSides(pair: number): void {
    const { a, b } = this.pairs[pair]!
    const [one, other] = [this.finder.find(a), this.finder.find(b)]
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
        const group = this.finder.find(anchor)
        if (typeof group === 'string') return { lost: group }
        const atom = this.finder.atomOf(anchor, group)
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
}
