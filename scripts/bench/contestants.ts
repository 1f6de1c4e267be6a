/** Texts → what is measured on them: the stages of the engine, and compromise beside them. */
import nlp from 'compromise'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findFrames, loadPatterns, mend } from '../../src/frames/index.ts'
import { link } from '../../src/link/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import type { Document } from '../../src/model/index.ts'
import { qualify } from '../../src/qualify/index.ts'
import { segment } from '../../src/segment/index.ts'

export interface Contestants {
  /** Words of all texts. */
  readonly words: number
  readonly analyse: Readonly<Record<string, (text: string) => unknown>>
}

export async function contestantsOn(texts: readonly string[]): Promise<Contestants> {
  const annotator = await loadNodeAnnotator()
  const patterns = loadPatterns()
  /** Each text with what the stages before the frames make of it. */
  const prepared = new Map(
    texts.map((text, i) => {
      const document: Document = { id: `b${i}`, uri: `bench#${i}`, text, format: 'text' }
      const sentences = annotator.annotate(segment(document))
      const mentions = findMentions(document, sentences)
      return [text, { document, sentences, mentions, chains: resolve(document, sentences, mentions) }]
    }),
  )

  /** Mendings, frames, their qualities and the links between them, of text that is annotated already. */
  function statements(text: string) {
    const { document, sentences, mentions, chains } = prepared.get(text)!
    // copied, for trees are kept by sentence
    const fresh = mend(sentences.map((sentence) => ({ ...sentence })))
    const frames = qualify(document, fresh, mentions, findFrames(document, fresh, mentions, patterns))
    return link(document, fresh, mentions, chains, frames)
  }

  let words = 0
  for (const { sentences } of prepared.values()) for (const { tokens } of sentences) words += tokens.length
  return {
    words,
    analyse: {
      segment: (text) => segment({ text }),
      'segment and annotate': (text) => annotator.annotate(segment({ text })),
      'frames, qualities, links': statements,
      compromise: (text) => nlp(text).json(),
    },
  }
}
