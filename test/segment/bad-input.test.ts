import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../src/segment/index.ts'

/** Puts words and gaps together again; throws where a span is wrong. */
function rebuilt(text: string): string {
  const parts: string[] = []
  let at = 0
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what} at ${at}`)
  }
  for (const { start, end, words } of segment({ text })) {
    must(words.length > 0, 'a sentence without words')
    must(start === words[0]!.start && end === words[words.length - 1]!.end, 'a sentence that is not its words')
    for (const word of words) {
      must(word.start >= at && word.end > word.start, 'a span out of order')
      must(word.form === text.slice(word.start, word.end), 'a form that is not its span')
      must(!/\s/.test(word.form), 'white space in a word')
      must(!/\S/.test(text.slice(at, word.start)), 'a gap that is not white space')
      parts.push(text.slice(at, word.start), word.form)
      at = word.end
    }
  }
  return parts.join('') + text.slice(at)
}

const awkward: readonly (readonly [string, string])[] = [
  ['empty text', ''],
  ['white space only', ' \t\n\u00a0\r\n  '],
  ['one word', 'word'],
  ['10,000 words without a full stop', 'word '.repeat(10_000)],
  ['capitals only', 'THE MINISTER ASKED THE U.N. TO ACT. IT DID NOT. MR. HALE DID.'],
  ['no capitals', 'the minister asked the u.n. to act. it did not. mr. hale did.'],
  ['a list', '1. milk\n2) bread\n(c) salt\n• tea\n- rice\n'],
  ['a table', 'name\tage\tcity\nAda\t36\tLondon\n| a | b |\n|---|---|\n'],
  ['emoji', 'Fine 👍🏽👨‍👩‍👧‍👦! 🇫🇷🇩🇪 ok ❤️.'],
  ['other languages', '部长要求工厂停工。他们拒绝了。 Министр просил. الوزير طلب. ¿Qué pasó?'],
  ['control characters', 'a\u0000b\u0001 c\u0007.\u001b[0m d\u0085e\u200b\ufeff'],
  ['lone surrogates', 'a\ud800b \udc00 \ud83d. x\udfff'],
  ['e-mail headers', 'From: a@b.c\nTo: d@e.f\nSubject: Re: x\n\n> > old\n> reply\nnew'],
  ['only punctuation', '... --- !!! ??? "\'`()[]{}<>|\\/'],
  ['a great many dots', '.'.repeat(300_000)],
  ['a great many of a-', 'a-'.repeat(100_000)],
  ['a great many of a.', 'a.'.repeat(100_000)],
  ['a great many quotation marks', '"'.repeat(300_000)],
  ["a great many of '", "s' ".repeat(100_000)],
  ['a long line of @', 'a@'.repeat(300_000)],
  ['a long address', `http://${'a('.repeat(300_000)}`],
  ['a long line of digits', '1'.repeat(100_000)],
  ['a long line of 1,', '1,'.repeat(300_000)],
  ['many line breaks', 'a\n'.repeat(300_000)],
  ['many wide gaps', `a${'   '.repeat(300_000)}b`],
]

describe('segment', () => {
  for (const [name, text] of awkward) {
    it(`rebuilds ${name}`, () => {
      expect(rebuilt(text) === text).toBe(true)
    })
  }

  it('rebuilds any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(rebuilt(text)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('rebuilds any mixture of what texts are made of', () => {
    const piece = fc.constantFrom(
      ...[
        'Mr.',
        'U.S.',
        "don't",
        'etc.',
        'a.b@c.org',
        'http://x.y/',
        '...',
        '?!',
        '"',
        "'",
        '’',
        '(',
        ')',
        '>',
        '-',
        '--',
      ],
      ...[
        '$30m',
        '1,000',
        '5pm',
        'co-op',
        '&',
        '#',
        '@',
        'Ph.D',
        'said',
        'The',
        '\n',
        '\n\n',
        ' ',
        '\t',
        '👍',
        '\ud800',
        ':',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        expect(rebuilt(text)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
