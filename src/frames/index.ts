import type { Document, Frame, Mention, Sentence } from '../model/index.ts'

/** The compiled patterns. */
export interface Patterns {
  readonly ids: readonly string[]
}

/** Compiles the pattern files that lie in `patterns/`. */
export function loadPatterns(): Patterns {
  throw new Error('not written yet')
}

/** Finds the instances of the patterns' frames in a document. */
export function findFrames(
  _document: Document,
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
  _patterns: Patterns,
): Frame[] {
  throw new Error('not written yet')
}
