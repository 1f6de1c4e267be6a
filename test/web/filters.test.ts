import { describe, expect, it } from 'vitest'
import { modelOf } from '../../web/graph/model.ts'
import { applyFilters, type Filters, noFilters, passes, toggled, values } from '../../web/state/filters.ts'
import { project } from './fixture.ts'

const model = modelOf(project.graph('actors'))
const statements = project.statements({ limit: 1000 }).rows.map((row) => row.statement)
const hiding = (...keys: string[]): Filters => ({ ...noFilters, hidden: new Set(keys) })

describe('the filters', () => {
  it('show everything by default', () => {
    const shown = applyFilters(model, noFilters)
    expect(shown).toMatchObject({ nameCount: model.names.length, lineCount: model.lines.length })
  })

  it('count a statement with two askers once', () => {
    const two = statements.find((s) => s.roles.speaker?.length === 2)!
    expect(model.linesOfStatement.get(two.id)).toHaveLength(2)
    const linked = statements.filter((s) => s.kind === 'request' && model.linesOfStatement.has(s.id))
    expect(applyFilters(model, noFilters).counts.get('kind:request')).toBe(linked.length)
  })

  it('hide the lines of a kind, and the names that it leaves alone', () => {
    const shown = applyFilters(model, hiding('kind:request'))
    expect(model.lines.every((line) => Boolean(shown.lines[line.index]) === (line.kind !== 'request'))).toBe(true)
    for (const name of model.names) {
      const linked = model.linesOf[name.index]!.some((line) => shown.lines[line])
      expect(Boolean(shown.names[name.index])).toBe(linked)
    }
  })

  it('count a legend line as if it alone were chosen in its group', () => {
    const all = applyFilters(model, noFilters)
    const without = applyFilters(model, hiding('kind:request'))
    expect(without.counts.get('kind:request')).toBe(all.counts.get('kind:request'))
    expect(without.counts.get('force:ask') ?? 0).toBe(0)
  })

  it('hide the lines of a name whose type is hidden', () => {
    const shown = applyFilters(model, hiding('type:state'))
    expect(model.names.some((name) => name.family === 'state' && shown.names[name.index])).toBe(false)
    expect(shown.lineCount).toBeLessThan(model.lines.length)
  })

  it.each(['kind:request', 'force:ask', 'polarity:negative', 'factuality:denied'])(
    'let the same statements through in lists and picture with %s hidden',
    (key) => {
      const shown = applyFilters(model, hiding(key))
      for (const statement of statements) {
        const lines = model.linesOfStatement.get(statement.id) ?? []
        if (lines.length) expect(lines.some((line) => shown.lines[line])).toBe(passes(statement, hiding(key)))
      }
    },
  )

  it('keep one line of a group alone, and let the others back in', () => {
    const alone = toggled(noFilters, 'force', 'urge', true)
    expect([...alone.hidden].sort()).toEqual(
      values.force
        .filter((f) => f !== 'urge')
        .map((f) => `force:${f}`)
        .sort(),
    )
    expect(toggled(alone, 'force', 'urge', true).hidden.size).toBe(0)
  })
})
