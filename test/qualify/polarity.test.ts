import { describe, expect, it } from 'vitest'
import type { Factuality, Polarity } from '../../src/model/index.ts'
import { polarityOf } from '../../src/qualify/polarity.ts'
import { treeOf } from '../../src/qualify/tree.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

function agree(
  expected: Polarity,
  cases: readonly (readonly [string, FrameWords])[],
  factuality: Factuality = 'actual',
) {
  it.each(cases.map(([line, frame]) => [line.replace(/[=/]\S*/g, ''), line, frame] as const))(
    '%s',
    (_, line, frame) => {
      const [sentence] = parseLines(line).sentences
      expect(polarityOf(frameOf(sentence!, frame), treeOf(sentence!), factuality)).toBe(expected)
    },
  )
}

describe('a request to do something is positive', () => {
  agree('positive', [
    [
      'They/PRON/PRP/2/nsubj told=tell/VERB/VBD/0/root us/PRON/PRP/2/obj to/PART/TO/5/mark stop/VERB/VB/2/xcomp',
      { trigger: 'told', roles: { message: 'stop' } },
    ],
    [
      'They/PRON/PRP/2/nsubj forbade=forbid/VERB/VBD/0/root us/PRON/PRP/2/obj not/PART/RB/6/advmod to/PART/TO/6/mark pay/VERB/VB/2/xcomp',
      { trigger: 'forbade', roles: { message: 'pay' }, more: { polarity: 'negative' } },
    ],
    [
      'They/PRON/PRP/4/nsubj did=do/AUX/VBD/4/aux not/PART/RB/4/advmod tell/VERB/VB/0/root us/PRON/PRP/4/obj to/PART/TO/7/mark go/VERB/VB/4/xcomp',
      { trigger: 'tell', roles: { message: 'go' } },
    ],
    [
      'They/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root us/PRON/PRP/2/obj to/PART/TO/8/mark not/PART/RB/8/advmod only/ADV/RB/8/advmod to/PART/TO/8/mark watch/VERB/VB/2/xcomp',
      { trigger: 'asked', roles: { message: 'watch' } },
    ],
  ])
})

describe('a thing of which "no" is said', () => {
  agree('positive', [
    [
      'They/PRON/PRP/2/nsubj requested=request/VERB/VBD/0/root no/DET/DT/4/det troops=troop/NOUN/NNS/2/obj',
      { trigger: 'requested', roles: { message: 'troops' } },
    ],
  ])
  agree('negative', [
    [
      'They/PRON/PRP/2/nsubj want/VERB/VBP/0/root no/DET/DT/4/det troops=troop/NOUN/NNS/2/obj',
      { trigger: 'want', roles: { message: 'troops' } },
    ],
  ])
})

describe('a request not to do something is negative', () => {
  agree('negative', [
    [
      'They/PRON/PRP/2/nsubj told=tell/VERB/VBD/0/root us/PRON/PRP/2/obj not/PART/RB/6/advmod to/PART/TO/6/mark go/VERB/VB/2/xcomp',
      { trigger: 'told', roles: { message: 'go' } },
    ],
    // the parser hung "not" under "told"
    [
      'They/PRON/PRP/2/nsubj told=tell/VERB/VBD/0/root us/PRON/PRP/2/obj not/PART/RB/2/advmod to/PART/TO/6/mark go/VERB/VB/2/xcomp',
      { trigger: 'told', roles: { message: 'go' } },
    ],
    [
      'He/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root never/ADV/RB/6/advmod to/PART/TO/6/mark be/AUX/VB/6/aux:pass named=name/VERB/VBN/2/xcomp',
      { trigger: 'asked', roles: { message: 'named' } },
    ],
    [
      'It/PRON/PRP/2/nsubj demanded=demand/VERB/VBD/0/root that/SCONJ/IN/7/mark no/DET/DT/5/det troops=troop/NOUN/NNS/7/nsubj:pass be/AUX/VB/7/aux:pass sent=send/VERB/VBN/2/ccomp',
      { trigger: 'demanded', roles: { message: 'sent' } },
    ],
    [
      "She/PRON/PRP/4/nsubj did=do/AUX/VBD/4/aux n't=not/PART/RB/4/advmod want/VERB/VB/0/root them/PRON/PRP/4/obj to/PART/TO/7/mark leave/VERB/VB/4/xcomp",
      { trigger: 'want', roles: { message: 'leave' } },
    ],
    [
      'Doctors=doctor/NOUN/NNS/2/nsubj advised=advise/VERB/VBD/0/root against/ADP/IN/5/case the/DET/DT/5/det trip/NOUN/NN/2/obl',
      { trigger: 'advised', roles: { message: 'trip' } },
    ],
    [
      'Doctors=doctor/NOUN/NNS/2/nsubj advised=advise/VERB/VBD/0/root against/ADP/IN/5/case the/DET/DT/5/det trip/NOUN/NN/2/obl',
      { trigger: 'advised', roles: { message: 'trip' }, more: { polarity: 'negative' } },
    ],
    [
      'You/PRON/PRP/4/nsubj must/AUX/MD/4/aux not/PART/RB/4/advmod pay/VERB/VB/0/root',
      { trigger: 'must', roles: { message: 'pay' } },
    ],
    [
      'They/PRON/PRP/2/nsubj told=tell/VERB/VBD/0/root us/PRON/PRP/2/obj to/PART/TO/5/mark take/VERB/VB/2/xcomp no/DET/DT/7/det action/NOUN/NN/5/obj',
      { trigger: 'told', roles: { message: 'take' } },
    ],
    [
      'They/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root us/PRON/PRP/2/obj to/PART/TO/7/mark no/ADV/RB/6/advmod longer/ADV/RBR/7/advmod call/VERB/VB/2/xcomp',
      { trigger: 'asked', roles: { message: 'call' } },
    ],
  ])
})

describe('an answer that is only imagined', () => {
  const given: [string, FrameWords] = [
    'If/SCONJ/IN/5/mark users=user/NOUN/NNS/5/nsubj do/AUX/VBP/5/aux not/PART/RB/5/advmod comply/VERB/VB/8/advcl they/PRON/PRP/8/nsubj will/AUX/MD/8/aux pay/VERB/VB/0/root',
    { trigger: 'comply', kind: 'response', roles: { speaker: 'users' } },
  ]
  describe('may be negated', () => agree('negative', [given], 'hypothetical'))
  describe('is not negated twice where it is denied', () => agree('positive', [given], 'denied'))
})
