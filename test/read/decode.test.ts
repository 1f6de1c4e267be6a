import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.ts'

const sentence = 'The minister said: “Don’t sign – it’s naïve”, and asked for €5…'

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(sentence), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sentence}`), 'utf-8'],
    ['UTF-16 little-endian with its mark', iconv.encode(sentence, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 big-endian with its mark', iconv.encode(sentence, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 little-endian without one', iconv.encode(sentence, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big-endian without one', iconv.encode(sentence, 'utf-16be'), 'utf-16be'],
    ['windows-1252', iconv.encode(sentence, 'windows-1252'), 'windows-1252'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: sentence, encoding, replaced: 0 })
  })

  it('reads Latin-1', () => {
    const text = 'The São Paulo office asked Señor Müller for his résumé.'
    expect(decode(Buffer.from(text, 'latin1')).text).toBe(text)
  })

  it('reads all specials of windows-1252', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i).filter(
      (b) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(b),
    )
    const text = iconv.decode(Buffer.from(bytes), 'windows-1252')
    expect(decode(bytes, 'windows-1252').text).toBe(text)
    expect(decode(Buffer.concat([Buffer.from('He said so: '), bytes])).text).toBe(`He said so: ${text}`)
  })

  it.each(['windows-1251', 'koi8-r', 'shift_jis', 'gb18030', 'big5', 'euc-kr'])('reads %s', (encoding) => {
    const text = {
      'windows-1251': 'Министр попросил посла подписать письмо до пятницы.',
      'koi8-r': 'Министр попросил посла подписать письмо до пятницы.',
      shift_jis: '大臣は大使に手紙に署名するよう求めた。',
      gb18030: '部长要求大使在信上签字。',
      big5: '部長要求大使在信上簽字。',
      'euc-kr': '장관은 대사에게 편지에 서명하라고 요청했다.',
    }[encoding]!
    expect(decode(iconv.encode(text, encoding)).text).toBe(text)
  })

  it('replaces and counts bad bytes in UTF-8, and does not count U+FFFD that the file holds', () => {
    const bytes = Buffer.concat([
      Buffer.from('“Yes”, said José\ufffd '),
      Buffer.from([0xff]),
      Buffer.from(' and left.'),
    ])
    expect(decode(bytes)).toEqual({ text: '“Yes”, said José\ufffd \ufffd and left.', encoding: 'utf-8', replaced: 1 })
  })

  it('takes an unknown declared encoding for none', () => {
    expect(decode(Buffer.from('naïve'), 'no-such-thing').text).toBe('naïve')
  })

  it('gives back every text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'))
        expect(decode(Buffer.from(text)).text).toBe(text)
      }),
    )
  })

  it('gives a character for each byte, whatever the bytes, in windows-1252', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(decode(Buffer.concat([Buffer.from('a'), bytes]), 'latin1').text).toHaveLength(bytes.length + 1)
      }),
    )
  })
})
