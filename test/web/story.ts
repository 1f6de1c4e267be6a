/** Invented documents with what they say → a project in memory, of the shape that a build gives. */
import { actorsGraph, framesGraph } from '../../src/graph/index.ts'
import { outcomesOf } from '../../src/link/index.ts'
import {
  type Document,
  type DocumentInfo,
  documentId,
  type Entity,
  type EntityProperty,
  type EntityType,
  type Filler,
  type Kind,
  type Project,
  type Role,
  type Span,
  type Statement,
  type StatementRow,
  stableId,
} from '../../src/model/index.ts'
import { factsOf, MemorySearch } from '../../src/query/index.ts'

/** Name, type, and the words that stand for it in the texts. */
type Thing = readonly [name: string, type: EntityType, ...words: string[]]

/** Sentence, kind, relation, predicate, then roles by their words; each is looked for in its sentence. */
interface Said {
  readonly at: number
  readonly kind: Kind
  readonly relation: string
  readonly predicate: string
  readonly roles: Partial<Record<Role, string | string[]>>
  readonly force?: Statement['force']
  readonly answer?: Statement['answer']
  readonly polarity?: Statement['polarity']
  readonly factuality?: Statement['factuality']
  readonly source?: string
  readonly time?: readonly [text: string, value: string]
  /** Index of the statement that it points at in the same document. */
  readonly links?: readonly (readonly [Statement['links'][number]['type'], number])[]
  readonly confidence?: number
}

export interface Story {
  readonly uri: string
  readonly title: string
  readonly date?: string
  /** Paragraphs of sentences. */
  readonly paragraphs: readonly (readonly string[])[]
  readonly things: readonly Thing[]
  readonly said: readonly Said[]
  /** What a text says of a thing: property, value, which stands so in the text. */
  readonly traits?: readonly (readonly [name: string, property: EntityProperty['name'], value: string])[]
  readonly mail?: Document['mail']
}

interface Told {
  readonly info: DocumentInfo
  readonly document: Document
  readonly sentences: readonly Span[]
  readonly properties: ReadonlyMap<string, readonly EntityProperty[]>
  readonly marks: { start: number; end: number; entity: string; name: string; type: EntityType }[]
  readonly statements: Statement[]
}

const entityId = (name: string) => stableId('e', name)

function tell(story: Story): Told {
  const sentences: Span[] = []
  let text = ''
  for (const paragraph of story.paragraphs) {
    if (text) text += '\n\n'
    paragraph.forEach((sentence, i) => {
      if (i) text += ' '
      sentences.push({ start: text.length, end: text.length + sentence.length })
      text += sentence
    })
  }
  const id = documentId(story.uri)
  const { uri, title, date, mail } = story
  const document: Document = { id, uri, text, title, date, format: mail ? 'email' : 'text', mail }

  const marks: Told['marks'] = []
  const words = story.things.flatMap(([name, type, ...others]) =>
    [name, ...others].map((word) => ({ name, type, word })),
  )
  words.sort((a, b) => b.word.length - a.word.length)
  for (const { name, type, word } of words) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const end = start + word.length
      const whole = !/\w/.test(text[start - 1] ?? ' ') && !/\w/.test(text[end] ?? ' ')
      if (whole && !marks.some((m) => m.start < end && start < m.end))
        marks.push({ start, end, entity: entityId(name), name, type })
    }
  }
  marks.sort((a, b) => a.start - b.start)

  const find = (words: string, at: number) => {
    const { start, end } = sentences[at]!
    const found = text.slice(start, end).indexOf(words)
    if (found < 0) throw new Error(`"${words}" is not in sentence ${at} of ${uri}`)
    return { start: start + found, end: start + found + words.length, text: words }
  }
  const filler = (words: string, at: number): Filler => {
    const span = find(words, at)
    const mark = marks.find(
      (m) => m.start >= span.start && m.end <= span.end && span.end - m.end < 2 && m.start - span.start < 5,
    )
    return mark ? { ...span, entity: { id: mark.entity, name: mark.name, type: mark.type } } : span
  }
  const ids = story.said.map((_, i) => stableId('s', uri, i))
  const statements = story.said.map((said, i): Statement => {
    const sentence = sentences[said.at]!
    const roles: Partial<Record<Role, Filler[]>> = {}
    for (const role of Object.keys(said.roles) as Role[]) {
      roles[role] = [said.roles[role]!]
        .flat()
        .map((words) => (role === 'message' ? find(words, said.at) : filler(words, said.at)))
    }
    return {
      id: ids[i]!,
      kind: said.kind,
      frame: {
        request: 'Request',
        response: 'Response',
        communication: 'Statement',
        action: 'Action',
        relation: 'Relation',
      }[said.kind],
      relation: said.relation,
      predicate: { ...find(said.predicate, said.at), lemma: said.relation.split(' ')[0]! },
      roles,
      force: said.kind === 'request' ? (said.force ?? 'ask') : undefined,
      answer: said.answer,
      polarity: said.polarity ?? 'positive',
      factuality: said.factuality ?? 'actual',
      source: said.source ? [filler(said.source, said.at)] : [],
      time: said.time ? { ...find(said.time[0], said.at), value: said.time[1] } : undefined,
      links: (said.links ?? []).map(([type, target]) => ({ type, statement: ids[target]! })),
      confidence: said.confidence ?? 0.9,
      foundBy: `${said.relation.replaceAll(' ', '-')}-fixture`,
      evidence: {
        document: uri,
        sentence: { ...sentence, index: said.at, text: text.slice(sentence.start, sentence.end) },
      },
    }
  })
  const info = { id, uri, title, date, sentences: sentences.length, statements: statements.length }
  const properties = new Map<string, EntityProperty[]>()
  for (const [thing, property, value] of story.traits ?? []) {
    const start = text.indexOf(value)
    if (start < 0) throw new Error(`"${value}" is not in ${uri}`)
    const list = properties.get(entityId(thing)) ?? []
    properties.set(entityId(thing), list)
    list.push({ name: property, value, document: id, start, end: start + value.length })
  }
  return { info, document, sentences, marks, statements, properties }
}

/** A project of the stories, answering as a store does. */
export function projectOf(name: string, stories: readonly Story[]): Project {
  const told = stories.map(tell)
  const statements = told.flatMap((t) => t.statements)
  const outcomes = outcomesOf(statements)
  const rows = told.flatMap((t) =>
    t.statements.map((statement): StatementRow => {
      const outcome = outcomes.get(statement.id)
      return { statement, document: t.info, ...(outcome && { outcome }) }
    }),
  )
  const entities = new Map<string, Entity>()
  for (const { document, marks, sentences, properties } of told) {
    for (const { start, end, entity, name, type } of marks) {
      const known = entities.get(entity)
      const words = document.text.slice(start, end)
      const sentence = sentences.findIndex((s) => s.start <= start && end <= s.end)
      entities.set(entity, {
        id: entity,
        name,
        type,
        ...(properties.has(entity) || known?.properties
          ? { properties: properties.get(entity) ?? known!.properties! }
          : {}),
        aliases: [...new Set([name, ...(known?.aliases ?? []), words])],
        mentions: [
          ...(known?.mentions ?? []),
          { document: document.id, sentence, start, end, text: words, kind: 'NAM' },
        ],
      })
    }
  }
  const input = { name, built: '2019-03-15T09:00:00Z', statements, outcomes, entities: [...entities.values()] }
  const searched = new MemorySearch({
    rows,
    entities: input.entities.map((entity) => ({ ...entity, mentions: entity.mentions.length })),
    texts: told.map(({ info, document: { text }, sentences }) => ({ document: info, text, sentences })),
  })
  const graphs = { actors: actorsGraph(input), frames: framesGraph(input) }
  const names = (s: Statement) => [...Object.values(s.roles).flat(), ...s.source].map((f) => f.entity?.id)
  return {
    info: () => ({
      name,
      built: input.built,
      documents: told.length,
      sentences: told.reduce((sum, t) => sum + t.sentences.length, 0),
      statements: statements.length,
      entities: entities.size,
      skipped: [{ uri: 'letters/blank.html', reason: 'no text in it' }],
    }),
    graph: (view) => graphs[view],
    documents: () => told.map((t) => t.info),
    document: (id) => told.find((t) => t.document.id === id),
    statements: ({ ids, entity, document, q, offset = 0, limit = 200 }) => {
      const found = (q ? searched.rows(q) : rows).filter(
        (row) =>
          (!ids || ids.includes(row.statement.id)) &&
          (!entity || names(row.statement).includes(entity)) &&
          (!document || row.document.id === document),
      )
      return { total: found.length, rows: found.slice(offset, offset + limit) }
    },
    entity: (id) => entities.get(id),
    search: (query, limit) => searched.search(query, limit),
    matching: (query) => searched.matching(query),
    facts: () => factsOf(rows),
  }
}
