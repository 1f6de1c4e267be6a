/** Atoms → what is one thing over all documents, while decisions join and part. Only what they touch is ever looked at. */
import { calledBy, type Entity, type EntityType, mostAliases } from '../model/index.ts'
import type { Ground, Resolved } from './ground.ts'

/** One thing: whole entities as they were resolved, but for the atoms that were taken away, and atoms that were put to it. */
export interface Group {
  readonly id: string
  readonly resolved: Set<string>
  readonly atoms: Set<string>
  name: string | undefined
  type: EntityType | undefined
  /** Names that it was given and then lost to another. */
  readonly given: Set<string>
  deleted: boolean
  /** Of each keeping apart that concerns it, by its number, the side that it is on. */
  readonly sides: Map<number, 'a' | 'b'>
  /** Keepings apart both of whose sides are in it so far. */
  readonly unparted: Set<number>
}

export class Groups {
  private readonly byResolved = new Map<string, Group>()
  private readonly byAtom = new Map<string, Group>()
  /** By their ids, and by those of what was joined to them. */
  private readonly byId = new Map<string, Group>()
  /** Which atoms were taken away from a resolved entity. */
  readonly taken = new Map<string, Set<string>>()

  constructor(private readonly ground: Ground) {}

  /** What an atom belongs to. */
  ofAtom(atom: string): Group | undefined {
    const moved = this.byAtom.get(atom)
    if (moved) return moved
    const resolved = this.ground.resolvedId(atom)
    return resolved === undefined ? undefined : this.ofResolved(resolved)
  }

  ofId(id: string): Group | undefined {
    return this.byId.get(id) ?? (this.byResolved.has(id) || this.ground.resolved(id) ? this.ofResolved(id) : undefined)
  }

  /** A new thing that holds some atoms, taken from wherever they were. */
  create(id: string, atoms: Iterable<string>): Group {
    const group = this.blank(id)
    this.byId.set(id, group)
    for (const atom of atoms) {
      const before = this.byAtom.get(atom)
      const resolved = before ? undefined : this.ground.resolvedId(atom)
      before?.atoms.delete(atom)
      if (resolved !== undefined) {
        this.reduce(atom)
        this.taken.get(resolved)!.add(atom)
      }
      group.atoms.add(atom)
      this.byAtom.set(atom, group)
    }
    return group
  }

  /** A piece belongs where its atom did until it is put elsewhere. */
  adopt(piece: string, group: Group): void {
    group.atoms.add(piece)
    this.byAtom.set(piece, group)
  }

  /** Puts all of `from` to `into`, which keeps its id. */
  join(into: Group, from: Group): void {
    for (const id of from.resolved) {
      into.resolved.add(id)
      this.byResolved.set(id, into)
    }
    for (const atom of from.atoms) {
      into.atoms.add(atom)
      this.byAtom.set(atom, into)
    }
    for (const name of [from.name, ...from.given]) if (name !== undefined) into.given.add(name)
    for (const [pair, side] of from.sides) into.sides.set(pair, side)
    for (const pair of from.unparted) into.unparted.add(pair)
    for (const [id, group] of this.byId) if (group === from) this.byId.set(id, into)
  }

  /** Every group that decisions looked at. */
  all(): Set<Group> {
    return new Set(this.byId.values())
  }

  /** Ids of what was joined to something else, with the id that it has now. */
  gone(): Map<string, string> {
    return new Map([...this.byId].filter(([id, group]) => id !== group.id).map(([id, group]) => [id, group.id]))
  }

  /** Says that an atom has lost mentions. */
  reduce(atom: string): void {
    const resolved = this.byAtom.has(atom) ? undefined : this.ground.resolvedId(atom)
    if (resolved !== undefined && !this.taken.has(resolved)) this.taken.set(resolved, new Set())
  }

  /** How it is called and what it counts; undefined where no mention is left of it. */
  describe(group: Group, atom: (id: string) => Entity | undefined): Resolved | undefined {
    const parts: Resolved[] = []
    for (const id of group.resolved) {
      const left = this.taken.has(id) ? this.left(id, atom) : this.ground.resolved(id)
      if (left && (left.mentions > 0 || !this.taken.has(id))) parts.push(left)
    }
    const atoms = [...group.atoms].flatMap((id) => atom(id) ?? []).filter(({ mentions }) => mentions.length > 0)
    if (atoms.length > 0) parts.push(summary(group.id, atoms))
    const [first] = parts
    if (!first) return undefined
    const name = group.name ?? first.name
    const aliases = new Set([name, ...parts.flatMap((part) => part.aliases), ...group.given])
    return {
      id: group.id,
      name,
      type: group.type ?? first.type,
      aliases: [...aliases].slice(0, mostAliases),
      mentions: parts.reduce((sum, part) => sum + part.mentions, 0),
      ...propertiesOf(parts),
    }
  }

  /** The atoms of a group, one by one. */
  *atomsOf(group: Group): Generator<string> {
    for (const id of group.resolved) {
      const taken = this.taken.get(id)
      for (const member of this.ground.members(id)) if (!taken?.has(member.id)) yield member.id
    }
    yield* group.atoms
  }

  private ofResolved(id: string): Group {
    let group = this.byResolved.get(id)
    if (!group) {
      group = this.blank(id)
      group.resolved.add(id)
      this.byResolved.set(id, group)
      this.byId.set(id, group)
    }
    return group
  }

  private blank(id: string): Group {
    return {
      id,
      resolved: new Set(),
      atoms: new Set(),
      name: undefined,
      type: undefined,
      given: new Set(),
      deleted: false,
      sides: new Map(),
      unparted: new Set(),
    }
  }

  /** What is left of a resolved entity. */
  private left(id: string, atom: (id: string) => Entity | undefined): Resolved {
    const taken = this.taken.get(id)!
    const members: Entity[] = []
    for (const member of this.ground.members(id)) {
      const now = taken.has(member.id) ? undefined : (atom(member.id) ?? member)
      if (now && now.mentions.length > 0) members.push(now)
    }
    return summary(id, members)
  }
}

const mostProperties = 200

/** Some atoms as one thing. */
function summary(id: string, atoms: readonly Entity[]): Resolved {
  const mentions = atoms.reduce((sum, atom) => sum + atom.mentions.length, 0)
  return { id, ...calledBy(atoms), mentions, ...propertiesOf(atoms) }
}

/** What the texts say of all of them, each place once. */
function propertiesOf(parts: readonly Pick<Entity, 'properties'>[]): Pick<Entity, 'properties'> {
  const all = parts.flatMap(({ properties = [] }) => properties)
  if (all.length === 0) return {}
  const byPlace = new Map(all.map((one) => [[one.name, one.value, one.document, one.start].join(' '), one]))
  return { properties: [...byPlace.values()].slice(0, mostProperties) }
}
