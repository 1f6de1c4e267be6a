/** Statement → the pairs of parties that an edge of the actors view joins. */
import { countLeading, documentId, type Entity, type Filler, type Role, type Statement } from '../model/index.ts'

export interface Party {
  /** Node key: an entity's id, or one of its own for somebody or something without an entity. */
  readonly key: string
  readonly label: string
  readonly entity?: string
}

export interface Pair {
  readonly source: Party
  readonly target: Party
}

/** Where entities are named inside a stretch of a document; made once for all statements. */
export type Inside = (document: string, start: number, end: number) => readonly string[]

/** What a node says that stands for whoever asks without being named. */
export const unnamedAsker = 'asker not named'

const sourceRoles: readonly Role[] = ['speaker', 'agent', 'subject']
const targetRoles: readonly Role[] = ['addressee', 'patient', 'recipient', 'beneficiary', 'theme', 'place', 'object']

/**
 * Every speaker with every addressee. A request whose addressee is unnamed hangs on a node for its content, one whose
 * asker is unnamed comes from a node that says so; an answer goes to who made the request; a communication without an
 * addressee goes to what it is about: the thing that is its message, else the first name in it. Without a second party
 * there is no pair.
 */
export function pairsOf(statement: Statement, answered: (id: string) => Statement | undefined, inside: Inside): Pair[] {
  const sources = parties(statement, sourceRoles)
  let targets = parties(statement, targetRoles)
  if (targets.length === 0) targets = otherTargets(statement, answered, inside)
  if (sources.length === 0 && statement.kind === 'request' && targets.some((t) => t.entity)) {
    sources.push({ key: `unnamed:${statement.id}`, label: unnamedAsker })
  }
  const pairs: Pair[] = []
  for (const source of sources) {
    for (const target of targets) if (source.key !== target.key) pairs.push({ source, target })
  }
  return pairs
}

function otherTargets(statement: Statement, answered: (id: string) => Statement | undefined, inside: Inside): Party[] {
  const message = statement.roles.message?.[0]
  if (statement.kind === 'request') {
    if (!message) return []
    return [message.entity ? party(message) : { key: `content:${statement.id}`, label: message.text }]
  }
  if (statement.kind === 'response') {
    const request = statement.links.find((l) => l.type === 'answers')
    const asked = request && answered(request.statement)
    return asked ? parties(asked, ['speaker']) : []
  }
  if (statement.kind === 'communication' && message) {
    if (message.entity) return [party(message)]
    const speakers = new Set((statement.roles.speaker ?? []).map((f) => f.entity?.id))
    const about = inside(statement.evidence.document, message.start, message.end).find((id) => !speakers.has(id))
    return about ? [{ key: about, label: about, entity: about }] : []
  }
  return []
}

function parties(statement: Statement, roles: readonly Role[]): Party[] {
  for (const role of roles) {
    const named = statement.roles[role]?.filter((f) => f.entity)
    if (named?.length) return named.map(party)
  }
  return []
}

const party = (filler: Filler): Party =>
  filler.entity
    ? { key: filler.entity.id, label: filler.entity.name, entity: filler.entity.id }
    : { key: `words:${filler.text}`, label: filler.text }

/** Looks up the named entities inside a stretch of text, in the order of the text. */
export function namedInside(entities: readonly Entity[]): Inside {
  const byDocument = new Map<string, { start: number; end: number; id: string }[]>()
  for (const { id, mentions } of entities) {
    for (const { document, start, end, kind } of mentions) {
      if (kind !== 'NAM') continue
      const list = byDocument.get(document)
      if (list) list.push({ start, end, id })
      else byDocument.set(document, [{ start, end, id }])
    }
  }
  for (const list of byDocument.values()) list.sort((a, b) => a.start - b.start)
  return (uri, start, end) => {
    const list = byDocument.get(documentId(uri)) ?? []
    const found: string[] = []
    for (let i = countLeading(list, (name) => name.start < start); i < list.length && list[i]!.start < end; i++)
      if (list[i]!.end <= end) found.push(list[i]!.id)
    return found
  }
}
