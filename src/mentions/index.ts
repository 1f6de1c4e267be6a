import type { Document, Mention, Sentence } from '../model/index.ts'

/** Finds the places where entities are named, described or referred to. */
export function findMentions(_document: Document, _sentences: readonly Sentence[]): Mention[] {
  throw new Error('not written yet')
}
