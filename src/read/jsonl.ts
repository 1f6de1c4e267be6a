/** A line of JSONL, `{"text", "id"?, "date"?, "title"?}` → Document `FILE#id`; other fields are ignored. */
import { ReadError } from '../errors.ts'
import type { Document } from '../model/index.ts'
import { dateIn, datelineDate } from './dates.ts'
import { decode } from './decode.ts'
import { DocumentNames } from './names.ts'
import { makeDocument, oneLine, type Reader } from './reader.ts'
import { headline } from './title.ts'

/**
 * Reads the lines of one file, which must come in order from 1. For want of an `id` the document's name is the line's
 * `url`, its `file` or its number; a line that repeats a document to the letter is left out.
 */
export class JsonLines {
  private line = 0
  private readonly names: DocumentNames

  constructor(private readonly file: string) {
    this.names = new DocumentNames(file)
  }

  /** `undefined` for a blank line or a repetition. Throws `ReadError`. */
  read(line: string): Document | undefined {
    this.line++
    if (!line.trim()) return undefined
    const fields = this.parse(line)
    const text = fields['text']
    if (typeof text !== 'string') throw this.error('no field "text" that holds a string')
    const name = nameOf(fields) ?? String(this.line)
    const date = (typeof fields['date'] === 'string' && dateIn(fields['date'])) || datelineDate(text)
    const title = typeof fields['title'] === 'string' ? fields['title'] : headline(text)
    const uri = this.names.uri(name, text)
    return uri === undefined ? undefined : makeDocument(uri, { text, title, date, format: 'jsonl' })
  }

  private parse(line: string): Record<string, unknown> {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      throw this.error(`no valid JSON (${(error as Error).message})`)
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw this.error('no JSON object')
    return value as Record<string, unknown>
  }

  error(reason: string): ReadError {
    return new ReadError(
      `${this.file}#${this.line}`,
      reason,
      'Give each line one JSON object with a field "text"; "id", "date" and "title" are optional.',
    )
  }
}

function nameOf(fields: Record<string, unknown>): string | undefined {
  for (const key of ['id', 'url', 'file']) {
    const value = fields[key]
    if ((typeof value === 'string' && value.trim()) || typeof value === 'number') return oneLine(String(value))
  }
  return undefined
}

export const jsonlReader: Reader = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  async read(bytes, uri, onError) {
    const lines = new JsonLines(uri)
    const documents: Document[] = []
    for (const line of decode(bytes).text.split('\n')) {
      try {
        const document = lines.read(line)
        if (document) documents.push(document)
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        onError(error)
      }
    }
    return documents
  },
}
