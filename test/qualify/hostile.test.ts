import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link } from '../../src/link/index.ts'
import { type Frame, kinds, type QualifiedFrame, type Sentence, type Token } from '../../src/model/index.ts'
import { qualify } from '../../src/qualify/index.ts'

const words = [
  'asked',
  'not',
  'to',
  'said',
  '"',
  ',',
  'Monday',
  'if',
  'request',
  'by',
  'he',
  '2019',
  '?',
  'would',
  'told',
]
const relations = [
  'nsubj',
  'obj',
  'xcomp',
  'ccomp',
  'advcl',
  'conj',
  'acl',
  'obl',
  'nmod',
  'mark',
  'aux',
  'advmod',
  'parataxis',
  'dep',
]
const tags = ['VERB', 'NOUN', 'PROPN', 'PART', 'AUX', 'PUNCT', 'ADP', 'PRON']

/** A sentence of any words with any heads, even in a circle. */
const sentenceOf = (
  rows: readonly (readonly [string, number, string, string])[],
): { text: string; sentence: Sentence } => {
  let text = ''
  const tokens = rows.map(([form, head, deprel, upos], index): Token => {
    const start = text.length
    text += `${form} `
    const xpos = upos === 'VERB' ? 'VBD' : 'NN'
    return {
      id: index + 1,
      form,
      lemma: form,
      upos,
      xpos,
      feats: '_',
      head: head % (rows.length + 1),
      deprel,
      margin: 1,
      joined: false,
      start,
      end: start + form.length,
    }
  })
  return { text, sentence: { index: 0, paragraph: 0, heading: false, start: 0, end: text.length, tokens, names: [] } }
}

const frameAt = (sentence: Sentence, at: number, kind: Frame['kind']): Frame => {
  const token = sentence.tokens[at % sentence.tokens.length]!
  const message = sentence.tokens[(at * 7) % sentence.tokens.length]!
  const filler = { start: message.start, end: message.end, text: message.form, sentence: 0, head: message.id - 1 }
  const predicate = { text: token.form, start: token.start, end: token.end, lemma: token.lemma }
  return {
    kind,
    name: kind,
    relation: token.lemma,
    predicate,
    sentence: 0,
    trigger: token.id - 1,
    roles: { message: [filler] },
    polarity: 'positive',
    foundBy: 'any',
    features: {},
  }
}

function run(text: string, sentence: Sentence, frames: readonly Frame[]): readonly QualifiedFrame[] {
  const document = { id: 'd', uri: 'x.txt', text, format: 'text', date: '2021-06-16' }
  const qualified = qualify(document, [sentence], [], frames)
  return link(document, [sentence], [], [], qualified)
}

describe('any tree', () => {
  const row = fc.tuple(fc.constantFrom(...words), fc.nat(40), fc.constantFrom(...relations), fc.constantFrom(...tags))
  const places = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...kinds)), { maxLength: 12 })

  it('gives each frame its qualities, quoted from the text', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), places, (rows, list) => {
        const { text, sentence } = sentenceOf(rows)
        const found = run(
          text,
          sentence,
          list.map(([at, kind]) => frameAt(sentence, at, kind)),
        )
        expect(found.length).toBe(list.length)
        for (const { time, source, confidence } of found) {
          for (const span of [...source, ...(time ? [time] : [])])
            expect(text.slice(span.start, span.end)).toBe(span.text)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['a chain of clauses', (index: number) => ['asked', index, 'ccomp', 'VERB'] as const],
    ['a heap of conjuncts', () => ['asked', 1, 'conj', 'VERB'] as const],
    ['nothing but quotation marks', () => ['"', 1, 'punct', 'PUNCT'] as const],
    ['nothing but dates', () => ['Monday', 1, 'obl', 'PROPN'] as const],
    ['nothing but commas and sayings', (index: number) => [index % 2 ? ',' : 'said', 1, 'dep', 'VERB'] as const],
  ])('5,000 words of %s are done in linear time', (_, row) => {
    const { text, sentence } = sentenceOf(Array.from({ length: 5_000 }, (_, index) => row(index)))
    const frames = Array.from({ length: 1_000 }, (_, index) =>
      frameAt(sentence, index * 5, kinds[index % kinds.length]!),
    )
    expect(run(text, sentence, frames).length).toBe(frames.length)
  })
})
