/** What every sieve works on: the document, its mentions with their facts, the quotations and the chains so far. */
import { type Document, type Mention, type Sentence, type Span, startOfQuoted, turnsOf } from '../model/index.ts'
import { Chains } from './chains.ts'
import { type Fact, factOf } from './facts.ts'
import { attribute, type Quotation, quotationSpans } from './quotations.ts'

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
  const turns = document.mail ? quotedMessage(document, facts) : spokenTurns(document, sentences, facts)
  const quoted = new Map<number, Quotation>()
  for (const speech of [turns, quotations]) {
    let next = 0
    for (const { mention } of facts) {
      while (next < speech.length && speech[next]!.end <= mention.start) next++
      const quotation = speech[next]
      if (quotation && quotation.start <= mention.start) quoted.set(mention.id, quotation)
    }
  }
  return {
    document,
    sentences,
    facts,
    chains: new Chains(facts),
    quotations,
    turns,
    distance,
    quotationOf: ({ mention }) => quoted.get(mention.id),
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

/** The turns of an interview as quotations: the mention in a label speaks. */
function spokenTurns(document: Document, sentences: readonly Sentence[], facts: readonly Fact[]): Quotation[] {
  const turns = turnsOf(document.text, sentences)
  const labels = new Map<number, Fact | undefined>()
  for (const { label } of turns) if (label !== undefined) labels.set(label, undefined)
  for (const fact of facts)
    if (labels.has(fact.mention.sentence) && !labels.get(fact.mention.sentence)) labels.set(fact.mention.sentence, fact)
  const guest = turns.some(({ named }) => named) ? undefined : guestBefore(turns[0]?.start ?? 0, sentences, facts)
  const asks = new Set(turns.filter(({ voice }) => /^q/i.test(voice)).map(({ label }) => label))
  return turns.map(({ start, end, label, voice, named, addressee: to }) => {
    const unnamed = /^a/i.test(voice) ? guest : undefined
    const speaker = label !== undefined && named ? labels.get(label) : unnamed
    const addressee = to === undefined ? undefined : asks.has(label) && !asks.has(to) && guest ? guest : labels.get(to)
    return { start, end, voice, ...(speaker && { speaker }), ...(addressee && { addressee }) }
  })
}

/** "Ilse Marran, who led the trust, talks to our reporter": who answers where the labels are but "Q" and "A". */
function guestBefore(end: number, sentences: readonly Sentence[], facts: readonly Fact[]): Fact | undefined {
  let only: Fact | undefined
  for (const fact of facts) {
    const { mention, role, governor, sentence } = fact
    if (mention.start >= end) break
    if (mention.kind !== 'NAM' || mention.type !== 'Person') continue
    if (role === 'subject' && governor >= 0 && talking.test(sentence.tokens[governor]!.lemma)) return fact
    if (only && only.mention.name !== mention.name) return undefined
    only ??= fact
  }
  return only && only.mention.sentence <= sentences[0]!.index + 1 ? only : undefined
}

const talking = /^(?:talk|speak|discuss|answer|explain)$/

/** What an e-mail quotes of another, as a turn of whoever wrote that to the sender: "On Monday, Tess Orr wrote:". */
function quotedMessage({ text, mail }: Document, facts: readonly Fact[]): Quotation[] {
  const start = startOfQuoted(text, mail!.bodyStart)
  if (start >= text.length) return []
  const lead = /^(?:On [^\n]{1,200}wrote:|-{2,}[^\n]*\n(?:>? ?\n)*>? ?From:[^\n]*)/.exec(text.slice(start, start + 400))
  const end = start + (lead?.[0].length ?? 0)
  const speaker = facts.findLast(({ mention }) => {
    return mention.kind === 'NAM' && mention.type === 'Person' && mention.start >= start && mention.end <= end
  })
  // a recipient wrote it to the sender; of a message that is passed on nobody knows
  const isAnswer = facts.some(({ mention: { foundBy, name } }) => {
    return foundBy === 'mailbox-name-to' && name === speaker?.mention.name
  })
  const addressee = isAnswer ? facts.find(({ mention }) => mention.foundBy === 'mailbox-name-from') : undefined
  return [
    { start: end, end: text.length, voice: 'quoted', ...(speaker && { speaker }), ...(addressee && { addressee }) },
  ]
}
