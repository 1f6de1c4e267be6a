import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    'a finite verb hung on the infinitive before it',
    `Peru Peru PROPN NNP 2 nsubj
     urged urge VERB VBD 0 root
     Chile Chile PROPN NNP 2 obj
     to to PART TO 5 mark
     wait wait VERB VB 2 xcomp
     and and CCONJ CC 7 cc
     left leave VERB VBD 5 conj`,
    { left: 'conj < urged' },
  ],
  [
    'a clause of what is told taken for a description of the one told',
    `Peru Peru PROPN NNP 2 nsubj
     told tell VERB VBD 0 root
     Chile Chile PROPN NNP 2 obj
     that that PRON WDT 6 obj
     miners miner NOUN NNS 6 nsubj
     wait wait VERB VBP 3 acl:relcl`,
    { wait: 'ccomp < told', that: 'mark < wait' },
  ],
  [
    'the writer of a letter taken for whom it is written to',
    `Masons mason NOUN NNS 2 nsubj
     wrote write VERB VBD 0 root
     to to ADP IN 4 case
     bishops bishop NOUN NNS 2 obl
     of of ADP IN 6 case
     towns town NOUN NNS 4 nmod
     requesting request VERB VBG 6 acl
     bells bell NOUN NNS 7 obj`,
    { requesting: 'advcl < wrote' },
  ],
  [
    'what is to be proved taken for what is asked',
    `We we PRON PRP 2 nsubj
     asked ask VERB VBD 0 root
     miners miner NOUN NNS 2 iobj
     for for ADP IN 5 case
     proof proof NOUN NN 2 obl
     that that SCONJ IN 8 mark
     pits pit NOUN NNS 8 nsubj
     closed close VERB VBD 2 ccomp`,
    { closed: 'acl < proof' },
  ],
  [
    '"whom" taken for an adverbial, its verb for a sentence beside the first',
    `Holm Holm PROPN NNP 2 nsubj
     wrote write VERB VBD 0 root
     to to ADP IN 4 case
     readers reader NOUN NNS 2 obl
     , , PUNCT , 8 punct
     whom whom PRON WP 8 obl
     he he PRON PRP 8 nsubj
     asked ask VERB VBD 2 parataxis
     to to PART TO 10 mark
     wait wait VERB VB 8 xcomp`,
    { whom: 'obj < asked', asked: 'acl:relcl < readers' },
  ],
  [
    'an infinitive behind a relative clause taken for a part of it',
    `Peru Peru PROPN NNP 2 nsubj
     urges urge VERB VBZ 0 root
     miners miner NOUN NNS 2 obj
     to to PART TO 5 mark
     pay pay VERB VB 2 xcomp
     dues due NOUN NNS 5 obj
     , , PUNCT , 9 punct
     which which PRON WDT 9 nsubj
     help help VERB VBP 6 acl:relcl
     , , PUNCT , 13 punct
     and and CCONJ CC 13 cc
     to to PART TO 13 mark
     vote vote VERB VB 9 conj`,
    { vote: 'conj < pay' },
  ],
  [
    'a place taken for who asks',
    `Fund Fund PROPN NNP 7 nsubj
     in in ADP IN 3 case
     Oslo Oslo PROPN NNP 1 nmod
     , , PUNCT , 6 punct
     which which PRON WDT 6 nsubj
     requested request VERB VBD 3 acl:relcl
     sold sell VERB VBD 0 root
     shares share NOUN NNS 7 obj`,
    { requested: 'acl:relcl < Fund' },
  ],
  [
    'the last noun before a semicolon taken for the subject behind it',
    `She she PRON PRP 2 nsubj
     made make VERB VBD 9 ccomp
     demands demand NOUN NNS 9 nsubj
     ; ; PUNCT : 5 punct
     miners miner NOUN NNS 3 conj
     had have AUX VBD 9 aux
     never never ADV RB 9 advmod
     been be AUX VBN 9 aux:pass
     asked ask VERB VBN 0 root`,
    { miners: 'nsubj < asked', demands: 'obj < made' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
