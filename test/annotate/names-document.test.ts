import { describe, expect, it } from 'vitest'
import { agree } from '../../src/annotate/names-document.ts'
import type { NameType } from '../../src/model/index.ts'

const name = (first: number, last: number, type: NameType, confidence: number) => ({ first, last, type, confidence })

describe('names of a document', () => {
  it('finds a surname again that was missed', () => {
    const [, second] = agree([
      { forms: ['Aki', 'Sorensen', 'left', '.'], names: [name(0, 2, 'PERSON', 0.98)] },
      { forms: ['Then', 'Sorensen', 'returned', '.'], names: [] },
    ])
    expect(second).toMatchObject([{ first: 1, last: 2, type: 'PERSON' }])
  })

  it('finds no name in a word that the document also has in small letters', () => {
    const [, second] = agree([
      { forms: ['Target', 'opened', 'a', 'target'], names: [name(0, 1, 'ORGANIZATION', 0.99)] },
      { forms: ['Target', 'practice'], names: [] },
    ])
    expect(second).toEqual([])
  })

  it('does not look again for a name that is doubtful', () => {
    const [, second] = agree([
      { forms: ['Lorn', 'spoke'], names: [name(0, 1, 'PERSON', 0.5)] },
      { forms: ['In', 'Lorn'], names: [] },
    ])
    expect(second).toEqual([])
  })

  it('gives a doubtful name the type that it surely has elsewhere', () => {
    const [, , third] = agree([
      { forms: ['Norhaven', 'paid'], names: [name(0, 1, 'ORGANIZATION', 0.9)] },
      { forms: ['Norhaven', 'won'], names: [name(0, 1, 'ORGANIZATION', 0.9)] },
      { forms: ['at', 'Norhaven'], names: [name(1, 2, 'PLACE', 0.4)] },
    ])
    expect(third).toMatchObject([{ type: 'ORGANIZATION' }])
  })

  it('leaves dates as they are, and names in their order', () => {
    const [first] = agree([
      {
        forms: ['In', 'May', 'Aki', 'Sorensen', 'met', 'Lena', 'Holm'],
        names: [name(1, 2, 'DATE', 0.9), name(2, 4, 'PERSON', 0.9), name(5, 7, 'PERSON', 0.9)],
      },
    ])
    expect(first!.map(({ first: at }) => at)).toEqual([1, 2, 5])
  })
})
