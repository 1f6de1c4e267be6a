import { describe, expect, it } from 'vitest'
import { lettersOf, type Sentence } from '../../src/model/index.ts'

/** Sentences as far as the lines tell: one a line, without words. */
const sentencesOf = (text: string): Sentence[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }, at) => ({
    index: at,
    paragraph: at,
    heading: false,
    start: index,
    end: index + line.length,
    tokens: [],
    names: [],
  }))

/** Of each letter the words that name its people. */
const letters = (text: string) =>
  lettersOf(text, sentencesOf(text)).map(({ start, end, ...people }) => {
    const words = Object.entries(people).map(([who, span]) => `${who}: ${text.slice(span.start, span.end)}`)
    return words.sort().join(' | ')
  })

describe('the letters of a text', () => {
  it('name their people in the header', () => {
    expect(
      letters('MEMORANDUM\nTO: All managers\nFROM: Petra Falk, Compliance\nSUBJECT: Files\nI ask you to wait.'),
    ).toEqual(['reader: All managers | writer: Petra Falk, Compliance'])
    expect(letters('TO MINISTER OF WAR FROM FORTRESS OF ORN: SEND FLOUR.')).toEqual([
      'reader: MINISTER OF WAR | writer: FORTRESS OF ORN',
    ])
    expect(letters('Telegram from the Embassy in Lomé to the Department of Trade\n\nWe ask you to wait.')).toEqual([
      'reader: the Department of Trade | writer: the Embassy in Lomé',
    ])
    expect(letters('To the Right Honourable the Lords of Trade.\nMy Lords, the petition of Amos Tull showeth')).toEqual(
      ['reader: the Right Honourable the Lords of Trade | writer: Amos Tull showeth'],
    )
  })
  it('name them in salutation, close and signature', () => {
    expect(
      letters(
        'Dear Ms. Roth,\nI write on behalf of the Guild.\nYours sincerely,\n\nOdo Falk\nSecretary, Weavers’ Guild',
      ),
    ).toEqual(['body: the Guild. | greeted: Ms. Roth | reader: Ms. Roth | signature: Odo Falk'])
    expect(letters('Stop it.\n\nKind regards,\nOdo Falk\nWeavers’ Guild')).toEqual([
      'body: Weavers’ Guild | signature: Odo Falk',
    ])
  })
  it('are several where several are greeted', () => {
    expect(letters('Dear Ana,\nCome.\nBest,\nOdo\n\nDear Odo,\nNo.\nBest,\nAna')).toEqual([
      'greeted: Ana | reader: Ana | signature: Odo',
      'greeted: Odo | reader: Odo | signature: Ana',
    ])
  })
  it('are none where nothing says so', () => {
    expect(letters('The mayor left. I saw her.\nDear Sirs are rare.')).toEqual([])
    expect(letters('Dear Sir or Madam,\nStop it.')).toEqual([])
  })
})
