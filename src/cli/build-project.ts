/** Sources → a project file, reading all and analysing only what is new or has changed. */
import { DemarcheError } from '../errors.ts'
import type { Document, SkippedDocument } from '../model/index.ts'
import { confident } from '../project/index.ts'
import { readSources } from '../read/node.ts'
import { type Build, type Changes, type ListPaths, openBuild } from '../store/index.ts'
import { analyseAll } from './analysts.ts'
import { engineFingerprint } from './engine.ts'
import { readLists } from './lists.ts'
import { Progress } from './progress.ts'
import type { Report } from './report.ts'

export interface BuildRequest {
  /** Files and folders; none: those of the last build of this project, else `standard`. */
  readonly sources: readonly string[]
  readonly standard: readonly string[]
  readonly output: string
  readonly minConfidence: number
  readonly jobs: number
  /** How long to wait for another build of the same file, in milliseconds. */
  readonly wait: number
  /** Lists of names; those of the last build of this project where they are not given. */
  readonly lists?: Partial<ListPaths>
}

/** Documents that fail go to the report and into the project's list; the rest goes on. Throws `StoreError`. */
export async function buildProject(request: BuildRequest, report: Report): Promise<Changes> {
  const engine = `${await engineFingerprint()} ${request.minConfidence}`
  const build = await openBuild(request.output, { engine, wait: request.wait })
  const progress = new Progress()
  try {
    const paths: ListPaths = { ...build.lists(), ...request.lists }
    const { names, identifiers, fingerprint } = await readLists(paths)
    build.use({ paths, fingerprint, ...(identifiers && { identifiers }) })
    const sources = request.sources.length ? request.sources : last(build.sources(), request.standard)
    const skipped: SkippedDocument[] = []
    const skip = (error: DemarcheError & { uri?: string }, failed: boolean, uri = error.uri ?? '') => {
      progress.clear()
      report.skip(error, failed)
      skipped.push({ uri, reason: error.message.replace(`${uri}: `, '') })
    }
    const documents = unstored(build, counted(readSources(sources, skip), progress), skip)
    for await (const outcome of analyseAll(report.watch(documents), request.jobs, names)) {
      if ('error' in outcome) skip(outcome.error, true, outcome.document.uri)
      else {
        const { document, analysis } = outcome
        build.put({ document, ...analysis, statements: confident(analysis.statements, request.minConfidence) })
      }
      progress.done()
    }
    progress.finishing()
    return build.finish(sources, skipped)
  } finally {
    progress.clear()
    build.close()
  }
}

const last = (stored: readonly string[], standard: readonly string[]) => (stored.length ? stored : standard)

async function* counted(documents: AsyncIterable<Document>, progress: Progress): AsyncGenerator<Document> {
  for await (const document of documents) {
    progress.read()
    yield document
  }
}

/** The documents that the project does not hold just as they are. */
async function* unstored(
  build: Build,
  documents: AsyncIterable<Document>,
  skip: (error: DemarcheError, failed: boolean, uri: string) => void,
): AsyncGenerator<Document> {
  const ids = new Set<string>()
  for await (const document of documents) {
    if (ids.has(document.id)) {
      const error = new DemarcheError(
        `${document.uri}: a document of this name was read before`,
        'Give it another name.',
      )
      skip(error, true, document.uri)
      continue
    }
    ids.add(document.id)
    if (!build.has(document)) yield document
  }
}
