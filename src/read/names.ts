/** Names of the documents in one file → URIs `FILE#name`, each used once. */
import { stableId } from '../model/index.ts'

/**
 * Where a name comes again with another text, ` (2)`, ` (3)` … follows it; a document that is repeated to the letter
 * gets none.
 */
export class DocumentNames {
  private readonly seen = new Map<string, { count: number; hashes: Set<string> }>()

  constructor(private readonly file: string) {}

  /** `undefined` for a repetition. */
  uri(name: string, text: string): string | undefined {
    const uri = `${this.file}#${name}`
    const hash = stableId('', text)
    const known = this.seen.get(uri)
    if (!known) {
      this.seen.set(uri, { count: 1, hashes: new Set([hash]) })
      return uri
    }
    if (known.hashes.has(hash)) return undefined
    known.hashes.add(hash)
    return `${uri} (${++known.count})`
  }
}
