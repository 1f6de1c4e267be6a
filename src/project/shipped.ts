/**
 * A project ↔ plain data that a page can carry with it, and a project again that answers from them: the static site,
 * where there is neither a server nor a disk. Without texts it carries of each document the sentences of its statements.
 */
import {
  countLeading,
  type Document,
  type DocumentInfo,
  type DocumentView,
  type Entity,
  type Facts,
  type Found,
  type GraphView,
  type Matching,
  type Outcome,
  type Page,
  type Project,
  type ProjectInfo,
  type SavedView,
  type SerializedGraph,
  type Span,
  type Statement,
  type StatementQuery,
  type StatementRow,
} from '../model/index.ts'
import { factsOf, MemorySearch } from '../query/index.ts'
import { entitiesNamed } from './canonical.ts'

/** Plain JSON. */
export interface Shipped {
  readonly info: ProjectInfo
  readonly graphs: Readonly<Record<GraphView, SerializedGraph>>
  /** In the order in which the project tells of them. */
  readonly documents: readonly (Omit<DocumentView, 'statements'> & { readonly info: DocumentInfo })[]
  /** In the order of documents and text; `document`: place in `documents`. */
  readonly statements: readonly {
    readonly statement: Statement
    readonly document: number
    readonly outcome?: Outcome
  }[]
  readonly entities: readonly Entity[]
  readonly views: readonly SavedView[]
}

interface ShipOptions {
  /** Leaves out what is no sentence of a statement. */
  readonly withoutText?: boolean
  /** The graphs that are shipped, where not the project's own: a filter may have left a part. */
  readonly graphs?: Shipped['graphs']
  readonly views?: readonly SavedView[]
}

const atOnce = 1000

export function ship(project: Project, { withoutText = false, graphs, views = [] }: ShipOptions = {}): Shipped {
  const kept =
    graphs && new Set([...graphs.actors.edges, ...graphs.frames.nodes].flatMap((x) => x.attributes.statements))
  const infos = project.documents()
  const place = new Map(infos.map(({ id }, i) => [id, i]))
  const statements: Shipped['statements'][number][] = []
  const entities = new Set<string>()
  for (let offset = 0, total = 1; offset < total; offset += atOnce) {
    const page = project.statements({ offset, limit: atOnce })
    total = page.total
    for (const { statement, document, outcome } of page.rows) {
      if (kept && !kept.has(statement.id)) continue
      for (const id of entitiesNamed(statement)) entities.add(id)
      statements.push({ statement, document: place.get(document.id)!, ...(outcome && { outcome }) })
    }
  }
  const said = new Map<number, Span[]>()
  for (const { statement, document } of statements) {
    const list = said.get(document)
    if (list) list.push(statement.evidence.sentence)
    else said.set(document, [statement.evidence.sentence])
  }
  const documents = infos.flatMap((info, i) => {
    const view = project.document(info.id)
    if (!view) return []
    const { document, sentences, marks } = withoutText ? onlySentences(view, said.get(i) ?? []) : view
    return [{ info, document, sentences, marks }]
  })
  for (const { marks } of documents) for (const { entity } of marks) entities.add(entity)
  const within = new Map(documents.map(({ document, sentences }) => [document.id, inside(sentences)]))
  return {
    info: project.info(),
    graphs: graphs ?? { actors: project.graph('actors'), frames: project.graph('frames') },
    documents,
    statements,
    entities: [...entities].flatMap((id) => {
      const entity = project.entity(id)
      if (!entity) return []
      const isTold = (at: Span & { document: string }) => !withoutText || (within.get(at.document)?.(at) ?? false)
      return [{ ...entity, mentions: entity.mentions.filter(isTold) }]
    }),
    views,
  }
}

/** A document of which only some sentences can be read, each where it stood; a sign stands for what is left out. */
function onlySentences({ document, sentences, marks }: DocumentView, said: readonly Span[]) {
  const starts = new Set(said.map(({ start }) => start))
  const kept = sentences.filter(({ start }) => starts.has(start))
  let text = ''
  for (const { start, end } of kept)
    text += leftOut(document.text.slice(text.length, start)) + document.text.slice(start, end)
  text += leftOut(document.text.slice(text.length))
  const { mail: _, ...head } = document
  return { document: { ...head, text } satisfies Document, sentences: kept, marks: marks.filter(inside(kept)) }
}

/** Whether a span lies within one of some others, which are in order. */
function inside(spans: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    const begun = countLeading(spans, (span) => span.start <= start)
    return begun > 0 && end <= spans[begun - 1]!.end
  }
}

/** As long as what it stands for, and ending a paragraph where that did. */
function leftOut(text: string): string {
  if (!text.trim()) return text
  const end = /\n\s*\n/.test(text) && text.length > 4 ? '\n\n' : ' '
  return `${' …'.padEnd(text.length - end.length)}${end}`.slice(-text.length)
}

/** Answers as a project file does. */
export class ShippedProject implements Project {
  private readonly rows: readonly StatementRow[]
  private readonly entities: ReadonlyMap<string, Entity>
  private searching: MemorySearch | undefined

  constructor(private readonly data: Shipped) {
    const infos = data.documents.map(({ info }) => info)
    this.rows = data.statements.map(({ statement, document, outcome }) => ({
      statement,
      document: infos[document]!,
      ...(outcome && { outcome }),
    }))
    this.entities = new Map(data.entities.map((entity) => [entity.id, entity]))
  }

  info(): ProjectInfo {
    return this.data.info
  }

  graph(view: GraphView): SerializedGraph {
    return this.data.graphs[view]
  }

  documents(): readonly DocumentInfo[] {
    return this.data.documents.map(({ info }) => info)
  }

  document(id: string): DocumentView | undefined {
    const found = this.data.documents.find((one) => one.document.id === id)
    if (!found) return undefined
    const { document, sentences, marks } = found
    const statements = this.rows.filter((row) => row.document === found.info).map((row) => row.statement)
    return { document, sentences, marks, statements }
  }

  statements({ ids, entity, document, q, offset = 0, limit = 200 }: StatementQuery): Page<StatementRow> {
    const wanted = ids && new Set(ids)
    const asked = q === undefined ? undefined : new Set(this.finder().rows(q))
    const found = this.rows.filter(
      (row) =>
        (!wanted || wanted.has(row.statement.id)) &&
        (document === undefined || row.document.id === document) &&
        (entity === undefined || entitiesNamed(row.statement).has(entity)) &&
        (!asked || asked.has(row)),
    )
    return { total: found.length, rows: found.slice(offset, offset + Math.min(limit, atOnce)) }
  }

  entity(id: string): Entity | undefined {
    return this.entities.get(id)
  }

  search(query: string, limit: number): Found {
    return this.finder().search(query, limit)
  }

  matching(query: string): Matching {
    return this.finder().matching(query)
  }

  facts(): Facts {
    return factsOf(this.rows)
  }

  views(): readonly SavedView[] {
    return this.data.views
  }

  private finder(): MemorySearch {
    return (this.searching ??= new MemorySearch({
      rows: this.rows,
      entities: this.data.entities.map((entity) => ({ ...entity, mentions: entity.mentions.length })),
      texts: this.data.documents.map(({ info, document: { text }, sentences }) => ({
        document: info,
        text,
        sentences,
      })),
    }))
  }
}
