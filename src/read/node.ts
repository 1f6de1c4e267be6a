/** Paths of files and folders → Documents, one after the other, in an order that the same files always give. */
import { createReadStream } from 'node:fs'
import { type FileHandle, lstat, open, readdir, stat } from 'node:fs/promises'
import { ReadError } from '../errors.ts'
import type { Document } from '../model/index.ts'
import { decode } from './decode.ts'
import { largestFile, noReader, readDocument, readerOf, tooLarge } from './index.ts'
import { JsonLines, jsonlReader } from './jsonl.ts'

/**
 * Hears of what was not read. `failed`: it should have been; else it was passed over, such as an image in a folder.
 */
export type OnSkip = (error: ReadError, failed: boolean) => void

/**
 * Reads files, and folders with all that is below them, names in order of their UTF-16 units; hidden files and
 * project files are passed over in silence. Links within a folder are not followed, so that nothing outside it is read and no loop can occur.
 * Nothing here throws: what cannot be read goes to `onSkip`, and the rest goes on.
 */
export async function* readSources(paths: readonly string[], onSkip: OnSkip): AsyncGenerator<Document> {
  const seen = new Set<string>()
  for (const path of paths)
    for await (const file of walk(path, onSkip, true)) {
      if (seen.has(file)) continue
      seen.add(file)
      yield* readFile(file, onSkip)
    }
}

/** The files of a source. Separators are `/` on every system, so that a document keeps its id. */
async function* walk(path: string, onSkip: OnSkip, named: boolean): AsyncGenerator<string> {
  try {
    const kind = named ? await stat(path) : await lstat(path)
    if (kind.isDirectory()) yield* walkFolder(path, onSkip)
    else if (kind.isSymbolicLink())
      onSkip(new ReadError(path, 'a symbolic link', 'Name it, or what it points to, as a source.'), false)
    else if (!kind.isFile()) onSkip(new ReadError(path, 'no regular file', 'Leave it out.'), named)
    else if (!named && !readerOf(path)) onSkip(noReader(path), false)
    else yield path
  } catch (error) {
    onSkip(systemError(path, error), true)
  }
}

/** Projects that were built beside their sources, and what SQLite keeps beside them. */
const projectFile = /\.demarche(?:-\w+)?$/

async function* walkFolder(folder: string, onSkip: OnSkip): AsyncGenerator<string> {
  const names = await readdir(folder)
  for (const name of names.sort())
    if (!name.startsWith('.') && !projectFile.test(name))
      yield* walk(`${folder.replace(/[/\\]+$/, '')}/${name}`, onSkip, false)
}

async function* readFile(path: string, onSkip: OnSkip): AsyncGenerator<Document> {
  try {
    if (readerOf(path) === jsonlReader) return yield* readLines(path, onSkip)
    const bytes = await readWhole(path)
    yield* await readDocument(bytes, path, (error) => onSkip(error, true))
  } catch (error) {
    onSkip(error instanceof ReadError ? error : systemError(path, error), true)
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { size } = await file.stat()
    if (size > largestFile) throw tooLarge(path, size)
    return await file.readFile()
  } finally {
    await file?.close()
  }
}

/** Longest line of a JSONL file, in bytes. */
const longestLine = 64 * 2 ** 20

async function* readLines(path: string, onSkip: OnSkip): AsyncGenerator<Document> {
  const lines = new JsonLines(path)
  for await (const bytes of linesOf(path)) {
    try {
      const document = lines.read(bytes ? decode(bytes).text : '')
      if (!bytes) throw lines.error(`a line of more than ${longestLine / 2 ** 20} MB`)
      if (document) yield document
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      onSkip(error, true)
    }
  }
}

/** The lines of a file as bytes, without their line feeds; `undefined` for one that is too long. */
async function* linesOf(path: string): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = () => {
    const line = length > longestLine ? undefined : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  const keep = (part: Uint8Array) => {
    length += part.length
    if (length > longestLine) parts = []
    else parts.push(part)
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end))
      yield take()
      from = end + 1
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield take()
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder',
  EMFILE: 'too many open files',
  EIO: 'the disk reports an error',
}

function systemError(path: string, error: unknown): ReadError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && path.includes('\ufffd'))
    return new ReadError(path, 'its name is not UTF-8', 'Rename it.', { cause: error })
  const reason = (code && reasons[code]) || message
  return new ReadError(path, reason, 'Check the path and its permissions.', { cause: error })
}
