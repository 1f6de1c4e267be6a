/** What happened on the way → lines on standard error: what failed, where, and what to do. */
import pico from 'picocolors'
import { DemarcheError, type ReadError, UsageError } from '../errors.ts'
import type { Document } from '../model/index.ts'

const color = pico.createColors(pico.isColorSupported && process.stderr.isTTY)

export const exitStatus = (error: unknown): number => (error instanceof UsageError ? 2 : 1)

/** Names that a file system allows may hold what a terminal obeys, so control characters are shown as `\x1b`. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`))
}

/** "1 document", "2 documents", "2 entities". */
export function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`
}

export function note(message: string): void {
  process.stderr.write(`${color.dim('demarche:')} ${visible(message)}\n`)
}

export function printError(error: unknown): void {
  if (error instanceof DemarcheError) {
    process.stderr.write(
      `${color.red('demarche:')} ${visible(error.message)}\n          ${color.dim(visible(error.remedy))}\n`,
    )
  } else {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    process.stderr.write(`${color.red('demarche:')} ${visible(process.env['DEBUG'] ? (stack ?? message) : message)}\n`)
    process.stderr.write(`          ${color.dim('A fault of Demarche: please report it, with what DEBUG=1 prints.')}\n`)
  }
}

/** How many of the files that a folder holds beside documents are named one by one. */
const namedAtMost = 10

/** Counts and prints what was not read or not analysed. */
export class Report {
  failed = 0
  private passedOver = 0

  /** `failed`: it should have been read; else it was passed over, such as an image in a folder. */
  readonly skip = (error: ReadError | DemarcheError, failed: boolean): void => {
    if (failed) {
      this.failed++
      printError(error)
    } else if (++this.passedOver <= namedAtMost) note(`passed over ${error.message}`)
  }

  /** Passes documents on, and says where bad bytes had to be replaced. */
  async *watch(documents: AsyncIterable<Document>): AsyncGenerator<Document> {
    for await (const document of documents) {
      if (document.replaced) note(`${document.uri}: ${document.replaced} bad bytes or characters stand as U+FFFD`)
      yield document
    }
  }

  /** Says what was not said one by one, and sets the exit status. */
  finish(): void {
    if (this.passedOver > namedAtMost)
      note(`passed over ${this.passedOver - namedAtMost} more files that nothing reads`)
    if (this.failed > 0) {
      note(`${plural(this.failed, 'document')} failed; the rest is done`)
      process.exitCode = 1
    }
  }
}
