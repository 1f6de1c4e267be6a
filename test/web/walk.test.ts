import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, between, common } from '../../src/graph/ways.ts'
import { toldOf } from '../../src/project/index.ts'
import { parseQuery } from '../../src/query/index.ts'
import { modelOf } from '../../web/graph/model.ts'
import { applyFilters, missesOf } from '../../web/state/fits.ts'
import { onStage, placed, type Step, type Steps, start, walk } from '../../web/state/walk.ts'
import { hangers, neighbours, netOf } from '../../web/state/ways.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const told = toldOf(project.facts())
const noFilters = { told, misses: undefined }
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const keys = fc.array(key, { maxLength: 4 })
const pin = fc.record({
  layout: fc.constantFrom('chain' as const, 'map' as const, 'circle' as const),
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
})
/** Everything but undo and redo. */
const forward: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('show' as const, 'hide' as const, 'only' as const), names: keys }),
  fc.record({ do: fc.constant('pin' as const), name: key, pin }),
  fc.record({ do: fc.constant('unpin' as const), names: keys }),
  fc.constant({ do: 'all' } as const),
)
const any = fc.oneof(
  { weight: 3, arbitrary: forward },
  fc.constantFrom({ do: 'undo' } as const, { do: 'redo' } as const),
)
const fresh: Steps = { past: [], now: start, future: [] }
const times = (n: number, step: Step, steps: Steps): Steps => {
  let now = steps
  for (let i = 0; i < n; i++) now = walk(now, step)
  return now
}

describe('a walk', () => {
  it('undone step by step is where it began, and redone where it ended, after any steps', () => {
    fc.assert(
      fc.property(fc.array(any), fc.array(forward), (before, then) => {
        const begun = before.reduce(walk, fresh)
        const ended = then.reduce(walk, begun)
        const taken = ended.past.length - begun.past.length
        const undone = times(taken, { do: 'undo' }, ended)
        expect(undone.now).toEqual(begun.now)
        expect(times(taken, { do: 'redo' }, undone).now).toEqual(ended.now)
      }),
    )
  })

  it('does not change the state that it is given', () => {
    fc.assert(
      fc.property(fc.array(any), any, (before, step) => {
        const steps = before.reduce(walk, fresh)
        const copy = structuredClone(steps)
        walk(steps, step)
        expect(steps).toEqual(copy)
      }),
    )
  })

  it('has no name twice, and nothing to undo where nothing changed', () => {
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const steps = list.reduce(walk, fresh)
        for (const names of [steps.now.names, steps.now.hidden]) expect(new Set(names).size).toBe(names.length)
        expect(walk(steps, { do: 'show', names: [] })).toBe(steps)
        expect(walk(steps, { do: 'open', walk: structuredClone(steps.now) })).toBe(steps)
      }),
    )
  })

  it('brings back what it hid, without naming it as something new', () => {
    const hidden = walk(fresh, { do: 'hide', names: ['a', 'b'] })
    expect(walk(hidden, { do: 'show', names: ['a'] }).now).toMatchObject({ hidden: ['b'], names: [] })
  })

  it('keeps the place of what it hides, but not of what it leaves out', () => {
    const [a, b, c] = model.names.map((name) => name.key) as [string, string, string]
    const only = walk(fresh, { do: 'only', names: [a, b] })
    const { now } = walk(only, { do: 'hide', names: [b] })
    expect([a, b, c].map((k) => placed(model, now)[model.nameByKey.get(k)!])).toEqual([1, 1, 0])
    expect([a, b, c].map((k) => onStage(model, now)[model.nameByKey.get(k)!])).toEqual([1, 0, 0])
  })

  it('leaves the filters in force: what is brought in passes them too', () => {
    const union = model.names.find((name) => name.label.includes('union'))!.index
    const roads = { model, passing: applyFilters(model, noFilters).passing }
    const { now } = walk(fresh, {
      do: 'only',
      names: [union, ...neighbours(roads, union)].map((i) => model.names[i]!.key),
    })
    const shown = applyFilters(
      model,
      { ...noFilters, misses: missesOf(told, parseQuery('-kind:request'), undefined) },
      onStage(model, now),
    )
    expect(model.lines.filter((line) => shown.lines[line.index]).map((line) => line.kind)).not.toContain('request')
    const all = applyFilters(model, noFilters, onStage(model, now))
    expect(all.nameCount).toBe(now.names.length)
  })
})

/** A chain 0–1–2–3 with a detour 0–4–5–3, a shortcut 1–6–3, a leaf 7 on 0, and 8 by itself. */
const net = (() => {
  const pairs = [
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 4],
    [4, 5],
    [5, 3],
    [1, 6],
    [6, 3],
    [0, 7],
  ] as const
  const graph = project.graph('actors')
  const node = graph.nodes[0]!.attributes
  const edge = graph.edges[0]!.attributes
  return modelOf({
    ...graph,
    nodes: Array.from({ length: 9 }, (_, i) => ({ key: `n${i}`, attributes: { ...node, label: `n${i}` } })),
    edges: pairs.map(([a, b], i) => ({ key: `e${i}`, source: `n${a}`, target: `n${b}`, attributes: edge })),
  })
})()
const roads = { model: net, passing: new Uint8Array(net.lines.length).fill(1) }

describe('the ways between names', () => {
  it('are those of the shortest length, or of one step more', () => {
    expect(between(netOf(roads), 0, 3, 0)).toEqual([0, 1, 4, 2, 5, 6, 3])
    expect(between(netOf(roads), 0, 2, 0)).toEqual([0, 1, 2])
    expect(between(netOf(roads), 7, 2, 0)).toEqual([7, 0, 1, 2])
    expect(between(netOf(roads), 0, 8, 1)).toEqual([])
  })

  it('go only along lines that pass the filters', () => {
    const closed = { model: net, passing: roads.passing.map((_, line) => (line === 1 || line === 6 ? 0 : 1)) }
    expect(between(netOf(closed), 0, 3, 0)).toEqual([0, 4, 5, 3])
    expect(neighbours(closed, 1)).toEqual([0])
  })

  it('have as many steps around a name as are asked for', () => {
    expect(around(netOf(roads), 7, 1)).toEqual([7, 0])
    expect(around(netOf(roads), 7, 2)).toEqual([7, 0, 1, 4])
    expect(around(netOf(roads), 8, 3)).toEqual([8])
  })

  it('know what two have in common, and what hangs on one alone', () => {
    expect(common(netOf(roads), 1, 3)).toEqual([2, 6])
    expect(hangers(roads, 0, new Uint8Array(9).fill(1))).toEqual([7])
    expect(hangers(roads, 0, Uint8Array.from([1, 1, 1, 1, 1, 0, 1, 1, 1]))).toEqual([4, 7])
  })
})
