import { describe, expect, it } from 'vitest'
import { mendExtents } from '../../src/annotate/names-extent.ts'
import type { NameType } from '../../src/model/index.ts'

/** "[PERSON Nora Hale] left" → the same after mending. */
function mended(marked: string): string {
  const forms: string[] = []
  const names: { first: number; last: number; type: NameType; confidence: number }[] = []
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const name = /^\[(\S+) (.*)\]$/.exec(part)
    const words = (name?.[2] ?? part).split(' ').filter(Boolean)
    if (name)
      names.push({
        first: forms.length,
        last: forms.length + words.length,
        type: name[1] as NameType,
        confidence: 0.6,
      })
    forms.push(...words)
  }
  const found = mendExtents(forms, names)
  return forms
    .map((form, at) => {
      const name = found.find(({ first, last }) => first <= at && at < last)
      return `${name?.first === at ? `[${name.type} ` : ''}${form}${name?.last === at + 1 ? ']' : ''}`
    })
    .join(' ')
}

describe('extents of names', () => {
  it.each([
    [
      'joins a party of two words under one article',
      'the Salt and [PARTY Lantern Party] won',
      'the [PARTY Salt and Lantern Party] won',
    ],
    [
      'leaves a body before "and" apart',
      'the Senate and [PARTY Lantern Party] won',
      'the Senate and [PARTY Lantern Party] won',
    ],
    [
      'gives a club the whole of its place',
      'the New [PERSON York Harbourers] lost',
      'the [ORGANIZATION New York Harbourers] lost',
    ],
    [
      'parts a body and a person',
      '[PERSON United Nations Nora Hale] left',
      '[ORGANIZATION United Nations] [PERSON Nora Hale] left',
    ],
    [
      'parts a newsroom and a surname',
      'told [ORGANIZATION CNN Cummings] was',
      'told [ORGANIZATION CNN] [PERSON Cummings] was',
    ],
    [
      'leaves a title outside',
      '[GOVERNMENT Senate Minority Whip Peter Dorban] left',
      'Senate Minority Whip [PERSON Peter Dorban] left',
    ],
    [
      'parts two bodies',
      '[ORGANIZATION University of Lagos and Veld Expeditions]',
      '[ORGANIZATION University of Lagos] and [ORGANIZATION Veld Expeditions]',
    ],
    [
      'joins what "and" parted',
      'the National Search and [GOVERNMENT Rescue Agency]',
      'the [GOVERNMENT National Search and Rescue Agency]',
    ],
    [
      'joins whose conference it is',
      "the [ORGANIZATION Coastal Bishops] ' [EVENT Conference]",
      "the [EVENT Coastal Bishops ' Conference]",
    ],
  ])('%s', (_, before, after) => expect(mended(before)).toBe(after))

  it.each([
    '[ORGANIZATION World Bank] and [ORGANIZATION Monetary Fund]',
    'The [PLACE Congo] and [GOVERNMENT Rescue Agency]',
    '[ORGANIZATION Marks and Spencer] left',
    '[GOVERNMENT Department of Health and Human Services]',
    '[PERSON Nora Hale] left',
    "[COMPANY Amazon] ' s [GOVERNMENT Council]".replace('COMPANY', 'ORGANIZATION'),
  ])('leaves alone: %s', (text) => expect(mended(text)).toBe(text))
})
