/** What somebody typed → the words that are looked for; hits of each kind → a fair share of each. */
import type { Statement } from '../model/index.ts'

/** The words of a search, of 500 characters at most; of the last perhaps only its beginning is typed. */
export const wordsSought = (text: string): readonly string[] => text.slice(0, 500).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

export interface Hits<Key> {
  readonly entities: readonly Key[]
  readonly statements: readonly Key[]
  readonly sentences: readonly Key[]
}

/** A third of `limit` for each kind; what one kind leaves over goes to the others. */
export function shares<Key>(limit: number, hits: Hits<Key>): Hits<Key> {
  const third = Math.ceil(limit / 3)
  const sentences = Math.max(
    third,
    limit - Math.min(hits.entities.length, third) - Math.min(hits.statements.length, third),
  )
  const last = Math.min(hits.sentences.length, sentences)
  const middle = Math.min(hits.statements.length, Math.max(third, limit - Math.min(hits.entities.length, third) - last))
  const first = Math.min(hits.entities.length, Math.max(0, limit - middle - last))
  return {
    entities: hits.entities.slice(0, first),
    statements: hits.statements.slice(0, middle),
    sentences: hits.sentences.slice(0, limit - first - middle),
  }
}

/** The words by which a statement is found. */
export function statementWords({ relation, predicate, roles, source }: Statement): string {
  return [relation, ...[predicate, ...Object.values(roles).flat(), ...source].map(({ text }) => text)].join(' ')
}
