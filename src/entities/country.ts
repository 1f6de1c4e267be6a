/** Words → the country that they name, by its name or by its people's. */
import { countryByDemonym, countryByName } from '../lexicon/places.ts'

/** The first country or demonym among the words of a title or description, of one word or two. */
export function firstCountry(text: string): { name: string; start: number; end: number } | undefined {
  const words = [...text.matchAll(/[\p{L}.'’-]+/gu)]
  for (const [at, { 0: word, index }] of words.entries()) {
    if (!/^\p{Lu}/u.test(word)) continue
    const next = words[at + 1]
    const both = next && text.slice(index, next.index + next[0].length)
    const two = both && countryOf(both)
    if (two) return { name: two, start: index, end: index + both.length }
    const bare = word.replace(/['’]s?$/, '')
    const one = countryOf(bare)
    if (one) return { name: one, start: index, end: index + bare.length }
  }
  return undefined
}

const countryOf = (word: string): string | undefined =>
  /^\p{Lu}/u.test(word) ? (countryByDemonym(word) ?? countryByName(word))?.name : undefined
