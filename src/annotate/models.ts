/** Model files ↔ taggers and parsers. */
import { ModelError } from '../errors.ts'
import { readClusters } from './clusters.ts'
import { readDictionary, writeDictionary } from './dictionary.ts'
import { hashString } from './hashing.ts'
import {
  decodeModel,
  encodeModel,
  type Gunzip,
  type LinearHeader,
  linearModel,
  type ModelContent,
  type SparseWeights,
} from './model-file.ts'
import { type Arcs, type BeamSettings, Parser } from './parser.ts'
import { backwardTemplates, guidedTemplates } from './parser-features.ts'
import type { SyntaxModels } from './syntax.ts'
import { Tagger } from './tagger.ts'
import { firstTemplates, secondTemplates } from './tagger-features.ts'
import type { Template } from './templates.ts'
import { type Lexicon, WordTable } from './word-table.ts'

/** The files' names in `models/`. */
export const modelFiles = {
  tagger: 'tagger.model',
  backwardParser: 'backward-parser.model',
  secondTagger: 'second-tagger.model',
  parser: 'parser.model',
  clusters: 'clusters.txt',
} as const

interface TaggerHeader {
  readonly kind: 'tagger'
  /** Each word with its usual tags, in the order of the words. */
  readonly usualTags: readonly (readonly [string, string])[]
  readonly sureTags: readonly (readonly [string, string])[]
  /** `writeDictionary`. */
  readonly dictionary: string
  /** Hash of the clusters that it was trained with. */
  readonly clusters: number
  readonly weights: LinearHeader
}

interface SecondTaggerHeader {
  readonly kind: 'second tagger'
  readonly weights: LinearHeader
}

interface ParserHeader {
  readonly kind: 'parser'
  readonly beam: BeamSettings
  /** Absent where every word may get all arcs. */
  readonly arcs?: Arcs
  /** Numbers of the templates that it was trained with; all of its kind where absent. */
  readonly templates?: readonly number[]
  readonly weights: LinearHeader
}

/** Weights on their way into a file. */
export interface TrainedWeights extends SparseWeights {
  readonly classes: readonly string[]
  readonly bits: number
  /** Features that are known, where not all are: `Kernel.known`. */
  readonly known?: Uint8Array
}

/** How weights stand in a file's header, if their sections come first. */
export const linearHeader = ({ classes, bits, largest, known }: TrainedWeights): LinearHeader => ({
  classes,
  bits,
  largest,
  section: 0,
  ...(known && { knownBits: Math.log2(known.length) + 3 }),
})

/** The sections of weights in a file. */
export const linearSections = ({ gaps, codes, known }: TrainedWeights): Uint8Array[] =>
  known ? [gaps, codes, known] : [gaps, codes]

/** What a tagger was trained with. */
export interface TrainedLexicon extends Lexicon {
  readonly dictionary: ReadonlyMap<string, number>
}

/** @param clusters - the text of the clusters' file that it was trained with */
export function encodeTagger(weights: TrainedWeights, lexicon: TrainedLexicon, clusters: string): Promise<Uint8Array> {
  const header: TaggerHeader = {
    kind: 'tagger',
    usualTags: [...lexicon.usualTags],
    sureTags: [...lexicon.sureTags],
    dictionary: writeDictionary(lexicon.dictionary),
    clusters: hashString(clusters),
    weights: linearHeader(weights),
  }
  return encodeModel(header, linearSections(weights))
}

export function encodeSecondTagger(weights: TrainedWeights): Promise<Uint8Array> {
  const header: SecondTaggerHeader = { kind: 'second tagger', weights: linearHeader(weights) }
  return encodeModel(header, linearSections(weights))
}

export function encodeParser(
  weights: TrainedWeights,
  { settings, arcs }: Pick<Parser, 'settings' | 'arcs'>,
  templates: readonly Template[],
): Promise<Uint8Array> {
  const header: ParserHeader = {
    kind: 'parser',
    beam: settings,
    arcs,
    templates: templates.map(({ id }) => id),
    weights: linearHeader(weights),
  }
  return encodeModel(header, linearSections(weights))
}

/** Reads tagger and parsers. Throws a `ModelError` if a file is damaged. */
export async function loadSyntax(read: (name: string) => Promise<Uint8Array>, gunzip?: Gunzip): Promise<SyntaxModels> {
  const files = await Promise.all(
    [modelFiles.tagger, modelFiles.backwardParser, modelFiles.secondTagger, modelFiles.parser].map(async (name) =>
      decodeModel(await read(name), gunzip),
    ),
  )
  const [first, back, second, last] = files
  const clusters = new TextDecoder().decode(await read(modelFiles.clusters))
  const header = expect<TaggerHeader>(first!.header, 'tagger')
  if (hashString(clusters) !== header.clusters)
    throw new ModelError(`${modelFiles.clusters} is not the one that the tagger was trained with.`, 'Train anew.')
  const words = new WordTable({
    usualTags: new Map(header.usualTags),
    sureTags: new Map(header.sureTags),
    clusters: readClusters(clusters),
    dictionary: readDictionary(header.dictionary),
  })
  const parserOf = ({ header, sections }: ModelContent, all: readonly Template[]) => {
    const { weights, beam, arcs, templates: own } = expect<ParserHeader>(header, 'parser')
    const templates = own ? all.filter(({ id }) => own.includes(id)) : all
    return new Parser(linearModel(weights, sections, { templates }), beam, arcs)
  }
  const { weights } = expect<SecondTaggerHeader>(second!.header, 'second tagger')
  return {
    tagger: new Tagger(linearModel(header.weights, first!.sections, { templates: firstTemplates }), words),
    backwardParser: parserOf(back!, backwardTemplates),
    secondTagger: new Tagger(linearModel(weights, second!.sections, { templates: secondTemplates }), words),
    parser: parserOf(last!, guidedTemplates),
  }
}

function expect<Header extends { kind: string }>(header: unknown, kind: Header['kind']): Header {
  const found = (header as { kind?: unknown } | null)?.kind
  if (found === kind) return header as Header
  throw new ModelError(`A model file holds "${found}", expected "${kind}".`, 'Install the package anew.')
}
