import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldOf } from '../../src/project/index.ts'
import { parseQuery, printQuery } from '../../src/query/index.ts'
import { modelOf } from '../../web/graph/model.ts'
import {
  combined,
  facets,
  leastConfidence,
  marked,
  markOf,
  spanOf,
  values,
  withConfidence,
  withSpan,
} from '../../web/state/filters.ts'
import { applyFilters, countsOf, missesOf, passingIn } from '../../web/state/fits.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const told = toldOf(project.facts())
const nothing = { told, misses: undefined }
const filtered = (q: string) => ({ told, misses: missesOf(told, parseQuery(q), undefined) })
const statements = project.statements({ limit: 1000 }).rows.map((row) => row.statement)

describe('the filters', () => {
  it('show everything by default', () => {
    const shown = applyFilters(model, nothing)
    expect(shown).toMatchObject({ nameCount: model.names.length, lineCount: model.lines.length })
  })

  it.each([
    'kind:request',
    '-kind:request',
    '-force:ask',
    'polarity:negative',
    '-factuality:denied',
    'status:open,refused',
  ])('show the lines that a statement with %s stands on, and the names that they touch', (q) => {
    const ids = new Set(project.matching(q).ids)
    const shown = applyFilters(model, filtered(q))
    for (const line of model.lines)
      expect(Boolean(shown.lines[line.index])).toBe(line.statements.some((id) => ids.has(id)))
    for (const name of model.names) {
      const linked = model.linesOf[name.index]!.some((line) => shown.lines[line])
      expect(Boolean(shown.names[name.index])).toBe(linked)
    }
    expect(shown.lineCount).toBeGreaterThan(0)
    expect(shown.lineCount).toBeLessThan(model.lines.length)
  })

  it('take the statements that only the project can find from whoever asked it', () => {
    const only = new Set([statements[0]!.id])
    const misses = missesOf(told, parseQuery('sail'), only)
    expect(passingIn(misses)).toBe(1)
    expect(misses[told.placeOf.get(statements[0]!.id)!]).toBe(0)
  })

  it('count a legend line as if it alone were chosen in its group', () => {
    const all = countsOf(told, missesOf(told, [], undefined))
    expect(all.get('kind:request')).toBe(statements.filter(({ kind }) => kind === 'request').length)
    const without = countsOf(told, missesOf(told, parseQuery('-kind:request'), undefined))
    expect(without.get('kind:request')).toBe(all.get('kind:request'))
    expect(without.get('force:ask') ?? 0).toBe(0)
    expect(without.get('source:none')).toBe(
      statements.filter(({ kind, source }) => kind !== 'request' && source.length === 0).length,
    )
  })

  it('keep to the stage', () => {
    const stage = new Uint8Array(model.names.length)
    const [first] = model.lines
    stage[first!.source] = stage[first!.target] = 1
    const shown = applyFilters(model, nothing, stage)
    expect(shown.nameCount).toBe(2)
    expect(shown.passing.every(Boolean)).toBe(true)
  })
})

describe('a legend line', () => {
  const line = fc.constantFrom(
    ...(Object.keys(values) as (keyof typeof values)[]).flatMap((f) => values[f].map((v) => [f, v] as const)),
  )
  const mark = fc.constantFrom('off', 'only', 'without')

  it('is what it was set to last, whatever else is set, and stands so in the text of the query', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, mark), { minLength: 1 }), (sets) => {
        let query = parseQuery('asker:union "town hall"')
        const wanted = new Map<string, string>()
        for (const [[facet, value], to] of sets) {
          query = marked(query, facet, value, to)
          wanted.set(`${facet} ${value}`, to)
        }
        const read = parseQuery(printQuery(query))
        for (const [key, to] of wanted) {
          const [facet, ...value] = key.split(' ')
          expect(markOf(read, facet as 'kind', value.join(' '))).toBe(to)
        }
        expect(query.slice(0, 2)).toEqual(parseQuery('asker:union "town hall"'))
      }),
    )
  })

  it('of a source is of this source alone', () => {
    const query = marked([], 'source', 'Coast Gazette', 'only')
    expect(printQuery(query)).toBe('source:="Coast Gazette"')
    expect(printQuery(marked(query, 'source', 'none', 'only'))).toBe('source:="Coast Gazette",none')
    expect(facets).toContain('source')
  })
})

describe('sliders and brushes', () => {
  it('set the lowest confidence and take it back', () => {
    const query = withConfidence(parseQuery('kind:request'), 0.8)
    expect(printQuery(query)).toBe('kind:request confidence:0.8')
    expect(leastConfidence(query)).toBe(0.8)
    expect(printQuery(withConfidence(query, 0))).toBe('kind:request')
  })

  it('keep days by one clock only', () => {
    const query = withSpan(parseQuery('kind:request after:2000'), 'happened', { start: 17167, end: 17198 })
    expect(printQuery(query)).toBe('kind:request event-after:2017-01-01 event-before:2017-02-01')
    expect(spanOf(query, 'happened')).toEqual({ start: 17167, end: 17198 })
    expect(spanOf(query, 'published')).toBeUndefined()
    expect(printQuery(withSpan(query, 'happened', undefined))).toBe('kind:request')
  })

  it('leave what the legend says beside a typed query, unless it says otherwise', () => {
    const query = combined(parseQuery('kind:request -source:none sail'), parseQuery('asker:union kind:action'))
    expect(printQuery(query)).toBe('-source:none asker:union kind:action')
  })
})
