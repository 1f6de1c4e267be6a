/** The same name said twice is the same thing said twice; a country by any of its names. */

import { coreWords } from '../../lexicon/nameMatch.ts'
import { countryByName } from '../../lexicon/places.ts'
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'

export const exactNames: Sieve = {
  name: 'exact-names',
  run({ facts, chains }: Context) {
    const first = new Map<string, Fact>()
    for (const fact of facts) {
      const { kind, id } = fact.mention
      if (kind !== 'NAM') continue
      const key = nameKey(fact)
      const known = first.get(key)
      if (!known) first.set(key, fact)
      else if (oneSense(known, fact)) chains.merge(known.mention.id, id)
    }
  },
}

/** What a name is looked up by. */
export function nameKey({ nameWords, mention }: Fact): string {
  const country = mention.type === 'Person' ? undefined : countryByName(mention.name!)
  if (country) return `country:${country.name}`
  return coreWords(nameWords[0] === 'the' ? nameWords.slice(1) : nameWords).join(' ')
}

/** In one text a name has one sense, but for a surname that is a place, too ("Mr. London", "London"). */
function oneSense(a: Fact, b: Fact): boolean {
  const types = [a.mention.type, b.mention.type]
  if (!(types.includes('Person') && types[0] !== types[1])) return true
  const person = a.mention.type === 'Person' ? a : b
  return !types.includes('Place') && !person.mention.title
}
