/**
 * Entities of many documents → which of them are one thing. Conservative: full names that are the same, of kinds that
 * agree. Blocking by the name keeps memory at one entry for each distinct name, whatever the number of entities.
 */
import { fold } from '../lexicon/fold.ts'
import { isCompanySuffix } from '../lexicon/organizations.ts'
import { countryByName } from '../lexicon/places.ts'
import { type Entity, type EntityType, type MentionRef, stableId } from '../model/index.ts'
import { familyOf, isGeneric, isNamed, keyWords } from './names.ts'

/**
 * What an entity shares with every other that is surely the same thing, as a key; undefined for one that no other
 * document can be tied to: a description ("the minister"), a bare surname, a name of unknown kind in one word, a name
 * that every country has ("Supreme Court").
 */
export function identityKey(entity: Entity): string | undefined {
  const { name, type } = entity
  if (!isNamed(entity)) return undefined
  if (name.includes('@')) return `mail ${fold(name)}`
  const family = familyOf(type)
  const country = family === 'person' ? undefined : countryByName(name)
  if (country) return `country ${country.name}`
  const words = keyWords(name)
  while (family === 'body' && words.length > 1 && isCompanySuffix(words.at(-1)!)) words.pop()
  if (words.length === 0) return undefined
  if (words.length < 2 && (family === 'person' || family === 'other')) return undefined
  if (family === 'body' && isGeneric(words)) return undefined
  return `${family === 'other' ? type : family} ${words.join(' ')}`
}

interface Merged {
  readonly id: string
  readonly types: Map<EntityType, number>
  /** How many mentions each spelling of the name has. */
  readonly names: Map<string, number>
  readonly mentions: MentionRef[]
}

/**
 * Which entity over all documents each local entity is, by local id: local entities that are one share one object,
 * those that are alone keep their own. The result does not depend on the order of the documents. Beside the map it
 * holds an entry for each distinct name, so that its memory grows with its result and its time with its input.
 */
export function resolveEntities(locals: Iterable<Entity>): Map<string, Entity> {
  const groups = new Map<string, Merged>()
  const keys = new Map<string, string>()
  const resolved = new Map<string, Entity>()
  for (const local of locals) {
    const key = identityKey(local)
    if (key === undefined) {
      resolved.set(local.id, local)
      continue
    }
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { id: stableId('e', key), types: new Map(), names: new Map(), mentions: [] }))
    keys.set(local.id, key)
    const weight = local.mentions.length
    add(group.types, local.type, weight)
    for (const alias of local.aliases) add(group.names, alias, alias === local.name ? weight : 0)
    for (const mention of local.mentions) group.mentions.push(mention)
  }
  const entities = new Map<string, Entity>()
  for (const [key, group] of groups) entities.set(key, show(group))
  for (const [id, key] of keys) resolved.set(id, entities.get(key)!)
  return resolved
}

function add<K>(counts: Map<K, number>, key: K, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}

/** The commonest spelling and type; of equals the longer, then the first of the alphabet. */
function show({ id, types, names, mentions }: Merged): Entity {
  const spellings = [...names]
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    .map(([name]) => name)
  const [[type]] = [...types].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)) as [[EntityType, number]]
  mentions.sort((a, b) =>
    a.document === b.document ? a.start - b.start || a.end - b.end : a.document < b.document ? -1 : 1,
  )
  return { id, name: spellings[0]!, type, aliases: spellings.slice(0, 50), mentions }
}
