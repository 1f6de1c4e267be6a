/**
 * WordNet's nouns of people → `src/lexicon/data/people.txt`: single words that mean somebody first of all, and in most of
 * the places that WordNet's makers tagged.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { write } from './gazetteers.ts'

/** WordNet's number of the file that holds its people. */
const people = '18'
/** A word of which less than this part means somebody, by places tagged and by senses, is left out. */
const least = 0.6

/** What means a thing or a beast more often than WordNet has it. */
const others = new Set(
  `have great private forward longer heavy prior compiler closer shrink tackle hire super pro browser fossil dry knockout
  whale trawler excavator coaster buster booster rover thruster blocker batter cog avatar behemoth tracker sleeper dodger
  git mod dragon loggerhead fodder prey headliner locator indexer typesetter initiate chit gull ostrich demon embodiment
  filicide infanticide dike fastener headcounter steamroller nipper laminator ripper scrapper fixture monster primate
  automaton mannequin redact spectre polemic antique stiff comic pop gopher cuckoo retard`.split(/\s+/),
)
/** Words of abuse are left out, as their glosses tell them. */
const abuse = /\b(?:offensive|derogatory|disparaging|contemptuous|slur|obscene|adulterer|untidy)\b/

/** @param folder where `data.noun` and `index.sense` lie */
export function wordNetPeople(folder: string): void {
  const written = readPeople(join(folder, 'data.noun'))
  const found: string[] = []
  for (const [word, senses] of readSenses(join(folder, 'index.sense'))) {
    if (!/^[a-z]{3,}(-[a-z]+)*$/.test(word) || others.has(word)) continue
    const first = senses.find(({ number }) => number === 1)
    // a name is written with a capital
    if (!first || !written.get(first.synset)?.has(word)) continue
    const weight = (of: readonly Sense[]) => of.reduce((sum, { tagged, number }) => sum + tagged + 1 / number, 0)
    if (weight(senses.filter(({ synset }) => written.has(synset))) / weight(senses) >= least) found.push(word)
  }
  write('people', { Person: found.sort() })
}

/** The words of each synset of people, as they are written. */
function readPeople(path: string): Map<string, ReadonlySet<string>> {
  const synsets = new Map<string, ReadonlySet<string>>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const fields = line.split(' ')
    if (fields[1] !== people || fields[2] !== 'n' || abuse.test(line.slice(line.indexOf('|')))) continue
    const count = Number.parseInt(fields[3]!, 16)
    synsets.set(fields[0]!, new Set(Array.from({ length: count }, (_, n) => fields[4 + 2 * n]!)))
  }
  return synsets
}

interface Sense {
  readonly synset: string
  readonly number: number
  readonly tagged: number
}

/** Senses of nouns by their word. */
function readSenses(path: string): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [key, synset, number, tagged] = line.split(' ')
    const word = key?.split('%')[0]
    if (!word || !key?.startsWith(`${word}%1:`)) continue
    const list = senses.get(word) ?? []
    list.push({ synset: synset!, number: Number(number), tagged: Number(tagged) })
    senses.set(word, list)
  }
  return senses
}
