import { describe, expect, it } from 'vitest'
import type { Factuality } from '../../src/model/index.ts'
import { factualityOf, messagesOf } from '../../src/qualify/factuality.ts'
import { treeOf } from '../../src/qualify/tree.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

type Case = readonly [words: string, frame: FrameWords, ...others: FrameWords[]]

/** Reads `[trigger, roles]` off each case and compares. */
function agree(expected: Factuality, cases: readonly Case[]) {
  it.each(cases.map((words) => [words[0].replace(/[=/]\S*/g, ''), words] as const))(
    '%s',
    (_, [line, frame, ...others]) => {
      const [sentence] = parseLines(line).sentences
      const subject = frameOf(sentence!, frame)
      const all = [subject, ...others.map((other) => frameOf(sentence!, other))]
      expect(factualityOf(subject, treeOf(sentence!), messagesOf(all))).toBe(expected)
    },
  )
}

const asked: FrameWords = { trigger: 'asked', roles: { speaker: 'board', addressee: 'firm', message: 'leave' } }
const ask: FrameWords = { trigger: 'ask', roles: { speaker: 'board', addressee: 'firm', message: 'leave' } }

describe('what is told of is actual', () => {
  agree('actual', [
    [
      'They/PRON/PRP/2/nsubj wait/VERB/VBP/0/root until/SCONJ/IN/5/mark the/DET/DT/5/det vote/NOUN/NN/2/advcl ~,/PUNCT/,/9/punct but/CCONJ/CC/9/cc he/PRON/PRP/9/nsubj refused=refuse/VERB/VBD/5/conj',
      { trigger: 'refused', kind: 'response', roles: { speaker: 'he' } },
    ],
  ])
  agree('actual', [
    [
      'Lund/PROPN/NNP/2/nsubj proposed=propose/VERB/VBD/0/root ~:/PUNCT/:/6/punct "/PUNCT/``/6/punct I/PRON/PRP/6/nsubj ask/VERB/VBP/2/ccomp you/PRON/PRP/6/obj to/PART/TO/9/mark wait/VERB/VB/6/xcomp',
      { trigger: 'ask', roles: { speaker: 'I', addressee: 'you', message: 'wait' } },
    ],
  ])
  const said: FrameWords = { trigger: 'state', kind: 'communication', roles: { speaker: 'We' } }
  agree('actual', [
    [
      'We/PRON/PRP/3/nsubj would/AUX/MD/3/aux like/VERB/VB/0/root to/PART/TO/5/mark state/VERB/VB/3/xcomp that/SCONJ/IN/8/mark it/PRON/PRP/8/nsubj holds=hold/VERB/VBZ/5/ccomp',
      said,
    ],
    [
      'We/PRON/PRP/3/nsubj can/AUX/MD/3/aux state/VERB/VB/0/root that/SCONJ/IN/6/mark it/PRON/PRP/6/nsubj holds=hold/VERB/VBZ/3/ccomp',
      said,
    ],
    [
      'Ada/PROPN/NNP/3/nsubj is=be/AUX/VBZ/3/cop pleased/ADJ/JJ/0/root to/PART/TO/5/mark announce/VERB/VB/3/xcomp changes=change/NOUN/NNS/5/obj',
      { trigger: 'announce', kind: 'communication', roles: { speaker: 'Ada', message: 'changes' } },
    ],
    [
      'Rebels=rebel/NOUN/NNS/2/nsubj claim/VERB/VBP/0/root to/PART/TO/5/mark have/AUX/VB/5/aux taken=take/VERB/VBN/2/xcomp Orel/PROPN/NNP/5/obj',
      { trigger: 'taken', kind: 'action', roles: { agent: 'Rebels', patient: 'Orel' } },
    ],
    [
      'They/PRON/PRP/2/nsubj announce/VERB/VBP/0/root plans=plan/NOUN/NNS/2/obj to/PART/TO/5/mark leave/VERB/VB/3/acl ~,/PUNCT/,/7/punct citing=cite/VERB/VBG/5/advcl costs=cost/NOUN/NNS/7/obj',
      { trigger: 'citing', kind: 'communication', roles: { speaker: 'They', message: 'costs' } },
    ],
    [
      'Members=member/NOUN/NNS/2/nsubj voted=vote/VERB/VBD/0/root to/PART/TO/4/mark elect/VERB/VB/2/advcl Ana/PROPN/NNP/4/obj',
      { trigger: 'elect', kind: 'action', roles: { agent: 'Members', patient: 'Ana' } },
    ],
  ])
})

describe('a request that was made is actual', () => {
  agree('actual', [
    [
      'They/PRON/PRP/4/nsubj did=do/AUX/VBD/4/aux not/PART/RB/4/advmod repeat/VERB/VB/0/root their/PRON/PRP$/6/nmod:poss demand/NOUN/NN/4/obj',
      { trigger: 'demand', roles: { speaker: 'They' } },
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/5/det firm/NOUN/NN/3/obj to/PART/TO/7/mark leave/VERB/VB/3/xcomp',
      asked,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/5/det firm/NOUN/NN/3/obj not/PART/RB/3/advmod to/PART/TO/8/mark leave/VERB/VB/3/xcomp',
      asked,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/5/nsubj not/PART/RB/5/advmod only/ADV/RB/3/advmod asked=ask/VERB/VBD/0/root the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      asked,
    ],
    [
      'He/PRON/PRP/2/nsubj knew=know/VERB/VBD/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det board/NOUN/NN/6/nsubj asked=ask/VERB/VBD/2/ccomp the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      asked,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj wrote=write/VERB/VBD/0/root to/PART/TO/5/mark ask/VERB/VB/3/advcl the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'We/PRON/PRP/3/nsubj must/AUX/MD/3/aux ask/VERB/VB/0/root you/PRON/PRP/3/obj to/PART/TO/6/mark leave/VERB/VB/3/xcomp',
      { trigger: 'ask', roles: { speaker: 'We', addressee: 'you', message: 'leave' } },
    ],
    [
      'They/PRON/PRP/2/nsubj rejected=reject/VERB/VBD/0/root the/DET/DT/4/det request/NOUN/NN/2/obj',
      { trigger: 'request' },
    ],
    [
      'Why/ADV/WRB/5/advmod did=do/AUX/VBD/5/aux the/DET/DT/4/det board/NOUN/NN/5/nsubj ask/VERB/VB/0/root the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp ?/PUNCT/./5/punct',
      ask,
    ],
  ])
})

describe('an order of words that only seems to deny', () => {
  agree('actual', [
    [
      'He/PRON/PRP/2/nsubj left=leave/VERB/VBD/0/root ~,/PUNCT/,/2/punct instead/ADV/RB/5/advmod asking=ask/VERB/VBG/2/advcl the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark stay/VERB/VB/5/xcomp',
      { trigger: 'asking', roles: { speaker: 'He', addressee: 'firm', message: 'stay' } },
    ],
    [
      'He/PRON/PRP/4/nsubj would/AUX/MD/4/aux later/ADV/RB/4/advmod ask/VERB/VB/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark stay/VERB/VB/4/xcomp',
      { trigger: 'ask', roles: { speaker: 'He', addressee: 'firm', message: 'stay' } },
    ],
  ])
})

describe('what was done again and again was done', () => {
  agree('actual', [
    [
      'The/DET/DT/2/det priest/NOUN/NN/4/nsubj would/AUX/MD/4/aux ask/VERB/VB/0/root the/DET/DT/6/det boys=boy/NOUN/NNS/4/obj to/PART/TO/8/mark sing/VERB/VB/4/xcomp every/DET/DT/10/det spring/NOUN/NN/4/obl',
      { trigger: 'ask', roles: { speaker: 'priest', addressee: 'boys', message: 'sing' } },
    ],
    [
      'They/PRON/PRP/3/nsubj would/AUX/MD/3/aux demand/VERB/VB/0/root money/NOUN/NN/3/obj',
      { trigger: 'demand', roles: { speaker: 'They', message: 'money' } },
    ],
  ])
  agree('hypothetical', [
    [
      'They/PRON/PRP/3/nsubj would/AUX/MD/3/aux demand/VERB/VB/0/root money/NOUN/NN/3/obj if/SCONJ/IN/7/mark we/PRON/PRP/7/nsubj left=leave/VERB/VBD/3/advcl',
      { trigger: 'demand', roles: { speaker: 'They', message: 'money' } },
    ],
  ])
})

describe('what a first person says with a modal is said', () => {
  agree('actual', [
    [
      'I/PRON/PRP/3/nsubj would/AUX/MD/3/aux say/VERB/VB/0/root he/PRON/PRP/5/nsubj left=leave/VERB/VBD/3/ccomp',
      { trigger: 'say', kind: 'communication', roles: { speaker: 'I', message: 'left' } },
    ],
  ])
  agree('hypothetical', [
    [
      'He/PRON/PRP/3/nsubj might/AUX/MD/3/aux say/VERB/VB/0/root he/PRON/PRP/5/nsubj left=leave/VERB/VBD/3/ccomp',
      { trigger: 'say', kind: 'communication', roles: { speaker: 'He', message: 'left' } },
    ],
  ])
})

describe('a request that the text says was not made is denied', () => {
  agree('denied', [
    [
      'He/PRON/PRP/6/nsubj:pass had=have/AUX/VBD/6/aux never/ADV/RB/4/advmod once/ADV/RB/6/advmod been=be/AUX/VBN/6/aux:pass asked=ask/VERB/VBN/0/root to/PART/TO/8/mark leave/VERB/VB/6/xcomp',
      { trigger: 'asked', roles: { addressee: 'He', message: 'leave' } },
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/4/nsubj never/ADV/RB/4/advmod asked=ask/VERB/VBD/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp',
      asked,
    ],
    [
      'Nobody/PRON/NN/2/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/4/det firm/NOUN/NN/2/obj to/PART/TO/6/mark leave/VERB/VB/2/xcomp',
      { trigger: 'asked', roles: { speaker: 'Nobody', addressee: 'firm', message: 'leave' } },
    ],
    [
      'Neither/DET/DT/2/det side/NOUN/NN/3/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/5/det firm/NOUN/NN/3/obj to/PART/TO/7/mark leave/VERB/VB/3/xcomp',
      { trigger: 'asked', roles: { speaker: 'side', addressee: 'firm', message: 'leave' } },
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj refused=refuse/VERB/VBD/0/root to/PART/TO/5/mark ask/VERB/VB/3/xcomp the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'He/PRON/PRP/2/nsubj denies=deny/VERB/VBZ/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det board/NOUN/NN/6/nsubj asked=ask/VERB/VBD/2/ccomp the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      asked,
    ],
    [
      'They/PRON/PRP/4/nsubj did=do/AUX/VBD/4/aux not/PART/RB/4/advmod make/VERB/VB/0/root a/DET/DT/6/det request/NOUN/NN/4/obj',
      { trigger: 'request' },
    ],
    [
      'No/DET/DT/2/det request/NOUN/NN/4/nsubj:pass was=be/AUX/VBD/4/aux:pass made=make/VERB/VBN/0/root',
      { trigger: 'request' },
    ],
    [
      'They/PRON/PRP/2/nsubj left=leave/VERB/VBD/0/root without/SCONJ/IN/4/mark asking=ask/VERB/VBG/2/advcl the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark stay/VERB/VB/4/xcomp',
      { trigger: 'asking', roles: { addressee: 'firm', message: 'stay' } },
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/5/nsubj will/AUX/MD/5/aux not/PART/RB/5/advmod ask/VERB/VB/0/root the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
  ])
})

describe('a condition at the head of a sentence, however it is parsed', () => {
  agree('hypothetical', [
    [
      'Unless/SCONJ/IN/3/dep they/PRON/PRP/3/nsubj ask/VERB/VBP/0/root ~,/PUNCT/,/3/punct we/PRON/PRP/6/nsubj wait/VERB/VBP/3/parataxis',
      { trigger: 'ask', roles: { speaker: 'they' } },
    ],
    [
      'Had=have/AUX/VBD/3/aux they/PRON/PRP/3/nsubj asked=ask/VERB/VBN/0/root ~,/PUNCT/,/3/punct we/PRON/PRP/7/nsubj would/AUX/MD/7/aux wait/VERB/VB/3/parataxis',
      { trigger: 'asked', roles: { speaker: 'they' } },
    ],
    [
      'Should/AUX/MD/3/aux mayors=mayor/NOUN/NNS/3/compound request/NOUN/NN/0/root ~,/PUNCT/,/3/punct we/PRON/PRP/6/nsubj wait/VERB/VBP/3/parataxis',
      { trigger: 'request', roles: { speaker: 'mayors' } },
    ],
  ])
})

describe('what was not done, by other words', () => {
  agree('denied', [
    [
      'They/PRON/PRP/2/nsubj requested=request/VERB/VBD/0/root no/DET/DT/4/det troops=troop/NOUN/NNS/2/obj',
      { trigger: 'requested', roles: { speaker: 'They', message: 'troops' } },
    ],
    [
      'He/PRON/PRP/2/nsubj has=have/VERB/VBZ/0/root yet/ADV/RB/5/advmod to/PART/TO/5/mark ask/VERB/VB/2/xcomp',
      { trigger: 'ask', roles: { speaker: 'He' } },
    ],
    [
      'He/PRON/PRP/2/nsubj stopped=stop/VERB/VBD/0/root short/ADV/RB/2/advmod of/SCONJ/IN/5/mark asking=ask/VERB/VBG/2/advcl',
      { trigger: 'asking', roles: { speaker: 'He' } },
    ],
    [
      'She/PRON/PRP/2/nsubj rejected=reject/VERB/VBD/0/root claims=claim/NOUN/NNS/2/obj that/SCONJ/IN/6/mark he/PRON/PRP/6/nsubj asked=ask/VERB/VBD/3/acl',
      { trigger: 'asked', roles: { speaker: 'he' } },
    ],
  ])
})

describe('a question', () => {
  agree('actual', [
    // only the quotation asks
    [
      'He/PRON/PRP/2/nsubj said=say/VERB/VBD/0/root ~,/PUNCT/,/2/punct "/PUNCT/``/6/punct ~Who/PRON/WP/6/nsubj comes=come/VERB/VBZ/2/ccomp ~?/PUNCT/./6/punct ~"/PUNCT/\'\'/6/punct',
      { trigger: 'said', kind: 'communication', roles: { speaker: 'He', message: 'comes' } },
    ],
    [
      'We/PRON/PRP/2/nsubj said=say/VERB/VBD/0/root ~,/PUNCT/,/2/punct what/PRON/WP/5/nsubj comes=come/VERB/VBZ/2/ccomp ~?/PUNCT/./5/punct',
      { trigger: 'said', kind: 'communication', roles: { speaker: 'We', message: 'comes' } },
    ],
  ])
  agree('hypothetical', [
    [
      'Did=do/AUX/VBD/3/aux he/PRON/PRP/3/nsubj say/VERB/VB/0/root who/PRON/WP/5/nsubj comes=come/VERB/VBZ/3/ccomp ~?/PUNCT/./3/punct',
      { trigger: 'say', kind: 'communication', roles: { speaker: 'he', message: 'comes' } },
    ],
  ])
})

describe('what was stopped had been so', () => {
  agree('actual', [
    [
      'They/PRON/PRP/2/nsubj stopped=stop/VERB/VBD/0/root asking=ask/VERB/VBG/2/xcomp him/PRON/PRP/3/obj to/PART/TO/6/mark leave/VERB/VB/3/xcomp',
      { trigger: 'asking', roles: { speaker: 'They', addressee: 'him', message: 'leave' } },
    ],
  ])
  agree('denied', [
    [
      'They/PRON/PRP/5/nsubj will/AUX/MD/5/aux no/ADV/RB/4/advmod longer/ADV/RBR/5/advmod ask/VERB/VB/0/root him/PRON/PRP/5/obj to/PART/TO/8/mark leave/VERB/VB/5/xcomp',
      { trigger: 'ask', roles: { speaker: 'They', addressee: 'him', message: 'leave' } },
    ],
  ])
})

describe('a request still to come is future', () => {
  agree('future', [
    [
      'The/DET/DT/2/det board/NOUN/NN/4/nsubj will/AUX/MD/4/aux ask/VERB/VB/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj plans=plan/VERB/VBZ/0/root to/PART/TO/5/mark ask/VERB/VB/3/xcomp the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/5/nsubj is=be/AUX/VBZ/5/aux to/PART/TO/5/mark ask/VERB/VB/0/root the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'He/PRON/PRP/2/nsubj said=say/VERB/VBD/0/root the/DET/DT/4/det board/NOUN/NN/6/nsubj would/AUX/MD/6/aux ask/VERB/VB/2/ccomp the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/4/nsubj will/AUX/MD/4/aux meet/VERB/VB/0/root and/CCONJ/CC/6/cc ask/VERB/VB/4/conj the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      ask,
    ],
    [
      'They/PRON/PRP/3/nsubj will/AUX/MD/3/aux submit/VERB/VB/0/root a/DET/DT/5/det request/NOUN/NN/3/obj',
      { trigger: 'request' },
    ],
  ])
})

describe('a request that may be, or would be, is hypothetical', () => {
  agree('hypothetical', [
    [
      'The/DET/DT/2/det board/NOUN/NN/4/nsubj may/AUX/MD/4/aux ask/VERB/VB/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/5/nsubj might/AUX/MD/5/aux not/PART/RB/5/advmod ask/VERB/VB/0/root the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'If/SCONJ/IN/4/mark the/DET/DT/3/det board/NOUN/NN/4/nsubj asks=ask/VERB/VBZ/11/advcl the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp it/PRON/PRP/11/nsubj will/AUX/MD/11/aux go/VERB/VB/0/root',
      { trigger: 'asks', roles: { speaker: 'board', addressee: 'firm', message: 'leave' } },
    ],
    [
      'Should/AUX/MD/4/aux the/DET/DT/3/det board/NOUN/NN/4/nsubj ask/VERB/VB/9/advcl the/DET/DT/6/det firm/NOUN/NN/4/obj it/PRON/PRP/9/nsubj will/AUX/MD/9/aux go/VERB/VB/0/root',
      { trigger: 'ask', roles: { speaker: 'board', addressee: 'firm' } },
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj wants=want/VERB/VBZ/0/root to/PART/TO/5/mark ask/VERB/VB/3/xcomp the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/4/nsubj is=be/AUX/VBZ/4/aux considering=consider/VERB/VBG/0/root asking=ask/VERB/VBG/4/xcomp the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      { trigger: 'asking', roles: { addressee: 'firm', message: 'leave' } },
    ],
    [
      'Did=do/AUX/VBD/4/aux the/DET/DT/3/det board/NOUN/NN/4/nsubj ask/VERB/VB/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp ?/PUNCT/./4/punct',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj met=meet/VERB/VBD/0/root to/PART/TO/5/mark ask/VERB/VB/3/advcl the/DET/DT/7/det firm/NOUN/NN/5/obj to/PART/TO/9/mark leave/VERB/VB/5/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det law/NOUN/NN/3/nsubj lets=let/VERB/VBZ/0/root the/DET/DT/5/det board/NOUN/NN/3/obj ask/VERB/VB/3/xcomp the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      ask,
    ],
    [
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj has=have/VERB/VBZ/0/root the/DET/DT/5/det right/NOUN/NN/3/obj to/PART/TO/7/mark ask/VERB/VB/5/acl the/DET/DT/9/det firm/NOUN/NN/7/obj to/PART/TO/11/mark leave/VERB/VB/7/xcomp',
      ask,
    ],
    [
      'They/PRON/PRP/3/nsubj may/AUX/MD/3/aux issue/VERB/VB/0/root an/DET/DT/5/det order/NOUN/NN/3/obj',
      { trigger: 'order' },
    ],
    ['They/PRON/PRP/2/nsubj await/VERB/VBP/0/root an/DET/DT/4/det order/NOUN/NN/2/obj', { trigger: 'order' }],
  ])
})

describe('a wrong tree', () => {
  agree('actual', [
    // a finite verb hung under the infinitive before it
    [
      'She/PRON/PRP/2/nsubj urged=urge/VERB/VBD/0/root them/PRON/PRP/2/obj to/PART/TO/5/mark stay/VERB/VB/2/xcomp calm/ADJ/JJ/5/xcomp and/CCONJ/CC/8/cc begged=beg/VERB/VBD/6/conj him/PRON/PRP/8/obj to/PART/TO/11/mark pay/VERB/VB/8/xcomp',
      { trigger: 'begged', roles: { speaker: 'She', addressee: 'him', message: 'pay' } },
      { trigger: 'urged', roles: { speaker: 'She', addressee: 'them', message: 'stay' } },
    ],
    // what is said along with the request, hung under what is asked for
    [
      'She/PRON/PRP/2/nsubj urged=urge/VERB/VBD/0/root them/PRON/PRP/2/obj to/PART/TO/5/mark stay/VERB/VB/2/xcomp ~,/PUNCT/,/7/punct saying=say/VERB/VBG/5/advcl he/PRON/PRP/9/nsubj asked=ask/VERB/VBD/7/ccomp for/ADP/IN/11/case help/NOUN/NN/9/obl',
      { trigger: 'asked', roles: { speaker: 'he', message: 'help' } },
      { trigger: 'urged', roles: { speaker: 'She', addressee: 'them', message: 'stay' } },
    ],
    [
      'Please/INTJ/UH/2/discourse sign/VERB/VB/0/root it/PRON/PRP/2/obj and/CCONJ/CC/5/cc send/VERB/VB/2/conj it/PRON/PRP/5/obj',
      { trigger: 'send', roles: { message: 'send' } },
      { trigger: 'sign', roles: { message: 'sign' } },
    ],
  ])
})

describe('what is asked for has not happened', () => {
  agree('hypothetical', [
    [
      'She/PRON/PRP/2/nsubj told=tell/VERB/VBD/0/root the/DET/DT/4/det board/NOUN/NN/2/obj to/PART/TO/6/mark ask/VERB/VB/2/xcomp the/DET/DT/8/det firm/NOUN/NN/6/obj to/PART/TO/10/mark leave/VERB/VB/6/xcomp',
      ask,
      { trigger: 'told', roles: { speaker: 'She', addressee: 'board', message: 'ask' } },
    ],
    [
      'Please/INTJ/UH/2/discourse ask/VERB/VB/0/root your=you/PRON/PRP$/4/nmod:poss brother/NOUN/NN/2/obj to/PART/TO/6/mark sign/VERB/VB/2/xcomp',
      { trigger: 'ask', roles: { addressee: 'brother', message: 'sign' } },
      { trigger: 'ask', roles: { message: 'ask' } },
    ],
  ])
  agree('actual', [
    [
      'Please/INTJ/UH/2/discourse ask/VERB/VB/0/root your=you/PRON/PRP$/4/nmod:poss brother/NOUN/NN/2/obj to/PART/TO/6/mark sign/VERB/VB/2/xcomp',
      { trigger: 'ask', roles: { message: 'ask' } },
      { trigger: 'ask', roles: { addressee: 'brother', message: 'sign' } },
    ],
    [
      'Would/AUX/MD/3/aux you/PRON/PRP/3/nsubj mind/VERB/VB/0/root waiting=wait/VERB/VBG/3/xcomp ?/PUNCT/./3/punct',
      { trigger: 'mind', roles: { addressee: 'you', message: 'waiting' } },
    ],
    [
      'Please/INTJ/UH/2/discourse leave/VERB/VB/5/ccomp ~,/PUNCT/,/5/punct she/PRON/PRP/5/nsubj told=tell/VERB/VBD/0/root them/PRON/PRP/5/obj',
      { trigger: 'leave', roles: { message: 'leave' } },
      { trigger: 'told', roles: { speaker: 'she', addressee: 'them', message: 'leave' } },
    ],
    [
      'You/PRON/PRP/3/nsubj must/AUX/MD/3/aux stop/VERB/VB/7/ccomp ~,/PUNCT/,/7/punct the/DET/DT/6/det inspector/NOUN/NN/7/nsubj said=say/VERB/VBD/0/root',
      { trigger: 'must', roles: { speaker: 'inspector', addressee: 'You', message: 'stop' } },
    ],
  ])
})

describe('what somebody is blamed for', () => {
  const robbing: FrameWords = { trigger: 'robbing', kind: 'action', roles: { patient: 'bank' } }
  agree('hypothetical', [
    [
      'Police/NOUN/NNS/2/nsubj charged=charge/VERB/VBD/0/root Holm/PROPN/NNP/2/obj with/SCONJ/IN/5/mark robbing=rob/VERB/VBG/2/advcl the/DET/DT/7/det bank/NOUN/NN/5/obj',
      robbing,
    ],
    [
      'Oslo/PROPN/NNP/2/nsubj accused=accuse/VERB/VBD/0/root Holm/PROPN/NNP/2/obj of/SCONJ/IN/5/mark robbing=rob/VERB/VBG/3/acl the/DET/DT/7/det bank/NOUN/NN/5/obj',
      robbing,
    ],
  ])
  agree('denied', [
    [
      'Police/NOUN/NNS/2/nsubj kept=keep/VERB/VBD/0/root Holm/PROPN/NNP/2/obj from/SCONJ/IN/5/mark robbing=rob/VERB/VBG/2/advcl the/DET/DT/7/det bank/NOUN/NN/5/obj',
      robbing,
    ],
  ])
  agree('actual', [
    [
      'Police/NOUN/NNS/2/nsubj thanked=thank/VERB/VBD/0/root Holm/PROPN/NNP/2/obj for/SCONJ/IN/5/mark robbing=rob/VERB/VBG/2/advcl the/DET/DT/7/det bank/NOUN/NN/5/obj',
      robbing,
    ],
  ])
})
