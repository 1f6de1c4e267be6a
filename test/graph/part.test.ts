import { describe, expect, it } from 'vitest'
import { fromColumns, Parts, toColumns } from '../../src/graph/index.ts'
import { crowd } from '../web/crowd.ts'
import { project } from '../web/fixture.ts'

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('a graph in columns', () => {
  it.each(['actors', 'frames'] as const)('is the same graph again, in the view %s', (view) => {
    const graph = plain(project.graph(view))
    expect(fromColumns(plain(toColumns(graph)))).toEqual(graph)
    expect(JSON.stringify(toColumns(graph)).length).toBeLessThan(JSON.stringify(graph).length)
  })
})

describe('a part of a graph', () => {
  const large = crowd(4000, 9000).graph('actors')
  const parts = new Parts(large)
  const keysOf = (graph: typeof large) => new Set(graph.nodes.map(({ key }) => key))

  it('is the whole of a graph that can be drawn at once, or of which all is asked for', () => {
    const small = project.graph('actors')
    expect(new Parts(small).part({})).toBe(small)
    expect(parts.part({ top: 4000 })).toBe(large)
  })

  it('has the largest names with all lines between them, and says how much there is in all', () => {
    const part = parts.part({ top: 200 })
    expect(part.nodes).toHaveLength(200)
    expect(part.attributes.whole).toEqual({ names: 4000, lines: 9000 })
    const inside = keysOf(part)
    const least = Math.min(...part.nodes.map(({ attributes }) => attributes.size))
    for (const { key, attributes } of large.nodes)
      if (!inside.has(key)) expect(attributes.size).toBeLessThanOrEqual(least)
    const between = large.edges.filter(({ source, target }) => inside.has(source) && inside.has(target))
    expect(part.edges).toEqual(between)
  })

  it('is cut where nothing is asked for, and has the names that are asked for beside', () => {
    const first = parts.part({})
    expect(first.nodes.length).toBeLessThan(4000)
    const absent = large.nodes.find(({ key }) => !keysOf(first).has(key))!.key
    const more = parts.part({ names: [absent, 'nobody'] })
    expect(more.nodes).toHaveLength(first.nodes.length + 1)
    expect(keysOf(more)).toContain(absent)
  })

  it('is what lies around a name, step by step, and nothing around a name that there is not', () => {
    const near = keysOf(parts.part({ around: { name: 'e7', steps: 1 } }))
    const wanted = new Set(['e7'])
    for (const { source, target } of large.edges) {
      if (source === 'e7') wanted.add(target)
      if (target === 'e7') wanted.add(source)
    }
    expect(near).toEqual(wanted)
    const far = parts.part({ around: { name: 'e7', steps: 2 } })
    expect(far.nodes.length).toBeGreaterThan(near.size)
    expect(far.nodes.length).toBeLessThanOrEqual(500)
    expect(parts.part({ around: { name: 'nobody', steps: 2 } }).nodes).toEqual([])
  })

  it('is what lies between two names, wherever in the whole graph, along lines of statements that fit a query', () => {
    const [edge] = large.edges
    const direct = { from: edge!.source, to: edge!.target, kind: 'shortest' } as const
    const of = (id: string) => new Parts(large, () => [id])
    expect(keysOf(parts.part({ between: direct }))).toEqual(new Set([edge!.source, edge!.target]))
    const [statement] = edge!.attributes.statements
    expect(of(statement!).part({ between: { ...direct, query: 'any' } }).nodes).toHaveLength(2)
    expect(of('another').part({ between: { ...direct, query: 'any' } }).nodes).toEqual([])
    const far = parts.part({ between: { from: 'e7', to: 'e3999', kind: 'longer' } })
    expect(keysOf(far)).toContain('e7')
    expect(keysOf(far)).toContain('e3999')
    expect(parts.part({ between: { from: 'e7', to: 'nobody', kind: 'common' } }).nodes).toEqual([])
  })
})
