/**
 * Where a name stands → the longer name that it is but a part of, which tells what it is: "Varde" of "Varde Rovers" is no
 * town, "the embassy" in one city not that in another, the children's prize not the prize.
 */
import { isTitle } from '../lexicon/people.ts'
import { countryByName, isDemonym, placeKind } from '../lexicon/places.ts'
import type { EntityType, Span } from '../model/index.ts'

/** Letters looked at on either side. */
const reach = 60

/** The longer name, of names that stand in one at each of these places; what there are several of tells it anywhere. */
export function longerName(text: string, places: readonly Span[], type: EntityType): Span | undefined {
  let found: Span | undefined
  for (const place of places) {
    const name = text.slice(place.start, place.end)
    if (name === '' || countryByName(name)) return undefined
    const divided = isDivided(name)
    const longer =
      (divided && withField(text, place)) ||
      withRest(text, place, type) ||
      withWhose(text, place) ||
      withStart(text, place, type)
    if (!longer) {
      if (!divided) return undefined
      continue
    }
    const known = found && text.slice(found.start, found.end)
    if (known !== undefined && known !== text.slice(longer.start, longer.end)) return undefined
    found ??= longer
  }
  return found
}

/** What there are several of, told apart by what stands behind: "Prize in Physics", "University … at Greensboro". */
export const isDivided = (name: string): boolean => divided.test(name)
const divided =
  /\b(?:Prize|Award|Medal|Order|University|College|School|Court|Courts|Appeals|Department|Secretary|Committee|Institute|District|Office|Representative|Commissioner|Embassy|Consulate|Chamber)$|^University of/

const field = /^ (?:in|for|of|at) (?:the )?\p{Lu}[\p{L}'’-]*(?: (?:of (?:the )?)?\p{Lu}[\p{L}'’-]*)*/u

function withField(text: string, { start, end }: Span): Span | undefined {
  const rest = text.slice(end, end + reach)
  const behind = field.exec(rest)
  if (behind) return { start, end: end + behind[0].length }
  // "University of California, Los Angeles", not "University of Varde, Norway"
  const campus = /^University of/.test(text.slice(start, end)) && /^, (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)/u.exec(rest)
  if (!campus || countryByName(campus[1]!) || placeKind(campus[1]!) === 'region') return undefined
  return { start, end: end + campus[0].length }
}

/** "Rovers" of "Varde Rovers", "Station" and "station" of a place. */
function withRest(text: string, { start, end }: Span, type: EntityType): Span | undefined {
  if (type !== 'Place') return undefined
  const behind = text.slice(end, end + reach)
  const site = sites.exec(behind)
  if (site) return { start, end: end + site[0].length }
  const rest = /^((?: \p{Lu}(?:[\p{L}’'-]+|\.(?:\p{Lu}\.)*)){1,2})(?! \p{Lu})/u.exec(behind)?.[1]
  const [first = ''] = rest?.trim().split(' ') ?? []
  const tells = rest !== undefined && !isTitle(first) && !isDemonym(first) && !passing.test(first)
  return tells ? { start, end: end + rest.length } : undefined
}

const sites =
  /^ (?:station|stadium|street|square|bridge|barracks|prison|tower|fever|virus|disease|syndrome|missiles?|drones?|rockets?|helicopters?)\b/

/** Words with a capital that go on after a place without being its name: areas, days, parties' letters. */
const passing =
  /^(?:Oblast|Raion|Krai|Province|State|Region|District|County|Governorate|Department|Prefecture|Regency|Territory|Municipality|Time|AM|PM|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)(?:['’]s)?$/

/**
 * "Rio Grande do Sul", "Board of Peace", "Nord Stream" around the word at the end that was taken for a name alone. In
 * front of what is held again and again a people tells which it is: "French Open"; "African CDC" is not the CDC.
 */
function withStart(text: string, { start, end }: Span, type: EntityType): Span | undefined {
  const name = text.slice(start, end)
  if (type === 'Person' || /\s/.test(name)) return undefined
  const before = text.slice(Math.max(0, start - reach), start)
  const agency = /(?:^|\s)((?:African|European|Asian|Arab|Elections|Police|Transport|Radio|Health|Sport|Visit) )$/.exec(
    before,
  )
  if (agency) return { start: start - agency[1]!.length, end }
  if (/^\p{Lu}+$/u.test(name)) return undefined
  const linked = /(?:^|\s)((?:\p{Lu}\p{L}+ ){1,3}(?:do|da|de|del|dos|das|di) )$/u.exec(before)
  if (linked) return { start: start - linked[1]!.length, end }
  if (type === 'Place') return undefined
  // not at the beginning of a sentence, where any word has a capital
  const led = /[\p{L}\d,)] (?:the )?((\p{Lu}\p{L}+) (?:(?:of|for) (?:the )?)?)$/u.exec(before)
  if (!led || isTitle(led[2]!) || (isDemonym(led[2]!) && !isEvent(name))) return undefined
  return { start: start - led[1]!.length, end }
}

const isEvent = (name: string): boolean => /^(?:Open|Cup|League|Prix|Games|Marathon|Derby|Masters)$/.test(name)

/** "Women's " before a cup, "Children's " before a prize. */
function withWhose(text: string, { start, end }: Span): Span | undefined {
  const whose = /(?:^|\s)((?:Women|Men|Children|Youth|Juniors?|Ladies|Girls|Boys)['’]?s? )$/.exec(
    text.slice(Math.max(0, start - 20), start),
  )?.[1]
  return whose ? { start: start - whose.length, end } : undefined
}
