/** Analyses → a project in memory, which answers as a project file does: the page's own, with no server and no disk. */
import { datesOf, resolveEntities } from '../entities/index.ts'
import { actorsGraph, framesGraph } from '../graph/index.ts'
import { outcomesOf } from '../link/index.ts'
import type {
  ChainOf,
  Decided,
  Decision,
  DocumentInfo,
  DocumentView,
  Entity,
  Facts,
  Found,
  GraphView,
  Mark,
  Matching,
  Outcome,
  Page,
  Portrait,
  Project,
  ProjectInfo,
  SerializedGraph,
  SkippedDocument,
  Statement,
  StatementQuery,
  StatementRow,
} from '../model/index.ts'
import { factsOf, MemorySearch } from '../query/index.ts'
import type { Analysed } from './analysis.ts'
import { canonicalStatement, entitiesNamed } from './canonical.ts'
import { type DecidedWhole, decide } from './decided.ts'
import { portraitOf } from './portrait.ts'
import { verify } from './verify.ts'

const mostRows = 1000

/** All that depends on more than one document. */
interface Whole {
  /** In the order in which a project tells of them. */
  readonly documents: readonly Analysed[]
  readonly infos: ReadonlyMap<string, DocumentInfo>
  /** By document id. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>
  /** What decisions make of it; absent where there are none. */
  readonly after: DecidedWhole | undefined
  readonly entities: ReadonlyMap<string, Entity>
  readonly rows: readonly StatementRow[]
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Rows that name an entity. */
  readonly naming: ReadonlyMap<string, readonly StatementRow[]>
  readonly byDocument: ReadonlyMap<string, readonly StatementRow[]>
}

/** Documents are put in one by one; what depends on all of them is made when it is asked for, once. */
export class MemoryProject implements Project {
  private readonly documentsById = new Map<string, Analysed>()
  private readonly skipped = new Map<string, string>()
  private readonly graphs = new Map<GraphView, SerializedGraph>()
  private built: string | undefined
  private whole: Whole | undefined
  private searched: MemorySearch | undefined
  private log: readonly Decision[] = []

  constructor(private readonly name: string) {}

  /**
   * Adds a document, or takes the place of the one with its id.
   * @throws DemarcheError where a quotation does not stand in its text
   */
  put(analysed: Analysed): void {
    for (const statement of analysed.statements) verify(analysed.document, statement)
    this.documentsById.set(analysed.document.id, analysed)
    this.skipped.delete(analysed.document.uri)
    this.forget()
  }

  /** Replays a log of decisions over what was extracted. */
  follow(log: readonly Decision[]): void {
    this.log = log
    this.forget()
  }

  private forget(): void {
    this.graphs.clear()
    this.built = this.whole = this.searched = undefined
  }

  /** Every decision with what became of it. */
  decided(): readonly Decided[] {
    return this.all().after?.decided ?? []
  }

  /** The id that an entity goes by now, after what was decided; undefined for one that is not shown. */
  now(id: string): string | undefined {
    const { after, entities } = this.all()
    return after ? after.now(id) : entities.has(id) ? id : undefined
  }

  entities(): readonly Entity[] {
    return [...this.all().entities.values()]
  }

  /** The mentions of an entity as each document ties them together, in the order of documents. */
  chains(id: string): readonly ChainOf[] {
    const { documents, infos, after, entities } = this.all()
    const chains = (after ?? decide(documents, this.resolved(documents), [])).chains.get(id) ?? []
    const order = new Map([...infos.keys()].map((key, place) => [key, place]))
    return entities.has(id)
      ? chains
          .map(({ document, name, mentions, own }): ChainOf => {
            return { document: infos.get(document)!, name, mentions, by: own ? 'own' : 'decision' }
          })
          .sort((a, b) => order.get(a.document.id)! - order.get(b.document.id)!)
      : []
  }

  portrait(id: string): Portrait | undefined {
    const entity = this.entity(id)
    return entity && portraitOf(entity, this.all())
  }

  /** Notes what could not be read; until it can. */
  skip({ uri, reason }: SkippedDocument): void {
    this.skipped.set(uri, reason)
  }

  info(): ProjectInfo {
    const { documents, rows, naming } = this.all()
    return {
      name: this.name,
      ...(this.built && { built: this.built }),
      documents: documents.length,
      sentences: documents.reduce((sum, { sentences }) => sum + sentences.length, 0),
      statements: rows.length,
      entities: naming.size,
      skipped: [...this.skipped].map(([uri, reason]) => ({ uri, reason })),
    }
  }

  graph(view: GraphView): SerializedGraph {
    let graph = this.graphs.get(view)
    if (!graph) {
      const { rows, entities, outcomes } = this.all()
      const statements = rows.map(({ statement }) => statement)
      const input = { name: this.name, statements, outcomes, entities: [...entities.values()] }
      this.graphs.set(view, (graph = view === 'actors' ? actorsGraph(input) : framesGraph(input)))
    }
    return graph
  }

  documents(): readonly DocumentInfo[] {
    return [...this.all().infos.values()]
  }

  document(id: string): DocumentView | undefined {
    const found = this.documentsById.get(id)
    if (!found) return undefined
    const { document, sentences } = found
    const { marks, byDocument } = this.all()
    return {
      document,
      sentences,
      marks: marks.get(id) ?? [],
      statements: (byDocument.get(id) ?? []).map(({ statement }) => statement),
    }
  }

  /** At most 1,000 rows; 200 where no limit is given; in the order of documents and text. */
  statements({ ids, entity, document, q, offset = 0, limit = 200 }: StatementQuery): Page<StatementRow> {
    const { rows, naming, byDocument } = this.all()
    let found = entity === undefined ? rows : (naming.get(entity) ?? [])
    if (document !== undefined)
      found =
        entity === undefined ? (byDocument.get(document) ?? []) : found.filter((row) => row.document.id === document)
    if (ids) {
      const wanted = new Set(ids)
      found = found.filter(({ statement }) => wanted.has(statement.id))
    }
    if (q !== undefined) {
      const wanted = new Set(this.finder().rows(q))
      found = found.filter((row) => wanted.has(row))
    }
    return { total: found.length, rows: found.slice(offset, offset + Math.min(limit, mostRows)) }
  }

  entity(id: string): Entity | undefined {
    return this.all().entities.get(id)
  }

  search(query: string, limit: number): Found {
    return this.finder().search(query, Math.min(limit, mostRows))
  }

  matching(query: string): Matching {
    return this.finder().matching(query)
  }

  facts(): Facts {
    return factsOf(this.all().rows)
  }

  private all(): Whole {
    return (this.whole ??= this.makeWhole())
  }

  private makeWhole(): Whole {
    const documents = [...this.documentsById.values()].sort(({ document: a }, { document: b }) =>
      a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0,
    )
    if (documents.length > 0) this.built = new Date().toISOString()
    const canonical = this.resolved(documents)
    const after = this.log.length ? decide(documents, canonical, this.log) : undefined
    const said =
      after?.statements ??
      documents.flatMap(({ statements }) =>
        statements.map((one) => canonicalStatement(one, (local) => canonical.get(local))),
      )
    const ids = new Map(documents.map(({ document: { uri, id } }) => [uri, id]))
    const statementsOf = new Map<string, Statement[]>()
    for (const one of said) addTo(statementsOf, ids.get(one.evidence.document)!, one)
    const infos = new Map(
      documents.map((analysed) => {
        const { id } = analysed.document
        return [id, infoOf(analysed, statementsOf.get(id)?.length ?? 0)]
      }),
    )
    const outcomes = new Map([...statementsOf.values()].flatMap((list) => [...outcomesOf(list)]))
    const rows = documents.flatMap(({ document: { id } }) =>
      (statementsOf.get(id) ?? []).map((statement): StatementRow => {
        const outcome = outcomes.get(statement.id)
        return { statement, document: infos.get(id)!, ...(outcome && { outcome }) }
      }),
    )
    const entities = after?.entities ?? [...new Map([...canonical.values()].map((one) => [one.id, one])).values()]
    const marks = new Map<string, Mark[]>()
    for (const { id, name, type, mentions } of entities)
      for (const { document, start, end } of mentions) addTo(marks, document, { start, end, entity: id, name, type })
    for (const list of marks.values()) list.sort((a, b) => a.start - b.start || b.end - a.end)
    const naming = new Map<string, StatementRow[]>()
    for (const row of rows) for (const id of entitiesNamed(row.statement)) addTo(naming, id, row)
    const byDocument = new Map<string, StatementRow[]>()
    for (const row of rows) addTo(byDocument, row.document.id, row)
    return {
      documents,
      infos,
      marks,
      after,
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      rows,
      outcomes,
      naming,
      byDocument,
    }
  }

  /** Each local entity's id → what it is over all documents, before anybody decided anything. */
  private resolved(documents: readonly Analysed[]): ReadonlyMap<string, Entity> {
    const dates = datesOf(documents.map(({ document }) => document))
    return resolveEntities(
      documents.flatMap(({ entities }) => entities),
      { dates },
    )
  }

  private finder(): MemorySearch {
    return (this.searched ??= this.makeFinder())
  }

  private makeFinder(): MemorySearch {
    const { documents, infos, entities, naming, rows } = this.all()
    // names that a search finds: of what a text names, or a statement is about
    const findable = [...entities.values()].filter(
      ({ id, mentions }) => naming.has(id) || mentions.some(({ kind }) => kind === 'NAM'),
    )
    return new MemorySearch({
      rows,
      entities: findable.map((entity) => ({ ...entity, mentions: entity.mentions.length })),
      texts: documents.map(({ document: { id, text }, sentences }) => ({ document: infos.get(id)!, text, sentences })),
    })
  }
}

function addTo<Row>(lists: Map<string, Row[]>, key: string, row: Row): void {
  const list = lists.get(key)
  if (list) list.push(row)
  else lists.set(key, [row])
}

function infoOf({ document: { id, uri, title, date }, sentences }: Analysed, statements: number): DocumentInfo {
  return {
    id,
    uri,
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    sentences: sentences.length,
    statements,
  }
}
