/** A large project without texts: as many names and lines as are asked for, in communities, the same every time. */
import {
  type EdgeAttributes,
  entityTypes,
  forces,
  kinds,
  type NodeAttributes,
  type Project,
  type SerializedGraph,
  type Statement,
} from '../../src/model/index.ts'
import { factsOf } from '../../src/query/index.ts'

export function crowd(names: number, lines: number): Project {
  const random = steady(5)
  const communities = Math.ceil(Math.sqrt(names) / 2)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const nodes = Array.from({ length: names }, (_, i): SerializedGraph['nodes'][number] => {
    const community = i % communities
    const angle = community * 2.399963
    const reach = 60 * Math.sqrt(community * 8)
    const [r, a] = [180 * Math.sqrt(random()), random() * 2 * Math.PI]
    const attributes: NodeAttributes = {
      label: `Name ${i}`,
      kind: 'entity',
      entityType: pick(entityTypes),
      aliases: [`Name ${i}`],
      mentions: 1 + Math.floor(20 / (1 + (i % 97))),
      statements: [],
      x: reach * Math.cos(angle) + r * Math.cos(a),
      y: reach * Math.sin(angle) + r * Math.sin(a),
      size: 5 + 17 / (1 + (i % 211)),
      community,
    }
    return { key: `e${i}`, attributes }
  })
  const edges = Array.from({ length: lines }, (_, i): SerializedGraph['edges'][number] => {
    const source = Math.floor(random() * names)
    const near = (source + communities * (1 + Math.floor(random() * 40))) % names
    const target = random() < 0.85 ? near : Math.floor(random() * names)
    const kind = pick(kinds)
    const attributes: EdgeAttributes = {
      label: kind === 'request' ? 'asked … to do it' : 'acted on',
      kind,
      relation: kind,
      ...(kind === 'request' && { force: pick(forces) }),
      polarity: random() < 0.1 ? 'negative' : 'positive',
      factuality: random() < 0.1 ? 'hypothetical' : 'actual',
      weight: 1,
      statements: [`s${i}`],
      confidence: 0.5 + random() / 2,
    }
    nodes[source]!.attributes.statements.push(`s${i}`)
    if (target !== source) nodes[target]!.attributes.statements.push(`s${i}`)
    return {
      key: `l${i}`,
      source: `e${source}`,
      target: `e${target === source ? (source + 1) % names : target}`,
      attributes,
    }
  })
  const graph: SerializedGraph = {
    attributes: { name: 'crowd', view: 'actors' },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes,
    edges,
  }
  const document = { id: 'd', uri: 'crowd.txt', title: 'Crowd', sentences: lines, statements: lines }
  const row = (id: string) => {
    const { source, target, attributes } = edges[Number(id.slice(1))]!
    const named = (key: string, start: number) => {
      const { label, entityType } = nodes[Number(key.slice(1))]!.attributes
      return [{ text: label, start, end: start + label.length, entity: { id: key, name: label, type: entityType } }]
    }
    const [a, b] = [named(source, 0), named(target, 20)]
    const text = `${a[0]!.text} asked`.padEnd(20).concat(b[0]!.text)
    const { kind, relation, polarity, factuality, confidence, force } = attributes
    const statement: Statement = {
      id,
      kind: kind as Statement['kind'],
      frame: 'Request',
      relation,
      predicate: { text: 'asked', lemma: 'ask', start: text.indexOf('asked'), end: text.indexOf('asked') + 5 },
      roles: { speaker: a, addressee: b },
      ...(force && { force }),
      polarity,
      factuality,
      source: [],
      links: [],
      confidence,
      foundBy: 'crowd',
      evidence: { document: 'crowd.txt', sentence: { index: 0, start: 0, end: text.length, text } },
    }
    return { statement, document }
  }
  return {
    info: () => ({ name: 'crowd', documents: 1, sentences: lines, statements: lines, entities: names, skipped: [] }),
    graph: () => graph,
    documents: () => [document],
    document: () => ({
      document: { id: 'd', uri: 'crowd.txt', title: 'Crowd', text: 'A crowd.', format: 'text' },
      sentences: [{ start: 0, end: 8 }],
      marks: [],
      statements: [],
    }),
    statements: ({ ids, offset = 0, limit = 200 }) => {
      const all = ids ?? edges.slice(offset, offset + limit).map((_, i) => `s${offset + i}`)
      return { total: ids ? ids.length : lines, rows: all.slice(0, limit).map(row) }
    },
    entity: (id) => {
      const found = nodes[Number(id.slice(1))]?.attributes
      return found && { id, name: found.label, type: found.entityType, aliases: found.aliases, mentions: [] }
    },
    search: () => ({ hits: [], totals: { entity: 0, statement: 0, sentence: 0 }, respelled: [] }),
    matching: () => ({ ids: [], respelled: [] }),
    facts: () => factsOf(edges.map((_, i) => row(`s${i}`))),
  }
}

/** A seeded generator (mulberry32). */
function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
