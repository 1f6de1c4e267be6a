import type { Entity, Outcome, Statement } from '../model/index.ts'

/** What a graph is built from: the statements' fillers point at the entities by their ids over all documents. */
export interface GraphInput {
  readonly name: string
  /** ISO 8601 time of the build. */
  readonly built?: string
  readonly statements: readonly Statement[]
  readonly entities: readonly Entity[]
  /** What came of requests, by statement ids. */
  readonly outcomes?: ReadonlyMap<string, Outcome>
}
