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

const bodies = new Set<EntityType>(['Organization', 'Company', 'PublicBody', 'PoliticalParty'])

/** People organized under a name. */
export const isBody = (type: EntityType): boolean => bodies.has(type)

/** Those who do something, and can be asked to; a place stands for its government. */
export const isActorType = (type: EntityType): boolean =>
  type === 'Person' || type === 'Group' || type === 'Place' || isBody(type)

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

/** What a text says of a thing beside its name, quoted: `text.slice(start, end)` of the document says so. */
export interface EntityProperty {
  /**
   * title: before a person's name ("Prime Minister"); role: a description of a person ("head of the harbour board");
   * kind: what a thing is ("newspaper"); country, region: where it belongs, by its usual name; of: the named one that a
   * description is of ("the ministry" of "a spokesman for the ministry"); within: the longer name that its name is but a
   * part of ("Varde Rovers", "the embassy in Oslo"); id: an identifier that a list gives.
   */
  readonly name: 'title' | 'role' | 'kind' | 'country' | 'region' | 'of' | 'within' | 'id'
  readonly value: string
  /** `Document.id`; '' for what a list of the user gives, which stands in no document: then start and end are 0. */
  readonly document: string
  readonly start: number
  readonly end: number
}

/** One thing in the world, over all documents. */
export interface Entity extends EntityRef {
  /** Every name that the texts give it, the shown one first. */
  readonly aliases: readonly string[]
  readonly mentions: readonly MentionRef[]
  /** `ListedName.id` of the line of the user's own list that names it. */
  readonly listed?: string
  /** What the texts say of it, the commonest first; absent for nothing. */
  readonly properties?: readonly EntityProperty[]
}
