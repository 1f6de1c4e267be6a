/**
 * Entities of many documents → which of them are one thing. Conservative: names that are the same, of kinds that agree,
 * where nothing that the texts say speaks against it, and where a name that many bear is supported by what they say.
 */
import { acronyms } from '../lexicon/nameMatch.ts'
import { isTitle } from '../lexicon/people.ts'
import { countryByName } from '../lexicon/places.ts'
import {
  calledBy,
  type Document,
  type Entity,
  type EntityProperty,
  type ListedName,
  type MentionRef,
  stableId,
} from '../model/index.ts'
import { Company } from './company.ts'
import { identified } from './identifiers.ts'
import { type Identity, identityOf } from './identity.ts'
import { familyOf, isNamed, keyWords, letters } from './names.ts'
import { type Sense, type Surroundings, senses } from './senses.ts'

/** What is known beside the entities. */
export interface ResolveOptions {
  /** ISO 8601 day of each document that has one, by `Document.id`. */
  readonly dates?: ReadonlyMap<string, string>
  /** Things with identifiers, of which an entity gets that of the one that fits. */
  readonly identifiers?: readonly ListedName[]
}

/** The days of documents, for `ResolveOptions`. */
export const datesOf = (documents: Iterable<Pick<Document, 'id' | 'date'>>): Map<string, string> => {
  const dates = new Map<string, string>()
  for (const { id, date } of documents) if (date) dates.set(id, date)
  return dates
}

/**
 * Which entity over all documents each local entity is, by local id: local entities that are one share one object,
 * those that no other can be tied to keep their own. The result does not depend on the order of the documents. Memory
 * grows with the entities and mentions, time with their number.
 */
export function resolveEntities(
  locals: Iterable<Entity>,
  { dates, identifiers }: ResolveOptions = {},
): Map<string, Entity> {
  const list = [...locals]
  const identities = list.map(identityOf)
  const shortForms = shortFormsOf(list, identities)
  const around = surroundingsOf(list, dates)
  const groups = new Map<string, { local: Entity; need: Identity['need'] }[]>()
  const resolved = new Map<string, Entity>()
  for (const [at, local] of list.entries()) {
    const identity = shortForms(local, identities[at])
    if (!identity) {
      resolved.set(local.id, local)
      continue
    }
    const group = groups.get(identity.key)
    if (group) group.push({ local, need: identity.need })
    else groups.set(identity.key, [{ local, need: identity.need }])
  }
  for (const [key, group] of groups)
    for (const [at, sense] of bySize(senses(group, around)).entries()) {
      // the commonest keeps the name's id, whatever else is found of the name
      const entity = merge(at === 0 ? stableId('e', key) : stableId('e', key, firstId(sense)), sense.locals)
      for (const { id } of sense.locals) resolved.set(id, entity)
    }
  return identifiers ? identified(resolved, identifiers) : resolved
}

const mentionsOf = ({ locals }: Sense): number => locals.reduce((sum, { mentions }) => sum + mentions.length, 0)
const firstId = ({ locals }: Sense): string => locals.map(({ id }) => id).sort()[0]!

const bySize = (found: Sense[]): Sense[] =>
  found.length < 2 ? found : found.sort((a, b) => mentionsOf(b) - mentionsOf(a) || (firstId(a) < firstId(b) ? -1 : 1))

/**
 * Short forms that all documents use for one thing only: initials that some document gives with the words ("Union of
 * Ferry Workers (UFW)"), and a title with a surname ("President Orlen") where one full name has the two.
 */
function shortFormsOf(list: readonly Entity[], identities: readonly (Identity | undefined)[]) {
  /** Short form → what it is short for → in how many documents. */
  const meant = new Map<string, Map<string, number>>()
  const add = (short: string, key: string) => {
    const keys = meant.get(short)
    if (keys) keys.set(key, (keys.get(key) ?? 0) + 1)
    else meant.set(short, new Map([[key, 1]]))
  }
  for (const [at, local] of list.entries()) {
    const key = identities[at]?.key
    if (!key) continue
    const family = familyOf(local.type)
    const words = keyWords(local.name)
    if (family === 'person' && words.length > 1)
      for (const title of titlesOf(local)) add(`${title} ${words.at(-1)}`, key)
    else if (family === 'body')
      for (const alias of local.aliases)
        if (isInitials(alias) && acronyms(words).includes(initials(alias))) add(`initials ${initials(alias)}`, key)
  }
  const only = (short: string): Identity | undefined => {
    const keys = [...(meant.get(short) ?? [])]
    const [key, times] = keys[0] ?? ['', 0]
    // initials that several documents explain alike mean the same in all
    return keys.length === 1
      ? { key, need: short.startsWith('initials ') && times > 1 ? 'name' : 'company' }
      : undefined
  }
  return (local: Entity, identity: Identity | undefined): Identity | undefined => {
    if (!isNamed(local) || local.listed !== undefined) return identity
    if (familyOf(local.type) === 'body' && isInitials(local.name)) {
      const long = only(`initials ${initials(local.name)}`)
      return long ? { key: long.key, need: identity?.need === 'name' ? 'name' : long.need } : identity
    }
    if (identity || local.type !== 'Person') return identity
    const surname = keyWords(local.name).at(-1)
    return titlesOf(local)
      .map((title) => only(`${title} ${surname}`))
      .find((found) => found !== undefined)
  }
}

const isInitials = (name: string): boolean => /^(?:\p{Lu}\.?){3,8}$/u.test(name)
const initials = (name: string): string => letters(keyWords(name))

/** Offices that a person is said to hold, by their last word: "minister". */
const titlesOf = ({ properties = [] }: Entity): string[] =>
  properties
    .filter(({ name }) => name === 'title')
    .map(({ value }) => value.toLowerCase())
    .filter((title) => isTitle(title) && !/^(?:former|ex-)|^(?:mr|mrs|ms|miss|dr|sir|lady|lord)\.?$/.test(title))

function surroundingsOf(list: readonly Entity[], dates: ReadonlyMap<string, string> | undefined): Surroundings {
  const company = new Company()
  const countries = new Map<string, Map<string, number>>()
  const keyOf = (local: Entity) => keyWords(local.name).join(' ')
  const say = (document: string, country: string, times: number) => {
    const said = countries.get(document)
    if (said) said.set(country, (said.get(country) ?? 0) + times)
    else countries.set(document, new Map([[country, times]]))
  }
  for (const local of list) {
    if (!isNamed(local)) continue
    const { document } = local.mentions[0]!
    company.add(document, keyOf(local), local.mentions.length)
    const country = local.type === 'Place' ? countryByName(local.name)?.name : undefined
    if (country) say(document, country, local.mentions.length)
    else for (const { name, value } of local.properties ?? []) if (name === 'country') say(document, value, 1)
  }
  return {
    company,
    keyOf,
    countryOf: (document) => onlyOne(countries.get(document)),
    dateOf: (document) => dates?.get(document),
  }
}

/** The one country that a document names, or names far more often than all others. */
function onlyOne(said: ReadonlyMap<string, number> | undefined): string | undefined {
  if (!said) return undefined
  let [best, most, all] = ['', 0, 0]
  for (const [country, times] of said) {
    all += times
    if (times > most) [best, most] = [country, times]
  }
  return said.size === 1 || (most >= 4 && most >= 0.75 * all) ? best : undefined
}

/** Properties kept of one entity. */
const mostProperties = 40

/** Some local entities as one thing. */
function merge(id: string, locals: readonly Entity[]): Entity {
  const mentions: MentionRef[] = []
  const properties = new Map<string, { readonly first: EntityProperty; times: number }>()
  for (const local of [...locals].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const mention of local.mentions) mentions.push(mention)
    for (const property of local.properties ?? []) {
      const key = `${property.name} ${property.value.toLowerCase()}`
      const known = properties.get(key)
      if (known) known.times++
      else properties.set(key, { first: property, times: 1 })
    }
  }
  mentions.sort((a, b) =>
    a.document === b.document ? a.start - b.start || a.end - b.end : a.document < b.document ? -1 : 1,
  )
  const { listed } = locals[0]!
  const said = [...properties.values()].sort((a, b) => b.times - a.times).slice(0, mostProperties)
  return {
    id,
    ...calledBy(locals),
    mentions,
    ...(listed !== undefined && { listed }),
    ...(said.length > 0 && { properties: said.map(({ first }) => first) }),
  }
}
