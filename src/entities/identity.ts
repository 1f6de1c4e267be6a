/**
 * A local entity → the key that it shares with every other that may surely be the same thing, and what beside the name
 * must agree. Names are not ids: "Supreme Court" needs a country, "John Smith" company, "World Cup" a year.
 */
import { fold } from '../lexicon/fold.ts'
import { typeOfNoun } from '../lexicon/nouns.ts'
import { isCompanySuffix, organizationType, typeOfNameWord } from '../lexicon/organizations.ts'
import { isCommonName, isFirstName, isSurname, isTitle, titleLength } from '../lexicon/people.ts'
import { countryByName, isDemonym, placeKind } from '../lexicon/places.ts'
import type { Entity } from '../model/index.ts'
import { type Family, familyOf, isGeneric, isNamed, keyWords } from './names.ts'

/**
 * What two of one key must share to be one: nothing (a country, an address), the name where nothing speaks against it,
 * their company, a country, a time.
 */
export type Need = 'nothing' | 'name' | 'company' | 'country' | 'time'

export interface Identity {
  readonly key: string
  readonly need: Need
}

/** Undefined for what no other document's entity can be tied to for sure: a description, a bare surname. */
export function identityOf(entity: Entity): Identity | undefined {
  if (!isNamed(entity)) return undefined
  const { name, type } = entity
  if (name.includes('@')) return { key: `mail ${fold(name)}`, need: 'nothing' }
  const family = familyOf(type)
  const country = family === 'person' ? undefined : countryByName(name)
  if (country) return { key: `country ${country.name}`, need: 'nothing' }
  const words = identityWords(leadOf(entity, family) + name, family)
  const need = words && needOf(words, entity, family)
  return need && { key: `${family === 'other' ? type : family} ${letters(words)}`, need }
}

/** A name without what may be left out, and spelled together: "Kim Jong-un" and "Kim Jong Un" are one. */
export const letters = (words: readonly string[]): string => words.join('').replace(/[^\p{L}\d@]/gu, '')

/** Titles that make a name of a first name: they stay. */
const regnal = /^(?:pope|king|queen|prince|princess|emperor|empress|saint|st|sultan|emir|patriarch|ayatollah|sheikh)$/

function identityWords(name: string, family: Family): string[] | undefined {
  let words = keyWords(name)
  if (family === 'body') while (words.length > 1 && isCompanySuffix(words.at(-1)!)) words.pop()
  if (family === 'person') {
    const titled = titleLength(words, 0)
    if (titled > 0 && !(regnal.test(words[0]!) && words.length - titled === 1)) words = words.slice(titled)
  }
  return words.length > 0 && /\p{L}{2}/u.test(words.join('')) ? words : undefined
}

/** Ships and stations that are called after people and places. */
const vessel = /^(?:USS|USNS|HMS|HMAS|HMCS|RMS|SS|MS|MV|M\/V|MT|M\/T|KM|KRI|INS|IRIS|PNS|BRP|ROKS|TCG|RAF|USCGC)$/

/**
 * "Upper " of "Upper Nile State", "USS " of "USS Abraham Lincoln": a word with a capital that stands before the name in
 * all that names it, and that is no title, no country's and no owner's.
 */
function leadOf({ name, mentions }: Entity, family: Family): string {
  let lead: string | undefined
  for (const { kind, text } of mentions) {
    const at = kind === 'NAM' ? text.indexOf(name) : -1
    if (at < 0) continue
    const word = /(?:^|\s)(\p{Lu}[\p{L}./-]*) $/u.exec(text.slice(0, at))?.[1] ?? ''
    const leads = family === 'person' ? vessel.test(word) || designation.test(word) : isLead(word)
    if (!leads || (lead !== undefined && lead !== word)) return ''
    lead = word
  }
  return lead ? `${lead} ` : ''
}

/** Before a person's name they make it the name of something else. */
const designation = /^(?:Hurricane|Typhoon|Cyclone|Storm|Operation|Project|Camp|Fort|Mount|Lake|Port|Saint|St\.?)$/

const isLead = (word: string): boolean =>
  word !== '' &&
  !/^The$/i.test(word) &&
  !isTitle(word) &&
  !isDemonym(word) &&
  !countryByName(word) &&
  typeOfNoun(word.toLowerCase()) === undefined

function needOf(words: readonly string[], entity: Entity, family: Family): Need | undefined {
  const { name, type } = entity
  const [first, last] = [words[0]!, words.at(-1)!]
  if (family === 'person') {
    if (words.length < 2) return undefined
    return isCommonName(first, last) ? 'company' : 'name'
  }
  const single = words.length === 1
  if (family === 'body') {
    if (isGeneric(words) || isParty(words) || isNational(words)) return 'country'
    if (single && isCommonWord(first)) return undefined
    if (edition.test(last) && !/\d{4}/.test(name)) return 'time'
    return single && !organizationType(name) && !isTelling(first) ? 'company' : 'name'
  }
  if (family === 'place') {
    if (single && isCommonWord(first) && !placeKind(name)) return undefined
    // "U.S. Secretary", cut off before "of State"
    if (!single && typeOfNoun(last) === 'Person') return undefined
    return words.every(isVague) ? 'country' : 'name'
  }
  if (single) {
    if (first.length < 3 || isCommonWord(first) || isFirstName(first)) return undefined
    return isTelling(first) && first.length > 5 ? 'name' : 'company'
  }
  if (type === 'Law') return /\d/.test(name) || !words.every(isVague) ? 'name' : 'country'
  if (type === 'Event') return words.some((word) => recurring.test(word)) && !/\d{4}/.test(name) ? 'time' : 'name'
  return words.every(isVague) ? 'company' : 'name'
}

const small = /^(?:of|the|and|for|in|on|at|de|la|le|du|great|big|new|old|central|main|north|south|east|west)$/

/** Words that say what a thing is, not which. */
const isCommonWord = (word: string): boolean =>
  typeOfNoun(word) !== undefined ||
  typeOfNoun(word.replace(/s$/, '')) !== undefined ||
  typeOfNameWord(word) !== undefined ||
  isDemonym(word)

const isVague = (word: string): boolean =>
  small.test(word) ||
  isCommonWord(word) ||
  /^(?:criminal|penal|civil|code|basic|national|public|state|federal|fundamental|special|general|constitutional|presidential|royal|municipal|grand)$/.test(
    word,
  )

const recurring =
  /^(?:olympics?|olympiad|paralympics|games|cup|championships?|elections?|referendum|summit|festival|conference|prix|open|league|tournament|finals?|awards?|congress|forum|census|marathon|derby|bowl|series|parade|day|pageant|session|convention|primary|primaries|carnival|fair|expo)$/

/** A made word, as companies choose them; not "Freedom", "Ford" or three letters. */
const isTelling = (word: string): boolean =>
  word.length > 4 &&
  !/(?:dom|ness|tion|sion|ity|ment|ance|ence|ship|hood|ism|ty|ing|age|ure|or|er)$/.test(word) &&
  !isSurname(word) &&
  !isFirstName(word) &&
  placeKind(word) === undefined

/** The same of what is held again and again, where the recognizer took it for a body. */
const edition = /^(?:finals?|olympics|games|cup|championships?|awards?|summit|prix|marathon|elections?|tournament)$/

const party = /^(?:party|parties|alliance|coalition|front|movement|union|democrats|league)$/
const partyWord =
  /^(?:the|of|for|and|new|old|green|red|united|social|socialist|socialists|christian|people|people's|peoples|workers'?|workers|labou?r|liberal|conservative|democratic|democrats?|republican|national|nationalist|progressive|progress|justice|freedom|independence|independent|unity|reform|communist|centre|center|left|right|popular|patriotic|civic|radical|revolutionary|development|change|future|hope|action)$/

/** "Green Party", "Social Democrats": many countries have one of the name. */
const isParty = (words: readonly string[]): boolean =>
  words.length > 1 && party.test(words.at(-1)!) && words.every((word) => party.test(word) || partyWord.test(word))

/** What the ministries, courts and forces of every country have in their names. */
const fields = new Set(
  `health interior home foreign internal external affairs relations finance finances treasury defence defense justice
  education higher transport transportation energy power agriculture agricultural food environment environmental climate
  trade commerce labour labor employment culture tourism sport sports housing urban rural planning economy economic
  industry industrial information communications communication media science technology technologies research innovation
  water resources irrigation oil petroleum gas mines mining minerals fisheries forestry forest lands land women youth
  children family social welfare religious security safety intelligence immigration migration border borders customs
  revenue tax taxation central bank banking reserve statistics statistical election elections electoral anti-corruption
  corruption prosecution prosecutions attorney weather meteorological meteorology civil aviation maritime shipping
  railway railways road roads highway highways drug drugs narcotics disease diseases control prevention emergency
  emergencies disaster management relief rescue fire nuclear atomic space service services affairs administration human
  rights equality gender veterans pensions insurance infrastructure works construction supply procurement
  constitutional supreme high appeal appeals cassation criminal military armed air coast national federal state public
  general republican presidential royal joint special police investigation investigations investigative intelligence
  strategic cyber digital medical hospital services medicines standards audit auditor accounts ethics reform planning
  regional local interim transitional provisional ruling permanent upper lower people's
  bureau guard forces force army navy ground marine corps`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** "Ministry of Health", "Central Bank": which one, only the country says. */
const isNational = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.every((word) => small.test(word) || fields.has(word) || typeOfNameWord(word) === 'PublicBody')
