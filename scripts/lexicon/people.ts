/** Gazetteers → first names, their short forms, surnames. */
import { type Gazetteers, plain, unique, write } from './gazetteers.ts'

/** First names: female, male, or both where neither has nine in ten. */
export function firstNames({ read, rows }: Gazetteers): void {
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
export function nicknames({ read }: Gazetteers): void {
  const short = new Map<string, string[]>()
  for (const line of read('nicknames.csv').split('\n').slice(1)) {
    const [name, , nickname] = line.split(',')
    if (name && nickname) short.set(name, [...(short.get(name) ?? []), nickname.trim()])
  }
  write('nicknames', { nicknames: [...short].map(([name, list]) => [name, ...unique(list)].join(' ')) })
}

/** Surnames, most frequent first. */
export function surnames({ read, rows }: Gazetteers): void {
  const languages = ['cn', 'cz', 'fr', 'gk', 'hi', 'ie', 'il', 'it', 'kr', 'ne', 'pl', 'pt', 'ru', 'uk']
  const list = [
    ...read('surnames_us_census.txt').split('\n').slice(0, 20_000),
    ...read('common-surnames-by-country.csv')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-3) ?? ''),
    ...rows('us_congress/legislators_current.tsv').map((row) => row[2] ?? ''),
    ...languages.flatMap((code) => read(`names_by_language/surnames_${code}.txt`, 'latin1').split('\n')),
    // the Factbook has surnames in capitals
    ...rows('leaders_factbook.tsv').flatMap((row) =>
      row.slice(1).flatMap((cell) => plain(cell).match(/\b[A-Z][A-Z'-]{2,}\b/g) ?? []),
    ),
  ]
  const clean = unique(list.map((name) => plain(name).toLowerCase())).filter((name) => /^[a-z][a-z'-]+$/.test(name))
  write('surnames', { surnames: clean })
}
