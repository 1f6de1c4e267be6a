/**
 * Text → its direct quotations, each with who says it to whom where a verb of saying stands beside it
 * (after Muzny et al. 2017, "A two-stage sieve approach for quote attribution").
 */
import { type Document, dependents, type Sentence, type Span } from '../model/index.ts'
import type { Fact } from './facts.ts'

/** A quotation with its marks, or a turn of somebody who speaks. */
export interface Quotation extends Span {
  /** Of a turn: turns of one speaker share it, named or not. */
  readonly voice?: string
  readonly speaker?: Fact
  readonly addressee?: Fact
}

type Finder = (sentence: number, token: number) => Fact | undefined

const saying = new Set(
  `say tell add ask reply answer respond warn write state declare announce explain note insist claim argue continue
  conclude comment remark observe recall report admit confirm deny stress urge order demand request shout cry whisper
  exclaim quip joke tweet post promise vow pledge complain suggest recommend advise counter retort inquire wonder think
  read quote testify maintain assert allege concede caution boast lament implore beg plead call`.split(/\s+/),
)

/** Whether a verb introduces speech. */
export const isSaying = (lemma: string): boolean => saying.has(lemma.toLowerCase())

/** Who says it and to whom, by the verb of saying at a token; undefined where it is none or has no subject. */
export function attributionAt(
  sentence: Sentence,
  verb: number,
  find: Finder,
): Omit<Quotation, 'start' | 'end'> | undefined {
  if (!isSaying(sentence.tokens[verb]!.lemma)) return undefined
  const found: { speaker?: Fact; addressee?: Fact } = {}
  for (const child of dependents(sentence)[verb]!) {
    const { deprel, start, end } = sentence.tokens[child]!
    const fact = find(sentence.index, child)
    if (!fact || end <= start) continue
    if (deprel === 'nsubj') found.speaker ??= fact
    else if (deprel === 'obl:agent') found.speaker = fact
    else if (deprel === 'obj' || deprel === 'iobj' || (deprel.startsWith('obl') && marked(sentence, child, 'to')))
      if (/^(?:Person|Group|Organization|Company|PublicBody|PoliticalParty)$/.test(fact.mention.type))
        found.addressee ??= fact
  }
  return found.speaker && found
}

const marked = (sentence: Sentence, at: number, word: string) =>
  dependents(sentence)[at]!.some(
    (child) => sentence.tokens[child]!.deprel === 'case' && sentence.tokens[child]!.lemma === word,
  )

/** The quotations of a document in the order of the text; they do not overlap. */
export function findQuotations(document: Document, sentences: readonly Sentence[], find: Finder): Quotation[] {
  const spans = quotationSpans(document, sentences)
  const found: Quotation[] = []
  const known = new Map<number, Saying[]>()
  const sayingsOf = (sentence: Sentence): Saying[] => {
    let list = known.get(sentence.index)
    if (!list) known.set(sentence.index, (list = sayings(sentence, spans, find)))
    return list
  }
  let from = 0
  for (const span of spans) {
    while (from < sentences.length && sentences[from]!.end <= span.start) from++
    let to = from
    while (to < sentences.length && sentences[to]!.start < span.end) to++
    const beside = [sentences[to - 1], sentences[from]].filter((sentence) => sentence !== undefined)
    let said: Omit<Quotation, 'start' | 'end'> | undefined
    for (const sentence of beside) said ??= nearest(sayingsOf(sentence), span)
    if (!said && sentences[from]) said = accordingTo(sentences[from], find)
    const before = sentences[from - 1]
    if (!said && before && document.text.slice(before.start, span.start).trimEnd().endsWith(':'))
      said = lastAttribution(before, find)
    const previous = found.at(-1)
    // "…," she said. "…": the next quotation of the paragraph goes on
    if (!said && previous?.speaker && sentences[from] && sameParagraph(sentences, previous, sentences[from]!))
      said = previous
    const { speaker, addressee } = said ?? {}
    found.push({ start: span.start, end: span.end, ...(speaker && { speaker }), ...(addressee && { addressee }) })
  }
  return found
}

function sameParagraph(sentences: readonly Sentence[], previous: Span, { paragraph, index }: Sentence): boolean {
  for (let at = index; at >= 0 && at > index - 3; at--) {
    const sentence = sentences[at]
    if (sentence && sentence.start < previous.end) return sentence.paragraph === paragraph
  }
  return false
}

/** Verbs of saying looked at in one sentence. */
const mostSayings = 40

interface Saying extends Span {
  readonly said: Omit<Quotation, 'start' | 'end'>
}

/** The verbs of saying of a sentence that stand outside all quotations. */
function sayings(sentence: Sentence, spans: readonly Span[], find: Finder): Saying[] {
  const list: Saying[] = []
  for (const [at, { upos, lemma, start, end }] of sentence.tokens.entries()) {
    if (upos !== 'VERB' || !isSaying(lemma) || insideAny(spans, { start, end })) continue
    const said = attributionAt(sentence, at, find)
    if (said) list.push({ start, end, said })
    if (list.length === mostSayings) break
  }
  return list
}

/** "According to Anna Berg, …": the one who says it. */
function accordingTo(sentence: Sentence, find: Finder): Omit<Quotation, 'start' | 'end'> | undefined {
  const at = sentence.tokens.findIndex(
    ({ form }, index) => /^according$/i.test(form) && sentence.tokens[index + 1]?.form === 'to',
  )
  const who = at < 0 ? undefined : find(sentence.index, sentence.tokens[at]!.head - 1)
  return who && { speaker: who }
}

/** The one nearest to a quotation; rather one behind it. */
function nearest(list: readonly Saying[], { start, end }: Span): Omit<Quotation, 'start' | 'end'> | undefined {
  let best: { said: Omit<Quotation, 'start' | 'end'>; distance: number } | undefined
  for (const { said, ...verb } of list) {
    const distance = verb.start >= end ? verb.start - end : start - verb.end + 20
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { said, distance }
  }
  return best?.said
}

/** Whether a place lies in one of the spans, which are in order. */
function insideAny(spans: readonly Span[], { start }: Span): boolean {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low < spans.length && spans[low]!.start <= start
}

function lastAttribution(sentence: Sentence, find: Finder) {
  for (let at = sentence.tokens.length - 1; at >= 0; at--) {
    const said = attributionAt(sentence, at, find)
    if (said) return said
  }
  return undefined
}

/**
 * Where quotation marks open and close. Straight marks open and close in turn; an open quotation ends with its
 * paragraph, and one that the next paragraph opens again goes on there as another.
 */
function quotationSpans({ text }: Document, sentences: readonly Sentence[]): Span[] {
  const spans: Span[] = []
  let open: { at: number; close: string } | undefined
  let paragraph = -1
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      if (open) spans.push({ start: open.at, end: lastEnd(open.at, sentence.start, text) })
      open = undefined
      paragraph = sentence.paragraph
    }
    for (const { form, start, end } of sentence.tokens) {
      if (open) {
        if (form === open.close || (open.close === '"' && form === "''")) {
          spans.push({ start: open.at, end })
          open = undefined
        }
      } else if (form === '"' || form === '“' || form === '``' || form === "''" || form === '«')
        open = { at: start, close: form === '“' ? '”' : form === '«' ? '»' : form === '"' ? '"' : "''" }
    }
  }
  if (open) spans.push({ start: open.at, end: lastEnd(open.at, text.length, text) })
  return spans
}

/** The end of a quotation that nobody closed: the paragraph's last character. */
const lastEnd = (from: number, to: number, text: string): number => {
  let end = to
  while (end > from + 1 && /\s/.test(text[end - 1]!)) end--
  return end
}
