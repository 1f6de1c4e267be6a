import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageCounts } from '../../scripts/train/train-usage.ts'
import { hashString } from '../../src/annotate/hashing.ts'
import { decodeUsage, encodeUsage, takenOf, Usage, wordEntry } from '../../src/annotate/usage.ts'

const share = fc.nat(5)

describe('how words are used', () => {
  it('comes back from its bytes', () => {
    const entry = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 65_535 }))
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([key]) => key }), (entries) => {
        const read = decodeUsage(...encodeUsage(new Usage(entries)))
        expect(new Map(read.entries)).toEqual(new Map(entries))
      }),
    )
  })

  it('holds what a word takes in one number', () => {
    fc.assert(
      fc.property(share, share, share, share, fc.nat(7), (obj, xcomp, ccomp, iobj, unseen) => {
        const taken = { obj, xcomp, ccomp, iobj }
        expect(takenOf(wordEntry(taken, unseen))).toEqual(taken)
        expect(wordEntry(taken, unseen)).toBeGreaterThan(0)
      }),
    )
  })

  it('is counted in parsed text: a verb with its objects and prepositions', () => {
    const counts = new UsageCounts()
    const tags = ['PRON', 'VERB', 'NOUN', 'ADP', 'NOUN'].map((upos) => ({ upos })) as never
    const add = (words: string, relations: string) =>
      counts.add(words.split(' '), {
        heads: Int32Array.from([2, 0, 2, 5, 2]),
        relations: relations.split(' '),
        margins: new Float64Array(5),
        tags,
      })
    for (let i = 0; i < 6; i++) {
      add('They Borrow money from banks', 'nsubj root obj case obl')
      add('They sleep nights at home', 'nsubj root obl case obl')
    }
    const usage = counts.usage()
    const [borrow, sleep, from] = ['borrow', 'sleep', 'from'].map(hashString) as [number, number, number]
    const entries = [usage.word(borrow, 1), usage.word(sleep, 1)] as const
    expect(takenOf(entries[0]).obj).toBeGreaterThan(takenOf(entries[1]).obj)
    const [more, less] = [borrow, sleep].map((verb, i) =>
      usage.preposition(verb, 1, { preposition: from, entry: entries[i]! }),
    )
    expect(more).toBe(11)
    expect(less).toBeGreaterThanOrEqual(100)
    expect(usage.noun(from, hashString('banks'))).toBe(6)
    expect(usage.word(hashString('lend'), 1)).toBe(0)
    expect(usage.noun(from, hashString('home'))).toBe(0)
  })
})
