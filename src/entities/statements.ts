/** Linked frames → statements as contract/statement.schema.json has them, each filler with its entity. */
import {
  type Chain,
  contains,
  type Document,
  type Entity,
  type EntityRef,
  type Filler,
  type FoundFiller,
  type LinkedFrame,
  type Mention,
  type Role,
  type Roles,
  type Sentence,
  type Span,
  type Statement,
} from '../model/index.ts'

/**
 * Statements as the contract has them: each filler with the entity that the mention of its head stands for. A filler
 * that stands for nobody ("Nobody") or for a pronoun that stayed open has none.
 * @throws Error where a span does not quote the document: then a stage before this one is at fault.
 */
export function toStatements(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
  entities: ReadonlyMap<number, Entity>,
  frames: readonly LinkedFrame[],
): Statement[] {
  const bySentence = new Map(sentences.map((sentence) => [sentence.index, sentence]))
  const find = entityFinder(mentions, chains, entities)
  const quoted = <T extends Span & { readonly text: string }>(span: T, what: string): T => {
    if (span.start >= span.end || document.text.slice(span.start, span.end) !== span.text)
      throw new Error(
        `${document.uri}: ${what} ${JSON.stringify(span.text)} does not stand at ${span.start}–${span.end}`,
      )
    return span
  }
  const filler = (found: FoundFiller, what: string): Filler => {
    const { text, start, end } = quoted(found, what)
    const entity = find(found)
    return { text, start, end, ...(entity && { entity }) }
  }
  return frames.map((frame) => {
    const sentence = bySentence.get(frame.sentence)!
    const { text, start, end, lemma } = quoted(frame.predicate, 'the predicate')
    const roles = Object.fromEntries(
      Object.entries(frame.roles)
        .filter(([, fillers]) => fillers.length > 0)
        .map(([role, fillers]) => [role, fillers.map((found) => filler(found, role))]),
    ) as Roles<Filler> & Partial<Record<Role, Filler[]>>
    return {
      id: frame.id,
      kind: frame.kind,
      frame: frame.name,
      relation: frame.relation,
      predicate: { text, start, end, lemma },
      roles,
      ...(frame.kind === 'request' && frame.force && { force: frame.force }),
      ...(frame.kind === 'response' && frame.answer && { answer: frame.answer }),
      polarity: frame.polarity,
      factuality: frame.factuality,
      source: frame.source.map((found) => filler(found, 'the source')),
      ...(frame.time && { time: quoted(frame.time, 'the time') }),
      links: frame.links,
      confidence: frame.confidence,
      foundBy: frame.foundBy,
      evidence: {
        document: document.uri,
        sentence: {
          index: sentence.index,
          start: sentence.start,
          end: sentence.end,
          text: document.text.slice(sentence.start, sentence.end),
        },
      },
    }
  })
}

/** The entity of the mention with a filler's head; for want of one, of the shortest name around that head. */
function entityFinder(mentions: readonly Mention[], chains: readonly Chain[], entities: ReadonlyMap<number, Entity>) {
  const chainOf = new Map<number, Chain>()
  for (const chain of chains) for (const id of chain.mentions) chainOf.set(id, chain)
  const bySentence = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence)
    if (list) list.push(mention)
    else bySentence.set(mention.sentence, [mention])
  }
  return ({ sentence, head, start, end }: FoundFiller): EntityRef | undefined => {
    const here = bySentence.get(sentence) ?? []
    const mention =
      here.find((candidate) => candidate.head === head) ??
      here
        .filter(
          (candidate) =>
            candidate.kind === 'NAM' &&
            candidate.first <= head &&
            head < candidate.last &&
            contains({ start, end }, candidate),
        )
        .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    const entity = mention && entities.get(chainOf.get(mention.id)?.id ?? -1)
    return entity && { id: entity.id, name: entity.name, type: entity.type }
  }
}
