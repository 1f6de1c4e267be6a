import { expect, it } from 'vitest'
import { framesGraph } from '../../src/graph/index.ts'
import { entitiesOf, statement } from '../statements.ts'

const things = { Harbour: 'Organization', ministry: 'PublicBody', pilots: 'Group' } as const

it('the frames view gives each statement a node of its own and keeps the chain between two requests', () => {
  const request = statement('The ministry asked Harbour to close.', {
    predicate: 'asked',
    relation: 'ask',
    things,
    roles: { speaker: 'ministry', addressee: 'Harbour', message: 'close' },
  })
  const demand = statement('Harbour ordered pilots to wait.', {
    predicate: 'ordered',
    relation: 'order',
    things,
    roles: { speaker: 'Harbour', addressee: 'pilots', message: 'wait' },
    links: [{ type: 'prompted by', statement: request.id }],
  })
  const statements = [request, demand]
  const graph = framesGraph({ name: 'test', statements, entities: entitiesOf(statements) })
  expect(graph.edges.map((e) => [e.source, e.attributes.relation, e.target])).toEqual([
    ['e-ministry', 'asks', request.id],
    [request.id, 'asked_of', 'e-Harbour'],
    ['e-Harbour', 'asks', demand.id],
    [demand.id, 'asked_of', 'e-pilots'],
    [demand.id, 'prompted_by', request.id],
  ])
  expect(graph.nodes.find((n) => n.key === demand.id)?.attributes.label).toBe('ordered: wait')
})
