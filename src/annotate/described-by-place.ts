/**
 * "The Espoo, Finland, phone maker said …": parsers take the place for the subject and the maker for its apposition. A
 * noun without an article of its own behind a place with one is what the place describes: the tree is turned round.
 */
import type { Marked } from './marking.ts'

/** The syntax of a sentence with such nouns as heads of their places. Every word keeps one head, and the tree its root. */
export function withPlacesBelow(syntax: Marked): Marked {
  const { tags } = syntax
  let turned: { heads: number[]; relations: string[] } | undefined
  for (let noun = 1; noun < tags.length; noun++) {
    const { heads, relations } = turned ?? syntax
    if (relations[noun] !== 'appos' || tags[noun]!.upos !== 'NOUN') continue
    const place = heads[noun]! - 1
    if (place < 1 || place > noun || tags[place]!.upos !== 'PROPN') continue
    const article = place - 1
    if (tags[article]!.xpos !== 'DT' || heads[article] !== place + 1 || hasArticle(noun, syntax)) continue
    turned ??= { heads: Array.from(syntax.heads), relations: [...syntax.relations] }
    turned.heads[noun] = heads[place]!
    turned.relations[noun] = relations[place]!
    turned.heads[place] = noun + 1
    turned.relations[place] = 'compound'
    turned.heads[article] = noun + 1
    // "Espoo, Finland": the land says which Espoo
    for (let between = place + 1; between < noun; between++) {
      if (heads[between] === place + 1 && relations[between] === 'appos') turned.relations[between] = 'nmod'
    }
    for (let later = noun + 1; later < tags.length; later++) {
      if (turned.heads[later] === place + 1) turned.heads[later] = noun + 1
    }
  }
  return turned ? { ...syntax, ...turned } : syntax
}

const hasArticle = (noun: number, { heads, relations }: Marked): boolean =>
  relations.some((relation, i) => heads[i] === noun + 1 && (relation === 'det' || relation === 'nmod:poss'))
