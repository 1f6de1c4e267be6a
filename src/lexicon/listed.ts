/** The user's own names, looked up by what a text says. */
import type { ListedName } from '../model/index.ts'
import { foldName } from './fold.ts'

/** How a list's names are compared: without case, accents and article, one space between words. */
const keyOf = (name: string): string => foldName(name.trim().replace(/\s+/g, ' '))

/** The letters and digits that a name begins with. */
const startOf = (key: string): string => /^[\p{L}\p{N}]+/u.exec(key)?.[0] ?? key

/** A name that two entries have means neither. */
export class NameList {
  readonly #byName = new Map<string, ListedName | undefined>()
  readonly #starts = new Set<string>()
  /** Letters of the longest name. */
  readonly longest: number

  constructor(entries: readonly ListedName[]) {
    let longest = 0
    for (const entry of entries)
      for (const name of [entry.name, ...entry.aliases]) {
        const key = keyOf(name)
        const known = this.#byName.get(key)
        this.#byName.set(key, this.#byName.has(key) && known?.id !== entry.id ? undefined : entry)
        this.#starts.add(startOf(key))
        longest = Math.max(longest, name.length)
      }
    this.longest = longest
  }

  /** Whether some listed name begins with the word. */
  begins(word: string): boolean {
    return this.#starts.has(startOf(keyOf(word)))
  }

  /** Whether it is a listed name, be it of several entries. */
  has(name: string): boolean {
    return this.#byName.has(keyOf(name))
  }

  /** The one entry that has the name. */
  find(name: string): ListedName | undefined {
    return this.#byName.get(keyOf(name))
  }
}
