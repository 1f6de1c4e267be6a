/**
 * What decisions are replayed on: what was extracted and resolved, before anybody decided anything. A store answers
 * from its tables, so that only the documents that decisions speak of are read.
 */
import type { Document, Entity, Span, Statement } from '../model/index.ts'

/** A document as it was analysed; entities and statements with the ids that hold within it. */
export interface GroundDocument {
  readonly document: Pick<Document, 'id' | 'uri' | 'text'>
  readonly sentences: readonly Span[]
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
}

/** An entity over all documents, without its mentions. */
export interface Resolved extends Omit<Entity, 'mentions'> {
  /** How many there are. */
  readonly mentions: number
}

export interface Ground {
  /** The URIs of all documents. */
  uris(): readonly string[]
  document(uri: string): GroundDocument | undefined
  /** An entity over all documents, by its id. */
  resolved(id: string): Resolved | undefined
  /** The id over all documents of an entity of one document. */
  resolvedId(local: string): string | undefined
  /** The entities of single documents that are one over all documents. */
  members(id: string): Iterable<Entity>
}
