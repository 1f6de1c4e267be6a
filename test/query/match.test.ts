import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beyondFacts, factsOf, factTest, MemorySearch, parseQuery, typos } from '../../src/query/index.ts'
import { project } from '../web/fixture.ts'

const { rows } = project.statements({ limit: 1000 })
const facts = project.facts()
/** What a query finds, as who, relation, whom. */
const found = (q: string) =>
  project.statements({ q, limit: 1000 }).rows.map(({ statement: { roles, relation } }) => {
    const name = (list: typeof roles.speaker) => list?.map((f) => f.entity?.name ?? f.text).join('+') ?? '–'
    return `${name(roles.speaker ?? roles.agent ?? roles.subject)} ${relation} ${name(roles.addressee ?? roles.patient ?? roles.object)}`
  })

describe('a query of statements', () => {
  it('finds who asked whom for what', () => {
    expect(found('asker:authority to:ferry sail')).toEqual(['Harbour Authority of Norrvik tell ferry operators'])
    expect(found('asker:halvorsen about:crossings')).toEqual(['Ingrid Halvorsen warn passengers'])
  })

  it('forgives a typing error, unless the word is quoted', () => {
    expect(found('asker:Halvorsn')).toEqual(found('asker:Halvorsen'))
    expect(found('asker:Havlorsen')).toEqual(found('asker:Halvorsen'))
    expect(found('asker:Halvorsen').length).toBeGreaterThan(0)
    expect(found('asker:"Halvorsn"')).toEqual([])
  })

  it('knows every name of somebody, and whom a pronoun stands for', () => {
    const declined = found('from:halvorsen relation:decline')
    expect(declined).toHaveLength(1)
    expect(found('from:="Ingrid Halvorsen" relation:decline')).toEqual(declined)
    expect(found('from:="Ingrid" relation:decline')).toEqual([])
  })

  it('takes the asker of requests only, and with from: whoever does something', () => {
    expect(found('asker:"Selby Shipping"')).toEqual([])
    expect(found('from:"Selby Shipping"').length).toBeGreaterThan(0)
  })

  it.each([
    ['kind:request', (row: (typeof rows)[number]) => row.statement.kind === 'request'],
    ['-kind:request', (row) => row.statement.kind !== 'request'],
    ['force:order,demand', (row) => ['order', 'demand'].includes(row.statement.force ?? '')],
    ['polarity:negative', (row) => row.statement.kind === 'request' && row.statement.polarity === 'negative'],
    ['status:refused', (row) => row.outcome?.status === 'refused'],
    ['status:open', (row) => row.outcome?.status === 'open'],
    ['source:none', (row) => row.statement.source.length === 0],
    ['-source:none', (row) => row.statement.source.length > 0],
    ['to:none kind:request', (row) => row.statement.kind === 'request' && !row.statement.roles.addressee],
    ['confidence:0.9', (row) => row.statement.confidence >= 0.9],
    [
      'type:Company',
      (row) =>
        Object.values(row.statement.roles)
          .flat()
          .some((f) => f.entity?.type === 'Company'),
    ],
    [
      'trait:chief',
      (row) =>
        Object.values(row.statement.roles)
          .flat()
          .some((f) => f.entity?.name === 'Ingrid Halvorsen'),
    ],
    [
      'trait:="region: Norrvik"',
      (row) =>
        Object.values(row.statement.roles)
          .flat()
          .some((f) => ['Harbour Authority of Norrvik', 'Norrvik Ferries AB'].includes(f.entity?.name ?? '')),
    ],
    [
      '-trait:="kind:"',
      (row) =>
        Object.values(row.statement.roles)
          .flat()
          .every((f) => !f.entity || ['noise rule', "seamen's union", 'city council'].includes(f.entity.name)),
    ],
    ['after:2019-03-14', (row) => (row.document.date ?? '') >= '2019-03-14'],
    ['before:2019-03-14', (row) => row.document.date !== undefined && row.document.date < '2019-03-14'],
    ['doc:harbour', (row) => /harbour/i.test(`${row.document.uri} ${row.document.title}`)],
  ] as [string, (row: (typeof rows)[number]) => boolean][])('finds just what %s says', (q, wanted) => {
    expect(project.matching(q).ids).toEqual(rows.filter(wanted).map(({ statement }) => statement.id))
  })

  it('gives everything for an empty query', () => {
    expect(project.matching('').ids).toHaveLength(rows.length)
  })

  it('has a phrase in this order only, and takes a begun word for the whole', () => {
    expect(found('"town hall"').length).toBeGreaterThan(0)
    expect(found('"hall town"')).toEqual([])
    expect(found('withdr')).toEqual(found('withdraw'))
    expect(found('"withdr"')).toEqual([])
  })

  it('leaves a year without a month in, wherever some day of it fits', () => {
    const [first] = rows
    const dated = (date: string) => ({ ...first!, document: { ...first!.document, id: date, date } })
    const search = new MemorySearch({ rows: [dated('2019'), dated('2018-12-31')], entities: [], texts: [] })
    expect(search.rows('after:2019-06')).toHaveLength(1)
    expect(search.rows('before:2019-06 after:2019')).toHaveLength(1)
    expect(search.rows('-after:2019')).toHaveLength(1)
  })
})

describe('facts', () => {
  const clause = fc.constantFrom(
    ...[
      'kind:request',
      '-kind:action,relation',
      'force:ask,tell'.replace(',tell', ',order'),
      'status:open',
      '-status:refused',
    ],
    ...['polarity:negative', 'factuality:denied,future', 'type:Person', '-type:Company,Place', 'source:none'],
    ...[
      'source:="Coast Gazette"',
      '-source:="Ingrid Halvorsen",none',
      'document:harbour',
      'confidence:0.9',
      '-confidence:0.85',
    ],
    ...['after:2019', 'before:2019-03-14', 'event-after:2016', 'event-before:2017', '-event-after:2019'],
  )

  it('answer a clause as the statements themselves do', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 3 }), (clauses) => {
        const query = parseQuery(clauses.join(' '))
        expect(beyondFacts(query)).toEqual([])
        const tests = query.map((one) => factTest(one, facts)!)
        const ids = facts.ids.filter((_, i) => tests.every((test) => test(i)))
        expect(ids).toEqual(project.matching(clauses.join(' ')).ids)
      }),
    )
  })

  it('leave names and words to whoever has them', () => {
    const query = parseQuery(
      'asker:authority sail about:x entity:y source:Gazette relation:ask answer:grant kind:request',
    )
    expect(beyondFacts(query)).toEqual(query.slice(0, -1))
    for (const one of beyondFacts(query)) expect(factTest(one, facts)).toBeUndefined()
  })

  it('are as many in each column as there are statements', () => {
    const { documents: _, sources: __, times: ___, ...columns } = factsOf(rows)
    for (const column of Object.values(columns)) expect(column).toHaveLength(rows.length)
  })
})

describe('typing errors', () => {
  it.each([
    ['sinet', 'sinnet', 1],
    ['snnet', 'sinnet', 1],
    ['sinnte', 'sinnet', 1],
    ['simnet', 'sinnet', 1],
    ['abc', 'abc', 0],
    ['kitten', 'sitting', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(typos(a, b, 3)).toBe(distance)
  })

  it('are as many either way, and never more than asked for and one', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(typos(a, b, most)).toBe(typos(b, a, most))
        expect(typos(a, b, most)).toBe(Math.min(typos(a, b, 8), most + 1))
        expect(typos(a, a, most)).toBe(0)
      }),
    )
  })
})
