/**
 * Entities of many documents → which of them are one thing. Conservative: full names that are the same, of kinds that
 * agree. Blocking by the name keeps memory at one entry for each distinct name, whatever the number of entities.
 */
import { fold } from '../lexicon/fold.ts'
import { isCompanySuffix } from '../lexicon/organizations.ts'
import { countryByName } from '../lexicon/places.ts'
import { type Entity, type EntityType, stableId } from '../model/index.ts'

type Family = 'person' | 'body' | 'place' | 'other'

const families: Readonly<Record<EntityType, Family>> = {
  Person: 'person',
  Group: 'other',
  Organization: 'body',
  Company: 'body',
  PublicBody: 'body',
  PoliticalParty: 'body',
  Place: 'place',
  Work: 'other',
  Law: 'other',
  Event: 'other',
  Document: 'other',
  Thing: 'other',
}

/**
 * What an entity shares with every other that is surely the same thing, as a key; undefined for one that no other
 * document can be tied to: a description ("the minister"), a bare surname, a name of unknown kind in one word.
 */
export function identityKey({ name, type, mentions }: Entity): string | undefined {
  if (!mentions.some(({ kind }) => kind === 'NAM')) return undefined
  if (name.includes('@')) return `mail ${fold(name)}`
  const family = families[type]
  const words = fold(name)
    .replace(/^the /, '')
    .replace(/[.,"“”()]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  while (family === 'body' && words.length > 1 && isCompanySuffix(words.at(-1)!)) words.pop()
  if (words.length === 0) return undefined
  const country = family === 'person' ? undefined : countryByName(name)
  if (country) return `country ${country.name}`
  if (words.length < 2 && (family === 'person' || family === 'other')) return undefined
  return `${family === 'other' ? type : family} ${words.join(' ')}`
}

interface Merged {
  readonly id: string
  readonly types: Map<EntityType, number>
  /** How many mentions each spelling of the name has. */
  readonly names: Map<string, number>
}

/**
 * Which entity over all documents each local entity is, by local id; entities that are alone keep their own id. The
 * result does not depend on the order of the documents. It holds an entry for each local entity, with the names and
 * the type of the merged one and the local one's own mentions, so that the mentions are not copied.
 */
export function resolveEntities(locals: Iterable<Entity>): Map<string, Entity> {
  const merged = new Map<string, Merged>()
  const list: [Entity, string | undefined][] = []
  for (const local of locals) {
    const key = identityKey(local)
    list.push([local, key])
    if (key === undefined) continue
    let group = merged.get(key)
    if (!group) merged.set(key, (group = { id: stableId('e', key), types: new Map(), names: new Map() }))
    const weight = local.mentions.length
    group.types.set(local.type, (group.types.get(local.type) ?? 0) + weight)
    for (const alias of local.aliases)
      group.names.set(alias, (group.names.get(alias) ?? 0) + (alias === local.name ? weight : 0))
  }
  const shown = new Map<string, Omit<Entity, 'mentions'>>()
  const resolved = new Map<string, Entity>()
  for (const [local, key] of list) {
    if (key === undefined) {
      resolved.set(local.id, local)
      continue
    }
    let entity = shown.get(key)
    if (!entity) shown.set(key, (entity = show(merged.get(key)!)))
    resolved.set(local.id, { ...entity, mentions: local.mentions })
  }
  return resolved
}

/** The commonest spelling and type; of equals the longer, then the first of the alphabet. */
function show({ id, types, names }: Merged): Omit<Entity, 'mentions'> {
  const spellings = [...names]
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    .map(([name]) => name)
  const [[type]] = [...types].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)) as [[EntityType, number]]
  return { id, name: spellings[0]!, type, aliases: spellings.slice(0, 50) }
}
