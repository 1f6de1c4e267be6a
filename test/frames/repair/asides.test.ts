import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    'words of saying at the end taken for a clause of what is said',
    `Crews crew NOUN NNS 3 nsubj
     must must AUX MD 3 aux
     wait wait VERB VB 0 root
     , , PUNCT , 6 punct
     it it PRON PRP 6 nsubj
     added add VERB VBD 3 xcomp`,
    { added: 'parataxis < wait', wait: 'root' },
  ],
  [
    'a verb behind an aside that is hung on the aside',
    `Peru Peru PROPN NNP 2 nsubj
     waited wait VERB VBD 0 root
     and and CCONJ CC 5 cc
     , , PUNCT , 5 punct
     noting note VERB VBG 2 advcl
     rain rain NOUN NN 5 obj
     , , PUNCT , 5 punct
     requested request VERB VBN 5 acl
     masks mask NOUN NNS 8 obj`,
    { requested: 'conj < waited', and: 'cc < requested', noting: 'advcl < requested' },
  ],
  [
    'a subject before an aside taken for the head of the sentence',
    `Peru Peru PROPN NNP 0 root
     , , PUNCT , 4 punct
     a a DET DT 4 det
     member member NOUN NN 1 appos
     , , PUNCT , 6 punct
     had have VERB VBN 1 acl
     in in ADP IN 8 case
     fact fact NOUN NN 6 obl
     begged beg VERB VBN 8 acl
     miners miner NOUN NNS 9 obj`,
    { begged: 'root', Peru: 'nsubj < begged', had: 'aux < begged', fact: 'obl < begged' },
  ],
  [
    'who asks, with an age, taken for a second subject of who reports it',
    `Holm Holm PROPN NNP 10 nsubj
     , , PUNCT , 3 punct
     47 47 NUM CD 1 amod
     , , PUNCT , 6 punct
     never never ADV RB 6 advmod
     asked ask VERB VBN 1 acl
     for for ADP IN 8 case
     bread bread NOUN NN 6 obl
     , , PUNCT , 1 punct
     said say VERB VBD 0 root
     Obi Obi PROPN NNP 10 nsubj`,
    { Holm: 'nsubj < asked', asked: 'ccomp < said' },
  ],
  [
    'what is asked taken for a part of a relative clause',
    `Police police NOUN NNS 2 nsubj
     asked ask VERB VBD 0 root
     drivers driver NOUN NNS 2 obj
     who who PRON WP 5 nsubj
     passed pass VERB VBD 3 acl:relcl
     Lima Lima PROPN NNP 5 obj
     to to PART TO 8 mark
     call call VERB VB 6 acl`,
    { call: 'xcomp < asked' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
