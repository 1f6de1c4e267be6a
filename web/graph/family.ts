/** The contract's types of entities → the few shapes and colours of the legend. */
import type { EntityType } from '../../src/model/index.ts'

export const families = ['organisation', 'state', 'person', 'group', 'place', 'product', 'rule', 'event'] as const
export type Family = (typeof families)[number]

const byType: Readonly<Record<EntityType, Family>> = {
  Person: 'person',
  Group: 'group',
  Organization: 'organisation',
  Company: 'organisation',
  PoliticalParty: 'organisation',
  PublicBody: 'state',
  Place: 'place',
  Work: 'product',
  Thing: 'product',
  Law: 'rule',
  Document: 'rule',
  Event: 'event',
}

/** The types that are drawn alike. */
export const typesOf = (family: Family): EntityType[] =>
  (Object.keys(byType) as EntityType[]).filter((type) => byType[type] === family)

/** A type that is unknown to this page is drawn as a thing. */
export const familyOf = (type: EntityType): Family => byType[type] ?? 'product'
