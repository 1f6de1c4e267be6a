import { describe, expect, it } from 'vitest'
import {
  countryByCapital,
  countryByDemonym,
  countryByName,
  fold,
  genderOfFirstName,
  genderOfNoun,
  genderOfTitle,
  isActorNoun,
  isCompanySuffix,
  isDemonym,
  isFirstName,
  isMedia,
  isNameSuffix,
  isPersonNoun,
  isSurname,
  isTitle,
  organizationType,
  placeKind,
  sameFirstName,
  titleLength,
  typeOfNameWord,
  typeOfNoun,
  withoutCompanySuffix,
} from '../../src/lexicon/index.ts'

describe('people', () => {
  it.each([
    ['Mary', 'female'],
    ['JAMES', 'male'],
    ['José', 'male'],
    ['Riley', 'unknown'],
    ['Qwzx', 'unknown'],
  ])('%s as a first name is %s', (name, gender) => expect(genderOfFirstName(name)).toBe(gender))

  it('knows first names and surnames of several countries', () => {
    for (const name of ['Olga', 'Hiroshi', 'Léa', 'Mohammed']) expect(isFirstName(name), name).toBe(true)
    for (const name of ['Smith', 'Grigoryan', 'Nguyen', "O'Brien", 'Ivanov']) expect(isSurname(name), name).toBe(true)
    for (const word of ['of', 'ministry', 'thereby']) expect(isSurname(word) || isFirstName(word), word).toBe(false)
  })

  it('knows short forms in both directions', () => {
    expect(sameFirstName('Bill', 'William')).toBe(true)
    expect(sameFirstName('william', 'BILL')).toBe(true)
    expect(sameFirstName('Bill', 'Alice')).toBe(false)
  })

  it.each([
    [['Prime', 'Minister', 'Aki', 'Sorensen'], 0, 2],
    [['Mr.', 'President'], 0, 2],
    [['Aki', 'Sorensen'], 0, 0],
    [['the', 'Foreign', 'Secretary', 'Dara', 'Okoye'], 1, 2],
    [['General'], 0, 1],
    [[], 0, 0],
  ])('the title of %j from word %i has %i words', (words, at, length) => expect(titleLength(words, at)).toBe(length))

  it('takes the gender of a title only where it tells one', () => {
    expect([genderOfTitle('Mrs.'), genderOfTitle('Sir'), genderOfTitle('Dr.')]).toEqual(['female', 'male', 'unknown'])
    expect(isTitle('Secretary-General') && isNameSuffix('Jr.')).toBe(true)
  })
})

describe('places', () => {
  it.each([
    ['the UK', 'United Kingdom'],
    ['U.S.', 'United States'],
    ['Burma', 'Myanmar'],
    ['the Netherlands', 'Netherlands'],
    ["People's Republic of China", 'China'],
    ['Côte d’Ivoire', 'Ivory Coast'],
  ])('%s is %s', (name, country) => expect(countryByName(name)?.name).toBe(country))

  it.each([
    ['Chinese', 'China'],
    ['Britons', 'United Kingdom'],
    ['Dutch', 'Netherlands'],
    ['South Korean', 'South Korea'],
    ['Swedes', 'Sweden'],
  ])('%s are the people of %s', (word, country) => expect(countryByDemonym(word)?.name).toBe(country))

  it.each([
    ['Beijing', 'China'],
    ['Kiev', 'Ukraine'],
    ['Washington', 'United States'],
    ['Brasília', 'Brazil'],
  ])('%s governs %s', (city, country) => expect(countryByCapital(city)?.name).toBe(country))

  it('tells demonyms of peoples without a country', () => {
    expect(['Kurdish', 'Europeans', 'Arab', 'Jews'].every(isDemonym)).toBe(true)
    expect(['London', 'bank', 'is'].some(isDemonym)).toBe(false)
  })

  it.each([
    ['Lagos', 'city'],
    ['Texas', 'region'],
    ['France', 'country'],
    ['the South China Sea', 'water'],
    ['Wherewithal', undefined],
  ])('%s is a %s', (name, kind) => expect(placeKind(name)).toBe(kind))
})

describe('organizations', () => {
  it.each([
    ['the State Department', 'PublicBody'],
    ['NATO', 'Organization'],
    ['The New York Times', 'Organization'],
    ['OpenAI', 'Company'],
    ['Democratic Party', 'PoliticalParty'],
    ['Anybody and Sons', undefined],
  ])('%s is a %s', (name, type) => expect(organizationType(name)).toBe(type))

  it('cuts the endings that the law asks for, never the whole name', () => {
    expect(withoutCompanySuffix(['Harbour', 'Data', 'Co', 'Ltd'])).toEqual(['Harbour', 'Data'])
    expect(withoutCompanySuffix(['Harbour', ',', 'Inc.'])).toEqual(['Harbour'])
    expect(withoutCompanySuffix(['Company'])).toEqual(['Company'])
    expect(isCompanySuffix('GmbH')).toBe(true)
  })

  it('tells media from other organizations', () => {
    expect(isMedia('Reuters') && isMedia('the Guardian')).toBe(true)
    expect(isMedia('NATO')).toBe(false)
  })

  it.each([
    ['Ministry', 'PublicBody'],
    ['Bank', 'Company'],
    ['Party', 'PoliticalParty'],
    ['Act', 'Law'],
    ['Summit', 'Event'],
    ['Yellow', undefined],
  ])('%s in a name makes it a %s', (word, type) => expect(typeOfNameWord(word)).toBe(type))
})

describe('nouns', () => {
  it.each([
    ['minister', 'Person'],
    ['regulator', 'PublicBody'],
    ['authorities', 'Group'],
    ['automaker', 'Company'],
    ['letter', 'Document'],
    ['treaty', 'Law'],
    ['city', 'Place'],
    ['yellowness', undefined],
    ['amateur', 'Person'],
    ['bystander', 'Person'],
    ['trawler', undefined],
    ['amazon', 'Person'],
    ['Amazon', undefined],
    ['Titan', undefined],
  ])('%s describes a %s', (noun, type) => expect(typeOfNoun(noun)).toBe(type))

  it('tells who can speak', () => {
    expect(['plumber', 'protesters', 'ministry', 'firm'].every(isActorNoun)).toBe(true)
    expect(['letter', 'river', 'treaty'].some(isActorNoun)).toBe(false)
    expect(isPersonNoun('ministry')).toBe(false)
    expect([genderOfNoun('spokeswoman'), genderOfNoun('king'), genderOfNoun('judge')]).toEqual([
      'female',
      'male',
      undefined,
    ])
  })
})

it('folds case, accents and apostrophes', () => expect(fold('L’Été')).toBe("l'ete"))
