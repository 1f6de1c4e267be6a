/**
 * A mailbox (mbox, RFC 4155) → Documents `FILE#message-id`, one a message, or `FILE#n` for the nth without an id. A
 * message begins with a line `From …` at the top or after an empty line; `>From` at the start of a line is unquoted.
 */
import { ReadError } from '../errors.ts'
import { type Document, documentId } from '../model/index.ts'
import { readMessage } from './email.ts'
import { DocumentNames } from './names.ts'
import { oneLine, type Reader } from './reader.ts'

export const mailboxReader: Reader = {
  name: 'mailbox',
  extensions: ['.mbox', '.mbx'],
  async read(bytes, uri, onError) {
    const names = new DocumentNames(uri)
    const documents: Document[] = []
    let number = 0
    for (const message of messages(bytes)) {
      number++
      try {
        const document = await readMessage(message, `${uri}#${number}`)
        const own = names.uri(messageId(message) ?? String(number), document.text)
        if (own) documents.push({ ...document, id: documentId(own), uri: own })
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        onError(error)
      }
    }
    if (number === 0) throw new ReadError(uri, 'no mailbox: no line begins with "From "', 'Name a single e-mail .eml.')
    return documents
  },
}

const newline = 10
const carriageReturn = 13
const from = [...'From '].map((character) => character.charCodeAt(0))

const startsWith = (bytes: Uint8Array, at: number, word: readonly number[]): boolean =>
  word.every((byte, i) => bytes[at + i] === byte)

/** The messages one by one, without their `From` lines. */
function* messages(bytes: Uint8Array): Generator<Uint8Array> {
  let start = -1
  let afterEmpty = true
  for (let line = 0; line < bytes.length; ) {
    const end = bytes.indexOf(newline, line)
    const next = end < 0 ? bytes.length : end + 1
    if (afterEmpty && startsWith(bytes, line, from)) {
      if (start >= 0) yield unquoted(bytes.subarray(start, line))
      start = next
    }
    afterEmpty = bytes[line] === newline || (bytes[line] === carriageReturn && bytes[line + 1] === newline)
    line = next
  }
  if (start >= 0) yield unquoted(bytes.subarray(start))
}

/** `>From` → `From`, `>>From` → `>From` at the start of a line. */
function unquoted(message: Uint8Array): Uint8Array {
  const quote = '>'.charCodeAt(0)
  const kept = new Uint8Array(message.length)
  let length = 0
  for (let line = 0; line < message.length; ) {
    const end = message.indexOf(newline, line)
    const next = end < 0 ? message.length : end + 1
    let text = line
    while (message[text] === quote) text++
    const taken = message.subarray(text > line && startsWith(message, text, from) ? line + 1 : line, next)
    kept.set(taken, length)
    length += taken.length
    line = next
  }
  return kept.subarray(0, length)
}

/** Of the first header block, where it has one. */
function messageId(message: Uint8Array): string | undefined {
  const [head] = new TextDecoder().decode(message.subarray(0, 1 << 16)).split(/\r?\n\r?\n/, 1)
  const id = /^message-id:\s*<([^>]+)>/im.exec(head!)?.[1]
  return id && (oneLine(id) || undefined)
}
