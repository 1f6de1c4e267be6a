import { describe, expect, it } from 'vitest'
import { resolveDate } from '../../src/qualify/dates.ts'
import { datesIn, timeOf } from '../../src/qualify/time.ts'
import { treeOf } from '../../src/qualify/tree.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

describe('a date against the day of publication, Wednesday 16 June 2021', () => {
  const past: readonly (readonly [string, string | undefined])[] = [
    ['Monday', '2021-06-14'],
    ['Friday', '2021-06-11'],
    ['Wednesday', '2021-06-16'],
    ['last Wednesday', '2021-06-09'],
    ['next Friday', '2021-06-18'],
    ['Sunday morning', '2021-06-13'],
    ['yesterday', '2021-06-15'],
    ['today', '2021-06-16'],
    ['tomorrow', '2021-06-17'],
    ['12 May', '2021-05-12'],
    ['May 12', '2021-05-12'],
    ['3 December', '2020-12-03'],
    ['January', '2021-01'],
    ['early December', '2020-12'],
    ['June 2019', '2019-06'],
    ['5 June 2019', '2019-06-05'],
    ['May 3, 2020', '2020-05-03'],
    ['Monday, 4 May 2020', '2020-05-04'],
    ['2022', '2022'],
    ['2020-05-03', '2020-05-03'],
    ['last year', '2020'],
    ['last month', '2021-05'],
    ['this month', '2021-06'],
    ['last week', '2021-06-07/2021-06-13'],
    ['this morning', '2021-06-16'],
    ['last night', '2021-06-15'],
    ['two days ago', '2021-06-14'],
    ['three weeks ago', '2021-05-24/2021-05-30'],
    ['a year ago', '2020'],
    ['the day before', undefined],
    ['several years ago', undefined],
  ]
  it.each(past)('%s is %s', (text, value) => expect(resolveDate(text, '2021-06-16', false)).toBe(value))

  const ahead: readonly (readonly [string, string])[] = [
    ['Monday', '2021-06-21'],
    ['Wednesday', '2021-06-23'],
    ['12 May', '2022-05-12'],
    ['January', '2022-01'],
    ['June', '2021-06'],
  ]
  it.each(ahead)('%s, still to come, is %s', (text, value) => expect(resolveDate(text, '2021-06-16', true)).toBe(value))

  it.each(['Monday', 'yesterday', 'January', 'last year', '12 May'])('%s is nothing without that day', (text) => {
    expect(resolveDate(text, undefined, false)).toBeUndefined()
  })

  it('a full date needs no such day', () => expect(resolveDate('5 June 2019', undefined, false)).toBe('2019-06-05'))
})

describe('dates in a sentence', () => {
  const words = (text: string) =>
    text
      .split(' ')
      .map(
        (word, index) => `${word}/${/^[A-Z]/.test(word) ? 'PROPN' : 'NOUN'}/NN/${index && 1}/${index ? 'dep' : 'root'}`,
      )
      .join(' ')
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['he left on Monday morning', ['Monday morning']],
    ['he left on 12 May 2021 by train', ['12 May 2021']],
    ['he left in May , 2021 and in 2019', ['May , 2021', '2019']],
    ['he left two weeks ago', ['two weeks ago']],
    ['he left early last week', ['early last week']],
    ['he sold 2000 shares at 12 each', []],
    ['they may march this way', []],
    ['they won the 2018 cup', []],
    ['he left in November of 1876 by boat', ['November of 1876']],
  ]
  it.each(cases)('"%s" has %j', (text, dates) => {
    const { sentences } = parseLines(words(text).replace('may/NOUN', 'may/AUX').replace('march/NOUN', 'march/VERB'))
    const tree = treeOf(sentences[0]!)
    const found = datesIn(tree).map(({ first, last }) =>
      tree.sentence.tokens
        .slice(first, last)
        .map(({ form }) => form)
        .join(' '),
    )
    expect(found).toEqual(dates)
  })
})

it('a name is no month', () => {
  const { sentences } = parseLines(
    'Jan/PROPN/NNP/2/nsubj left=leave/VERB/VBD/0/root in/ADP/IN/4/case May/PROPN/NNP/2/obl',
  )
  const named = { ...sentences[0]!, names: [{ first: 0, last: 1, type: 'PERSON' as const, confidence: 1 }] }
  expect(datesIn(treeOf(named))).toEqual([{ first: 3, last: 4, head: 3 }])
})

it('the end of a name is no day', () => {
  const { sentences } = parseLines('USA/PROPN/NNP/2/compound Today/PROPN/NNP/3/nsubj closed=close/VERB/VBD/0/root')
  const named = { ...sentences[0]!, names: [{ first: 0, last: 2, type: 'ORGANIZATION' as const, confidence: 1 }] }
  expect(datesIn(treeOf(named))).toEqual([])
})

describe('time', () => {
  const time = (line: string, frame: FrameWords) => {
    const { document, sentences } = parseLines(line)
    const dated = { ...document, date: '2021-06-16' }
    return timeOf(frameOf(sentences[0]!, frame), treeOf(sentences[0]!), { document: dated, factuality: 'actual' })
  }

  it('is not when what it is about was made', () => {
    const line =
      'They/PRON/PRP/2/nsubj cited=cite/VERB/VBD/0/root research/NOUN/NN/2/obj from/ADP/IN/5/case 2014/NUM/CD/3/nmod'
    expect(time(line, { trigger: 'cited', roles: {} })).toBeUndefined()
  })

  it('is the date in the clause of the request', () => {
    const line =
      'They/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root him/PRON/PRP/2/obj on/ADP/IN/5/case Monday/PROPN/NNP/2/obl to/PART/TO/7/mark leave/VERB/VB/2/xcomp'
    expect(time(line, { trigger: 'asked', roles: { message: 'leave' } })).toMatchObject({
      text: 'Monday',
      value: '2021-06-14',
    })
  })

  it('is not the date of what is asked for', () => {
    const line =
      'They/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root him/PRON/PRP/2/obj to/PART/TO/5/mark leave/VERB/VB/2/xcomp on/ADP/IN/7/case Monday/PROPN/NNP/5/obl'
    expect(time(line, { trigger: 'asked', roles: { message: 'leave' } })).toBeUndefined()
  })

  it('is the date under the verb before one inside a name', () => {
    const line =
      'They/PRON/PRP/2/nsubj asked=ask/VERB/VBD/0/root him/PRON/PRP/2/obj for/ADP/IN/6/case May/PROPN/NNP/6/nmod:poss issue/NOUN/NN/2/obl on/ADP/IN/8/case Monday/PROPN/NNP/2/obl'
    expect(time(line, { trigger: 'asked' })).toMatchObject({ text: 'Monday' })
  })

  it('is not the term of a request', () => {
    const line =
      'They/PRON/PRP/2/nsubj requested=request/VERB/VBD/0/root forms=form/NOUN/NNS/2/obj by/ADP/IN/5/case Monday/PROPN/NNP/2/obl'
    expect(time(line, { trigger: 'requested', roles: { message: 'forms' } })).toBeUndefined()
  })

  it('is not the date of the saying', () => {
    const line =
      'He/PRON/PRP/2/nsubj said=say/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl they/PRON/PRP/6/nsubj asked=ask/VERB/VBD/2/ccomp him/PRON/PRP/6/obj'
    expect(time(line, { trigger: 'asked' })).toBeUndefined()
  })

  it('of a noun is that of the verb that carries it', () => {
    const line =
      'They/PRON/PRP/2/nsubj made=make/VERB/VBD/0/root a/DET/DT/4/det request/NOUN/NN/2/obj on/ADP/IN/6/case Monday/PROPN/NNP/2/obl'
    expect(time(line, { trigger: 'request' })).toMatchObject({ value: '2021-06-14' })
  })
})
