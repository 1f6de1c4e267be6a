import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSentence, findFrames, loadPatterns, mend } from '../../src/frames/index.ts'
import { rolesOf } from '../../src/model/index.ts'
import { parseConllu } from '../conllu.ts'

const patterns = loadPatterns()
const words = [
  ...patterns.byLemma.keys(),
  'to',
  'for',
  'that',
  'by',
  'ministry',
  'Oslo',
  'he',
  'who',
  ',',
  '"',
  'Monday',
]
const upos = ['VERB', 'NOUN', 'PROPN', 'PRON', 'AUX', 'ADP', 'PART', 'PUNCT']
const xpos = ['VB', 'VBD', 'VBN', 'VBG', 'NN', 'NNP', 'PRP', 'WP', 'MD', 'IN', 'TO']
const relations = [
  ...['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'nmod:poss', 'xcomp', 'ccomp', 'advcl', 'acl'],
  ...['acl:relcl', 'conj', 'case', 'mark', 'aux', 'aux:pass', 'parataxis', 'appos', 'compound', 'flat', 'punct'],
]

interface Word {
  readonly word: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly relation: string
}
const anyWord: fc.Arbitrary<Word> = fc.record({
  word: fc.constantFrom(...words),
  upos: fc.constantFrom(...upos),
  xpos: fc.constantFrom(...xpos),
  head: fc.nat(24),
  relation: fc.constantFrom(...relations),
})
const request: readonly Word[] = [
  { word: 'ministry', upos: 'NOUN', xpos: 'NN', head: 2, relation: 'nsubj' },
  { word: 'ask', upos: 'VERB', xpos: 'VBD', head: 0, relation: 'root' },
  { word: 'Oslo', upos: 'PROPN', xpos: 'NNP', head: 2, relation: 'obj' },
  { word: 'to', upos: 'PART', xpos: 'TO', head: 5, relation: 'mark' },
  { word: 'wait', upos: 'VERB', xpos: 'VB', head: 2, relation: 'xcomp' },
]
/** A request with some words replaced and any words behind it: in words taken by chance there is hardly ever one. */
const nearRequest = fc
  .tuple(fc.array(fc.tuple(fc.nat(4), anyWord), { maxLength: 3 }), fc.array(anyWord, { maxLength: 19 }))
  .map(([changes, more]) => {
    const begun = [...request]
    for (const [at, word] of changes) begun[at] = word
    return [...begun, ...more]
  })

/** A sentence of any words in any tree, cycles included: what a parser may do at worst. */
const anyTree = fc.oneof(fc.array(anyWord, { minLength: 1, maxLength: 24 }), nearRequest).map((tokens) => {
  const rows = tokens.map((t, i) =>
    [i + 1, t.word, t.word, t.upos, t.xpos, '_', Math.min(t.head, tokens.length), t.relation].join('\t'),
  )
  return parseConllu(rows.join('\n'))
})

describe('frames, whatever the tree', () => {
  it('quote the document, name roles that their kind has, and carry what their kind needs', () => {
    let count = 0
    fc.assert(
      fc.property(anyTree, ({ document, sentences }) => {
        for (const frame of findFrames(document, mend(sentences), [], patterns)) {
          count++
          expect(patterns.ids).toContain(frame.foundBy)
          expect(frame.force !== undefined).toBe(frame.kind === 'request')
          expect(frame.answer !== undefined).toBe(frame.kind === 'response')
          for (const [role, fillers] of Object.entries(frame.roles)) {
            expect(rolesOf[frame.kind]).toContain(role)
            expect(fillers.length).toBeGreaterThan(0)
          }
          for (const { start, end, text } of [frame.predicate, ...Object.values(frame.roles).flat()]) {
            expect(start).toBeLessThan(end)
            expect(document.text.slice(start, end)).toBe(text)
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(count).toBeGreaterThan(20)
  })

  it('do not depend on the order of the patterns', () => {
    const turned = {
      ...patterns,
      byLemma: new Map([...patterns.byLemma].map(([k, v]) => [k, v.toReversed()])),
      open: patterns.open.toReversed(),
    }
    fc.assert(
      fc.property(anyTree, ({ document, sentences }) => {
        expect(findFrames(document, mend(sentences), [], turned)).toEqual(
          findFrames(document, mend(sentences), [], patterns),
        )
      }),
    )
  })

  it('are explained: the parse, the patterns tried and why each failed', () => {
    const { document, sentences } = parseConllu(`
1 Oslo Oslo PROPN NNP _ 2 nsubj
2 asked ask VERB VBD _ 0 root
3 why why ADV WRB _ 2 ccomp`)
    const text = explainSentence(document, sentences, [], patterns)
    expect(text).toContain('2  asked  ask    VERB   VBD   0     root')
    expect(text).toMatch(/asked {2}ask-someone-to \(request-verbs.yaml:\d+\): addressee: nothing at iobj/)
  })

  it('are not looked for in a "sentence" of thousands of words', () => {
    const rows = Array.from({ length: 700 }, (_, i) =>
      [i + 1, 'ask', 'ask', 'VERB', 'VB', '_', i && 1, i ? 'conj' : 'root'].join('\t'),
    )
    const { document, sentences } = parseConllu(rows.join('\n'))
    expect(findFrames(document, mend(sentences), [], patterns)).toEqual([])
  })
})
