import { describe, expect, it } from 'vitest'
import { actorsGraph } from '../../src/graph/index.ts'
import type { Statement } from '../../src/model/index.ts'
import { entitiesOf, statement } from '../statements.ts'

const graphOf = (...statements: Statement[]) =>
  actorsGraph({ name: 'test', statements, entities: entitiesOf(statements) })
const edgesOf = (graph: ReturnType<typeof graphOf>) =>
  graph.edges.map((e) => [e.source, e.target, e.attributes.label, e.attributes.weight])

const things = { Harbour: 'Organization', Lindqvist: 'Person', pilots: 'Group', crews: 'Group' } as const

describe('the actors view', () => {
  it('draws a request from who asks to who is asked, labelled in words', () => {
    const graph = graphOf(
      statement('Lindqvist told pilots not to leave the bay.', {
        predicate: 'told',
        relation: 'tell',
        polarity: 'negative',
        things,
        roles: { speaker: 'Lindqvist', addressee: 'pilots', message: 'leave the bay' },
      }),
    )
    expect(edgesOf(graph)).toEqual([['e-Lindqvist', 'e-pilots', 'told … not to leave the bay', 1]])
  })

  it('draws every asker with everyone asked', () => {
    const graph = graphOf(
      statement('Harbour and Lindqvist asked pilots and crews for calm.', {
        predicate: 'asked',
        relation: 'ask',
        things,
        roles: { speaker: ['Harbour', 'Lindqvist'], addressee: ['pilots', 'crews'], message: 'calm' },
      }),
    )
    expect(graph.edges).toHaveLength(4)
    expect(graph.edges[0]?.attributes.label).toBe('asked … for calm')
  })

  it('merges what says the same and keeps apart what is denied or hypothetical', () => {
    const roles = { speaker: 'Harbour', addressee: 'pilots', message: 'wait' } as const
    const say = (sentence: string, more: object) =>
      statement(sentence, { predicate: 'asked', relation: 'ask', things, roles, id: sentence, ...more })
    const graph = graphOf(
      say('Harbour asked pilots to wait.', {}),
      say('Again Harbour asked pilots to wait.', { confidence: 0.95 }),
      say('Had Harbour asked pilots to wait?', { factuality: 'hypothetical' }),
    )
    expect(edgesOf(graph)).toEqual([
      ['e-Harbour', 'e-pilots', 'asked … to wait', 2],
      ['e-Harbour', 'e-pilots', 'may ask … to wait', 1],
    ])
  })

  it('hangs a request that is made of nobody named on a node for its content', () => {
    const graph = graphOf(
      statement('Lindqvist called for a longer pier.', {
        predicate: 'called for',
        relation: 'call for',
        things,
        roles: { speaker: 'Lindqvist', message: 'a longer pier' },
      }),
    )
    const content = graph.nodes.find((n) => n.attributes.kind === 'content')
    expect(content?.attributes.label).toBe('a longer pier')
    expect(graph.edges[0]?.target).toBe(content?.key)
  })

  it('draws a request by nobody named from a node that says so', () => {
    const graph = graphOf(
      statement('The pilots were told to wait.', {
        predicate: 'told',
        relation: 'tell',
        things,
        roles: { addressee: 'pilots', message: 'wait' },
      }),
    )
    expect(graph.nodes.map((n) => n.attributes.label).sort()).toEqual(['asker not named', 'pilots'])
  })

  it('says in the verb what is perhaps not done, and leaves to a message its own "not"', () => {
    const graph = graphOf(
      statement('If pilots do not obey Harbour, all wait.', {
        predicate: 'obey',
        relation: 'obey',
        kind: 'action',
        polarity: 'negative',
        factuality: 'hypothetical',
        things,
        roles: { agent: 'pilots', patient: 'Harbour' },
      }),
      statement('Lindqvist told Harbour that no ship had left.', {
        predicate: 'told',
        relation: 'tell',
        kind: 'communication',
        polarity: 'negative',
        things,
        roles: { speaker: 'Lindqvist', addressee: 'Harbour', message: 'no ship had left' },
      }),
    )
    expect(graph.edges.map((e) => e.attributes.label)).toEqual(['may not obey', 'told … that no ship had left'])
  })

  it('draws what somebody says to the thing that it is about', () => {
    const graph = graphOf(
      statement('Lindqvist cited the Pier Act.', {
        predicate: 'cited',
        relation: 'cite',
        kind: 'communication',
        things: { Lindqvist: 'Person', 'the Pier Act': 'Law' },
        roles: { speaker: 'Lindqvist', message: 'the Pier Act' },
      }),
    )
    expect(edgesOf(graph)).toEqual([['e-Lindqvist', 'e-the Pier Act', 'cited', 1]])
  })

  it('sends an answer to who asked', () => {
    const asked = statement('Harbour asked pilots to wait.', {
      predicate: 'asked',
      relation: 'ask',
      things,
      roles: { speaker: 'Harbour', addressee: 'pilots', message: 'wait' },
    })
    const refused = statement('The pilots refused.', {
      predicate: 'refused',
      relation: 'refuse',
      kind: 'response',
      answer: 'refuse',
      things,
      roles: { speaker: 'pilots' },
      links: [{ type: 'answers', statement: asked.id }],
    })
    expect(edgesOf(graphOf(asked, refused))[1]).toEqual(['e-pilots', 'e-Harbour', 'refused', 1])
  })

  it('places every node at finite coordinates, the same at every run', () => {
    const make = () =>
      graphOf(
        ...Array.from({ length: 40 }, (_, i) =>
          statement(`Body${i} asked Body${(i * 7 + 1) % 40} to wait.`, {
            predicate: 'asked',
            relation: 'ask',
            id: `s${i}`,
            things: { [`Body${i}`]: 'Organization', [`Body${(i * 7 + 1) % 40}`]: 'Organization' },
            roles: { speaker: `Body${i}`, addressee: `Body${(i * 7 + 1) % 40}`, message: 'wait' },
          }),
        ),
      )
    const graph = make()
    expect(graph.nodes.every((n) => Number.isFinite(n.attributes.x) && Number.isFinite(n.attributes.y))).toBe(true)
    expect(new Set(graph.nodes.map((n) => `${n.attributes.x} ${n.attributes.y}`)).size).toBe(graph.nodes.length)
    expect(make()).toEqual(graph)
  })

  it('is empty for no statements', () => {
    expect(graphOf().nodes).toEqual([])
  })
})
