/** After FollowTheMoney where it has one; the contract's list. */
export const entityTypes = [
  'Person',
  'Group',
  'Organization',
  'Company',
  'PublicBody',
  'PoliticalParty',
  'Place',
  'Work',
  'Law',
  'Event',
  'Document',
  'Thing',
] as const
export type EntityType = (typeof entityTypes)[number]

/** What a filler points at. */
export interface EntityRef {
  readonly id: string
  readonly name: string
  readonly type: EntityType
}

/** Where an entity is mentioned. */
export interface MentionRef {
  /** `Document.id`. */
  readonly document: string
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: 'NAM' | 'NOM' | 'PRO'
}

/** One thing in the world, over all documents. */
export interface Entity extends EntityRef {
  /** Every name that the texts give it, the shown one first. */
  readonly aliases: readonly string[]
  readonly mentions: readonly MentionRef[]
}
