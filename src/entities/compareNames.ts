/** The names of two entities → how they are alike, if they are. */
import { acronyms, sameBodyName } from '../lexicon/nameMatch.ts'
import { typeOfNoun } from '../lexicon/nouns.ts'
import { typeOfNameWord } from '../lexicon/organizations.ts'
import { isFirstName, sameFirstName } from '../lexicon/people.ts'
import { letters, type NameForms, skeleton } from './names.ts'

export type Likeness =
  | 'same'
  | 'spacing'
  | 'order'
  | 'nickname'
  | 'initials'
  | 'middle name'
  | 'spelling'
  | 'acronym'
  | 'short form'
  | 'surname'
  | 'first name'
  | 'longer'

export interface LikeNames {
  readonly likeness: Likeness
  /** The words of the two names that are alike; of a short form and its long one the short one first. */
  readonly one: readonly string[]
  readonly two: readonly string[]
  /** Whether `one` is a name of the second entity. */
  readonly turned: boolean
}

/** Likeliest first. */
const order: readonly Likeness[] = [
  'same',
  'spacing',
  'order',
  'nickname',
  'middle name',
  'initials',
  'acronym',
  'spelling',
  'short form',
  'surname',
  'longer',
  'first name',
]

/** The surest way in which a name of the one is like a name of the other; undefined for none. */
export function likeNames(a: NameForms, b: NameForms): LikeNames | undefined {
  const person = a.family === 'person' || b.family === 'person'
  let best: LikeNames | undefined
  for (const x of a.names)
    for (const y of b.names) {
      const turned = y.length < x.length || (y.length === x.length && y.join().length < x.join().length)
      const [one, two] = turned ? [y, x] : [x, y]
      // "UW" is short for two names that are not alike
      if (one.length === 1 && two.length === 1 && a.names[0]!.length > 1 && b.names[0]!.length > 1) continue
      const likeness = person ? likePeople(one, two) : likeThings(one, two, a.family === 'place')
      // a longer name is compared by what each is called, not by what else it may be
      if (likeness === 'longer' && (x !== a.names[0] || y !== b.names[0])) continue
      if (likeness === 'spelling' && a.family !== b.family) continue
      if (likeness && (!best || order.indexOf(likeness) < order.indexOf(best.likeness)))
        best = { likeness, one, two, turned }
    }
  return best
}

/** `short` has no more words than `long`. */
function likePeople(short: readonly string[], long: readonly string[]): Likeness | undefined {
  if (short.join(' ') === long.join(' ')) return 'same'
  if (short.length > 1 && letters(short) === letters(long)) return 'spacing'
  const [first, last] = [short[0]!, short.at(-1)!]
  const [given, surname] = [long[0]!, long.at(-1)!]
  if (short.length === 1) {
    if (long.length === 1) return undefined
    if (last === surname || (long.length > 2 && last === long.at(-2))) return 'surname'
    return first === given ? (isFirstName(first) ? 'first name' : 'surname') : undefined
  }
  if (short.length === long.length && [...short].sort().join(' ') === [...long].sort().join(' ')) return 'order'
  if (last === surname) {
    if (first === given) return middlesAgree(short, long) ? 'middle name' : undefined
    if (isInitial(first, given) || isInitial(given, first)) return 'initials'
    if (sameFirstName(first, given)) return 'nickname'
    return sameSound(first, given) ? 'spelling' : endsWith(long, short) ? 'short form' : undefined
  }
  if (long.length > short.length && short.every((word) => long.includes(word))) return 'short form'
  return (first === given || sameSound(first, given)) && sameSound(last, surname) ? 'spelling' : undefined
}

/** `short` has no more words than `long`. */
function likeThings(short: readonly string[], long: readonly string[], places: boolean): Likeness | undefined {
  if (short.join(' ') === long.join(' ')) return 'same'
  if (letters(short) === letters(long)) return 'spacing'
  if (short.length === 1) {
    const acronym = letters(short)
    if (long.length > 1 && acronym.length > 1 && acronyms(long).includes(acronym)) return 'acronym'
  }
  if (short.length === long.length) {
    const apart = short.filter((word, at) => word !== long[at])
    const other = long.filter((word, at) => word !== short[at])
    // a number tells two things apart: "Flight 11" and "Flight 77"
    if (apart.length === 1 && !/\d/.test(apart[0]! + other[0]!) && sameSpelling(apart[0]!, other[0]!, places))
      return 'spelling'
    return short.length > 1 && [...short].sort().join(' ') === [...long].sort().join(' ') ? 'order' : undefined
  }
  if (sameBodyName(short, long)) return 'short form'
  if (places) return undefined
  const more = long.filter((word) => !short.includes(word))
  return more.length === long.length - short.length && more.length < 3 && !more.some(tellsApart) ? 'longer' : undefined
}

/** "Goma Airport" is not Goma, nor the games of 2028 all games. */
const tellsApart = (word: string) =>
  /\d/.test(word) || typeOfNameWord(word) !== undefined || typeOfNoun(word) !== undefined

/** Names of things are told apart by a letter sooner than those of people. */
const sameSpelling = (a: string, b: string, places: boolean): boolean =>
  Math.min(a.length, b.length) > 5 &&
  (withinOneEdit(a, b) || (!places && a[0] === b[0] && skeleton(a).length > 3 && skeleton(a) === skeleton(b)))

const endsWith = (long: readonly string[], short: readonly string[]) =>
  short.every((word, at) => word === long[long.length - short.length + at])

const isInitial = (initial: string, name: string) =>
  initial.replace(/\.$/, '').length === 1 && name.startsWith(initial[0]!)

/** Of two middle names one may be missing or an initial. */
function middlesAgree(short: readonly string[], long: readonly string[]): boolean {
  const [few, many] = [short.slice(1, -1), long.slice(1, -1)]
  if (few.length > 0 && few.length !== many.length) return false
  return few.every((word) => many.some((other) => other === word || isInitial(word, other) || isInitial(other, word)))
}

/** Two spellings of one word: what is left without spelling is the same, or one letter of at least five differs. */
function sameSound(a: string, b: string): boolean {
  if (a === b) return true
  const sound = skeleton(a)
  return (sound.length > 2 && sound === skeleton(b)) || (Math.min(a.length, b.length) > 4 && withinOneEdit(a, b))
}

/** One letter put in, left out, changed, or two neighbours turned round. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.length - start - end, b.length - start - end]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}
