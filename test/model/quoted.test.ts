import { describe, expect, it } from 'vitest'
import { quotedParts } from '../../src/model/index.ts'

/** Each part as `words | writer | reader | message that answers it`. */
const parts = (text: string) =>
  quotedParts(text, 0).map(({ start, end, writer, reader, answeredBy }) => {
    const words = (span?: { start: number; end: number }) => (span ? text.slice(span.start, span.end) : '-')
    return [words({ start, end }).replace(/\s+/g, ' '), words(writer), words(reader), answeredBy ?? '-'].join(' | ')
  })

describe('the messages that an e-mail quotes', () => {
  it('are told by the lines that introduce them, at every depth', () => {
    expect(
      parts(
        'No.\n\nOn Monday, Tess Orr wrote:\n> Will you?\n> On Sunday, Odo Falk wrote:\n>> Please ask.\n\nI asked her.\n> And him?',
      ),
    ).toEqual([
      'Will you? | On Monday, Tess Orr wrote: | - | -1',
      'Please ask. | On Sunday, Odo Falk wrote: | - | 0',
      'And him? | On Monday, Tess Orr wrote: | - | -1',
    ])
  })
  it('go on to the end where no mark stands before their lines', () => {
    expect(
      parts('See below.\n-----Original Message-----\nFrom: Tess Orr\nTo: Odo Falk\nSubject: Boats\n\nDear Odo,\nstop.'),
    ).toEqual(['Dear Odo, stop. | Tess Orr | Odo Falk | -'])
    expect(
      parts('Yes.\n\nFrom: Tess Orr\nSent: Monday\nTo: Odo Falk\n\nGo.\n\nOn Friday, Odo Falk wrote:\nMay I?'),
    ).toEqual(['Go. | Tess Orr | Odo Falk | -', 'May I? | On Friday, Odo Falk wrote: | - | 0'])
  })
  it('may have a writer whom nothing names', () => {
    expect(parts('> Will you?\n\nNo.')).toEqual(['Will you? | - | - | -'])
    expect(parts('I write to you.\nFrom: now on we stop.')).toEqual([])
  })
  it('are found in linear time in what is hostile', () => {
    expect(parts('> '.repeat(20000)).length).toBeLessThan(2)
    expect(parts('On \n'.repeat(20000))).toEqual([])
  })
})
