/** The folder of public gazetteers → their lines and cells; lists of words → the files of `src/lexicon/data`. */
import { readFileSync, writeFileSync } from 'node:fs'

export type Gazetteers = ReturnType<typeof openGazetteers>

/** @param folder - that holds them */
export function openGazetteers(folder: string) {
  const read = (name: string, encoding: BufferEncoding = 'utf8') => readFileSync(`${folder}/${name}`, encoding)
  return {
    read,
    /** Rows of cells parted by tabs, without the row of titles. */
    rows: (name: string) =>
      read(name)
        .split('\n')
        .slice(1)
        .filter((line) => line !== '')
        .map((line) => line.split('\t').map((cell) => cell.trim())),
    /** A list of dariusk's corpora. */
    json: (name: string) => JSON.parse(read(`dariusk_corpora/${name}.json`)),
  }
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&nbsp;': ' ', '&apos;': "'", '&#39;': "'" }

/** Plain Latin letters: HTML entities resolved, accents gone, as the lookups fold a word. */
export const plain = (text: string) =>
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
export const latin = (text: string) => /^[\p{Script=Latin}\d .,'&/()-]+$/u.test(text)
export const unique = (list: Iterable<string>) => [...new Set(list)]

const fileOf = (name: string) => `src/lexicon/data/${name}.txt`

/** The text of a list that was written before. */
export const written = (name: string): string => readFileSync(fileOf(name), 'utf8')

/** Writes a list in sections with titles. */
export function write(name: string, sections: Readonly<Record<string, readonly string[]>>): void {
  const text = Object.entries(sections)
    .map(([title, list]) => `# ${title}\n${list.join('\n')}\n`)
    .join('')
  writeFileSync(fileOf(name), text)
  process.stderr.write(`${name}.txt: ${(text.length / 1000).toFixed(0)} kB\n`)
}
