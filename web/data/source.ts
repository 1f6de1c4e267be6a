/** Where the page's data come from: the server's API; a project in the page's own memory would do as well. */
import type {
  DocumentInfo,
  DocumentView,
  Entity,
  Facts,
  Found,
  GraphView,
  Matching,
  Page,
  ProjectInfo,
  SavedView,
  SerializedGraph,
  StatementQuery,
  StatementRow,
} from '../../src/model/index.ts'

/** `Project` of the model, asked from afar. */
export interface Source {
  info(): Promise<ProjectInfo>
  graph(view: GraphView): Promise<SerializedGraph>
  documents(): Promise<readonly DocumentInfo[]>
  document(id: string): Promise<DocumentView | undefined>
  statements(query: StatementQuery): Promise<Page<StatementRow>>
  entity(id: string): Promise<Entity | undefined>
  search(query: string, limit: number): Promise<Found>
  matching(query: string): Promise<Matching>
  facts(): Promise<Facts>
  /** Views that are kept with the project; undefined where nobody keeps them. */
  views?(): Promise<readonly SavedView[] | undefined>
  saveViews?(views: readonly SavedView[]): Promise<unknown>
}

/** What went wrong, and what the reader can do about it. */
export class SourceError extends Error {
  override name = 'SourceError'
  constructor(
    message: string,
    readonly remedy: string,
    /** Nobody answered, or somebody who is no server of ours. */
    readonly absent = false,
  ) {
    super(message)
  }
}

/** The server's API below `base`. @throws SourceError where it does not answer, or answers with an error */
export function httpSource(base: string): Source {
  async function get<T>(path: string, query: Record<string, string | number | undefined> = {}): Promise<T> {
    const parameters = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
    let answer: Response
    try {
      answer = await fetch(`${base}/${path}?${parameters}`)
    } catch {
      throw new SourceError('The server does not answer.', 'Start it again with demarche serve, then reload.', true)
    }
    const body = await answer.json().catch(() => undefined)
    if (answer.ok && body !== undefined) return body as T
    throw new SourceError(
      body?.error ?? `The server answered ${answer.status}.`,
      body?.remedy ?? 'Reload the page.',
      body === undefined,
    )
  }
  async function put<T>(path: string, value: unknown): Promise<T> {
    const body = JSON.stringify(value)
    const answer = await fetch(`${base}/${path}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const told = await answer.json().catch(() => undefined)
    if (answer.ok) return told as T
    throw new SourceError(told?.error ?? `The server answered ${answer.status}.`, told?.remedy ?? 'Try again.')
  }
  const one = <T>(path: string, id: string) =>
    get<T>(`${path}/${encodeURIComponent(id)}`).catch((error: unknown) => {
      if (error instanceof SourceError && error.message.startsWith('No ')) return undefined
      throw error
    })
  return {
    info: () => get('project'),
    graph: (view) => get('graph', { view }),
    documents: () => get('documents'),
    document: (id) => one('documents', id),
    statements: ({ ids, ...query }) => get('statements', { ids: ids?.join(','), ...query }),
    entity: (id) => one('entities', id),
    search: (q, limit) => get('search', { q, limit }),
    matching: (q) => get('matching', { q }),
    facts: () => get('facts'),
    views: async () => (await get<readonly SavedView[] | null>('views')) ?? undefined,
    saveViews: (views) => put('views', views),
  }
}
