import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import { type Document, type Name, nameTypes, type Sentence, type Token } from '../../src/model/index.ts'

const word = fc.record({
  form: fc.constantFrom(
    'he',
    'I',
    'Lind',
    'Mara',
    'bank',
    'the',
    'The',
    'of',
    '"',
    ',',
    'told',
    "'s",
    'who',
    'Ltd',
    'WHO',
    '-',
    '(',
  ),
  upos: fc.constantFrom('NOUN', 'PROPN', 'PRON', 'VERB', 'PUNCT', 'DET', 'ADP', 'ADJ', 'NUM'),
  deprel: fc.constantFrom(
    'nsubj',
    'obj',
    'nmod',
    'nmod:poss',
    'conj',
    'appos',
    'compound',
    'flat',
    'acl:relcl',
    'case',
    'cop',
    'root',
  ),
  head: fc.nat(12),
  name: fc.option(fc.constantFrom(...nameTypes)),
})

/** Words with any tags and any heads, cycles and all: what a broken parse might give. */
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 8 }).map((list) => {
  let text = ''
  const sentences = list.map((words, index): Sentence => {
    if (text) text += ' '
    const start = text.length
    const names: Name[] = []
    const tokens = words.map(({ form, upos, deprel, head, name }, at): Token => {
      if (at > 0) text += ' '
      const from = text.length
      text += form
      if (name) names.push({ first: at, last: at + 1, type: name, confidence: 1 })
      const place = { start: from, end: text.length, joined: false, margin: 1 }
      return {
        ...place,
        id: at + 1,
        form,
        lemma: form,
        upos,
        xpos: 'NN',
        feats: '_',
        head: Math.min(head, words.length),
        deprel,
      }
    })
    return { start, end: text.length, index, paragraph: index >> 1, heading: false, tokens, names }
  })
  const document: Document = { id: 'd', uri: 'd.txt', text, format: 'text' }
  return { document, sentences }
})

describe('any tree, however broken', () => {
  it('gives mentions that quote the text, in its order, one for each head', () => {
    fc.assert(
      fc.property(texts, ({ document, sentences }) => {
        const mentions = findMentions(document, sentences)
        mentions.forEach((mention, at) => {
          expect(mention.id).toBe(at)
          expect(document.text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(mention.first).toBeLessThan(mention.last)
          if (at > 0) expect(mention.start).toBeGreaterThanOrEqual(mentions[at - 1]!.start)
        })
        expect(new Set(mentions.map(({ sentence, head }) => `${sentence}:${head}`)).size).toBe(mentions.length)
      }),
    )
  })

  it('puts every mention in exactly one chain', () => {
    fc.assert(
      fc.property(texts, ({ document, sentences }) => {
        const mentions = findMentions(document, sentences)
        const chains = resolve(document, sentences, mentions)
        expect(chains.flatMap((chain) => chain.mentions).sort((a, b) => a - b)).toEqual(mentions.map(({ id }) => id))
        for (const { name } of chains) expect(name).not.toBe('')
      }),
    )
  })
})
