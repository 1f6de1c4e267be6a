import { describe, expect, it } from 'vitest'
import { segment } from '../../src/segment/index.ts'

const cut = (text: string) =>
  segment({ text })
    .filter(({ heading }) => heading)
    .map(({ start, end }) => text.slice(start, end))

describe('segment, the labels of those who speak in turns', () => {
  it('cuts off names in double brackets, each with a heading of its own', () => {
    expect(cut('((Mara Lind)) I left.\n\n((WP)) Why?\n\n((Mara Lind)) It was late.\n\n((WP)) When?')).toEqual([
      '((Mara Lind))',
      '((WP))',
      '((Mara Lind))',
      '((WP))',
    ])
  })
  it('cuts off names and roles before a colon', () => {
    expect(cut('Q: Who left?\n\nA: I did.\n\nQ: Why?\n\nA: It was late.')).toEqual(['Q:', 'A:', 'Q:', 'A:'])
    expect(cut('MR. OKORO: Stop.\n\nTHE CHAIR: Why?\n\nMR. OKORO: It burns.\n\nTHE CHAIR: Where?')).toHaveLength(4)
  })
  it('keeps a label that comes but once', () => {
    expect(cut('Q: Who left?\n\nA: I did.\n\nNASA: It burned.\n\nQ: Why?\n\nA: It was late.')).toEqual([
      'Q:',
      'A:',
      'Q:',
      'A:',
    ])
  })
  it('cuts off bare initials where the questions are labelled', () => {
    const text =
      '((WP)) Who are you?\n\nMara Lind I am a pilot.\n\n((WP)) Since when?\n\nML Since May.\n\n((WP)) Why?\n\nML Fun.'
    expect(cut(text)).toEqual(['((WP))', 'Mara Lind', '((WP))', 'ML', '((WP))', 'ML'])
  })
  it('keeps the words before a colon where nobody speaks in turns', () => {
    expect(
      cut('Price: ten crowns.\n\nColour: red.\n\nPrice: two crowns.\n\nColour: blue.\n\nPrice: one crown.'),
    ).toEqual([])
    expect(cut('Q: Who?\n\nQ: When?\n\nA: I did.\n\nA: Now.')).toEqual([])
    expect(cut('The mayor: a portrait.\n\nThe mayor: a second look.')).toEqual([])
    expect(cut('NASA Reported a fault.\n\nNASA Was late.\n\nESA Left.\n\nESA Came.\n\nNASA Went.')).toEqual([])
  })
  it('cuts off any name beside the turns of somebody known by initials or marks', () => {
    expect(cut('Courier: Why?\n\nVF: It burned.\n\nCourier: When?\n\nVF: In May.')).toEqual([
      'Courier:',
      'VF:',
      'Courier:',
      'VF:',
    ])
    expect(cut('Q: Who left?\n\nA: I did.')).toEqual(['Q:', 'A:'])
  })
  it('cuts off speakers as hearings print them, and the senders of a chat', () => {
    expect(cut('The CHAIRMAN. We begin.\n\nMs. ROTH. My name is Vera Roth.\n\nMr. FALK. Why?')).toEqual([
      'The CHAIRMAN.',
      'Ms. ROTH.',
      'Mr. FALK.',
    ])
    expect(cut('[10:02] vera: can you come?\n[10:03] odo: no\n[10:04] vera: why?')).toEqual([
      '[10:02] vera:',
      '[10:03] odo:',
      '[10:04] vera:',
    ])
    expect(cut('The UNESCO. It met.\n\nIt closed.')).toEqual([])
  })
  it('loses no character of the text', () => {
    const text = 'Q:  Who left? \n\nA: I did.\n\nQ: Why?\n\nA:\tIt was late.'
    const words = segment({ text }).flatMap((sentence) => sentence.words.map(({ form }) => form))
    expect(words.join('')).toBe(text.replace(/\s/g, ''))
  })
})
