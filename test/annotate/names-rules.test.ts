import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesAndAmounts } from '../../src/annotate/names-rules.ts'
import { fineType, tellingNames, titleWords, typeByWords } from '../../src/annotate/names-types.ts'

const split = (sentence: string) => sentence.split(' ')

/** "DATE: 2 August 2017" for what is found in a sentence whose words stand apart. */
const found = (sentence: string) => {
  const forms = split(sentence)
  const words = forms.map((form, i) => ({
    form,
    upos: /^\W/.test(form) ? 'PUNCT' : /^[A-Z]/.test(form) && i > 0 ? 'PROPN' : 'NOUN',
  }))
  return datesAndAmounts(words).map(({ first, last, type }) => `${type}: ${forms.slice(first, last).join(' ')}`)
}

describe('dates and amounts', () => {
  it.each([
    ['It closed on 2 August 2017 .', ['DATE: 2 August 2017']],
    ['It closed on Aug. 2 , 2017 .', ['DATE: Aug. 2 , 2017']],
    ['Talks begin Tuesday , March 3 , in Oslo .', ['DATE: Tuesday , March 3']],
    ['She wrote on Monday morning and again yesterday .', ['DATE: Monday morning', 'DATE: yesterday']],
    ['Filed 2017-08-02 , amended 3/9/2018 .', ['DATE: 2017-08-02', 'DATE: 3/9/2018']],
    ['In 1998 , they met ; by the 1990s it was over .', ['DATE: 1998', 'DATE: 1990s']],
    ['He left in early May .', ['DATE: early May']],
    ['They may ask ; we march on .', []],
    ['Last week he came back three days later .', ['DATE: Last week', 'DATE: three days later']],
    ['They vote in the next ten days .', ['DATE: next ten days']],
    ['The 3rd of June is near .', ['DATE: 3rd of June']],
    ['From 4 - 6 May', ['DATE: 6 May']],
  ])('%s', (sentence, names) => expect(found(sentence)).toEqual(names))

  it.each([
    ['It paid $ 30 million to them .', ['MONEY: $ 30 million']],
    ['It paid $30m and € 5.5 bn .', ['MONEY: $30m', 'MONEY: € 5.5 bn']],
    ['A fine of 200 euros or 40,000 U.S. dollars .', ['MONEY: 200 euros', 'MONEY: 40,000 U.S. dollars']],
    ['Two million rupees went missing .', ['MONEY: Two million rupees']],
    ['It has 300 members and 2 million users .', []],
  ])('%s', (sentence, names) => expect(found(sentence)).toEqual(names))

  it('finds spans that lie in the sentence and do not overlap, whatever the words', () => {
    const word = fc.constantFrom(
      'May',
      '2',
      ',',
      '2017',
      '-',
      '$',
      'million',
      'Monday',
      'of',
      'last',
      'week',
      'ago',
      '',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (forms) => {
        let end = 0
        for (const { first, last } of datesAndAmounts(forms.map((form) => ({ form, upos: 'NOUN' })))) {
          expect(first).toBeGreaterThanOrEqual(end)
          expect(last).toBeGreaterThan(first)
          end = last
        }
        expect(end).toBeLessThanOrEqual(forms.length)
      }),
    )
  })
})

describe('types of names', () => {
  it.each([
    ['Ministry of Transport and Works', 'PublicBody'],
    ['Kenya Commercial Bank', 'Company'],
    ['Northern Farmers Party', 'PoliticalParty'],
    ['University of Lund', 'Organization'],
    ['Border Security Agency', 'PublicBody'],
    ['Tornado', undefined],
  ])('the words of "%s" say %s', (name, type) => expect(typeByWords(split(name))).toBe(type))

  it.each([
    ['ORG', 'State Department', 'GOVERNMENT'],
    ['ORG', 'Fox News', 'ORGANIZATION'],
    ['ORG', 'Likud', 'PARTY'],
    ['ORG', 'Harbour Safety Act', 'LAW'],
    ['PER', 'Aki Sorensen', 'PERSON'],
    ['LOC', 'Kenya', 'PLACE'],
  ] as const)('a learnt %s "%s" is a %s', (learnt, name, type) => expect(fineType(learnt, split(name))).toBe(type))
})

describe('names that their words give away', () => {
  const found = (sentence: string) =>
    tellingNames(split(sentence)).map(
      ({ first, last, type }) => `${type}: ${split(sentence).slice(first, last).join(' ')}`,
    )
  it.each([
    ['They broke the Harbour Safety Act of 1988 .', ['LAW: Harbour Safety Act']],
    ['Under the Treaty of Lund , no fleet may pass .', ['LAW: Treaty of Lund']],
    ['The council cited Resolution 1750 .', ['LAW: Resolution 1750']],
    ['The Convention on the Rights of Fishers was signed .', ['LAW: Convention on the Rights of Fishers']],
    ['We must act now on the bill .', []],
    ['Act now .', []],
    ["Lund 's Ministry of Works and Transport agreed .", ['GOVERNMENT: Ministry of Works and Transport']],
    ['But the public works ministry did not .', []],
    ['It sued Norhaven Holdings Co Ltd and others .', ['ORGANIZATION: Norhaven Holdings Co Ltd']],
    ['The Northern Farmers Party won .', ['PARTY: Northern Farmers Party']],
    ['In Lund the Northern Farmers Party won .', ['PARTY: Northern Farmers Party']],
    ['It asked John Harris of Norhaven Ltd .', ['ORGANIZATION: Norhaven Ltd']],
  ])('%s', (sentence, names) => expect(found(sentence)).toEqual(names))

  it('takes titles off a person, but never all', () => {
    expect([titleWords(['President', 'Holm']), titleWords(['Holm']), titleWords(['President'])]).toEqual([1, 0, 0])
  })
})
