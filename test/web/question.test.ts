import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, printQuery } from '../../src/query/index.ts'
import { emptyQuestion, type Question, queryOfQuestion, questionOf } from '../../web/state/question.ts'

const written = (question: Partial<Question>) =>
  printQuery(queryOfQuestion({ ...emptyQuestion, ...question }, (name) => name === 'Blue Line'))

describe('"Who asked whom for what?"', () => {
  it('asks for requests with every blank left open', () => {
    expect(written({})).toBe('kind:request')
  })

  it('writes the query that somebody would type', () => {
    expect(
      written({ asker: 'union', to: 'Blue Line', about: 'lost hours', force: 'demand', after: '2019-01-01' }),
    ).toBe('kind:request asker:union to:="Blue Line" about:"lost hours" force:demand after:2019-01-01')
  })

  it('writes for any words a query that can be read, and reads them back', () => {
    fc.assert(
      fc.property(
        fc.record({ asker: fc.string(), to: fc.string({ unit: 'grapheme' }), about: fc.string() }),
        (blanks) => {
          const query = parseQuery(written(blanks))
          const { asker } = questionOf(query)
          if (/[a-z0-9]/i.test(blanks.asker)) expect(asker).toBe(blanks.asker.trim().replace(/\s+/g, ' '))
        },
      ),
    )
  })
})
