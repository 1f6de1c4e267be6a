/** What a reader of one format is: bytes of a file → documents. */
import type { ReadError } from '../errors.ts'
import type { Document, MailHeaders } from '../model/index.ts'
import { documentId } from '../model/index.ts'
import type { Decoded } from './decode.ts'

/** One format: add a file like `text.ts`, then its name to the list in `index.ts`. */
export interface Reader {
  /** What `Document.format` says. */
  readonly name: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /**
   * Throws `ReadError` for a file that cannot be read. Where a file holds several documents, one that cannot be read
   * goes to `onError`, and the rest goes on.
   */
  read(bytes: Uint8Array, uri: string, onError: (error: ReadError) => void): Promise<Document[]>
}

/** What a reader knows of a document beside its URI. */
export interface Content {
  readonly text: string
  readonly title?: string | undefined
  readonly date?: string | undefined
  readonly format: string
  readonly mail?: MailHeaders
  readonly replaced?: number
}

/**
 * A document with its id, and with none but whole characters: a lone surrogate, which no file can hold as UTF-8,
 * becomes U+FFFD, so that what is stored is what the offsets point into.
 */
export function makeDocument(uri: string, content: Content): Document {
  const text = wellFormed(content.text)
  const title = content.title && wellFormed(oneLine(content.title)).slice(0, 500)
  const replaced = (content.replaced ?? 0) + countChanges(content.text, text)
  return {
    id: documentId(uri),
    uri,
    text,
    ...(title ? { title } : {}),
    ...(content.date ? { date: content.date } : {}),
    format: content.format,
    ...(content.mail ? { mail: content.mail } : {}),
    ...(replaced ? { replaced } : {}),
  }
}

/** The text of a decoded file as the beginning of a document's content. */
export const contentOf = (decoded: Decoded): { text: string; replaced: number } => ({
  text: decoded.text,
  replaced: decoded.replaced,
})

/** With white space and control characters, line ends among them, as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

function countChanges(before: string, after: string): number {
  if (before === after) return 0
  let changes = 0
  for (let i = 0; i < before.length; i++) if (before.charCodeAt(i) !== after.charCodeAt(i)) changes++
  return changes
}
