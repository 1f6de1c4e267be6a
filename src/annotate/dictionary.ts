/** A word → the parts of speech that a dictionary gives it, by its base forms and the rules of English inflection. */
import { hashStep, hashString, noHash, scramble } from './hashing.ts'

/** Bits of a word's parts of speech. */
export const partOfSpeech = {
  noun: 1,
  verb: 2,
  adjective: 4,
  adverb: 8,
  past: 16,
  participle: 32,
  gerund: 64,
  thirdPerson: 128,
  plural: 256,
} as const

/** Base forms and irregular forms, normalized → bits. */
export interface Dictionary {
  get(word: string): number | undefined
}

const { noun, verb, past, participle, gerund, thirdPerson, plural } = partOfSpeech

/** Bits of a normalized word, 0 if nothing is known of it. */
export function lookUp(dictionary: Dictionary, word: string): number {
  const base = (cut: number, add = '') => dictionary.get(word.slice(0, word.length - cut) + add) ?? 0
  let bits = dictionary.get(word) ?? 0
  if (word.length < 4) return bits
  if (word.endsWith('s')) {
    const of = base(1) | (word.endsWith('es') ? base(2) : 0) | (word.endsWith('ies') ? base(3, 'y') : 0)
    bits |= (of & noun ? plural : 0) | (of & verb ? thirdPerson : 0)
  } else if (word.endsWith('ing')) {
    if ((base(3) | base(3, 'e') | undoubled(3)) & verb) bits |= gerund
  } else if (word.endsWith('ed')) {
    if ((base(2) | base(1) | undoubled(2) | (word.endsWith('ied') ? base(3, 'y') : 0)) & verb) bits |= past | participle
  }
  return bits

  /** "stopping", "stopped" → "stop". */
  function undoubled(cut: number): number {
    const end = word.length - cut
    return end > 2 && word[end - 1] === word[end - 2] ? base(cut + 1) : 0
  }
}

/** A dictionary as text, a line for all words of the same bits. */
export function writeDictionary(dictionary: ReadonlyMap<string, number>): string {
  const lines = new Map<number, string[]>()
  for (const [word, bits] of [...dictionary].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!lines.has(bits)) lines.set(bits, [])
    lines.get(bits)!.push(word)
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([bits, words]) => `${bits} ${words.join(' ')}`)
    .join('\n')
}

const space = 32

/**
 * Reads what `writeDictionary` wrote. The words are not kept, only their hashes, which takes a fifth of the time: of the
 * words that are in no dictionary, two in a hundred thousand are taken for one that is.
 */
export function readDictionary(text: string): Dictionary {
  let gaps = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) gaps++
  const words = new HashedWords(gaps)
  for (let at = 0; at < text.length; ) {
    const gap = text.indexOf(' ', at)
    const line = text.indexOf('\n', at)
    const end = line < 0 ? text.length : line
    const bits = Number(text.slice(at, gap))
    // as `hashString`, which would read each word twice
    let hash = noHash
    for (let i = gap + 1; i < end; i++) {
      const unit = text.charCodeAt(i)
      if (unit !== space) {
        hash = hashStep(hash, unit)
        continue
      }
      words.set(scramble(hash), bits)
      hash = noHash
    }
    words.set(scramble(hash), bits)
    at = end + 1
  }
  return { get: (word) => words.get(hashString(word)) }
}

/** Hashes → small numbers that are not 0, in an open table. */
class HashedWords {
  private readonly mask: number
  private readonly hashes: Int32Array
  private readonly values: Uint16Array

  /** @param most - how many there may be */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2))
    this.mask = size - 1
    this.hashes = new Int32Array(size)
    this.values = new Uint16Array(size)
  }

  private placeOf(hash: number): number {
    let at = hash & this.mask
    while (this.values[at] !== 0 && this.hashes[at] !== hash) at = (at + 1) & this.mask
    return at
  }

  set(hash: number, value: number): void {
    const at = this.placeOf(hash)
    this.hashes[at] = hash
    this.values[at] = value
  }

  get(hash: number): number | undefined {
    return this.values[this.placeOf(hash)] || undefined
  }
}
