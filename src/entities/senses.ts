/**
 * Local entities of one name → those that are one thing, by what the texts say of them (countries, roles), when, and by
 * the company that they keep. Where nothing speaks against it a name is one thing; a name that many have needs support.
 */
import { fold } from '../lexicon/fold.ts'
import { countryByCapital, placeKind, stateOf } from '../lexicon/places.ts'
import type { Entity } from '../model/index.ts'
import type { Company, Shared } from './company.ts'
import type { Need } from './identity.ts'

/** What is known of the documents beside their entities. */
export interface Surroundings {
  readonly company: Company
  /** The key by which an entity counts as company. */
  readonly keyOf: (local: Entity) => string
  /** The country that a document is about, where it is about one. */
  readonly countryOf: (document: string) => string | undefined
  /** ISO 8601 day of a document. */
  readonly dateOf: (document: string) => string | undefined
}

export interface Sense {
  readonly locals: Entity[]
  readonly documents: string[]
  readonly countries: Set<string>
  /** Regions that a place lies in, in their telling words: "sumy" of "Sumy Oblast". */
  readonly regions: Set<string>
  readonly roles: Set<string>
  /** The country that the document is about, for a place of which it does not say where it lies. */
  readonly about: Set<string>
}

/** Senses that one more local entity of the name is compared with. */
const mostSenses = 25

/**
 * Least likeness of company for two of a name that many have, for two that the texts, or what else their documents
 * tell of, place in two countries, for a place of which no text says where it lies and of whose name there are several,
 * and for two places in two countries.
 */
const support = { common: 0.06, apart: 0.15, unplaced: 0.15, placesApart: 0.4, placesAbout: 0.01 }

/** Days between two tellings of one edition of what is held again and again, and of one piece of news. */
const mostDays = { edition: 120, news: 10 }

/** Groups the locals of one name; the result does not depend on their order. */
export function senses(
  locals: readonly { readonly local: Entity; readonly need: Need }[],
  around: Surroundings,
): Sense[] {
  const ordered = [...locals].sort(
    (a, b) =>
      rank(a) - rank(b) || a.local.mentions.length - b.local.mentions.length || (a.local.id < b.local.id ? -1 : 1),
  )
  const { need } = locals[0]!
  if (need === 'nothing') {
    const [first, ...rest] = ordered.map(({ local }) => senseOf(local, need, around))
    for (const sense of rest) absorb(first!, sense)
    return [first!]
  }
  const found: Sense[] = []
  const own = ordered.map(({ local, need }) => senseOf(local, need, around))
  const several = lieInSeveral(own)
  for (const [at, { need }] of ordered.entries()) {
    const one = own[at]!
    const best = likeliest(one, found, { need, several, around })
    if (best) absorb(best, one)
    else found.push(one)
  }
  return found
}

/** Those of which most is known come first, so that the others find them. */
const rank = ({ local, need }: { local: Entity; need: Need }): number =>
  (need === 'name' ? 0 : 2) + (local.properties ? 0 : 1)

function senseOf(local: Entity, need: Need, { countryOf }: Surroundings): Sense {
  const document = local.mentions[0]!.document
  const countries = new Set<string>()
  const regions = new Set<string>()
  const roles = new Set<string>()
  const place = local.type === 'Place'
  for (const { name, value } of local.properties ?? []) {
    // the parliament of Scotland is not that of the United Kingdom, but Glasgow lies in both
    if (name === 'country') countries.add(place ? sovereign(value) : value)
    else if (name === 'region') {
      if (stateOf(value)) countries.add('United States')
      regions.add(regionKey(value))
    } else if (name === 'title' || name === 'role') roles.add(headOf(value))
  }
  const country = countries.size === 0 ? countryOf(document) : undefined
  const about = new Set(country && place ? [sovereign(country)] : [])
  if (need === 'country' && country) countries.add(place ? sovereign(country) : country)
  // what belongs to two countries is no way from one to the other
  if (need === 'country' && countries.size > 1) countries.clear()
  return { locals: [local], documents: [document], countries, regions, roles, about }
}

const regionKey = (region: string): string =>
  fold(region).replace(
    / (?:oblast|raion|krai|province|state|region|district|county|governorate|department|prefecture|regency|territory|municipality)$/,
    '',
  )

/** "England" is no other country than the United Kingdom. */
const sovereign = (country: string): string =>
  /^(?:England|Scotland|Wales|Northern Ireland)$/.test(country) ? 'United Kingdom' : country

/** "minister" of "foreign minister of Kenya". */
const headOf = (role: string): string =>
  role
    .toLowerCase()
    .split(/\s(?:of|for|at|in|to|with|from)\s/)[0]!
    .split(/\s+/)
    .at(-1)!

/** How a name's locals are compared. */
interface Measure {
  readonly need: Need
  /** The texts say of two of the name that they lie in two countries, or regions. */
  readonly several: boolean
  readonly around: Surroundings
}

/** Whether two of them are said to lie in two countries, or in two regions. */
function lieInSeveral(all: readonly Sense[]): boolean {
  const first = all.find(({ countries }) => countries.size > 0)
  const region = all.find(({ regions }) => regions.size > 0)
  return all.some((one) => (first && differ(first.countries, one.countries)) || (region && lieApart(region, one)))
}

function likeliest(own: Sense, found: readonly Sense[], measure: Measure): Sense | undefined {
  const { need, several } = measure
  let best: { readonly sense: Sense; readonly weight: number } | undefined
  if (need === 'name' && !several && found.length === 1 && !mayDiffer(own, found[0]!)) return found[0]
  for (const sense of found.slice(0, mostSenses)) {
    const weight = weightOf(own, sense, measure)
    if (weight !== undefined && (!best || weight > best.weight)) best = { sense, weight }
  }
  return best?.sense
}

const mayDiffer = (own: Sense, sense: Sense): boolean =>
  differ(own.countries, sense.countries) || lieApart(own, sense) || elsewhere(own, sense)

/** "Darfur" holds "North Darfur", and "Kivu" neither of two but both. */
const lieApart = ({ regions: a }: Sense, { regions: b }: Sense): boolean =>
  differ(a, b) &&
  ![...a].some((one) => [...b].some((two) => ` ${one}`.endsWith(` ${two}`) || ` ${two}`.endsWith(` ${one}`)))

/** How much speaks for the two being one; undefined for too little, or too much against it. */
function weightOf(own: Sense, sense: Sense, { need, several, around }: Measure): number | undefined {
  if (lieApart(own, sense)) return undefined
  const country = meet(own.countries, sense.countries)
  if (need === 'country') return country ? 1 : undefined
  const role = meet(own.roles, sense.roles)
  const place = own.locals[0]!.type === 'Place'
  const apart = differ(own.countries, sense.countries)
  const { likeness } = companyOf(own, sense, around)
  const sure = Number(country) + Number(role) + likeness
  if (apart && !(role || likeness >= (place ? support.placesApart : support.apart))) return undefined
  // where no two texts say different countries, what a document is about tells little
  const least = several ? support.placesApart : support.placesAbout
  if (place && elsewhere(own, sense) && likeness < least) return undefined
  if (place && several && isUnplaced(own) && likeness < support.unplaced) return undefined
  if (need === 'company')
    return (country && (role || placed(own, sense))) ||
      likeness >= support.common ||
      inTime(own, sense, mostDays.news, around)
      ? sure
      : undefined
  if (need === 'time') return inTime(own, sense, mostDays.edition, around) ? sure : undefined
  return sure + sense.documents.length / 1e6
}

/** A capital, a state, a sea, a continent needs no country to be told from a town of its name. */
const isUnplaced = ({ countries, regions, locals }: Sense): boolean => {
  const { name } = locals[0]!
  const known = countryByCapital(name) || stateOf(name) || placeKind(name) === 'water' || continent.test(name)
  return countries.size + regions.size === 0 && !known
}
const continent =
  /^(?:the )?(?:Africa|Asia|Europe|Antarctica|Oceania|(?:North|South|Central|Latin) America|Middle East)$/

/** Two places in one country, and where it is the United States in one state. */
const placed = (own: Sense, sense: Sense): boolean =>
  own.locals[0]!.type === 'Place' && (meet(own.regions, sense.regions) || !own.countries.has('United States'))

const companyOf = (a: Sense, b: Sense, { company, keyOf }: Surroundings): Shared =>
  company.shared(a.documents, b.documents, [...new Set([keyOf(a.locals[0]!), keyOf(b.locals[0]!)])])

/** Where one says which country, the other's document is about another one. */
const elsewhere = (a: Sense, b: Sense): boolean =>
  a.countries.size > 0 ? b.countries.size === 0 && differ(a.countries, b.about) : differ(a.about, b.countries)

function inTime(own: Sense, sense: Sense, most: number, { dateOf }: Surroundings): boolean {
  const days = (documents: readonly string[]) =>
    documents.flatMap((document) => {
      const date = dateOf(document)
      return date ? [Date.parse(date) / 86_400_000] : []
    })
  const [day] = days(own.documents)
  return day !== undefined && days(sense.documents).some((other) => Math.abs(other - day) <= most)
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((value) => b.has(value))
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && !meet(a, b)

function absorb(sense: Sense, { locals, documents, countries, regions, roles, about }: Sense): void {
  sense.locals.push(...locals)
  sense.documents.push(...documents)
  for (const country of countries) sense.countries.add(country)
  for (const region of regions) sense.regions.add(region)
  for (const role of roles) sense.roles.add(role)
  for (const country of about) sense.about.add(country)
}
