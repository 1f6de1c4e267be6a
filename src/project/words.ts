/** Statement → the words by which an index finds it. */
import type { Statement } from '../model/index.ts'

/** Its sentence, its relation and what fills its roles; a line each, so that no phrase runs over their ends. */
export function statementWords({ relation, predicate, roles, source, evidence }: Statement): string {
  const quoted = [predicate, ...Object.values(roles).flat(), ...source].map(({ text }) => text)
  return [evidence.sentence.text, relation, predicate.lemma, ...quoted].join(' \n ')
}
