import { describe, expect, it } from 'vitest'
import { withPlacesBelow } from '../../src/annotate/described-by-place.ts'
import { markedOf, treeOf } from './marked.ts'

describe('a noun that a place describes', () => {
  it('heads the place, its article and what follows', () => {
    const misread = markedOf(
      'The/DET/DT/2/det Espoo/PROPN/NNP/7/nsubj ,/PUNCT/,/4/punct Finland/PROPN/NNP/2/appos ,/PUNCT/,/6/punct maker/NOUN/NN/2/appos said/VERB/VBD/0/root',
    )
    expect(treeOf(withPlacesBelow(misread))).toEqual([
      '6 det',
      '6 compound',
      '4 punct',
      '2 nmod',
      '6 punct',
      '7 nsubj',
      '0 root',
    ])
  })

  it('has what was taken for the place’s behind it', () => {
    const misread = markedOf(
      'The/DET/DT/2/det Espoo/PROPN/NNP/5/nsubj maker/NOUN/NN/2/appos here/ADV/RB/2/advmod grew/VERB/VBD/0/root',
    )
    expect(treeOf(withPlacesBelow(misread))).toEqual(['3 det', '3 compound', '5 nsubj', '3 advmod', '0 root'])
  })

  it('stays an apposition behind a name with another word than an article', () => {
    const right = markedOf(
      'Old/ADJ/JJ/2/amod Espoo/PROPN/NNP/5/nsubj ,/PUNCT/,/4/punct maker/NOUN/NN/2/appos grew/VERB/VBD/0/root',
    )
    expect(withPlacesBelow(right)).toBe(right)
  })

  it('stays an apposition where it has an article of its own', () => {
    const right = markedOf(
      'The/DET/DT/2/det Kremlin/PROPN/NNP/6/nsubj ,/PUNCT/,/5/punct the/DET/DT/5/det palace/NOUN/NN/2/appos burned/VERB/VBD/0/root',
    )
    expect(withPlacesBelow(right)).toBe(right)
  })

  it('stays an apposition behind a name without an article', () => {
    const right = markedOf('Espoo/PROPN/NNP/4/nsubj ,/PUNCT/,/3/punct maker/NOUN/NN/1/appos grew/VERB/VBD/0/root')
    expect(withPlacesBelow(right)).toBe(right)
  })
})
