import { describe, expect, it } from 'vitest'
import type { Document, Frame, Mention, Sentence } from '../../src/model/index.ts'
import { qualify } from '../../src/qualify/index.ts'
import { type FrameWords, frameOf, mentionOf, parseLines } from '../sentence.ts'

/** Addressee and speaker of the first frame after qualification, in words. */
function participants(given: { document: Document; sentences: Sentence[] }, frames: Frame[], mentions: Mention[]) {
  const [found] = qualify(given.document, given.sentences, mentions, frames)
  const words = (role: 'speaker' | 'addressee') => found!.roles[role]?.map(({ text }) => text)
  return { speaker: words('speaker'), addressee: words('addressee') }
}

/** The same for frames over one sentence, all of whose marked words are organizations. */
function ofSentence(line: string, actors: string[], ...frames: FrameWords[]) {
  const parsed = parseLines(line)
  const [sentence] = parsed.sentences
  const mentions = actors.map((word, id) => mentionOf(sentence!, word, { id }))
  return participants(
    parsed,
    frames.map((frame) => frameOf(sentence!, frame)),
    mentions,
  )
}

describe('an omitted addressee', () => {
  it('is the one approached before', () => {
    const line =
      'They/PRON/PRP/2/nsubj approached=approach/VERB/VBD/0/root the/DET/DT/4/det owner/NOUN/NN/2/obj and/CCONJ/CC/6/cc demanded=demand/VERB/VBD/2/conj money/NOUN/NN/6/obj'
    const demanded: FrameWords = { trigger: 'demanded', roles: { speaker: 'They', message: 'money' } }
    expect(ofSentence(line, ['owner'], demanded).addressee).toEqual(['owner'])
    // what is no actor cannot be asked
    expect(ofSentence(line, [], demanded).addressee).toBeUndefined()
  })

  it('is the one to whom the letter went', () => {
    const line =
      'She/PRON/PRP/2/nsubj sent=send/VERB/VBD/0/root a/DET/DT/4/det letter/NOUN/NN/2/obj to/ADP/IN/7/case the/DET/DT/7/det board/NOUN/NN/4/nmod demanding=demand/VERB/VBG/4/acl money/NOUN/NN/8/obj'
    expect(
      ofSentence(line, ['board'], { trigger: 'demanding', roles: { speaker: 'She', message: 'money' } }).addressee,
    ).toEqual(['board'])
  })

  it('is the one who answers the request', () => {
    const line =
      'Ministers=minister/NOUN/NNS/2/nsubj ignored=ignore/VERB/VBD/0/root his=he/PRON/PRP$/4/nmod:poss request/NOUN/NN/2/obj'
    const found = ofSentence(
      line,
      ['Ministers', 'his'],
      { trigger: 'request', roles: { speaker: 'his' } },
      { trigger: 'ignored', kind: 'response', roles: { speaker: 'Ministers', message: 'request' } },
    )
    expect(found.addressee).toEqual(['Ministers'])
  })

  it('is the one whose demands the requests prompted', () => {
    const line =
      'Its=it/PRON/PRP$/2/nmod:poss demands=demand/NOUN/NNS/4/nsubj:pass were=be/AUX/VBD/4/aux:pass prompted=prompt/VERB/VBN/0/root by/ADP/IN/6/case requests=request/NOUN/NNS/4/obl from/ADP/IN/9/case the/DET/DT/9/det ministry/NOUN/NN/6/nmod'
    const found = ofSentence(
      line,
      ['Its', 'ministry'],
      { trigger: 'requests', roles: { speaker: 'ministry' } },
      { trigger: 'demands', roles: { speaker: 'Its' } },
    )
    expect(found.addressee).toEqual(['Its'])
  })

  it('is the one who acts at the request', () => {
    const line =
      'At/ADP/IN/3/case the/DET/DT/3/det request/NOUN/NN/9/obl of/ADP/IN/6/case the/DET/DT/6/det court/NOUN/NN/3/nmod the/DET/DT/8/det police/NOUN/NN/9/nsubj left=leave/VERB/VBD/0/root'
    expect(
      ofSentence(line, ['court', 'police'], { trigger: 'request', roles: { speaker: 'court' } }).addressee,
    ).toEqual(['police'])
  })

  it('stays absent where the sentence does not tell', () => {
    const line =
      'They/PRON/PRP/2/nsubj met=meet/VERB/VBD/0/root and/CCONJ/CC/4/cc demanded=demand/VERB/VBD/2/conj money/NOUN/NN/4/obj from/ADP/IN/8/case the/DET/DT/8/det start/NOUN/NN/4/obl'
    expect(
      ofSentence(line, [], { trigger: 'demanded', roles: { speaker: 'They', message: 'money' } }).addressee,
    ).toBeUndefined()
  })
})

describe('in an e-mail', () => {
  const header = `From/NOUN/NN/0/root ~:/PUNCT/:/1/punct ann@x.example/X/ADD/1/appos

To/NOUN/NN/0/root ~:/PUNCT/:/1/punct Bo/PROPN/NNP/1/appos Day/PROPN/NNP/3/flat <bo@x.example>/X/ADD/3/list
`
  const sign: FrameWords = { trigger: 'sign', roles: { message: 'sign' } }

  /** The header, then the body's lines; the last holds the request. */
  function mail(body: string, frame: FrameWords, greeted?: string) {
    const { document, sentences } = parseLines(`${header}\n${body}`)
    const [from, to, first] = sentences
    const mentions = [
      mentionOf(from!, 'ann@x.example', { type: 'Person', kind: 'NAM', foundBy: 'mailbox-address-from' }),
      mentionOf(to!, 'Bo', { id: 1, type: 'Person', kind: 'NAM', foundBy: 'mailbox-name-to' }),
      mentionOf(to!, '<bo@x.example>', { id: 2, type: 'Person', kind: 'NAM', foundBy: 'mailbox-address-to' }),
      ...(greeted ? [mentionOf(first!, greeted, { id: 3, type: 'Person', kind: 'NAM' })] : []),
    ]
    const letter = {
      ...document,
      mail: {
        from: [{ address: 'ann@x.example' }],
        to: [{ address: 'bo@x.example' }],
        cc: [],
        bodyStart: first!.start,
      },
    }
    return participants({ document: letter, sentences }, [frameOf(sentences.at(-1)!, frame)], mentions)
  }
  const dear = 'Dear/ADJ/JJ/2/amod Bob/PROPN/NNP/0/root ~,/PUNCT/,/2/punct\n'
  const please = 'Please/INTJ/UH/2/discourse sign/VERB/VB/0/root this/PRON/DT/2/obj'

  it('an imperative is the sender’s, to the one greeted', () => {
    expect(mail(`${dear}\n${please}`, sign, 'Bob')).toEqual({ speaker: ['ann@x.example'], addressee: ['Bob'] })
  })

  it('a greeting counts though its name was not recognized', () => {
    expect(mail(`${dear}\n${please}`, sign).addressee).toEqual(['Bob'])
  })

  it('without a greeting it goes to the mailbox it was sent to', () => {
    expect(mail(please, sign)).toEqual({ speaker: ['ann@x.example'], addressee: ['Bo'] })
  })

  it('what is quoted of the recipient he asked of the sender', () => {
    const wrote =
      'On/ADP/IN/2/case Monday/PROPN/NNP/4/obl Bo/PROPN/NNP/4/nsubj wrote=write/VERB/VBD/0/root ~:/PUNCT/:/4/punct'
    expect(mail(`${wrote}\n\n${please}`, sign, 'Bo')).toEqual({ speaker: ['Bo'], addressee: ['ann@x.example'] })
  })

  it('what others ask there is not the sender’s', () => {
    const line = 'Rates=rate/NOUN/NNS/2/nsubj demand/VERB/VBP/0/root action/NOUN/NN/2/obj'
    expect(mail(line, { trigger: 'demand', roles: { message: 'action' } })).toEqual({
      speaker: undefined,
      addressee: undefined,
    })
  })
})
