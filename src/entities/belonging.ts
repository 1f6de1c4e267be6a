/**
 * Descriptions of people by somebody named ("a spokesman for the ministry", "former Varde staff") → a standing relation
 * of each to the named one, with its words as evidence. Only of those that a statement is about: a graph shows what
 * they belong to, and no more names for it.
 */
import { isPersonNoun } from '../lexicon/nouns.ts'
import {
  type Chain,
  type Document,
  type Entity,
  type EntityRef,
  fillersOf,
  type Mention,
  type Sentence,
  type Statement,
  stableId,
  type Token,
} from '../model/index.ts'
import { evidenceOf } from './evidence.ts'

/** No surer than this: of sixty drawn from news and read, 52 were right. */
const surest = 0.85

/** What joins a description to whom it belongs to; "protesters in Varde" are not Varde's, nor those "at the square". */
const joins = /^(?:of|for|to|with|from)$/
const relations = /^(?:nmod(?::poss)?|compound|obl)$/

/** `statements` are those of the document, in whose order theirs are put, by sentences. */
export function withBelonging(
  { document, sentences, mentions, chains, entities }: DocumentEntities,
  statements: readonly Statement[],
): Statement[] {
  const sureness = surenessOf(statements)
  const chainOf = new Map(chains.flatMap((chain) => chain.mentions.map((id) => [id, chain.id] as const)))
  const bySentence = new Map(sentences.map((sentence) => [sentence.index, sentence]))
  const found: Statement[] = []
  for (const chain of chains) {
    const entity = entities.get(chain.id)
    const confidence = entity && sureness.get(entity.id)
    if (confidence === undefined || !isOwned(entity!)) continue
    const owners = new Set<string>()
    for (const id of chain.mentions) {
      const description = mentions[id]!
      const sentence = bySentence.get(description.sentence)
      if (description.kind !== 'NOM' || !sentence || !isPeople(sentence.tokens[description.head]!)) continue
      for (const { named, joint } of ownersOf(description, mentions, sentence)) {
        const owner = entities.get(chainOf.get(named.id)!)
        if (!owner || owner.id === entity!.id || owners.has(owner.id)) continue
        owners.add(owner.id)
        found.push(relation({ document, sentence, description, named, joint, entity: entity!, owner, confidence }))
      }
    }
  }
  return found.length === 0
    ? [...statements]
    : [...statements, ...found].sort((a, b) => a.evidence.sentence.index - b.evidence.sentence.index)
}

/** A document as far as it is resolved. */
export interface DocumentEntities {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly chains: readonly Chain[]
  /** By `Chain.id`. */
  readonly entities: ReadonlyMap<number, Entity>
}

/** How sure the surest statement is that something fills a role of. */
function surenessOf(statements: readonly Statement[]): Map<string, number> {
  const most = new Map<string, number>()
  for (const statement of statements)
    for (const { entity } of fillersOf(statement))
      if (entity) most.set(entity.id, Math.max(most.get(entity.id) ?? 0, statement.confidence))
  return most
}

/** Those whom no text names. */
const isOwned = ({ type, mentions }: Entity): boolean =>
  (type === 'Person' || type === 'Group') && mentions.every(({ kind }) => kind !== 'NAM')

/** "spokesman", "staff"; not "flags". */
const isPeople = ({ form, lemma }: Token): boolean => isPersonNoun(form) || isPersonNoun(lemma)

interface Owner {
  readonly named: Mention
  /** What joins it to the head word; nothing before it ("Varde staff"). */
  readonly joint: string | undefined
}

/** The names inside a description that hang on its head word, joined to it as an owner is. */
function ownersOf(description: Mention, mentions: readonly Mention[], { tokens }: Sentence): Owner[] {
  const found: Owner[] = []
  for (let at = description.id + 1; at < mentions.length && mentions[at]!.start < description.end; at++) {
    const named = mentions[at]!
    if (named.kind !== 'NAM' || named.end > description.end) continue
    const head = tokens[named.head]!
    if (head.head !== description.head + 1 || !relations.test(head.deprel)) continue
    const joint = tokens.find(({ head: of, deprel }) => of === head.id && deprel === 'case')?.lemma
    // "the defending champions Varde" are Varde
    const isBefore = named.head < description.head && head.deprel !== 'obl'
    if (isBefore ? joint === undefined || /^['’]s?$/.test(joint) : joint !== undefined && joins.test(joint))
      found.push({ named, joint })
  }
  return found
}

interface Belonging {
  readonly document: Document
  readonly sentence: Sentence
  readonly description: Mention
  readonly named: Mention
  readonly joint: string | undefined
  readonly entity: EntityRef
  readonly owner: EntityRef
  readonly confidence: number
}

function relation({ document, sentence, description, named, joint, entity, owner, confidence }: Belonging): Statement {
  const { form: text, start, end, lemma } = sentence.tokens[description.head]!
  return {
    id: stableId('s', document.id, description.start, description.end, named.start, 'of'),
    kind: 'relation',
    frame: 'Relation',
    relation: wordsFor(description, sentence, joint),
    predicate: { text, start, end, lemma },
    roles: { subject: [filler(description, entity)], object: [filler(named, owner)] },
    polarity: 'positive',
    factuality: 'actual',
    source: [],
    links: [],
    confidence: Math.min(surest, confidence),
    foundBy: 'described-by-owner',
    evidence: evidenceOf(document, sentence),
  }
}

const filler = ({ text, start, end }: Mention, { id, name, type }: EntityRef) => ({
  ...{ text, start, end },
  entity: { id, name, type },
})

/** "spokesperson of", "former staff of", "citizen from". */
function wordsFor(description: Mention, { tokens }: Sentence, joint: string | undefined): string {
  const head = tokens[description.head]!
  const noun = head.form
    .toLowerCase()
    .replace(/^spokes(?:wo)?man$/, 'spokesperson')
    .replace(/^spokes(?:wo)?men$/, 'spokespeople')
  const before = tokens.slice(description.first, description.head).map(({ form }) => form.toLowerCase())
  const former = before.find((word) => /^(?:former|ex|ex-|late|acting|then)$/.test(word))
  return `${former ? `${former.replace(/^ex-?$/, 'former')} ` : ''}${noun} ${joint === 'from' || joint === 'with' ? joint : 'of'}`
}
