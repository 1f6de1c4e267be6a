import { describe, expect, it } from 'vitest'
import { withSubjectsBare } from '../../src/annotate/subject-with-case.ts'
import { markedOf, treeOf } from './marked.ts'

describe('a phrase with a preposition, taken for a subject', () => {
  it('leaves that to what stands behind its comma', () => {
    const misread = markedOf(
      'After/ADP/IN/3/case the/DET/DT/3/det vote/NOUN/NN/9/nsubj ,/PUNCT/,/6/punct the/DET/DT/6/det director/NOUN/NN/3/appos of/ADP/IN/8/case Skyport/PROPN/NNP/6/nmod left/VERB/VBD/0/root',
    )
    expect(treeOf(withSubjectsBare(misread))).toEqual([
      '3 case',
      '3 det',
      '9 obl',
      '6 punct',
      '6 det',
      '9 nsubj',
      '8 case',
      '6 nmod',
      '0 root',
    ])
  })

  it('leaves that to the other subject', () => {
    const misread = markedOf(
      'Roth/PROPN/NNP/2/nsubj said/VERB/VBD/0/root of/ADP/IN/4/case Lind/PROPN/NNP/2/nsubj ,/PUNCT/,/6/punct stay/VERB/VB/2/ccomp',
    )
    expect(treeOf(withSubjectsBare(misread))[3]).toBe('2 obl')
  })

  it('leaves that to the other subject, and keeps its own apposition', () => {
    const misread = markedOf(
      'After/ADP/IN/2/case Roth/PROPN/NNP/7/nsubj ,/PUNCT/,/5/punct the/DET/DT/5/det mayor/NOUN/NN/2/appos Lind/PROPN/NNP/7/nsubj left/VERB/VBD/0/root',
    )
    expect(treeOf(withSubjectsBare(misread))).toEqual([
      '2 case',
      '7 obl',
      '5 punct',
      '5 det',
      '2 appos',
      '7 nsubj',
      '0 root',
    ])
  })

  it.each([
    'After/ADP/IN/2/case Roth/PROPN/NNP/4/nsubj director/NOUN/NN/2/appos left/VERB/VBD/0/root',
    'Roth/PROPN/NNP/5/nsubj ,/PUNCT/,/4/punct the/DET/DT/4/det mayor/NOUN/NN/1/appos left/VERB/VBD/0/root',
    'Over/ADP/IN/2/case twenty/NUM/CD/3/nummod people/NOUN/NNS/4/nsubj left/VERB/VBD/0/root',
    'About/ADP/IN/2/case half/NOUN/NN/3/nsubj left/VERB/VBD/0/root',
  ])('is none here: %s', (line) => {
    const right = markedOf(line)
    expect(withSubjectsBare(right)).toBe(right)
  })
})
