import type { Chain, Document, Mention, Sentence } from '../model/index.ts'

/** Ties the mentions of one document that stand for the same thing. Every mention is in exactly one chain. */
export function resolve(_document: Document, _sentences: readonly Sentence[], _mentions: readonly Mention[]): Chain[] {
  throw new Error('not written yet')
}
