import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { fields, fieldWords, parseQuery, printQuery } from '../../src/query/index.ts'

const read = (text: string) =>
  parseQuery(text).map(
    ({ field, without, terms }) =>
      `${without ? 'not ' : ''}${field} ${terms.map((t) => `${t.how} ${t.text}`).join(' | ')}`,
  )

/** Text that looks like a query more often than chance has it. */
const queryLike = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        ...fieldWords.map((word) => `${word}:`),
        'kind:request',
        'after:2017-02',
        '"',
        '""',
        '-',
        ',',
        '=',
        ' ',
        ':',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('a query', () => {
  it.each([
    ['delete', ['words begins delete']],
    ['asker:Berg to:users delete', ['asker begins Berg', 'to begins users', 'words begins delete']],
    ['by:"Anna Berg"', ['from words Anna Berg']],
    ['doc:minutes', ['document begins minutes']],
    ['-draft', ['not words begins draft']],
    ['-source:Gazette', ['not source begins Gazette']],
    ['"not to sail"', ['words words not to sail']],
    ['force:demand,ORDER', ['force begins demand | begins order']],
    ['source:="The ""Gazette""",none', ['source exact The "Gazette" | begins none']],
    ['asker: Berg', ['asker begins Berg']],
    ['from:"Berg, Anna', ['from words Berg, Anna']],
    ['after:2017-01 before:2018', ['after begins 2017-01', 'before begins 2018']],
    ["don't 10:30", ["words begins don't", 'words begins 10:30']],
    ['? - ""', []],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted)
  })

  it.each([
    ['askr:Berg', 'There is no field "askr"', 'Did you mean asker:?'],
    ['http://example.org', 'There is no field "http"', 'put them in quotation marks'],
    ['kind:requst', 'kind: there is no "requst"', 'Did you mean request?'],
    ['force:', 'force: has no value', 'force:demand,order'],
    ['asker:Berg,', 'asker: has no value', 'asker:'],
    ['after:spring', 'after: "spring" is no date', '2017-01'],
    ['before:2017-13', 'before: "2017-13" is no date', '2017-01'],
    ['confidence:high', 'confidence: "high" is no number from 0 to 1', 'confidence:0.8'],
    ['x'.repeat(3000), 'longer than 2000', 'a few words'],
  ])('%s is a fault, with its remedy', (text, message, remedy) => {
    try {
      parseQuery(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(QueryError)
      expect((error as QueryError).message).toContain(message)
      expect((error as QueryError).remedy).toContain(remedy)
      const { start, end } = (error as QueryError).at
      expect(start < end && end <= text.length).toBe(true)
    }
  })

  it('is read from any text, or its fault is named', () => {
    fc.assert(
      fc.property(queryLike, (text) => {
        try {
          parseQuery(text)
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError)
          expect((error as QueryError).remedy).not.toBe('')
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is printed so that it is read as the same', () => {
    let count = 0
    fc.assert(
      fc.property(queryLike, (text) => {
        let query: ReturnType<typeof parseQuery>
        try {
          query = parseQuery(text)
        } catch {
          return
        }
        count += query.length
        expect(parseQuery(printQuery(query))).toEqual(query)
        expect(printQuery(parseQuery(printQuery(query)))).toBe(printQuery(query))
      }),
      { numRuns: 2000 },
    )
    expect(count).toBeGreaterThan(100)
  })

  it('has an example of each field that is read', () => {
    for (const [name, { example }] of Object.entries(fields)) expect(parseQuery(example)[0]!.field).toBe(name)
  })
})
