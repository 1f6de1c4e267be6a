import { describe, expect, it } from 'vitest'
import { describeFrames, rate } from '../../src/confidence/index.ts'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import type { LinkedFrame } from '../../src/model/index.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

const asking = (speaker: string) => `${speaker} asked=ask/VERB/VBD/0/root for/ADP/IN/4/case time/NOUN/NN/2/obl`
const name = (form: string, id: number) => `${form}/PROPN/NNP/${id}/nsubj`
const named = (text: string) => {
  const { document, sentences } = parseLines(text)
  const people = new Set(['Veld', 'Quist', 'Adaeze'])
  return {
    document,
    sentences: sentences.map((sentence) => ({
      ...sentence,
      names: sentence.tokens.flatMap(({ form }, first) =>
        people.has(form) ? [{ first, last: first + 1, type: 'PERSON' as const, confidence: 0.8 }] : [],
      ),
    })),
  }
}

/** Features of the frame whose trigger is the last "asked". */
function read(text: string, roles: FrameWords['roles']) {
  const { document, sentences } = named(text)
  const mentions = findMentions(document, sentences)
  const chains = resolve(document, sentences, mentions)
  const found = frameOf(sentences.at(-1)!, { trigger: 'asked', ...(roles && { roles }) })
  const frame: LinkedFrame = { ...found, factuality: 'actual', source: [], id: 's1', links: [] }
  const [described] = describeFrames(sentences, mentions, chains, [frame])
  const [rated] = rate(sentences, mentions, chains, [frame])
  return { features: described!.features, confidence: rated!.confidence }
}

describe('confidence', () => {
  const left = (form: string) => `${name(form, 2)} left=leave/VERB/VBD/0/root`

  it('of a name: nothing is borrowed, and the recognizer says how sure it is', () => {
    const { features } = read(asking(name('Veld', 2)), { speaker: 'Veld' })
    expect(features).toMatchObject({ open: 0, borrowed: 0, named: 1, rivals: 0 })
    expect(features['unsure']).toBeCloseTo(0.2)
  })

  it('of a pronoun that a name gives its entity: how far back the name stands', () => {
    const she = asking('He=he/PRON/PRP/2/nsubj')
    const near = read(`${left('Veld')}\n${she}`, { speaker: 'He' }).features
    expect(near).toMatchObject({ open: 0, borrowed: 1, described: 0 })
    const between = `It=it/PRON/PRP/2/nsubj rained=rain/VERB/VBD/0/root`
    const far = read(`${left('Veld')}\n${between}\n${she}`, { speaker: 'He' }).features
    expect(far['toName']).toBeGreaterThan(near['toName']!)
  })

  it('of a pronoun with two who may be meant: there is a rival', () => {
    const met = `${name('Veld', 2)} met=meet/VERB/VBD/0/root Quist/PROPN/NNP/2/obj`
    const { features } = read(`${met}\n${asking('He=he/PRON/PRP/2/nsubj')}`, { speaker: 'He' })
    expect(features).toMatchObject({ borrowed: 1, open: 0 })
    expect(features['rivals']).toBeGreaterThan(0)
  })

  it('of a pronoun that nothing explains: it is open', () => {
    const { features } = read(asking('They=they/PRON/PRP/2/nsubj'), { speaker: 'They' })
    expect(features).toMatchObject({ open: 1, borrowed: 0 })
  })

  it('is a share of one, with three digits', () => {
    const { confidence } = read(asking(name('Veld', 2)), { speaker: 'Veld' })
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThan(1)
    expect(Math.round(confidence * 1000) / 1000).toBe(confidence)
  })
})
