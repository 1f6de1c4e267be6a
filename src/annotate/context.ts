/** Words and tags of a sentence → what the parser's features look up. */
import { hashString } from './hashing.ts'
import type { Parse } from './parser.ts'
import type { Tag } from './tagger.ts'
import type { Looked } from './tagger-features.ts'
import { column } from './word-table.ts'

/** One cell a word, then the root, which stands behind the last word, then "nothing". */
export interface ParsedContext {
  readonly words: Int32Array
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly clusters: Int32Array
  /** `Tag.kind` of each word alone. */
  readonly kinds: Int32Array
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

export function contextOf({ table, places }: Looked, tags: readonly Tag[]): ParsedContext {
  const root = places.length
  const { rows } = table
  const words = emptyCells(root)
  const clusters = emptyCells(root)
  for (let i = 0; i < root; i++) {
    words[i] = rows[places[i]! + column.knownWord]!
    clusters[i] = rows[places[i]! + column.cluster8]!
  }
  return retagged({ words, clusters, root }, tags)
}

/** The sentence with other tags. */
export function retagged(
  { words, clusters, root }: Pick<ParsedContext, 'words' | 'clusters' | 'root'>,
  tags: readonly Tag[],
): ParsedContext {
  const upos = emptyCells(root)
  const xpos = emptyCells(root)
  const kinds = new Int32Array(root)
  for (let i = 0; i < root; i++) {
    const tag = tags[i]!
    upos[i] = tag.uposHash
    xpos[i] = tag.xposHash
    kinds[i] = tag.kind
  }
  return { words, upos, xpos, clusters, kinds, root }
}

/** Room for a number a word, with those of the root and of nothing. */
function emptyCells(root: number): Int32Array {
  const cells = new Int32Array(root + 2)
  cells[root] = rootHash
  cells[root + 1] = nothingHash
  return cells
}

/** The same sentence from its end to its beginning. */
export function backward({ words, upos, xpos, clusters, kinds, root }: ParsedContext): ParsedContext {
  const turned = (cells: Int32Array) => {
    const copy = cells.slice()
    copy.subarray(0, root).reverse()
    return copy
  }
  return {
    words: turned(words),
    upos: turned(upos),
    xpos: turned(xpos),
    clusters: turned(clusters),
    kinds: kinds.toReversed(),
    root,
  }
}

const hashes = new Map<string, number>()

/** Hash of a relation, of which there are few. */
function relationHash(relation: string): number {
  let hash = hashes.get(relation)
  if (hash === undefined) hashes.set(relation, (hash = hashString(relation)))
  return hash
}

/** A parse as advice to another. */
export function guideFrom({ heads: found, relations: names }: Parse): Guide {
  const root = found.length
  const heads = new Int32Array(root + 2)
  const relations = new Int32Array(root + 2)
  const lastChild = new Int32Array(root + 2).fill(-1)
  for (let i = 0; i < root; i++) {
    const head = found[i]!
    heads[i] = head === 0 ? root : head - 1
    relations[i] = relationHash(names[i]!)
    lastChild[heads[i]!] = i
  }
  return { heads, relations, lastChild }
}
