import { describe, expect, it } from 'vitest'
import { match, scoreAll } from '../../scripts/evaluate/openie.ts'

const gold = { relation: 'asked', arguments: ['Ada', 'the crew', 'to wait'] }

describe('a tuple', () => {
  it('matches itself wholly', () => {
    expect(match(gold, gold)).toEqual([1, 1])
  })

  it('matches nothing where a part has no word in common', () => {
    expect(match(gold, { ...gold, relation: 'told' })).toEqual([0, 0])
    expect(match(gold, { ...gold, arguments: ['Bo', 'the crew'] })).toEqual([0, 0])
  })

  it('loses recall for words left out, not precision', () => {
    expect(match(gold, { ...gold, arguments: ['Ada', 'the crew'] })).toEqual([1, 4 / 6])
  })

  it('of saying may have its speaker behind', () => {
    const said = { relation: 'said', arguments: ['it rains', 'Ada'] }
    expect(match(said, { relation: 'said', arguments: ['Ada', 'it rains'] })).toEqual([1, 1])
  })
})

describe('a set of tuples', () => {
  it('counts a reference for one extraction only in precision', () => {
    const found = new Map([['s', [gold, gold]]])
    expect(scoreAll(new Map([['s', [gold]]]), found, 0)).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 })
  })
})
