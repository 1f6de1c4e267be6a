import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorOf, findAnchor } from '../../src/decisions/index.ts'
import { approximately, distance } from '../../src/decisions/near.ts'

const text =
  'The harbour master wrote to the guild. He asked Mr. Oduya to close the sluice before the storm. ' +
  'The guild answered late. He asked Mr. Lund to open the eastern lock, and nobody did.'
const of = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return anchorOf({ uri: 'a.txt', text }, { start, end: start + words.length })
}
const found = (now: string, anchor: ReturnType<typeof of>) => {
  const span = findAnchor(now, anchor)
  return typeof span === 'string' ? span : now.slice(span.start, span.end)
}

describe('an anchor', () => {
  it('finds its words where they stood', () => {
    const anchor = of('Mr. Lund')
    expect(findAnchor(text, anchor)).toEqual({ start: anchor.start, end: anchor.end })
  })

  it('finds them when something was put in before, and when something was taken out', () => {
    const anchor = of('Mr. Lund')
    const later = `A word before. ${text}`
    expect(findAnchor(later, anchor)).toEqual({ start: anchor.start + 15, end: anchor.end + 15 })
    expect(found(text.slice(39), anchor)).toBe('Mr. Lund')
  })

  it('tells two places of the same words by what stands around them', () => {
    const second = of('He asked', 60)
    const now = text.replace('The harbour master wrote to the guild. ', '')
    const span = findAnchor(now, second)
    expect(span).toEqual({ start: now.lastIndexOf('He asked'), end: now.lastIndexOf('He asked') + 8 })
  })

  it('takes the place with one side wholly the same before one with a little more in all, but on both sides', () => {
    const [before, after] = ['the tide had turned at last when ', ' left the inn for the lower quay']
    const start = before.length
    const anchor = anchorOf({ uri: 'a.txt', text: `${before}Ann${after}` }, { start, end: start + 3 })
    const now = `Nobody came to the quay in May. Ann${after}. It rained${before.slice(-20)}Ann${after.slice(0, 20)}`
    expect(findAnchor(now, anchor)).toEqual({ start: now.indexOf('Ann'), end: now.indexOf('Ann') + 3 })
  })

  it('finds words that were mended a little', () => {
    expect(found(text.replace('Oduya', 'Odouya'), of('Mr. Oduya'))).toBe('Mr. Odouya')
    expect(found(text.replace('eastern lock', 'Eastern lock'), of('open the eastern lock'))).toBe(
      'open the Eastern lock',
    )
  })

  it.each([
    ['words that are gone', text.replace('Mr. Oduya', 'the clerk'), of('Mr. Oduya')],
    [
      'short words that stand elsewhere only',
      'It rained on the quay. He left. Trade was slow that year.',
      of('He', 30),
    ],
    [
      'words that are almost those, but with others around them',
      'Trade was slow that year, and Mr. Odouya sold the mill to a cousin in Vik.',
      of('Mr. Oduya'),
    ],
    ['another text altogether', 'Nothing of this kind was ever said in the town of Vik.', of('to close the sluice')],
  ])('says so for %s', (_, now, anchor) => {
    expect(findAnchor(now, anchor)).toEqual(expect.stringContaining('is not there any more'))
  })

  it('does not cut a character of two units', () => {
    const odd = `${'😀'.repeat(40)}Ann${'😀'.repeat(40)}`
    const { prefix, suffix } = anchorOf({ uri: 'a', text: odd }, { start: 81, end: 82 })
    expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true)
  })

  it('any stretch of any text is found where it stood, and after any text put before', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(), fc.string(), (any, a, b, before) => {
        const start = a % any.length
        const end = start + 1 + (b % (any.length - start))
        const anchor = anchorOf({ uri: 'a', text: any }, { start, end })
        expect(findAnchor(any, anchor)).toEqual({ start, end })
        // with all of its surroundings the same it is found again, here or where the very same surroundings stand
        const now = before + any
        const again = findAnchor(now, anchor)
        expect(typeof again === 'object' && now.slice(again.start, again.end)).toBe(anchor.exact)
      }),
    )
  })

  it('never gives anything but words like its own', () => {
    const word = fc.constantFrom('Ann', 'Bob', 'asked', 'to', 'wait', 'the', 'bank', 'again', '.')
    const words = fc.array(word, { minLength: 4, maxLength: 40 }).map((list) => list.join(' '))
    let count = 0
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (one, other, a, b) => {
        const start = a % one.length
        const end = start + 1 + (b % (one.length - start))
        const anchor = anchorOf({ uri: 'a', text: one }, { start, end })
        const span = findAnchor(other, anchor)
        if (typeof span === 'string') return
        count++
        expect(distance(other.slice(span.start, span.end), anchor.exact)).toBeLessThanOrEqual(anchor.exact.length / 4)
      }),
    )
    expect(count).toBeGreaterThan(0)
  })
})

describe('approximate search', () => {
  it('finds what the distance by definition finds', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
    fc.assert(
      fc.property(
        short,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }),
        (all, pattern) => {
          const most = 1
          const near = approximately(all, pattern, most)
          for (const { start, end, errors } of near) expect(distance(all.slice(start, end), pattern)).toBe(errors)
          let exists = false
          for (let s = 0; s < all.length; s++)
            for (let e = s + 1; e <= all.length; e++) exists ||= distance(all.slice(s, e), pattern) <= most
          expect(near.length > 0).toBe(exists)
        },
      ),
    )
  })
})
