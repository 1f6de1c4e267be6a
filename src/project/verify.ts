/** Statement and its document → proof that every quotation stands where it says. */
import { DemarcheError } from '../errors.ts'
import type { Document, Span, Statement } from '../model/index.ts'

/** Throws `DemarcheError` unless `text.slice(start, end)` is the quoted words for each span of the statement. */
export function verify(document: Document, statement: Statement): void {
  const { predicate, roles, source, time, evidence } = statement
  const quotations: (Span & { readonly text: string })[] = [predicate, evidence.sentence, ...source]
  for (const fillers of Object.values(roles)) quotations.push(...fillers)
  if (time) quotations.push(time)
  for (const { start, end, text } of quotations)
    if (start >= end || document.text.slice(start, end) !== text)
      throw new DemarcheError(
        `${document.uri}: ${JSON.stringify(text)} does not stand at ${start}–${end} (statement ${statement.id}, ${statement.foundBy})`,
        'A fault of Demarche: please report it with the document.',
      )
}
