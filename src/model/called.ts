/** Entities that are one thing → what it is called. */
import type { Entity, EntityType } from './entity.ts'

/** Names kept of one thing. */
export const mostAliases = 50

/**
 * The commonest spelling and type, by mentions; of equal spellings the longer, then the first of the alphabet. Whatever
 * makes one thing of several, a build or a decision, must call it the same. Empty, and a `Thing`, where there are none.
 */
export function calledBy(parts: readonly Entity[]): Pick<Entity, 'name' | 'type' | 'aliases'> {
  const names = new Map<string, number>()
  const types = new Map<EntityType, number>()
  for (const { name, type, aliases, mentions } of parts) {
    types.set(type, (types.get(type) ?? 0) + mentions.length)
    for (const alias of aliases) names.set(alias, (names.get(alias) ?? 0) + (alias === name ? mentions.length : 0))
  }
  const spellings = [...names]
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
    .map(([name]) => name)
  const [type] = [...types].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([one]) => one)
  return { name: spellings[0] ?? '', type: type ?? 'Thing', aliases: spellings.slice(0, mostAliases) }
}
