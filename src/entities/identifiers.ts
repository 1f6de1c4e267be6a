/** Entities and a list of things with identifiers → the entities with the identifier of the one thing that fits. */
import { NameList } from '../lexicon/listed.ts'
import type { Entity, EntityProperty, ListedName } from '../model/index.ts'
import { familyOf, isNamed, keyWords } from './names.ts'

/**
 * `resolved`: each local id → its entity. An entity gets an identifier where one thing of the list has its name and is
 * of its kind, and no other entity fits that thing; a person only by a name of more than one word. Else it has none.
 */
export function identified(
  resolved: ReadonlyMap<string, Entity>,
  identifiers: readonly ListedName[],
): Map<string, Entity> {
  const list = new NameList(identifiers)
  const fitting = new Map<string, Set<Entity>>()
  for (const entity of new Set(resolved.values())) {
    const entry = fits(entity, list)
    if (entry) fitting.set(entry.id, (fitting.get(entry.id) ?? new Set()).add(entity))
  }
  const better = new Map<Entity, Entity>()
  for (const [value, entities] of fitting) {
    const [entity, ...others] = entities
    if (others.length > 0) continue
    const id: EntityProperty = { name: 'id', value, document: '', start: 0, end: 0 }
    better.set(entity!, { ...entity!, properties: [id, ...(entity!.properties ?? [])] })
  }
  return new Map([...resolved].map(([local, entity]) => [local, better.get(entity) ?? entity]))
}

function fits(entity: Entity, list: NameList): ListedName | undefined {
  if (!isNamed(entity)) return undefined
  const family = familyOf(entity.type)
  const found = new Map<string, ListedName>()
  for (const name of [entity.name, ...entity.aliases]) {
    if (family === 'person' && keyWords(name).length < 2) continue
    const entry = list.find(name)
    if (entry) found.set(entry.id, entry)
  }
  const [entry, ...others] = found.values()
  return entry?.type && others.length === 0 && familyOf(entry.type) === family ? entry : undefined
}
