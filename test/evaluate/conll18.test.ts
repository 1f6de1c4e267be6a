import { describe, expect, it } from 'vitest'
import { f1, score, scoreRelations } from '../../scripts/evaluate/conll18.ts'
import type { Sentence, Token } from '../../src/model/index.ts'

/** A word as `form upos head deprel`; a form that starts with "+" continues the multiword token before it. */
function sentence(start: number, ...rows: readonly string[]): Sentence {
  let at = start
  const tokens = rows.map((row, i): Token => {
    const [written = '', upos = '', head, deprel = ''] = row.split(' ')
    const joined = written.startsWith('+')
    const form = joined ? written.slice(1) : written
    if (i > 0 && !joined) at++
    const span = { start: at, end: (at += form.length) }
    const rest = { lemma: form, xpos: upos, feats: '_', head: Number(head), deprel, margin: 1 }
    return { id: i + 1, form, joined, upos, ...span, ...rest }
  })
  const span = { start, end: at }
  return { index: 0, paragraph: 0, heading: false, tokens, names: [], ...span }
}

const gold = [sentence(0, 'They PRON 4 nsubj', 'did AUX 4 aux', "+n't PART 4 advmod", 'pay VERB 0 root')]
const figures = (system: readonly Sentence[]) =>
  Object.fromEntries(Object.entries(score(gold, system)).map(([name, counts]) => [name, Math.round(100 * f1(counts))]))

describe('score', () => {
  it('gives 100 for the gold itself', () => {
    expect(new Set(Object.values(figures(gold)))).toEqual(new Set([100]))
  })

  it('counts a wrong tag, head or relation once, and subtypes not at all', () => {
    const system = sentence(0, 'They NOUN 4 nsubj:pass', 'did AUX 3 aux', "+n't PART 4 det", 'pay VERB 0 root')
    expect(figures([system])).toMatchObject({ Words: 100, UPOS: 75, UAS: 75, LAS: 50, CLAS: 80 })
  })

  it('aligns words inside a multiword token by their forms', () => {
    const system = sentence(0, 'They PRON 3 nsubj', "didn't AUX 3 aux", 'pay VERB 0 root')
    // two of three words against two of four
    expect(figures([system])).toMatchObject({ Tokens: 100, Words: 57, UAS: 57, Sentences: 100 })
  })

  it('takes a head outside the aligned words for wrong', () => {
    const system = sentence(0, 'They PRON 2 nsubj', "didn't AUX 0 root", 'pay VERB 2 obj')
    expect(figures([system])).toMatchObject({ Words: 57, UAS: 0 })
  })

  it('compares sentences by both their ends', () => {
    const system = [
      sentence(0, 'They PRON 0 root'),
      sentence(5, 'did AUX 3 aux', "+n't PART 3 advmod", 'pay VERB 0 root'),
    ]
    expect(figures(system)).toMatchObject({ Sentences: 0, Tokens: 100, Words: 100 })
  })
})

describe('scoreRelations', () => {
  it('counts heads and labels by relation', () => {
    const system = sentence(0, 'They PRON 4 nsubj', 'did AUX 4 nsubj', "+n't PART 2 advmod", 'pay VERB 0 root')
    const scores = scoreRelations(gold, [system])
    expect(scores['nsubj']).toEqual({ gold: 1, system: 2, correct: 1 })
    expect(scores['advmod']).toEqual({ gold: 1, system: 1, correct: 0 })
    expect(scores['aux']).toEqual({ gold: 1, system: 0, correct: 0 })
  })
})
