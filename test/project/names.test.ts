import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedNumbers, nameColumns } from '../../src/model/index.ts'
import { inOrder, NameTable, toldOf } from '../../src/project/index.ts'
import { modelOf } from '../../web/graph/model.ts'
import { countsOf } from '../../web/graph/numbers.ts'
import { project } from '../web/fixture.ts'

const table = new NameTable(project)
const model = modelOf(project.graph('actors'))
const entities = model.names.filter(({ kind }) => kind === 'entity')

describe('the table of names', () => {
  it('has every name of the graph with the numbers that the picture counts', () => {
    const { total, rows } = table.page({})
    expect(total).toBe(entities.length)
    const lines = new Uint8Array(model.lines.length).fill(1)
    const counting = { model, lines, fits: () => true, told: toldOf(project.facts()), clock: 'published' } as const
    for (const number of countedNumbers) {
      const values = countsOf(number, counting)
      for (const { id, numbers } of rows) {
        const value = values[model.nameByKey.get(id)!]!
        expect([id, number, numbers[number] ?? Number.NaN]).toEqual([id, number, value])
      }
    }
  })

  it('gives the parts of one order as pages, the most mentioned first where nothing else is wanted', () => {
    const all = table.page({}).rows
    const mentions = all.map(({ numbers }) => numbers.mentions!)
    expect(mentions).toEqual([...mentions].sort((a, b) => b - a))
    expect([...table.page({ limit: 4 }).rows, ...table.page({ limit: 1000, offset: 4 }).rows]).toEqual(all)
    expect(table.page({ offset: 5000 }).rows).toEqual([])
  })

  it.each(nameColumns)('is the same list either way by %s, with those that have none last', (sort) => {
    const [up, down] = [false, true].map((down) => table.page({ sort, down }).rows)
    expect(new Set(up!.map(({ id }) => id))).toEqual(new Set(down!.map(({ id }) => id)))
    const has = ({ properties, numbers }: (typeof up & object)[number]) =>
      sort === 'name' ||
      sort === 'type' ||
      numbers[sort as 'first'] !== undefined ||
      properties.some((said) => said.startsWith(`${sort}: `))
    for (const rows of [up!, down!]) {
      const told = rows.map(has)
      expect(told).toEqual([...told].sort((a, b) => Number(b) - Number(a)))
    }
  })

  it('sifts by letters of any name of it and of what is said of it, whatever their accents and case', () => {
    const found = (text: string) => table.page({ text, sort: 'name', down: false }).rows.map(({ name }) => name)
    expect(found('HALVÓRSEN')).toEqual(['Ingrid Halvorsen'])
    expect(found('lawyer')).toEqual(['Okafor'])
    expect(found('region:')).toEqual([])
    expect(table.page({ text: 'nobody is called so' })).toEqual({ total: 0, rows: [] })
  })

  it('has the names of the statements that a query asks for, counted along these', () => {
    const { rows } = table.page({ q: 'relation:buy' })
    expect(rows.map(({ name }) => name).sort()).toEqual(['Blue Line', 'Selby Shipping'])
    for (const { numbers } of rows) expect(numbers).toMatchObject({ statements: 1, degree: 1, asks: 0 })
    expect(() => table.page({ q: 'nofield:x' })).toThrow('nofield')
  })

  it('keeps equals in their order, and what has no key last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(Number.NaN, 1, 2, 3), fc.nat())), fc.boolean(), (list, down) => {
        const order = inOrder(list, ([key]) => key, down)
        const of = (key: number) => list.filter(([other]) => Object.is(other, key))
        const keys = down ? [3, 2, 1, Number.NaN] : [1, 2, 3, Number.NaN]
        expect(order).toEqual(keys.flatMap(of))
      }),
    )
  })
})
