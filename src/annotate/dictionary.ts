/** A word → the parts of speech that a dictionary gives it, by its base forms and the rules of English inflection. */

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
export type Dictionary = ReadonlyMap<string, number>

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
export function writeDictionary(dictionary: Dictionary): string {
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

export function readDictionary(text: string): Dictionary {
  const dictionary = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [bits, ...words] = line.split(' ')
    for (const word of words) dictionary.set(word, Number(bits))
  }
  return dictionary
}
