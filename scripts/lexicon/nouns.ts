/** GUM's mentions and lists of occupations → common nouns by what they stand for. */
import type { GumDocument } from '../train/gum.ts'
import { type Gazetteers, unique, write } from './gazetteers.ts'

/** @param gum - sentences with their mentions */
export function nouns({ json }: Gazetteers, gum: readonly GumDocument[]): void {
  const types: Readonly<Record<string, string>> = {
    person: 'Person',
    organization: 'Organization',
    place: 'Place',
    event: 'Event',
  }
  const counts = new Map<string, Map<string, number>>()
  for (const { sentences } of gum)
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
