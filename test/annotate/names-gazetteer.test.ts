import { describe, expect, it } from 'vitest'
import { readClusters } from '../../src/annotate/clusters.ts'
import { known, knownNames, lexicalBits } from '../../src/annotate/names-gazetteer.ts'

describe('known names in a sentence', () => {
  it('covers the longest one, with first, inside and last words told apart', () => {
    const codes = knownNames(['Visit', 'New', 'York', ',', 'not', 'York'])
    expect(codes[1]! & 7).toBe(5)
    expect(codes[2]! & 7).toBe(7)
    expect(codes[0]).toBe(0)
    expect(codes[5]! & 7).toBe(4)
  })

  it('asks for a capital', () => expect([...knownNames(['paris', 'reading'])]).toEqual([0, 0]))

  it('knows names that are split at hyphens', () => {
    expect([...knownNames(['In', 'Guinea', '-', 'Bissau'])].filter((code) => code > 0)).toHaveLength(3)
  })

  it('takes a megabyte of known first words in its stride', () => {
    expect(knownNames(new Array(100_000).fill('United'))).toHaveLength(100_000)
  })
})

describe('what the lexicon says of a form', () => {
  it('is what it said when the names model learnt', () => {
    expect(lexicalBits('spokeswoman') & known.personNoun).toBe(known.personNoun)
    expect(lexicalBits('amazon')).toBe(0)
  })

  it.each([
    ['Mary', known.firstName],
    ['Grigoryan', known.surname],
    ['Senator', known.title],
    ['Ltd', known.companySuffix],
    ['Kenyan', known.demonym],
    ['plumber', known.personNoun],
  ])('%s', (form, bit) => expect(lexicalBits(form) & bit).toBe(bit))

  it('has nothing on punctuation', () => expect(lexicalBits('--')).toBe(0))
})

it('reads clusters as bit strings', () => {
  const clusters = readClusters('0010 may march\n0011 monday\n')
  expect([clusters.get('march'), clusters.get('monday'), clusters.get('x')]).toEqual(['0010', '0011', undefined])
})
