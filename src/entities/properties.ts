/** Mentions of one thing in one document → what the text says of it: title, role, kind, country, region, each quoted. */
import { typeOfNoun } from '../lexicon/nouns.ts'
import { countryByDemonym, countryByName, placeKind, stateOf } from '../lexicon/places.ts'
import { type Document, type EntityProperty, type EntityType, isBody, type Mention } from '../model/index.ts'

type PropertyName = EntityProperty['name']
type Add = (name: PropertyName, value: string, start: number, end: number) => void

/** Properties kept of one thing in one document, and letters of one of them. */
const mostProperties = 12
const longest = 80

/**
 * The properties that the mentions of one chain give, in the order of the text, each once. `inside` finds the names
 * that stand inside a mention.
 */
export function propertiesOf(
  document: Document,
  members: readonly Mention[],
  type: EntityType,
  inside: (mention: Mention) => readonly Mention[],
): EntityProperty[] {
  const found = new Map<string, EntityProperty>()
  const add: Add = (name, value, start, end) => {
    const key = `${name} ${value.toLowerCase()}`
    if (value === '' || value.length > longest || found.has(key) || found.size >= mostProperties) return
    found.set(key, { name, value, document: document.id, start, end })
  }
  const named = members.some(({ kind }) => kind === 'NAM')
  for (const mention of members) {
    if (mention.kind === 'NAM') ofName(document.text, mention, type, add)
    else if (mention.kind === 'NOM' && named) ofDescription(mention, type, add)
    else if (mention.kind === 'NOM' && isParty(type))
      for (const other of inside(mention).slice(0, 2)) add('of', other.name ?? other.text, other.start, other.end)
  }
  return [...found.values()]
}

/** "Kenyan president", "Kenya's", "…, Kenya": what stands before, in and behind a name. */
function ofName(
  text: string,
  { start, end, text: whole, name = '', title }: Mention,
  type: EntityType,
  add: Add,
): void {
  const at = Math.max(0, whole.indexOf(name))
  if (title) {
    const from = whole.indexOf(title)
    if (from >= 0 && from < at) ofTitle(title, start + from, type, add)
  }
  const owner = /^(?:the )?(.+?)['’]s?\s/iu.exec(whole.slice(0, at))
  if (owner) {
    const country = countryByName(owner[1]!)
    const from = start + whole.indexOf(owner[1]!)
    if (country) add('country', country.name, from, from + owner[1]!.length)
  }
  if (isBody(type)) countriesIn(name, start + at, add)
  if (type === 'Place') {
    // "Sumy oblast", "in Sumy, Poltava and Kharkiv oblasts"
    const after = text.slice(start + at + name.length, start + at + name.length + longest)
    const area = areaBehind.exec(after)
    if (area) {
      const from = start + at + name.length + area[0].length - area[1]!.length
      add('kind', area[1]!.replace(/ies$/, 'y').replace(/s$/, ''), from, from + area[1]!.length)
    }
    // "the Lebanese city of …", "the Guinean capital …"
    const before = kindOfPlace.exec(text.slice(Math.max(0, start - longest), start + at))
    const country = before && firstCountry(before[1]!)
    const from = before ? start + at - before[0].length : 0
    if (country) add('country', country.name, from + country.start, from + country.end)
    behind(text, at >= 0 ? start + at + name.length : end, placeKind(name) === 'region', add)
  }
}

const areaBehind =
  /^(?: (?:\p{Lu}[\p{L}-]+ ){0,2}|(?:,? (?:and )?\p{Lu}[\p{L}-]+){1,5},? )(oblasts?|provinces?|regions?|states?|districts?|count(?:y|ies)|governorates?|departments?|prefectures?)\b/u

const kindOfPlace =
  /(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:\p{Ll}+ )?(?:city|town|village|capital|port|province|region|district|state|island|county|governorate|municipality|suburb|neighbou?rhood|resort)(?: of)? (?:the )?$/u

/** "Kenyan Prime Minister" → a country and a title; "pension fund" before a body's name → its kind. */
function ofTitle(title: string, start: number, type: EntityType, add: Add): void {
  const words = [...title.matchAll(/\S+/g)]
  const country = firstCountry(title)
  if (country) add('country', country.name, start + country.start, start + country.end)
  let first = 0
  while (first < words.length && (words[first]!.index < (country?.end ?? 0) || words[first]![0] === 'then')) {
    // "former South Korean president": it is not shown without its country
    if (country && words[0]!.index < country.start) break
    first++
  }
  if (first === words.length) return
  const value = title.slice(words[first]!.index).trim()
  const from = start + words[first]!.index
  const noun = typeOfNoun(words.at(-1)![0].toLowerCase())
  if (type === 'Person' ? noun === undefined || noun === 'Person' : noun !== undefined && isKind(value, noun))
    add(type === 'Person' ? 'title' : 'kind', value, from, from + value.length)
}

/** "newspaper", "pension fund": not a name, and nothing that is said of people. */
const isKind = (value: string, noun: EntityType | undefined) => /^\p{Ll}/u.test(value) && noun !== 'Person'

/** The first country or demonym among the words of a title or description, of one word or two. */
function firstCountry(text: string): { name: string; start: number; end: number } | undefined {
  const words = [...text.matchAll(/[\p{L}.'’-]+/gu)]
  for (const [at, { 0: word, index }] of words.entries()) {
    if (!/^\p{Lu}/u.test(word)) continue
    const next = words[at + 1]
    const both = next && text.slice(index, next.index + next[0].length)
    const two = both && countryOf(both)
    if (two) return { name: two, start: index, end: index + both.length }
    const bare = word.replace(/['’]s?$/, '')
    const one = countryOf(bare)
    if (one) return { name: one, start: index, end: index + bare.length }
  }
  return undefined
}

/** "the head of the harbour board", "a Kenyan company": the role of a person, the kind of a thing. */
function ofDescription({ text, start, type: said }: Mention, type: EntityType, add: Add): void {
  const article = /^(an?|the|this|that|its|his|her|their|our|my|your)\s+/i.exec(text)
  const from = article?.[0].length ?? 0
  const value = text.slice(from)
  const [definite, own] = [/^(?:the|this|that)/i.test(article?.[1] ?? ''), /^[^at]/i.test(article?.[1] ?? 'a')]
  if (own || (definite && !/\s/.test(value))) return
  if (type === 'Person' ? said === 'Person' : !definite && isKind(value, said === 'Thing' ? undefined : said))
    add(type === 'Person' ? 'role' : 'kind', value, start + from, start + from + value.length)
  const country = firstCountry(value)
  if (country) add('country', country.name, start + from + country.start, start + from + country.end)
}

/** The country of a body's name: of "Bank of Uganda", "Kenyan Supreme Court". */
function countriesIn(name: string, start: number, add: Add): void {
  const country = firstCountry(name)
  if (country && country.end - country.start < name.length)
    add('country', country.name, start + country.start, start + country.end)
}

/** "Nakuru, Kenya", "Springfield, Illinois, United States": what a place lies in. */
function behind(text: string, end: number, isRegion: boolean, add: Add): void {
  let at = end
  let state: (() => void) | undefined
  for (let times = 0; times < 3; times++) {
    const next = /^,\s+((?:the )?\p{Lu}[\p{L}.'’-]*(?:\s(?:of|and|the|\p{Lu}[\p{L}.'’-]*)){0,4})/u.exec(
      text.slice(at, at + longest),
    )
    if (!next) return
    const from = at + next[0].length - next[1]!.length
    const part = partsOf(next[1]!).find(
      (name) =>
        // "Western Cape, South African" is no country
        !/^\s\p{Lu}/u.test(text.slice(from + name.length, from + name.length + 2)) &&
        (countryByName(name) || stateOf(name) || placeKind(name) === 'region'),
    )
    if (!part) return
    at = from + part.length
    const country = countryByName(part)
    const addRegion = () => add('region', stateOf(part) ?? part, from, from + part.length)
    if (country) {
      add('country', country.name, from, from + part.length)
      state?.()
      return
    }
    // "Ohio, Oregon and Maine" is a list, "Somerset, Kentucky, United States" none
    const goesOn = /^(?:,| and| or)\s+(?:and )?\p{Lu}/u.test(text.slice(at, at + longest))
    if (isRegion && part.length > 2 && (goesOn || state)) state ??= addRegion
    else addRegion()
  }
}

/** The words of a name, and fewer and fewer of them. */
const partsOf = (words: string): string[] => {
  // "Somerset, England." at the end of a sentence, but "U.S."
  const list = words.replace(/(?<=\p{Ll})\.$/u, '').split(/(?<=\s)/)
  return list.map((_, less) =>
    list
      .slice(0, list.length - less)
      .join('')
      .trimEnd(),
  )
}

const countryOf = (word: string): string | undefined =>
  /^\p{Lu}/u.test(word) ? (countryByDemonym(word) ?? countryByName(word))?.name : undefined

/** What may speak and be asked. */
const isParty = (type: EntityType): boolean => type === 'Person' || type === 'Group' || isBody(type)
