import { expect, it } from 'vitest'
import type { CountedNumber } from '../../src/model/index.ts'
import { toldOf } from '../../src/project/index.ts'
import { periodOf } from '../../src/query/index.ts'
import { sized } from '../../web/graph/looks.ts'
import { modelOf } from '../../web/graph/model.ts'
import { type Counting, countsOf, rangeOf } from '../../web/graph/numbers.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const all: Counting = {
  model,
  lines: new Uint8Array(model.lines.length).fill(1),
  fits: () => true,
  told: toldOf(project.facts()),
  clock: 'published',
}
const none: Counting = { ...all, lines: new Uint8Array(model.lines.length), fits: () => false }
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
const requests = model.lines.filter(({ kind }) => kind === 'request')
const of = (label: string, what: CountedNumber, counting = all) =>
  countsOf(what, counting)[model.names.findIndex((name) => name.label === label)]

it('requests are counted for who makes them and for whom they are made of, as often as there are statements', () => {
  const [made, received] = [countsOf('asks', all), countsOf('asked', all)]
  for (const { index } of model.names) {
    const at = (end: 'source' | 'target') =>
      new Set(requests.flatMap((line) => (line[end] === index ? line.statements : []))).size
    expect(made[index]).toBe(at('source'))
    expect(received[index]).toBe(at('target'))
  }
  expect(sum(made)).toBeGreaterThan(0)
})

it('what is filtered out is not counted, mentions are those of the whole project', () => {
  for (const what of ['asks', 'asked', 'degree', 'statements'] as const) expect(sum(countsOf(what, none))).toBe(0)
  expect(countsOf('documents', none).every(Number.isNaN)).toBe(true)
  expect([...countsOf('mentions', none)]).toEqual(model.names.map(({ mentions }) => mentions))
})

it('neighbours are counted once, however many lines lead to them', () => {
  for (const { index } of model.names) {
    const others = new Set(
      model.linesOf[index]!.flatMap((line) => [model.lines[line]!.source, model.lines[line]!.target]),
    )
    others.delete(index)
    expect(countsOf('degree', all)[index]).toBe(others.size)
  }
})

it('documents, days and confidence are those of the statements; who has no date has no day', () => {
  expect(of('Ingrid Halvorsen', 'documents')).toBe(2)
  expect(of('passengers', 'documents')).toBe(1)
  expect(of('passengers', 'first')).toBe(periodOf('2019-03-14')!.start)
  expect(of('Selby Shipping', 'first', { ...all, clock: 'happened' })).toBe(periodOf('2016')!.start)
  expect(of('passengers', 'first', { ...all, clock: 'happened' })).toBeNaN()
  expect(of('Selby Shipping', 'confidence')).toBeGreaterThan(0)
  expect(of('Selby Shipping', 'confidence')).toBeLessThanOrEqual(1)
  for (const what of ['documents', 'first', 'confidence'] as const)
    expect(countsOf(what, { ...all, told: undefined }).every(Number.isNaN)).toBe(true)
})

it('a range leaves aside who has no number, and who is not shown', () => {
  const values = Float64Array.of(3, Number.NaN, 7, 1)
  expect(rangeOf(values)).toEqual({ least: 1, most: 7 })
  expect(rangeOf(values, Uint8Array.of(1, 1, 1, 0))).toEqual({ least: 3, most: 7 })
  expect(rangeOf(values, Uint8Array.of(0, 1, 0, 0))).toBeUndefined()
})

it('shapes are the larger the later they are, where a day is what they are sized by', () => {
  const few = { ...model, names: model.names.slice(0, 3), byRank: [0, 1, 2] }
  const days = Float64Array.of(17_000, 17_100, Number.NaN)
  const [early, late, undated] = sized(few, days, true).names
  expect(late!.size).toBeGreaterThan(2 * early!.size)
  expect(undated!.size).toBe(early!.size)
})
