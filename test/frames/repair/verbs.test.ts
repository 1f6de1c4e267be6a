import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    "a resolution's verb taken for a noun",
    `Urges urge NOUN NNS 4 nsubj
     states state NOUN NNS 1 nmod
     to to PART TO 4 mark
     pay pay VERB VB 0 root`,
    { Urges: 'root', states: 'obj < Urges', pay: 'xcomp < Urges' },
  ],
  [
    'the finite verb of the sentence taken for a participle',
    `Miners miner NOUN NNS 0 root
     demanded demand VERB VBN 1 acl
     masks mask NOUN NNS 2 obj`,
    { demanded: 'root', Miners: 'nsubj < demanded' },
  ],
  [
    'a second verb after a modal taken for the first noun of its object',
    `Peru Peru PROPN NNP 3 nsubj
     would would AUX MD 3 aux
     meet meet VERB VB 0 root
     allies ally NOUN NNS 3 obj
     and and CCONJ CC 7 cc
     request request NOUN NN 7 compound
     help help NOUN NN 4 conj`,
    { request: 'conj < meet', help: 'obj < request' },
  ],
  [
    'the verb of the content taken for a noun',
    `Peru Peru PROPN NNP 2 nsubj
     requested request VERB VBD 0 root
     that that SCONJ IN 2 obj
     the the DET DT 6 det
     court court NOUN NN 6 compound
     stay stay NOUN NN 3 obj`,
    { stay: 'ccomp < requested', court: 'nsubj < stay' },
  ],
  [
    'a verb of the plural taken for a noun',
    `Officials official NOUN NNS 4 nsubj
     in in ADP IN 3 case
     Lima Lima PROPN NNP 1 nmod
     demand demand NOUN NN 0 root
     that that SCONJ IN 8 mark
     dams dam NOUN NNS 8 nsubj:pass
     be be AUX VB 8 aux:pass
     opened open VERB VBN 4 acl`,
    { Officials: 'nsubj < demand', opened: 'ccomp < demand' },
  ],
  [
    'a verb behind a modal taken for a noun',
    `We we PRON PRP 2 nsubj
     met meet VERB VBD 0 root
     and and CCONJ CC 5 cc
     will will AUX MD 5 aux
     request request NOUN NN 2 conj
     miners miner NOUN NNS 5 nmod
     to to PART TO 8 mark
     wait wait VERB VB 2 advcl`,
    { miners: 'obj < request', wait: 'xcomp < request' },
  ],
  [
    '"not to mention" taken for a conjunction',
    `She she PRON PRP 2 nsubj
     begged beg VERB VBD 0 root
     me I PRON PRP 2 obj
     not not PART RB 7 cc
     to to ADP IN 4 fixed
     mention mention VERB VB 4 fixed
     maps map NOUN NNS 2 obl`,
    { mention: 'xcomp < begged', maps: 'obj < mention', not: 'advmod < mention' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
