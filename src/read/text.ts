/** Plain text → Document: the decoded text, nothing removed. */
import type { Document } from '../model/index.ts'
import { datelineDate } from './dates.ts'
import { decode } from './decode.ts'
import { type Content, contentOf, makeDocument, type Reader } from './reader.ts'
import { headline } from './title.ts'

export const textReader: Reader = {
  name: 'text',
  extensions: ['.txt', '.text'],
  async read(bytes, uri) {
    return [textDocument(uri, contentOf(decode(bytes)))]
  },
}

/** A text as a document. A title and a date (ISO 8601) that somebody gave count for more than those in the text. */
export function textDocument(uri: string, content: Pick<Content, 'text' | 'title' | 'date' | 'replaced'>): Document {
  const { text, title, date } = content
  return makeDocument(uri, {
    ...content,
    title: title || headline(text),
    date: date || datelineDate(text),
    format: 'text',
  })
}
