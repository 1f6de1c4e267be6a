import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    'a participle parted from its auxiliary taken for what describes the adverbial between',
    `Peru Peru PROPN NNP 2 nsubj
     has have VERB VBZ 0 root
     for for ADP IN 6 case
     the the DET DT 6 det
     second second ADJ JJ 6 amod
     time time NOUN NN 2 obl
     asked ask VERB VBD 6 acl
     miners miner NOUN NNS 7 obj
     to to PART TO 10 mark
     wait wait VERB VB 7 xcomp`,
    { asked: 'root', has: 'aux < asked', Peru: 'nsubj < asked', time: 'obl < asked' },
  ],
  [
    'a stretch of time taken for the subject',
    `Two two NUM CD 2 nummod
     days day NOUN NNS 8 nsubj
     before before ADP IN 4 case
     talks talk NOUN NNS 2 nmod
     , , PUNCT , 6 punct
     Peru Peru PROPN NNP 4 appos
     has have AUX VBZ 8 aux
     asked ask VERB VBN 0 root
     miners miner NOUN NNS 8 obj
     to to PART TO 11 mark
     wait wait VERB VB 8 xcomp`,
    { Peru: 'nsubj < asked', days: 'obl:unmarked < asked' },
  ],
  [
    'a stretch of time taken for the head of the sentence',
    `Two two NUM CD 2 nummod
     days day NOUN NNS 0 root
     before before ADP IN 4 case
     talks talk NOUN NNS 2 nmod
     , , PUNCT , 6 punct
     Peru Peru PROPN NNP 8 nsubj
     has have AUX VBZ 8 aux
     asked ask VERB VBN 4 acl:relcl
     miners miner NOUN NNS 8 obj
     to to PART TO 11 mark
     wait wait VERB VB 8 xcomp`,
    { asked: 'root', days: 'obl:unmarked < asked' },
  ],
  [
    'words of telling between commas taken for the subject',
    `Peru Peru PROPN NNP 7 obl:unmarked
     , , PUNCT , 5 punct
     her her PRON PRP$ 5 nmod:poss
     diary diary NOUN NN 5 compound
     records record NOUN NNS 7 nsubj
     , , PUNCT , 5 punct
     insisted insist VERB VBD 0 root
     on on ADP IN 9 case
     silver silver NOUN NN 7 obl`,
    { records: 'parataxis < insisted', diary: 'nsubj < records', Peru: 'nsubj < insisted' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
