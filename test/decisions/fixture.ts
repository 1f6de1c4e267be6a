/** Letters in sentences such as "Ann Lov asked Bob Day to wait." → a project in memory, with decisions made on it. */
import { anchored, type GroundDocument, type Known, type Wish } from '../../src/decisions/index.ts'
import { resolveEntities } from '../../src/entities/index.ts'
import {
  type Decision,
  type Document,
  type DocumentInfo,
  type Entity,
  type Statement,
  stableId,
} from '../../src/model/index.ts'
import { analysed, makeDocument } from '../store/fixtures.ts'
import { decide, type Whole } from './decided.ts'

export type Texts = Readonly<Record<string, string>>

/** As the pipeline gives them: the ids of entities are those of their first mention's place, so that edits change them. */
export function documentsOf(texts: Texts): GroundDocument[] {
  return Object.keys(texts)
    .sort()
    .map((uri) => placed(makeDocument(uri, texts[uri]!)))
}

function placed(document: Document): GroundDocument {
  const { sentences, entities, statements } = analysed(document)
  const ids = new Map(entities.map((one) => [one.id, stableId('e', document.id, one.mentions[0]!.start)]))
  return {
    document,
    sentences,
    entities: entities.map((one) => ({ ...one, id: ids.get(one.id)! })),
    statements: statements.map((statement) => renamed(statement, ids)),
  }
}

const renamed = (statement: Statement, ids: ReadonlyMap<string, string>): Statement => ({
  ...statement,
  roles: Object.fromEntries(
    Object.entries(statement.roles).map(([role, fillers]) => [
      role,
      fillers.map((one) => (one.entity ? { ...one, entity: { ...one.entity, id: ids.get(one.entity.id)! } } : one)),
    ]),
  ),
})

/** A project whose decisions are replayed whenever it is looked at. */
export class Desk {
  log: Decision[] = []
  private documents: GroundDocument[]
  private count = 0

  constructor(
    texts: Texts,
    private readonly who = 'ann',
  ) {
    this.documents = documentsOf(texts)
  }

  /** As a build does with documents that have changed. */
  rebuild(texts: Texts): void {
    this.documents = documentsOf(texts)
  }

  whole(log: readonly Decision[] = this.log): Whole {
    const resolved = resolveEntities(this.documents.flatMap(({ entities }) => entities))
    return decide(this.documents, resolved, log)
  }

  /** The entities of a name; the id of the only one. */
  named(name: string): readonly Entity[] {
    return this.whole().entities.filter((entity) => entity.name === name)
  }
  id(name: string): string {
    const [entity] = this.named(name)
    if (!entity) throw new Error(`no ${name} in ${this.whole().entities.map((one) => one.name)}`)
    return entity.id
  }

  decide(wish: Wish): Decision {
    const at = this.count++
    const decision: Decision = {
      id: `${this.who}${at}`,
      who: this.who,
      when: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString(),
      ...(wish.why !== undefined && { why: wish.why }),
      ...anchored(wish, known(this.documents, this.whole()), this.log),
    }
    this.log.push(decision)
    return decision
  }

  undo(decision: Decision): Decision {
    return this.decide({ what: 'undo', undoes: decision.id })
  }

  state(decision: Decision) {
    return this.whole().decided.find((one) => one.decision.id === decision.id)!
  }
}

/** What the anchors of new decisions are made from. */
function known(documents: readonly GroundDocument[], whole: Whole): Known {
  const infoOf = ({ document }: GroundDocument): DocumentInfo => ({
    id: document.id,
    uri: document.uri,
    sentences: 0,
    statements: 0,
  })
  return {
    entity: (id) => whole.entities.find((one) => one.id === id),
    document: (id) => {
      const found = documents.find(({ document }) => document.id === id)
      return found && { document: { ...found.document, format: 'text' }, sentences: [], marks: [], statements: [] }
    },
    statements: ({ ids = [] }) => {
      const rows = whole.statements
        .filter(({ id }) => ids.includes(id))
        .map((statement) => ({
          statement,
          document: infoOf(documents.find(({ document }) => document.uri === statement.evidence.document)!),
        }))
      return { total: rows.length, rows }
    },
    chains: (id) => {
      const entity = whole.entities.find((one) => one.id === id)
      const places = new Set(entity?.mentions.map((one) => `${one.document} ${one.start}`))
      return documents
        .flatMap(({ entities }) => entities.map(({ mentions }) => mentions))
        .map((chain) => chain.filter((one) => places.has(`${one.document} ${one.start}`)))
        .filter((chain) => chain.length > 0)
        .map((mentions) => ({ mentions }))
    },
  }
}

/** What is said, in words, with what each party is called. */
export const said = (whole: Whole): string[] =>
  whole.statements.map(({ roles, predicate }) =>
    [
      roles.speaker?.[0]?.entity?.name ?? '-',
      predicate.text,
      roles.addressee?.[0]?.entity?.name ?? '-',
      roles.message?.[0]?.text,
    ].join(' '),
  )
