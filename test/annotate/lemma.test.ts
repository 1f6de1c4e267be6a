import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { features } from '../../src/annotate/features.ts'
import { lemmaFile, lemmatize, readLemmas, writeLemmas } from '../../src/annotate/lemma.ts'
import { ModelError } from '../../src/errors.ts'

const file = readFileSync(new URL(`../../src/annotate/models/${lemmaFile}`, import.meta.url), 'utf8')
const table = readLemmas(file)

const lemmas: readonly (readonly [form: string, upos: string, xpos: string, lemma: string])[] = [
  ['asked', 'VERB', 'VBD', 'ask'],
  ['Urging', 'VERB', 'VBG', 'urge'],
  ['forbade', 'VERB', 'VBD', 'forbid'],
  ['denied', 'VERB', 'VBN', 'deny'],
  ['planned', 'VERB', 'VBD', 'plan'],
  ['tells', 'VERB', 'VBZ', 'tell'],
  ['ministries', 'NOUN', 'NNS', 'ministry'],
  ['women', 'NOUN', 'NNS', 'woman'],
  ['churches', 'NOUN', 'NNS', 'church'],
  ['houses', 'NOUN', 'NNS', 'house'],
  ['Greens', 'PROPN', 'NNPS', 'Green'],
  ['Halden', 'PROPN', 'NNP', 'Halden'],
  ['Sept.', 'PROPN', 'NNP', 'September'],
  ['larger', 'ADJ', 'JJR', 'large'],
  ['worst', 'ADJ', 'JJS', 'bad'],
  ['were', 'AUX', 'VBD', 'be'],
  ["n't", 'PART', 'RB', 'not'],
  ['n’t', 'PART', 'RB', 'not'],
  ["'ll", 'AUX', 'MD', 'will'],
  ["'s", 'PART', 'POS', "'s"],
  ["'s", 'AUX', 'VBZ', 'be'],
  ['them', 'PRON', 'PRP', 'they'],
  ['An', 'DET', 'DT', 'a'],
  ['blorfed', 'VERB', 'VBD', 'blorf'],
]

describe('lemmatize', () => {
  for (const [form, upos, xpos, lemma] of lemmas) {
    it(`takes "${form}" (${xpos}) to "${lemma}"`, () => {
      expect(lemmatize(table, form, { upos, xpos })).toBe(lemma)
    })
  }

  it('gives some lemma to any form under any tag', () => {
    const tag = fc.constantFrom('VBD', 'NNS', 'NNP', 'NNPS', 'JJR', 'PRP', 'CD', 'XX')
    const upos = fc.constantFrom('VERB', 'NOUN', 'PROPN', 'X')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), upos, tag, (form, upos, xpos) => {
        expect(lemmatize(table, form, { upos, xpos })).not.toBe('')
      }),
    )
  })
})

describe('readLemmas', () => {
  it('reads what writeLemmas writes', () => {
    expect(writeLemmas(table)).toBe(file)
  })

  it('refuses a line that is neither a class nor an edit', () => {
    expect(() => readLemmas('= VBD\ned\ttwo\t')).toThrow(ModelError)
  })
})

const feats: readonly (readonly [string, Parameters<typeof features>[0], string])[] = [
  [
    'a verb in the past',
    { form: 'asked', lemma: 'ask', upos: 'VERB', xpos: 'VBD' },
    'Mood=Ind|Tense=Past|VerbForm=Fin',
  ],
  [
    'a participle that qualifies a noun as passive',
    { form: 'signed', lemma: 'sign', upos: 'VERB', xpos: 'VBN', deprel: 'acl' },
    'Tense=Past|VerbForm=Part|Voice=Pass',
  ],
  ['a plural', { form: 'letters', lemma: 'letter', upos: 'NOUN', xpos: 'NNS' }, 'Number=Plur'],
  [
    'a possessive pronoun',
    { form: 'her', lemma: 'her', upos: 'PRON', xpos: 'PRP$' },
    'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs',
  ],
  [
    '"it" as an object',
    { form: 'it', lemma: 'it', upos: 'PRON', xpos: 'PRP', deprel: 'obj' },
    'Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs',
  ],
  ['a negation', { form: 'n’t', lemma: 'not', upos: 'PART', xpos: 'RB' }, 'Polarity=Neg'],
  ['an article', { form: 'An', lemma: 'a', upos: 'DET', xpos: 'DT' }, 'Definite=Ind|PronType=Art'],
  ['a mark', { form: ',', lemma: ',', upos: 'PUNCT', xpos: ',' }, '_'],
]

describe('features', () => {
  for (const [what, input, expected] of feats) {
    it(`describes ${what}`, () => {
      expect(features(input)).toBe(expected)
    })
  }
})
