import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    'a preposition hung on the owner of what it belongs to',
    `Ada Ada PROPN NNP 2 nsubj
     called call VERB VBD 0 root
     for for ADP IN 4 case
     Tarvo Tarvo PROPN NNP 6 nmod:poss
     's 's PART POS 4 case
     expulsion expulsion NOUN NN 2 obj`,
    { for: 'case < expulsion', expulsion: 'obl < called' },
  ],
  [
    'a verb of requesting taken for a preposition',
    `Ada Ada PROPN NNP 2 nsubj
     rose rise VERB VBD 0 root
     , , PUNCT , 6 punct
     calling call VERB VBG 6 case
     for for ADP IN 6 case
     votes vote NOUN NNS 2 obl`,
    { calling: 'advcl < rose', votes: 'obl < calling' },
  ],
  [
    'a noun that describes a name taken for a preposition',
    `Peru Peru PROPN NNP 2 nsubj
     asked ask VERB VBD 0 root
     carmaker carmaker NOUN NN 4 case
     Alden Alden PROPN NNP 2 obl
     for for ADP IN 6 case
     masks mask NOUN NNS 2 obl`,
    { carmaker: 'compound < Alden' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
