import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Annotator } from '../../src/annotate/index.ts'
import { loadNodeAnnotator } from '../../src/annotate/node.ts'
import type { Sentence } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

let annotator: Annotator
beforeAll(async () => {
  annotator = await loadNodeAnnotator()
})

/** Throws unless each sentence is a tree over the words that segmentation found. */
function check(text: string): void {
  const segments = segment({ text })
  const annotated = annotator.annotate(segments)
  expect(annotated.length).toBe(segments.length)
  annotated.forEach((sentence, s) => {
    expect(sentence.tokens.map(({ start, end }) => [start, end])).toEqual(
      segments[s]!.words.map(({ start, end }) => [start, end]),
    )
    checkTree(sentence)
    for (const { first, last } of sentence.names) {
      expect(first).toBeGreaterThanOrEqual(0)
      expect(last).toBeGreaterThan(first)
      expect(last).toBeLessThanOrEqual(sentence.tokens.length)
    }
  })
}

function checkTree({ tokens }: Sentence): void {
  const roots = tokens.filter(({ head }) => head === 0)
  expect(roots.map(({ deprel }) => deprel)).toEqual(['root'])
  const reached = new Uint8Array(tokens.length + 1)
  reached[0] = 1
  for (const token of tokens) {
    const path: number[] = []
    let at = token.id
    while (!reached[at]) {
      expect(path.length).toBeLessThanOrEqual(tokens.length)
      path.push(at)
      at = tokens[at - 1]!.head
    }
    for (const id of path) reached[id] = 1
  }
}

const awkward: readonly (readonly [string, string])[] = [
  ['empty text', ''],
  ['one word', 'word'],
  ['one mark', '?'],
  ['10,000 words without a full stop', 'the minister asked '.repeat(3334)],
  ['capitals only', 'THE MINISTER ASKED THE BOARD TO ACT. IT DID NOT.'],
  ['no capitals', 'the minister asked ana weiss to act. she did not.'],
  ['a list', '1. milk\n2. bread\n3. salt'],
  ['a table', 'name\tage\nAda\t36\n'],
  ['emoji', '👍🏽 👨‍👩‍👧 🇫🇷'],
  ['other languages', '部长要求工厂停工。 Министр просил. الوزير طلب.'],
  ['control characters', 'a\u0000b \u0001 c\u0007.'],
  ['lone surrogates', 'a\ud800b \udc00'],
  ['a word of 100,000 letters', 'a'.repeat(100_000)],
]

describe('annotate', () => {
  for (const [name, text] of awkward) {
    it(`makes trees of ${name}`, () => check(text))
  }

  it('makes trees of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => check(text)),
      { numRuns: 100 },
    )
  })
})
