/** Head word of a filler → the words to quote: a nominal without what only describes it, a clause without its mark. */
import type { FoundFiller, Kind } from '../model/index.ts'
import { caseOf, isInfinitive } from './complements.ts'
import { isSubjunctive } from './mood.ts'
import { type Range, saidRange } from './said.ts'
import { withoutTails } from './tails.ts'
import type { Tree } from './tree.ts'
import { infinitiveNouns, requestNouns, speechVerbs } from './words.ts'

/** Prepositions of an actor's own complements ("providers of VPNs"); other phrases after a noun belong to the clause. */
const ownCases = new Set(['of', 'in', 'at', 'for', 'within', 'inside', 'near', 'without', 'under', 'between', 'among'])

/** Adverbs before a nominal that speak of the clause. */
const clauseAdverbs = new Set(['not', 'also', 'only', 'even', 'never', 'however', 'meanwhile'])

/** Members of a coordination, the head first. A member inside a name ("Ministry of Industry and Trade") is no member. */
export function members(tree: Tree, head: number): number[] {
  const found = [head]
  for (let n = 0; n < found.length && n < 60; n++) {
    const mention = tree.mentions.get(found[n]!)
    for (const kid of tree.kids(found[n]!, 'conj')) {
      if (!tree.isNominal(kid) || tree.kid(kid, 'nsubj', 'cop') !== undefined || tree.isTime(kid)) continue
      if (mention && kid >= mention.first && kid < mention.last) continue
      found.push(kid)
    }
  }
  return found
}

/**
 * The words of an actor: the noun and what belongs to it. A name in apposition to a description stands for it.
 * @param others heads of the other roles: what they fill is not part of this one
 */
export function actorFiller(tree: Tree, head: number, others: readonly number[] = []): FoundFiller {
  const described = tree.head(head)
  if (tree.upos(head) === 'NOUN' && tree.is(head, 'appos') && tree.upos(described) === 'PROPN')
    return nominal(tree, described, others)
  return nominal(tree, nameOf(tree, head) ?? head, others)
}

/** "the director, the engineer *Ada Lund*": the name that stands beside a description, or beside one beside it. */
function nameOf(tree: Tree, head: number, depth = 0): number | undefined {
  if (tree.upos(head) !== 'NOUN' || depth > 2) return undefined
  // "a Dane whom nobody knew" is no name
  const article = (k: number) => tree.kids(k, 'det').some((d) => /^an?$/.test(tree.lemma(d)))
  const beside = tree.kids(head, 'appos').filter((k) => !article(k) || tree.upos(k) !== 'PROPN')
  return (
    beside.find((k) => tree.upos(k) === 'PROPN') ??
    beside.map((k) => nameOf(tree, k, depth + 1)).find((k) => k !== undefined)
  )
}

function nominal(tree: Tree, head: number, others: readonly number[]): FoundFiller {
  const inside = new Set<number>([head])
  const isOthers = (k: number) => k > head && others.some((other) => other !== head && tree.within(other, k))
  // "anyone who saw it" is told by the clause alone
  const told = (k: number) => tree.upos(head) === 'PRON' && indefinite.test(tree.lemma(head)) && tree.is(k, 'acl')
  const stack = tree.kids(head).filter((k) => (belongs(tree, k, head) || told(k)) && !isOthers(k))
  for (let n = 0; stack.length && n <= tree.tokens.length; n++) {
    const at = stack.pop()!
    inside.add(at)
    for (const kid of tree.kids(at)) if (keeps(tree, kid) || isShortName(tree, kid)) stack.push(kid)
  }
  const mention = tree.mentions.get(head)
  if (mention?.kind === 'NAM') for (let i = mention.first; i < mention.last && !isAge(tree, i); i++) inside.add(i)
  const bridges = (i: number) =>
    inside.has(i) || (tree.upos(i) === 'PUNCT' && /^[-–/.,'’"“”&()]$/.test(tree.token(i).form))
  let first = head
  let last = head
  while (first > 0 && bridges(first - 1)) first--
  while (last < tree.tokens.length - 1 && bridges(last + 1)) last++
  while (first < head && !inside.has(first)) first++
  // a name at its start whole, whatever the tree makes of it: "Quendro.com Inc's customers"
  if (mention?.kind === 'NOM' && mention.first < first && tree.upos(mention.first) === 'PROPN') first = mention.first
  while (last > head && !inside.has(last)) last--
  return quote(tree, first, last, head)
}

const indefinite = /^(any|every|some)(one|body)$|^(those|all|that)$/

/** A comma before a number: "Ada Lund, *47*,". */
const isAge = (tree: Tree, comma: number): boolean => tree.token(comma).form === ',' && tree.upos(comma + 1) === 'NUM'

/** Whether a dependent of an actor's head is part of its name or description. */
function belongs(tree: Tree, kid: number, head: number): boolean {
  if (kid > head && isAge(tree, kid - 1)) return false
  if (tree.is(kid, 'nmod:poss', 'nmod:desc', 'det', 'amod', 'compound', 'flat', 'nummod', 'fixed', 'goeswith'))
    return true
  if (tree.is(kid, 'nmod')) {
    const cases = caseOf(tree, kid)
    // "arrested one person for shouting"
    if (tree.xpos(kid) === 'VBG' && cases.includes('for')) return false
    // "a request by the farmers for help" asks for help
    if (cases.includes('for') && tree.is(head, 'nmod') && requestNouns.has(tree.lemma(tree.head(head)))) return false
    return kid > head && cases.length > 0 && cases.every((c) => ownCases.has(c)) && !tree.isTime(kid)
  }
  // "residents *living near the dam*"
  if (tree.is(kid, 'acl') && kid === head + 1 && /S$/.test(tree.xpos(head)) && whereabouts.has(tree.lemma(kid)))
    return true
  return tree.is(kid, 'advmod') && kid < head && !clauseAdverbs.has(tree.lemma(kid))
}

/** Participles that say which of many are meant. */
const whereabouts = new Set(
  'live reside dwell stay work wait serve study wish affect displace strand trap house'.split(' '),
)

/** Further down everything is kept but clauses and what stands aside. */
const keeps = (tree: Tree, kid: number) => !tree.is(kid, 'acl', 'parataxis', 'appos', 'advcl')

/** "the Harbour Association *(HA)* chairman": short for the name that it stands in. */
const isShortName = (tree: Tree, kid: number) => tree.is(kid, 'appos') && tree.token(kid - 1).form === '('

/** What a content leaves out at its end: attributions, appositions, and clauses that merely follow. */
function trails(tree: Tree, kid: number, head: number, said = false): boolean {
  if (kid < head) return false
  const comma = tree.isBehindComma(kid)
  if (caseOf(tree, kid).includes('accord')) return true
  if (tree.is(kid, 'parataxis') || (tree.is(kid, 'appos') && comma)) return true
  // "called for his resignation *after the report*"
  const nominal = tree.isNominal(head) && tree.kid(head, 'cop') === undefined
  if (nominal && !said && /^(after|amid|despite|following)$/.test(caseOf(tree, kid)[0] ?? '')) return true
  // "asked for his files *Monday night*"
  if (tree.isTime(kid) && nominal) return !caseOf(tree, kid).length && tree.is(kid, 'nmod', 'obl')
  if (!tree.isVerb(kid)) return false
  if (tree.token(kid).deprel === 'acl' && comma && tree.xpos(kid) === 'VBG') return true
  const subject = tree.kid(kid, 'nsubj', 'nsubj:pass') !== undefined
  const marked = tree.kid(kid, 'mark') !== undefined
  if (tree.is(kid, 'conj')) {
    // "that the mine be closed *and its owners pay*"
    if (tree.xpos(kid) === 'VB' && isSubjunctive(tree, kid) && isSubjunctive(tree, head)) return false
    // "asked them to wait and *left*"
    const other = tree.xpos(head) === 'VB' && /^VB[DZP]$/.test(tree.xpos(kid)) && tree.kid(kid, 'aux') === undefined
    // what follows a clause that is said is mostly said too
    return ((subject && (!said || speechVerbs.has(tree.lemma(kid)) || isNarrated(tree, kid, head))) || other) && !marked
  }
  // "asked them to wait, *saying* …", "asked not to travel *did* so"
  if (tree.is(kid, 'advcl'))
    return (comma && speechVerbs.has(tree.lemma(kid))) || (!marked && !subject && /^VB[DZP]$/.test(tree.xpos(kid)))
  return tree.is(kid, 'ccomp') && !marked && !subject && /^VB[DZP]$/.test(tree.xpos(kid))
}

/** "said the bridge had been closed, *and the police are investigating*": the narrator goes on, in the present. */
function isNarrated(tree: Tree, kid: number, head: number): boolean {
  const opening = tree.extent(kid)[0]
  if (tree.isQuoted(kid) || !tree.tokens.slice(Math.max(0, opening - 1), opening + 2).some(({ form }) => form === ','))
    return false
  const tense = (verb: number) => {
    const bearer = [...tree.kids(verb, 'aux', 'cop'), verb].find((k) => tree.bearsTense(k))
    return bearer === undefined ? '' : tree.xpos(bearer)
  }
  const governor = tree.head(head)
  // "claimed the guards beat him" may be past too
  const ambiguous = tree.token(head).form === tree.lemma(head) && tree.kid(head, 'aux') === undefined
  const past = (tense(head) === 'VBD' || ambiguous) && governor >= 0 && tree.xpos(governor) === 'VBD'
  return past && /^VB[ZP]$/.test(tense(kid))
}

/** "asked them to wait, *to call* and to pay": a conjunct of the content that hangs on the predicate. */
function continues(tree: Tree, kid: number, last: number): boolean {
  if (tree.kid(kid, 'nsubj', 'nsubj:pass') !== undefined || tree.extent(kid)[0] - last > 2) return false
  if (tree.kids(kid, 'cc').some((c) => tree.lemma(c) === 'or')) return false
  return tree.isVerb(kid) ? tree.kids(kid, 'mark').some((m) => tree.lemma(m) === 'to') : tree.isNominal(kid)
}

/** Prepositions that say something of their own: "ordered them *off* the roof". */
const directions = new Set(['out', 'off', 'into', 'onto', 'inside', 'outside', 'back', 'without'])

export interface ContentLimits {
  /** The predicate: the content begins after it, or with it where it is the content's own head. */
  readonly trigger: number
  /** Heads of the other roles: a content begins after the one that is its subject, and ends before one that hangs in it. */
  readonly others: readonly number[]
  /** A word that belongs to the content though it depends on the predicate: "ordered *the bridge* closed". */
  readonly from?: number
  /** Where a coordinated content, told apart, begins. */
  readonly before?: number
  /** What sort of statement it is the content of: what is said ends elsewhere than what is asked for. */
  readonly kind?: Kind
}

/** The words of a content: an infinitive without *to*, a clause without *that* (and without its subject, if that is the addressee), a nominal as it stands. */
export function contentFiller(tree: Tree, head: number, limits: ContentLimits): FoundFiller {
  const { trigger, others, kind } = limits
  const said = kind === 'communication'
  let [first, last] = tree.extent(head)
  for (const kid of tree.kids(head)) {
    const ownConjunct = head === trigger && tree.is(kid, 'conj') && kid > head
    // "for the baker, Otto Lund, *to be kept on*"
    if (tree.is(kid, 'appos') && tree.kids(head, 'acl').some((k) => k > kid && isInfinitive(tree, k))) continue
    if (trails(tree, kid, head, said) || ownConjunct) last = Math.min(last, tree.extent(kid)[0] - 1)
  }
  for (const kid of tree.kids(trigger, 'conj')) if (kid > head && continues(tree, kid, last)) last = tree.extent(kid)[1]
  // "asked permission *to cross*", where the parser hung the infinitive on the verb
  if (infinitiveNouns.has(tree.lemma(head)))
    for (const kid of tree.kids(trigger, 'xcomp', 'advcl'))
      if (tree.extent(kid)[0] === last + 1) last = tree.extent(kid)[1]
  // what a cut clause leaves hanging here is not ours
  for (let i = head + 1; i <= last; i++)
    if (tree.upos(i) !== 'PUNCT' && !tree.within(i, head) && !tree.within(i, trigger)) last = i - 1
  if ((said || kind === 'response') && tree.isNominal(head) && tree.kid(head, 'cop') === undefined)
    last = complementsAfter(tree, { trigger, last, said })
  if (limits.before !== undefined) last = Math.min(last, limits.before - 1)
  const clause = tree.kid(head, 'cop', 'nsubj') !== undefined
  // "that", "to", "for" open a content; of "said they are *in* contact" the preposition belongs to it
  const opening = tree.kids(head, 'mark', 'cc', 'discourse', ...(clause ? [] : ['case']))
  // "said the plan was *to* wait": behind its subject a word opens nothing
  const inside = (kid: number) => said && tree.kids(head, 'nsubj').some((subject) => subject < kid)
  // "talked her *into* selling" asks her to sell; "ordered them *into* the cellar" asks where
  const directs = (kid: number) => directions.has(tree.lemma(kid)) && (said || tree.xpos(head) !== 'VBG')
  // "out of the square" is one direction
  const direction = opening.find((kid) => kid < head && directs(kid)) ?? head
  for (const kid of opening) if (kid < direction && kid >= first && !inside(kid)) first = kid + 1
  // "asked for and received *a pledge*"
  for (const kid of tree.kids(trigger, 'conj')) if (kid < head && kid >= first) first = kid + 1
  for (const other of others) {
    if (other < head && tree.head(other) === head) first = Math.max(first, tree.extent(other)[1] + 1)
    // of "turned down a request by the farmers for help" all is turned down
    if (other > head && tree.within(other, head) && kind !== 'response')
      last = Math.min(last, Math.max(head, tree.extent(other)[0] - 1))
  }
  if (limits.from !== undefined) first = Math.min(first, tree.extent(limits.from)[0])
  // "At the request of the mayor *the gates were kept open*"
  if (trigger < head && trigger >= first)
    first = (tree.isNominal(trigger) && tree.head(trigger) === head ? tree.extent(trigger)[1] : trigger) + 1
  // "What they asked was *bread*"
  if (tree.is(first, 'cop') && tree.kids(head, 'nsubj').some((k) => tree.within(trigger, k))) first++
  if (head === trigger) first = head
  // of "These are the files that the panel requested" the files are
  const relative = trigger > head ? tree.kids(head, 'acl').find((k) => k > head && tree.within(trigger, k)) : undefined
  if (relative !== undefined) {
    last = Math.min(last, tree.extent(relative)[0] - 1)
    for (const k of tree.kids(head, 'cop', 'nsubj', 'aux')) if (k < head) first = Math.max(first, tree.extent(k)[1] + 1)
  } else if (trigger > head && trigger <= last)
    last = (tree.isNominal(trigger) && tree.head(trigger) === head ? tree.extent(trigger)[0] : trigger) - 1
  while (
    first < head &&
    (tree.upos(first) === 'PUNCT' ||
      (said ? /^that$/ : /^(not|n't|never|to|that|should|must|could|would|will|shall)$/).test(tree.lemma(first)))
  )
    first++
  if (said) first = afterAdverbs(tree, head, first)
  last = withoutTails(tree, { head, last, trigger, said })
  while (last > head && (/^(PUNCT|CCONJ)$/.test(tree.upos(last)) || tree.token(last).form === '"')) last--
  first = Math.min(first, head)
  last = Math.max(last, head)
  if (said) [first, last] = saidRange(tree, head, trigger, [first, last])
  ;[first, last] = balanced(tree, [first, last])
  return quote(tree, first, last, head)
}

/** "cited improvements *to the roads*": what the parser hung on the verb, though it follows the noun at once. */
function complementsAfter(
  tree: Tree,
  { trigger, last, said }: { trigger: number; last: number; said: boolean },
): number {
  const fitting = said ? /^(of|to|from|against|between|about|into)$/ : /^(of|for|from|by)$/
  const tells = /^(announce|reveal|disclose|confirm|admit)$/.test(tree.lemma(trigger))
  let end = last
  for (const kid of tree.kids(trigger, 'obl')) {
    const cases = caseOf(tree, kid)
    if (tree.extent(kid)[0] !== end + 1 || tree.isTime(kid)) continue
    if (!cases.length || !cases.every((c) => fitting.test(c))) continue
    if (!(cases.includes('to') && tells && tree.isActor(kid))) end = tree.extent(kid)[1]
  }
  return end
}

/** Of "said *yesterday* the road was closed" the time is not said. */
function afterAdverbs(tree: Tree, head: number, first: number): number {
  // "said last night that …", whatever the parser made of "that"
  for (let i = first; i < Math.min(head, first + 5); i++) {
    if (tree.lemma(i) === 'that' && i > first && tree.upos(first - 1) === 'VERB') return i + 1
    if (!tree.isTime(i) && !/^(ADV|ADP|DET|ADJ|NUM)$/.test(tree.upos(i))) break
  }
  const adverb = tree.kids(head, 'advmod', 'obl').find((k) => tree.extent(k)[0] === first && tree.extent(k)[1] < head)
  if (adverb === undefined || (tree.kids(adverb, 'case').length && !tree.isTime(adverb))) return first
  // "said *publicly* the road …" tells how it was said, "said probably" what
  const manner =
    /ly$/.test(tree.lemma(adverb)) && !/^(probab|possib|like|on|hard|sure|certain)ly$/.test(tree.lemma(adverb))
  const aside =
    tree.isTime(adverb) || manner || /^(earlier|later|recently|previously|further|also)$/.test(tree.lemma(adverb))
  return aside && tree.upos(first - 1) === 'VERB' ? tree.extent(adverb)[1] + 1 : first
}

/** A quotation mark within a content brings its partner, where that stands beside it. */
function balanced(tree: Tree, [first, last]: Range): Range {
  // of two parts with the words of saying between them neither has its outer mark
  const [before] = tree.quotes.filter(({ open, close }) => open === first - 1 && close < last)
  if (before && tree.quotes.some(({ open, close }) => open > before.close && open <= last && close > last))
    return [first, last]
  for (const { open, close } of tree.quotes) {
    if (open >= first && open <= last && close > last && close <= Math.min(last + 2, tree.tokens.length - 1))
      return [first, close]
    if (close >= first && close <= last && open === first - 1) return [open, last]
  }
  return [first, last]
}

function quote(tree: Tree, first: number, last: number, head: number): FoundFiller {
  const { start } = tree.token(first)
  const { end } = tree.token(last)
  return { start, end, text: '', sentence: tree.sentence.index, head }
}
