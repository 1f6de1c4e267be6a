import { describe, expect, it } from 'vitest'
import { acronyms, nameWords, sameBodyName, samePersonName } from '../../src/lexicon/nameMatch.ts'

describe('names of people', () => {
  it.each([
    ['Lind', 'Mara Lind', true],
    ['Mara', 'Mara Lind', true],
    ['Bill Okoro', 'William Okoro', true],
    ['M. Lind', 'Mara Lind', true],
    ['Mara Lind', 'Mara J. Lind', true],
    ['Mara Lind', 'Eva Lind', false],
    ['Lind', 'Mara Lindqvist', false],
    ['Paul Rossi Jr', 'Paul Rossi III', false],
    ['Veen', 'Jan van der Veen', true],
    ['van der Veen', 'Jan van der Veen', true],
  ])('%s and %s: %s', (short, long, same) => {
    expect(samePersonName(nameWords(short), nameWords(long))).toBe(same)
  })
})

describe('names of bodies', () => {
  it.each([
    ['Tarvonex', 'Beijing Tarvonex Technology Co Ltd', true],
    ['Quendro', 'Quendro.com Inc', true],
    ['Quendro', 'Quendro Cloud Services', false],
    ['Greenpeace', 'Greenpeace International', true],
    ['House', 'White House', false],
    ['Bank', 'Bank of Lagos', false],
    ['Lagos', 'Bank of Lagos', false],
    ['Technology', 'Tarvonex Technology', false],
  ])('%s is short for %s: %s', (short, long, same) => {
    expect(sameBodyName(nameWords(short), nameWords(long))).toBe(same)
  })

  it.each([
    ['World Trade Organization', 'wto'],
    ['Ministry of Industry and Trade', 'mit'],
    ['Department of Defense', 'dod'],
  ])('%s is shortened to %s', (name, acronym) => {
    expect(acronyms(nameWords(name))).toContain(acronym)
  })
})
