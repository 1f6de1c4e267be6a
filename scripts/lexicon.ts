/**
 * Public gazetteers, and nouns of GUM's mentions → the compact lists of `src/lexicon/data`, each a text file that is
 * read as it is. `node scripts/run.js lexicon DATA`, where DATA holds `gazetteers/` and `treebank/gum/`. Sources and
 * licences are in `src/lexicon/LICENSE`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { extraCapitals, extraCountryNames, extraDemonyms, wrongDemonyms } from './lexicon-extra.ts'
import { readGum } from './train/gum.ts'

const [data] = process.argv.slice(2)
if (!data) {
  process.stderr.write('usage: node scripts/run.js lexicon DATA\n')
  process.exit(2)
}
const folder = `${data}/gazetteers`

const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const rows = (name: string) =>
  read(name)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
const json = (name: string) => JSON.parse(read(`dariusk_corpora/${name}.json`))

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&nbsp;': ' ', '&apos;': "'", '&#39;': "'" }

/** Plain Latin letters: HTML entities resolved, accents gone, as the lookups fold a word. */
const plain = (text: string) =>
  text
    .replace(/&(\w)(?:acute|grave|circ|uml|tilde|cedil|ring|slash);/g, '$1')
    .replace(/&#?\w+;/g, (entity) => entities[entity] ?? ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʻ`]/g, "'")
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, (letter) => (letter === 'Ł' ? 'L' : 'l'))
    .replace(/ı/g, 'i')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const latin = (text: string) => /^[\p{Script=Latin}\d .,'&/()-]+$/u.test(text)
const unique = (list: Iterable<string>) => [...new Set(list)]

function write(name: string, sections: Readonly<Record<string, readonly string[]>>): void {
  const text = Object.entries(sections)
    .map(([title, list]) => `# ${title}\n${list.join('\n')}\n`)
    .join('')
  writeFileSync(`src/lexicon/data/${name}.txt`, text)
  process.stderr.write(`${name}.txt: ${(text.length / 1000).toFixed(0)} kB\n`)
}

// ---- first names: female, male, or both where neither has nine in ten

function firstNames(): void {
  const counts = new Map<string, { female: number; male: number }>()
  const add = (name: string, female: number, male: number) => {
    const key = plain(name).toLowerCase()
    if (!/^[a-z][a-z'-]+$/.test(key)) return
    const count = counts.get(key) ?? { female: 0, male: 0 }
    counts.set(key, { female: count.female + female, male: count.male + male })
  }
  for (const [name, female, male] of rows('first_names_us_ssa.tsv'))
    if (Number(female) + Number(male) >= 500) add(name!, Number(female), Number(male))
  for (const line of read('common-forenames-by-country.csv').split('\n').slice(1)) {
    const cells = line.split(',')
    const gender = cells.at(-3)
    if (gender === 'F' || gender === 'M') add(cells.at(-1) ?? '', gender === 'F' ? 1000 : 0, gender === 'M' ? 1000 : 0)
  }
  for (const name of read('kantrowitz_names/female.txt').split('\n')) add(name, 200, 0)
  for (const name of read('kantrowitz_names/male.txt').split('\n')) add(name, 0, 200)
  for (const [, first, , gender] of rows('us_congress/legislators_current.tsv'))
    add(first ?? '', gender === 'F' ? 100 : 0, gender === 'M' ? 100 : 0)
  const names = [...counts].sort((a, b) => b[1].female + b[1].male - a[1].female - a[1].male)
  const share = ({ female, male }: { female: number; male: number }) => female / (female + male)
  write('first-names', {
    female: names.filter(([, count]) => share(count) >= 0.9).map(([name]) => name),
    male: names.filter(([, count]) => share(count) <= 0.1).map(([name]) => name),
    both: names.filter(([, count]) => share(count) > 0.1 && share(count) < 0.9).map(([name]) => name),
  })
}

/** A line a name: the name, then its short forms. */
function nicknames(): void {
  const short = new Map<string, string[]>()
  for (const line of read('nicknames.csv').split('\n').slice(1)) {
    const [name, , nickname] = line.split(',')
    if (name && nickname) short.set(name, [...(short.get(name) ?? []), nickname.trim()])
  }
  write('nicknames', { nicknames: [...short].map(([name, list]) => [name, ...unique(list)].join(' ')) })
}

// ---- surnames, most frequent first

function surnames(): void {
  const languages = ['cn', 'cz', 'fr', 'gk', 'hi', 'ie', 'il', 'it', 'kr', 'ne', 'pl', 'pt', 'ru', 'uk']
  const list = [
    ...read('surnames_us_census.txt').split('\n').slice(0, 20_000),
    ...read('common-surnames-by-country.csv')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-3) ?? ''),
    ...rows('us_congress/legislators_current.tsv').map((row) => row[2] ?? ''),
    ...languages.flatMap((code) =>
      readFileSync(`${folder}/names_by_language/surnames_${code}.txt`, 'latin1').split('\n'),
    ),
    // the Factbook has surnames in capitals
    ...rows('leaders_factbook.tsv').flatMap((row) =>
      row.slice(1).flatMap((cell) => plain(cell).match(/\b[A-Z][A-Z'-]{2,}\b/g) ?? []),
    ),
  ]
  const clean = unique(list.map((name) => plain(name).toLowerCase())).filter((name) => /^[a-z][a-z'-]+$/.test(name))
  write('surnames', { surnames: clean })
}

// ---- countries: name | other names | capitals | demonyms

function countries(): void {
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

// ---- other places

function places(): void {
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

// ---- organizations, by type

const capitals = /^[A-Z][A-Z0-9&/-]{1,9}$/
const named = (text: string) =>
  plain(text)
    .replace(/^the /i, '')
    .replace(/\s*\(.*?\)/g, '')
    .trim()

/** Listed companies without their papers. A small company that is called as a person or a place would mislead. */
function companies(): string[] {
  const papers =
    /\b(ETF|ETN|Fund|Trust|Notes?|Warrants?|Units?|Preferred|Depositary|Shares?|Bonds?|Debentures?|Acquisition|SPAC|Index|Rights?)\b|%/
  const kind = /,? (Common|Ordinary|Class [A-Z]|American|Series|Subordinat|Limited Partner|New |Capital Stock|\$).*$/
  const ordinary = new Set(
    ['first-names', 'surnames', 'places'].flatMap((name) =>
      readFileSync(`src/lexicon/data/${name}.txt`, 'utf8').toLowerCase().split('\n'),
    ),
  )
  return rows('companies_us_listed.tsv')
    .filter(
      ([name = '', source]) =>
        source === 's-and-p-500-companies' ||
        !ordinary.has(name.split(/,? /)[0]!.toLowerCase()) ||
        name.split(' ').length > 2,
    )
    .map(([name = '']) =>
      plain(name)
        .replace(kind, '')
        .replace(/\(.*?\)/g, '')
        .trim(),
    )
    .filter((name) => name !== '' && !papers.test(name))
    .map((name) =>
      name
        .replace(
          /,? (?:Inc|Corp|Corporation|Incorporated|Limited|Ltd|LLC|plc|PLC|Co|Company|N\.?V|S\.?A|L\.?P|Group|Holdings?)\b\.?(?=,|$| (?:Inc|Corp|Ltd|Limited|plc|PLC|Co|Company|LLC))/g,
          '',
        )
        .trim(),
    )
    .filter((name) => name.length > 2 && !/^[a-z0-9]/.test(name))
}

function parties(): string[] {
  const word = /\b(?:Party|Movement|Front|Union|Alliance|Coalition|Democrats|Congress|League|Bloc|Rally)\b/
  const name = /(?:\b(?:[A-Z][\p{L}'-]*|of|for|the|and|de|la)\b[ ]?){2,7}/gu
  const factbook = rows('parties_factbook.tsv').flatMap((row) =>
    (plain(row[1] ?? '').split(/ or [A-Z-]{2,}|\[.*?\]|\(|\)|;|:|,|\d/) ?? []).flatMap(
      (part) => part.match(name) ?? [],
    ),
  )
  const british: string[] = json('uk_political_parties').parties
  return [...factbook, ...british]
    .map((text) => named(text).replace(/^(?:of|for|and|de|la) | (?:of|for|the|and|de|la)$/g, ''))
    .filter(
      (text) => word.test(text) && /^[A-Z]/.test(text) && text.split(' ').length > 1 && text.split(' ').length < 8,
    )
}

function publicBodies(): string[] {
  const federal = rows('us_government_organizations.tsv')
    .filter(([type = '']) => type.startsWith('Federal') || type === 'Interstate')
    .map(([, name = '']) => name)
  const bureaus = read('us_federal_agencies_bureaus.csv')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  const committees = [...read('us_congress/committees-current.yaml').matchAll(/^\s*name: (.+)$/gm)].map(
    (match) => match[1]!,
  )
  const courts = rows('institutions_factbook.tsv').flatMap((row) => [
    ...(plain(row[1] ?? '').match(/(?:[A-Z][a-z]+ )*(?:Assembly|Parliament|Congress|Council|Senate|Legislature)\b/g) ??
      []),
    ...(plain(row[2] ?? '').match(/(?:[A-Z][a-z]+ )+(?:Court|Tribunal|Council)(?: of [A-Z][a-z]+)?/g) ?? []),
  ])
  return [...federal, ...bureaus, ...committees, ...courts]
    .map(named)
    .filter((name) => name.split(' ').length > 1 || /^[A-Z]{3,}$/.test(name))
}

function international(): string[] {
  const members = rows('institutions_factbook.tsv').flatMap((row) =>
    plain(row[3] ?? '')
      .replace(/\(.*?\)/g, '')
      .split(/[,;] ?/),
  )
  return [
    ...rows('un_agencies.tsv').flatMap((row) => [row[0] ?? '', row[3] ?? '']),
    ...rows('un_un_entities_20191017.tsv').flatMap((row) => row.slice(0, 3)),
    ...members.filter((name) => capitals.test(name) && name.length > 2),
  ].map(named)
}

function armedGroups(): string[] {
  const lists =
    'australia canada china egypt european_union india iran israel kazakhstan russia saudi_arabia tunisia turkey'
  return `${lists} ukraine united_arab_emirates united_kingdom united_nations united_states`
    .split(' ')
    .flatMap((country) => json(`terrorist_groups_${country}`) as string[])
    .map(named)
}

function organizations(): void {
  const whole = (list: string[]) => unique(list.filter((name) => name.length > 1 && name.length < 70 && latin(name)))
  write('organizations', {
    Company: whole(companies()),
    PublicBody: whole(publicBodies()),
    PoliticalParty: whole(parties()),
    Organization: whole([...international(), ...armedGroups()]),
    Media: whole((json('newspapers').newspapers as string[]).map(named)),
  })
}

// ---- common nouns: what the mentions that they head are, in GUM; occupations

function nouns(): void {
  const types: Readonly<Record<string, string>> = {
    person: 'Person',
    organization: 'Organization',
    place: 'Place',
    event: 'Event',
  }
  const counts = new Map<string, Map<string, number>>()
  for (const { sentences } of readGum(`${data}/treebank/gum/train.conllu`))
    for (const { words, mentions } of sentences)
      for (const { head, type } of mentions) {
        const word = words[head]
        if (word?.upos !== 'NOUN' || !/^[a-z][a-z-]+$/.test(word.lemma)) continue
        const count = counts.get(word.lemma) ?? new Map<string, number>()
        counts.set(word.lemma, count.set(type, (count.get(type) ?? 0) + 1))
      }
  const lists: Record<string, string[]> = { Person: [], Organization: [], Place: [], Event: [] }
  for (const [noun, count] of counts) {
    const total = [...count.values()].reduce((a, b) => a + b)
    const [type, most] = [...count].sort((a, b) => b[1] - a[1])[0]!
    if (types[type] && most >= 2 && most / total >= 0.8) lists[types[type]]!.push(noun)
  }
  const occupations = new Set(
    (json('occupations').occupations as string[]).map((job) => job.split(' ').at(-1)!.toLowerCase()),
  )
  const agent = /(?:ist|ician|arian|eer|ess|ologist|ographer|smith|man|woman|keeper|worker|maker)$/
  for (const noun of [...occupations, ...(json('personal_nouns').personalNouns as string[])]) {
    const count = counts.get(noun)
    const people = count?.get('person') ?? 0
    const others = [...(count?.values() ?? [])].reduce((a, b) => a + b, 0) - people
    if (/^[a-z]{4,}$/.test(noun) && (count ? people > others : occupations.has(noun) || agent.test(noun)))
      lists['Person']!.push(noun)
  }
  write('nouns', Object.fromEntries(Object.entries(lists).map(([type, list]) => [type, unique(list).sort()])))
}

nouns()
firstNames()
nicknames()
surnames()
countries()
places()
organizations()
