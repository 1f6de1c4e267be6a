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

  it('may have a title that is taken for an adjective, and has what follows', () => {
    const misread = markedOf(
      'Norway/PROPN/NNP/5/nsubj official/ADJ/JJ/3/amod Lund/PROPN/NNP/1/appos again/ADV/RB/1/advmod spoke/VERB/VBD/0/root',
    )
    expect(treeOf(withBodiesBelow(misread))).toEqual(['2 compound', '3 amod', '5 nsubj', '3 advmod', '0 root'])
  })

  it('stays an apposition where the title is not the person’s', () => {
    const right = markedOf(
      'Norway/PROPN/NNP/4/nsubj chief/NOUN/NN/1/nmod:desc Lund/PROPN/NNP/1/appos spoke/VERB/VBD/0/root',
    )
    expect(withBodiesBelow(right)).toBe(right)
  })

  it('stays an apposition behind a comma', () => {
    const right = markedOf(
      'Norway/PROPN/NNP/6/nsubj ,/PUNCT/,/4/punct President/PROPN/NNP/4/nmod:desc Lund/PROPN/NNP/1/appos ,/PUNCT/,/4/punct spoke/VERB/VBD/0/root',
    )
    expect(withBodiesBelow(right)).toBe(right)
  })
})
