import { describe, expect, it } from 'vitest'
import { withPlainMonths } from '../../src/annotate/month.ts'

describe('"May" beside a day or a year', () => {
  it.each([
    'On 3 May the ministry asked the port to close .',
    'The 3rd May talks failed .',
    'On May 31 , Lind left .',
    'Since May 2011 nobody has asked .',
    'NOTICE OF 2 MAY TO ALL',
  ])('is the month: %s', (line) => {
    expect(withPlainMonths(line.split(' ')).join(' ')).toBe(line.replace('May', 'April').replace('MAY', 'APRIL'))
  })

  it.each(['May I ask you ?', 'Dr May asked 12 men .', 'On page 45 May is quoted .', 'By 3 pm you may go .'])(
    'is left alone: %s',
    (line) => {
      const words = line.split(' ')
      expect(withPlainMonths(words)).toBe(words)
    },
  )
})
