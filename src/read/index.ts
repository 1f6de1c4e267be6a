/** Bytes of a file → Documents, by the reader of its extension. Runs in Node and in the browser. */
import { ReadError } from '../errors.ts'
import type { Document } from '../model/index.ts'
import { emailReader } from './email.ts'
import { htmlReader } from './html.ts'
import { jsonlReader } from './jsonl.ts'
import { mailboxReader } from './mailbox.ts'
import { markdownReader } from './markdown.ts'
import type { Reader } from './reader.ts'
import { textReader } from './text.ts'

export type { Reader } from './reader.ts'
export { textDocument } from './text.ts'

/** Every format that can be read: to add one, write a file like `text.ts` and name it here. */
export const readers: readonly Reader[] = [
  textReader,
  markdownReader,
  htmlReader,
  emailReader,
  mailboxReader,
  jsonlReader,
]

/** Largest file read as a whole, in bytes. JSONL on disk is read line by line, and has no limit but a line's. */
export const largestFile = 256 * 2 ** 20

/** The reader of a file's name, by its extension in any case. */
export function readerOf(uri: string): Reader | undefined {
  const extension = extensionOf(uri)
  return readers.find((reader) => reader.extensions.includes(extension))
}

/** `.txt` of `a/b.TXT`; empty for a name without one. */
export function extensionOf(uri: string): string {
  return /\.[^./\\]*$/.exec(uri)?.[0].toLowerCase() ?? ''
}

/**
 * Reads the documents of one file. Throws `ReadError` for what cannot be read: no reader, too large, damaged. A bad
 * document among several goes to `onError` alone.
 */
export async function readDocument(
  bytes: Uint8Array,
  uri: string,
  onError: (error: ReadError) => void = () => {},
): Promise<Document[]> {
  const reader = readerOf(uri)
  if (!reader) throw noReader(uri)
  if (bytes.length > largestFile) throw tooLarge(uri, bytes.length)
  try {
    return await reader.read(bytes, uri, onError)
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError(uri, `cannot be read as ${reader.name} (${(error as Error).message})`, 'Leave it out.', {
      cause: error,
    })
  }
}

export function noReader(uri: string): ReadError {
  const known = readers.flatMap((reader) => reader.extensions).join(' ')
  return new ReadError(
    uri,
    `no reader for ${extensionOf(uri) || 'a name without an extension'}`,
    `Readers exist for ${known}.`,
  )
}

export function tooLarge(uri: string, bytes: number): ReadError {
  const reason = `too large: ${Math.round(bytes / 2 ** 20)} MB, read are ${largestFile / 2 ** 20} MB at most`
  return new ReadError(uri, reason, 'Split it, or give its parts as lines of a JSONL file.')
}
