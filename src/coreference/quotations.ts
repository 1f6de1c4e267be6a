/**
 * Text → its direct quotations, each with who says it to whom where a verb of saying stands beside it
 * (after Muzny et al. 2017, "A two-stage sieve approach for quote attribution").
 */
import { countLeading, type Document, dependents, isBody, type Sentence, type Span } from '../model/index.ts'
import type { Fact } from './facts.ts'

/** A quotation with its marks, or a turn of somebody who speaks. */
export interface Quotation extends Span {
  /** Of a turn: turns of one speaker share it, named or not. */
  readonly voice?: string
  readonly speaker?: Fact
  readonly addressee?: Fact
  /** In whose name it is said: "we". */
  readonly body?: Fact
}

type Finder = (sentence: number, token: number) => Fact | undefined

interface Search {
  readonly find: Finder
  /** The document's quotations, in order. */
  readonly spans: readonly Span[]
}

const saying = new Set(
  `say tell add ask reply answer respond warn write state declare announce explain note insist claim argue continue
  conclude comment remark observe recall report admit confirm deny stress urge order demand request shout cry whisper
  exclaim quip joke tweet post promise vow pledge complain suggest recommend advise counter retort inquire wonder think
  read quote testify maintain assert allege concede caution boast lament implore beg plead call`.split(/\s+/),
)

/** Whether a verb introduces speech. */
export const isSaying = (lemma: string): boolean => saying.has(lemma.toLowerCase())

type Said = Omit<Quotation, 'start' | 'end'>

/**
 * Who says it and to whom, by the verb of saying at a token: its subject, else the nominal right behind it, else the
 * subject of the verb that it goes on from ("left, saying"). Undefined where nobody stands outside the quotations.
 */
function attributionAt(sentence: Sentence, verb: number, { find, spans }: Search): Said | undefined {
  if (!isSaying(sentence.tokens[verb]!.lemma)) return undefined
  const found: { speaker?: Fact; addressee?: Fact } = {}
  for (const child of dependents(sentence)[verb]!) {
    const token = sentence.tokens[child]!
    const fact = find(sentence.index, child)
    if (!fact || insideAny(spans, token)) continue
    if (token.deprel === 'nsubj') found.speaker ??= fact
    else if (token.deprel === 'obl:agent' && isActor(fact)) found.speaker = fact
    else if (/^i?obj$/.test(token.deprel) || (token.deprel.startsWith('obl') && marked(sentence, child, 'to')))
      if (isActor(fact)) found.addressee ??= fact
  }
  const behind = found.speaker
    ? undefined
    : (nominalBefore(sentence, verb, find) ?? nominalBehind(sentence, verb, find))
  if (behind && found.addressee === behind) delete found.addressee
  const speaker = found.speaker ?? behind ?? subjectAbove(sentence, verb, { find, spans })
  return speaker && { ...found, speaker }
}

const isActor = ({ mention: { type } }: Fact): boolean => type === 'Person' || type === 'Group' || isBody(type)

/** "…," said the mayor: what follows the verb at once, where a mark stands before the verb. */
function nominalBehind({ index, tokens }: Sentence, verb: number, find: Finder): Fact | undefined {
  const mark = tokens[verb - 1]?.form === ',' ? verb - 2 : verb - 1
  if (!closing.test(tokens[mark]?.form ?? '') || !/^VB[DZ]$/.test(tokens[verb]!.xpos)) return undefined
  let end = verb + 1
  while (end < tokens.length && end < verb + 8 && tokens[end]!.upos !== 'PUNCT') end++
  return longestFrom({ index, first: verb + 1, end }, find)
}

const closing = /^(?:["”»’]|'')$/

/** "…," the mayor, Ana Neto, told reporters: what stands right behind the mark, where the tree gives the verb nobody. */
function nominalBefore({ index, tokens }: Sentence, verb: number, find: Finder): Fact | undefined {
  let mark = verb - 1
  while (mark >= 0 && verb - mark < 14 && !closing.test(tokens[mark]!.form)) {
    if (/^(?:VERB|AUX|SCONJ|CCONJ)$/.test(tokens[mark]!.upos)) return undefined
    mark--
  }
  if (mark < 0 || !closing.test(tokens[mark]!.form)) return undefined
  return longestFrom({ index, first: mark + 1, end: verb }, find)
}

/** Of the mentions that begin at a token the longest: "its chairman", not "its". */
function longestFrom(
  { index, first, end }: { readonly index: number; readonly first: number; readonly end: number },
  find: Finder,
): Fact | undefined {
  let longest: Fact | undefined
  for (let at = first; at < end; at++) {
    const fact = find(index, at)
    if (fact?.mention.first === first && fact.mention.last > (longest?.mention.last ?? 0)) longest = fact
  }
  return longest
}

/** "…!" she laughed; "…?" pursued the guest: the clause right behind a mark that does not end a sentence. */
function tagBehind(
  { text }: Document,
  sentences: readonly (Sentence | undefined)[],
  { span, search: { find, spans } }: { span: Span; search: Search },
): Fact | undefined {
  if (!/[,?!–—-]\s*["”»’']*$/.test(text.slice(Math.max(span.start, span.end - 6), span.end))) return undefined
  for (const sentence of sentences) {
    const first = sentence?.tokens.findIndex(({ start, upos }) => start >= span.end && upos !== 'PUNCT') ?? -1
    if (!sentence || first < 0) continue
    if (!/^[\s"”»’]*$/.test(text.slice(span.end, sentence.tokens[first]!.start))) return undefined
    const verb = sentence.tokens.findIndex(
      ({ upos, xpos }, at) => at >= first && at < first + 8 && upos === 'VERB' && /^VB[DZ]$/.test(xpos),
    )
    if (verb < 0) return undefined
    const who = verb === first ? nominalBehind(sentence, verb, find) : subjectFrom(sentence, { first, verb }, find)
    return who && !insideAny(spans, who.mention) ? who : undefined
  }
  return undefined
}

/** The subject of a verb that begins at a token, with nothing else between. */
function subjectFrom(
  { index, tokens }: Sentence,
  { first, verb }: { first: number; verb: number },
  find: Finder,
): Fact | undefined {
  for (let at = first; at < verb; at++) {
    const fact = find(index, at)
    if (fact?.mention.first === first && fact.mention.last <= verb && tokens[at]!.deprel === 'nsubj') return fact
  }
  return undefined
}

/** The subject of "left" for "saying" in "left, saying …", of "went on" for "by announcing". */
function subjectAbove(sentence: Sentence, verb: number, { find, spans }: Search): Fact | undefined {
  let at = verb
  for (let steps = 0; steps < 3; steps++) {
    const { deprel, head, xpos } = sentence.tokens[at]!
    const goesOn = /^(?:conj|xcomp)$/.test(deprel) || (deprel === 'advcl' && (xpos === 'VBG' || steps > 0))
    if (!goesOn || head === 0) return undefined
    at = head - 1
    const subject = dependents(sentence)[at]!.find((child) => sentence.tokens[child]!.deprel === 'nsubj')
    if (subject !== undefined)
      return insideAny(spans, sentence.tokens[subject]!) ? undefined : find(sentence.index, subject)
  }
  return undefined
}

const marked = (sentence: Sentence, at: number, word: string) =>
  dependents(sentence)[at]!.some(
    (child) => sentence.tokens[child]!.deprel === 'case' && sentence.tokens[child]!.lemma === word,
  )

/** Who says each of the quotations of a document. `spans` are in the order of the text, with their marks. */
export function attribute(
  document: Document,
  sentences: readonly Sentence[],
  spans: readonly Span[],
  find: Finder,
): Quotation[] {
  const search = { find, spans }
  const found: Quotation[] = []
  const known = new Map<number, Saying[]>()
  const sayingsOf = (sentence: Sentence): Saying[] => {
    let list = known.get(sentence.index)
    if (!list) known.set(sentence.index, (list = sayings(sentence, search)))
    return list
  }
  let from = 0
  for (const span of spans) {
    while (from < sentences.length && sentences[from]!.end <= span.start) from++
    let to = from
    while (to < sentences.length && sentences[to]!.start < span.end) to++
    const beside = [sentences[to - 1], sentences[from]].filter((sentence) => sentence !== undefined)
    let said: Said | undefined
    for (const sentence of beside) said ??= nearest(sayingsOf(sentence), span)
    const tag = said ? undefined : tagBehind(document, [sentences[to - 1], sentences[to]], { span, search })
    if (tag) said = { speaker: tag }
    if (!said && sentences[from]) said = accordingTo(sentences[from], search)
    const before = sentences[from - 1]
    const lead = sentences[from] && document.text.slice(sentences[from].start, span.start).trim()
    if (!said && before && lead === '' && document.text.slice(before.start, span.start).trimEnd().endsWith(':'))
      said = sayingsOf(before).at(-1)?.said
    if (!said && lead?.endsWith(':')) said = whoActs(sentences[from]!, span, search)
    said ??= goesOn(document, sentences, { span, from, found })
    const { speaker, addressee } = said ?? {}
    found.push({ start: span.start, end: span.end, ...(speaker && { speaker }), ...(addressee && { addressee }) })
  }
  return found
}

/**
 * "…," she said. "…": the next quotation of the paragraph goes on. One that follows another at once in a paragraph of
 * its own is somebody else's: of two who speak in turns the first.
 */
function goesOn(
  document: Document,
  sentences: readonly Sentence[],
  { span, from, found }: { span: Span; from: number; found: readonly Quotation[] },
): Said | undefined {
  const [first, previous] = [found.at(-2), found.at(-1)]
  const sentence = sentences[from]
  if (!previous || !sentence) return undefined
  const apart = document.text.slice(previous.end, span.start).trim() !== ''
  const same = sameParagraph(sentences, previous, sentence)
  if (apart) return previous.speaker && same ? previous : undefined
  if (same || !first?.speaker || !previous.speaker || first.speaker === previous.speaker) return undefined
  return { speaker: first.speaker, addressee: previous.speaker }
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
  readonly said: Said
}

/** The verbs of saying of a sentence that stand outside all quotations. */
function sayings(sentence: Sentence, search: Search): Saying[] {
  const list: Saying[] = []
  for (const [at, { upos, lemma, start, end }] of sentence.tokens.entries()) {
    if (upos !== 'VERB' || !isSaying(lemma) || insideAny(search.spans, { start, end })) continue
    const said = attributionAt(sentence, at, search)
    if (said) list.push({ start, end, said })
    if (list.length === mostSayings) break
  }
  return list
}

/** "The port defended its guards: “…”": who does what stands before the colon, where no verb says that it is said. */
function whoActs({ index, tokens }: Sentence, { start }: Span, { find, spans }: Search): Said | undefined {
  const root = tokens.findIndex(({ head }) => head === 0)
  const at = tokens.findIndex(({ head, deprel }) => head - 1 === root && deprel === 'nsubj')
  if (at < 0 || tokens[at]!.start >= start || tokens[root]!.start >= start) return undefined
  const who = insideAny(spans, tokens[at]!) ? undefined : find(index, at)
  return who && isActor(who) ? { speaker: who } : undefined
}

/** "According to Anna Berg, …": the one who says it. */
function accordingTo(sentence: Sentence, { find, spans }: Search): Said | undefined {
  const at = sentence.tokens.findIndex(
    ({ form }, index) => /^according$/i.test(form) && sentence.tokens[index + 1]?.form === 'to',
  )
  const who = at < 0 ? undefined : find(sentence.index, sentence.tokens[at]!.head - 1)
  return who && !insideAny(spans, who.mention) ? { speaker: who } : undefined
}

/** The one nearest to a quotation; rather one behind it. */
function nearest(list: readonly Saying[], { start, end }: Span): Said | undefined {
  let best: { said: Said; distance: number } | undefined
  for (const { said, ...verb } of list) {
    const distance = verb.start >= end ? verb.start - end : start - verb.end + 20
    if (distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { said, distance }
  }
  return best?.said
}

/** Whether a place lies in one of the spans, which are in order. */
function insideAny(spans: readonly Span[], { start }: Span): boolean {
  const span = spans[countLeading(spans, ({ end }) => end <= start)]
  return span !== undefined && span.start <= start
}

/**
 * Where quotation marks open and close. Straight marks open and close in turn; an open quotation ends with its
 * paragraph, and one that the next paragraph opens again goes on there as another.
 */
export function quotationSpans({ text }: Document, sentences: readonly Sentence[]): Span[] {
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
