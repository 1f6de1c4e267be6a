/** Model files ↔ tagger and parser. */
import { ModelError } from '../errors.ts'
import { readClusters } from './clusters.ts'
import { hashString } from './hashing.ts'
import { decodeModel, encodeModel, type LinearHeader, linearModel, type SparseWeights } from './model-file.ts'
import { type BeamSettings, Parser } from './parser.ts'
import { Tagger } from './tagger.ts'
import { type Lexicon, WordTable } from './word-table.ts'

/** The files' names in `models/`. */
export const modelFiles = { tagger: 'tagger.model', parser: 'parser.model', clusters: 'clusters.txt' } as const

interface TaggerHeader {
  readonly kind: 'tagger'
  /** Each word after its usual tags, in the order of the words. */
  readonly usualTags: readonly (readonly [string, string])[]
  /** Hash of the clusters that it was trained with. */
  readonly clusters: number
  readonly weights: LinearHeader
}

interface ParserHeader {
  readonly kind: 'parser'
  readonly beam: BeamSettings
  readonly weights: LinearHeader
}

/** Weights on their way into a file. */
export interface TrainedWeights extends SparseWeights {
  readonly classes: readonly string[]
  readonly bits: number
}

const linearHeader = ({ classes, bits, largest }: TrainedWeights): LinearHeader => ({
  classes,
  bits,
  largest,
  section: 0,
})

/** @param clusters - the text of the clusters' file that it was trained with */
export function encodeTagger(weights: TrainedWeights, { usualTags }: Lexicon, clusters: string): Promise<Uint8Array> {
  const header: TaggerHeader = {
    kind: 'tagger',
    usualTags: [...usualTags],
    clusters: hashString(clusters),
    weights: linearHeader(weights),
  }
  return encodeModel(header, [weights.gaps, weights.codes])
}

export function encodeParser(weights: TrainedWeights, beam: BeamSettings): Promise<Uint8Array> {
  const header: ParserHeader = { kind: 'parser', beam, weights: linearHeader(weights) }
  return encodeModel(header, [weights.gaps, weights.codes])
}

/** @param clusters - the text of the clusters' file */
export async function decodeTagger(bytes: Uint8Array, clusters: string): Promise<Tagger> {
  const { header, sections } = await decodeModel(bytes)
  const { usualTags, clusters: expected, weights } = expect<TaggerHeader>(header, 'tagger')
  if (hashString(clusters) !== expected)
    throw new ModelError(`${modelFiles.clusters} is not the one that the tagger was trained with.`, 'Train anew.')
  const words = new WordTable({ usualTags: new Map(usualTags), clusters: readClusters(clusters) })
  return new Tagger(linearModel(weights, sections), words)
}

/** @param words - the tagger's, which knows the same words */
export async function decodeParser(bytes: Uint8Array, words: WordTable): Promise<Parser> {
  const { header, sections } = await decodeModel(bytes)
  const { weights, beam } = expect<ParserHeader>(header, 'parser')
  return new Parser(linearModel(weights, sections), words, beam)
}

function expect<Header extends { kind: string }>(header: unknown, kind: Header['kind']): Header {
  const found = (header as { kind?: unknown } | null)?.kind
  if (found === kind) return header as Header
  throw new ModelError(`A model file holds "${found}", expected "${kind}".`, 'Install the package anew.')
}
