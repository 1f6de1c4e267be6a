/** Two names → whether one is a form of the other: surname, short form, acronym, nickname. */
import { fold } from './fold.ts'
import { typeOfNoun } from './nouns.ts'
import { isCompanySuffix, typeOfNameWord } from './organizations.ts'
import { isFirstName, isNameSuffix, sameFirstName } from './people.ts'
import { canonical, placeKind } from './places.ts'

/** The words of a name as keys, without full stops inside initials: "U.S." → "us". */
export const nameWords = (name: string): string[] =>
  fold(name)
    .replace(/\.(?=\s|$|\p{L}\.)/gu, '')
    .replace(/[,"“”()]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '&')

const small = /^(?:of|the|and|for|de|del|della|des|du|la|le|von|van|der|den|al|el|bin|ibn|da|do|dos|das|y|e|in|on|to)$/

/** Words that a short form of a body's name leaves out: what it is and does, not which one it is. */
const generic = new Set(
  `technology technologies technical tech group holding holdings international global worldwide industries industry
  enterprises company corporation motors motor electronics systems services solutions partners associates brothers
  bank banking airlines airways airline air pharmaceuticals energy petroleum oil gas media news press university
  foundation institute association club party ministry department agency network networks telecom communications
  software entertainment capital financial insurance stores foods legal law trust council united national shipping terminals lines logistics transport railways
  chemicals biomedical biotech healthcare mobility foods publishing editions stores steel mining cement .com`.split(
    /\s+/,
  ),
)

/** Without what the law asks of a company's name, and without ".com". */
export function coreWords(words: readonly string[]): string[] {
  let end = words.length
  while (end > 1 && isCompanySuffix(words[end - 1]!)) end--
  return words.slice(0, end).map((word, at) => (at === end - 1 ? word.replace(/(?<=.)\.com$/, '') : word))
}

/** A person's name without "Jr." and the like. */
const personWords = (words: readonly string[]) => words.filter((word, at) => at === 0 || !isNameSuffix(word))

const suffixOf = (words: readonly string[]) => words.slice(1).find(isNameSuffix)?.replace(/\.$/, '')

/** Surname with its particle: "de venecia" is longer than "venecia". */
export const surname = (words: readonly string[]): string => personWords(words).at(-1) ?? ''

/** "aki sorensen" and "sorensen", "aki j. sorensen", "william veld" and "bill veld": may be one person's. */
export function samePersonName(short: readonly string[], long: readonly string[]): boolean {
  const [a, b] = [personWords(short), personWords(long)]
  const [one, two] = [suffixOf(short), suffixOf(long)]
  if (one !== two && (one || short.length > 1) && (two || one)) return false
  if (a.length === 0 || b.length === 0) return false
  if (a.length === 1)
    return (
      b.length > 1 &&
      (a[0] === b.at(-1) || (a[0] === b[0] && isFirstName(a[0]!)) || b.slice(-a.length).join() === a.join())
    )
  if (a.at(-1) !== b.at(-1)) return endsWith(b, a)
  if (endsWith(b, a)) return true
  const [first, other] = [a[0]!, b[0]!]
  const given = first === other || sameFirstName(first, other) || isInitialOf(first, other) || isInitialOf(other, first)
  // of two middle names one may be missing or short
  const [middle, between] = [a.slice(1, -1), b.slice(1, -1)]
  return (
    given && (middle.length === 0 || between.length === 0 || middle.every((word, at) => word[0] === between[at]?.[0]))
  )
}

const endsWith = (long: readonly string[], short: readonly string[]) =>
  short.length < long.length && short.every((word, at) => word === long[long.length - short.length + at])

const isInitialOf = (initial: string, name: string) =>
  initial.replace(/\.$/, '').length === 1 && name.startsWith(initial[0]!)

/**
 * "sinnet" of "beijing sinnet technology co ltd", "amazon" of "amazon.com inc": the short form has the words that tell
 * which body it is. "amazon" is no short form of "amazon web services": "web" tells a part of it.
 */
export function sameBodyName(short: readonly string[], long: readonly string[]): boolean {
  const [a, b] = [coreWords(short), coreWords(long)]
  if (a.join(' ') === b.join(' ')) return true
  if (a.length >= b.length || a.length === 0) return false
  const at = b.findIndex((_, from) => a.every((word, offset) => b[from + offset] === word))
  if (at < 0) return false
  if (a.every((word) => generic.has(word) || placeKind(word) !== undefined || typeOfNameWord(word) !== undefined))
    return false
  // "the House" is not the White House
  if (a.length === 1 && typeOfNoun(a[0]!) !== undefined) return false
  const before = b.slice(0, at)
  const after = b.slice(at + a.length)
  return (
    after.every((word) => generic.has(word) || typeOfNameWord(word) === 'Company') &&
    before.every((word) => small.test(word) || placeKind(word) !== undefined || canonical(word) !== word)
  )
}

/** The short forms that initials make of a name: of "world trade organization" "wto"; with and without small words. */
export function acronyms(words: readonly string[]): string[] {
  const core = coreWords(words)
  if (core.length < 2) return []
  const big = core.filter((word) => !small.test(word))
  const initials = (list: readonly string[]) =>
    list
      .flatMap((word) => word.split('-'))
      .map((word) => word[0] ?? '')
      .join('')
  return [...new Set([initials(core), initials(big), initials(words.filter((word) => !small.test(word)))])].filter(
    (acronym) => acronym.length > 1,
  )
}
