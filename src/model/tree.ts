import type { Sentence } from './sentence.ts'

const known = new WeakMap<Sentence, readonly (readonly number[])[]>()

/** For each token of a sentence the indexes from 0 of its dependents, in the order of the text. */
export function dependents(sentence: Sentence): readonly (readonly number[])[] {
  let found = known.get(sentence)
  if (!found) {
    const lists: number[][] = sentence.tokens.map(() => [])
    sentence.tokens.forEach((token, index) => {
      if (token.head > 0) lists[token.head - 1]?.push(index)
    })
    known.set(sentence, (found = lists))
  }
  return found
}
