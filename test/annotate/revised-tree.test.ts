import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashString } from '../../src/annotate/hashing.ts'
import { RevisedTree } from '../../src/annotate/revised-tree.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import { Usage } from '../../src/annotate/usage.ts'

const nothing = new Usage([])

/** Heads from 1 of a tree without crossing arcs: of each stretch of words one is its head, chosen by the numbers. */
function tree(numbers: readonly number[]): number[] {
  const heads = numbers.map(() => 0)
  const fill = (from: number, to: number, head: number) => {
    if (from >= to) return
    const root = from + (numbers[from]! % (to - from))
    heads[root] = head
    const cut = from + (numbers[to - 1]! % (root - from + 1))
    fill(from, cut, root + 1)
    fill(cut, root, root + 1)
    fill(root + 1, to, root + 1)
  }
  fill(0, numbers.length, 0)
  return heads
}

function revised(heads: readonly number[], relations: readonly string[], forms = heads.map(() => 'a')): RevisedTree {
  const root = heads.length
  const cells = Int32Array.from([...forms.map(hashString), 0, 0])
  const punctuation = universalTags.indexOf('PUNCT')
  const kinds = Int32Array.from(forms, (form) => (/\w/.test(form) ? 0 : punctuation))
  const context = { words: cells, forms: cells, upos: cells, xpos: cells, clusters: cells, kinds, root }
  return new RevisedTree(
    context,
    { heads: Int32Array.from(heads), relations, margins: new Float64Array(root) },
    nothing,
  )
}

const found: number[] = []
const candidates = (tree: RevisedTree, i: number): number[] => {
  tree.candidates(i, 8, found)
  return found.filter((_, k) => k % 2 === 0)
}

const trees = fc.array(fc.nat(1000), { minLength: 2, maxLength: 12 }).map(tree)
const relationsOf = (heads: readonly number[]) =>
  heads.map((head, i) => (head === 0 ? 'root' : i % 2 ? 'nsubj' : 'case'))

describe('a tree that is revised', () => {
  it('stays a tree without crossing arcs whatever head a word gets of those that it may have', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (heads, word, choice) => {
        const made = revised(heads, relationsOf(heads))
        const root = heads.length
        const i = word % root
        if (made.heads[i] === root) return
        const may = candidates(made, i)
        made.change(i, may[choice % may.length]!, 'obj')
        for (let at = 0; at < root; at++) {
          let above = at
          for (let steps = 0; above !== root; steps++) {
            expect(steps).toBeLessThan(root)
            above = made.heads[above]!
          }
          const inside = (k: number) => k >= made.first[at]! && k <= made.last[at]!
          for (let k = 0; k < root; k++) {
            let up = k
            while (up !== root && up !== at) up = made.heads[up]!
            expect(inside(k)).toBe(up === at)
          }
        }
      }),
    )
  })

  it('names the head that a word has first among those that it may have, and each but once', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        const made = revised(heads, relationsOf(heads))
        for (let i = 0; i < heads.length; i++) {
          if (heads[i] === 0) continue
          const may = candidates(made, i)
          expect(may[0]).toBe(heads[i]! - 1)
          expect(new Set(may).size).toBe(may.length)
        }
      }),
    )
  })

  it('knows what a word takes but once', () => {
    const made = revised([2, 0, 2, 2], ['nsubj', 'root', 'obj', 'obl'])
    expect(made.isTaken(3, 1, 'nsubj:pass')).toBe(true)
    expect(made.isTaken(3, 1, 'obj')).toBe(true)
    expect(made.isTaken(2, 1, 'obj')).toBe(false)
    expect(made.isTaken(3, 1, 'obl')).toBe(false)
    expect(made.isTaken(3, 2, 'nsubj')).toBe(false)
  })

  it('pairs brackets and quotation marks', () => {
    const made = revised(
      [4, 4, 4, 0, 4, 4],
      ['punct', 'punct', 'nsubj', 'root', 'punct', 'punct'],
      ['(', '“', 'they', 'left', '”', ')'],
    )
    expect([...made.pair.slice(0, 6)]).toEqual([5, 4, -1, -1, 1, 0])
  })
})
