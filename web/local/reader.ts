/** A worker: files → documents → their analyses, one at a time, by the stages that run in Node. Nothing is kept here. */
import { type Annotator, loadAnnotator } from '../../src/annotate/index.ts'
import { ModelError, ReadError } from '../../src/errors.ts'
import { toConllu } from '../../src/export/conllu.ts'
import { loadPatterns } from '../../src/frames/index.ts'
import { type Document, leastConfidence, type Sentence } from '../../src/model/index.ts'
import type { Engine } from '../../src/pipeline.ts'
import { type Analysed, analyse, confident } from '../../src/project/index.ts'
import { largestFile, readDocument, readerOf, textDocument, tooLarge } from '../../src/read/index.ts'
import { segment } from '../../src/segment/index.ts'
import { answerCalls, type Failure, failureOf } from '../calls.ts'
import type { TextItem } from './progress.ts'

/** The models' addresses, beside the page. */
const models = import.meta.glob<string>(
  ['../../src/annotate/models/*', '!../../src/annotate/models/LICENSE', '!../../src/annotate/models/figures.json'],
  { query: '?url', import: 'default', eager: true },
)

/** A model's name stays when the model changes, so a copy that the browser kept must be asked about. */
const fresh = { cache: 'no-cache' } as const

async function fetchModel(name: string): Promise<Uint8Array> {
  const address = models[`../../src/annotate/models/${name}`]
  const remedy = 'Put the whole folder of the page on the server, its assets too; then try again.'
  if (!address) throw new ModelError(`The page was built without the model ${name}.`, remedy)
  const answer = await fetch(new URL(address, import.meta.url), fresh).catch(() => undefined)
  if (!answer?.ok)
    throw new ModelError(`The model ${name} could not be fetched (${answer?.status ?? 'no answer'}).`, remedy)
  return new Uint8Array(await answer.arrayBuffer())
}

let loaded: Promise<Engine> | undefined

/** Fetches the models, once; after a failure the next call tries again. */
function loadEngine(): Promise<Engine> {
  loaded ??= loadAnnotator(fetchModel).then((annotator: Annotator) => ({ annotator, patterns: loadPatterns() }))
  loaded.catch(() => {
    loaded = undefined
  })
  return loaded
}

/** A part of a document's words. */
export interface Annotation {
  /** How many sentences the document has. */
  readonly total: number
  readonly sentences: readonly Sentence[]
}

/** What was annotated last: its words are asked for part by part. */
let last: { readonly document: Document; readonly sentences: readonly Sentence[] } | undefined

async function sentencesOf(document: Document): Promise<readonly Sentence[]> {
  if (last?.document.uri !== document.uri || last.document.text !== document.text) {
    const { annotator } = await loadEngine()
    last = { document, sentences: annotator.annotate(segment(document)) }
  }
  return last.sentences
}

const methods = {
  async load(): Promise<void> {
    await loadEngine()
  },

  /** The documents of a file; and what of it could not be read. Undefined for a file of another kind in a folder. */
  async read(uri: string, file: Blob): Promise<{ documents: Document[]; failures: Failure[] } | undefined> {
    if (uri.includes('/') && !readerOf(uri)) return undefined
    if (file.size > largestFile) throw tooLarge(uri, file.size)
    const failures: Failure[] = []
    const bytes = await file.arrayBuffer().catch((cause: unknown) => {
      throw new ReadError(uri, `may not be read (${(cause as Error).message})`, 'Drop it again.', { cause })
    })
    const documents = await readDocument(new Uint8Array(bytes), uri, (error) => failures.push(failureOf(error)))
    return { documents, failures }
  },

  readText: ({ uri, ...given }: TextItem): Document => textDocument(uri, given),

  async analyse(document: Document): Promise<Analysed> {
    const { statements, ...analysis } = analyse(document, await loadEngine())
    return { document, ...analysis, statements: confident(statements, leastConfidence) }
  },

  /** Some of the sentences of a document with their words. */
  async annotate(document: Document, from: number, count: number): Promise<Annotation> {
    const sentences = await sentencesOf(document)
    return { total: sentences.length, sentences: sentences.slice(from, from + count) }
  },

  /** All its words as CoNLL-U. */
  async conllu(document: Document): Promise<string> {
    return [...toConllu(document, await sentencesOf(document))].join('')
  },
}
export type ReaderMethods = typeof methods

answerCalls(self, methods)
