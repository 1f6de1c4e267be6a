import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptSums } from '../../src/annotate/kept-sums.ts'
import { createKernel, maxWeight } from '../../src/annotate/kernel.ts'
import { fillAtoms, guidedTemplates, partsOfTemplates } from '../../src/annotate/parser-features.ts'
import { States } from '../../src/annotate/transitions.ts'

const words = 9
const classes = 24
const blocks = 7
const places = words + 2

const cells = (most: number) => fc.array(fc.nat(most), { minLength: places, maxLength: places })
const context = fc.tuple(cells(3), cells(2), cells(words)).map(([forms, tags, heads]) => ({
  words: Int32Array.from(forms),
  upos: Int32Array.from(tags),
  xpos: Int32Array.from(tags),
  clusters: Int32Array.from(forms),
  kinds: Int32Array.from(tags),
  root: words,
  guide: {
    heads: Int32Array.from(heads),
    relations: Int32Array.from(tags),
    lastChild: Int32Array.from(heads),
  },
}))

/** Two random ways through a sentence, as a beam goes. */
function states(choices: readonly (readonly [number, number])[]): { states: States; all: number[] } {
  const states = new States()
  const beam = [states.start(words, 4)]
  beam.push(beam[0]!)
  const all = [beam[0]!]
  for (const [choice, relation] of choices) {
    for (const [k, state] of [...beam.entries()]) {
      const may = [
        ...(states.canShift(state) ? [() => states.shift(state)] : []),
        ...(states.canLeft(state) ? [() => states.left(state, (relation + k) % 2)] : []),
        ...(states.canRight(state) ? [() => states.right(state, relation)] : []),
      ]
      if (may.length === 0) continue
      beam[k] = may[choice % may.length]!()
      all.push(beam[k]!)
    }
  }
  return { states, all }
}

describe('kept sums', () => {
  it.each([['WebAssembly'], ['plain JavaScript']])('are those of all features, with %s', (how) => {
    const kernel = createKernel({ bits: 12, classes, templates: guidedTemplates }, how !== 'WebAssembly')
    for (let i = 0; i < kernel.zeroRow; i++) kernel.weights[i] = ((i * 7919) % (2 * maxWeight)) - maxWeight
    const kept = new KeptSums(kernel, partsOfTemplates(guidedTemplates), [blocks, blocks, blocks, blocks])
    const step = fc.tuple(fc.nat(5), fc.nat(1))
    let kinds = 0
    fc.assert(
      fc.property(context, fc.array(step, { minLength: 4, maxLength: 18 }), (context, choices) => {
        const walk = states(choices)
        kept.start()
        for (const state of walk.all) {
          kept.score(context, walk.states, state, blocks)
          const found = [...kernel.sums]
          fillAtoms(context, walk.states, state, kernel.atoms)
          kernel.sum(kernel.extract())
          expect(found).toEqual([...kernel.sums])
          kinds = Math.max(kinds, new Set(found).size)
        }
      }),
      { numRuns: 30 },
    )
    expect(kinds).toBeGreaterThan(1)
  })

  it('see each piece of a state in the part that holds the template', () => {
    const parts = partsOfTemplates(guidedTemplates)
    expect(parts[0]!.first).toBe(0)
    expect(parts.at(-1)!.last).toBe(guidedTemplates.length)
    for (const [i, { last }] of parts.slice(0, -1).entries()) expect(parts[i + 1]!.first).toBe(last)
  })
})
