import { describe, expect, it } from 'vitest'
import { dateIn, datelineDate } from '../../src/read/dates.ts'
import { headline } from '../../src/read/title.ts'

describe('dateIn', () => {
  it.each([
    ['2017-08-02', '2017-08-02'],
    ['2017-08-02T23:59:59-11:00', '2017-08-02'],
    ['Wed, 02 Aug 2017 23:00:00 -0700', '2017-08-02'],
    ['August 2, 2017', '2017-08-02'],
    ['2nd of August 2017', '2017-08-02'],
    ['Sept. 9, 1999', '1999-09-09'],
    ['29 February 2019', undefined],
    ['31/12/2019', undefined],
    ['August 2017', undefined],
    ['2019', undefined],
  ])('%s → %s', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })
})

describe('datelineDate', () => {
  it.each([
    ['Headline\n\n02 Aug 2017\n\nText.', '2017-08-02'],
    ['Friday, January 4, 2019\u00a0\n\nText.', '2019-01-04'],
    ['Headline\nPublished: 5 May 2020, 10:30 GMT\nText.', '2020-05-05'],
    ['ROME, March 3, 2019 (Agency) — The mayor asked for buses.', '2019-03-03'],
    ['WASHINGTON, D.C., Jan. 5, 2020 – The court ordered it.', '2020-01-05'],
    ['AUSTIN, Texas, March 3, 2019 — Text.', '2019-03-03'],
    ['ROME, March 3 (Agency) — The mayor asked for buses.', undefined],
    ['On March 3, 2019 the mayor asked for buses.', undefined],
    ['The treaty of March 3, 2019 — a short one — was signed.', undefined],
    [`${'Line.\n'.repeat(20)}02 Aug 2017\n`, undefined],
  ])('of %j is %s', (text, date) => {
    expect(datelineDate(text)).toBe(date)
  })
})

describe('headline', () => {
  it.each([
    ['Board asks for time\n\nThe board asked.', 'Board asks for time'],
    ['Board asks for time\n02 Aug 2017\nThe board asked.', 'Board asks for time'],
    ['Will the board ask?\n\nIt will.', 'Will the board ask?'],
    ['Envoy leaves U.S.\n\nHe left.', 'Envoy leaves U.S.'],
    ['# Board asks #\nThe board asked.', 'Board asks'],
    ['The board asked.\n\nIt did.', undefined],
    ['The board asked the owners\nto wait.', undefined],
    ['02 Aug 2017\n\nThe board asked.', undefined],
    ['Only one line', undefined],
    ['', undefined],
  ])('of %j is %s', (text, title) => {
    expect(headline(text)).toBe(title)
  })
})
