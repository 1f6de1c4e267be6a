import { expect, it } from 'vitest'
import { repair } from '../../../src/frames/repair/index.ts'
import { sentenceOf } from './repaired.ts'

it('a sentence that is read rightly stays as it is, the very object', () => {
  const sentence = sentenceOf(
    `Peru Peru PROPN NNP 2 nsubj
     urged urge VERB VBD 0 root
     restraint restraint NOUN NN 2 obj`,
  )
  expect(repair(sentence)).toBe(sentence)
})
