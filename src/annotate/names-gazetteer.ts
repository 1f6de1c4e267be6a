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
  isPersonNoun,
  isSurname,
  isTitle,
  type PlaceKind,
  typeOfNameWord,
  typeOfNoun,
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
  if (isPersonNoun(form)) bits |= known.personNoun
  const type = typeOfNameWord(form) ?? (typeOfNoun(form) === 'Place' ? 'Place' : undefined)
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

/** Known names by folded words with spaces between; how many words a name that begins with a word has at most. */
interface NameIndex {
  readonly kindOf: ReadonlyMap<string, number>
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

let index: NameIndex | undefined

function nameIndex(): NameIndex {
  if (index) return index
  const kindOf = new Map<string, number>()
  const longest = new Map<string, number>()
  const add = (name: string, kind: number) => {
    const key = spaced(name)
    const space = key.indexOf(' ')
    kindOf.set(key, kind)
    if (space < 0) return
    let length = 1
    for (let at = space; at >= 0; at = key.indexOf(' ', at + 1)) length++
    const first = key.slice(0, space)
    if (length > (longest.get(first) ?? 1)) longest.set(first, length)
  }
  for (const [name, kind] of allPlaces()) add(name, kinds.indexOf(kind))
  for (const [name, type] of allOrganizations()) add(name, kinds.indexOf(isMedia(name) ? 'media' : type))
  return (index = { kindOf, longest })
}

/** Words of a known name at most: longer ones are not looked for. */
const limit = 8

/**
 * For each word a number for the longest known name that it is in, and its place there: 0 for none, else
 * 1 + 8 · kind + 4 · (more than one word) + (0 first, 1 inside, 2 last, 3 whole). Names must begin with a capital.
 */
export function knownNames(forms: readonly string[]): Int32Array {
  const { kindOf, longest } = nameIndex()
  const folded = forms.map(fold)
  const codes = new Int32Array(forms.length)
  for (let i = 0; i < forms.length; ) {
    const form = forms[i]!
    let length = 0
    let kind = 0
    if (form !== folded[i]) {
      let key = ''
      const most = Math.min(limit, forms.length - i, longest.get(folded[i]!) ?? 1)
      for (let n = 1; n <= most; n++) {
        key = n === 1 ? folded[i]! : `${key} ${folded[i + n - 1]!}`
        const found = kindOf.get(key)
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
