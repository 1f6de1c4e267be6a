import type { EntityType } from './entity.ts'
import type { Factuality, Force, Kind, Polarity, RequestStatus } from './statement.ts'

export type GraphView = 'actors' | 'frames'

/** A node's attributes. Sigma reads `x`, `y`, `size`, `label`; the rest is ours. */
export interface NodeAttributes {
  label: string
  /** entity: a thing; content: what is asked of somebody unnamed, or an unnamed asker; statement: frames view only. */
  kind: 'entity' | 'content' | 'statement'
  entityType: EntityType
  aliases: string[]
  /** What the texts say of it, "country: Kenya"; absent for nothing. */
  properties?: string[]
  /** Number of mentions over all documents. */
  mentions: number
  /** Ids of the statements that name it. */
  statements: string[]
  x: number
  y: number
  size: number
  community: number
}

/** An edge's attributes. `type` is Sigma's, so ours is `relation`. */
export interface EdgeAttributes {
  /** In words: "told … not to bypass filters". */
  label: string
  kind: Kind | 'role' | 'link'
  /** "ask", "partner of"; in the frames view a role (asks, asked_of, reported_by) or a link (answers, prompted_by). */
  relation: string
  force?: Force
  polarity: Polarity
  factuality: Factuality
  /** Number of statements. */
  weight: number
  statements: string[]
  /** Highest confidence among them. */
  confidence: number
  /** What came of its requests; `mixed` where one is settled in another way than another. */
  status?: RequestStatus | 'mixed'
  /** Ids of the statements that say so. */
  settledBy?: string[]
}

export interface GraphAttributes {
  name: string
  view: GraphView
  /** ISO 8601 time of the build. */
  built?: string
  /** What there is in all, of a graph that is a part. */
  whole?: { readonly names: number; readonly lines: number }
}

/** What is asked for of a graph that may be too large to be drawn at once. */
export interface GraphPart {
  /** So many names, those that matter most; where it is not given, as many as are drawn at once. */
  readonly top?: number
  /** These names too, by their keys. */
  readonly names?: readonly string[]
  /** What lies within so many steps of a name, instead. */
  readonly around?: { readonly name: string; readonly steps: number }
  /** What lies between two names, instead. */
  readonly between?: Between
}

/** Between two names: the shortest ways, those one step longer too, or the neighbours that they share. */
export const wayKinds = ['shortest', 'longer', 'common'] as const
export type WayKind = (typeof wayKinds)[number]

/** Two names by their keys, with what lies between them along lines of statements that fit a query; of all without one. */
export interface Between {
  readonly from: string
  readonly to: string
  readonly kind: WayKind
  readonly query?: string
}
