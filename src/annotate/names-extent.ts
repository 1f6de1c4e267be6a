/**
 * Names of a sentence → the same, where two ran together parted and where one was cut joined: "the United Nations Nora
 * Hale" are two, "Minority Whip Dirk Dorban" is a person with a title, "National Search and Rescue Agency" is one.
 */
import { isMedia, organizationType, typeOfNameWord } from '../lexicon/organizations.ts'
import { isFirstName, isSurname, isTitle, titleLength } from '../lexicon/people.ts'
import { countryByName, isDemonym, placeKind } from '../lexicon/places.ts'
import type { Name } from '../model/index.ts'

/** Confidence of a part that a rule cuts out. */
const ruleConfidence = 0.9

/** Words before a name that are looked at. */
const reach = 6

/** @param names - from left to right, none overlapping; the same is returned */
export function mendExtents(forms: readonly string[], names: readonly Name[]): Name[] {
  const parted = names.flatMap((name) =>
    name.last - name.first > 1 ? (parts(forms.slice(name.first, name.last), name) ?? [name]) : [name],
  )
  return joined(forms, parted)
}

/** The names that ran together in one; undefined where it is one. */
function parts(words: readonly string[], name: Name): Name[] | undefined {
  const cut = (at: number, first: Name['type'] | undefined, second: Name['type'], from = at): Name[] => [
    ...(first ? [{ ...name, last: name.first + at, type: first }] : []),
    { ...name, first: name.first + from, type: second, confidence: Math.max(name.confidence, ruleConfidence) },
  ]
  // "United Nations Nora Hale", "CNN Cummings"
  for (let at = words.length - 1; at > 0; at--) {
    const known = words.slice(0, at).join(' ')
    const rest = words.slice(at)
    if (!isPersonal(rest, known, name.type)) continue
    if (organizationType(known)) return cut(at, 'ORGANIZATION', 'PERSON')
    if (at > 1 && countryByName(known)) return cut(at, 'PLACE', 'PERSON')
  }
  if (name.type === 'PERSON') return undefined
  // "Senate Minority Whip Dirk Dorban"
  for (let at = 0; at < words.length - 2; at++) {
    const length = titleLength(words, at)
    const rest = words.slice(at + length)
    if (length > 0 && rest.length > 1 && rest.length < 4 && isFirstName(rest[0]!) && !typeOfNameWord(rest.at(-1)!))
      return cut(at, undefined, 'PERSON', at + length)
  }
  // "University of Lagos and Veld Expeditions"
  const and = words.indexOf('and')
  if (and > 2 && and < words.length - 2 && words[and - 2] === 'of' && placeKind(words[and - 1]!))
    return [
      { ...name, last: name.first + and },
      { ...name, first: name.first + and + 1 },
    ]
  return undefined
}

/** A first name and a surname; of a surname alone only where it stands behind a newspaper or initials. */
function isPersonal(words: readonly string[], before: string, type: Name['type']): boolean {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (words.length > 1)
    return words.length < 4 && isFirstName(first) && (isSurname(last) || before.includes(' ')) && !typeOfNameWord(last)
  if (type === 'PERSON' || !isSurname(first) || typeOfNameWord(first) || isTitle(first)) return false
  return isMedia(before) || /^\p{Lu}{2,}$/u.test(before)
}

/** Puts cut names together again. */
function joined(forms: readonly string[], names: readonly Name[]): Name[] {
  const found: Name[] = []
  for (const name of names) {
    const place = cutPlace(forms, name)
    const first = place ? name.first - 1 : Math.max(startOf(forms, name), 0)
    while (found.length > 0 && found.at(-1)!.first >= first) found.pop()
    const before = found.at(-1)
    // another name ends inside what would be put before
    const type = place && name.type === 'PERSON' ? 'ORGANIZATION' : name.type
    found.push(before && before.last > first ? name : first < name.first ? { ...name, first, type } : name)
  }
  return found
}

/** No body, country or office of its own: "the Senate and Labour Party" are two. */
const isAlone = (form: string): boolean =>
  !organizationType(form) && !countryByName(form) && !isTitle(form) && !isDemonym(form)

const isCapital = (form: string | undefined) => form !== undefined && /^\p{Lu}\p{Ll}/u.test(form)

/** "York Rovers" behind "New": the name begins inside a place of two words. */
const cutPlace = (forms: readonly string[], { first, last }: Name): boolean =>
  last - first > 1 &&
  /^(?:New|North|South|East|West|San|Santa|Los|Las|Saint|Port|Fort|Hong|Kuala|Buenos|Rio|Abu|Tel|Cape|Salt|El)$/.test(
    forms[first - 1] ?? '',
  ) &&
  placeKind(`${forms[first - 1]} ${forms[first]}`) !== undefined

/** Words with which the name of a body begins whatever it does. */
const opening =
  /^(?:National|Federal|Royal|Central|International|State|United|Joint|General|Regional|European|American|African)$/

/** Where a body's name really starts: "National Search and" before "Rescue Agency", "Bishops'" before "Conference". */
function startOf(forms: readonly string[], { first, last, type }: Name): number {
  if (!/^(?:ORGANIZATION|GOVERNMENT|EVENT|PARTY)$/.test(type)) return first
  const [before, link] = [forms[first - 2], forms[first - 1]]
  if (link === 'and' && isCapital(before) && typeOfNameWord(forms[last - 1]!) && !typeOfNameWord(before!)) {
    let at = first - 2
    while (at > 0 && first - at < reach && isCapital(forms[at - 1]) && forms[at - 1] !== 'The') at--
    if (opening.test(forms[at]!) && first - at > 2) return at
    // "the Stone and Thistle Party": one article, one party
    return /^the$/i.test(forms[first - 3] ?? '') && isAlone(before!) && last - first > 1 ? first - 2 : first
  }
  if (/^['’]$/.test(link ?? '') && /s$/.test(before ?? '') && isCapital(before) && typeOfNameWord(forms[first]!)) {
    let at = first - 2
    while (at > 0 && first - at < reach && isCapital(forms[at - 1]) && forms[at - 1] !== 'The') at--
    return at
  }
  return first
}
