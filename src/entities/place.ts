/** A place's name in its text → what stands about it: what kind of place it is, in which region and country it lies. */
import { countryByName, placeKind, stateOf } from '../lexicon/places.ts'
import type { EntityProperty, Span } from '../model/index.ts'
import { firstCountry } from './country.ts'

export type Add = (name: EntityProperty['name'], value: string, start: number, end: number) => void

/** Letters looked at on either side. */
const reach = 80

/** `name` is where the name stands, `start` where its mention begins. */
export function ofPlace(text: string, name: Span, start: number, add: Add): void {
  const words = text.slice(name.start, name.end)
  // "Sumy oblast", "in Sumy, Poltava and Kharkiv oblasts"
  const area = areaBehind.exec(text.slice(name.end, name.end + reach))
  if (area) {
    const from = name.end + area[0].length - area[1]!.length
    add('kind', singular(area[1]!), from, from + area[1]!.length)
  }
  const before = text.slice(Math.max(0, start - reach), name.start)
  // "the town of …"
  const kind = kindBefore.exec(before)
  if (kind) {
    const from = name.start - kind[0].length + kind[0].indexOf(kind[1]!)
    add('kind', kind[1]!, from, from + kind[1]!.length)
  }
  // "the Lebanese city of …", "the Guinean capital …"
  const described = describedBefore.exec(before)
  const country = described && firstCountry(described[1]!)
  const from = described ? name.start - described[0].length : 0
  if (country) add('country', country.name, from + country.start, from + country.end)
  behind(text, name.end, placeKind(words) === 'region', add)
}

const areaBehind =
  /^(?: (?:\p{Lu}[\p{L}-]+ ){0,2}|(?:,? (?:and )?\p{Lu}[\p{L}-]+){1,5},? )(oblasts?|provinces?|regions?|states?|districts?|count(?:y|ies)|governorates?|departments?|prefectures?|emirates?|(?:Oblast|Province|Region|State|District|Governorate|Department|Prefecture)s|Counties)\b/u
const singular = (area: string) => area.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')

const kindBefore = /\b(town|village|province|state|region|emirate|suburb|municipality) of (?:the )?$/

const describedBefore =
  /(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:\p{Ll}+ )?(?:city|town|village|capital|port|province|region|district|state|island|county|governorate|municipality|suburb|neighbou?rhood|resort)(?: of)? (?:the )?$/u

/** "Nakuru, Kenya", "Springfield, Illinois, United States", "Ondal, Tarka District, Kenya": what a place lies in. */
function behind(text: string, end: number, isRegion: boolean, add: Add): void {
  let at = end
  let state: (() => void) | undefined
  for (let times = 0; times < 4; times++) {
    const next = commaName.exec(text.slice(at, at + reach))
    if (!next) return
    const from = at + next[0].length - next[1]!.length
    const part = partsOf(next[1]!).find(
      (name) =>
        // "Western Cape, South African" is no country
        !/^\s\p{Lu}/u.test(text.slice(from + name.length, from + name.length + 2)) &&
        (countryByName(name) || stateOf(name) || placeKind(name) === 'region'),
    )
    if (!part) {
      const unknown = unknownRegion(next[1]!, text.slice(from + next[1]!.length, from + next[1]!.length + reach))
      if (!unknown) return
      add('region', next[1]!, from, from + next[1]!.length)
      at = from + next[1]!.length
      continue
    }
    at = from + part.length
    const country = countryByName(part)
    const addRegion = () => add('region', stateOf(part) ?? part, from, from + part.length)
    if (country) {
      add('country', country.name, from, from + part.length)
      state?.()
      return
    }
    // "Ohio, Oregon and Maine" is a list, "Somerset, Kentucky, United States" none
    const goesOn = /^(?:,| and| or)\s+(?:and )?\p{Lu}/u.test(text.slice(at, at + reach))
    if (isRegion && part.length > 2 && (goesOn || state)) state ??= addRegion
    else addRegion()
  }
}

const commaName = /^,\s+((?:the )?\p{Lu}[\p{L}.'’-]*(?:\s(?:of|and|the|\p{Lu}[\p{L}.'’-]*)){0,4})/u

/** What no list has, and is called an area, or stands between a place and its country. */
const unknownRegion = (name: string, rest: string): boolean => {
  if (/\sand\s|\./.test(name) || placeKind(name) === 'city') return false
  if (areaName.test(name)) return true
  const next = commaName.exec(rest)
  return next !== null && partsOf(next[1]!).some((part) => countryByName(part) !== undefined)
}

const areaName =
  /\s(?:Oblast|Raion|Krai|Province|State|Region|District|County|Governorate|Department|Prefecture|Regency|Territory|Municipality)$/

/** The words of a name, and fewer and fewer of them. */
const partsOf = (words: string): string[] => {
  const list = words.split(/(?<=\s)/)
  return list.map((_, less) =>
    list
      .slice(0, list.length - less)
      .join('')
      .trimEnd()
      // "Somerset, England. The rain", but "U.S."
      .replace(/(?<=\p{Ll})\.$/u, ''),
  )
}
