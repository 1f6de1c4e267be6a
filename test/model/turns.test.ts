import { describe, expect, it } from 'vitest'
import { turnsOf } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'

/** Each turn's voice and words. */
function turns(text: string): [voice: string, words: string][] {
  const sentences = segment({ text }).map(({ words: _, ...sentence }) => ({ ...sentence, tokens: [], names: [] }))
  return turnsOf(text, sentences).map(({ voice, start, end }) => [voice, text.slice(start, end).trim()])
}

const exchange = [
  'The CHAIRMAN. When is the map due?',
  'Mr. LOFTUS. It is always two years late.',
  'The CHAIRMAN. Is it worth less then?',
  'Mr. LOFTUS. No; it is a matter of record.',
]
const prose = (count: number) => [...Array(count).keys()].map((n) => `In 19${10 + n} the office drew another sheet.`)

describe('turns', () => {
  it('go on over paragraphs in a text that is all talk', () => {
    const text = [...exchange, ...prose(12)].join('\n\n')
    expect(turns(text).at(-1)![1]).toMatch(/^No; .*another sheet\.$/s)
  })

  it('end with the exchange that prose quotes, not with the text', () => {
    const text = [...prose(12), ...exchange, ...prose(12)].join('\n\n')
    expect(turns(text)).toEqual([
      ['The CHAIRMAN', 'When is the map due?'],
      ['Mr. LOFTUS', 'It is always two years late.'],
      ['The CHAIRMAN', 'Is it worth less then?'],
      ['Mr. LOFTUS', 'No; it is a matter of record.'],
    ])
  })
})
