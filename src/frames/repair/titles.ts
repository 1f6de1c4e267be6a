/** The words of an office before a name, which are often misread where they are many. */
import { isPersonNoun } from '../../lexicon/index.ts'
import type { Name } from '../../model/index.ts'
import { timeWords } from '../words.ts'
import type { Tokens } from './tokens.ts'

/** Longer runs of capitals are headings and lists. */
const longest = 10

/**
 * "*Deputy Emergency Situations Minister Alexander* told the agency", with the deputy for who told: words with a capital
 * that end in an office and a name are one nominal, headed by the name.
 */
export function officeBeforeName(tokens: Tokens, names: readonly Name[]) {
  for (const { first, last, type } of names) {
    const office = first - 1
    if (type !== 'PERSON' || office < 1 || !isPersonNoun(tokens.at(office).lemma.toLowerCase())) continue
    let from = office
    while (from > 0 && office - from < longest && isOfTitle(tokens, from - 1)) from--
    if (from === office) continue
    const inside = (i: number) => i >= from && i < last
    const outward = [...Array(last - from).keys()].map((n) => from + n).filter((i) => !inside(tokens.head(i)))
    const as = (relations: RegExp) => outward.find((i) => relations.test(tokens.at(i).deprel))
    // what a verb has for its subject is no part of what stands before the comma
    const top = as(/^(nsubj|root)/) ?? as(/^(obj|iobj|obl|nmod|appos|conj|ccomp)/)
    if (top === undefined || (outward.length === 1 && (top === first || top === office))) continue
    const { head, deprel } = tokens.at(top)
    if (leadsInto(tokens, head - 1, inside)) continue
    for (const { id } of tokens.list) {
      const i = id - 1
      if (!inside(i) && inside(tokens.head(i))) tokens.set(i, { head: first + 1 })
    }
    tokens.set(first, { head, deprel })
    for (let i = first + 1; i < last; i++) tokens.hang(i, first, 'flat')
    tokens.hang(office, first, 'nmod:desc')
    for (let i = from; i < office; i++) tokens.hang(i, office, tokens.at(i).upos === 'PUNCT' ? 'punct' : 'compound')
  }
}

/** Whatever is above a word, too, so that no head comes to hang below its own word. */
function leadsInto(tokens: Tokens, from: number, inside: (i: number) => boolean): boolean {
  for (let i = from, steps = 0; i >= 0 && steps <= tokens.list.length; i = tokens.head(i), steps++)
    if (inside(i)) return true
  return false
}

function isOfTitle(tokens: Tokens, i: number): boolean {
  const { form, upos, lemma } = tokens.at(i)
  if (form === '-') return true
  return /^\p{Lu}/u.test(form) && /^(PROPN|NOUN|ADJ|VERB)$/.test(upos) && !timeWords.has(lemma.toLowerCase())
}
