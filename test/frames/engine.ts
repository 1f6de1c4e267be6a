/** Text → the stages up to mentions, with the real engine. For the tests of patterns. */
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import { mend } from '../../src/frames/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import type { Document, Mention, Sentence } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

const annotator = loadNodeAnnotator()

export interface Annotated {
  readonly document: Document
  readonly sentences: Sentence[]
  readonly mentions: Mention[]
}

/** @param mail the text is the body of an e-mail */
export async function annotate(text: string, mail = false): Promise<Annotated> {
  const document: Document = {
    id: 'd',
    uri: 'test',
    text,
    format: mail ? 'email' : 'text',
    ...(mail && {
      mail: { from: [{ address: 'ana@port.example' }], to: [{ address: 'bo@dock.example' }], cc: [], bodyStart: 0 },
    }),
  }
  const sentences = mend((await annotator).annotate(segment(document)))
  return { document, sentences, mentions: findMentions(document, sentences) }
}
