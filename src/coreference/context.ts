/** What every sieve works on: the document, its mentions with their facts, the quotations and the chains so far. */
import type { Document, Mention, Sentence, Span } from '../model/index.ts'
import { Chains } from './chains.ts'
import { type Fact, factOf } from './facts.ts'
import { attribute, type Quotation, quotationSpans } from './quotations.ts'
import { type Letter, quotedMessages, spokenTurns, writtenLetters } from './voices.ts'

export interface Context {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  /** By `Mention.id`: the order of the text. */
  readonly facts: readonly Fact[]
  readonly chains: Chains
  readonly quotations: readonly Quotation[]
  /**
   * How many sentences lie between two mentions, the later one first; "The Council," and "Recalling …," of a resolution
   * are parts of one sentence. Between two items of a list it is infinite: each is a world of its own.
   */
  distance(later: Fact, earlier: Fact): number
  /** What speakers say in turns, by their labels; in the order of the text. */
  readonly turns: readonly Quotation[]
  /** Letters, memoranda and the like, each as what one says to another; in the order of the text. */
  readonly letters: readonly Letter[]
  /** The letter whose writer's own words a mention is among; undefined within a quotation. */
  letterOf(fact: Fact): Quotation | undefined
  /** The quotation that a mention stands in, else the turn of the one who speaks; undefined where the text tells. */
  quotationOf(fact: Fact): Quotation | undefined
  /** The mention that a token of a sentence heads. */
  headedBy(sentence: number, token: number): Fact | undefined
}

/** One step of the resolution: merges chains that it is sure of. Earlier steps are surer. */
export interface Sieve {
  readonly name: string
  run(context: Context): void
}

/** @param spans - the quotations with their marks, where they are known */
export function createContext(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  spans: readonly Span[] = quotationSpans(document, sentences),
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
  const items = itemsOf(document.text, sentences)
  const distance = (later: Fact, earlier: Fact): number => {
    const [here, there] = [items.get(later.mention.sentence), items.get(earlier.mention.sentence)]
    if (here !== undefined && there !== undefined && here !== there) return Number.POSITIVE_INFINITY
    return place.get(later.mention.sentence)! - place.get(earlier.mention.sentence)!
  }
  const quotations = attribute(document, sentences, spans, headedBy)
  const turns = document.mail ? quotedMessages(document, facts) : spokenTurns(document, sentences, facts)
  const quoted = new Map<number, Quotation>()
  const fill = (around: Map<number, Quotation>, speech: readonly Quotation[]) => {
    let next = 0
    for (const { mention } of facts) {
      while (next < speech.length && speech[next]!.end <= mention.start) next++
      const quotation = speech[next]
      if (quotation && quotation.start <= mention.start) around.set(mention.id, quotation)
    }
  }
  fill(quoted, turns)
  fill(quoted, quotations)
  const letters = writtenLetters(document, sentences, { facts, isQuoted: ({ mention }) => quoted.has(mention.id) })
  const written = new Map<number, Quotation>()
  fill(written, letters)
  return {
    document,
    sentences,
    facts,
    chains: new Chains(facts),
    quotations,
    turns,
    distance,
    letters,
    quotationOf: ({ mention }) => quoted.get(mention.id),
    letterOf: ({ mention }) => (quoted.has(mention.id) ? undefined : written.get(mention.id)),
    headedBy,
  }
}

/** Sentences of list items, by where the line of the item begins: "* One", "• another". */
function itemsOf(text: string, sentences: readonly Sentence[]): ReadonlyMap<number, number> {
  const items = new Map<number, number>()
  let [line, looked] = [0, 0]
  for (const { index, start } of sentences) {
    const at = text.slice(looked, start).lastIndexOf('\n')
    if (at >= 0) line = looked + at + 1
    looked = start
    if (/^[^\S\n]{0,8}[*•‣▪◦·-][^\S\n]/.test(text.slice(line, line + 10))) items.set(index, line)
  }
  return items
}
