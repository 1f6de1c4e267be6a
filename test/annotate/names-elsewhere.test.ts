import { describe, expect, it } from 'vitest'
import { NameContexts } from '../../src/annotate/names-context.ts'
import { WordTable } from '../../src/annotate/word-table.ts'

const none = { usualTags: new Map(), clusters: new Map(), dictionary: new Map(), sureTags: new Map() }
const contexts = new NameContexts(new WordTable(none))

/** For each word of each sentence the features of its other places. */
const elsewhere = (...texts: string[]) =>
  contexts
    .of(
      texts.map((text) => text.split(' ').map((form) => ({ form, xpos: 'NN' }))),
      1,
    )
    .map((context) => context.elsewhere.map((features) => [...features]))

describe('words in their other places', () => {
  it('says nothing of a word that stands but once, nor of one in small letters', () => {
    expect(elsewhere('the mill of Harlow burned', 'the mill is gone').flat(2)).toEqual([])
  })

  it('tells what stands around the other place, not around the own', () => {
    const [, [after]] = elsewhere('We met Mr. Harlow yesterday', 'Harlow left') as [unknown, [number[]]]
    const [, [again]] = elsewhere('We met Mr. Harlow yesterday', 'Harlow slept badly') as [unknown, [number[]]]
    const [, [other]] = elsewhere('They live in Harlow now', 'Harlow left') as [unknown, [number[]]]
    expect(after.length).toBeGreaterThan(0)
    expect(again).toEqual(after)
    expect(other).not.toEqual(after)
  })

  it('trusts no headline in capitals', () => {
    expect(elsewhere('HARLOW MILL BURNS AGAIN TODAY', 'Then Harlow left')[1]!.flat()).toEqual([])
  })

  it('looks at a few places of a word that stands in thousands', () => {
    const most = Math.max(
      ...elsewhere(new Array(5000).fill('in Harlow').join(' '))
        .flat()
        .map(({ length }) => length),
    )
    expect(most).toBeLessThan(30)
  })
})
