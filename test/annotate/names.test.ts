import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSyntax } from '../../src/annotate/models.ts'
import type { Names } from '../../src/annotate/names.ts'
import { decodeNames, namesFile } from '../../src/annotate/names-model.ts'
import type { Tagger } from '../../src/annotate/tagger.ts'
import { lookUpWords } from '../../src/annotate/tagger-features.ts'

const read = (name: string) => readFile(new URL(`../../src/annotate/models/${name}`, import.meta.url))
let names: Names
let tagger: Tagger

beforeAll(async () => {
  tagger = (await loadSyntax(read)).tagger
  names = await decodeNames(await read(namesFile), tagger.words)
})

const sentence = (text: string) => {
  const forms = text.split(' ')
  const { tags } = tagger.tag(lookUpWords(tagger.words, forms))
  return { tokens: forms.map((form, i) => ({ form, upos: tags[i]!.upos, xpos: tags[i]!.xpos })) }
}

/** "PERSON: Aki Sorensen" for each name of each sentence. */
const found = (...texts: string[]) =>
  names.recognize(texts.map(sentence)).map((list, s) => {
    const forms = texts[s]!.split(' ')
    return list.map(({ first, last, type }) => `${type}: ${forms.slice(first, last).join(' ')}`)
  })

describe('names', () => {
  it.each([
    [
      'Prime Minister Aki Sorensen met Lena Holm in Kenya .',
      ['PERSON: Aki Sorensen', 'PERSON: Lena Holm', 'PLACE: Kenya'],
    ],
    [
      'Norhaven Holdings Co Ltd , a unit of Amazon.com Inc , refused .',
      ['ORGANIZATION: Norhaven Holdings Co Ltd', 'ORGANIZATION: Amazon.com Inc'],
    ],
    ['He told Fox News and the New York Times so .', ['ORGANIZATION: Fox News', 'ORGANIZATION: New York Times']],
    ["China 's public security ministry declined .", ['PLACE: China']],
    [
      'The Ministry of Fisheries paid $ 30 million on Tuesday .',
      ['GOVERNMENT: Ministry of Fisheries', 'MONEY: $ 30 million', 'DATE: Tuesday'],
    ],
    [
      'In France the Northern Farmers Party wants the Harbour Safety Act repealed .',
      ['PLACE: France', 'PARTY: Northern Farmers Party', 'LAW: Harbour Safety Act'],
    ],
    ['the farmers want their money back by then .', []],
  ])('%s', (text, expected) => expect(found(text)[0]).toEqual(expected))

  it('sees through a headline in capitals', () => {
    expect(found('MINISTER JOHN HARRIS ORDERS REVIEW IN LONDON')[0]).toEqual(['PERSON: JOHN HARRIS', 'PLACE: LONDON'])
  })

  it('knows a person by the surname later in the document', () => {
    expect(found('Maria Oyelaran wrote to the paper .', 'Oyelaran asked for a reply .')[1]).toEqual([
      'PERSON: Oyelaran',
    ])
  })

  it('is surer of what is plain than of what is odd', () => {
    const [plain, odd] = names.recognize([
      sentence('President Barack Obama spoke in Berlin .'),
      sentence('Blick Vroom Zed'),
    ])
    for (const { confidence } of plain!) expect(confidence).toBeGreaterThan(0.8)
    for (const { confidence } of [...plain!, ...odd!]) expect(confidence).toBeLessThanOrEqual(1)
  })

  it('gives names that lie in the sentence, in order, without overlap, whatever the words', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'Ministry',
        'of',
        'Act',
        'the',
        'John',
        'Inc',
        '-',
        "'s",
        'May',
        '2',
        '$',
        'UN',
        'é',
        '🙂',
        '\u0000',
        '',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 4 }), (sentences) => {
        const given = sentences.map((forms) => ({ tokens: forms.map((form) => ({ form, upos: 'X', xpos: 'FW' })) }))
        names.recognize(given).forEach((list, s) => {
          let end = 0
          for (const { first, last, confidence } of list) {
            expect(first).toBeGreaterThanOrEqual(end)
            expect(last).toBeGreaterThan(first)
            expect(confidence).toBeGreaterThanOrEqual(0)
            end = last
          }
          expect(end).toBeLessThanOrEqual(sentences[s]!.length)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('takes a sentence of 20,000 words with capitals', () => {
    expect(names.recognize([sentence(new Array(10_000).fill('Of United').join(' '))])).toHaveLength(1)
  })
})
