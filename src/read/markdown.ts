/** Markdown → Document: its text without the front matter, which gives title and date. */
import { parse } from 'yaml'
import { dateIn, datelineDate } from './dates.ts'
import { decode } from './decode.ts'
import { contentOf, makeDocument, type Reader } from './reader.ts'
import { headline } from './title.ts'

export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  async read(bytes, uri) {
    const content = contentOf(decode(bytes))
    const { matter, text } = splitFrontMatter(content.text)
    const fields = frontMatter(matter)
    const title = fields.get('title') ?? headline(text)
    const written = fields.get('date') ?? fields.get('published') ?? fields.get('pubdate')
    const date = (written && dateIn(written)) ?? datelineDate(text)
    return [makeDocument(uri, { ...content, text, title, date, format: 'markdown' })]
  },
}

/** Where it opens with a line `---`: what stands before the next such line, and what after it. */
function splitFrontMatter(text: string): { matter: string; text: string } {
  const opening = /^---[ \t]*\r?\n/.exec(text)
  if (!opening) return { matter: '', text }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (!end) return { matter: '', text }
  return { matter: text.slice(opening[0].length, end.index), text: text.slice(end.index + end[0].length) }
}

/** Its plain fields, names in lower case. Front matter that is no YAML gives none: the text matters more. */
function frontMatter(matter: string): Map<string, string> {
  const fields = new Map<string, string>()
  let parsed: unknown
  try {
    parsed =
      matter.length < 1 << 16 ? parse(matter, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'silent' }) : null
  } catch {
    return fields
  }
  if (parsed === null || typeof parsed !== 'object') return fields
  for (const [name, value] of Object.entries(parsed))
    if (typeof value === 'string' && value.trim()) fields.set(name.toLowerCase(), value)
  return fields
}
