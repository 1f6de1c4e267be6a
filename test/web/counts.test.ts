import { expect, it } from 'vitest'
import { countsOf } from '../../web/graph/counts.ts'
import { modelOf } from '../../web/graph/model.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const all = new Uint8Array(model.lines.length).fill(1)
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
const requests = model.lines.filter(({ kind }) => kind === 'request')

it('requests are counted for who makes them and for whom they are made of, as often as there are statements', () => {
  const [made, received] = [countsOf(model, 'asks', all), countsOf(model, 'asked', all)]
  for (const { index } of model.names) {
    const of = (end: 'source' | 'target') =>
      new Set(requests.flatMap((line) => (line[end] === index ? line.statements : []))).size
    expect(made[index]).toBe(of('source'))
    expect(received[index]).toBe(of('target'))
  }
  expect(sum(made)).toBeGreaterThan(0)
})

it('requests that are filtered out are not counted, mentions are those of the whole project', () => {
  const none = new Uint8Array(model.lines.length)
  expect(sum(countsOf(model, 'asks', none))).toBe(0)
  expect([...countsOf(model, 'mentions', none)]).toEqual(model.names.map(({ mentions }) => mentions))
})
