/** Where the page's data come from: the server's API; a project in the page's own memory would do as well. */
import type { Wish } from '../../src/decisions/wish.ts'
import { type ColumnGraph, fromColumns } from '../../src/graph/columns.ts'
import type {
  ChainOf,
  Decided,
  DocumentInfo,
  DocumentView,
  Entity,
  Facts,
  Found,
  GraphPart,
  GraphView,
  Matching,
  NameRow,
  NamesQuery,
  Page,
  Portrait,
  ProjectInfo,
  SavedView,
  SerializedGraph,
  StatementQuery,
  StatementRow,
} from '../../src/model/index.ts'

/** `Project` of the model, asked from afar. */
export interface Source {
  info(): Promise<ProjectInfo>
  /** The part that is asked for; the whole graph where nothing is. */
  graph(view: GraphView, part?: GraphPart): Promise<SerializedGraph>
  documents(): Promise<readonly DocumentInfo[]>
  document(id: string): Promise<DocumentView | undefined>
  statements(query: StatementQuery): Promise<Page<StatementRow>>
  entity(id: string): Promise<Entity | undefined>
  search(query: string, limit: number): Promise<Found>
  matching(query: string): Promise<Matching>
  facts(): Promise<Facts>
  /** The names of the whole graph as a table, for who has but a part of it. */
  names(query: NamesQuery): Promise<Page<NameRow>>
  /** Views that are kept with the project; undefined where nobody keeps them. */
  views?(): Promise<readonly SavedView[] | undefined>
  /** Ids of the statements that an earlier project did not have. */
  fresh?(): Promise<readonly string[]>
  saveViews?(views: readonly SavedView[]): Promise<unknown>
  /** Decisions can be made where `ProjectInfo.editable` says so. */
  decisions?(): Promise<DecisionLog>
  decide?(wishes: readonly Wish[], who: string): Promise<Made>
  suggestions?(): Promise<{ readonly total: number; readonly rows: readonly Question[] }>
  /** What was decided, as lines to be saved, where no disk keeps them. */
  log?(): Promise<string>
  chains?(entity: string): Promise<readonly ChainOf[]>
  portrait?(entity: string): Promise<Portrait | undefined>
}

export interface DecisionLog {
  readonly decided: readonly Decided[]
  /** Lines of the log that hold no decision. */
  readonly faults: readonly { readonly line: number; readonly reason: string }[]
}

export interface Made {
  readonly decided: readonly Decided[]
  /** A build runs, and takes the decisions in when it ends. */
  readonly pending: boolean
}

/** Two entities that may be one. */
export interface Question {
  readonly a: string
  readonly b: string
  /** 0..1 */
  readonly score: number
  readonly reasons: readonly { readonly kind: string; readonly text: string }[]
  /** Somebody looked, and could not say. */
  readonly unsure: boolean
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
      body === undefined && answer.status < 500,
    )
  }
  async function send<T>(method: 'PUT' | 'POST', path: string, value: unknown): Promise<T> {
    const body = JSON.stringify(value)
    const answer = await fetch(`${base}/${path}`, {
      method,
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
    graph: async (view, part) => {
      if (!part) return get('graph', { view })
      const names = part.names?.length ? part.names.join('\n') : undefined
      const { name: around, steps } = part.around ?? {}
      const { from, to, kind: way, query: q } = part.between ?? {}
      // more names than an address holds: then all there are
      const wanted = names && names.length > 8000 ? { top: 999_999_999 } : { top: part.top, names }
      return fromColumns(
        await get<ColumnGraph>('graph', { view, form: 'columns', ...wanted, around, steps, from, to, way, q }),
      )
    },
    documents: () => get('documents'),
    document: (id) => one('documents', id),
    statements: ({ ids, ...query }) => get('statements', { ids: ids?.join(','), ...query }),
    entity: (id) => one('entities', id),
    search: (q, limit) => get('search', { q, limit }),
    matching: (q) => get('matching', { q }),
    facts: () => get('facts'),
    names: ({ down, ...query }) => get('names', { ...query, down: down === undefined ? undefined : Number(down) }),
    views: async () => (await get<readonly SavedView[] | null>('views')) ?? undefined,
    fresh: () => get('fresh'),
    saveViews: (views) => send('PUT', 'views', views),
    decisions: () => get('decisions'),
    decide: (wishes, who) => send('POST', 'decisions', { wishes, ...(who && { who }) }),
    suggestions: () => get('suggestions'),
    chains: (entity) => get(`entities/${encodeURIComponent(entity)}/chains`),
    portrait: (entity) => get(`entities/${encodeURIComponent(entity)}/portrait`),
  }
}
