/** The page's end of the keeper, which is started when something is dropped or pasted, and of nothing before that. */
import type { Document, Project, ProjectInfo } from '../../src/model/index.ts'
import { type Caller, callsTo } from '../calls.ts'
import type { Source } from '../data/source.ts'
import type { KeeperMethods } from './keeper.ts'
import type { Item, Outcome, Progress } from './progress.ts'
import type { Annotation } from './reader.ts'

export interface LocalEngine {
  /** The project that was read in the page. */
  readonly source: Source
  /** Reads into the project, after whatever is being read. `hear` is told how far it is. */
  read(items: readonly Item[], name: string, hear: (progress: Progress) => void): Promise<Outcome>
  stop(): void
  /** Some sentences of any document with their words. */
  annotate(document: Document, from: number, count: number): Promise<Annotation>
  conllu(document: Document): Promise<string>
}

/** All that a project is asked, but for its graph, of which there are parts. */
const questions: Readonly<Record<Exclude<keyof Project, 'graph'>, true>> = {
  info: true,
  documents: true,
  document: true,
  statements: true,
  entity: true,
  search: true,
  matching: true,
  facts: true,
}

export function createEngine(): LocalEngine {
  let keeper: Caller<KeeperMethods> | undefined
  let hearing: (progress: Progress) => void = () => {}
  const call = () => {
    if (keeper?.ended()) keeper = undefined
    keeper ??= callsTo<KeeperMethods>(
      new Worker(new URL('./keeper.ts', import.meta.url), { type: 'module' }),
      (progress) => hearing(progress as Progress),
    )
    return keeper.call
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    source: {
      ...(Object.fromEntries(
        Object.keys(questions).map((name) => [
          name,
          (...args: readonly unknown[]) => call().ask(name as keyof Project, args),
        ]),
      ) as unknown as Omit<Source, 'graph' | 'names'>),
      graph: (view, part) => call().graph(view, part),
      names: (query) => call().names(query),
      info: async () => ({ ...((await call().ask('info', [])) as ProjectInfo), editable: true }),
      decisions: () => call().decisions(),
      decide: (wishes, who) => call().decide(wishes, who),
      suggestions: () => call().suggestions(),
      chains: (entity) => call().chains(entity),
      portrait: (entity) => call().portrait(entity),
      log: () => call().log(),
    },
    read: (items, name, hear) => {
      const reading = turn.then(() => {
        hearing = hear
        return call().read(items, name)
      })
      turn = reading.catch(() => {})
      return reading
    },
    stop: () => void call().stop(),
    annotate: (document, from, count) => call().annotate(document, from, count),
    conllu: (document) => call().conllu(document),
  }
}
