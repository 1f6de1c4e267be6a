/** Plain text → Document: the decoded text, nothing removed. */
import { datelineDate } from './dates.ts'
import { decode } from './decode.ts'
import { contentOf, makeDocument, type Reader } from './reader.ts'
import { headline } from './title.ts'

export const textReader: Reader = {
  name: 'text',
  extensions: ['.txt', '.text'],
  async read(bytes, uri) {
    const content = contentOf(decode(bytes))
    const { text } = content
    return [makeDocument(uri, { ...content, title: headline(text), date: datelineDate(text), format: 'text' })]
  },
}
