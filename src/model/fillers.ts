/** A statement ↔ all that fills its roles, and whoever reports it. */
import type { Filler, Roles, Statement } from './statement.ts'

export const fillersOf = ({ roles, source }: Pick<Statement, 'roles' | 'source'>): Filler[] => [
  ...Object.values(roles).flat(),
  ...source,
]

/** The same statement with other fillers in their places. */
export function mapFillers(statement: Statement, map: (filler: Filler) => Filler): Statement {
  const roles = Object.entries(statement.roles).map(([role, fillers]) => [role, fillers.map(map)])
  return { ...statement, roles: Object.fromEntries(roles) as Roles<Filler>, source: statement.source.map(map) }
}
