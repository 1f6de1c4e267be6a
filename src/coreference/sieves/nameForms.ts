/** Short and long names of one thing: "Quist" and "Laura Quist", "Sinnet" and "Beijing Sinnet Technology", "IMF". */

import { acronyms, sameBodyName, samePersonName } from '../../lexicon/nameMatch.ts'
import { countryByName, placeKind } from '../../lexicon/places.ts'
import { isBody } from '../../model/index.ts'
import type { Chains } from '../chains.ts'
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'
import { isOneOfMany, nameKey } from './exactNames.ts'

/** Names looked at for one short form; a text that has more of one surname gets none of them. */
const mostCandidates = 40

export const nameForms: Sieve = {
  name: 'name-forms',
  run({ facts, chains }: Context) {
    const names = distinct(facts)
    const byWord = new Map<string, Fact[]>()
    const byAcronym = new Map<string, Fact[]>()
    for (const fact of names) {
      for (const word of new Set(fact.nameWords.map((word) => word.replace(/\.com$/, '')))) push(byWord, word, fact)
      if (fact.mention.type !== 'Person') for (const acronym of acronyms(fact.nameWords)) push(byAcronym, acronym, fact)
    }
    // long names first, so that a short one finds all its kin in one chain
    for (const fact of [...names].sort(
      (a, b) => b.nameWords.length - a.nameWords.length || a.mention.id - b.mention.id,
    )) {
      const words = fact.nameWords
      const key = words.length === 1 ? words[0]! : words.at(-1)!
      const kin = (byWord.get(key.replace(/\.com$/, '')) ?? []).slice(0, mostCandidates)
      const matches = kin.filter((other) => other !== fact && formOf(fact, other, chains))
      const best = choose(fact, matches, chains)
      if (best) chains.merge(best.mention.id, fact.mention.id)
      else if (isAcronym(fact)) {
        const long = choose(
          fact,
          (byAcronym.get(words[0]!) ?? [])
            .slice(0, mostCandidates)
            // "the U.S. Senate" is not the "U.S." that it begins with
            .filter((other) => !other.nameWords.includes(words[0]!) && !chains.same(other.mention.id, fact.mention.id)),
          chains,
        )
        if (long) chains.merge(long.mention.id, fact.mention.id)
      }
    }
  },
}

function push<K>(map: Map<K, Fact[]>, key: K, fact: Fact): void {
  const list = map.get(key)
  if (list) list.push(fact)
  else map.set(key, [fact])
}

/** The first mention of each name. */
function distinct(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, Fact>()
  for (const fact of facts)
    if (fact.mention.kind === 'NAM' && fact.nameWords.length > 0 && !isOneOfMany(fact)) {
      const key = `${nameKey(fact)}|${fact.mention.title && fact.nameWords.length === 1 ? fact.mention.title : ''}`
      if (!seen.has(key)) seen.set(key, fact)
    }
  return [...seen.values()]
}

/** Whether `short` may be a shorter form of `long`. */
function formOf(short: Fact, long: Fact, chains: Chains): boolean {
  if (long.nameWords.length <= short.nameWords.length && !(short.nameWords.length > 1)) return false
  // "Larkam, which": what the grammar says of it goes before what its word looks like
  const said = chains.of(short.mention.id).type
  const [a, b] = [isBody(said) ? said : short.mention.type, long.mention.type]
  if (
    b === 'Person' &&
    (a === 'Person' || a === 'Thing' || (short.nameWords.length === 1 && (a !== 'Place' || mayAct(short))))
  )
    return samePersonName(short.nameWords, long.nameWords) && sameGender(short, long, chains)
  if (a === 'Person') return false
  if (isBody(b) || b === 'Thing') return (isBody(a) || a === 'Thing') && sameBodyName(short.nameWords, long.nameWords)
  return false
}

/** A place that no map has, or that does something or has it done: "urged Bako", not "in London". */
const mayAct = ({ mention, role }: Fact) =>
  !placeKind(mention.name!) ||
  (/^(?:subject|object)$/.test(role) && !countryByName(mention.name!) && placeKind(mention.name!) === 'city')

function sameGender(a: Fact, b: Fact, chains: Chains): boolean {
  const [one, two] = [chains.of(a.mention.id).gender, chains.of(b.mention.id).gender]
  return one === two || one === 'unknown' || two === 'unknown' || one === 'neuter'
}

/** Of several names that fit the one said last before the short form, else the first said after it (headlines). */
function choose(fact: Fact, matches: readonly Fact[], chains: Chains): Fact | undefined {
  const apart = matches.filter(({ mention }) => !chains.same(mention.id, fact.mention.id))
  let before: Fact | undefined
  let after: Fact | undefined
  for (const match of apart) {
    if (match.mention.start < fact.mention.start) {
      if (!before || match.mention.start > before.mention.start) before = match
    } else if (!after || match.mention.start < after.mention.start) after = match
  }
  return before ?? after
}

const isAcronym = ({ mention, nameWords }: Fact) =>
  nameWords.length === 1 && /^(?:\p{Lu}\.?){2,7}$/u.test(mention.name!)
