/** The words that texts or names have → those that a word with typing errors may stand for. */
import { countLeading, type Respelled } from '../model/index.ts'
import { typos } from './distance.ts'
import { fields, none } from './fields.ts'
import type { Query } from './query.ts'
import { wordsOf } from './words.ts'

/** Most words taken for one. */
const most = 6

/** Knows the words of names or of texts. Building it takes a sort; asking, a walk through the words of like length. */
export class Spelling {
  private readonly sorted: readonly string[]
  private readonly byLength = new Map<number, string[]>()
  private readonly asked = new Map<string, readonly string[]>()

  /** @param words as `wordsOf` gives them */
  constructor(words: Iterable<string>) {
    this.sorted = [...new Set(words)].sort()
    for (const word of this.sorted) {
      const list = this.byLength.get(word.length)
      if (list) list.push(word)
      else this.byLength.set(word.length, [word])
    }
  }

  /** Whether a word begins so. */
  has(beginning: string): boolean {
    const at = countLeading(this.sorted, (word) => word < beginning)
    return this.sorted[at]?.startsWith(beginning) ?? false
  }

  /** Words with the fewest typing errors, one in four to seven letters, two in more; none for a word that is known. */
  near(word: string): readonly string[] {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    if (allowed === 0 || word.length > 40 || this.has(word)) return []
    const known = this.asked.get(word)
    if (known) return known
    let least = allowed
    let found: string[] = []
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const other of this.byLength.get(length) ?? []) {
        const distance = typos(word, other, least)
        if (distance < least) [least, found] = [distance, [other]]
        else if (distance === least) found.push(other)
      }
    }
    // who types the first letter wrong is rare: those that share it come first
    found.sort((a, b) => Number(b[0] === word[0]) - Number(a[0] === word[0]) || (a < b ? -1 : 1))
    found = found.slice(0, most)
    this.asked.set(word, found)
    return found
  }
}

/** What a project knows the words of. */
export interface Vocabulary {
  readonly names: Spelling
  /** Of sentences, names and relations. */
  readonly words: Spelling
}

/** The words of a query that nothing has, with what to look for in their place. Quoted words are meant as they are. */
export function respellings(query: Query, { names, words }: Vocabulary): Respelled[] {
  const found = new Map<string, readonly string[]>()
  for (const { field, terms } of query) {
    const isText = field === 'words' || field === 'about'
    const spelling = isText ? words : fields[field].of === 'name' ? names : undefined
    if (!spelling) continue
    const typed = terms.filter(({ text, how }) => how === 'begins' && text !== none)
    for (const word of typed.flatMap(({ text }) => wordsOf(text))) {
      const near = spelling.near(word)
      if (near.length > 0) found.set(word, near)
    }
  }
  return [...found].map(([typed, taken]) => ({ typed, taken }))
}
