/**
 * "US President Ada Lund said …": parsers take the body for the subject and the person, who has a title, for its
 * apposition. Without a comma between them the body only says whose president she is: the tree is turned round.
 */
import type { Marked } from './marking.ts'

/** The syntax of a sentence with such persons as heads of their titles' bodies. Every word keeps one head, and the tree its root. */
export function withBodiesBelow(syntax: Marked): Marked {
  const { tags } = syntax
  let turned: { heads: number[]; relations: string[] } | undefined
  for (let person = 2; person < tags.length; person++) {
    const { heads, relations } = turned ?? syntax
    if (relations[person] !== 'appos' || tags[person]!.upos !== 'PROPN') continue
    const body = heads[person]! - 1
    if (body < 0 || body > person - 2 || tags[body]!.upos !== 'PROPN') continue
    const title = titleOf(person, body, { ...syntax, heads, relations })
    if (title < 0 || commaBetween(body, person, syntax)) continue
    turned ??= { heads: Array.from(syntax.heads), relations: [...syntax.relations] }
    turned.heads[person] = heads[body]!
    turned.relations[person] = relations[body]!
    turned.heads[body] = title + 1
    turned.relations[body] = 'compound'
    for (let later = person + 1; later < tags.length; later++)
      if (turned.heads[later] === body + 1) turned.heads[later] = person + 1
  }
  return turned ? { ...syntax, ...turned } : syntax
}

/** The word between a body and a person that says what the person is to the body; -1 for none. */
function titleOf(person: number, body: number, { heads, relations, tags }: Marked): number {
  for (let at = person - 1; at > body; at--) {
    if (heads[at] !== person + 1) continue
    // "official" is taken for an adjective
    if (relations[at] === 'nmod:desc' || (relations[at] === 'amod' && tags[at]!.xpos === 'JJ')) return at
  }
  return -1
}

const commaBetween = (from: number, to: number, { tags }: Marked): boolean =>
  tags.slice(from, to).some(({ xpos }) => xpos === ',' || xpos === '``' || xpos === "''")
