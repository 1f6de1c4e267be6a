import { describe, expect, it } from 'vitest'
import { repair } from '../../../src/frames/repair/index.ts'
import { type Misreading, repaired, sentenceOf } from './repaired.ts'

const cases: Misreading[] = [
  [
    'who says it taken for the last one named',
    `Lund Lund PROPN NNP 2 nsubj
     won win VERB VBD 0 root
     more more ADJ JJR 4 amod
     votes vote NOUN NNS 2 obj
     than than ADP IN 6 case
     Bell Bell PROPN NNP 2 obl
     , , PUNCT , 8 punct
     saying say VERB VBG 6 acl
     it it PRON PRP 10 nsubj
     closed close VERB VBD 8 ccomp`,
    { saying: 'advcl < won' },
  ],
  [
    'the verb of what is written down taken for a noun',
    `The the DET DT 3 det
     diary diary NOUN NN 3 compound
     records record NOUN NNS 0 root
     that that PRON WDT 6 obj
     he he PRON PRP 6 nsubj
     demanded demand VERB VBD 3 acl:relcl
     pay pay NOUN NN 6 obj`,
    { diary: 'nsubj < records', The: 'det < diary', demanded: 'ccomp < records', that: 'mark < demanded' },
  ],
  [
    'a second "that" taken for one of another noun',
    `Ada Ada PROPN NNP 2 nsubj
     said say VERB VBD 0 root
     that that SCONJ IN 5 mark
     he he PRON PRP 5 nsubj
     paid pay VERB VBD 2 ccomp
     rent rent NOUN NN 5 obj
     and and CCONJ CC 10 cc
     that that SCONJ IN 10 mark
     she she PRON PRP 10 nsubj
     asked ask VERB VBD 6 conj
     him he PRON PRP 10 obj`,
    { asked: 'conj < paid' },
  ],
  [
    'the verb of saying before another taken for what that one says',
    `Reuters Reuters PROPN NNP 2 nsubj
     reported report VERB VBD 5 ccomp
     a a DET DT 4 det
     source source NOUN NN 5 nsubj
     said say VERB VBD 0 root
     it it PRON PRP 7 nsubj
     fell fall VERB VBD 5 ccomp`,
    { reported: 'root', said: 'ccomp < reported', fell: 'ccomp < said' },
  ],
  [
    'a verb of saying taken for an auxiliary',
    `Belling bell VERB VBG 5 advcl
     replied reply VERB VBD 5 aux
     that that SCONJ IN 5 mark
     he he PRON PRP 5 nsubj
     asked ask VERB VBD 0 root`,
    { Belling: 'nsubj < replied', replied: 'root', asked: 'ccomp < replied' },
  ],
  [
    'a participle behind an aside taken for another clause',
    `Norway Norway PROPN NNP 2 nsubj
     had have AUX VBD 0 root
     not not PART RB 6 advmod
     , , PUNCT , 6 punct
     so so ADV RB 2 advmod
     , , PUNCT , 7 punct
     announced announce VERB VBD 2 conj
     plans plan NOUN NNS 7 obj`,
    { announced: 'root', had: 'aux < announced', Norway: 'nsubj < announced', not: 'advmod < announced' },
  ],
  [
    'the participle behind "having" taken for its content',
    `She she PRON PRP 2 nsubj
     denies deny VERB VBZ 0 root
     ever ever ADV RB 4 advmod
     having have VERB VBG 2 advcl
     asked ask VERB VBD 4 xcomp
     him he PRON PRP 5 obj`,
    { asked: 'xcomp < denies', having: 'aux < asked', ever: 'advmod < asked' },
  ],
]

describe('a misreading is mended', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(repaired(lines, Object.keys(expected))).toEqual(expected)
  })

  it('the past of a verb with a subject and an object taken for a participle', () => {
    const { tokens } = repair(
      sentenceOf(
        `Letters letter NOUN NNS 2 nsubj
         blamed blame VERB VBN 0 root
         clerks clerk NOUN NNS 2 obj`,
      ),
    )
    expect(tokens[1]!.xpos).toBe('VBD')
  })
})
