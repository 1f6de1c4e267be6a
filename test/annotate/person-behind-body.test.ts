import { describe, expect, it } from 'vitest'
import { withBodiesBelow } from '../../src/annotate/person-behind-body.ts'
import { markedOf, treeOf } from './marked.ts'

describe('a person with a title', () => {
  it('heads the body before the title', () => {
    const misread = markedOf(
      'Norway/PROPN/NNP/5/nsubj President/PROPN/NNP/3/nmod:desc Ada/PROPN/NNP/1/appos Lund/PROPN/NNP/3/flat spoke/VERB/VBD/0/root',
    )
    expect(treeOf(withBodiesBelow(misread))).toEqual(['2 compound', '3 nmod:desc', '5 nsubj', '3 flat', '0 root'])
  })

  it('stays an apposition behind a comma', () => {
    const right = markedOf(
      'Norway/PROPN/NNP/6/nsubj ,/PUNCT/,/4/punct President/PROPN/NNP/4/nmod:desc Lund/PROPN/NNP/1/appos ,/PUNCT/,/4/punct spoke/VERB/VBD/0/root',
    )
    expect(withBodiesBelow(right)).toBe(right)
  })
})
