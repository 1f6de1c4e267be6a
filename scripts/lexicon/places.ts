/** Gazetteers → countries with their names, capitals and peoples; other places. */
import { extraCapitals, extraCountryNames, extraDemonyms, wrongDemonyms } from './extra-countries.ts'
import { type Gazetteers, latin, plain, unique, write } from './gazetteers.ts'

/** Countries: name | other names | capitals | demonyms. */
export function countries({ rows }: Gazetteers): void {
  const uncertain = /;.*|\(.*?\)|\(.*$/g
  const split = (cell: string, at: RegExp) =>
    plain(cell)
      .split(at)
      .map((part) => plain(part.replace(/\(.*?(?:\)|$)/g, '')))
      .filter((part) => part !== '' && !/^(none|NA)$/.test(part))
  const found = new Map<string, { others: Set<string>; capitals: Set<string>; demonyms: Set<string> }>()
  const of = (name: string) => {
    const key = name.replace(/^The /, '')
    if (!found.has(key)) found.set(key, { others: new Set(), capitals: new Set(), demonyms: new Set() })
    return found.get(key)!
  }
  const same = new Map(
    Object.entries(extraCountryNames).flatMap(([name, others]) => others.map((other) => [other, name])),
  )
  for (const row of rows('countries_factbook.tsv')) {
    const [, , short = '', long = '', capital = '', noun = '', adjective = ''] = row
    const longName = plain(plain(long).replace(uncertain, ''))
    const shortName = plain(plain(short).replace(uncertain, '').replace(/,.*/, ''))
    const name = shortName === '' || shortName === 'none' ? longName : shortName
    if (name === '' || name === 'none' || !capital || capital.startsWith('Episkopi') || /^The Dominican$/.test(name))
      continue
    const country = of(same.get(name) ?? name)
    country.others.add(longName).add(name)
    for (const city of split(
      capital.replace(/;? note .*| in Romanian.*|administered from.*|no official.*/, ''),
      /;|, (?!D\.C)/,
    ))
      if (city.split(' ').length < 5) country.capitals.add(city)
    for (const cell of [noun, adjective])
      for (const word of split(cell.replace(/\((?:s|men|man|women)\)/g, '').replace(/; note.*/, ''), /,? or |[;,/] /))
        if (word.split(' ').length < 4) country.demonyms.add(word)
  }
  for (const row of rows('country_codes.tsv')) {
    const [, , cldr = '', un = '', formal = '', capital = ''] = row
    const name = plain(cldr)
    const country = of(same.get(name) ?? name.replace(/^St\. /, 'Saint ').replace(' & ', ' and '))
    for (const other of [name, plain(un).replace(/\(.*/, '').trim(), plain(formal).replace(/^the /, '')])
      if (other) country.others.add(other)
    if (capital) country.capitals.add(plain(capital))
  }
  for (const [name, list] of Object.entries(extraCountryNames)) for (const other of list) of(name).others.add(other)
  for (const [name, list] of Object.entries(extraDemonyms)) for (const other of list) of(name).demonyms.add(other)
  for (const [name, list] of Object.entries(wrongDemonyms)) for (const other of list) of(name).demonyms.delete(other)
  for (const [name, list] of Object.entries(extraCapitals)) for (const other of list) of(name).capitals.add(other)
  write('countries', {
    countries: [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { others, capitals, demonyms }]) => {
        others.delete(name)
        others.delete('none')
        return [name, [...others].join(';'), [...capitals].join(';'), [...demonyms].join(';')].join('|')
      }),
  })
}

/** Places that are no countries: states, cities, regions, waters. */
export function places({ rows, json }: Gazetteers): void {
  const cities: string[] = []
  const regions: string[] = []
  for (const [city = '', , region = ''] of rows('world_cities.tsv')) {
    if (latin(city)) cities.push(plain(city))
    if (region && latin(region)) regions.push(plain(region))
  }
  const states = json('us_counties').counties as Record<string, string[]>
  const counties = Object.values(states).flat()
  const english = json('english_towns_cities')
  const waters: string[] = [
    ...json('rivers').rivers.map((river: { name: string }) => river.name),
    ...json('oceans').seas.map((sea: { name: string }) => sea.name),
  ]
  const water = waters
    .flatMap((name) => plain(name).split(/\s*[–-]\s*|\//))
    .filter((name) => /^[A-Z][A-Za-z' ]{2,}$/.test(name))
  const whole = (list: string[]) => unique(list.map(plain)).filter((name) => name.length > 2)
  write('places', {
    states: Object.keys(states),
    cities: whole([...cities, ...english.towns, ...english.cities]),
    regions: whole([...regions, ...counties.map((name) => name.replace(/ County$/, ''))]),
    waters: whole(water),
  })
}
