import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestPath,
  type Chain,
  final,
  followers,
  label,
  labelCount,
  labels,
  probability,
  start,
  sumPaths,
} from '../../src/annotate/names-labels.ts'

/** Every path that breaks no name, with its score. */
function allPaths({ length, emissions, transitions }: Chain): { path: number[]; score: number }[] {
  let paths: { path: number[]; score: number }[] = [{ path: [], score: 0 }]
  for (let i = 0; i < length; i++)
    paths = paths.flatMap(({ path, score }) => {
      const from = path.at(-1) ?? start
      return Array.from(followers[from]!, (to) => ({
        path: [...path, to],
        score: score + transitions[from * labelCount + to]! + emissions[i * labelCount + to]!,
      }))
    })
  return paths.filter(({ path }) => final[path.at(-1)!])
}

const numbers = (count: number) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count })
const chain = (length: number) =>
  fc.tuple(numbers(length * labelCount), numbers((labelCount + 1) * labelCount)).map(
    ([emissions, transitions]): Chain => ({
      length,
      emissions: Float64Array.from(emissions),
      transitions: Float64Array.from(transitions),
    }),
  )

describe('chains of labels', () => {
  it('finds the best of all paths', () => {
    fc.assert(
      fc.property(chain(3), (given) => {
        const paths = allPaths(given)
        const found = [...bestPath(given)].join()
        const score = paths.find(({ path }) => path.join() === found)?.score
        expect(score).toBeCloseTo(Math.max(...paths.map((path) => path.score)), 9)
      }),
      { numRuns: 10 },
    )
  })

  it('sums over all paths, and over those that are allowed', () => {
    fc.assert(
      fc.property(chain(3), (given) => {
        const paths = allPaths(given)
        const sum = (list: typeof paths) => Math.log(list.reduce((total, { score }) => total + Math.exp(score), 0))
        expect(sumPaths(given).logTotal).toBeCloseTo(sum(paths), 6)
        const person = (1 << label.begin(0)) | (1 << label.unit(0))
        const allowed = Int32Array.of(1, person | 1, -1)
        const within = paths.filter(({ path }) => path.every((of, i) => (allowed[i]! >>> of) & 1))
        expect(sumPaths(given, allowed).logTotal).toBeCloseTo(sum(within), 6)
      }),
      { numRuns: 10 },
    )
  })

  it('gives a name the share of the paths that have it', () => {
    fc.assert(
      fc.property(chain(3), (given) => {
        const paths = allPaths(given)
        const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0)
        const name = [label.begin(2), label.last(2)]
        const having = paths.filter(({ path }) => path[0] === name[0] && path[1] === name[1])
        const share = having.reduce((sum, { score }) => sum + Math.exp(score), 0) / total
        const path = Int32Array.from([...name, label.outside])
        expect(probability(sumPaths(given), path, [0, 2])).toBeCloseTo(share, 6)
      }),
      { numRuns: 10 },
    )
  })

  it('knows where labels begin and end names', () => {
    const of = (name: string) => labels.indexOf(name)
    expect(['B-LOC', 'U-ORG'].every((name) => label.starts(of(name)))).toBe(true)
    expect(['I-LOC', 'L-ORG', 'O'].some((name) => label.starts(of(name)))).toBe(false)
    expect(['L-PER', 'U-EVENT'].every((name) => label.ends(of(name)))).toBe(true)
    expect(['B-PER', 'I-WORK', 'O'].some((name) => label.ends(of(name)))).toBe(false)
  })
})
