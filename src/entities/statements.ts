/** Linked frames → statements as contract/statement.schema.json has them, each filler with its entity. */
import type {
  Chain,
  Document,
  Entity,
  EntityRef,
  Filler,
  FoundFiller,
  LinkedFrame,
  Mention,
  Role,
  Roles,
  Sentence,
  Span,
  Statement,
} from '../model/index.ts'
import { evidenceOf } from './evidence.ts'

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
    const entity = find(found)?.entity
    return { text, start, end, ...(entity && { entity }) }
  }
  /** Without fillers that are but a word of a name that fills the role, too. */
  const fillers = (list: readonly FoundFiller[], what: string): Filler[] => {
    const named = list.map(find)
    const whole = new Set(named.filter((found) => found?.exact).map((found) => found!.mention.id))
    return list
      .filter((_, at) => named[at]?.exact !== false || !whole.has(named[at]!.mention.id))
      .map((found) => filler(found, what))
  }
  return frames.map((frame) => {
    const sentence = bySentence.get(frame.sentence)!
    const { text, start, end, lemma } = quoted(frame.predicate, 'the predicate')
    const roles = Object.fromEntries(
      Object.entries(frame.roles)
        .filter(([, list]) => list.length > 0)
        .map(([role, list]) => [role, fillers(list, role)]),
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
      source: fillers(frame.source, 'the source'),
      ...(frame.time && { time: quoted(frame.time, 'the time') }),
      links: frame.links,
      confidence: frame.confidence,
      foundBy: frame.foundBy,
      evidence: evidenceOf(document, sentence),
    }
  })
}

interface Found {
  readonly mention: Mention
  readonly entity?: EntityRef
  /** It is headed by the very word that heads the filler. */
  readonly exact: boolean
}

/** The mention with a filler's head and its entity; for want of one, of the shortest name around that head. */
function entityFinder(
  mentions: readonly Mention[],
  chains: readonly Chain[],
  entities: ReadonlyMap<number, Entity>,
): (filler: FoundFiller) => Found | undefined {
  const chainOf = new Map<number, Chain>()
  for (const chain of chains) for (const id of chain.mentions) chainOf.set(id, chain)
  const bySentence = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence)
    if (list) list.push(mention)
    else bySentence.set(mention.sentence, [mention])
  }
  return ({ sentence, head }) => {
    const here = bySentence.get(sentence) ?? []
    const exact = here.find((candidate) => candidate.head === head)
    const mention = exact ?? shortestAround(here, head)
    if (!mention) return undefined
    const entity = entities.get(chainOf.get(mention.id)!.id)
    return {
      mention,
      exact: exact !== undefined,
      ...(entity && { entity: { id: entity.id, name: entity.name, type: entity.type } }),
    }
  }
}

function shortestAround(mentions: readonly Mention[], head: number): Mention | undefined {
  let best: Mention | undefined
  for (const mention of mentions)
    if (mention.kind === 'NAM' && mention.first <= head && head < mention.last)
      if (!best || mention.last - mention.first < best.last - best.first) best = mention
  return best
}
