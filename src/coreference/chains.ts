/** Mentions merged into chains, step by step: union–find with what a chain's mentions say of it together. */
import { placeKind } from '../lexicon/places.ts'
import { type EntityType, isBody, type Mention } from '../model/index.ts'
import type { Fact } from './facts.ts'

/** What a chain's mentions say of it together. */
export interface Chained {
  /** Mention ids in the order in which they were merged. */
  readonly mentions: number[]
  /** The first of them in the text. */
  first: number
  type: EntityType
  number: Mention['number']
  gender: Mention['gender']
  /** One of its mentions is a name. */
  named: boolean
  /** Nouns that the text gives it: titles, appositions, "is a …". */
  readonly descriptors: Set<string>
}

/** Whether two types may be said of one thing: bodies are not told apart for sure, and Thing says nothing. */
export function sameKind(a: EntityType, b: EntityType): boolean {
  if (a === b || a === 'Thing' || b === 'Thing') return true
  return (isBody(a) && isBody(b)) || group(a, b) || group(b, a)
}

const group = (a: EntityType, b: EntityType) => a === 'Group' && isBody(b)

/** Mentions of a chain that are looked at when it is weighed. */
const mostCounted = 64

export class Chains {
  readonly #parent: number[]
  readonly #chains: Chained[]

  constructor(readonly facts: readonly Fact[]) {
    this.#parent = facts.map((_, id) => id)
    this.#chains = facts.map(({ mention }) => ({
      mentions: [mention.id],
      first: mention.id,
      type: mention.type,
      number: mention.number,
      gender: mention.gender,
      named: mention.kind === 'NAM',
      descriptors: new Set(titleNouns(mention.title)),
    }))
  }

  /** The mention that stands for the chain of `id`. */
  root(id: number): number {
    let at = id
    while (this.#parent[at] !== at) at = this.#parent[at] = this.#parent[this.#parent[at]!]!
    return at
  }

  of(id: number): Chained {
    return this.#chains[this.root(id)]!
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b)
  }

  /** Whether the mention's chain holds a name. */
  named(id: number): boolean {
    return this.of(id).named
  }

  /** How often the chain of a mention has been mentioned up to it; of long chains only the first merged are counted. */
  mentionsUpTo(id: number): number {
    const { mentions } = this.of(id)
    let times = 0
    for (let at = 0; at < mentions.length && at < mostCounted; at++) if (mentions[at]! <= id) times++
    return times
  }

  /** Whether nothing known speaks against the two being one: number, gender, kind. */
  compatible(a: number, b: number): boolean {
    const [one, two] = [this.of(a), this.of(b)]
    return one === two || (sameKind(one.type, two.type) && sameGender(one.gender, two.gender) && sameNumber(one, two))
  }

  /** The same, of number alone. */
  sameNumber(a: number, b: number): boolean {
    return sameNumber(this.of(a), this.of(b))
  }

  /** Merges the chains of two mentions, whatever `compatible` says; the sieve has asked. */
  merge(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return
    const [into, from] = this.#chains[x]!.mentions.length >= this.#chains[y]!.mentions.length ? [x, y] : [y, x]
    const [one, two] = [this.#chains[into]!, this.#chains[from]!]
    const type = this.#typeOf(one, two)
    this.#parent[from] = into
    for (const id of two.mentions) one.mentions.push(id)
    one.type = type
    one.named ||= two.named
    one.first = Math.min(one.first, two.first)
    if (one.number === 'unknown') one.number = two.number
    if (one.gender === 'unknown' || (one.gender === 'neuter' && one.type === 'Person')) one.gender = two.gender
    for (const noun of two.descriptors) one.descriptors.add(noun)
  }

  /** Names over descriptions over pronouns; then what says more; then what comes first in the text. */
  #typeOf(one: Chained, two: Chained): EntityType {
    if (one.type === two.type) return one.type
    const named = one.named && two.named
    // "in Aerovane" may be said of a company; what is named a body elsewhere is one, unless a map has it
    if (named && (one.type === 'Place' || two.type === 'Place') && (isBody(one.type) || isBody(two.type))) {
      const [place, body] = one.type === 'Place' ? [one, two] : [two, one]
      if (!placeKind(this.facts[place.first]!.mention.name ?? '')) return body.type
    }
    const [a, b] = [this.#weight(one), this.#weight(two)]
    if (a !== b) return a > b ? one.type : two.type
    return one.first < two.first ? one.type : two.type
  }

  #weight({ mentions, type }: Chained): number {
    let best = 0
    for (const id of mentions.slice(0, 20)) {
      const { kind, name, title } = this.facts[id]!.mention
      best = Math.max(best, kind === 'PRO' ? 1 : kind === 'NOM' ? 2 : title || name!.includes(' ') ? 4 : 3)
    }
    return type === 'Thing' ? 0 : best + (type === 'Organization' ? -0.5 : 0)
  }
}

function titleNouns(title: string | undefined): string[] {
  if (!title) return []
  const words = title.toLowerCase().split(/\s+/)
  const rank = words.at(-2) ?? ''
  // a prime minister is not "the minister"
  return words.length > 1 && !/^(?:prime|vice|deputy|former|ex|assistant)$/.test(rank)
    ? [words.join(' '), words.at(-1)!]
    : [words.join(' ')]
}

function sameGender(a: Mention['gender'], b: Mention['gender']): boolean {
  return a === b || a === 'unknown' || b === 'unknown'
}

/** A body is one and yet "they". */
function sameNumber(a: Chained, b: Chained): boolean {
  return a.number === b.number || a.number === 'unknown' || b.number === 'unknown'
}
