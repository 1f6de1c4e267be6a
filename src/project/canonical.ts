/** A statement with the entity ids of its document → the same with those over all documents. */
import type { EntityRef, Filler, Role, Roles, Statement } from '../model/index.ts'

/** `find` gives the entity that a local id stands for; a filler whose entity somebody deleted is but words. */
export function canonicalStatement(statement: Statement, find: (local: string) => EntityRef | undefined): Statement {
  const canonical = (filler: Filler): Filler => {
    const { entity, ...words } = filler
    const found = entity && find(entity.id)
    return found ? { ...words, entity: { id: found.id, name: found.name, type: found.type } } : words
  }
  const roles: Partial<Record<Role, readonly Filler[]>> = {}
  for (const [role, fillers] of Object.entries(statement.roles)) roles[role as Role] = fillers.map(canonical)
  return { ...statement, roles: roles as Roles<Filler>, source: statement.source.map(canonical) }
}

/** The ids of the entities in a statement, once each. */
export function entitiesNamed({ roles, source }: Statement): Set<string> {
  const fillers = [...Object.values(roles).flat(), ...source]
  return new Set(fillers.flatMap(({ entity }) => (entity ? [entity.id] : [])))
}
