/**
 * Document → its quotations and who is quoted. A quotation may run over several sentences and, where each paragraph
 * opens with its marks again, over several paragraphs. The speaker is the subject of the verb of saying that stands
 * nearest outside the marks, else the one already quoted in the same paragraph.
 */
import {
  countLeading,
  type Document,
  itemsWithin,
  lettersOf,
  type Mention,
  type Sentence,
  type Span,
  turnsOf,
} from '../model/index.ts'
import { nominalIn, speakerAfter } from './tail.ts'
import { type Tree, treeOf } from './tree.ts'
import { sayings } from './words.ts'

/** A word of the document. */
export interface Place {
  readonly sentence: number
  /** Index from 0. */
  readonly token: number
}

/** What stands between quotation marks, without them. */
export interface Quotation extends Span {
  /** Head of the words that name the speaker. */
  readonly speaker?: Place
  /** Those whom the verb of saying names as told. */
  readonly told?: Place
}

/** Shorter quotations are words in inverted commas, which nobody in particular says. */
const shortest = 12
/** How many words away from the marks a verb of saying is looked for. */
const reach = 30

interface Mark extends Span, Place {
  readonly paragraph: number
  /** It can open a quotation: it is an opening mark, or has a space before it. */
  readonly opens: boolean
  readonly closes: boolean
  /** First word of its paragraph. */
  readonly leads: boolean
}

interface Pair {
  readonly open: Mark
  readonly close: Mark
}

/** The quotations of a document in the order of the text; they do not overlap. */
export function findQuotations(document: Document, sentences: readonly Sentence[]): Quotation[] {
  const found: Quotation[] = []
  let last: { paragraph: number; said: Said } | undefined
  for (const { open, close } of pairMarks(marksOf(document, sentences))) {
    let said = saidBy(open, close, sentences)
    // "A," X said. "B.": the second is X's too
    if (!said && last?.paragraph === open.paragraph && opensSentence(open, sentences)) said = last.said
    found.push({ start: open.end, end: close.start, ...said })
    if (said) last = { paragraph: close.paragraph, said }
  }
  return found
}

/** The turns of an interview as quotations: whom the label names says all of it. */
export function findTurns(document: Document, sentences: readonly Sentence[]): Quotation[] {
  const place = (label: number | undefined): Place | undefined => {
    const token = label === undefined ? -1 : sentences[label]!.tokens.findLastIndex(({ upos }) => upos !== 'PUNCT')
    return token < 0 ? undefined : { sentence: label!, token }
  }
  return turnsOf(document.text, sentences).map(({ start, end, label, named, addressee }) => {
    const [speaker, told] = [named ? place(label) : undefined, place(addressee)]
    return { start, end, ...(speaker && { speaker }), ...(told && { told }) }
  })
}

/** Letters, memoranda and petitions as quotations: whoever writes says it to the reader. */
export function findLetters(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Quotation[] {
  if (document.mail) return []
  const named = mentions.filter(({ kind }) => kind !== 'PRO')
  const place = (span: Span | undefined): Place | undefined => {
    const [first] = span ? itemsWithin(named, span, (mention) => mention) : []
    return first && { sentence: first.sentence, token: first.head }
  }
  return lettersOf(document.text, sentences).map(({ start, end, writer, signature, reader }) => {
    const [speaker, told] = [place(writer) ?? place(signature), place(reader)]
    return { start, end, ...(speaker && { speaker }), ...(told && { told }) }
  })
}

/** The quotation that holds a span. */
export function quotationAround(quotations: readonly Quotation[], span: Span): Quotation | undefined {
  const quotation = quotations[countLeading(quotations, ({ end }) => end < span.end)]
  return quotation && quotation.start <= span.start ? quotation : undefined
}

function marksOf(document: Document, sentences: readonly Sentence[]): Mark[] {
  const marks: Mark[] = []
  let paragraph = -1
  for (const sentence of sentences) {
    for (const [token, { form, start, end }] of sentence.tokens.entries()) {
      const leads = token === 0 && sentence.paragraph !== paragraph
      if (leads) paragraph = sentence.paragraph
      if (!/^(["“”«»„]|``|'')$/.test(form)) continue
      const directed = /^[“«„`]/.test(form) ? 'opens' : /^[”»]/.test(form) ? 'closes' : 'either'
      const spaced = start === 0 || /[\s(—–-]/.test(document.text[start - 1]!)
      marks.push({
        start,
        end,
        sentence: sentence.index,
        token,
        paragraph: sentence.paragraph,
        opens: directed === 'opens' || (directed === 'either' && spaced),
        closes: directed === 'closes' || (directed === 'either' && !leads),
        leads,
      })
    }
  }
  return marks
}

/** Pairs marks within a paragraph; an unclosed one goes on where the next paragraph leads with a mark. */
function pairMarks(marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = []
  let open: Mark | undefined
  let paragraph = -1
  for (const mark of marks) {
    if (open && mark.paragraph !== paragraph) {
      if (mark.leads && mark.opens && mark.paragraph === paragraph + 1) {
        paragraph = mark.paragraph
        continue
      }
      open = undefined
    }
    if (open && mark.closes) {
      if (mark.start - open.end >= shortest) pairs.push({ open, close: mark })
      open = undefined
    } else if (!open && mark.opens) {
      open = mark
      paragraph = mark.paragraph
    }
  }
  return pairs
}

/** The quotation begins where a sentence does. */
const opensSentence = (open: Mark, sentences: readonly Sentence[]) =>
  open.token === 0 || open.end - sentences[open.sentence]!.start <= 2

type Said = Required<Pick<Quotation, 'speaker'>> & Pick<Quotation, 'told'>

/** Subject and object of the nearest verb of saying outside the marks. */
function saidBy(open: Mark, close: Mark, sentences: readonly Sentence[]): Said | undefined {
  const after = nearestSaying(treeOf(sentences[close.sentence]!), close.token, 1)
  const before = nearestSaying(treeOf(sentences[open.sentence]!), open.token, -1)
  const nearest = [after, before].filter((found) => found !== undefined).sort((a, b) => a.distance - b.distance)
  for (const { subject, told, side } of nearest) {
    const { sentence } = side === 1 ? close : open
    const word = sentences[sentence]!.tokens[subject]!
    const quoted = word.start >= open.end && word.end <= close.start
    if (!quoted) return said(sentence, subject, told)
  }
  return introducedBy(open, sentences)
}

const said = (sentence: number, subject: number, told: number): Said => ({
  speaker: { sentence, token: subject },
  ...(told >= 0 && { told: { sentence, token: told } }),
})

interface Saying {
  readonly subject: number
  readonly told: number
  readonly distance: number
  readonly side: 1 | -1
}

/** The nearest verb of saying on one side of a mark, with its speaker; it stops at another quotation. */
function nearestSaying(tree: Tree, mark: number, side: 1 | -1): Saying | undefined {
  for (let steps = 1; steps <= reach; steps++) {
    const at = mark + side * steps
    if (at < 0 || at >= tree.length) return undefined
    if (/^["“”«»]$/.test(tree.form(at))) return undefined
    if (!tree.isVerb(at) || !sayings.has(tree.lemma(at))) continue
    const subject = speakerBeside(at, mark, tree)
    if (subject >= 0 && /[\p{L}\p{N}]/u.test(tree.form(subject)))
      return { subject, told: toldBy(at, tree), distance: steps, side }
  }
  return undefined
}

/** Object of "told", or the one to whom it was said. */
function toldBy(verb: number, tree: Tree): number {
  const [object] = tree.childrenBy(verb, 'iobj', 'obj')
  if (
    /^(tell|inform|notify|assure|remind|advise|warn|brief|caution|instruct|order|urge|ask|beg)$/.test(tree.lemma(verb))
  ) {
    return object !== undefined && object > verb && !tree.isPassive(verb) ? object : -1
  }
  const to = tree
    .childrenBy(verb, 'obl')
    .find((child) => tree.childrenBy(child, 'case').some((by) => tree.form(by) === 'to'))
  return to ?? -1
}

/** The speaker by the tree, if it stands outside the marks; else the nominal between the mark and the verb. */
function speakerBeside(verb: number, mark: number, tree: Tree): number {
  const subject = speakerAt(verb, tree)
  if (subject >= 0 && (verb < mark ? subject < mark : subject > mark)) return subject
  if (verb < mark) return subject
  return speakerAfter(mark, tree) >= 0 ? speakerAfter(mark, tree) : nominalIn(mark + 1, verb, tree)
}

/** "The minister said:" and the quotation after it. */
function introducedBy(open: Mark, sentences: readonly Sentence[]): Said | undefined {
  const before = sentences[open.sentence - 1]
  if (!before || !opensSentence(open, sentences) || before.paragraph < open.paragraph - 1) return undefined
  const tree = treeOf(before)
  if (tree.form(tree.length - 1) !== ':') return undefined
  const found = nearestSaying(tree, tree.length - 1, -1)
  return found && said(before.index, found.subject, found.told)
}

/**
 * Who says, by the verb of saying: its subject, its agent in the passive; of a participle ("saying that …") the one
 * whom it describes. -1 where the sentence does not tell.
 */
export function speakerAt(verb: number, tree: Tree): number {
  let at = verb
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    if (tree.isPassive(at)) return agentOf(at, tree)
    const subject = tree.subject(at)
    if (subject >= 0) return antecedentOf(subject, at, tree)
    const head = tree.head(at)
    if (head < 0) return -1
    if (tree.relation(at) === 'acl') return issuerOf(head, tree)
    if (!/^(advcl|xcomp|ccomp|conj|parataxis)$/.test(tree.relation(at))) return -1
    if (/^(quote|cite)$/.test(tree.lemma(head))) {
      // "quoted Veld as saying": the one quoted
      const quoted = tree.childrenBy(head, 'obj', 'nsubj:pass')[0]
      if (quoted !== undefined) return quoted
    }
    // "heard her mother whispering"
    const object = tree.relation(at) === 'xcomp' ? tree.childrenBy(head, 'obj')[0] : undefined
    if (object !== undefined && object < at) return object
    at = head
  }
  return -1
}

function agentOf(verb: number, tree: Tree): number {
  const agent = tree.childrenBy(verb, 'obl').find((child) => {
    return tree.childrenBy(child, 'case').some((by) => tree.form(by) === 'by')
  })
  return agent ?? -1
}

/** "issued a statement saying", "explained the decision to ban it saying": the one who does, else the statement. */
function issuerOf(noun: number, tree: Tree): number {
  let at = noun
  for (let steps = 0; steps < 3; steps++) {
    const verb = tree.head(at)
    if (verb < 0 || tree.relation(at) !== 'obj' || tree.isPassive(verb)) return noun
    const issuer = tree.subject(verb)
    if (issuer >= 0) return antecedentOf(issuer, verb, tree)
    if (tree.relation(verb) !== 'acl') return noun
    at = tree.head(verb)
  }
  return noun
}

/** "who" and "which" stand for the noun before their clause. */
function antecedentOf(subject: number, verb: number, tree: Tree): number {
  if (!/^(who|which|that)$/.test(tree.form(subject))) return subject
  for (const at of tree.upward(verb)) if (tree.relation(at) === 'acl') return tree.head(at)
  return subject
}
