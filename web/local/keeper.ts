/**
 * A worker: keeps the project that is read in the page, answers as a server does, and has the reader, a worker of its
 * own, do the work. A reading can thus be stopped in the middle of a document, and whatever happens to the reader the
 * project is still here.
 */
import { formatLog, parseLog } from '../../src/decisions/log.ts'
import type { Wish } from '../../src/decisions/wish.ts'
import { Parts } from '../../src/graph/part.ts'
import type {
  Document,
  GraphPart,
  GraphView,
  NameRow,
  NamesQuery,
  Page,
  Project,
  SerializedGraph,
} from '../../src/model/index.ts'
import { MemoryDesk } from '../../src/project/desk.ts'
import { MemoryProject } from '../../src/project/memory.ts'
import { NameTable } from '../../src/project/names.ts'
import { answerCalls, type Caller, callsTo, type Failure, failureOf } from '../calls.ts'
import type { DecisionLog, Made } from '../data/source.ts'
import { Identities } from './identity.ts'
import { type FileItem, type Item, type Outcome, type Progress, sizeOf } from './progress.ts'
import type { ReaderMethods } from './reader.ts'

let project: MemoryProject | undefined
const identities = new Identities()

/** Thrown by what a stopped reading waits for. */
class Stopped extends Error {}

/** Pairs that may be one that are told of at a time. */
const mostQuestions = 200
/** How the name of a saved log ends. */
const logEnd = '.decisions.jsonl'

let reader: Caller<ReaderMethods> | undefined
let stopping = false

function readerCalls(): Caller<ReaderMethods>['call'] {
  if (reader?.ended()) reader = undefined
  reader ??= callsTo<ReaderMethods>(new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' }))
  return reader.call
}

/** Asks the reader, and a new one where the first was ended because a reading was stopped. */
async function ofReader<Answer>(ask: (call: Caller<ReaderMethods>['call']) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(readerCalls())
  } catch (error) {
    if (error instanceof Stopped) return ask(readerCalls())
    throw error
  }
}

/** The project, empty before anything was read. */
const kept = (): MemoryProject => project ?? new MemoryProject('')

let desk: MemoryDesk | undefined
/** Where it is decided on. */
const deskOf = (): MemoryDesk => (desk ??= new MemoryDesk((project ??= new MemoryProject(''))))

/** Graphs with what finding parts of them takes, until something is read. */
const parts = new Map<GraphView, Parts>()

/** The table of names, until something is read. */
let names: NameTable | undefined
const forget = () => {
  parts.clear()
  names = undefined
}

const methods = {
  /** What a server's API answers. */
  ask(name: keyof Project, args: readonly unknown[]): unknown {
    const asked = kept()
    return (asked[name] as (...args: readonly unknown[]) => unknown).call(asked, ...args)
  },

  /** A graph, or of a large one the part that is asked for. */
  graph(view: GraphView, part: GraphPart | undefined): SerializedGraph {
    if (!part) return kept().graph(view)
    let known = parts.get(view)
    if (!known) parts.set(view, (known = new Parts(kept().graph(view), (q) => kept().matching(q).ids)))
    return known.part(part)
  },

  names: (query: NamesQuery): Page<NameRow> => (names ??= new NameTable(kept())).page(query),

  /**
   * Reads files and texts into the project, which is called `name` if it is new. What cannot be read is noted in it.
   * @throws ModelError where the engine cannot be loaded
   */
  async read(items: readonly Item[], name: string): Promise<Outcome> {
    stopping = false
    const reading = new Reading(items)
    try {
      await readerCalls().load()
      project ??= new MemoryProject(name)
      for (const item of items) await reading.take(item, project)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
    forget()
    return reading.finish(stopping)
  },

  decisions: (): DecisionLog => ({ decided: deskOf().list(), faults: [] }),

  /** @throws UsageError for a wish that makes no sense */
  decide(wishes: readonly Wish[], who: string): Made {
    const decided = deskOf().decide(wishes, who)
    forget()
    return { decided, pending: false }
  },

  suggestions() {
    const rows = deskOf().suggestions()
    return { total: rows.length, rows: rows.slice(0, mostQuestions) }
  },

  chains: (entity: string) => kept().chains(entity),
  portrait: (entity: string) => kept().portrait(entity),

  /** The decisions as lines to be saved, which go on with the same documents when they are dropped beside them. */
  log: (): string =>
    formatLog(
      deskOf()
        .list()
        .map(({ decision }) => decision),
    ),

  /** Ends the reading; what has been read stays. */
  stop(): void {
    stopping = true
    reader?.end(new Stopped())
  },

  annotate: (document: Document, from: number, count: number) =>
    ofReader((call) => call.annotate(document, from, count)),
  conllu: (document: Document) => ofReader((call) => call.conllu(document)),
}
export type KeeperMethods = typeof methods

const tell = answerCalls(self, methods)

/** A document is given up after this many milliseconds, as in Node. */
const longest = 300_000

/** An answer of the reader, which is ended where it does not come in time. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = new Error(`not done after ${longest / 1000} seconds`)
  const timer = setTimeout(() => reader?.end(late), longest)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
  }
}

/** One reading of some items: counts, and tells the page how far it is. */
class Reading {
  private readonly ids: string[] = []
  private repeated = 0
  private failed = 0
  private passed = 0
  private itemsDone = 0
  private sizeDone = 0
  private statements = 0
  private readonly size: number

  constructor(private readonly items: readonly Item[]) {
    this.size = items.reduce((sum, item) => sum + sizeOf(item), 0)
    this.tell('engine', '')
  }

  async take(item: Item, into: MemoryProject): Promise<void> {
    const { uri } = item
    this.tell('reading', uri)
    try {
      const documents = 'file' in item ? await this.documentsOf(item, into) : [await readerCalls().readText(item)]
      for (const document of documents) {
        await this.analyse(document, uri, into)
        this.tell('reading', uri)
      }
    } catch (error) {
      this.note(into, uri, error)
    }
    this.itemsDone++
    this.sizeDone += sizeOf(item)
  }

  private async documentsOf({ uri, file }: FileItem, into: MemoryProject): Promise<readonly Document[]> {
    if (uri.endsWith(logEnd)) {
      deskOf().take(parseLog(await file.text()).decisions)
      return []
    }
    const read = await readerCalls().read(uri, file)
    if (!read) this.passed++
    for (const failure of read?.failures ?? []) this.skip(into, failure.uri ?? uri, failure)
    return read?.documents ?? []
  }

  private async analyse(document: Document, file: string, into: MemoryProject): Promise<void> {
    const taken = identities.take(document, file)
    if (!taken) {
      this.repeated++
      return
    }
    try {
      const analysed = await inTime(readerCalls().analyse(taken.document))
      into.put(analysed)
      this.ids.push(analysed.document.id)
      this.statements += analysed.statements.length
    } catch (error) {
      taken.release()
      this.note(into, taken.document.uri, error)
    }
  }

  /** Notes what cannot be read. That a reading was stopped, or has no engine, is no fault of the document. */
  private note(into: MemoryProject, uri: string, error: unknown): void {
    if (stopping || error instanceof Stopped) throw new Stopped()
    const failure = failureOf(error)
    if (failure.name === 'ModelError') throw error
    this.skip(into, uri, failure)
  }

  private skip(into: MemoryProject, uri: string, { message }: Failure): void {
    this.failed++
    into.skip({ uri, reason: message.replace(`${uri}: `, '') })
  }

  finish(stopped: boolean): Outcome {
    this.tell('tying', '')
    const { ids, repeated, failed, passed } = this
    return { added: ids.length, repeated, failed, passed, stopped, ids }
  }

  private tell(phase: Progress['phase'], uri: string): void {
    const { itemsDone, size, sizeDone, statements } = this
    const progress: Progress = {
      phase,
      uri,
      items: this.items.length,
      itemsDone,
      size,
      sizeDone,
      documents: this.ids.length,
      statements,
    }
    tell(progress)
  }
}
