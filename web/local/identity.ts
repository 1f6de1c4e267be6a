/** Documents by their file's own name and their content → which are new; and each its own URI. */
import { type Document, documentId, stableId } from '../../src/model/index.ts'

/** A document that was not there before. */
export interface Taken {
  readonly document: Document
  /** Forgets it, since it could not be read after all: the next time it is new again. */
  release(): void
}

export class Identities {
  private readonly uris = new Set<string>()
  private readonly seen = new Set<string>()

  /**
   * The document if it is new, with a URI that no other has: ` (2)` follows where another text has its name. The same
   * file, whether it was dropped by itself or with a folder, is one document: then `undefined`.
   * @param file - URI of the file that it was read from
   */
  take(document: Document, file: string): Taken | undefined {
    const folder = file.lastIndexOf('/') + 1
    const { title = '', date = '', text } = document
    const content = stableId('', document.uri.slice(folder), title, date, text)
    if (this.seen.has(content)) return undefined
    this.seen.add(content)
    let { uri } = document
    for (let count = 2; this.uris.has(uri); count++) uri = `${document.uri} (${count})`
    this.uris.add(uri)
    return {
      document: uri === document.uri ? document : { ...document, uri, id: documentId(uri) },
      release: () => {
        this.seen.delete(content)
        this.uris.delete(uri)
      },
    }
  }
}
