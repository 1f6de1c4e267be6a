import type { EntityType } from './entity.ts'
import type { Span } from './span.ts'
import type { Answer, Factuality, Force, Kind, Polarity, Role } from './statement.ts'

/**
 * Words of a document, so that they are found again when it has changed a little or was analysed anew: the words with
 * what stands around them (W3C Web Annotation, TextQuoteSelector) and where they stood (TextPositionSelector).
 */
export interface Anchor extends Span {
  /** The document's URI. */
  readonly document: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A place where something is mentioned; `chain`: with all that its document says of the same thing. */
export interface MentionAnchor extends Anchor {
  readonly chain?: true
}

/** An entity, by some of the places that mention it. Its id and name are what they were when the decision was made. */
export interface EntityAnchor {
  readonly id: string
  readonly name: string
  readonly type: EntityType
  readonly mentions: readonly Anchor[]
}

/** A statement, by its predicate and by what it said. */
export interface StatementAnchor {
  readonly id: string
  readonly kind: Kind
  readonly predicate: Anchor
  /** The words of its roles. */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>
}

/** Words that fill a role, and the entity that they stand for where it is not the one that they mention. */
export interface FillerAnchor extends Anchor {
  readonly entity?: EntityAnchor
}
export type RoleAnchors = Readonly<Partial<Record<Role, readonly FillerAnchor[]>>>

/** A statement that somebody made by marking words. */
export interface NewStatement {
  readonly kind: Kind
  readonly relation: string
  readonly predicate: Anchor
  readonly roles: RoleAnchors
  readonly force?: Force
  readonly answer?: Answer
  readonly polarity: Polarity
  readonly factuality: Factuality
}

/** What was decided; each kind by its `what`. */
export type Verdict =
  /** These are one thing, called as the first unless a name is given. */
  | {
      readonly what: 'merge'
      readonly entities: readonly EntityAnchor[]
      readonly name?: string
      readonly type?: EntityType
    }
  /** These two are not the same; `unsure`: nobody can say, ask others first. */
  | { readonly what: 'apart'; readonly entities: readonly EntityAnchor[] }
  | { readonly what: 'unsure'; readonly entities: readonly EntityAnchor[] }
  /** These mentions are of something else. */
  | {
      readonly what: 'split'
      readonly entity: EntityAnchor
      readonly mentions: readonly MentionAnchor[]
      readonly name?: string
    }
  | { readonly what: 'rename'; readonly entity: EntityAnchor; readonly name: string }
  | { readonly what: 'retype'; readonly entity: EntityAnchor; readonly type: EntityType }
  /** It is nothing that a graph should show; `restore`: it is, after all. */
  | { readonly what: 'delete'; readonly entity: EntityAnchor }
  | { readonly what: 'restore'; readonly entity: EntityAnchor }
  /** The statement is what the text says, or is not. */
  | { readonly what: 'accept'; readonly statement: StatementAnchor }
  | { readonly what: 'reject'; readonly statement: StatementAnchor }
  /** The roles named here are filled by these words, an empty list by none. */
  | {
      readonly what: 'edit'
      readonly statement: StatementAnchor
      readonly roles?: RoleAnchors
      readonly polarity?: Polarity
      readonly factuality?: Factuality
    }
  | { readonly what: 'add'; readonly statement: NewStatement }
  /** That decision does not hold; of an undoing: it holds again. */
  | { readonly what: 'undo'; readonly undoes: string }

export type Decision = Verdict & {
  readonly id: string
  readonly who: string
  /** ISO 8601 in UTC, with milliseconds. */
  readonly when: string
  readonly why?: string
}
export type What = Decision['what']
/** The decisions of some kinds. */
export type DecisionOf<W extends What> = Extract<Decision, { readonly what: W }>

/** What became of a decision when the log was replayed. */
export interface Decided {
  readonly decision: Decision
  /**
   * holds: the graph is as it says; undone: by another decision; lost: its words are no longer there, or say something
   * else; overruled: another decision contradicts it and wins.
   */
  readonly state: 'holds' | 'undone' | 'lost' | 'overruled'
  /** Why it is not as the decision says, or not wholly. */
  readonly reason?: string
  /** The entities that it is about, as they are called in the graph now. */
  readonly entities: readonly string[]
  /** The statement that it is about. */
  readonly statement?: string
}
