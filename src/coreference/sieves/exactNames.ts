/** The same name said twice is the same thing said twice; a country by any of its names. */

import { coreWords } from '../../lexicon/nameMatch.ts'
import { countryByName } from '../../lexicon/places.ts'
import type { Mention } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'

export const exactNames: Sieve = {
  name: 'exact-names',
  run({ facts, chains, distance }: Context) {
    const first = new Map<string, Fact>()
    const couples = couplesOf(facts)
    for (const fact of facts) {
      const { kind, id } = fact.mention
      if (kind !== 'NAM' || isOneOfMany(fact)) continue
      const name = nameKey(fact)
      const key = couples.has(name) && fact.mention.gender === 'female' ? `${name} female` : name
      const known = first.get(key)
      const elsewhere = known && isOffice(fact) && distance(fact, known) === Number.POSITIVE_INFINITY
      if (!known || elsewhere) first.set(key, fact)
      else if (oneSense(known, fact)) chains.merge(known.mention.id, id)
    }
  },
}

/** Surnames that the text gives to a man and to a woman: "Mr. Holm" and "Mrs. Holm" are two. */
function couplesOf(facts: readonly Fact[]): ReadonlySet<string> {
  const genders = new Map<string, Mention['gender']>()
  const couples = new Set<string>()
  for (const fact of facts) {
    const { kind, title, gender } = fact.mention
    if (kind !== 'NAM' || !title || fact.nameWords.length !== 1 || !/^(?:fe)?male$/.test(gender)) continue
    const key = nameKey(fact)
    if ((genders.get(key) ?? gender) !== gender) couples.add(key)
    genders.set(key, gender)
  }
  return couples
}

/** "The Office of Admissions", "Department of History": each of the bodies of a list has one of its own. */
const isOffice = ({ nameWords }: Fact): boolean =>
  /^(?:office|department|faculty|school|division|bureau|board|secretariat|registry)$/.test(
    nameWords[nameWords[0] === 'the' ? 1 : 0] ?? '',
  )

/** "A Moreau", "another Chernobyl": one of those that bear the name, or something like the thing. */
export const isOneOfMany = ({ mention, sentence, nameWords }: Fact): boolean =>
  /^(?:an?|another|every)$/i.test(sentence.tokens[mention.first]!.form) &&
  mention.last - mention.first === nameWords.length + 1

/** What a name is looked up by. */
export function nameKey({ nameWords, mention }: Fact): string {
  const part = mention.type === 'Place' ? partOf(mention.title) : ''
  const country = mention.type === 'Person' ? undefined : countryByName(mention.name!)
  if (country) return `${part}country:${country.name}`
  return part + coreWords(nameWords[0] === 'the' ? nameWords.slice(1) : nameWords).join(' ')
}

/** Words before a place's name that make a part of it, or the place of another time; "nearby" or "tiny" do not. */
const narrowing =
  /^(?:mainland|continental|coastal|downtown|uptown|midtown|inner|outer|rural|urban|metropolitan|greater|upper|lower|central|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern)?|old|new|early|late|ancient|archaic|classical|medieval|renaissance|modern|modern-day|present-day|contemporary|colonial|imperial|independent|occupied|unoccupied|divided|united|unified|reunified|pre-?war|post-?war|wartime|revolutionary|soviet|nazi|fascist|roman|ottoman|byzantine|victorian|\d{4}s?)$/

/** "mainland" of "mainland Chile": the place that is meant is not the whole one. */
function partOf(title: string | undefined): string {
  const last = title?.toLowerCase().split(/\s+/).at(-1)
  return last && narrowing.test(last) ? `${last} ` : ''
}

/** In one text a name has one sense, but for a surname that is a place, too ("Mr. London", "London"). */
function oneSense(a: Fact, b: Fact): boolean {
  const types = [a.mention.type, b.mention.type]
  if (!(types.includes('Person') && types[0] !== types[1])) return true
  const person = a.mention.type === 'Person' ? a : b
  return !types.includes('Place') && !person.mention.title
}
