/**
 * A sentence's end that says who says it ("…, the newspaper NRC reported.", "…, said Veld on Monday.", "…, according
 * to Veld.") → its speaker.
 * Read off the order of the words: parsers hang such tails almost anywhere.
 */
import type { Tree } from './tree.ts'
import { norms, sayings } from './words.ts'

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
    const speaker = Math.max(speakerAfter(comma, tree), accordingTo(comma, tree))
    if (speaker >= 0 && hasVerbBefore(comma, tree)) return { speaker, from: comma }
  }
  return undefined
}

/** ", according to the newspaper." */
function accordingTo(comma: number, tree: Tree): number {
  if (tree.form(comma + 1) !== 'according' || tree.form(comma + 2) !== 'to') return -1
  for (let at = comma + 3; at < tree.length; at++) if (tree.isVerb(at)) return -1
  const speaker = nominalIn(comma + 3, endOfNominal(comma + 3, tree), tree)
  return norms.has(tree.lemma(speaker)) ? -1 : speaker
}

/** The speaker where the words from a mark on are just a nominal and a verb of saying, in either order. */
export function speakerAfter(mark: number, tree: Tree): number {
  const verb = verbAfter(mark, tree)
  if (verb < 0) return -1
  const before = verb - mark - 1
  if (!before && !inverting.has(tree.lemma(verb))) return -1
  const last = before ? verb : endOfNominal(verb + 1, tree)
  const speaker = nominalIn(before ? mark + 1 : verb + 1, last, tree)
  if (
    tree.lemma(verb) === 'hear' &&
    !/^(court|inquiry|enquiry|tribunal|jury|hearing|committee)$/.test(tree.lemma(speaker))
  ) {
    return -1
  }
  return speaker >= 0 && endsSoon(before ? verb + 1 : last, tree) ? speaker : -1
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
function verbAfter(mark: number, tree: Tree): number {
  let commas = 0
  for (let at = mark + 1; at < tree.length && at <= mark + longest; at++) {
    const { upos, xpos } = tree.token(at)
    if (upos === 'VERB') {
      const isSaying = (sayings.has(tree.lemma(at)) || tree.lemma(at) === 'hear') && /^VB[DZPN]$/.test(xpos)
      return isSaying && (commas === 0 || (commas === 2 && tree.form(at - 1) === ',')) ? at : -1
    }
    if (tree.form(at) === ',') commas++
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|PART|CCONJ|PUNCT|ADV)$/.test(upos)) return -1
    if (upos === 'PUNCT' && !/^[-–,’']$/.test(tree.form(at))) return -1
    if (/^(who|which|that|what|whose|where|when)$/.test(tree.form(at))) return -1
  }
  return -1
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

/** Only adverbials follow: "on Monday", "in a statement", "to reporters". */
function endsSoon(from: number, tree: Tree): boolean {
  for (let at = from; at < tree.length; at++) {
    const { upos } = tree.token(at)
    if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ') return false
    if (at === from && !/^(PUNCT|ADP|ADV|NOUN|PROPN|NUM)$/.test(upos)) return false
  }
  return true
}

/** What is said has a verb of its own. */
function hasVerbBefore(comma: number, tree: Tree): boolean {
  for (let at = comma - 1; at >= 0; at--) if (tree.isVerb(at)) return true
  return false
}
