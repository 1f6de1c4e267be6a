import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateInWords, partsOf, past, pieces, plainWords } from '../../web/panels/statement.tsx'
import { project } from './fixture.ts'

const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))

describe('a text with marks', () => {
  it('is cut into pieces that give it back, each wholly inside or outside every mark', () => {
    fc.assert(
      fc.property(span, fc.array(span), (whole, covers) => {
        const found = pieces(whole, covers)
        expect(found[0]!.start).toBe(whole.start)
        expect(found.at(-1)!.end).toBe(whole.end)
        found.forEach(({ start, end, by }, i) => {
          if (i) expect(start).toBe(found[i - 1]!.end)
          const touching = covers.filter((cover) => cover.start < end && start < cover.end)
          expect(new Set(by)).toEqual(new Set(touching))
          expect(by).toHaveLength(touching.length)
        })
      }),
    )
  })

  it('marks the words of predicate and roles, and these alone', () => {
    for (const { statement } of project.statements({ limit: 1000 }).rows) {
      const { sentence } = statement.evidence
      for (const { start, end } of partsOf(statement, sentence)) {
        const words = sentence.text.slice(start - sentence.start, end - sentence.start)
        const quoted = [statement.predicate, ...Object.values(statement.roles).flat()].map((part) => part.text)
        expect(quoted).toContain(words)
      }
    }
  })
})

it.each([
  ['ask', 'asked'],
  ['tell', 'told'],
  ['urge', 'urged'],
  ['deny', 'denied'],
  ['call for', 'called for'],
  ['submit', 'submitted'],
])('says %s in the past as %s', (relation, words) => {
  expect(past(relation)).toBe(words)
})

it.each([
  ['2019-03-14', '14 Mar 2019'],
  ['2019-03', 'Mar 2019'],
  ['2019', '2019'],
  ['2019-03-14/2019-03-20', '2019-03-14/2019-03-20'],
  ['2019-13-45', '2019-13-45'],
])('says the date %s as %s', (iso, words) => {
  expect(dateInWords(iso)).toBe(words)
})

it('says a statement in plain words', () => {
  const [first] = project.statements({ limit: 1 }).rows
  expect(plainWords(first!.statement)).toBe(
    'Harbour Authority of Norrvik told ferry operators sail after ten in the evening',
  )
})
