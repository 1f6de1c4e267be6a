import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcsOf } from '../../web/local/arcs.ts'

const heads = (...list: number[]) => list.map((head) => ({ head }))

describe('the arcs of a sentence', () => {
  it('go from each head to its dependents, none to the root', () => {
    expect(arcsOf(heads(2, 0, 2))).toEqual([
      { head: 1, word: 0, lane: 0 },
      { head: 1, word: 2, lane: 0 },
    ])
  })

  it('lead a long one round the short ones inside it', () => {
    // the first word depends on the last, the second on the third
    expect(arcsOf(heads(4, 3, 4, 0)).map(({ word, lane }) => [word, lane])).toEqual([
      [1, 0],
      [2, 0],
      [0, 1],
    ])
  })

  it('never lie on each other', () => {
    const sentence = fc
      .integer({ min: 1, max: 40 })
      .chain((length) => fc.array(fc.integer({ min: 0, max: length }), { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(sentence, (any) => {
        const list = any.map((head, i) => (head === i + 1 ? 0 : head)) // no word is its own head
        const arcs = arcsOf(heads(...list))
        expect(arcs.map(({ word }) => word).sort((a, b) => a - b)).toEqual(
          list.flatMap((head, i) => (head > 0 ? [i] : [])),
        )
        const spans = arcs.map(({ head, word, lane }) => ({
          lane,
          top: Math.min(head, word),
          bottom: Math.max(head, word),
        }))
        for (const [i, a] of spans.entries())
          for (const b of spans.slice(i + 1))
            if (a.lane === b.lane) expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true)
      }),
    )
  })

  it('are none for a sentence of a thousand words, and none from words that are not shown', () => {
    expect(arcsOf(Array.from({ length: 1000 }, () => ({ head: 1 })))).toEqual([])
    expect(arcsOf(heads(0, 9))).toEqual([])
  })
})
