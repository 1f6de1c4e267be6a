/** Frame → who, according to the text, says so: the innermost first, the outermost last (MinIE's attribution). */
import { type FoundFiller, type Frame, overlaps } from '../model/index.ts'
import { endsAsQuestion } from './directive.ts'
import { type Place, type Quotation, quotationAround, speakerAt } from './quotes.ts'
import { tailOf } from './tail.ts'
import type { Tree } from './tree.ts'
import { norms, rejectings, sayingNouns, sayings, tellings } from './words.ts'

/** Turns a word into the filler that it heads. */
export type FillerAt = (place: Place) => FoundFiller

export interface Attribution {
  readonly quotations: readonly Quotation[]
  /** What speakers say in turns. */
  readonly turns: readonly Quotation[]
  readonly fillerAt: FillerAt
}

/** The sources of a frame. A request's own speaker is not its source. */
export function sourceOf(frame: Frame, tree: Tree, { quotations, turns, fillerAt }: Attribution): FoundFiller[] {
  const places: Place[] = []
  const add = (token: number) => {
    const place = { sentence: frame.sentence, token }
    if (token >= 0 && !tree.isVerb(token) && !places.some((known) => same(known, place))) places.push(place)
  }
  for (const token of reporters(frame.trigger, tree)) add(token)
  const tail = tailOf(tree)
  const isTail = ({ token }: Place) => token === tail?.speaker
  if (tail && frame.trigger < tail.from && !places.length) add(tail.speaker)
  // whoever is named at the end tells all of the sentence
  places.sort((a, b) => Number(isTail(a)) - Number(isTail(b)))
  const quotation = quotationAround(quotations, frame.predicate)
  const quoted = quotation?.speaker
  if (quoted && !places.some((known) => same(known, quoted))) places.push(quoted)
  const speaking = quotationAround(turns, frame.predicate)?.speaker
  if (speaking && !endsAsQuestion(tree)) places.push(speaking)
  const speakers = frame.roles.speaker ?? frame.roles.agent ?? []
  return places.map(fillerAt).filter((source) => {
    // whoever speaks inside other marks does not tell of what stands outside them
    const around = quotationAround(quotations, source)
    return (!around || around === quotation) && !speakers.some((own) => overlaps(own, source))
  })
}

const same = (a: Place, b: Place) => a.sentence === b.sentence && a.token === b.token

/** Heads of those who say, within the sentence, from the inside out. */
function reporters(trigger: number, tree: Tree): number[] {
  const found: number[] = []
  let within = trigger
  for (const at of tree.upward(trigger)) {
    // the frame's own verb of saying is not its source, only what stands around it
    for (const child of tree.childrenBy(at, 'parataxis', 'advcl')) {
      if (child !== within && !tree.isUnder(trigger, child) && isAside(child, at, tree))
        found.push(speakerAt(child, tree))
    }
    for (const child of tree.childrenBy(at, 'obl', 'nmod', 'advmod')) {
      if (isAccording(child, tree) && (tree.isVerb(at) || at === trigger)) found.push(child)
    }
    if (at !== trigger) found.push(...saidBy(at, within, tree))
    within = at
  }
  return found.filter((token) => token >= 0)
}

/** "told him to write" orders, and tells nothing of what stands beside it. */
const orders = (verb: number, tree: Tree): boolean =>
  tree.childrenBy(verb, 'xcomp').some((clause) => tree.isInfinitive(clause))

/** "…, he said", "as Veld tells it" */
function isAside(child: number, head: number, tree: Tree): boolean {
  if (!sayings.has(tree.lemma(child)) || !tree.isVerb(child) || orders(child, tree)) return false
  const marks = tree.childrenBy(child, 'mark', 'advmod').map((mark) => tree.form(mark))
  if (tree.relation(child) === 'advcl') return marks.includes('as') && !tree.childrenBy(child, 'ccomp').length
  // "…, while he noted" goes on, and tells nothing of what stands before
  if (tree.childrenBy(child, 'ccomp').length || marks.some((mark) => joining.test(mark))) return false
  const subject = tree.childrenBy(child, 'nsubj')[0]
  // "…; he described the law": goes on with something else
  if (tree.childrenBy(child, 'punct').some((mark) => tree.form(mark) === ';')) return false
  // set off from what it reports, with its speaker beside it
  return subject !== undefined && (child > head || subject < head)
}

/** Words that join one clause to another. */
const joining =
  /^(?:while|when|whereas|although|though|because|since|after|before|until|if|unless|where|whenever|once|but|so)$/

function isAccording(noun: number, tree: Tree): boolean {
  if (norms.has(tree.lemma(noun))) return false
  return tree.childrenBy(noun, 'case', 'mark').some((child) => {
    return tree.form(child) === 'according' || (tree.form(child) === 'to' && tree.form(child - 1) === 'according')
  })
}

/** Who says it where the clause or noun `inner` hangs under `outer`. */
function saidBy(outer: number, inner: number, tree: Tree): number[] {
  const relation = tree.relation(inner)
  const lemma = tree.lemma(outer)
  if (tree.isVerb(outer)) {
    if (relation === 'ccomp' && sayings.has(lemma) && !orders(outer, tree)) return [speakerAt(outer, tree)]
    if (relation === 'xcomp' && lemma === 'claim') return [speakerAt(outer, tree)]
    // the quotation is the main clause's root in some analyses, and its verb of saying the head's
    if (
      relation === 'parataxis' &&
      sayings.has(lemma) &&
      !tree.childrenBy(inner, 'mark', 'advmod').some((mark) => joining.test(tree.form(mark))) &&
      isAside(outer, inner, tree)
    )
      return [speakerAt(outer, tree)]
    if ((relation === 'obj' || relation === 'ccomp') && tellings.has(lemma)) return [speakerAt(outer, tree)]
    if (relation === 'obj' && rejectings.has(lemma) && sayingNouns.has(tree.lemma(inner)))
      return [speakerAt(outer, tree)]
    if (/^(advcl|obl|xcomp)$/.test(relation) && /^(accuse|quote|cite)$/.test(lemma)) return [speakerAt(outer, tree)]
    return []
  }
  // "accused the firm of hiding it", hung on the firm
  const accusing = tree.relation(outer) === 'obj' ? tree.head(outer) : -1
  if (relation === 'acl' && tree.form(tree.children(inner)[0] ?? -1) === 'of' && accusing >= 0) {
    if (tree.lemma(accusing) === 'accuse') return [speakerAt(accusing, tree)]
  }
  if (tree.token(inner).deprel === 'acl' && sayingNouns.has(lemma) && tree.isFinite(inner)) {
    const owner = tree.childrenBy(outer, 'nmod:poss', 'nmod').find((child) => {
      const by = tree.childrenBy(child, 'case').map((word) => tree.form(word))
      return by.includes('by') || by.includes('from') || tree.token(child).deprel === 'nmod:poss'
    })
    return owner === undefined ? [] : [owner]
  }
  return []
}
