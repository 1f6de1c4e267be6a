/** A decision about a statement → the statement as it now is, in the document's list of what changed. */
import {
  type DecisionOf,
  type EntityAnchor,
  type EntityType,
  type Filler,
  type FillerAnchor,
  type Kind,
  type NewStatement,
  overlaps,
  type Role,
  type RoleAnchors,
  type Roles,
  type Span,
  type Statement,
  type StatementAnchor,
  stableId,
} from '../model/index.ts'
import { likeness } from './near.ts'
import type { Documents, OpenDocument } from './places.ts'

export type StatementDecision = DecisionOf<'accept' | 'reject' | 'edit' | 'add'>

interface Lost {
  readonly lost: string
}

export interface Surroundings {
  readonly documents: Documents
  /** The id of what a filler is told to stand for. */
  entity(anchor: EntityAnchor): { readonly atom: string } | Lost
  /** Makes something of words that nobody took for a mention. Gives its id. */
  mark(document: OpenDocument, span: Span, type: EntityType): string
}

const frames: Readonly<Record<Kind, string>> = {
  request: 'Request',
  response: 'Response',
  communication: 'Statement',
  action: 'Action',
  relation: 'Relation',
}

/** What a person has judged is sure. */
const sure = { confidence: 1 }

/** The id of the statement that the decision is about, or why there is none. */
export function decideStatement(
  decision: StatementDecision,
  around: Surroundings,
): { readonly statement: string } | Lost {
  if (decision.what === 'add') return add(decision.id, decision.statement, around)
  const found = find(decision.statement, decision.what !== 'edit', around.documents)
  if ('lost' in found) return found
  const { document, statement } = found
  const { id } = statement
  if (decision.what === 'reject') {
    document.rejected.add(id)
    return { statement: id }
  }
  if (decision.what === 'accept') {
    document.rejected.delete(id)
    document.changed.set(id, { ...statement, ...sure })
    return { statement: id }
  }
  const filled = fill(decision.roles ?? {}, document, around)
  if ('lost' in filled) return filled
  const roles = Object.fromEntries(
    Object.entries({ ...statement.roles, ...filled.roles }).filter(([, fillers]) => fillers.length > 0),
  ) as Roles<Filler>
  const { polarity = statement.polarity, factuality = statement.factuality } = decision
  document.changed.set(id, { ...statement, roles, polarity, factuality, ...sure })
  return { statement: id }
}

/**
 * The statement that has its predicate where the anchor's words stand now. `same`: it must say the same still, for who
 * judged it; else it must only be of the same kind.
 */
function find(
  anchor: StatementAnchor,
  same: boolean,
  documents: Documents,
): { document: OpenDocument; statement: Statement } | Lost {
  const place = documents.find(anchor.predicate)
  if (typeof place === 'string') return { lost: place }
  const { document, span } = place
  let best: { statement: Statement; like: number } | undefined
  let other: Statement | undefined
  // a rejected one may be accepted again
  for (const extracted of document.everyStatement()) {
    if (!overlaps(extracted.predicate, span)) continue
    const statement = document.changed.get(extracted.id) ?? extracted
    const like = Math.max(alike(anchor, extracted), alike(anchor, statement)) + (extracted.id === anchor.id ? 0.01 : 0)
    if (extracted.kind !== anchor.kind || (same && like < leastAlike)) other = statement
    else if (!best || like > best.like) best = { statement, like }
  }
  if (best) return { document, statement: best.statement }
  const where = `${anchor.predicate.document}: “${anchor.predicate.exact}”`
  return {
    lost: other ? `${where} is taken to say something else now` : `${where} is not taken for a statement any more`,
  }
}

/** How alike what a statement says must be to what was judged. */
const leastAlike = 0.6

/** How alike the words of the roles are, the least alike role counting alone. */
function alike(anchor: StatementAnchor, { roles }: Statement): number {
  let least = 1
  for (const role of new Set([...Object.keys(anchor.roles), ...Object.keys(roles)]) as Set<Role>) {
    const [one, two] = [anchor.roles[role] ?? [], (roles[role] ?? []).map(({ text }) => text)]
    // what is asked may be put at more length; who asks whom may not change
    const like = likeness(one.join(' | '), two.join(' | '))
    least = Math.min(least, role === 'message' ? Math.min(1, like + 0.25) : like)
  }
  return least
}

/** Words that fill roles, found again, each with what it stands for. */
function fill(
  anchors: RoleAnchors,
  document: OpenDocument,
  around: Surroundings,
): { roles: Partial<Record<Role, Filler[]>> } | Lost {
  const roles: Partial<Record<Role, Filler[]>> = {}
  for (const [role, list] of Object.entries(anchors) as [Role, readonly FillerAnchor[]][]) {
    const fillers: Filler[] = []
    for (const anchor of list) {
      const filler = fillerOf(role, anchor, document, around)
      if ('lost' in filler) return filler
      fillers.push(filler)
    }
    roles[role] = fillers
  }
  return { roles }
}

function fillerOf(role: Role, anchor: FillerAnchor, document: OpenDocument, around: Surroundings): Filler | Lost {
  const place = around.documents.find(anchor)
  if (typeof place === 'string') return { lost: place }
  if (place.document !== document) return { lost: `${anchor.document} is not the document of the statement` }
  const { start, end } = place.span
  const filler = { text: document.ground.document.text.slice(start, end), start, end }
  let atom: string | undefined
  if (anchor.entity) {
    const told = around.entity(anchor.entity)
    if ('lost' in told) return told
    atom = told.atom
  } else {
    const mention = document.mentionAt(place.span)
    const whole = mention?.mention.start === start && mention.mention.end === end
    // of what is asked a name is but a part, unless it is all of it
    if (role !== 'message' || whole) atom = mention?.atom
    if (role !== 'message' && atom === undefined) atom = around.mark(document, place.span, 'Thing')
  }
  if (atom === undefined) return filler
  const known = document.entity(atom)
  const { name, type } = known ?? anchor.entity ?? { name: filler.text, type: 'Thing' as const }
  return { ...filler, entity: { id: atom, name, type } }
}

function add(by: string, made: NewStatement, around: Surroundings): { readonly statement: string } | Lost {
  const place = around.documents.find(made.predicate)
  if (typeof place === 'string') return { lost: place }
  const { document, span } = place
  const filled = fill(made.roles, document, around)
  if ('lost' in filled) return filled
  const { text, uri } = document.ground.document
  const index = document.sentenceAt(span.start)
  const sentence = document.ground.sentences[index] ?? span
  const whole = { start: Math.min(sentence.start, span.start), end: Math.max(sentence.end, span.end) }
  const id = stableId('s', by)
  document.changed.set(id, {
    id,
    kind: made.kind,
    frame: frames[made.kind],
    relation: made.relation,
    predicate: { text: text.slice(span.start, span.end), ...span, lemma: made.relation.split(' ')[0]! },
    roles: filled.roles,
    ...(made.kind === 'request' && { force: made.force ?? 'ask' }),
    ...(made.kind === 'response' && made.answer && { answer: made.answer }),
    polarity: made.polarity,
    factuality: made.factuality,
    source: [],
    links: [],
    ...sure,
    foundBy: 'decision',
    evidence: { document: uri, sentence: { index, ...whole, text: text.slice(whole.start, whole.end) } },
  })
  return { statement: id }
}
