import { describe, expect, it } from 'vitest'
import { datelineLength, markingLength } from '../../src/annotate/marking.ts'

describe('the marking of a paragraph of a cable', () => {
  it.each<[words: string, length: number, what: string]>([
    ['3 . ( SBU ) Embassy asked for guidance .', 5, 'a number and a classification'],
    ['( C ) Poloff met the mayor .', 3, 'a classification alone'],
    ['12 . Poloff met the mayor .', 0, 'a number alone, which the treebank knows'],
    ['( SBU )', 0, 'a classification that nothing follows'],
    ['The union ( UFW ) met .', 0, 'initials within a sentence'],
    ['( UFW ) met .', 0, 'other initials'],
  ])('"%s" has %i words of it: %s', (words, length) => {
    expect(markingLength(words.split(' '))).toBe(length)
  })
})

describe('the dateline of a report', () => {
  it.each([
    ['LIMA ( AP ) - A judge ordered the mill to stop', 5],
    ['OSLO — Two unions urged the port to reopen', 2],
    ['NEW YORK , Nov. 3 - The club asked for more', 6],
    ['Bergen ( NTB ) – Fishermen want the quay back', 5],
    ['Bergen - Oslo trains were late again today', 0],
    ['UN - backed talks failed again in the night', 0],
    ['The mill ( of 1870 ) - Lima knows it - was shut', 0],
    ['LIMA - Peru', 0],
    ['Lima , 14 Jan. 2019 - A judge ordered the mill to stop', 6],
    ['Lima , Peru , March 3 , 2019 – A judge ordered the mill to stop', 9],
    ['Anna Roth , 43 - A judge ordered her to stop', 0],
    ['Anna Roth , mayor - A judge ordered her to stop', 0],
  ])('"%s" has %i words of it', (words, length) => {
    expect(datelineLength(words.split(' '))).toBe(length)
  })
})
