/**
 * Entities → pairs that are worth comparing: those that share a block, that is a word of their names, an acronym, a
 * surname with an initial or with a nickname, a spelling. Blocks that are too large say nothing and are passed over, so
 * that the number of pairs stays linear in the number of entities.
 */
import { acronyms } from '../lexicon/nameMatch.ts'
import { nameAndNicknames } from '../lexicon/people.ts'
import { letters, type NameForms, skeleton } from './names.ts'

/** Most entities in a block whose members are compared with each other. */
const largestBlock = 40

/** The blocks that an entity with these names falls into. */
function blockKeys({ family, names }: NameForms): Set<string> {
  const keys = new Set<string>()
  for (const words of names) {
    const last = words.at(-1)!
    for (const word of words) if (word.length > 2) keys.add(`w ${word}`)
    if (words.length === 1) keys.add(`a ${letters(words)}`)
    else keys.add(`n ${letters(words)}`)
    if (family === 'person' && words.length > 1) {
      keys.add(`i ${words[0]![0]} ${last}`)
      for (const first of nameAndNicknames(words[0]!)) keys.add(`k ${first} ${last}`)
      keys.add(`s ${skeleton(words[0]!)} ${skeleton(last)}`)
      keys.add(`o ${[...words].sort().join(' ')}`)
    } else if (family !== 'person') {
      for (const acronym of acronyms(words)) keys.add(`a ${acronym}`)
      keys.add(`s ${words.map(skeleton).join(' ')}`)
    }
  }
  return keys
}

/**
 * Each pair of indexes that shares a block, once, the smaller index first. `mayPair` says which of a block's members
 * are worth comparing at all.
 */
export function* pairsInBlocks(
  forms: readonly (NameForms | undefined)[],
  mayPair: (a: number, b: number) => boolean,
): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>()
  for (const [at, form] of forms.entries()) {
    if (!form) continue
    for (const key of blockKeys(form)) {
      const block = blocks.get(key)
      if (!block) blocks.set(key, [at])
      // one more than is compared marks it as too large
      else if (block.length <= largestBlock) block.push(at)
    }
  }
  const seen = new Set<number>()
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > largestBlock) continue
    for (let one = 0; one < block.length; one++)
      for (let two = one + 1; two < block.length; two++) {
        const [a, b] = [block[one]!, block[two]!]
        const pair = a * forms.length + b
        if (seen.has(pair)) continue
        seen.add(pair)
        if (mayPair(a, b)) yield [a, b]
      }
  }
}
