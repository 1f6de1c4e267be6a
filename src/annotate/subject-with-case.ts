/**
 * "Following the vote, the director of the fund, Ana Roth, said …", "Day said of Hudson": parsers take what stands
 * behind a preposition for a subject. Where the verb has another subject, or the phrase an "apposition" behind a comma
 * that can be one, the phrase is only said of the verb.
 */
import type { Marked } from './marking.ts'

/** The syntax of a sentence with such phrases as obliques. Every word keeps one head, and the tree its root. */
export function withSubjectsBare(syntax: Marked): Marked {
  const { tags } = syntax
  let mended: { heads: number[]; relations: string[] } | undefined
  for (let noun = 1; noun < tags.length; noun++) {
    const { heads, relations } = mended ?? syntax
    const relation = relations[noun]!
    if (!relation.startsWith('nsubj') || !hasPreposition(noun, syntax)) continue
    const verb = heads[noun]! - 1
    if (verb < 0 || !/^(?:VERB|AUX|ADJ|NOUN)$/.test(tags[verb]!.upos)) continue
    const other = childOf(verb, { heads, relations }, (i) => i !== noun && relations[i]!.startsWith('nsubj'))
    const behind = noun < verb ? childOf(noun, { heads, relations }, (i) => relations[i] === 'appos' && i < verb) : -1
    if (other < 0 && (behind < 0 || !opensBehindComma(behind, noun, { ...syntax, heads, relations }))) continue
    mended ??= { heads: Array.from(syntax.heads), relations: [...syntax.relations] }
    mended.relations[noun] = 'obl'
    if (other >= 0) continue
    mended.relations[behind] = relation
    mended.heads[behind] = verb + 1
    // what followed the apposition was taken for the phrase's
    for (let later = behind + 1; later < verb; later++)
      if (mended.heads[later] === noun + 1) mended.heads[later] = behind + 1
  }
  return mended ? { ...syntax, ...mended } : syntax
}

type Arcs = Pick<Marked, 'heads' | 'relations'>

/** Words on each side that are looked at for a dependent. */
const reach = 40

function childOf(head: number, { heads, relations }: Arcs, fits: (index: number) => boolean): number {
  const end = Math.min(relations.length, head + reach)
  for (let i = Math.max(0, head - reach); i < end; i++) if (heads[i] === head + 1 && fits(i)) return i
  return -1
}

/** A preposition right before the noun phrase, of which nothing else is the head. */
const hasPreposition = (noun: number, { heads, relations, tags }: Marked): boolean =>
  childOf(
    noun,
    { heads, relations },
    (i) => i < noun && relations[i] === 'case' && (tags[i]!.xpos === 'IN' || tags[i]!.xpos === 'VBG'),
  ) >= 0

/** The phrase that a word heads begins with an article, a possessor or a name right behind a comma. */
function opensBehindComma(head: number, from: number, { heads, relations, tags }: Marked): boolean {
  let first = head
  while (first - 1 > from && relations[first - 1] !== 'punct' && within(first - 1, head, heads)) first--
  return relations[first - 1] === 'punct' && tags[first - 1]!.xpos === ',' && first > from + 1
}

function within(index: number, head: number, heads: ArrayLike<number>): boolean {
  let at = index
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    if (at === head) return true
    at = heads[at]! - 1
  }
  return false
}
