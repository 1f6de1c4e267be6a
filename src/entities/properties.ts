/** Mentions of one thing in one document → what the text says of it: title, role, kind, country, region, each quoted. */
import { typeOfNoun } from '../lexicon/nouns.ts'
import { countryByName } from '../lexicon/places.ts'
import { type Document, type EntityProperty, type EntityType, isBody, type Mention, type Span } from '../model/index.ts'
import { firstCountry } from './country.ts'
import { longerName } from './longer-name.ts'
import { type Add, ofPlace } from './place.ts'
import { playsIn } from './team.ts'

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
  const names = members.filter(({ kind }) => kind === 'NAM')
  const named = names.length > 0
  if (named) {
    // first, since it says what the thing is
    const places = names.map(nameOf)
    const longer = longerName(document.text, places, type)
    if (longer) add('within', document.text.slice(longer.start, longer.end), longer.start, longer.end)
    const game = type === 'Place' && playsIn(document.text, places)
    if (game) add('kind', 'team', game.start, game.end)
  }
  for (const mention of members) {
    if (mention.kind === 'NAM') ofName(document.text, mention, type, add)
    else if (mention.kind === 'NOM' && named) ofDescription(mention, type, add)
    else if (mention.kind === 'NOM' && isParty(type))
      for (const other of inside(mention).slice(0, 2)) add('of', other.name ?? other.text, other.start, other.end)
  }
  return [...found.values()]
}

/** Where the name itself stands, without titles and articles. */
function nameOf({ start, text, name = '' }: Mention): Span {
  const at = start + Math.max(0, text.indexOf(name))
  return { start: at, end: at + name.length }
}

/** "Kenyan president", "Kenya's", "…, Kenya": what stands before, in and behind a name. */
function ofName(text: string, { start, text: whole, name = '', title }: Mention, type: EntityType, add: Add): void {
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
  if (type === 'Place') ofPlace(text, { start: start + at, end: start + at + name.length }, start, add)
}

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

/** What may speak and be asked. */
const isParty = (type: EntityType): boolean => type === 'Person' || type === 'Group' || isBody(type)
