/** What the values of a statement's fields and an entity's types are called, wherever they stand. */
import type { Answer, EntityType, Factuality, Force, LinkType, Polarity, RequestStatus } from '../../src/model/index.ts'
import type { Family } from '../graph/family.ts'

export const statuses: Readonly<Record<RequestStatus, string>> = {
  open: 'no answer found',
  granted: 'granted',
  complied: 'complied with',
  refused: 'refused',
  defied: 'defied',
  ignored: 'ignored',
  withdrawn: 'withdrawn',
}
export const kinds: Readonly<Record<string, string>> = {
  request: 'request',
  response: 'response',
  communication: 'said, reported',
  action: 'action',
  relation: 'relation',
  role: 'who and what',
  link: 'led to, answers',
}
export const forces: Readonly<Record<Force, string>> = {
  suggest: 'suggest',
  invite: 'invite',
  ask: 'ask',
  urge: 'urge',
  warn: 'warn',
  demand: 'demand',
  order: 'order',
}
export const polarities: Readonly<Record<Polarity, string>> = { positive: 'to do', negative: 'not to do' }
export const factualities: Readonly<Record<Factuality, string>> = {
  actual: 'made',
  future: 'to come',
  hypothetical: 'hypothetical',
  denied: 'denied',
}
export const families: Readonly<Record<Family, string>> = {
  organisation: 'organisation',
  state: 'state body',
  person: 'person',
  group: 'group',
  place: 'place',
  product: 'thing, work',
  rule: 'rule, document',
  event: 'event',
}
export const types: Readonly<Record<EntityType, string>> = {
  Person: 'person',
  Group: 'group',
  Organization: 'organisation',
  Company: 'company',
  PublicBody: 'state body',
  PoliticalParty: 'party',
  Place: 'place',
  Work: 'work',
  Law: 'rule',
  Event: 'event',
  Document: 'document',
  Thing: 'thing',
}
/** Of a property of names: none of its values. */
export const noneSaid = (property: string) => `${property} not said`
export const answers: Readonly<Record<Answer, string>> = {
  grant: 'granted',
  comply: 'complied with',
  refuse: 'refused',
  defy: 'defied',
  ignore: 'ignored',
  withdraw: 'withdrawn',
}
export const links: Readonly<Record<LinkType, string>> = {
  'prompted by': 'prompted by',
  answers: 'answers',
  repeats: 'repeats',
  reports: 'reports',
}
export const linkedFrom: Readonly<Record<LinkType, string>> = {
  'prompted by': 'led to',
  answers: 'answered by',
  repeats: 'repeated by',
  reports: 'reported by',
}
