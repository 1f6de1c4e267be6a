import { describe, expect, it } from 'vitest'
import { atomNumbers, readTemplates } from '../../src/annotate/templates.ts'

describe('templates', () => {
  const atoms = atomNumbers(['word', 'tag'])

  it('are read line by line, words without a number being comments', () => {
    expect(readTemplates('single words\n  7 word\n  8 tag word\n', atoms)).toEqual([
      { id: 7, atoms: [1, 0, 0, 0] },
      { id: 8, atoms: [2, 1, 0, 0] },
    ])
  })

  it('are refused if they name an atom that there is not', () => {
    expect(() => readTemplates('7 wrod', atoms)).toThrow(/7.*"wrod"/)
  })
})
