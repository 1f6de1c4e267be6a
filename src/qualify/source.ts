/** Frame → who, according to the text, says so: the innermost first, the outermost last (MinIE's attribution). */
import { type FoundFiller, type Frame, overlaps } from '../model/index.ts'
import { type Aside, asidesOf, tellsOf } from './asides.ts'
import { endsAsQuestion, isDirective } from './directive.ts'
import { type Place, type Quotation, quotationAround, speakerAt } from './quotes.ts'
import { answersFor, tailOf } from './tail.ts'
import type { Tree } from './tree.ts'
import { avowals, negativeWords, norms, rejectings, sayingNouns, sayings, tellings } from './words.ts'

/** Turns a word into the filler that it heads. */
export type FillerAt = (place: Place) => FoundFiller

export interface Attribution {
  readonly quotations: readonly Quotation[]
  /** What speakers say in turns. */
  readonly turns: readonly Quotation[]
  readonly fillerAt: FillerAt
}

/**
 * The sources of a frame. Who utters a request is not its source, nor is the author of the text; who tells of a request of
 * his own is ("she said that she had asked").
 */
export function sourceOf(frame: Frame, tree: Tree, { quotations, turns, fillerAt }: Attribution): FoundFiller[] {
  const { trigger } = frame
  const quotation = quotationAround(quotations, frame.predicate)
  const turn = quotationAround(turns, frame.predicate)
  const uttered = isDirective(frame, tree) || isUttered(frame, tree)
  const speakers = frame.roles.speaker ?? frame.roles.agent ?? []
  const isSpeaker = (source: FoundFiller) => speakers.some((own) => overlaps(own, source))
  const isUtterer = (place: Place) =>
    isSpeaker(fillerAt(place)) || (quotation?.speaker !== undefined && same(quotation.speaker, place))
  const places: Place[] = []
  const add = (token: number) => {
    const place = { sentence: frame.sentence, token }
    if (token < 0 || !/^(NOUN|PROPN|PRON|ADJ|NUM|DET|X)$/.test(tree.token(token).upos)) return
    if (!/[\p{L}\p{N}]/u.test(tree.form(token))) return
    if (uttered && isUtterer(place)) return
    if (describes(trigger, token, tree) || places.some((known) => same(known, place))) return
    // the author of a text is not named as its source
    if (/^(i|we)$/.test(tree.form(token)) && !quotation && !turn) return
    places.push(place)
  }
  const joined = tree.joinedAbove(trigger) >= 0
  const told = asidesOf(tree).filter(({ from }) => from >= 0 || !joined)
  for (const token of reporters(trigger, tree, told)) add(token)
  const own = new Set(places.map(({ token }) => token))
  const tail = tailOf(tree)
  const isTail = ({ token }: Place) => token === tail?.speaker
  if (tail && trigger < tail.from && !places.length) add(tail.speaker)
  const beside = places.length > 0
  for (const aside of told) if ((!beside || aside.verb < 0) && tellsOf(aside, trigger, tree)) add(aside.speaker)
  // whoever is named at the end tells all of the sentence
  places.sort((a, b) => Number(isTail(a)) - Number(isTail(b)))
  const quoted = uttered ? undefined : quotation?.speaker
  if (quoted && !places.some((known) => same(known, quoted))) places.push(quoted)
  const speaking = uttered ? undefined : turn?.speaker
  if (speaking && !endsAsQuestion(tree)) places.push(speaking)
  return places.flatMap((place) => {
    const source = fillerAt(place)
    // whoever speaks inside other marks does not tell of what stands outside them
    const around = quotationAround(quotations, source)
    if (around && around !== quotation) return []
    return isSpeaker(source) && !(place.sentence === frame.sentence && own.has(place.token)) ? [] : [source]
  })
}

/** "I ask you to wait", "We would urge them", "I am begging you": said in the first person and the present, it is done. */
function isUttered({ kind, trigger, roles }: Frame, tree: Tree): boolean {
  if (kind !== 'request' || !tree.isVerb(trigger)) return false
  if (!roles.speaker?.some(({ text }) => /^(i|we)$/i.test(text)) && !isFirstBefore(trigger, tree)) return false
  const auxiliaries = tree.childrenBy(trigger, 'aux').map((child) => tree.form(child))
  if (!auxiliaries.length) return tree.token(trigger).xpos === 'VBP'
  return auxiliaries.every((form) => /^(would|'d|’d|must|do|am|are|'m|’m|'re|’re)$/.test(form))
}

/** "I would, however, ask": the first person before a verb, whatever the parser made of it. */
function isFirstBefore(verb: number, tree: Tree): boolean {
  for (let at = verb - 1; at >= 0 && at > verb - 8; at--) {
    if (/^(i|we)$/.test(tree.form(at))) return true
    if (!/^(AUX|ADV|PUNCT)$/.test(tree.token(at).upos) && tree.form(at) !== 'would') return false
  }
  return false
}

/** Whether a word stands in a relative clause about another: "said Lund, *who wants* it closed". */
function describes(word: number, noun: number, tree: Tree): boolean {
  let relative = false
  for (const at of tree.upward(word)) {
    if (at === noun) return relative
    if (tree.token(at).deprel === 'acl:relcl') relative = true
  }
  return false
}

const same = (a: Place, b: Place) => a.sentence === b.sentence && a.token === b.token

/** Heads of those who say, within the sentence, from the inside out; but for those whom the asides name. */
function reporters(trigger: number, tree: Tree, asides: readonly Aside[]): number[] {
  const found: number[] = []
  const isTold = (word: number) =>
    asides.some(({ verb, from, to }) => (verb === word && from >= 0) || (verb < 0 && word > from && word < to))
  let within = trigger
  let above = -1
  let beside = false
  for (const at of tree.upward(trigger)) {
    // "answered that it must be sent, and counselled patience": what lies between is not what holds it
    if (above >= 0 && at !== above) continue
    if (at !== trigger && above < 0 && isNewSentence(within, at, tree)) break
    // "A said it was lost, while B wrote …": what B wrote A does not tell
    if (at !== trigger && isContrast(within, tree)) break
    if (at === above) within = -1
    above = tree.joinedAbove(at)
    // the frame's own verb of saying is not its source, only what stands around it
    for (const child of tree.childrenBy(at, 'parataxis', 'advcl')) {
      if (child !== within && !isTold(child) && !tree.isUnder(trigger, child) && isAside(child, at, tree))
        found.push(speakerAt(child, tree))
    }
    for (const child of tree.childrenBy(at, 'obl', 'nmod', 'advmod')) {
      if (!isTold(child) && isAccording(child, tree) && (tree.isVerb(at) || at === trigger)) found.push(child)
    }
    // "admit observers, a step which the board asked for": what stands beside the object is not told of
    if (tree.relation(within) === 'appos') beside = true
    const tells = !beside || tree.relation(within) !== 'obj'
    if (at !== trigger && within >= 0 && tells && !isTold(at)) found.push(...saidBy(at, within, tree))
    within = at
  }
  return found.filter((token) => token >= 0)
}

/** "…; the count asked": behind a semicolon a clause with a subject of its own is nobody's words but the text's. */
function isNewSentence(inner: number, outer: number, tree: Tree): boolean {
  if (inner < outer || !/^(conj|parataxis|ccomp|dep)$/.test(tree.relation(inner))) return false
  if (!tree.childrenBy(inner, 'nsubj').length) return false
  for (let at = outer + 1; at < inner; at++) {
    if (/^["“]$|^``$/.test(tree.form(at))) return false
    if (tree.form(at) === ';') return true
  }
  return false
}

/** "while B wrote that …": a clause of saying, with a speaker of its own, set beside another. */
function isContrast(clause: number, tree: Tree): boolean {
  if (tree.relation(clause) !== 'advcl' || !sayings.has(tree.lemma(clause))) return false
  if (!tree.childrenBy(clause, 'nsubj').length) return false
  return tree.childrenBy(clause, 'mark').some((mark) => /^(while|whereas)$/.test(tree.form(mark)))
}

/** "denied a *report* that he had asked": the noun of saying right before a clause, whatever the clause hangs under. */
function reportBefore(clause: number, tree: Tree): number {
  const mark = tree.childrenBy(clause, 'mark')[0]
  if (mark === undefined || tree.form(mark) !== 'that') return -1
  return sayingNouns.has(tree.lemma(mark - 1)) && tree.token(mark - 1).upos === 'NOUN' ? mark - 1 : -1
}

/** "told him to write" orders, and tells nothing of what stands beside it. */
const orders = (verb: number, tree: Tree): boolean =>
  tree.childrenBy(verb, 'xcomp').some((clause) => tree.isInfinitive(clause))

/** "…, he said", "as Veld tells it" */
function isAside(child: number, head: number, tree: Tree): boolean {
  if (!sayings.has(tree.lemma(child)) || !tree.isVerb(child) || orders(child, tree)) return false
  const marks = tree.childrenBy(child, 'mark', 'advmod').map((mark) => tree.form(mark))
  if (tree.relation(child) === 'advcl') return marks.includes('as') && !tree.childrenBy(child, 'ccomp').length
  // "…, however he did not believe it"
  if (marks.some((mark) => negativeWords.has(mark) || mark === 'however')) return false
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
    // "per ABC News"
    if (tree.form(child) === 'per' && tree.token(noun).upos === 'PROPN') return true
    return tree.form(child) === 'according' || (tree.form(child) === 'to' && tree.form(child - 1) === 'according')
  })
}

/** Who says it where the clause or noun `inner` hangs under `outer`. */
function saidBy(outer: number, inner: number, tree: Tree): number[] {
  const relation = tree.relation(inner)
  const lemma = tree.lemma(outer)
  if (tree.isVerb(outer)) {
    if (relation === 'ccomp' && !orders(outer, tree)) {
      const report = reportBefore(inner, tree)
      if (report >= 0 && tellings.has(lemma)) return [report]
      const speaker = speakerAt(outer, tree)
      if (answersFor(outer, speaker, tree)) return [speaker]
    }
    // "the note shows her asking"
    if (/^(xcomp|ccomp)$/.test(relation) && lemma === 'show') {
      const speaker = speakerAt(outer, tree)
      if (answersFor(outer, speaker, tree)) return [speaker]
    }
    // "described how they were told"
    if (
      relation === 'advcl' &&
      lemma === 'describe' &&
      tree.childrenBy(inner, 'advmod', 'mark').some((how) => tree.form(how) === 'how')
    )
      return [speakerAt(outer, tree)]
    if (/^(xcomp|ccomp)$/.test(relation) && avowals.has(lemma)) return [speakerAt(outer, tree)]
    // "let it be known that"
    if (
      lemma === 'know' &&
      tree.form(outer - 1) === 'be' &&
      tree.form(outer - 2) === 'it' &&
      tree.lemma(outer - 3) === 'let'
    )
      return [speakerAt(outer - 3, tree)]
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
  // "denied a newspaper's report that he had asked": what was reported, whoever denies it
  if (tree.token(inner).deprel === 'acl' && sayingNouns.has(lemma) && tree.isFinite(inner)) {
    const owner = tree.childrenBy(outer, 'nmod:poss', 'nmod').find((child) => {
      const by = tree.childrenBy(child, 'case').map((word) => tree.form(word))
      return by.includes('by') || by.includes('from') || tree.token(child).deprel === 'nmod:poss'
    })
    return owner === undefined ? [] : [owner]
  }
  return []
}
