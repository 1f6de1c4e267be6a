/** An entity's names → the words and keys by which another document's entity may be found to be the same thing. */
import { fold } from '../lexicon/fold.ts'
import { acronyms } from '../lexicon/nameMatch.ts'
import { typeOfNoun } from '../lexicon/nouns.ts'
import { isCompanySuffix, isMedia, typeOfNameWord } from '../lexicon/organizations.ts'
import { isNameSuffix, isTitle, titleLength } from '../lexicon/people.ts'
import { countryByName, isDemonym } from '../lexicon/places.ts'
import type { Entity, EntityType } from '../model/index.ts'

/** Types within which names are compared: bodies are not told apart for sure. */
export type Family = 'person' | 'body' | 'place' | 'other'

const families: Readonly<Record<EntityType, Family>> = {
  Person: 'person',
  Group: 'other',
  Organization: 'body',
  Company: 'body',
  PublicBody: 'body',
  PoliticalParty: 'body',
  Place: 'place',
  Work: 'other',
  Law: 'other',
  Event: 'other',
  Document: 'other',
  Thing: 'other',
}

export const familyOf = (type: EntityType): Family => families[type]

const common =
  /^(?:of|the|for|and|supreme|high|higher|lower|upper|national|federal|legislative|constitutional|regional|local|central|first|civil|public|royal|democratic|republican|liberal|conservative)$/

/** "Supreme Court", "Senate", "Coast Guard": a name that every country may have. */
export const isGeneric = (words: readonly string[]): boolean =>
  words.some(
    (word) => word === 'house' || typeOfNameWord(word) === 'PublicBody' || typeOfNameWord(word) === 'PoliticalParty',
  ) &&
  words.every(
    (word) =>
      common.test(word) || typeOfNameWord(word) !== undefined || typeOfNoun(word.replace(/s$/, '')) !== undefined,
  )

/** Words of a name without case, accents, article, marks; a country before it by its usual name ("U.S. Congress"). */
export function keyWords(name: string): string[] {
  const words = fold(name)
    .replace(/^the /, '')
    .replace(/[.,"“”()\p{Cf}]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const country = countryByName(words.slice(0, length).join(' '))
    if (country) return [...fold(country.name).split(' '), ...words.slice(length)]
  }
  return words
}

/** The same without what the law asks of a company's name, a person's titles, "Jr." and the like. */
export function coreWords(name: string, family: Family): string[] {
  let words = keyWords(name)
  if (family === 'body') while (words.length > 1 && isCompanySuffix(words.at(-1)!)) words.pop()
  if (family === 'person') {
    const titled = titleLength(words, 0)
    if (titled > 0 && titled < words.length) words = words.slice(titled)
    return words.filter((word, at) => at === 0 || !(isNameSuffix(word) || isTitle(word)))
  }
  return words
}

/** Words spelled together, without marks: "Kim Jong-un" and "Kim Jong Un" are one. */
export const letters = (words: readonly string[]): string => words.join('').replace(/[^\p{L}\d]/gu, '')

/** Whether a text names it, rather than but describing it. */
export const isNamed = ({ mentions }: Entity): boolean => mentions.some(({ kind }) => kind === 'NAM')

/**
 * What is left of a name when spelling is taken from it: one letter for those that writers from other scripts choose
 * between, no doubled letters, no vowels but the first: "qadhafi", "gaddafi", "kadafi" → "kdf".
 */
export function skeleton(word: string): string {
  const sounds = word
    .replace(/[^a-z]/g, '')
    .replace(/^(?:al|el)(?=.{4})/, '')
    .replace(/sch|sh|zh|ch|tsch|cz/g, 's')
    .replace(/kh|gh|dh|th|ph|bh/g, (pair) => (pair === 'ph' ? 'f' : pair[0]!))
    .replace(/x/g, 'ks')
    .replace(/[qcg]/g, 'k')
    .replace(/[vw]/g, 'v')
    .replace(/[zj]/g, 's')
    .replace(/y/g, 'i')
  const first = /^[aeiou]/.test(sounds) ? 'a' : ''
  return first + sounds.replace(/[aeiouh]/g, '').replace(/(.)\1+/g, '$1')
}

/** What of an entity's names is compared. */
export interface NameForms {
  readonly family: Family
  /** The words of each of its names, the shown one first. */
  readonly names: readonly (readonly string[])[]
}

/** Names of one entity that are compared. */
const mostNames = 8

/** One letter, a number: no name to tell anything by. */
const saysNothing = (words: readonly string[]) => !words.some((word) => /\p{L}{2}/u.test(word))

/**
 * The names of an entity in their words; undefined for a description, a mere address, a common word. A short form that
 * many have ("Kelly" of Ann Kelly) is left out where there is a longer name.
 */
export function nameForms(entity: Entity): NameForms | undefined {
  if (!isNamed(entity)) return undefined
  const family = familyOf(entity.type)
  const names: string[][] = []
  const seen = new Set<string>()
  for (const alias of [entity.name, ...entity.aliases]) {
    if (alias.includes('@')) continue
    const words = coreWords(alias, family)
    const key = words.join(' ')
    if (seen.has(key) || saysNothing(words)) continue
    seen.add(key)
    names.push(words)
    if (names.length === mostNames) break
  }
  const first = names[0]
  if (!first || isCommonWord(first)) return undefined
  return { family, names: names.filter((words) => words === first || words.length > 1 || isAcronym(words, first)) }
}

/** "Service", "War", "Alawite": alone they name nothing; the newspaper "Guardian" does. */
const isCommonWord = ([word, more]: readonly string[]) =>
  more === undefined &&
  !isMedia(word!) &&
  (typeOfNoun(word!) !== undefined || typeOfNameWord(word!) !== undefined || isDemonym(word!))

const isAcronym = (words: readonly string[], long: readonly string[]) =>
  words.length === 1 && acronyms(long).includes(words[0]!)
