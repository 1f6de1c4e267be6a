import { describe, expect, it } from 'vitest'
import { findMentions } from '../../src/mentions/index.ts'
import { parseConllu } from '../conllu.ts'

const found = (conllu: string) => {
  const { document, sentences } = parseConllu(conllu)
  return findMentions(document, sentences)
}

const operator = `
1 A       a       DET   DT  _ 4 det      _ _
2 Tarvonex  Tarvonex  PROPN NNP _ 4 compound _ Name=B-ORGANIZATION
3 hotline hotline NOUN  NN  _ 4 compound _ _
4 worker  worker  NOUN  NN  _ 5 nsubj    _ _
5 told    tell    VERB  VBD _ 0 root     _ _
6 users   user    NOUN  NNS Number=Plur 5 obj _ _
7 in      in      ADP   IN  _ 8 case     _ _
8 Lima    Lima    PROPN NNP _ 6 nmod     _ Name=B-PLACE
`

describe('mentions', () => {
  it('takes the address of a page for nobody', () => {
    const mentions = found(`
1 See see VERB VB _ 0 root _ _
2 peter.lund.example/ana peter.lund.example/ana PROPN NNP _ 1 obj _ Name=B-PERSON
`)
    expect(mentions.map(({ name, type }) => [name, type])).toEqual([['peter.lund.example/ana', 'Thing']])
  })

  it('keeps an organization apart from its worker', () => {
    expect(found(operator).map(({ text, kind, type }) => [text, kind, type])).toEqual([
      ['A Tarvonex hotline worker', 'NOM', 'Person'],
      ['Tarvonex', 'NAM', 'Organization'],
      ['users in Lima', 'NOM', 'Group'],
      ['Lima', 'NAM', 'Place'],
    ])
  })

  it('takes a day behind somebody for that of the letter', () => {
    const letter = found(`
1 The      the      DET   DT  _ 2 det   _ _
2 letter   letter   NOUN  NN  _ 0 root  _ _
3 of       of       ADP   IN  _ 5 case  _ _
4 the      the      DET   DT  _ 5 det   _ _
5 governor governor NOUN  NN  _ 2 nmod  _ _
6 of       of       ADP   IN  _ 7 case  _ _
7 24       24       NUM   CD  _ 5 nmod  _ Name=B-DATE
8 May      May      PROPN NNP _ 7 nmod:unmarked _ Name=I-DATE
`)
    expect(letter.map(({ text }) => text)).toContain('the governor')
  })

  it('takes the name of a month for somebody where it is their name', () => {
    const mentions = found(`
1 Minister minister NOUN NN  _ 2 nmod:desc _ _
2 May      May      PROPN NNP _ 3 nsubj    _ Name=B-PERSON
3 left     leave    VERB  VBD _ 0 root     _ _
4 in       in       ADP   IN  _ 5 case     _ _
5 May      May      PROPN NNP _ 3 obl      _ Name=B-DATE
`)
    expect(mentions.map(({ text, type }) => [text, type])).toEqual([['Minister May', 'Person']])
  })

  it('tells a name from the title before it', () => {
    const [mention] = found(`
1 Inspector inspector NOUN  NN  _ 2 nmod:desc _ _
2 Mara      Mara      PROPN NNP _ 4 nsubj     _ Name=B-PERSON
3 Lind      Lind      PROPN NNP _ 2 flat      _ Name=I-PERSON
4 left      leave     VERB  VBD _ 0 root      _ _
`)
    expect(mention).toMatchObject({
      text: 'Inspector Mara Lind',
      name: 'Mara Lind',
      title: 'Inspector',
      type: 'Person',
      head: 1,
    })
  })

  it('takes a body before a title and a name for part of the title', () => {
    const [order, person] = found(`
1 an         an         DET   DT  _ 2 det      _ _
2 order      order      NOUN  NN  _ 0 root     _ _
3 by         by         ADP   IN  _ 4 case     _ _
4 Navy       Navy       PROPN NNP _ 2 nmod     _ Name=B-GOVERNMENT
5 Commandant Commandant PROPN NNP _ 4 flat     _ _
6 Admiral    Admiral    PROPN NNP _ 4 flat     _ _
7 Elson      Elson      PROPN NNP _ 6 flat     _ Name=B-PERSON
8 Hermogis   Hermogis   PROPN NNP _ 7 flat     _ Name=I-PERSON
`)
    expect(order).toMatchObject({ kind: 'NOM' })
    expect(person).toMatchObject({ name: 'Elson Hermogis', type: 'Person', head: 3 })
  })

  it('leaves the relative clause and the apposition out of the phrase', () => {
    const texts = found(`
1  The     the     DET   DT  _ 2 det       _ _
2  bank    bank    NOUN  NN  _ 9 nsubj     _ SpaceAfter=No
3  ,       ,       PUNCT ,   _ 2 punct     _ _
4  a       a       DET   DT  _ 5 det       _ _
5  lender  lender  NOUN  NN  _ 2 appos     _ _
6  which   which   PRON  WDT _ 7 nsubj     _ _
7  failed  fail    VERB  VBD _ 5 acl:relcl _ SpaceAfter=No
8  ,       ,       PUNCT ,   _ 2 punct     _ _
9  closed  close   VERB  VBD _ 0 root      _ _
`).map(({ text }) => text)
    expect(texts).toEqual(['The bank', 'a lender', 'which'])
  })

  it('makes each conjunct a mention of its own', () => {
    const texts = found(`
1 Mayors  mayor  NOUN  NNS Number=Plur 4 nsubj _ _
2 and     and    CCONJ CC  _ 3 cc    _ _
3 banks   bank   NOUN  NNS Number=Plur 1 conj  _ _
4 agreed  agree  VERB  VBD _ 0 root  _ _
`).map(({ text }) => text)
    expect(texts).toEqual(['Mayors', 'banks'])
  })

  it('keeps the whole of a name whose words the tree splits', () => {
    const [mention] = found(`
1 Ministry  ministry  PROPN NNP _ 6 nsubj _ Name=B-GOVERNMENT
2 of        of        ADP   IN  _ 3 case  _ Name=I-GOVERNMENT
3 Trade     trade     PROPN NNP _ 1 nmod  _ Name=I-GOVERNMENT
4 and       and       CCONJ CC  _ 5 cc    _ Name=I-GOVERNMENT
5 Fisheries fishery   PROPN NNPS _ 1 conj _ Name=I-GOVERNMENT
6 replied   reply     VERB  VBD _ 0 root  _ _
`)
    expect(mention).toMatchObject({ text: 'Ministry of Trade and Fisheries', type: 'PublicBody' })
  })

  it.each([
    ['Nobody', 'nobody PRON NN'],
    ['Monday', 'Monday PROPN NNP'],
  ])('gives no mention for %s', (form, columns) => {
    expect(found(`1 ${form} ${columns} _ 2 nsubj _ _\n2 came come VERB VBD _ 0 root _ _`)).toEqual([])
  })

  it('gives no mention for "neither side", nor for the "it" that stands for nothing', () => {
    expect(
      found(`
1 Neither neither DET  DT  _ 2 det   _ _
2 side    side    NOUN NN  _ 3 nsubj _ _
3 said    say     VERB VBD _ 0 root  _ _
4 it      it      PRON PRP _ 5 expl  _ _
5 rained  rain    VERB VBD _ 3 ccomp _ _
`),
    ).toEqual([])
  })
})
