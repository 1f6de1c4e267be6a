import type { Document, SegmentedSentence } from '../model/index.ts'

/** Splits a document into sentences and words by the conventions of Universal Dependencies. */
export function segment(_document: Document): SegmentedSentence[] {
  throw new Error('not written yet')
}
