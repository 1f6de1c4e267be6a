/**
 * Two projects, or one and a day → what is new. Statements are compared by what they say and in which sentence, not by their
 * ids, which change with every word that is put before them.
 */
import type { DocumentInfo, Statement } from '../model/index.ts'

/** Ids of the statements that were not there before; a sentence that says it once more says something new. */
export function freshStatements(now: Iterable<Statement>, before: Iterable<Statement>): string[] {
  const known = new Map<string, number>()
  for (const statement of before) known.set(saying(statement), (known.get(saying(statement)) ?? 0) + 1)
  const fresh: string[] = []
  for (const statement of now) {
    const left = known.get(saying(statement)) ?? 0
    if (left > 0) known.set(saying(statement), left - 1)
    else fresh.push(statement.id)
  }
  return fresh
}

/** Ids of the statements of documents that are dated on a day or later; a document without a date is not new. */
export function statementsSince(
  { statements, documents }: { statements: Iterable<Statement>; documents: readonly DocumentInfo[] },
  day: string,
): string[] {
  const late = new Set(documents.filter(({ date }) => date !== undefined && date >= day).map(({ uri }) => uri))
  const fresh: string[] = []
  for (const { id, evidence } of statements) if (late.has(evidence.document)) fresh.push(id)
  return fresh
}

function saying({ evidence, kind, relation, predicate, roles, polarity, factuality }: Statement): string {
  const parties = Object.entries(roles)
    .map(([role, fillers]) => `${role} ${fillers.map(({ text }) => text).join('|')}`)
    .sort()
  const place = predicate.start - evidence.sentence.start
  return JSON.stringify([
    evidence.document,
    evidence.sentence.text,
    place,
    kind,
    relation,
    polarity,
    factuality,
    parties,
  ])
}
