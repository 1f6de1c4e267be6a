/** Document → what the store and the output keep of it. Runs in this thread and in workers. */
import type { Document, Entity, Span, Statement } from '../model/index.ts'
import { extract } from '../pipeline.ts'
import { loadEngine } from './engine.ts'

/** Plain data, so that it passes between threads. */
export interface Analysis {
  readonly sentences: readonly Span[]
  /** With ids that hold within the document. */
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
}

export async function analyse(document: Document): Promise<Analysis> {
  const { sentences, entities, statements } = extract(document, await loadEngine())
  return { sentences: sentences.map(({ start, end }) => ({ start, end })), entities, statements }
}

/** The statements at or above a confidence, without links to those below. */
export function confident(statements: readonly Statement[], least: number): Statement[] {
  const kept = statements.filter(({ confidence }) => confidence >= least)
  const ids = new Set(kept.map(({ id }) => id))
  return kept.map((statement) => ({ ...statement, links: statement.links.filter((link) => ids.has(link.statement)) }))
}
