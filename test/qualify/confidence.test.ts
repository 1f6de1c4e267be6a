import { describe, expect, it } from 'vitest'
import { confidenceFeatures, confidenceOf } from '../../src/qualify/confidence.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

const asking = (speaker: string) =>
  `${speaker}/PROPN/NNP/2/nsubj asked=ask/VERB/VBD/0/root Veld/PROPN/NNP/2/obj to/PART/TO/5/mark leave/VERB/VB/2/xcomp at/ADP/IN/7/case once/ADV/RB/5/advmod ~./PUNCT/./2/punct`

function read(roles: FrameWords['roles'], speaker = 'Quist') {
  const [sentence] = parseLines(asking(speaker)).sentences
  const frame = frameOf(sentence!, { trigger: 'asked', ...(roles && { roles }) })
  const unrated = { ...frame, factuality: 'actual' as const, source: [] }
  return { features: confidenceFeatures(unrated, sentence!), confidence: confidenceOf(unrated, sentence!) }
}

describe('confidence', () => {
  const all = { speaker: 'Quist', addressee: 'Veld', message: 'leave' }

  it('knows a message that goes on to the full stop', () => {
    expect(read(all).features).toMatchObject({ whole: 1, bothActors: 1, joined: 0 })
    expect(read({ speaker: 'Quist', message: 'Veld' }).features).toMatchObject({ whole: 0, bothActors: 0 })
  })

  it('is lower where a pronoun speaks', () => {
    expect(read({ ...all, speaker: 'he' }, 'he').confidence).toBeLessThan(read(all).confidence)
  })

  it('is a share of one, with three digits', () => {
    const { confidence } = read(all)
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThan(1)
    expect(Math.round(confidence * 1000) / 1000).toBe(confidence)
  })
})
