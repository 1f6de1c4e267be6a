/**
 * A sentence → the words set into it that say who says it: "The firm, *the paper reported*, asked …", "… to wait, *a
 * clerk said*, and the lease …", "*According to Veld*, …". Read off the order of the words, as the sentence's tail is:
 * parsers take such words for the main clause, or for what describes the noun before them.
 */
import { accordingTo, answersFor, endOfAccording, nominalIn, speakerAfter, verbAfter } from './tail.ts'
import type { Tree } from './tree.ts'

export interface Aside {
  /** Head of the words that name the speaker. */
  readonly speaker: number
  /** The verb of saying; -1 for "according to". */
  readonly verb: number
  /** The mark before it; -1 at the head of the sentence. */
  readonly from: number
  /** The mark behind it. */
  readonly to: number
  /** Whether a new clause with a verb of its own begins behind it. */
  readonly closes: boolean
}

/** How many words lie between the two marks at most, and how many asides a sentence has. */
const longest = 18
const most = 8
/** How many words away from an aside it still tells of something. */
const farthest = 80

/** Verbs of saying that make another clause rather than an aside where they stand between commas: "…, the mayor agreed, …". */
const clausal = new Set(
  'agree continue promise vow pledge advise accuse charge doubt expect go hope answer reply accept find hold rule'.split(
    ' ',
  ),
)

const known = new WeakMap<Tree, readonly Aside[]>()

export function asidesOf(tree: Tree): readonly Aside[] {
  let found = known.get(tree)
  if (!found) known.set(tree, (found = findAsides(tree)))
  return found
}

function findAsides(tree: Tree): Aside[] {
  const found: Aside[] = []
  const opening = openingAccording(tree) ?? openingSaying(tree)
  if (opening) found.push(opening)
  for (let comma = 1; comma < tree.length - 3 && found.length < most; comma++) {
    if (!/^[,—–"”]$|^''$/.test(tree.form(comma))) continue
    const aside = asideAfter(comma, tree)
    if (!aside) continue
    found.push(aside)
    comma = aside.to - 1
  }
  return found
}

function asideAfter(comma: number, tree: Tree): Aside | undefined {
  const according = accordingTo(comma, tree)
  const verb = according >= 0 ? -1 : verbAfter(comma, tree)
  if (according < 0 && (verb < 0 || !mayStandAside(comma, verb, tree))) return undefined
  const to = according >= 0 ? endOfAccording(comma + 3, tree) : markAfter(verb, tree)
  if (to < 0 || to >= tree.length - 2 || !/^[,—–]$/.test(tree.form(to))) return undefined
  const speaker = according >= 0 ? according : speakerAfter(comma, tree, to)
  return speaker < 0 ? undefined : { speaker, verb, from: comma, to, closes: closesAt(to, tree) }
}

/** "According to Veld, …" */
function openingAccording(tree: Tree): Aside | undefined {
  const speaker = accordingTo(-1, tree)
  const to = speaker < 0 ? -1 : endOfAccording(2, tree)
  return to < 0 || to >= tree.length - 2 ? undefined : { speaker, verb: -1, from: -1, to, closes: false }
}

/** "The board finds that the manual, while it requires …, does not oblige …": what the words hold that a sentence begins with. */
function openingSaying(tree: Tree): Aside | undefined {
  const verb = verbAfter(-1, tree)
  if (verb < 1) return undefined
  const speaker = nominalIn(0, verb, tree)
  if (!answersFor(verb, speaker, tree) || !tree.isFinite(verb)) return undefined
  for (let at = verb + 1; at < tree.length - 2 && at <= verb + 6; at++) {
    if (/^(that|whether)$/.test(tree.form(at))) return { speaker, verb, from: -1, to: at, closes: false }
    if (tree.isVerb(at) || tree.token(at).upos === 'PUNCT') return undefined
  }
  return undefined
}

/** A nominal and a finite verb of saying, that joins nothing to the words before. */
function mayStandAside(comma: number, verb: number, tree: Tree): boolean {
  if (/^(CCONJ|SCONJ|ADP|ADV)$/.test(tree.token(comma + 1).upos) || clausal.has(tree.lemma(verb))) return false
  if (tree.childrenBy(verb, 'aux').length) return false
  return !tree.childrenBy(verb, 'ccomp').some((clause) => clause > verb && tree.childrenBy(clause, 'mark').length > 0)
}

/** The mark behind a verb of saying and its adverbials: "said in a filing on Tuesday,". */
function markAfter(verb: number, tree: Tree): number {
  for (let at = verb + 1; at < tree.length && at <= verb + longest; at++) {
    if (tree.token(at).upos === 'PUNCT') return at
    if (/^(VERB|AUX|SCONJ)$/.test(tree.token(at).upos)) return -1
  }
  return -1
}

/** ", and the lease obliges him", ", which he refused": behind the mark begins what the aside may not be about. */
function closesAt(to: number, tree: Tree): boolean {
  const { upos, xpos } = tree.token(to + 1)
  if (upos === 'SCONJ' || /^W|^VBG$/.test(xpos)) return true
  return upos === 'CCONJ' && isClause(to + 1, tree)
}

/** Whether a conjunction joins a clause with a subject of its own. */
function isClause(conjunction: number, tree: Tree): boolean {
  const verb = tree.head(conjunction)
  return verb > conjunction && tree.childrenBy(verb, 'nsubj', 'csubj', 'expl').some((subject) => subject > conjunction)
}

/** Whether an aside tells of a word: nothing between them ends what it is about. */
export function tellsOf({ from, to, closes, verb }: Aside, word: number, tree: Tree): boolean {
  if (word < from) return !isParted(word, from, tree) && (closes || !isInRelative(word, from, tree))
  if (word < to) return false
  // "According to Veld," all that follows
  if (from < 0 && verb < 0) return word - to <= farthest && !hasMark(to, word, tree, /^;$/)
  return !closes && !isParted(to, word, tree)
}

/** Whether a semicolon or colon, or a conjunction before a clause of its own subject, stands between two words. */
function isParted(first: number, last: number, tree: Tree): boolean {
  if (last - first > farthest) return true
  if (hasMark(first, last, tree, /^[;:]$/)) return true
  for (let at = first + 1; at < last; at++)
    if (tree.token(at).upos === 'CCONJ' && tree.form(at - 1) === ',' && isClause(at, tree)) return true
  return false
}

/** "asked the man whose brother, they say, had fled": the aside goes on with a clause that begins behind the word. */
function isInRelative(word: number, from: number, tree: Tree): boolean {
  for (let at = word + 1; at < from; at++) if (/^W/.test(tree.token(at).xpos)) return true
  return false
}

function hasMark(first: number, last: number, tree: Tree, mark: RegExp): boolean {
  for (let at = first + 1; at < last; at++) if (mark.test(tree.form(at))) return true
  return false
}
