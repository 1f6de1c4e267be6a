/**
 * Word or name as a text has it → key of the lists: small letters without accents, straight apostrophes, no article.
 * Lists are text files: a line an entry, `# title` opens a section.
 */

const marks = /\p{M}/gu
const curly = /[’‘ʻ`]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: it asks whether all is ASCII
const ascii = /^[\x00-\x7f]*$/

/** `Léa` → `lea`, `O’Brien` → `o'brien`. */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase()
  return word.normalize('NFD').replace(marks, '').replace(curly, "'").replace(/ı/g, 'i').toLowerCase()
}

/** The same for a whole name, without the article before it: `The Hague Times` → `hague times`. */
export const foldName = (name: string): string => fold(name).replace(/^the /, '')

/** A list file's sections: title → lines. */
export function sections(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of text.split('\n'))
    if (line.startsWith('# ')) found.set(line.slice(2), (lines = []))
    else if (line !== '') lines.push(line)
  return found
}

/** Makes a value when it is first asked for: a list costs nothing to whoever does not use it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** The words of a list written in one string. */
export const words = (text: string): string[] => text.trim().split(/\s+/)

/** The entries of a list written in one string, one a line or between commas. */
export const entries = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
