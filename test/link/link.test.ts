import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link } from '../../src/link/index.ts'
import type { Chain, Frame, LinkType, Mention, QualifiedFrame } from '../../src/model/index.ts'
import { type FrameWords, frameOf, mentionOf, parseLines } from '../sentence.ts'

interface Given {
  readonly text: string
  /** Each frame with the number of its sentence. */
  readonly frames: readonly (readonly [sentence: number, frame: FrameWords])[]
  /** Words of one chain: `0 board`, `1 It`. */
  readonly chains?: readonly (readonly string[])[]
}

const qualified = (frame: Frame): QualifiedFrame => ({ factuality: 'actual', source: [], confidence: 0.9, ...frame })

function linksOf({ text, frames, chains = [] }: Given): string[] {
  const { document, sentences } = parseLines(text)
  const mentions: Mention[] = []
  const tied = chains.map((words, id): Chain => {
    const ids = words.map((place) => {
      const [sentence, word] = place.split(' ') as [string, string]
      mentions.push(mentionOf(sentences[Number(sentence)]!, word, { id: mentions.length }))
      return mentions.length - 1
    })
    return { id, mentions: ids, name: words[0]!, type: 'Organization', resolved: true }
  })
  const linked = link(
    document,
    sentences,
    mentions,
    tied,
    frames.map(([sentence, frame]) => qualified(frameOf(sentences[sentence]!, frame))),
  )
  const name = (id: string) => linked.find((frame) => frame.id === id)!.predicate.text
  return linked.flatMap((frame) =>
    frame.links.map(({ type, statement }) => `${frame.predicate.text} ${type satisfies LinkType} ${name(statement)}`),
  )
}

describe('prompted by', () => {
  const requests: FrameWords = { trigger: 'requests', roles: { speaker: 'ministry' } }
  it('ties demands to the requests that prompted them', () => {
    const text =
      'Its=it/PRON/PRP$/2/nmod:poss demands=demand/NOUN/NNS/4/nsubj:pass were=be/AUX/VBD/4/aux:pass prompted=prompt/VERB/VBN/0/root by/ADP/IN/6/case requests=request/NOUN/NNS/4/obl from/ADP/IN/9/case the/DET/DT/9/det ministry/NOUN/NN/6/nmod'
    expect(
      linksOf({
        text,
        frames: [
          [0, { trigger: 'demands', roles: { speaker: 'Its' } }],
          [0, requests],
        ],
      }),
    ).toEqual(['demands prompted by requests'])
  })

  it('ties what follows a request to it', () => {
    const text =
      'The/DET/DT/2/det firm/NOUN/NN/3/nsubj stopped=stop/VERB/VBD/0/root after/ADP/IN/5/case requests=request/NOUN/NNS/3/obl from/ADP/IN/8/case the/DET/DT/8/det ministry/NOUN/NN/5/nmod'
    expect(
      linksOf({
        text,
        frames: [
          [0, { trigger: 'stopped', kind: 'action', roles: { agent: 'firm' } }],
          [0, requests],
        ],
      }),
    ).toEqual(['stopped prompted by requests'])
  })

  it('ties what was done after an order, though the parser joined the two', () => {
    const text =
      'They/PRON/PRP/2/nsubj urged=urge/VERB/VBD/0/root peace/NOUN/NN/2/obj after/SCONJ/IN/7/mark a/DET/DT/6/det judge/NOUN/NN/7/nsubj ordered=order/VERB/VBD/2/conj it/PRON/PRP/7/obj'
    const frames: Given['frames'] = [
      [0, { trigger: 'urged', roles: { speaker: 'They' } }],
      [0, { trigger: 'ordered', roles: { speaker: 'judge' } }],
    ]
    expect(linksOf({ text, frames })).toEqual(['urged prompted by ordered'])
  })

  it('reads "led to" the other way round', () => {
    const text =
      'Requests=request/NOUN/NNS/2/nsubj led=lead/VERB/VBD/0/root to/ADP/IN/5/case an/DET/DT/5/det order/NOUN/NN/2/obl'
    expect(
      linksOf({
        text,
        frames: [
          [0, { trigger: 'order' }],
          [0, { trigger: 'Requests' }],
        ],
      }),
    ).toEqual(['order prompted by Requests'])
  })

  it('does not tie what merely stands beside a request', () => {
    const text =
      'The/DET/DT/2/det firm/NOUN/NN/3/nsubj stopped=stop/VERB/VBD/0/root and/CCONJ/CC/5/cc requests=request/NOUN/NNS/3/conj from/ADP/IN/8/case the/DET/DT/8/det ministry/NOUN/NN/5/nmod'
    expect(
      linksOf({
        text,
        frames: [
          [0, { trigger: 'stopped', kind: 'action', roles: { agent: 'firm' } }],
          [0, requests],
        ],
      }),
    ).toEqual([])
  })
})

const ask =
  'The/DET/DT/2/det board/NOUN/NN/3/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/5/det firm/NOUN/NN/3/obj to/PART/TO/7/mark leave/VERB/VB/3/xcomp'
const asked: FrameWords = { trigger: 'asked', roles: { speaker: 'board', addressee: 'firm', message: 'leave' } }

describe('answers', () => {
  it('ties a refusal to the request made of the one who refuses', () => {
    const text = `${ask}\nIt/PRON/PRP/2/nsubj refused=refuse/VERB/VBD/0/root`
    const frames: Given['frames'] = [
      [0, asked],
      [1, { trigger: 'refused', kind: 'response', roles: { speaker: 'It' } }],
    ]
    expect(linksOf({ text, frames, chains: [['0 firm', '1 It'], ['0 board']] })).toEqual(['refused answers asked'])
    // the asker does not answer
    expect(linksOf({ text, frames, chains: [['0 board', '1 It'], ['0 firm']] })).toEqual([])
  })

  it('ties a refusal in the same sentence to the request before it, whoever speaks for the one asked', () => {
    const text = `${ask} but/CCONJ/CC/11/cc the/DET/DT/10/det chairman/NOUN/NN/11/nsubj refused=refuse/VERB/VBD/3/conj`
    const frames: Given['frames'] = [
      [0, asked],
      [0, { trigger: 'refused', kind: 'response', roles: { speaker: 'chairman' } }],
    ]
    expect(linksOf({ text, frames, chains: [['0 firm'], ['0 board'], ['0 chairman']] })).toEqual([
      'refused answers asked',
    ])
  })

  it('ties what was granted to the plea of the same person, by another word', () => {
    const text = `${ask.replace('asked=ask', 'begged=beg')}\nIts=it/PRON/PRP$/2/nmod:poss plea/NOUN/NN/4/nsubj:pass was=be/AUX/VBD/4/aux:pass granted=grant/VERB/VBN/0/root`
    const granted: FrameWords = { trigger: 'granted', kind: 'response', roles: { addressee: 'Its', message: 'plea' } }
    const frames: Given['frames'] = [
      [0, { ...asked, trigger: 'begged' }],
      [1, granted],
    ]
    expect(linksOf({ text, frames, chains: [['0 board', '1 Its'], ['0 firm']] })).toEqual(['granted answers begged'])
    expect(linksOf({ text, frames, chains: [['0 board'], ['1 Its']] })).toEqual([])
  })

  it('ties what was agreed to the demand that says the same', () => {
    const text =
      'The/DET/DT/2/det board/NOUN/NN/3/nsubj demanded=demand/VERB/VBD/0/root a/DET/DT/5/det meeting/NOUN/NN/3/obj\nManagement/NOUN/NN/2/nsubj agreed=agree/VERB/VBD/0/root to/PART/TO/4/mark meet/VERB/VB/2/xcomp them/PRON/PRP/4/obj'
    const frames: Given['frames'] = [
      [0, { trigger: 'demanded', roles: { speaker: 'board', message: 'meeting' } }],
      [1, { trigger: 'agreed', kind: 'response', roles: { speaker: 'Management', message: 'meet' } }],
    ]
    expect(linksOf({ text, frames })).toEqual(['agreed answers demanded'])
  })

  it('ties an answer to the noun that it names, and to what that tells again', () => {
    const text = `${ask}\nThe/DET/DT/2/det firm/NOUN/NN/3/nsubj refused=refuse/VERB/VBD/0/root its=it/PRON/PRP$/5/nmod:poss request/NOUN/NN/3/obj`
    const frames: Given['frames'] = [
      [0, asked],
      [1, { trigger: 'request', roles: { speaker: 'its' } }],
      [1, { trigger: 'refused', kind: 'response', roles: { speaker: 'firm', message: 'request' } }],
    ]
    expect(
      linksOf({
        text,
        frames,
        chains: [
          ['0 firm', '1 firm'],
          ['0 board', '1 its'],
        ],
      }),
    ).toEqual(['request repeats asked', 'refused answers request', 'refused answers asked'])
  })
})

describe('a noun of the same sort', () => {
  const rejected = (noun: string) =>
    `The/DET/DT/2/det ${noun}/NOUN/NN/4/nsubj:pass was=be/AUX/VBD/4/aux:pass rejected=reject/VERB/VBN/0/root`
  const text = (noun: string) => `${ask.replace('asked=ask', 'proposed=propose')}\n${rejected(noun)}`
  const frames = (noun: string): Given['frames'] => [
    [0, { ...asked, trigger: 'proposed' }],
    [1, { trigger: 'rejected', kind: 'response', roles: { message: noun } }],
  ]

  it('names the request just told, where nobody is named', () => {
    expect(linksOf({ text: text('proposal'), frames: frames('proposal') })).toEqual(['rejected answers proposed'])
  })

  it('of another sort does not', () => {
    expect(linksOf({ text: text('theory'), frames: frames('theory') })).toEqual([])
  })
})

describe('compliance that is asked for', () => {
  it('answers nothing', () => {
    const text =
      'She/PRON/PRP/2/nsubj urged=urge/VERB/VBD/0/root people/NOUN/NNS/2/obj to/PART/TO/5/mark comply/VERB/VB/2/xcomp'
    const frames: Given['frames'] = [
      [0, { trigger: 'urged', roles: { speaker: 'She', addressee: 'people', message: 'comply' } }],
      [0, { trigger: 'comply', kind: 'response', roles: { speaker: 'people' } }],
    ]
    expect(linksOf({ text, frames, chains: [['0 people'], ['0 She']] })).toEqual([])
  })
})

describe('a refusal to order something', () => {
  it('answers no order', () => {
    const text =
      'He/PRON/PRP/2/nsubj refused=refuse/VERB/VBD/0/root to/PART/TO/4/mark order/VERB/VB/2/xcomp it/PRON/PRP/4/obj'
    const frames: Given['frames'] = [
      [0, { trigger: 'refused', kind: 'response', roles: { speaker: 'He', message: 'order' } }],
      [0, { trigger: 'order', roles: { speaker: 'He', message: 'it' } }],
    ]
    expect(linksOf({ text, frames })).toEqual([])
  })
})

describe('repeats', () => {
  it('does not tie the noun of another speaker', () => {
    const text = `${ask}\nThe/DET/DT/2/det firm/NOUN/NN/3/nsubj refused=refuse/VERB/VBD/0/root its=it/PRON/PRP$/5/nmod:poss request/NOUN/NN/3/obj`
    const frames: Given['frames'] = [
      [0, asked],
      [1, { trigger: 'request', roles: { speaker: 'its' } }],
    ]
    expect(linksOf({ text, frames, chains: [['0 board'], ['1 its']] })).toEqual([])
  })

  it('ties an article to its headline', () => {
    const headline =
      'Board/NOUN/NN/2/nsubj asks=ask/VERB/VBZ/0/root firm/NOUN/NN/2/obj to/PART/TO/5/mark leave/VERB/VB/2/xcomp'
    const text = `# heading\n${headline}\n\n${ask}`
    const frames: Given['frames'] = [
      [0, { trigger: 'asks', roles: { speaker: 'Board', addressee: 'firm', message: 'leave' } }],
      [1, asked],
    ]
    expect(linksOf({ text, frames })).toEqual(['asked repeats asks'])
  })
})

describe('reports', () => {
  it('ties a speech to the statement in its message', () => {
    const text =
      'NRC/PROPN/NNP/2/nsubj reported=report/VERB/VBD/0/root that/SCONJ/IN/6/mark the/DET/DT/5/det board/NOUN/NN/6/nsubj asked=ask/VERB/VBD/2/ccomp the/DET/DT/8/det firm/NOUN/NN/6/obj'
    const frames: Given['frames'] = [
      [0, { trigger: 'reported', kind: 'communication', roles: { speaker: 'NRC', message: 'asked' } }],
      [0, { trigger: 'asked', roles: { speaker: 'board', addressee: 'firm' } }],
    ]
    expect(linksOf({ text, frames })).toEqual(['reported reports asked'])
  })
})

describe('ids', () => {
  it('are the same each time and differ within a document, whatever the frames', () => {
    const { document, sentences } = parseLines(ask)
    const words = ['board', 'asked', 'firm', 'leave']
    const frame = fc.record({
      trigger: fc.constantFrom(...words),
      roles: fc.record({ speaker: fc.constantFrom(...words) }, { requiredKeys: [] }),
    })
    fc.assert(
      fc.property(fc.array(frame), (list) => {
        const frames = list.map((given) => qualified(frameOf(sentences[0]!, given)))
        const ids = () => link(document, sentences, [], [], frames).map(({ id }) => id)
        expect(new Set(ids()).size).toBe(list.length)
        expect(ids()).toEqual(ids())
      }),
    )
  })
})
