/** Documents → their analyses in the same order, by worker threads where there is enough to do. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DemarcheError } from '../errors.ts'
import type { Document, ListedName } from '../model/index.ts'
import { type Analysis, analyse } from './analyse.ts'
import { loadEngine } from './engine.ts'

export type Outcome =
  | { readonly document: Document; readonly analysis: Analysis }
  | { readonly document: Document; readonly error: DemarcheError }

/** Fewer documents than these, and fewer characters, are done before a worker has loaded its models. */
const fewDocuments = 20
const fewCharacters = 300_000
/** A document is given up after this many milliseconds in a worker. */
const longest = 300_000
/** Heap of a worker, in megabytes; one that needs more ends, and its document with it. */
const heap = 2048

/** The results come in the order of the documents and do not depend on `jobs`. Throws `ModelError` at once. */
export async function* analyseAll(
  documents: AsyncIterable<Document>,
  jobs: number,
  names?: readonly ListedName[],
): AsyncGenerator<Outcome> {
  const analyseHere = (document: Document) => analyse(document, names)
  const source = documents[Symbol.asyncIterator]()
  const first: Document[] = []
  let characters = 0
  let more = true
  while (more && first.length < fewDocuments && (characters < fewCharacters || first.length < 2)) {
    const next = await source.next()
    more = !next.done
    if (next.done) break
    first.push(next.value)
    characters += next.value.text.length
  }
  if (first.length === 0) return
  await loadEngine(names)
  const all = chain(first, more ? source : undefined)
  if (jobs < 2 || !more) yield* inOrder(all, 1, analyseHere)
  else yield* inPool(all, jobs, names)
}

async function* chain(first: Document[], rest: AsyncIterator<Document> | undefined): AsyncGenerator<Document> {
  yield* first
  for (let next = await rest?.next(); rest && next && !next.done; next = await rest.next()) yield next.value
}

async function* inPool(
  documents: AsyncIterable<Document>,
  jobs: number,
  names: readonly ListedName[] | undefined,
): AsyncGenerator<Outcome> {
  const worker = new URL('./worker.js', import.meta.url)
  if (!existsSync(worker))
    throw new DemarcheError(`${fileURLToPath(worker)} is missing`, 'Build Demarche again: npm run build')
  const { Piscina } = await import('piscina')
  const pool = new Piscina<Document, Analysis>({
    filename: worker.href,
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: 1,
    workerData: names,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  })
  const run = (document: Document) => pool.run(document, { signal: AbortSignal.timeout(longest) })
  let ready = false
  const warm = Promise.all(Array.from({ length: jobs }, () => run(blank)))
  warm.then(
    () => (ready = true),
    () => (ready = true), // the first document will say what is wrong
  )
  try {
    const source = documents[Symbol.asyncIterator]()
    // This thread has loaded its models first, and starts while the workers load theirs.
    while (!ready) {
      const next = await source.next()
      if (next.done) return
      yield await outcome(next.value, (document) => analyse(document, names))
      await new Promise((resolve) => setImmediate(resolve))
    }
    yield* inOrder(chain([], source), jobs * 3, run)
  } finally {
    await pool.destroy()
  }
}

/** What a worker that loads its models is given to do. */
const blank: Document = { id: 'blank', uri: 'blank', text: '', format: 'text' }

/** Has at most `ahead` documents in work, and gives what is done in the order in which they came. */
async function* inOrder(
  documents: AsyncIterable<Document>,
  ahead: number,
  work: (document: Document) => Promise<Analysis>,
): AsyncGenerator<Outcome> {
  const waiting: Promise<Outcome>[] = []
  for await (const document of documents) {
    waiting.push(outcome(document, work))
    if (waiting.length >= ahead) yield waiting.shift()!
  }
  for (const last of waiting) yield last
}

async function outcome(document: Document, work: (document: Document) => Promise<Analysis>): Promise<Outcome> {
  try {
    return { document, analysis: await work(document) }
  } catch (error) {
    return { document, error: failure(document, error) }
  }
}

function failure({ uri }: Document, error: unknown): DemarcheError {
  if (error instanceof DemarcheError) return error
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const reason =
    name === 'AbortError'
      ? `not done after ${longest / 1000} seconds`
      : process.env['DEBUG']
        ? (stack ?? message)
        : message
  return new DemarcheError(`${uri}: the analysis failed: ${reason}`, 'Leave it out, and please report it.', {
    cause: error,
  })
}
