import type { Document, Frame, Mention, QualifiedFrame, Sentence } from '../model/index.ts'

/** Adds polarity, factuality, source, time and confidence, and the roles that only the document gives (an e-mail's sender). */
export function qualify(
  _document: Document,
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
  _frames: readonly Frame[],
): QualifiedFrame[] {
  throw new Error('not written yet')
}
