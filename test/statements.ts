/** Small statements for tests of the rooms behind extraction. */
import { documentId, type Entity, type EntityType, type Filler, type Role, type Statement } from '../src/model/index.ts'

/** A statement in a sentence of its own: the fillers are found by their words. */
export function statement(sentence: string, given: Given): Statement {
  const roles: Partial<Record<Role, Filler[]>> = {}
  for (const [role, words] of Object.entries(given.roles)) {
    roles[role as Role] = [words].flat().map((text) => filler(sentence, text, given.things?.[text]))
  }
  const { things: _, predicate, roles: __, document = 'a.txt', ...rest } = given
  const at = sentence.indexOf(predicate)
  return {
    id: `s-${predicate}-${at}`,
    kind: 'request',
    frame: 'Request',
    relation: predicate,
    predicate: { text: predicate, start: at, end: at + predicate.length, lemma: predicate },
    roles,
    ...(rest.kind === undefined || rest.kind === 'request' ? { force: 'ask' as const } : {}),
    polarity: 'positive',
    factuality: 'actual',
    source: [],
    links: [],
    confidence: 0.9,
    foundBy: 'test',
    evidence: { document, sentence: { index: 0, start: 0, end: sentence.length, text: sentence } },
    ...rest,
  }
}

type Given = Partial<Omit<Statement, 'roles' | 'predicate'>> & {
  readonly predicate: string
  readonly roles: Readonly<Partial<Record<Role, string | string[]>>>
  /** Which of the fillers are entities, and of what type. */
  readonly things?: Readonly<Record<string, EntityType>>
  readonly document?: string
}

function filler(sentence: string, text: string, type: EntityType | undefined): Filler {
  const start = sentence.indexOf(text)
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in ${JSON.stringify(sentence)}`)
  const span = { text, start, end: start + text.length }
  return type ? { ...span, entity: { id: `e-${text}`, name: text, type } } : span
}

/** The entities that statements point at, each mentioned where it fills a role. */
export function entitiesOf(statements: readonly Statement[]): Entity[] {
  const found = new Map<string, Entity>()
  for (const { roles, evidence } of statements) {
    for (const { entity, text, start, end } of Object.values(roles).flat()) {
      if (!entity) continue
      const mention = { document: documentId(evidence.document), sentence: 0, start, end, text, kind: 'NAM' as const }
      const known = found.get(entity.id)
      found.set(entity.id, {
        ...entity,
        aliases: known?.aliases ?? [entity.name],
        mentions: [...(known?.mentions ?? []), mention],
      })
    }
  }
  return [...found.values()]
}
