/**
 * A local entity → the key that it shares with every other that may surely be the same thing, and what beside the name
 * must agree. Names are not ids: "Supreme Court" needs a country, "John Smith" company, "World Cup" a year.
 */
import { fold } from '../lexicon/fold.ts'
import { typeOfNoun } from '../lexicon/nouns.ts'
import { isCompanySuffix, isMedia, organizationType, typeOfNameWord } from '../lexicon/organizations.ts'
import { isCommonName, isFirstName, isSurname, isTitle, titleLength } from '../lexicon/people.ts'
import { countryByCapital, countryByName, isDemonym, placeKind } from '../lexicon/places.ts'
import type { Entity } from '../model/index.ts'
import { type Family, familyOf, isGeneric, isNamed, keyWords, letters } from './names.ts'

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
  if (entity.listed !== undefined) return { key: `listed ${entity.listed}`, need: 'nothing' }
  const { name, type } = entity
  if (name.includes('@')) return { key: `mail ${fold(name)}`, need: 'nothing' }
  const family = familyOf(type)
  const country = family === 'person' || /^(?:congo|korea)$/i.test(name) ? undefined : countryByName(name)
  if (country) return { key: `country ${country.name}`, need: 'nothing' }
  const words = identityWords(longerOf(entity) ?? leadOf(entity, family) + name + tailOf(entity), family)
  const need = words && needOf(words, entity, family)
  if (!need) return undefined
  const area = family === 'place' ? areaOf(entity, words) : ''
  const short = /^\p{Lu}{2,5}$/u.test(name) ? ' in capitals' : ''
  return { key: `${family === 'other' ? type : family} ${letters(words)}${area}${short}${ordinalOf(entity)}`, need }
}

/** "Varde Rovers", where the name is but a part of a longer one. */
const longerOf = ({ properties = [] }: Entity): string | undefined =>
  properties.find(({ name }) => name === 'within')?.value

/** " 109th" of "the 109th regatta", " 1972" of "the 1972 convention", wherever it is named. */
function ordinalOf({ mentions }: Entity): string {
  const found = new Set(
    mentions
      .filter(({ kind }) => kind === 'NAM')
      .map(({ text }) => /^(?:the )?(\d+(?:st|nd|rd|th)|(?:19|20)\d\d) /i.exec(text)?.[1]),
  )
  const [only] = found
  return found.size === 1 && only ? ` ${only}` : ''
}

/** "region" of "Kidal region", which is not Kidal: written as in "Kidal Region". A town is no capital of its name. */
const areaOf = ({ name: called, properties = [] }: Entity, words: readonly string[]): string => {
  const kind = properties.find(
    ({ name, value }) =>
      name === 'kind' && (areas.test(value) || (settlement.test(value) && countryByCapital(called) !== undefined)),
  )?.value
  return kind && !words.includes(kind) ? kind : ''
}
const areas = /^(?:oblast|province|region|state|district|county|governorate|department|prefecture|emirate|team)$/
const settlement = /^(?:town|village|suburb|municipality)$/

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

const ship = /(?:\bcarrier|ship|vessel|tanker|frigate|destroyer|submarine|yacht|ferry|trawler|boat) $/i

/**
 * "Upper " of "Upper Nile State", "USS " of "USS Abraham Lincoln": a word with a capital that stands before the name in
 * all that names it, and that is no title, no country's and no owner's.
 */
function leadOf({ name, mentions }: Entity, family: Family): string {
  let lead: string | undefined
  for (const { kind, text } of mentions) {
    const at = kind === 'NAM' ? text.indexOf(name) : -1
    if (at < 0) continue
    const before = text.slice(0, at)
    if (family === 'place' && ship.test(before)) return 'ship '
    const word = /(?:^|\s)(\p{Lu}[\p{L}./-]*) $/u.exec(before)?.[1] ?? ''
    const leads = family === 'person' ? vessel.test(word) || designation.test(word) : isLead(word)
    if (!leads || (lead !== undefined && lead !== word)) return ''
    lead = word
  }
  return lead ? `${lead} ` : ''
}

/** "-II" of "Fatah-II", cut off behind a name wherever it stands. */
function tailOf({ name, mentions }: Entity): string {
  let tail: string | undefined
  for (const { kind, text } of mentions) {
    const at = kind === 'NAM' ? text.indexOf(name) : -1
    if (at < 0) continue
    const behind = /^-[\p{L}\d]+/u.exec(text.slice(at + name.length))?.[0] ?? ''
    if (behind === '' || (tail !== undefined && tail !== behind)) return ''
    tail = behind
  }
  return tail ?? ''
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
  const { name, type, mentions, properties } = entity
  // "a Walmart", "a War Powers Resolution", "the third Baku" is one of several
  const named = mentions.filter(({ kind }) => kind === 'NAM')
  if (family !== 'person' && named.every(({ text }) => oneOfSeveral.test(text))) return undefined
  // "the embassy", "the district court": which one is said elsewhere, if at all
  if (family !== 'person' && isOneOfMany(words)) return undefined
  const [first, last] = [words[0]!, words.at(-1)!]
  if (family === 'person') {
    if (words.length < 2) return undefined
    // "the Golden Ball" was taken for somebody
    const article = named.every(({ text }) => /^(?:the |.*['’]s )/i.test(text) && text.endsWith(` ${name}`))
    return isCommonName(first, last) || (article && !properties?.length) ? 'company' : 'name'
  }
  if (chamber.test(words.join(' '))) return 'country'
  const single = words.length === 1
  // "Mw 6.1" is a measure
  if (/\d\.\d/.test(name)) return undefined
  if (edition.test(last) && !/\d{4}/.test(name)) return words.slice(0, -1).every(isVague) ? undefined : 'time'
  if (family === 'body') {
    if (isGeneric(words) || isParty(words) || isNational(words) || isLeague(words)) return 'country'
    if (single && isCommonWord(first)) return undefined
    if (single)
      return ordinary.test(first) ||
        first.length < 4 ||
        placeKind(first) ||
        !(organizationType(name) || isTelling(first))
        ? 'company'
        : 'name'
    return last.length < 3 ? undefined : 'name'
  }
  if (family === 'place') {
    if (single && isCommonWord(first) && !placeKind(name)) return undefined
    // "U.S. Secretary", cut off before "of State"
    if (!single && typeOfNoun(last) === 'Person') return undefined
    // a city and a state
    if (/^(?:new york|washington)$/.test(words.join(' '))) return 'company'
    if (single && (isOftenGiven(first) || first.length < 3) && !countryByCapital(name)) return 'company'
    return words.every(isVague) ? 'country' : 'name'
  }
  if (single) {
    return first.length < 3 || isCommonWord(first) || isFirstName(first) ? undefined : 'company'
  }
  if (isDemonym(name)) return undefined
  if (last === 'day' || (last === "day's" && words.length > 1)) return 'time'
  if (isNational(words) || isGeneric(words)) return 'country'
  if (type === 'Law') return /\d/.test(name) || !words.every(isVague) ? 'name' : 'country'
  if (type === 'Event' && words.every(isVague)) return undefined
  if (type === 'Event') return words.some((word) => recurring.test(word)) && !/\d{4}/.test(name) ? 'time' : 'name'
  // "New Order", "Green Line": a band, a regime, a border and a railway
  return words.every(isVague) || (type === 'Thing' && words.length < 3) ? 'company' : 'name'
}

/** Whatever the recognizer took them for, many countries have one. */
const chamber = /^(?:chamber|house|assembly|congress) of (?:the )?(?:representatives|deputies|senators|commons|lords)$/

const oneOfSeveral = /^(?:an?|another|\d[\d,.]*|the (?:second|third|fourth|fifth|sixth|other|next)) /i

const isOneOfMany = (words: readonly string[]): boolean =>
  /\b(?:embassy|consulate|(?:district|circuit) courts?|courts? of appeals?)$/.test(words.join(' ')) ||
  (words.length === 1 &&
    (/^(?:first|second|third|fourth|fifth|last|next|north|south|east|west|open|cup|league|prix|games|chamber)$/.test(
      words[0]!,
    ) ||
      fields.has(words[0]!)))

/** Places are called after people and after each other: "Madison", "Glendale". */
const isOftenGiven = (word: string): boolean =>
  isSurname(word) || /(?:dale|ville|field|burgh?|port|wood|ton|ford|land|castle|bridge|mont|shire)$/.test(word)

const small = /^(?:of|the|and|for|in|on|at|de|la|le|du|great|big|new|old|central|main|north|south|east|west)$/

/** Words that say what a thing is, not which; "guardian" says whom too, but is the name of a newspaper. */
const isCommonWord = (word: string): boolean =>
  (isNoun(word) && !isMedia(word)) ||
  typeOfNameWord(word) !== undefined ||
  isDemonym(word) ||
  /^(?:year|day|week|month|season|century|decade|time|life|world|way|thing|part|number|one)s?$/.test(word)

function isNoun(word: string): boolean {
  return typeOfNoun(word) !== undefined || typeOfNoun(word.replace(/s$/, '')) !== undefined
}

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

/** What is held again and again, whatever the recognizer took it for. */
const edition =
  /^(?:finals?|olympics|paralympics|games|cups?|bowl|championships?|awards?|summit|prix|marathon|elections?|tournament|conventions?)$/

const party = /^(?:party|parties|alliance|coalition|front|movement|union|democrats|league)$/
const partyWord =
  /^(?:the|of|for|and|new|old|green|red|united|social|socialist|socialists|christian|people|people's|peoples|workers'?|workers|labou?r|liberal|conservative|democratic|democrats?|republican|national|nationalist|progressive|progress|justice|freedom|independence|independent|unity|reform|communist|centre|center|left|right|popular|patriotic|civic|radical|revolutionary|development|change|future|hope|action)$/

/** "Green Party", "Social Democrats": many countries have one of the name. */
const isParty = (words: readonly string[]): boolean =>
  words.length > 1 && party.test(words.at(-1)!) && words.every((word) => party.test(word) || partyWord.test(word))

/** "Premier League": many countries have one of the name. */
const isLeague = (words: readonly string[]): boolean =>
  /^(?:league|division|championship|cup)$/.test(words.at(-1)!) &&
  words.every((word) => isVague(word) || leagueWord.test(word))
const leagueWord =
  /^(?:premier|super|first|second|third|professional|major|minor|women's|womens|men's|youth|football|basketball|soccer|hockey|cricket|baseball|rugby|champions)$/

/** Names of companies and parties that are words of every day, or others' names, as well. */
const ordinary =
  /^(?:signal|telegram|target|apple|amazon|shell|visa|gap|oracle|sun|sprint|orange|stripe|fox|vox|sky|square|meta|alphabet|block|dream|unity|solidarity)$/

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
