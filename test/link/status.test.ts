import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomesOf } from '../../src/link/status.ts'
import type { Answer, Factuality, Link, Statement } from '../../src/model/index.ts'

type Linked = Pick<Statement, 'id' | 'kind' | 'answer' | 'factuality' | 'links'>

const request = (id: string, repeats?: string, factuality: Factuality = 'actual'): Linked => {
  const links: Link[] = repeats ? [{ type: 'repeats', statement: repeats }] : []
  return { id, kind: 'request', factuality, links }
}
const answer = (id: string, to: string, how: Answer, factuality: Factuality = 'actual'): Linked => ({
  id,
  kind: 'response',
  answer: how,
  factuality,
  links: [{ type: 'answers', statement: to }],
})
const statusOf = (...statements: Linked[]) =>
  [...outcomesOf(statements)].map(([id, { status, by }]) => `${id} ${status}${by ? ` by ${by}` : ''}`)

describe('what came of a request', () => {
  it('is open until it is answered', () => {
    expect(statusOf(request('a'))).toEqual(['a open'])
  })

  it.each([
    ['grant', 'granted'],
    ['comply', 'complied'],
    ['refuse', 'refused'],
    ['defy', 'defied'],
    ['ignore', 'ignored'],
    ['withdraw', 'withdrawn'],
  ] as const)('is settled by an answer of the kind %s: %s', (how, status) => {
    expect(statusOf(request('a'), answer('b', 'a', how))).toEqual([`a ${status} by b`])
  })

  it('follows the last answer in the text', () => {
    expect(statusOf(request('a'), answer('b', 'a', 'refuse'), answer('c', 'a', 'comply'))).toEqual(['a complied by c'])
  })

  it.each([
    ['comply', 'future', 'granted'],
    ['defy', 'future', 'refused'],
    ['comply', 'denied', 'defied'],
    ['grant', 'denied', 'refused'],
  ] as const)('takes "%s" that is %s for %s', (how, factuality, status) => {
    expect(statusOf(request('a'), answer('b', 'a', how, factuality))).toEqual([`a ${status} by b`])
  })

  it.each([
    ['refuse', 'denied'],
    ['comply', 'hypothetical'],
    ['withdraw', 'future'],
  ] as const)('is not settled by "%s" that is %s', (how, factuality) => {
    expect(statusOf(request('a'), answer('b', 'a', how, factuality))).toEqual(['a open'])
  })

  it('is the same for what tells of the request again', () => {
    expect(statusOf(request('a'), request('b', 'a'), request('c', 'b'), answer('d', 'b', 'grant'))).toEqual([
      'a granted by d',
      'b granted by d',
      'c granted by d',
    ])
  })

  it('is nothing for a request that nobody made', () => {
    expect(statusOf(request('a', undefined, 'denied'), request('b', undefined, 'hypothetical'))).toEqual([])
  })

  it('is found for any links, rings among them', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd')
    const linked = fc.record({
      id: ids,
      kind: fc.constantFrom('request', 'response'),
      answer: fc.constantFrom('grant', 'refuse'),
      factuality: fc.constant('actual'),
      links: fc.array(fc.record({ type: fc.constantFrom('answers', 'repeats'), statement: ids })),
    })
    fc.assert(
      fc.property(fc.array(linked), (statements) => {
        const outcomes = outcomesOf(statements as Linked[])
        const requests = new Set<string>(statements.filter((s) => s.kind === 'request').map((s) => s.id))
        expect([...outcomes.keys()].every((id) => requests.has(id))).toBe(true)
        for (const { status, by } of outcomes.values()) expect(status === 'open').toBe(by === undefined)
      }),
    )
  })
})
