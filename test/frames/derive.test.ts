import { describe, expect, it } from 'vitest'
import { derivePattern } from '../../src/frames/derive.ts'
import { readMarks } from '../../src/frames/marks.ts'
import { Tree } from '../../src/frames/tree.ts'
import { parseConllu } from '../conllu.ts'

const marked = readMarks('[addressee Drivers] were [trigger asked] by [speaker police] to [message wait].')
const tree = new Tree(
  parseConllu(`
1 Drivers driver NOUN NNS _ 3 nsubj:pass
2 were be AUX VBD _ 3 aux:pass
3 asked ask VERB VBN _ 0 root
4 by by ADP IN _ 5 case
5 police police NOUN NNS _ 3 obl:agent
6 to to PART TO _ 7 mark
7 wait wait VERB VB _ 3 xcomp _ SpaceAfter=No
8 . . PUNCT . _ 3 punct`).sentences[0]!,
  new Map(),
  { mail: false },
)

describe('a pattern from a marked sentence', () => {
  it('speaks of deep arguments where they lead to the mark', () => {
    expect(derivePattern(tree, marked, 'ask-someone-to')).toBe(`  - id: ask-someone-to
    trigger: {lemma: ask, upos: VERB}
    where: {addressee: obj, speaker: nsubj, message: xcomp}
    matches: |
      [addressee Drivers] were [trigger asked] by [speaker police] to [message wait].
`)
  })

  it('writes the way through the tree where none does', () => {
    const odd = readMarks('[addressee Drivers] were asked by [speaker police] to [trigger wait].')
    expect(derivePattern(tree, odd, 'odd')).toContain('"^xcomp > obl:agent"')
  })

  it('wants a trigger', () => {
    expect(() => derivePattern(tree, readMarks('[speaker Drivers] were asked by police to wait.'), 'x')).toThrow(
      '[trigger …]',
    )
  })
})
