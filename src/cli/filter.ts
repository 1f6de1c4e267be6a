/** `kind=request,response` … → the part of a graph that fits. */
import { UsageError } from '../errors.ts'
import { entityTypes, factualities, forces, kinds, type NodeAttributes, type SerializedGraph } from '../model/index.ts'

type Edge = SerializedGraph['edges'][number]
type Nodes = ReadonlyMap<string, NodeAttributes>
type Test = (edge: Edge, nodes: Nodes) => boolean

/** What can be filtered by: the values that there are, where they are known, and whether an edge fits some. */
const fields: Readonly<Record<string, { known?: readonly string[]; test: (values: readonly string[]) => Test }>> = {
  kind: {
    known: [...kinds, 'role', 'link'],
    test:
      (values) =>
      ({ attributes }) =>
        values.includes(attributes.kind),
  },
  relation: {
    test:
      (values) =>
      ({ attributes }) =>
        values.includes(attributes.relation),
  },
  force: {
    known: forces,
    test:
      (values) =>
      ({ attributes }) =>
        values.includes(attributes.force ?? ''),
  },
  polarity: {
    known: ['positive', 'negative'],
    test:
      (values) =>
      ({ attributes }) =>
        values.includes(attributes.polarity),
  },
  factuality: {
    known: factualities,
    test:
      (values) =>
      ({ attributes }) =>
        values.includes(attributes.factuality),
  },
  type: {
    known: entityTypes,
    test: (values) => atEitherEnd((node) => node.kind === 'entity' && values.includes(node.entityType)),
  },
  entity: {
    test: (values) => atEitherEnd((node) => [node.label, ...node.aliases].some((name) => hasName(values, name))),
  },
  confidence: {
    test:
      ([least]) =>
      ({ attributes }) =>
        attributes.confidence >= Number(least),
  },
}

const hasName = (names: readonly string[], name: string) =>
  names.some((one) => one.toLowerCase() === name.toLowerCase())

const atEitherEnd =
  (test: (node: NodeAttributes) => boolean): Test =>
  ({ source, target }, nodes) =>
    [source, target].some((key) => {
      const node = nodes.get(key)
      return node !== undefined && test(node)
    })

/** Throws `UsageError` for a field or value that there is not. */
export function parseFilters(filters: readonly string[]): Test[] {
  return filters.map((filter) => {
    const cut = filter.indexOf('=')
    const name = filter.slice(0, Math.max(0, cut))
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field)
      throw new UsageError(
        `--filter ${filter}: no field "${name || filter}"`,
        `There are: ${Object.keys(fields).join(', ')}.`,
      )
    const values = filter
      .slice(cut + 1)
      .split(',')
      .map((value) => value.trim())
    const wrong = values.find((value) => (field.known ? !field.known.includes(value) : value === ''))
    if (wrong !== undefined)
      throw new UsageError(
        `--filter ${filter}: no ${name} "${wrong}"`,
        field.known ? `There are: ${field.known.join(', ')}.` : 'Name one.',
      )
    if (name === 'confidence' && !(Number(values[0]) >= 0 && Number(values[0]) <= 1))
      throw new UsageError(`--filter ${filter}: not a number from 0 to 1`, 'For example confidence=0.8.')
    return field.test(values)
  })
}

/** The edges that pass all tests, with the nodes at their ends; without tests the whole graph. */
export function filterGraph(graph: SerializedGraph, tests: readonly Test[]): SerializedGraph {
  if (tests.length === 0) return graph
  const nodes = new Map(graph.nodes.map(({ key, attributes }) => [key, attributes]))
  const edges = graph.edges.filter((edge) => tests.every((test) => test(edge, nodes)))
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]))
  return { ...graph, nodes: graph.nodes.filter(({ key }) => ends.has(key)), edges }
}
