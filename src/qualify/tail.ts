/**
 * A sentence's end that says who says it ("…, the newspaper NRC reported.", "…, said Veld on Monday.", "…, according
 * to Veld.") → its speaker.
 * Read off the order of the words: parsers hang such tails almost anywhere.
 */
import { typeOfNoun } from '../lexicon/nouns.ts'
import { isActorType } from '../model/index.ts'
import type { Tree } from './tree.ts'
import { finders, findings, norms, reportings, sayingNouns, sayings } from './words.ts'

/** Longest tail, in words. */
const longest = 18

export interface Tail {
  /** Head of the words that name the speaker. */
  readonly speaker: number
  /** The comma or mark that the tail begins with: what stands before it is said. */
  readonly from: number
}

const known = new WeakMap<Tree, Tail | null>()

/** The tail of a sentence; `undefined` where it has none. */
export function tailOf(tree: Tree): Tail | undefined {
  let found = known.get(tree)
  if (found === undefined) known.set(tree, (found = findTail(tree) ?? null))
  return found ?? undefined
}

function findTail(tree: Tree): Tail | undefined {
  const least = Math.max(2, tree.length - longest)
  for (let comma = tree.length - 2; comma >= least; comma--) {
    if (!/^[,"”]$|^''$/.test(tree.form(comma))) continue
    const according = accordingTo(comma, tree)
    const ends = according >= 0 && endOfAccording(comma + 3, tree) >= tree.length - 2
    const speaker = Math.max(speakerAfter(comma, tree), ends ? according : -1)
    if (speaker >= 0 && hasVerbBefore(comma, tree)) return { speaker, from: comma }
  }
  return undefined
}

/** ", according to the newspaper": the head of what follows a mark; -1 where it is nobody's word ("according to plan"). */
export function accordingTo(mark: number, tree: Tree): number {
  if (tree.form(mark + 1) !== 'according' || tree.form(mark + 2) !== 'to') return -1
  const speaker = nominalIn(mark + 3, endOfNominal(mark + 3, tree), tree)
  return speaker < 0 || norms.has(tree.lemma(speaker)) ? -1 : speaker
}

/** The mark behind the words that follow "according to", all that describes them included; -1 where it is far. */
export function endOfAccording(first: number, tree: Tree): number {
  for (let at = first; at < tree.length && at <= first + longest; at++) {
    if (/^[,.;—–]$/.test(tree.form(at))) return at
  }
  return -1
}

/**
 * The speaker where the words from a mark on are just a nominal and a verb of saying, in either order.
 * @param end where they end, if it is known: they need not go on to the sentence's end
 */
export function speakerAfter(mark: number, tree: Tree, end = -1): number {
  const verb = verbAfter(mark, tree)
  if (verb < 0) return -1
  const before = verb - mark - 1
  if (!before && !inverting.has(tree.lemma(verb))) return -1
  const last = before ? verb : endOfNominal(verb + 1, tree)
  const speaker = nominalIn(before ? mark + 1 : verb + 1, last, tree)
  if (speaker < 0 || !answersFor(verb, speaker, tree)) return -1
  // ", confirmed key parts of it": what was confirmed
  if (!before && !maySpeak(speaker, tree)) return -1
  return end >= 0 || endsSoon(before ? verb + 1 : last, tree) ? speaker : -1
}

/** Verbs of saying that may stand before their subject; "told the owner" says whom it was told. */
const inverting = new Set(
  `say report add announce claim write argue explain note insist declare state comment conclude reply respond answer
  admit complain remark observe continue confirm`.split(/\s+/),
)

/**
 * The first verb after a mark, if it is one of saying and nothing but a nominal stands between, with at most one
 * apposition ("the mayor, Ana Neto, said").
 */
export function verbAfter(mark: number, tree: Tree): number {
  // ", with the loss estimated at a million": how it was
  if (tree.form(mark + 1) === 'with') return -1
  let commas = 0
  for (let at = mark + 1; at < tree.length && at <= mark + longest; at++) {
    const { upos, xpos } = tree.token(at)
    if (upos === 'VERB') {
      // "a self-described poacher"
      if (tree.form(at - 1) === '-') continue
      const isSaying = isTelling(tree.lemma(at)) && /^VB[DZPN]$/.test(xpos)
      // "a clerk employed by the mill said"
      if (!isSaying && /^VB[NG]$/.test(xpos) && /^(NOUN|PROPN)$/.test(tree.token(at - 1).upos)) continue
      return isSaying && (commas === 0 || (commas === 2 && tree.form(at - 1) === ',')) ? at : -1
    }
    if (tree.form(at) === ',') commas++
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|PART|CCONJ|PUNCT|ADV)$/.test(upos)) return -1
    if (upos === 'PUNCT' && !/^[-–,’']$/.test(tree.form(at))) return -1
    if (/^(who|which|that|what|whose|where|when)$/.test(tree.form(at))) return -1
  }
  return -1
}

const isTelling = (lemma: string) => sayings.has(lemma) || reportings.has(lemma) || findings.has(lemma)

/** Whether others hear it from the subject of a verb: anybody says, a court hears, and an inquiry finds. */
export function answersFor(verb: number, speaker: number, tree: Tree): boolean {
  const lemma = tree.lemma(verb)
  return findings.has(lemma) ? finders.has(tree.lemma(speaker)) : isTelling(lemma)
}

/** A name, a pronoun, or a word for somebody or for a writing. */
function maySpeak(noun: number, tree: Tree): boolean {
  const { upos } = tree.token(noun)
  const lemma = tree.lemma(noun)
  return upos !== 'NOUN' || finders.has(lemma) || sayingNouns.has(lemma) || isActorType(typeOfNoun(lemma) ?? 'Thing')
}

/** End of the nominal that begins at a word. */
function endOfNominal(first: number, tree: Tree): number {
  let at = first
  while (at < tree.length && /^(DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/.test(tree.token(at).upos)) at++
  return at
}

/**
 * Head of the nominal in a stretch of words: a subject of what follows, else the first that hangs outside it. -1 for
 * none.
 */
export function nominalIn(first: number, last: number, tree: Tree): number {
  let outside = -1
  let any = -1
  for (let at = first; at < last; at++) {
    const { upos } = tree.token(at)
    // "an official", which taggers take for an adjective
    if (upos === 'ADJ' && any < 0 && at === last - 1) return at
    if (!/^(NOUN|PROPN|PRON)$/.test(upos)) continue
    const head = tree.head(at)
    if (tree.relation(at) === 'nsubj' && head >= last) return at
    const hasCase = tree.childrenBy(at, 'case').some((child) => tree.token(child).upos === 'ADP')
    if (outside < 0 && (head < first || head >= last) && !hasCase) outside = at
    if (any < 0) any = at
  }
  return outside >= 0 ? outside : any
}

/** Only adverbials follow, or whom it was told: "on Monday", "in a statement", "reporters", ", opening the case". */
function endsSoon(from: number, tree: Tree): boolean {
  for (let at = from; at < tree.length; at++) {
    const { upos, xpos } = tree.token(at)
    if (xpos === 'VBG' && tree.form(at - 1) === ',') return true
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ') return false
    if (at === from && !/^(PUNCT|ADP|ADV|NOUN|PROPN|NUM)$/.test(upos) && !/^(me|us|them)$/.test(tree.form(at)))
      return false
  }
  return true
}

/** What is said has a verb of its own. */
function hasVerbBefore(comma: number, tree: Tree): boolean {
  for (let at = comma - 1; at >= 0; at--) if (tree.isVerb(at)) return true
  return false
}
