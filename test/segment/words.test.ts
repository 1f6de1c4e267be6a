import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/segment/index.ts'

/** Words parted by a space; a word that continues a multiword token after `+`. */
const words = (text: string): string =>
  tokenize(text)
    .map(({ form, joined }) => (joined ? `+${form}` : form))
    .join(' ')

const table: readonly (readonly [string, string, string])[] = [
  ['takes negations apart', "They don't and can’t.", "They do +n't and ca +n’t ."],
  ['takes negations apart that lack the apostrophe', 'They dont. I cannot.', 'They do +nt . I can +not .'],
  ['takes contracted verbs apart', "She'll say we've won; I'm out.", "She +'ll say we +'ve won ; I +'m out ."],
  ['takes possessives apart', "Halden's and the owners' claims", "Halden +'s and the owners +' claims"],
  ['does not join a possessive that stands apart', "Halden Inc 's claim", "Halden Inc 's claim"],
  ['takes a quotation mark after s for no possessive', "the 'owners' said", "the ' owners ' said"],
  ['keeps names with apostrophes', "O'Hara of Sana'a", "O'Hara of Sana'a"],
  ['takes compounds apart', 'a well-known ten-year plan', 'a well - known ten - year plan'],
  ['keeps prefixes', 'co-workers re-elected non-European mid-1980s', 'co-workers re-elected non-European mid-1980s'],
  [
    'keeps addresses',
    'ana.ruiz@example.org, (http://example.org/a?b=c).',
    'ana.ruiz@example.org , ( http://example.org/a?b=c ) .',
  ],
  ['takes amounts apart', '$30m, US$5 and 7%', '$ 30 m , US$ 5 and 7 %'],
  [
    'keeps numbers, times, dates and telephone numbers',
    '1,000.5 at 10:30 on 3/4/2020: 555-123-4567',
    '1,000.5 at 10:30 on 3/4/2020 : 555-123-4567',
  ],
  ['takes ranges apart', '1990-1995', '1990 - 1995'],
  ['keeps ordinals and decades', "the 3rd of the 1990s and '80s", "the 3rd of the 1990s and '80s"],
  [
    'keeps abbreviations',
    'Halden Co Ltd. in the U.S. met Dr. No on Jan. 5.',
    'Halden Co Ltd. in the U.S. met Dr. No on Jan. 5 .',
  ],
  ['parts "etc" from the full stop of a sentence', 'pens, paper, etc.', 'pens , paper , etc .'],
  ['takes doubled apostrophes for quotation marks', "''Stop'' he said", "'' Stop '' he said"],
  ['takes curly quotation marks apart', '“Stop,” he said', '“ Stop , ” he said'],
  ['keeps runs of a mark', 'Wait... what?! -- no', 'Wait ... what ?! -- no'],
  ['keeps emoticons and emoji', 'fine :-) 👍🏽', 'fine :-) 👍🏽'],
  ['keeps ampersands between capitals', 'AT&T, salt & pepper', 'AT&T , salt & pepper'],
  ['takes slashes apart', 'and/or', 'and / or'],
  ['keeps names of files', 'see plan_v2.doc.', 'see plan_v2.doc .'],
]

describe('tokenize', () => {
  for (const [behaviour, text, expected] of table) {
    it(behaviour, () => {
      expect(words(text)).toBe(expected)
    })
  }
})
