/**
 * Words of a sentence → what the lexicon says of them: a bit set for each form by itself, and the longest known name
 * that covers each word.
 */
import {
  allOrganizations,
  allPlaces,
  fold,
  isCompanySuffix,
  isDemonym,
  isFirstName,
  isMedia,
  isSurname,
  isTitle,
  once,
  type PlaceKind,
  typeOfNameWord,
  typeOfNounLearnt,
} from '../lexicon/index.ts'
import type { EntityType } from '../model/index.ts'

/** Bits of a form by itself. */
export const known = {
  firstName: 1,
  surname: 2,
  title: 4,
  companySuffix: 8,
  demonym: 16,
  personNoun: 32,
  /** Bits from here on: a number for the type that the word gives to a name. */
  nameWord: 6,
} as const

const nameWordTypes: readonly EntityType[] = [
  'PublicBody',
  'PoliticalParty',
  'Company',
  'Organization',
  'Place',
  'Law',
  'Event',
]

/** What the lexicon says of a form, as bits of `known`. */
export function lexicalBits(form: string): number {
  if (!/\p{L}/u.test(form)) return 0
  let bits = 0
  if (isFirstName(form)) bits |= known.firstName
  if (isSurname(form)) bits |= known.surname
  if (isTitle(form)) bits |= known.title
  if (isCompanySuffix(form)) bits |= known.companySuffix
  if (isDemonym(form)) bits |= known.demonym
  const noun = typeOfNounLearnt(form)
  if (noun === 'Person' || noun === 'Group') bits |= known.personNoun
  const type = typeOfNameWord(form) ?? (noun === 'Place' ? 'Place' : undefined)
  return bits | ((type ? nameWordTypes.indexOf(type) + 1 : 0) << known.nameWord)
}

const kinds: readonly (PlaceKind | EntityType | 'media')[] = [
  'country',
  'city',
  'region',
  'water',
  'Company',
  'PublicBody',
  'PoliticalParty',
  'Organization',
  'media',
]

/** What makes a known name of words with spaces between. */
interface NameIndex {
  /** Of names that are split into words otherwise than at their spaces. */
  readonly split: ReadonlyMap<string, number>
  /** How many words a name that begins with a word has at most, if more than one. */
  readonly longest: ReadonlyMap<string, number>
}

const splitting = /['’]s\b|[-,&/()]/

/** As words are split in a sentence: hyphens, commas and possessives stand alone. */
const spaced = (name: string): string =>
  splitting.test(name)
    ? name
        .replace(/(['’]s\b|[-,&/()])/g, ' $1 ')
        .replace(/ +/g, ' ')
        .trim()
    : name

const organizationKind = (name: string, type: EntityType): number => kinds.indexOf(isMedia(name) ? 'media' : type)

const nameIndex = once((): NameIndex => {
  const split = new Map<string, number>()
  const longest = new Map<string, number>()
  const add = (name: string, kind: (name: string) => number) => {
    const key = spaced(name)
    if (key !== name) split.set(key, kind(name))
    const space = key.indexOf(' ')
    if (space < 0) return
    let length = 1
    for (let at = space; at >= 0; at = key.indexOf(' ', at + 1)) length++
    const first = key.slice(0, space)
    if (length > (longest.get(first) ?? 1)) longest.set(first, length)
  }
  for (const [name, kind] of allPlaces()) add(name, () => kinds.indexOf(kind))
  for (const [name, type] of allOrganizations()) add(name, () => organizationKind(name, type))
  return { split, longest }
})

/** The kind of a known name, of folded words with spaces between. */
function kindOf(name: string): number | undefined {
  const split = nameIndex().split.get(name)
  if (split !== undefined) return split
  const type = allOrganizations().get(name)
  if (type) return organizationKind(name, type)
  const place = allPlaces().get(name)
  return place && kinds.indexOf(place)
}

/** Words of a known name at most: longer ones are not looked for. */
const limit = 8

/**
 * For each word a number for the longest known name that it is in, and its place there: 0 for none, else
 * 1 + 8 · kind + 4 · (more than one word) + (0 first, 1 inside, 2 last, 3 whole). Names must begin with a capital.
 *
 * @param candidates - 0 for words that no name begins with
 */
export function knownNames(forms: readonly string[], candidates?: Uint8Array): Int32Array {
  const { longest } = nameIndex()
  const folded = new Array<string | undefined>(forms.length)
  const foldedAt = (i: number) => (folded[i] ??= fold(forms[i]!))
  const codes = new Int32Array(forms.length)
  for (let i = 0; i < forms.length; ) {
    const form = forms[i]!
    let length = 0
    let kind = 0
    if (candidates?.[i] !== 0 && form !== foldedAt(i)) {
      let key = ''
      const most = Math.min(limit, forms.length - i, longest.get(foldedAt(i)) ?? 1)
      for (let n = 1; n <= most; n++) {
        key = n === 1 ? foldedAt(i) : `${key} ${foldedAt(i + n - 1)}`
        const found = kindOf(key)
        if (found === undefined) continue
        length = n
        kind = found
      }
    }
    if (length === 1) codes[i] = 1 + 8 * kind + 3
    for (let n = 0; length > 1 && n < length; n++)
      codes[i + n] = 1 + 8 * kind + 4 + (n === 0 ? 0 : n === length - 1 ? 2 : 1)
    i += Math.max(1, length)
  }
  return codes
}
