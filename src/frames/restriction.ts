/**
 * Who is asked → the same with the words that say which of many are meant, where they stand between the noun and what is
 * asked: "ordered all vessels *within two miles* to leave", "Passengers *booked on evening flights* were told to wait". The
 * parser often hangs them on the verb; that they fill the whole way to "to" tells that they are the noun's.
 */
import type { FoundFiller } from '../model/index.ts'
import type { Tree } from './tree.ts'
import { messageNouns } from './words.ts'

/** More words than this are another clause. */
const longest = 10

/** Prepositions that restrict a noun. */
const restricting =
  /^(of|from|in|at|with|without|within|over|under|across|on|near|to|around|along|inside|outside|between|below|above|throughout|aboard|behind|opposite|against)$/

/** Nouns of how or where it is asked, not of who: "asked members *in writing*". */
const manner =
  /^(writing|meeting|speech|interview|turn|vain|public|private|person|advance|name|behalf|secret|return|addition|particular|general|effect|court|conference|occasion|radio|television|telephone|phone|gunpoint|knifepoint|pain|penalty|length|once|least|last|first|tear|knee|word|term|ceremony|session|debate|conversation|summit|dinner|lunch|time|visit|record|oath|signal|gesture|paper|article|column|sermon|address|appeal|request|order|reply|response|answer|behest|urging|insistence)$/

interface Asked {
  readonly trigger: number
  /** The head of what is asked. */
  readonly content: number | undefined
}

/** @returns the filler, longer where what follows its noun says which are meant */
export function withRestriction(tree: Tree, filler: FoundFiller, { trigger, content }: Asked): FoundFiller {
  const { head } = filler
  if (!tree.isVerb(trigger) || !/^(NOUN|PRON)$/.test(tree.upos(head))) return filler
  const last = tree.tokens.findLastIndex(({ end }) => end <= filler.end)
  const stop = head > trigger ? infinitiveFrom(tree, content) : verbGroup(tree, trigger)
  // "reminds the mayors *of their duty* to act" says nothing of which mayors
  if (tree.lemma(trigger) === 'remind' && tree.lemma(last + 1) === 'of') return filler
  if (stop === undefined || stop <= last + 1 || stop - last > longest + 1) return filler
  const many = tree.xpos(head) === 'NNS' || tree.upos(head) === 'PRON' || indefinite(tree, head)
  return restricts(tree, last + 1, stop, many) ? { ...filler, end: tree.token(stop - 1).end } : filler
}

const indefinite = (tree: Tree, head: number): boolean =>
  /^(staff|personnel|crew|police|people|anyone|everyone)$/.test(tree.lemma(head)) ||
  tree.kids(head, 'det').some((k) => /^(an?|all|any|every|each|some|no)$/.test(tree.lemma(k)))

/** Where "to" stands, or the "not" before it. */
function infinitiveFrom(tree: Tree, content: number | undefined): number | undefined {
  if (content === undefined) return undefined
  const to = tree.kids(content, 'mark').find((k) => tree.xpos(k) === 'TO')
  if (to === undefined) return undefined
  return /^(not|never)$/.test(tree.lemma(to - 1)) ? to - 1 : to
}

/** Where the words of the verb begin. */
function verbGroup(tree: Tree, trigger: number): number {
  let first = trigger
  while (first > 0 && /^(AUX|ADV|PART)$/.test(tree.upos(first - 1))) first--
  return first
}

/** Nothing but phrases that restrict a noun stands between. */
function restricts(tree: Tree, from: number, stop: number, many: boolean): boolean {
  const participle = many && /^VB[NG]$/.test(tree.xpos(from)) && tree.kid(from, 'aux', 'nsubj') === undefined
  if (!participle && !restricting.test(tree.lemma(from))) return false
  // of one in particular only what it is of
  if (!many && tree.lemma(from) !== 'of') return false
  for (let i = from; i < stop; i++) {
    const { upos, form } = tree.token(i)
    if (participle && i === from) continue
    if (!/^(ADP|DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/.test(upos) && form !== '-') return false
    if (upos === 'ADP' && !restricting.test(tree.lemma(i)) && !(participle && /^(by|for)$/.test(form))) return false
    if (tree.isTime(i) && !/^(year|month)$/.test(tree.lemma(i)) && !tree.is(i, 'compound')) return false
    if (upos === 'NOUN' && (manner.test(tree.lemma(i)) || messageNouns.has(tree.lemma(i)))) return false
  }
  return tree.isNominal(stop - 1) || participle
}
