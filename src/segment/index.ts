/** Document → sentences and words, by the conventions of Universal Dependencies for English. */
import type { Document, SegmentedSentence } from '../model/index.ts'
import { findBlocks } from './blocks.ts'
import { sentenceEnds } from './boundaries.ts'
import { cutLabels } from './labels.ts'
import { splitWords } from './words.ts'

export { tokenize } from './words.ts'

/**
 * Splits a document into sentences and words. Every character of the text that is no white space is in exactly one
 * word, so that words and the gaps between them rebuild it; `form` is `text.slice(start, end)`. It throws for no text
 * and takes linear time.
 */
export function segment(document: Pick<Document, 'text' | 'mail' | 'title'>): SegmentedSentence[] {
  const { text } = document
  const sentences: SegmentedSentence[] = []
  for (const [paragraph, block] of cutLabels(text, findBlocks(document)).entries()) {
    const words = splitWords(text, block.start, block.end)
    let first = 0
    for (const end of sentenceEnds(words)) {
      const own = words.slice(first, end)
      sentences.push({
        index: sentences.length,
        paragraph,
        heading: block.heading,
        start: own[0]!.start,
        end: own[own.length - 1]!.end,
        words: own,
      })
      first = end
    }
  }
  return sentences
}
