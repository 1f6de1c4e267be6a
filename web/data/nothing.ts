/** The source of a page that has no project yet, and of one behind a server of plain files, which has no API. */
import { factsOf } from '../../src/query/facts.ts'
import { type Source, SourceError } from './source.ts'

/** An empty project. */
const nothing: Source = {
  info: async () => ({ name: '', documents: 0, sentences: 0, statements: 0, entities: 0, skipped: [] }),
  graph: async (view) => ({
    attributes: { name: '', view },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: [],
    edges: [],
  }),
  documents: async () => [],
  document: async () => undefined,
  statements: async () => ({ total: 0, rows: [] }),
  entity: async () => undefined,
  search: async () => ({ hits: [], totals: { entity: 0, statement: 0, sentence: 0 }, respelled: [] }),
  matching: async () => ({ ids: [], respelled: [] }),
  facts: async () => factsOf([]),
  names: async () => ({ total: 0, rows: [] }),
}

/** `server`, or an empty project where no server of ours answers the first question. */
export function orNothing(server: Source): Source {
  let decided: Promise<Source> | undefined
  const decide = () =>
    (decided ??= server.info().then(
      () => server,
      (error: unknown) => (error instanceof SourceError && error.absent ? nothing : server),
    ))
  return new Proxy({} as Source, {
    get:
      (_, name) =>
      async (...args: readonly unknown[]) => {
        // what only some sources have is nothing where it is missing
        const answer = (await decide())[name as keyof Source] as ((...args: readonly unknown[]) => unknown) | undefined
        return answer?.(...args)
      },
  })
}
