import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldClass, goldTree, projective } from '../../scripts/train/oracle.ts'
import { parserClasses } from '../../scripts/train/parser-classes.ts'
import { reversed, type TreebankSentence } from '../../scripts/train/treebank.ts'
import { emptyModel } from '../../src/annotate/linear-model.ts'
import { Parser } from '../../src/annotate/parser.ts'
import { States, subtreeStride } from '../../src/annotate/transitions.ts'

/** Any tree: a root, and each other word under a word that is already in the tree. */
const tree = fc
  .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 25 })
  .map((choices): TreebankSentence => {
    const order = choices.map((_, i) => i).sort((a, b) => choices[a]![0] - choices[b]![0] || a - b)
    const heads = choices.map(() => 0)
    order.forEach((word, i) => {
      heads[word] = i === 0 ? 0 : order[choices[word]![1] % i]! + 1
    })
    const cells = (cell: string) => heads.map(() => cell)
    const relations = heads.map((head, i) => (head === 0 ? 'root' : ['obj', 'nsubj', 'obl:agent'][i % 3]!))
    return {
      document: 'd',
      id: 's',
      text: '',
      forms: cells('a'),
      upos: cells('X'),
      xpos: cells('FW'),
      heads,
      relations,
    }
  })

/** A context of nothing but a part of speech, the same for all words. */
const contextOf = ({ forms }: TreebankSentence) => {
  const cells = new Int32Array(forms.length + 2)
  return { words: cells, upos: cells, xpos: cells, clusters: cells, kinds: cells, root: forms.length }
}

const parserFor = (sentence: TreebankSentence) => {
  const { classes } = parserClasses([{ sentence, context: contextOf(sentence) }], 1)
  return new Parser(emptyModel(classes, [], { bits: 8 }), { width: 1, lag: 0, branch: 0 })
}

describe('the transition system', () => {
  it('makes every projective tree, by the steps that the oracle names', () => {
    fc.assert(
      fc.property(tree, (sentence) => {
        const parser = parserFor(sentence)
        const gold = goldTree(parser, sentence)
        const { states } = parser
        const n = sentence.forms.length
        let state = states.start(n, 1)
        let steps = 0
        const found: number[] = []
        while (!states.finished(state)) {
          const step = goldClass(parser, gold, state)
          if (step > 0) {
            const child = states.subtrees[states.top[state]! * subtreeStride]!
            const head =
              parser.transitions[step]!.action === 'left'
                ? states.frontWord(state)
                : states.subtrees[states.top[states.below[state]!]! * subtreeStride]!
            found[child] = head === n ? 0 : head + 1
          }
          state = parser.take(state, step)
          steps++
        }
        expect(steps).toBe(2 * n)
        expect(found).toEqual(projective(sentence))
      }),
    )
  })

  it('lifts crossing arcs and leaves a tree', () => {
    fc.assert(
      fc.property(tree, (sentence) => {
        const heads = projective(sentence)
        expect(projective({ ...sentence, heads })).toEqual(heads)
        expect(heads.filter((head) => head === 0).length).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('turns a sentence round and back', () => {
    fc.assert(
      fc.property(tree, (sentence) => {
        expect(reversed(reversed(sentence))).toEqual(sentence)
      }),
    )
  })

  it('finds states alike that differ only in what no feature sees', () => {
    const states = new States()
    const start = states.start(3, 4)
    const two = states.shift(states.shift(start))
    // the second word's relation to the first is seen; that of a grandchild is not
    const one = states.right(two, 1)
    const other = states.right(two, 2)
    expect(states.alike(one, other)).toBe(false)
    expect(states.alike(states.left(one, 5), states.left(other, 5))).toBe(true)
  })
})
