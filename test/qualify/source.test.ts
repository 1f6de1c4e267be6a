import { describe, expect, it } from 'vitest'
import { findQuotations, findTurns } from '../../src/qualify/quotes.ts'
import { sourceOf } from '../../src/qualify/source.ts'
import { treeOf } from '../../src/qualify/tree.ts'
import { type FrameWords, frameOf, parseLines } from '../sentence.ts'

/** Words of the sources of a frame in the sentence of a text that has its trigger. */
function sourcesOf(text: string, frame: FrameWords): string[] {
  const { document, sentences } = parseLines(text)
  const sentence = sentences.find(({ tokens }) => tokens.some(({ form }) => form === frame.trigger))!
  const quotations = findQuotations(document, sentences)
  const turns = findTurns(document, sentences)
  const fillerAt = ({ sentence: index, token }: { sentence: number; token: number }) => {
    const { start, end, form } = sentences[index]!.tokens[token]!
    return { start, end, text: form, sentence: index, head: token }
  }
  return sourceOf(frameOf(sentence, frame), treeOf(sentence), { quotations, turns, fillerAt }).map(({ text }) => text)
}

const asked: FrameWords = { trigger: 'asked', roles: { speaker: 'board', addressee: 'firm', message: 'leave' } }
const request = (first: number) =>
  `the/DET/DT/${first + 1}/det board/NOUN/NN/${first + 2}/nsubj asked=ask/VERB/VBD/HEAD the/DET/DT/${first + 4}/det firm/NOUN/NN/${first + 2}/obj to/PART/TO/${first + 6}/mark leave/VERB/VB/${first + 2}/xcomp`

describe('source', () => {
  const cases: readonly (readonly [what: string, expected: string[], text: string])[] = [
    ['nobody where the text itself says so', [], request(1).replace('HEAD', '0/root')],
    [
      'the subject of a verb of saying',
      ['Veld'],
      `Veld/PROPN/NNP/2/nsubj said=say/VERB/VBD/0/root ${request(3).replace('HEAD', '2/ccomp')}`,
    ],
    [
      'the one who denies',
      ['Veld'],
      `Veld/PROPN/NNP/2/nsubj denies=deny/VERB/VBZ/0/root that/SCONJ/IN/6/mark ${request(4).replace('HEAD', '2/ccomp')}`,
    ],
    [
      'the speaker set after',
      ['Veld'],
      `${request(1).replace('HEAD', '0/root')} ~,/PUNCT/,/3/punct Veld/PROPN/NNP/10/nsubj said=say/VERB/VBD/3/parataxis`,
    ],
    [
      'the speaker after an inverted verb',
      ['Veld'],
      `${request(1).replace('HEAD', '9/ccomp')} ~,/PUNCT/,/9/punct said=say/VERB/VBD/0/root Veld/PROPN/NNP/9/nsubj`,
    ],
    [
      'the one according to whom',
      ['Veld'],
      `According=accord/VERB/VBG/3/case to/ADP/IN/1/fixed Veld/PROPN/NNP/7/obl ~,/PUNCT/,/7/punct ${request(5).replace('HEAD', '0/root')}`,
    ],
    [
      'the innermost first',
      ['Veld', 'NRC'],
      `NRC/PROPN/NNP/2/nsubj reported=report/VERB/VBD/0/root Veld/PROPN/NNP/4/nsubj saying=say/VERB/VBG/2/ccomp ${request(5).replace('HEAD', '4/ccomp')}`,
    ],
    [
      'the one quoted as saying',
      ['Veld', 'NRC'],
      `NRC/PROPN/NNP/2/nsubj quoted=quote/VERB/VBD/0/root Veld/PROPN/NNP/2/obj as/SCONJ/IN/5/mark saying=say/VERB/VBG/2/advcl ${request(6).replace('HEAD', '5/ccomp')}`,
    ],
    [
      'the issuer of a statement',
      ['Veld'],
      `Veld/PROPN/NNP/2/nsubj issued=issue/VERB/VBD/0/root a/DET/DT/4/det statement/NOUN/NN/2/obj saying=say/VERB/VBG/4/acl ${request(6).replace('HEAD', '5/ccomp')}`,
    ],
  ]
  it.each(cases)('is %s', (_, expected, text) => expect(sourcesOf(text, asked)).toEqual(expected))

  it.each([
    ['NRC', ['the/DET/DT/10/det newspaper/NOUN/NN/5/appos NRC/PROPN/NNP/12/nsubj reported=report/VERB/VBD/5/acl']],
    ['NRC', ['said=say/VERB/VBD/3/dep NRC/PROPN/NNP/9/obj on/ADP/IN/12/case Monday/PROPN/NNP/9/obl']],
    ['court', ['the/DET/DT/10/det court/NOUN/NN/11/nsubj heard=hear/VERB/VBD/3/parataxis']],
    [undefined, ['the/DET/DT/10/det neighbours=neighbour/NOUN/NNS/11/nsubj heard=hear/VERB/VBD/3/dep']],
    ['NRC', ['according=accord/VERB/VBG/11/case to/ADP/IN/9/fixed NRC/PROPN/NNP/7/obj']],
    [undefined, ['according=accord/VERB/VBG/12/case to/ADP/IN/9/fixed the/DET/DT/12/det law/NOUN/NN/7/obj']],
    [undefined, ['NRC/PROPN/NNP/10/nsubj left=leave/VERB/VBD/5/dep']],
    [undefined, ['which/PRON/WDT/9/nsubj said=say/VERB/VBD/5/acl:relcl nothing/PRON/NN/9/obj']],
  ])('is read off the end of a sentence however it is parsed: %s', (speaker, [end]) => {
    const text = `${request(1).replace('HEAD', '0/root')} ~,/PUNCT/,/3/punct ${end} ~./PUNCT/./3/punct`
    expect(sourcesOf(text, asked)).toEqual(speaker ? [speaker] : [])
  })

  it('is not the one whom a joined clause lets speak of something else', () => {
    const text = `${request(1).replace('HEAD', '0/root')} ~,/PUNCT/,/11/punct while/SCONJ/IN/11/mark Veld/PROPN/NNP/11/nsubj noted=note/VERB/VBD/3/parataxis his/PRON/PRP$/13/nmod:poss wit/NOUN/NN/11/obj`
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it('is not who describes something else behind a semicolon', () => {
    const text = `${request(1).replace('HEAD', '0/root')} ~;/PUNCT/:/10/punct he/PRON/PRP/10/nsubj described=describe/VERB/VBD/3/parataxis it/PRON/PRP/10/obj`
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it('is the one who explains the step, not those whom it bars', () => {
    const text = `Veld/PROPN/NNP/2/nsubj explained=explain/VERB/VBD/0/root the/DET/DT/4/det step/NOUN/NN/2/obj to/PART/TO/6/mark bar/VERB/VB/4/acl players=player/NOUN/NNS/6/obj saying=say/VERB/VBG/7/acl ${request(9).replace('HEAD', '8/ccomp')}`
    expect(sourcesOf(text, asked)).toEqual(['Veld'])
  })

  it('is not the one who orders something beside it', () => {
    const text = `${request(1).replace('HEAD', '0/root')} ~;/PUNCT/:/3/punct Veld/PROPN/NNP/10/nsubj told=tell/VERB/VBD/3/parataxis me/PRON/PRP/10/obj to/PART/TO/13/mark write/VERB/VB/10/xcomp`
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it('is no verb that the parser took for a subject', () => {
    const text = `${request(1).replace('HEAD', '13/ccomp')} to/PART/TO/9/mark pay/VERB/VB/13/csubj ~,/PUNCT/,/13/punct the/DET/DT/12/det envoy/NOUN/NN/9/appos said=say/VERB/VBD/0/root`
    expect(sourcesOf(text, asked)).toEqual(['envoy'])
  })

  it('is not who admits those beside whom the request is told', () => {
    const text = `Donors=donor/NOUN/NNS/2/nsubj admit/VERB/VBP/0/root envoys=envoy/NOUN/NNS/2/obj ~,/PUNCT/,/6/punct a/DET/DT/6/det step/NOUN/NN/3/appos which/PRON/WDT/9/obj ${request(7).replace('HEAD', '6/acl:relcl')}`
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it.each([
    [
      'NRC',
      'set between commas',
      `${request(1).replace('HEAD', '0/root')} ~,/PUNCT/,/11/punct the/DET/DT/10/det NRC/PROPN/NNP/11/nsubj said=say/VERB/VBD/3/conj ~,/PUNCT/,/14/punct and/CCONJ/CC/14/cc left=leave/VERB/VBD/3/conj`,
    ],
    [
      undefined,
      'behind a colon',
      `${request(1).replace('HEAD', '0/root')} ~:/PUNCT/:/14/punct rain/NOUN/NN/14/nsubj ~,/PUNCT/,/12/punct NRC/PROPN/NNP/12/nsubj said=say/VERB/VBD/14/parataxis ~,/PUNCT/,/12/punct fell=fall/VERB/VBD/3/parataxis`,
    ],
  ])('is the one whom words set into the sentence name: %s, %s', (speaker, _, text) => {
    expect(sourcesOf(text, asked)).toEqual(speaker ? [speaker] : [])
  })

  it('is not the author of the text', () => {
    const text = `We/PRON/PRP/2/nsubj know/VERB/VBP/0/root and/CCONJ/CC/4/cc say/VERB/VBP/2/conj that/SCONJ/IN/8/mark ${request(6).replace('HEAD', '4/ccomp')}`
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it('is the one who cites a rule', () => {
    const text =
      'Veld/PROPN/NNP/2/nsubj cited=cite/VERB/VBD/0/root rules=rule/NOUN/NNS/2/obj requiring=require/VERB/VBG/3/acl firms=firm/NOUN/NNS/4/obj to/PART/TO/7/mark pay/VERB/VB/4/xcomp'
    expect(
      sourcesOf(text, { trigger: 'requiring', roles: { speaker: 'rules', addressee: 'firms', message: 'pay' } }),
    ).toEqual(['Veld'])
  })

  it('is not the one who asks', () => {
    const text =
      '"/PUNCT/``/4/punct ~You/PRON/PRP/4/nsubj must/AUX/MD/4/aux leave/VERB/VB/8/ccomp now/ADV/RB/4/advmod ~,/PUNCT/,/8/punct ~"/PUNCT/\'\'/8/punct said=say/VERB/VBD/0/root Veld/PROPN/NNP/8/nsubj'
    expect(sourcesOf(text, { trigger: 'must', roles: { speaker: 'Veld', message: 'leave' } })).toEqual([])
  })
})

const quote = (words: string) => words.replaceAll('“', '“/PUNCT/``/2/punct').replaceAll('”', "~”/PUNCT/''/2/punct")

describe('a quotation', () => {
  it('over several sentences is said by the speaker named after its first', () => {
    const text =
      quote(`“ ~We/PRON/PRP/3/nsubj waited=wait/VERB/VBD/7/ccomp long/ADV/RB/3/advmod ~,/PUNCT/,/7/punct ” Veld/PROPN/NNP/8/nsubj said=say/VERB/VBD/0/root
“ ~The/DET/DT/3/det board/NOUN/NN/4/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp ”`)
    expect(sourcesOf(text, asked)).toEqual(['Veld'])
  })

  it('may go on in the next sentence without marks between', () => {
    const text =
      quote(`Veld/PROPN/NNP/2/nsubj said=say/VERB/VBD/0/root ~:/PUNCT/:/2/punct “ ~We/PRON/PRP/6/nsubj waited=wait/VERB/VBD/2/ccomp long/ADV/RB/6/advmod
The/DET/DT/2/det board/NOUN/NN/3/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/5/det firm/NOUN/NN/3/obj to/PART/TO/7/mark leave/VERB/VB/3/xcomp ”`)
    expect(sourcesOf(text, asked)).toEqual(['Veld'])
  })

  it('without a verb of saying near it has no source', () => {
    const text = quote(
      '“ ~The/DET/DT/3/det board/NOUN/NN/4/nsubj asked=ask/VERB/VBD/0/root the/DET/DT/6/det firm/NOUN/NN/4/obj to/PART/TO/8/mark leave/VERB/VB/4/xcomp ”',
    )
    expect(sourcesOf(text, asked)).toEqual([])
  })

  it('that no mark closes ends with its paragraph', () => {
    const { document, sentences } = parseLines(
      quote(
        '“ ~We/PRON/PRP/3/nsubj waited=wait/VERB/VBD/0/root\n\nNobody/PRON/NN/2/nsubj came=come/VERB/VBD/0/root for/ADP/IN/4/case years=year/NOUN/NNS/2/obl ”',
      ),
    )
    expect(findQuotations(document, sentences)).toEqual([])
  })
})
