/** Document → what a project keeps of it. Runs in this thread, in worker threads and in the browser. */
import type { Document, Entity, Span, Statement } from '../model/index.ts'
import { type Engine, extract } from '../pipeline.ts'

/** Plain data, so that it passes between threads. */
export interface Analysis {
  readonly sentences: readonly Span[]
  /** With ids that hold within the document. */
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
}

/** An analysis with its document. */
export interface Analysed extends Analysis {
  readonly document: Document
}

export function analyse(document: Document, engine: Engine): Analysis {
  const { sentences, entities, statements } = extract(document, engine)
  return { sentences: sentences.map(({ start, end }) => ({ start, end })), entities, statements }
}

/** The statements at or above a confidence, without links to those below. */
export function confident(statements: readonly Statement[], least: number): Statement[] {
  const kept = statements.filter(({ confidence }) => confidence >= least)
  const ids = new Set(kept.map(({ id }) => id))
  return kept.map((statement) => ({ ...statement, links: statement.links.filter((link) => ids.has(link.statement)) }))
}
