import { describe, expect, it } from 'vitest'
import { lookUp, partOfSpeech, readDictionary, writeDictionary } from '../../src/annotate/dictionary.ts'

const { noun, verb, past, participle, gerund, thirdPerson, plural } = partOfSpeech

describe('the dictionary', () => {
  const dictionary = new Map([
    ['veto', noun | verb],
    ['carry', verb],
    ['stop', verb],
    ['gave', past],
  ])

  it.each([
    ['veto', noun | verb],
    ['vetoes', plural | thirdPerson],
    ['vetoed', past | participle],
    ['carries', thirdPerson],
    ['carried', past | participle],
    ['stopping', gerund],
    ['gave', past],
    ['xyzzy', 0],
    ['s', 0],
  ])('knows "%s" by its forms', (word, bits) => {
    expect(lookUp(dictionary, word)).toBe(bits)
  })

  it('comes back from its text', () => {
    const read = readDictionary(writeDictionary(dictionary))
    for (const [word, bits] of dictionary) expect(read.get(word)).toBe(bits)
    expect(read.get('xyzzy')).toBeUndefined()
    expect(readDictionary('').get('xyzzy')).toBeUndefined()
  })
})
