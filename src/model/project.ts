import type { What } from './decision.ts'
import type { Document } from './document.ts'
import type { Entity, EntityRef, EntityType, MentionRef } from './entity.ts'
import type { EdgeAttributes, GraphAttributes, GraphView, NodeAttributes } from './graph.ts'
import type { Span } from './span.ts'
import type { Outcome, Statement } from './statement.ts'

/**
 * A project keeps statements of this confidence or more, unless somebody says otherwise. Low, since the confidence is that of
 * a strict reader, to whom one wrong word in one role makes a statement wrong: most requests below one half are requests.
 */
export const leastConfidence = 0.2

/** A document as lists show it. */
export interface DocumentInfo {
  readonly id: string
  readonly uri: string
  readonly title?: string
  readonly date?: string
  readonly sentences: number
  readonly statements: number
}

/** A document that a build could not read. */
export interface SkippedDocument {
  readonly uri: string
  readonly reason: string
}

export interface ProjectInfo {
  readonly name: string
  /** ISO 8601 time of the last finished build. */
  readonly built?: string
  readonly documents: number
  readonly sentences: number
  readonly statements: number
  readonly entities: number
  readonly skipped: readonly SkippedDocument[]
  /** What people decided; absent where nobody did, or where nobody can. */
  readonly decisions?: DecisionsInfo
  /** Decisions can be made where this comes from. */
  readonly editable?: boolean
  /** The earlier project that this one is compared with. */
  readonly since?: Since
}

/** What an earlier project did not have. */
export interface Since {
  /** Name of the earlier project. */
  readonly name: string
  /** Number of statements that are new. */
  readonly statements: number
}

/** How many decisions there are, and what became of those that the graph does not follow. */
export interface DecisionsInfo {
  /** Changes whenever they were replayed. */
  readonly stamp: string
  readonly total: number
  readonly troubled: readonly { readonly id: string; readonly what: What; readonly reason: string }[]
  /** Lines of the log that hold no decision. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[]
}

/** Is another whenever a build or a decision has changed what the project tells. */
export const stateOf = ({ built, decisions }: ProjectInfo): string => `${built} ${decisions?.stamp}`

/** A statement with what a reader wants to know of its document. */
export interface StatementRow {
  readonly statement: Statement
  readonly document: DocumentInfo
  /** Of a request that was made, or that was answered. */
  readonly outcome?: Outcome
}

export interface Page<T> {
  /** How many there are in all, beyond this page. */
  readonly total: number
  readonly rows: readonly T[]
}

export interface StatementQuery {
  readonly ids?: readonly string[]
  readonly entity?: string
  readonly document?: string
  /** A query as `src/query/` reads it: `asker:Sinnet to:users delete`. */
  readonly q?: string
  readonly offset?: number
  /** At most 1,000; 200 where it is not given. */
  readonly limit?: number
}

/** Words of a document that stand for an entity. */
export interface Mark extends Span {
  readonly entity: string
  readonly name: string
  readonly type: EntityType
}

/** A document opened for reading. */
export interface DocumentView {
  readonly document: Document
  readonly sentences: readonly Span[]
  readonly marks: readonly Mark[]
  readonly statements: readonly Statement[]
}

export type SearchHit =
  | {
      readonly kind: 'entity'
      readonly id: string
      readonly name: string
      readonly type: EntityType
      readonly mentions: number
    }
  | { readonly kind: 'statement'; readonly row: StatementRow }
  | { readonly kind: 'sentence'; readonly document: DocumentInfo; readonly span: Span; readonly text: string }

/** A word of a query that no text has, and the words that were looked for in its place. */
export interface Respelled {
  readonly typed: string
  readonly taken: readonly string[]
}

/** What a search finds: the best hits, how many there are of each kind, and what was taken for a typing error. */
export interface Found {
  readonly hits: readonly SearchHit[]
  readonly totals: Readonly<Record<SearchHit['kind'], number>>
  readonly respelled: readonly Respelled[]
}

/** All statements that a query asks for, in the order of documents and text. */
export interface Matching {
  readonly ids: readonly string[]
  readonly respelled: readonly Respelled[]
}

/**
 * What filters and time strips want to know of every statement: columns of one length, in the order of documents and
 * text. −1: the statement has none.
 */
export interface Facts {
  readonly ids: readonly string[]
  /** Place in `kinds`, `forces`, `factualities`, `requestStatuses`. */
  readonly kind: readonly number[]
  readonly force: readonly number[]
  readonly factuality: readonly number[]
  readonly status: readonly number[]
  /** Of requests: 0 to do, 1 not to do. */
  readonly negative: readonly number[]
  readonly confidence: readonly number[]
  /** Places in `documents`. */
  readonly document: readonly number[]
  /** Places in `sources`; none: the text itself says it. */
  readonly source: readonly (readonly number[])[]
  /** For each statement the places in `entityTypes` of those that fill its roles, each once. */
  readonly types: readonly (readonly number[])[]
  /** Place in `times`: when it happened, as far as the text says. */
  readonly time: readonly number[]
  readonly documents: readonly DocumentInfo[]
  readonly sources: readonly string[]
  /** ISO 8601 dates or intervals. */
  readonly times: readonly string[]
}

/** graphology's own JSON (`graph.export()`). */
export interface SerializedGraph {
  readonly attributes: GraphAttributes
  readonly options: { readonly type: 'directed'; readonly multi: true; readonly allowSelfLoops: boolean }
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[]
  readonly edges: readonly {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: EdgeAttributes
  }[]
}

/** What the server and the explorer ask of a project; `store/` answers from SQLite, the page from memory. */
export interface Project {
  info(): ProjectInfo
  graph(view: GraphView): SerializedGraph
  documents(): readonly DocumentInfo[]
  document(id: string): DocumentView | undefined
  statements(query: StatementQuery): Page<StatementRow>
  entity(id: string): Entity | undefined
  /** Hits for somebody who types: names, statements, sentences. Throws `UsageError` for a query with a fault. */
  search(query: string, limit: number): Found
  /** Throws `UsageError` for a query with a fault. */
  matching(query: string): Matching
  facts(): Facts
}

/** Why some mentions are taken to be of one thing: a document's chain of them, and what ties it to the others. */
export interface ChainOf {
  readonly document: DocumentInfo
  readonly mentions: readonly MentionRef[]
  /** What the document alone calls it. */
  readonly name: string
  /** own: it was resolved to this entity; decision: somebody put it there. */
  readonly by: 'own' | 'decision'
}

/** An entity as somebody sees it who must judge whether it is another. */
export interface Portrait extends Omit<Entity, 'mentions'> {
  readonly mentions: number
  readonly documents: number
  readonly statements: number
  /** Some sentences that mention it, in as many documents as can be. */
  readonly sentences: readonly {
    readonly document: DocumentInfo
    readonly sentence: Span & { readonly text: string }
    readonly mention: Span
  }[]
  /** Who else is named in its statements, the commonest first. */
  readonly company: readonly (EntityRef & { readonly statements: number })[]
}
