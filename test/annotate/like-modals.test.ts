import { describe, expect, it } from 'vitest'
import { withPlainNames } from '../../src/annotate/like-modals.ts'

describe('a month or a name that looks like a modal verb', () => {
  it.each([
    ['On 3 May the ministry asked the port to close .', 'April'],
    ['The 3rd May talks failed .', 'April'],
    ['On May 31 , Lind left .', 'April'],
    ['Since May 2011 nobody has asked .', 'April'],
    ['NOTICE OF 2 MAY TO ALL', 'APRIL'],
    ['Prime Minister May urged members to stay .', 'Smith'],
    ['Will Hart asked the bank to wait .', 'William'],
    ['The bank told Will Hart , a clerk , to pay .', 'William'],
  ])('is read as one that does not: %s', (line, plain) => {
    expect(withPlainNames(line.split(' ')).join(' ')).toBe(line.replace(/\b(?:May|MAY|Will)\b/, plain))
  })

  it.each([
    'May I ask you ?',
    'Dr Roth asked 12 men .',
    'On page 45 May is quoted .',
    'By 3 pm you may go .',
    'Will Hart pay ?',
    'Will The Bank Pay',
    'Minister May Resign Over Leak',
  ])('is none here: %s', (line) => {
    const words = line.split(' ')
    expect(withPlainNames(words)).toBe(words)
  })
})
