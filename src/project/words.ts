/** Statement → the words by which an index finds it. */
import { fillersOf, type Statement } from '../model/index.ts'

/** Its sentence, its relation and what fills its roles; a line each, so that no phrase runs over their ends. */
export function statementWords(statement: Statement): string {
  const { relation, predicate, evidence } = statement
  const quoted = [predicate, ...fillersOf(statement)].map(({ text }) => text)
  return [evidence.sentence.text, relation, predicate.lemma, ...quoted].join(' \n ')
}
