import { describe, expect, it } from 'vitest'
import { type Misreading, repaired } from './repaired.ts'

const cases: Misreading[] = [
  [
    'the object of a participle taken for the subject of the clause',
    `Miners miner NOUN NNS 0 root
     demanding demand VERB VBG 1 acl
     masks mask NOUN NNS 5 nsubj:pass
     were be AUX VBD 5 aux:pass
     told tell VERB VBN 2 ccomp
     to to PART TO 7 mark
     wait wait VERB VB 5 xcomp`,
    { told: 'root', Miners: 'nsubj:pass < told', masks: 'obj < demanding' },
  ],
  [
    'a participle after a hyphen taken for the verb of the sentence',
    `Debt debt NOUN NN 3 obl
     - - PUNCT HYPH 3 punct
     ridden ride VERB VBN 0 root
     Governor governor NOUN NN 3 obj
     urged urge VERB VBD 3 acl
     miners miner NOUN NNS 5 obj
     to to PART TO 8 mark
     wait wait VERB VB 5 xcomp`,
    { urged: 'root', Governor: 'nsubj < urged', ridden: 'amod < Governor' },
  ],
  [
    'the first word of a subject taken for an adverbial',
    `Harbour Harbour PROPN NNP 3 obl:unmarked
     ministers minister NOUN NNS 3 nsubj
     demanded demand VERB VBD 0 root
     masks mask NOUN NNS 3 obj`,
    { Harbour: 'compound < ministers' },
  ],
  [
    'a number of somebody taken for a quality',
    `We we PRON PRP 2 nsubj
     asked ask VERB VBD 0 root
     several several ADJ JJ 2 obj
     of of ADP IN 6 case
     our our PRON PRP$ 6 nmod:poss
     clubs club NOUN NNS 3 obl
     to to PART TO 8 mark
     pay pay VERB VB 2 xcomp`,
    { clubs: 'nmod < several' },
  ],
  [
    'a day taken for the subject',
    `Miners miner NOUN NNS 0 root
     Friday Friday PROPN NNP 3 nsubj
     called call VERB VBD 1 acl:relcl
     for for ADP IN 5 case
     masks mask NOUN NNS 3 obl`,
    { called: 'root', Miners: 'nsubj < called', Friday: 'obl:unmarked < called' },
  ],
  [
    'a plural behind a preposition taken for a verb',
    `We we PRON PRP 2 nsubj
     pleaded plead VERB VBD 0 root
     with with SCONJ IN 6 mark
     the the DET DT 5 det
     Hill Hill PROPN NNP 6 nsubj
     tribes tribe VERB VBZ 2 advcl
     to to PART TO 8 mark
     wait wait VERB VB 6 xcomp`,
    { tribes: 'obl < pleaded', Hill: 'compound < tribes', with: 'case < tribes', wait: 'xcomp < pleaded' },
  ],
  [
    'the last of a list taken for a second verb',
    `Peru Peru PROPN NNP 2 nsubj
     asked ask VERB VBD 0 root
     offices office NOUN NNS 2 obj
     , , PUNCT , 5 punct
     schools school NOUN NNS 3 conj
     and and CCONJ CC 7 cc
     shops shop NOUN NNS 2 conj
     to to PART TO 9 mark
     close close VERB VB 2 xcomp`,
    { shops: 'conj < offices' },
  ],
  [
    'a second body taken for a part of the name of the first',
    `Peru Peru PROPN NNP 2 nsubj
     petitioned petition VERB VBD 0 root
     the the DET DT 4 det
     Ministry Ministry PROPN NNP 2 obj
     of of ADP IN 6 case
     Water Water PROPN NNP 4 nmod
     and and CCONJ CC 9 cc
     the the DET DT 9 det
     Commission Commission PROPN NNP 6 conj`,
    { Commission: 'conj < Ministry' },
  ],
  [
    'people named by a quality taken for its description',
    `The the DET DT 4 det
     poor poor ADJ JJ 4 amod
     have have AUX VBP 4 aux
     demanded demand VERB VBN 0 root
     bread bread NOUN NN 4 obj`,
    { poor: 'nsubj < demanded', The: 'det < poor' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })
})
