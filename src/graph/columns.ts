/**
 * A graph ↔ columns, as it travels from server to page: each key and attribute name is written once, ends of edges are
 * places in the list of nodes. A third of the size, and read in half the time.
 */
import type { SerializedGraph } from '../model/index.ts'

type Attributes = Readonly<Record<string, unknown>>

/** By attribute: its values in order; `null` for none. */
type Columns = Readonly<Record<string, readonly unknown[]>>

export interface ColumnGraph {
  readonly attributes: SerializedGraph['attributes']
  readonly options: SerializedGraph['options']
  readonly nodes: { readonly key: readonly string[]; readonly columns: Columns }
  readonly edges: {
    readonly key: readonly string[]
    readonly source: readonly number[]
    readonly target: readonly number[]
    readonly columns: Columns
  }
}

export function toColumns({ attributes, options, nodes, edges }: SerializedGraph): ColumnGraph {
  const place = new Map(nodes.map(({ key }, i) => [key, i]))
  return {
    attributes,
    options,
    nodes: { key: nodes.map(({ key }) => key), columns: columnsOf(nodes) },
    edges: {
      key: edges.map(({ key }) => key),
      source: edges.map(({ source }) => place.get(source)!),
      target: edges.map(({ target }) => place.get(target)!),
      columns: columnsOf(edges),
    },
  }
}

export function fromColumns({ attributes, options, nodes, edges }: ColumnGraph): SerializedGraph {
  const nodeRow = rowsOf(nodes.columns)
  const edgeRow = rowsOf(edges.columns)
  return {
    attributes,
    options,
    nodes: nodes.key.map((key, i) => ({ key, attributes: nodeRow(i) as never })),
    edges: edges.key.map((key, i) => ({
      key,
      source: nodes.key[edges.source[i]!]!,
      target: nodes.key[edges.target[i]!]!,
      attributes: edgeRow(i) as never,
    })),
  }
}

function columnsOf(rows: readonly { readonly attributes: object }[]): Columns {
  const columns: Record<string, unknown[]> = {}
  rows.forEach(({ attributes }, row) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) continue
      columns[name] ??= new Array<unknown>(rows.length).fill(null)
      columns[name][row] = value
    }
  })
  return columns
}

function rowsOf(columns: Columns): (row: number) => Attributes {
  const entries = Object.entries(columns)
  return (row) => {
    const attributes: Record<string, unknown> = {}
    for (const [name, values] of entries) if (values[row] !== null) attributes[name] = values[row]
    return attributes
  }
}
