/** A statement with the entity ids of its document → the same with those over all documents. */
import { type EntityRef, fillersOf, mapFillers, type Statement } from '../model/index.ts'

/** `find` gives the entity that a local id stands for; a filler whose entity somebody deleted is but words. */
export function canonicalStatement(statement: Statement, find: (local: string) => EntityRef | undefined): Statement {
  return mapFillers(statement, ({ entity, ...words }) => {
    const found = entity && find(entity.id)
    return found ? { ...words, entity: { id: found.id, name: found.name, type: found.type } } : words
  })
}

/** The ids of the entities in a statement, once each. */
export const entitiesNamed = (statement: Statement): Set<string> =>
  new Set(fillersOf(statement).flatMap(({ entity }) => (entity ? [entity.id] : [])))
