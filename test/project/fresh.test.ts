import { describe, expect, it } from 'vitest'
import { freshStatements, statementsSince } from '../../src/project/index.ts'
import { statement } from '../statements.ts'

const ask = (speaker: string, message = 'wait', id = speaker) =>
  statement(`${speaker} asked Bo to ${message}.`, {
    predicate: 'asked',
    roles: { speaker, addressee: 'Bo', message },
    id,
  })

describe('what is new', () => {
  it('is what was not said before, whatever its id', () => {
    const before = [ask('Ada'), ask('Cy')]
    const now = [ask('Ada', 'wait', 'other'), ask('Di', 'wait', 'new'), ask('Cy', 'leave', 'changed')]
    expect(freshStatements(now, before)).toEqual(['new', 'changed'])
    expect(freshStatements(before, before)).toEqual([])
    expect(freshStatements(now, [])).toHaveLength(3)
  })

  it('is what stands elsewhere in its document only where it is said once more', () => {
    const later = { ...ask('Ada', 'wait', 'later'), evidence: { ...ask('Ada').evidence } }
    const moved = {
      ...later,
      predicate: { ...later.predicate, start: 104 },
      evidence: { ...later.evidence, sentence: { ...later.evidence.sentence, start: 100 } },
    }
    expect(freshStatements([moved], [ask('Ada')])).toEqual([])
    expect(freshStatements([ask('Ada'), moved], [ask('Ada')])).toEqual(['later'])
  })

  it('is what stands in documents of a day or later, and in none without a date', () => {
    const of = (uri: string, date?: string) => ({
      info: { id: uri, uri, ...(date && { date }), sentences: 1, statements: 1 },
      said: { ...ask('Ada', 'wait', uri), evidence: { ...ask('Ada').evidence, document: uri } },
    })
    const all = [of('old', '2019-02-28'), of('day', '2019-03-01'), of('new', '2020'), of('undated')]
    const now = { statements: all.map(({ said }) => said), documents: all.map(({ info }) => info) }
    expect(statementsSince(now, '2019-03-01')).toEqual(['day', 'new'])
    expect(statementsSince(now, '2021')).toEqual([])
  })
})
