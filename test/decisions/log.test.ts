import { describe, expect, it } from 'vitest'
import { formatLog, nextTime, parseLog, redoable, together, undoable, undone } from '../../src/decisions/index.ts'
import type { Decision } from '../../src/model/index.ts'

const anchor = { document: 'a.txt', exact: 'Ann', prefix: '', suffix: '', start: 0, end: 3 }
const entity = { id: 'e1', name: 'Ann', type: 'Person', mentions: [anchor] } as const
const rename = (id: string, second: number): Decision => ({
  id,
  who: 'ann',
  when: `2026-01-01T00:00:0${second}.000Z`,
  what: 'rename',
  entity,
  name: id,
})
const undo = (id: string, second: number, undoes: string): Decision => ({
  id,
  who: 'ann',
  when: `2026-01-01T00:00:0${second}.000Z`,
  what: 'undo',
  undoes,
})

describe('the log', () => {
  it('is read as it was written', () => {
    const decisions = [rename('a', 1), undo('b', 2, 'a')]
    expect(parseLog(formatLog(decisions))).toEqual({ decisions, faults: [] })
  })

  it('tells of lines that hold no decision, by their numbers and fields, and reads the rest', () => {
    const lines = [
      '{"what":"rename"',
      JSON.stringify(rename('a', 1)),
      '',
      JSON.stringify({ ...rename('b', 1), name: '' }),
      JSON.stringify({ ...rename('c', 1), when: 'yesterday' }),
      JSON.stringify({ ...rename('d', 1), what: 'explode' }),
      '[]',
    ]
    const { decisions, faults } = parseLog(lines.join('\n'))
    expect(decisions.map(({ id }) => id)).toEqual(['a'])
    expect(faults.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [1, 'no JSON'],
      [4, 'name'],
      [5, 'when'],
      [6, 'what'],
      [7, expect.any(String)],
    ])
  })

  it('merged with another is the same in either order, each decision once, by time', () => {
    const [a, b, c] = [rename('a', 3), rename('b', 1), rename('c', 2)]
    const other = { ...rename('a', 3), name: 'forged' }
    expect(together([a!, b!], [c!, a!]).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
    expect(together([a!], [other])).toEqual(together([other], [a!]))
  })

  it('knows what is undone, what can be undone and what redone', () => {
    const log = [rename('a', 1), rename('b', 2), undo('u', 3, 'b'), undo('r', 4, 'u'), undo('v', 5, 'a')]
    expect([...undone(log).keys()].sort()).toEqual(['a', 'u'])
    expect(undoable(log).map(({ id }) => id)).toEqual(['b'])
    expect(redoable(log).map(({ id }) => id)).toEqual(['v'])
  })

  it('lets no undoing undo itself, nor what comes after it', () => {
    expect([...undone([undo('a', 1, 'b'), undo('b', 2, 'a')]).keys()]).toEqual(['a'])
    expect([...undone([undo('a', 1, 'a')]).keys()]).toEqual([])
  })

  it('gives a new decision a time after all that it holds, whatever the clocks say', () => {
    expect(nextTime([rename('a', 5)], new Date('2025-01-01'))).toBe('2026-01-01T00:00:05.001Z')
    expect(nextTime([rename('a', 5)], new Date('2027-01-01'))).toBe('2027-01-01T00:00:00.000Z')
    expect(nextTime([], new Date('2027-01-01'))).toBe('2027-01-01T00:00:00.000Z')
  })
})
