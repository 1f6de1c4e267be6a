import type { EntityRef } from './entity.ts'
import type { Span } from './span.ts'

export const kinds = ['request', 'response', 'communication', 'action', 'relation'] as const
export type Kind = (typeof kinds)[number]

/** Weakest first. */
export const forces = ['suggest', 'invite', 'ask', 'urge', 'warn', 'demand', 'order'] as const
export type Force = (typeof forces)[number]

export const answers = ['grant', 'comply', 'refuse', 'defy', 'ignore', 'withdraw'] as const
export type Answer = (typeof answers)[number]

/** What came of a request: `open` as long as no answer to it is known. */
export const requestStatuses = ['open', 'granted', 'complied', 'refused', 'defied', 'ignored', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]

export interface Outcome {
  readonly status: RequestStatus
  /** Id of the statement that says so; absent while it is open. */
  readonly by?: string
}

export type Polarity = 'positive' | 'negative'
export type Factuality = 'actual' | 'future' | 'hypothetical' | 'denied'
export const factualities: readonly Factuality[] = ['actual', 'future', 'hypothetical', 'denied']

export const linkTypes = ['prompted by', 'answers', 'repeats', 'reports'] as const
export type LinkType = (typeof linkTypes)[number]

/** FrameNet Request: Speaker, Addressee, Message; PropBank request.01: ARG0, ARG2, ARG1. */
export type Role =
  | 'speaker'
  | 'addressee'
  | 'message'
  | 'agent'
  | 'patient'
  | 'recipient'
  | 'beneficiary'
  | 'instrument'
  | 'place'
  | 'theme'
  | 'subject'
  | 'object'

/** Roles that a statement of each kind may have; the contract's. */
export const rolesOf: Readonly<Record<Kind, readonly Role[]>> = {
  request: ['speaker', 'addressee', 'message'],
  response: ['speaker', 'addressee', 'message'],
  communication: ['speaker', 'addressee', 'message'],
  action: ['agent', 'patient', 'recipient', 'beneficiary', 'instrument', 'place', 'theme'],
  relation: ['subject', 'object'],
}

/** The words that fill a role. `entity` is absent for a filler that names nobody ("Nobody", "either side"). */
export interface Filler extends Span {
  readonly text: string
  readonly entity?: EntityRef
}

/** A filler as the frames find it, before entities are known. */
export interface FoundFiller extends Span {
  readonly text: string
  /** `Sentence.index` and token index from 0 of its head; they may lie in another sentence than the predicate. */
  readonly sentence: number
  readonly head: number
}

export type Roles<F> = Readonly<Partial<Record<Role, readonly F[]>>>

export interface Predicate extends Span {
  readonly text: string
  readonly lemma: string
}

export interface Time extends Span {
  readonly text: string
  /** ISO 8601 date or interval; absent where it cannot be resolved. */
  readonly value?: string
}

export interface Link {
  readonly type: LinkType
  readonly statement: string
}

/** What `frames/` makes: an instance of a frame in a sentence. */
export interface Frame {
  readonly kind: Kind
  /** Request, Response, Statement … */
  readonly name: string
  /** The name that the graph shows: ask, call for, partner of. */
  readonly relation: string
  readonly predicate: Predicate
  /** `Sentence.index`. */
  readonly sentence: number
  /** Token index from 0 of the predicate's head word. */
  readonly trigger: number
  readonly roles: Roles<FoundFiller>
  readonly force?: Force
  readonly answer?: Answer
  /** What the pattern itself says of the polarity ("forbid", "against"); `qualify/` adds the sentence's negation. */
  readonly polarity: Polarity
  /** The pattern's id. */
  readonly foundBy: string
  /** Features of the match (pattern precision, parse margin, distance …), for the confidence. */
  readonly features: Readonly<Record<string, number>>
}

/** What `qualify/` makes of a frame. */
export interface QualifiedFrame extends Frame {
  readonly factuality: Factuality
  readonly source: readonly FoundFiller[]
  readonly time?: Time
  /** 0..1: how likely a careful reader is to find it right. */
  readonly confidence: number
}

/** What `link/` makes: frames of a document with their ids and what ties them. */
export interface LinkedFrame extends QualifiedFrame {
  readonly id: string
  readonly links: readonly Link[]
}

export interface Evidence {
  /** The document's URI. */
  readonly document: string
  readonly sentence: Span & { readonly index: number; readonly text: string }
}

/** One thing that a text says, at one place: contract/statement.schema.json, field for field. */
export interface Statement {
  readonly id: string
  readonly kind: Kind
  readonly frame: string
  readonly relation: string
  readonly predicate: Predicate
  readonly roles: Roles<Filler>
  readonly force?: Force
  readonly answer?: Answer
  readonly polarity: Polarity
  readonly factuality: Factuality
  readonly source: readonly Filler[]
  readonly time?: Time
  readonly links: readonly Link[]
  readonly confidence: number
  readonly foundBy: string
  readonly evidence: Evidence
}
