/** Countries with their names, capitals and peoples; cities, regions, waters. */

import countryText from './data/countries.txt?raw'
import placeText from './data/places.txt?raw'
import { entries, fold, foldName, once, sections } from './fold.ts'

/** A country, territory or nation, now or formerly. */
export interface Country {
  readonly name: string
  /** Other names: official, short, abbreviated. */
  readonly names: readonly string[]
  /** Capitals and seats of government; the press uses them for the government. */
  readonly capitals: readonly string[]
  /** Adjectives and nouns for its people. */
  readonly demonyms: readonly string[]
}

interface Countries {
  readonly list: readonly Country[]
  readonly byName: ReadonlyMap<string, Country>
  readonly byCapital: ReadonlyMap<string, Country>
  readonly byDemonym: ReadonlyMap<string, Country>
}

const countries = once((): Countries => {
  const cell = (text: string) => text.split(';').filter((part) => part !== '')
  const list = (sections(countryText).get('countries') ?? []).map((line): Country => {
    const [name = '', names = '', capitals = '', demonyms = ''] = line.split('|')
    return { name, names: cell(names), capitals: cell(capitals), demonyms: cell(demonyms) }
  })
  const by = (keys: (country: Country) => readonly string[]) => {
    const map = new Map<string, Country>()
    for (const country of list)
      for (const key of keys(country)) if (!map.has(foldName(key))) map.set(foldName(key), country)
    return map
  }
  return {
    list,
    byName: by(({ name, names }) => [name, ...names]),
    byCapital: by(({ capitals }) => capitals),
    byDemonym: by(({ demonyms }) => demonyms),
  }
})

const allCountries = (): readonly Country[] => countries().list

/** The country that a name means: `the UK`, `Burma`, `People's Republic of China`. */
export const countryByName = (name: string): Country | undefined => countries().byName.get(foldName(name))

/** The country that a city governs: `Beijing`, `Kiev`, `Washington`. */
export const countryByCapital = (city: string): Country | undefined => countries().byCapital.get(foldName(city))

/** The country of an adjective or a people's name, also in the plural: `Chinese`, `Britons`, `Swedes`. */
export function countryByDemonym(word: string): Country | undefined {
  const key = foldName(word)
  const { byDemonym } = countries()
  return byDemonym.get(key) ?? (key.endsWith('s') ? byDemonym.get(key.slice(0, -1)) : undefined)
}

/** A word as names and descriptions are compared: a country for its name or adjective, else its folded form. */
export const canonical = (word: string): string => (countryByName(word) ?? countryByDemonym(word))?.name ?? fold(word)

/** Peoples and faiths that have no country of their own, and continents' people. */
const peoples: ReadonlySet<string> = new Set(
  entries(`
    european, asian, african, arab, latin american, north american, south american, scandinavian, nordic, baltic, balkan
    western, middle eastern, eurasian, caribbean, jewish, jew, muslim, christian, catholic, protestant, orthodox, hindu
    buddhist, sikh, shia, shiite, shi'ite, sunni, druze, alawite, kurdish, kurd, rohingya, uyghur, uighur, hutu, tutsi
    roma, basque, catalan, flemish, walloon, sicilian, bavarian, corsican, hispanic, latino, african-american, islamic
    islamist, communist, marxist, maoist, republican, democratic, democrat, conservative, liberal, tory, labour
    californian, texan, new yorker, londoner, parisian, quebecois, kashmiri, punjabi, tamil, pashtun, berber, inuit
  `),
)

/** An adjective or a noun for people of some country, region or faith: `Syrian`, `Europeans`, `Kurdish`. */
export function isDemonym(word: string): boolean {
  if (countryByDemonym(word)) return true
  const key = fold(word)
  return peoples.has(key) || (key.endsWith('s') && peoples.has(key.slice(0, -1)))
}

/** What kind of place a known name is. */
export type PlaceKind = 'country' | 'city' | 'region' | 'water'

/** Continents, parts of the world, disputed and often named areas. */
const regions = entries(`
  Africa, Antarctica, Asia, Europe, North America, South America, Central America, Latin America, Oceania, Australasia
  Middle East, Near East, Far East, Southeast Asia, South Asia, East Asia, Central Asia, Western Europe, Eastern Europe
  Central Europe, Northern Europe, Southern Europe, North Africa, West Africa, East Africa, Southern Africa
  Sub-Saharan Africa, Horn of Africa, Sahel, Maghreb, Balkans, Caucasus, Scandinavia, Baltics, Levant, Iberia, Siberia
  Caribbean, Asia-Pacific, Indo-Pacific, Arctic, Eurasia, the West, Kashmir, Golan Heights, Donbas, Donbass, Darfur
  Nagorno-Karabakh, Catalonia, Basque Country, Balochistan, Sinai, Sinai Peninsula, Korean Peninsula, Xinjiang
  Silicon Valley, Wall Street, Hollywood, Manhattan, Brooklyn, Queens, Bronx, Long Island, New England, Midwest
  Capitol Hill, Downing Street, Whitehall, Westminster, East Jerusalem, Kurdistan, Anatolia, Bavaria, Normandy, Silesia
  Galicia, Sumatra, Java, Borneo, Hokkaido, Honshu, Sahara, Himalayas, Alps, Andes, Rocky Mountains, Pyrenees
  D.C., DC, L.A., LA, NYC, N.Y., Calif., Conn., Fla., Mass., Mich., Minn., Penn., Va., Wash., Ont., B.C., N.J., N.C., S.C.
`)

const waters = entries(`
  Atlantic, Pacific, Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic Ocean, Gulf of Mexico, Persian Gulf
  South China Sea, East China Sea, Strait of Hormuz, Taiwan Strait, Suez Canal, Panama Canal, Red Sea, Black Sea
  English Channel, Bosphorus, Great Lakes, Rio Grande, Gulf of Aden, Sea of Azov, Kerch Strait
`)

const places = once(() => {
  const kinds = new Map<string, PlaceKind>()
  const add = (names: readonly string[], kind: PlaceKind) => {
    for (const name of names) kinds.set(foldName(name), kind)
  }
  const lists = sections(placeText)
  add(lists.get('waters') ?? [], 'water')
  add(waters, 'water')
  add(lists.get('regions') ?? [], 'region')
  add(lists.get('cities') ?? [], 'city')
  add(lists.get('states') ?? [], 'region')
  add(regions, 'region')
  for (const { name, names, capitals } of allCountries()) {
    add(capitals, 'city')
    add([name, ...names], 'country')
  }
  return kinds
})

/**
 * The kind of a known place, whatever its case; undefined for a name not in the lists. Small towns share names with
 * people and things (`Washington`, `Male`), so this tells what a name may be, not what it is.
 */
export const placeKind = (name: string): PlaceKind | undefined => places().get(foldName(name))

/** Letters that the post has for the states of the United States. */
const stateLetters = new Map(
  entries(
    `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida
     GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine
     MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska
     NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio
     OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas
     UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`,
  ).map((entry) => [entry.slice(0, 2), entry.slice(3)] as const),
)
const states = once(() => new Set((sections(placeText).get('states') ?? []).map(foldName)))

/** The state of the United States that a name or its two letters behind a city mean: "Oregon", "OR". */
export const stateOf = (name: string): string | undefined =>
  stateLetters.get(name) ?? (states().has(foldName(name)) ? name : undefined)

/** Every listed place with its kind, by folded name. */
export const allPlaces = (): ReadonlyMap<string, PlaceKind> => places()
