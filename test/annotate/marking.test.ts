import { describe, expect, it } from 'vitest'
import { markingLength } from '../../src/annotate/marking.ts'

describe('the marking of a paragraph of a cable', () => {
  const table: readonly [words: string, length: number, what: string][] = [
    ['3 . ( SBU ) Embassy asked for guidance .', 5, 'a number and a classification'],
    ['( C ) Poloff met the mayor .', 3, 'a classification alone'],
    ['12 . Poloff met the mayor .', 0, 'a number alone, which the treebank knows'],
    ['( SBU )', 0, 'a classification that nothing follows'],
    ['The union ( UFW ) met .', 0, 'initials within a sentence'],
    ['( UFW ) met .', 0, 'other initials'],
  ]
  for (const [words, length, what] of table)
    it(what, () => {
      expect(markingLength(words.split(' '))).toBe(length)
    })
})
