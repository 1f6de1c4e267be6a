/** Words and tags of a sentence → what the parser's features look up. */
import { hashString } from './hashing.ts'
import type { Parse } from './parser.ts'
import type { Tag } from './tagger.ts'
import { column, type WordTable } from './word-table.ts'

/** One cell a word, then the root, which stands behind the last word, then "nothing". */
export interface ParsedContext {
  readonly words: Int32Array
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly clusters: Int32Array
  /** Index of the root: the number of words. */
  readonly root: number
  /** A first parse, for the parser that learns from one. */
  readonly guide?: Guide
}

/** What the first passes said of a sentence. */
export type FirstReading = ParsedContext & { readonly guide: Guide }

/** A first parse of a sentence: for each word, its head counted from 0; the root stands behind the last. */
export interface Guide {
  readonly heads: Int32Array
  /** Hashes. */
  readonly relations: Int32Array
  /** Each word's last child, -1 for none. */
  readonly lastChild: Int32Array
}

const rootHash = 7
const nothingHash = 8

export function contextOf(table: WordTable, forms: readonly string[], tags: readonly Tag[]): ParsedContext {
  const root = forms.length
  const places = table.look(forms)
  const { rows } = table
  const cells = (of: (i: number) => number) => {
    const filled = new Int32Array(root + 2)
    for (let i = 0; i < root; i++) filled[i] = of(i)
    filled[root] = rootHash
    filled[root + 1] = nothingHash
    return filled
  }
  return {
    words: cells((i) => rows[places[i]! + column.knownWord]!),
    upos: cells((i) => tags[i]!.uposHash),
    xpos: cells((i) => tags[i]!.xposHash),
    clusters: cells((i) => rows[places[i]! + column.cluster8]!),
    root,
  }
}

/** The same sentence from its end to its beginning. */
export function backward({ words, upos, xpos, clusters, root }: ParsedContext): ParsedContext {
  const turned = (cells: Int32Array) => {
    const copy = cells.slice()
    copy.subarray(0, root).reverse()
    return copy
  }
  return { words: turned(words), upos: turned(upos), xpos: turned(xpos), clusters: turned(clusters), root }
}

/** A parse as advice to another. */
export function guideFrom({ heads: found, relations: names }: Parse): Guide {
  const root = found.length
  const heads = new Int32Array(root + 2)
  const relations = new Int32Array(root + 2)
  const lastChild = new Int32Array(root + 2).fill(-1)
  found.forEach((head, i) => {
    heads[i] = head === 0 ? root : head - 1
    relations[i] = hashString(names[i]!)
    lastChild[heads[i]!] = i
  })
  return { heads, relations, lastChild }
}
