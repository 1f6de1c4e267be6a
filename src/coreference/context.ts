/** What every sieve works on: the document, its mentions with their facts, the quotations and the chains so far. */
import type { Document, Mention, Sentence } from '../model/index.ts'
import { Chains } from './chains.ts'
import { type Fact, factOf } from './facts.ts'
import { findQuotations, type Quotation } from './quotations.ts'

export interface Context {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  /** By `Mention.id`: the order of the text. */
  readonly facts: readonly Fact[]
  readonly chains: Chains
  readonly quotations: readonly Quotation[]
  /**
   * How many sentences lie between two mentions, the later one first; "The Council," and "Recalling …," of a resolution
   * are parts of one sentence.
   */
  distance(later: Fact, earlier: Fact): number
  /** The quotation that a mention stands in, undefined for none. */
  quotationOf(fact: Fact): Quotation | undefined
  /** The mention that a token of a sentence heads. */
  headedBy(sentence: number, token: number): Fact | undefined
}

/** One step of the resolution: merges chains that it is sure of. Earlier steps are surer. */
export interface Sieve {
  readonly name: string
  run(context: Context): void
}

export function createContext(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Context {
  const bySentence = new Map(sentences.map((sentence) => [sentence.index, sentence]))
  const facts = mentions.map((mention) => factOf(mention, bySentence.get(mention.sentence)!))
  const heads = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.mention.sentence}:${fact.mention.head}`
    if (!heads.has(key)) heads.set(key, fact)
  }
  // the title of a name may head it in the tree
  for (const fact of facts)
    if (fact.mention.title)
      for (let at = fact.mention.first; at < fact.mention.last; at++) {
        const key = `${fact.mention.sentence}:${at}`
        if (!heads.has(key)) heads.set(key, fact)
      }
  const headedBy = (sentence: number, token: number) => heads.get(`${sentence}:${token}`)
  const place = new Map<number, number>()
  let full = 0
  for (const { index, tokens } of sentences) {
    place.set(index, full)
    if (!/^[,;:]$/.test(tokens.at(-1)?.form ?? '')) full++
  }
  const quotations = findQuotations(document, sentences, headedBy)
  const quoted = new Map<number, Quotation>()
  let next = 0
  for (const { mention } of facts) {
    while (next < quotations.length && quotations[next]!.end <= mention.start) next++
    const quotation = quotations[next]
    if (quotation && quotation.start <= mention.start) quoted.set(mention.id, quotation)
  }
  return {
    document,
    sentences,
    facts,
    chains: new Chains(facts),
    quotations,
    distance: (later, earlier) => place.get(later.mention.sentence)! - place.get(earlier.mention.sentence)!,
    quotationOf: ({ mention }) => quoted.get(mention.id),
    headedBy,
  }
}
