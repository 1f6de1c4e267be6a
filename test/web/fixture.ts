/** Hand-made project in memory, of the shape that a build gives: two invented documents with what they say. */
import { actorsGraph, framesGraph } from '../../src/graph/index.ts'
import { outcomesOf } from '../../src/link/index.ts'
import {
  type Document,
  type DocumentInfo,
  documentId,
  type Entity,
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
  readonly mail?: Document['mail']
}

interface Told {
  readonly info: DocumentInfo
  readonly document: Document
  readonly sentences: readonly Span[]
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
  return { info, document, sentences, marks, statements }
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
  for (const { document, marks, sentences } of told) {
    for (const { start, end, entity, name, type } of marks) {
      const known = entities.get(entity)
      const words = document.text.slice(start, end)
      const sentence = sentences.findIndex((s) => s.start <= start && end <= s.end)
      entities.set(entity, {
        id: entity,
        name,
        type,
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

const harbour: Story = {
  uri: 'letters/harbour.txt',
  title: 'Harbour authority tells ferries not to sail at night',
  date: '2019-03-14',
  paragraphs: [
    ['Harbour authority tells ferries not to sail at night'],
    ['14 Mar 2019'],
    [
      'The Harbour Authority of Norrvik told ferry operators not to sail after ten in the evening, under a new noise rule.',
      'Norrvik Ferries AB asked the authority to withdraw the rule before the summer.',
    ],
    [
      '"We will not comply with a rule that nobody discussed with us," Ingrid Halvorsen, the chief executive of Norrvik Ferries, told the Coast Gazette on Thursday.',
    ],
    [
      "The authority's demand was prompted by requests from the city council and the Ministry of Transport.",
      'The ministry urged the authority to publish its measurements, a person close to the talks said.',
      'Residents of Old Quay asked the council for quiet nights in January.',
    ],
    [
      'Halvorsen warned passengers not to book late crossings until the dispute is settled.',
      'Blue Line, a partner of Norrvik Ferries, said that the company would move two ships to Port Selby.',
    ],
    [
      'The noise rule requires ferry operators to fit silencers by June.',
      'If ferry operators do not comply with the order, the authority could close their berths, the Coast Gazette reported.',
    ],
    [
      'Mayor Tomas Lindqvist invited Halvorsen to a meeting at the town hall.',
      'She declined the invitation from Lindqvist.',
      "The seamen's union demanded that Norrvik Ferries pay the crews for the lost hours.",
      'Nobody asked passengers to leave the ships, the police said.',
    ],
    [
      'The union suggested that the ministry pay for the silencers.',
      'Selby Shipping bought Blue Line in 2016.',
      'Mr Okafor, a lawyer, works for the Harbour Authority and advises the city council.',
      'The police checked the ships of Blue Line on Monday.',
    ],
  ],
  things: [
    [
      'Harbour Authority of Norrvik',
      'PublicBody',
      'Harbour Authority',
      'Harbour authority',
      'The authority',
      'the authority',
    ],
    ['ferry operators', 'Group', 'ferries'],
    ['noise rule', 'Law'],
    ['Norrvik Ferries AB', 'Company', 'Norrvik Ferries', 'the company'],
    ['Ingrid Halvorsen', 'Person', 'Halvorsen', 'She'],
    ['Coast Gazette', 'Company'],
    ['city council', 'PublicBody', 'the council'],
    ['Ministry of Transport', 'PublicBody', 'The ministry', 'the ministry'],
    ['Residents of Old Quay', 'Group'],
    ['passengers', 'Group'],
    ['Blue Line', 'Company'],
    ['two ships', 'Thing', 'the ships'],
    ['Port Selby', 'Place'],
    ['Tomas Lindqvist', 'Person', 'Lindqvist'],
    ["seamen's union", 'Organization', 'The union'],
    ['police', 'PublicBody'],
    ['Selby Shipping', 'Company'],
    ['Okafor', 'Person'],
    ['a meeting', 'Event'],
    ['person close to the talks', 'Person'],
    ['crews', 'Group'],
  ],
  said: [
    {
      at: 2,
      kind: 'request',
      relation: 'tell',
      predicate: 'told',
      force: 'order',
      polarity: 'negative',
      roles: {
        speaker: 'Harbour Authority of Norrvik',
        addressee: 'ferry operators',
        message: 'sail after ten in the evening',
      },
      links: [['prompted by', 4]],
      confidence: 0.95,
    },
    {
      at: 3,
      kind: 'request',
      relation: 'ask',
      predicate: 'asked',
      roles: {
        speaker: 'Norrvik Ferries AB',
        addressee: 'the authority',
        message: 'withdraw the rule before the summer',
      },
      links: [['prompted by', 0]],
      confidence: 0.94,
    },
    {
      at: 4,
      kind: 'response',
      relation: 'not comply',
      predicate: 'not comply',
      answer: 'defy',
      factuality: 'future',
      polarity: 'positive',
      roles: { speaker: 'We', message: 'a rule that nobody discussed with us' },
      links: [['answers', 0]],
      source: 'Ingrid Halvorsen',
      confidence: 0.71,
    },
    {
      at: 4,
      kind: 'communication',
      relation: 'tell',
      predicate: 'told',
      roles: { speaker: 'Ingrid Halvorsen', addressee: 'Coast Gazette' },
      time: ['Thursday', '2019-03-14'],
    },
    {
      at: 5,
      kind: 'request',
      relation: 'request',
      predicate: 'requests',
      roles: { speaker: ['city council', 'Ministry of Transport'], addressee: 'The authority' },
      confidence: 0.82,
    },
    {
      at: 5,
      kind: 'request',
      relation: 'demand',
      predicate: 'demand',
      force: 'demand',
      roles: { speaker: 'The authority' },
      links: [
        ['prompted by', 4],
        ['repeats', 0],
      ],
      confidence: 0.7,
    },
    {
      at: 6,
      kind: 'request',
      relation: 'urge',
      predicate: 'urged',
      force: 'urge',
      roles: { speaker: 'The ministry', addressee: 'the authority', message: 'publish its measurements' },
      source: 'a person close to the talks',
    },
    {
      at: 7,
      kind: 'request',
      relation: 'ask',
      predicate: 'asked',
      roles: { speaker: 'Residents of Old Quay', addressee: 'the council', message: 'quiet nights' },
      time: ['January', '2019-01'],
    },
    {
      at: 8,
      kind: 'request',
      relation: 'warn',
      predicate: 'warned',
      force: 'warn',
      polarity: 'negative',
      roles: {
        speaker: 'Halvorsen',
        addressee: 'passengers',
        message: 'book late crossings until the dispute is settled',
      },
    },
    {
      at: 9,
      kind: 'relation',
      relation: 'partner of',
      predicate: 'partner of',
      roles: { subject: 'Blue Line', object: 'Norrvik Ferries' },
    },
    {
      at: 9,
      kind: 'communication',
      relation: 'say',
      predicate: 'said',
      roles: { speaker: 'Blue Line', message: 'the company would move two ships to Port Selby' },
    },
    {
      at: 9,
      kind: 'action',
      relation: 'move',
      predicate: 'move',
      factuality: 'future',
      roles: { agent: 'the company', patient: 'two ships', place: 'Port Selby' },
      source: 'Blue Line',
      confidence: 0.66,
    },
    {
      at: 10,
      kind: 'request',
      relation: 'require',
      predicate: 'requires',
      force: 'order',
      roles: { speaker: 'The noise rule', addressee: 'ferry operators', message: 'fit silencers by June' },
    },
    {
      at: 11,
      kind: 'response',
      relation: 'not comply',
      predicate: 'do not comply',
      answer: 'defy',
      factuality: 'hypothetical',
      roles: { speaker: 'ferry operators', message: 'the order' },
      links: [['answers', 0]],
      source: 'Coast Gazette',
      confidence: 0.8,
    },
    {
      at: 11,
      kind: 'communication',
      relation: 'report',
      predicate: 'reported',
      roles: { speaker: 'the Coast Gazette', message: 'the authority could close their berths' },
      confidence: 0.75,
    },
    {
      at: 12,
      kind: 'request',
      relation: 'invite',
      predicate: 'invited',
      force: 'invite',
      roles: { speaker: 'Tomas Lindqvist', addressee: 'Halvorsen', message: 'a meeting at the town hall' },
    },
    {
      at: 13,
      kind: 'response',
      relation: 'decline',
      predicate: 'declined',
      answer: 'refuse',
      roles: { speaker: 'She', addressee: 'Lindqvist', message: 'the invitation' },
      links: [['answers', 15]],
    },
    {
      at: 14,
      kind: 'request',
      relation: 'demand',
      predicate: 'demanded',
      force: 'demand',
      roles: {
        speaker: "The seamen's union",
        addressee: 'Norrvik Ferries',
        message: 'pay the crews for the lost hours',
      },
    },
    {
      at: 15,
      kind: 'request',
      relation: 'ask',
      predicate: 'asked',
      factuality: 'denied',
      roles: { speaker: 'Nobody', addressee: 'passengers', message: 'leave the ships' },
      source: 'the police',
      confidence: 0.88,
    },
    {
      at: 16,
      kind: 'request',
      relation: 'suggest',
      predicate: 'suggested',
      force: 'suggest',
      roles: { speaker: 'The union', message: 'the ministry pay for the silencers' },
      confidence: 0.77,
    },
    {
      at: 17,
      kind: 'action',
      relation: 'buy',
      predicate: 'bought',
      roles: { agent: 'Selby Shipping', patient: 'Blue Line' },
      time: ['2016', '2016'],
    },
    {
      at: 18,
      kind: 'relation',
      relation: 'works for',
      predicate: 'works for',
      roles: { subject: 'Mr Okafor', object: 'the Harbour Authority' },
    },
    {
      at: 18,
      kind: 'action',
      relation: 'advise',
      predicate: 'advises',
      roles: { agent: 'Mr Okafor', patient: 'city council' },
      confidence: 0.6,
    },
    {
      at: 19,
      kind: 'action',
      relation: 'check',
      predicate: 'checked',
      roles: { agent: 'The police', patient: 'Blue Line' },
      time: ['Monday', '2019-03-11'],
    },
  ],
}

const letter: Story = {
  uri: 'letters/reply.eml',
  title: 'Your demand of Thursday',
  paragraphs: [
    ['From: Ingrid Halvorsen <ingrid@ferries.example>'],
    ["To: The seamen's union <union@crews.example>"],
    ['Subject: Your demand of Thursday'],
    ['Norrvik Ferries agrees to pay the crews.', 'We ask the union to send its list of hours.'],
  ],
  things: [
    ['Ingrid Halvorsen', 'Person', 'We'],
    ["seamen's union", 'Organization', 'the union'],
    ['Norrvik Ferries AB', 'Company', 'Norrvik Ferries'],
    ['crews', 'Group'],
  ],
  said: [
    {
      at: 3,
      kind: 'response',
      relation: 'agree',
      predicate: 'agrees',
      answer: 'grant',
      roles: { speaker: 'Norrvik Ferries', message: 'pay the crews' },
    },
    {
      at: 4,
      kind: 'request',
      relation: 'ask',
      predicate: 'ask',
      roles: { speaker: 'We', addressee: 'the union', message: 'send its list of hours' },
    },
  ],
  mail: {
    from: [{ name: 'Ingrid Halvorsen', address: 'ingrid@ferries.example' }],
    to: [{ name: "The seamen's union", address: 'union@crews.example' }],
    cc: [],
    subject: 'Your demand of Thursday',
    bodyStart: 129,
  },
}

const stories: readonly Story[] = [harbour, letter]
export const project = projectOf('letters', stories)

/** Texts that would run as script, or load something, where a page writes them out unescaped. */
export const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<base href="https://elsewhere.example/">',
  '<a href="javascript:alert(1)">x</a>',
  '<style>@import "https://elsewhere.example/x.css"</style>',
  '{{constructor.constructor("alert(1)")()}}',
  '</title><script>alert(1)</script>',
  '<object data="https://elsewhere.example/"></object>',
  '\u202egnp.exe <img src=https://elsewhere.example/x>',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '<math><mtext></math><img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<form action="https://elsewhere.example/"><button>x</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
]

/** The same in names, titles, addresses and requests. */
export const payloadProject = projectOf(
  payloads[0]!,
  payloads.map((payload, i) => {
    const other = payloads[(i + 1) % payloads.length]!
    return {
      uri: `${payload}.txt`,
      title: payload,
      paragraphs: [[`A${i} ${payload} asked B${i} ${other} to open ${payload} at once.`]],
      things: [
        [`A${i} ${payload}`, 'Person'],
        [`B${i} ${other}`, 'Company'],
      ],
      said: [
        {
          at: 0,
          kind: 'request',
          relation: 'ask',
          predicate: 'asked',
          roles: { speaker: `A${i} ${payload}`, addressee: `B${i} ${other}`, message: `open ${payload} at once` },
        },
      ],
    } satisfies Story
  }),
)

/** A document in which nobody asks for anything. */
export const quietStory: Story = {
  uri: 'quiet.txt',
  title: 'Quiet',
  paragraphs: [['The tide was low.']],
  things: [],
  said: [],
}
