/** Gazetteers → names of companies, public bodies, parties, international and armed organizations, newspapers. */
import { type Gazetteers, latin, plain, unique, write, written } from './gazetteers.ts'

const capitals = /^[A-Z][A-Z0-9&/-]{1,9}$/
const named = (text: string) =>
  plain(text)
    .replace(/^the /i, '')
    .replace(/\s*\(.*?\)/g, '')
    .trim()

/** Listed companies without their papers. A small company that is called as a person or a place would mislead. */
function companies({ rows }: Gazetteers): string[] {
  const papers =
    /\b(ETF|ETN|Fund|Trust|Notes?|Warrants?|Units?|Preferred|Depositary|Shares?|Bonds?|Debentures?|Acquisition|SPAC|Index|Rights?)\b|%/
  const kind = /,? (Common|Ordinary|Class [A-Z]|American|Series|Subordinat|Limited Partner|New |Capital Stock|\$).*$/
  const ordinary = new Set(
    ['first-names', 'surnames', 'places'].flatMap((name) => written(name).toLowerCase().split('\n')),
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

function parties({ rows, json }: Gazetteers): string[] {
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

function publicBodies({ read, rows }: Gazetteers): string[] {
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

function international({ rows }: Gazetteers): string[] {
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

function armedGroups({ json }: Gazetteers): string[] {
  const lists =
    'australia canada china egypt european_union india iran israel kazakhstan russia saudi_arabia tunisia turkey'
  return `${lists} ukraine united_arab_emirates united_kingdom united_nations united_states`
    .split(' ')
    .flatMap((country) => json(`terrorist_groups_${country}`) as string[])
    .map(named)
}

/** Organizations, by type. */
export function organizations(gazetteers: Gazetteers): void {
  const whole = (list: string[]) => unique(list.filter((name) => name.length > 1 && name.length < 70 && latin(name)))
  write('organizations', {
    Company: whole(companies(gazetteers)),
    PublicBody: whole(publicBodies(gazetteers)),
    PoliticalParty: whole(parties(gazetteers)),
    Organization: whole([...international(gazetteers), ...armedGroups(gazetteers)]),
    Media: whole((gazetteers.json('newspapers').newspapers as string[]).map(named)),
  })
}
