/**
 * A graph too large to be drawn at once → the part that is asked for: the names that matter most, some names, what lies
 * around one, or between two. How much there is in all goes along, so that nothing is cut in silence.
 */
import type { Between, GraphPart, SerializedGraph } from '../model/index.ts'
import { between, common, type Net } from './ways.ts'

/** Graphs up to this size are drawn whole; of larger ones, where nothing is asked for, so many names. */
const drawnWhole = { names: 3000, lines: 15_000 }
const drawnAtFirst = 1500
/** Names that are given of what lies around one, the nearest and then the largest first. */
const mostAround = 500

type Node = SerializedGraph['nodes'][number]

/** A graph with what finding parts of it takes, made once. */
export class Parts {
  /** Places of the nodes, those that matter most first. */
  private readonly order: readonly number[]
  private readonly places: ReadonlyMap<string, number>
  private linesOf: readonly (readonly number[])[] | undefined

  /** `matching`: ids of the statements that fit a query. */
  constructor(
    readonly graph: SerializedGraph,
    private readonly matching: (query: string) => readonly string[] = () => [],
  ) {
    const { nodes } = graph
    this.order = nodes.map((_, i) => i).sort((a, b) => sizeOf(nodes[b]!) - sizeOf(nodes[a]!) || a - b)
    this.places = new Map(nodes.map(({ key }, i) => [key, i]))
  }

  /** The whole graph where it is small enough, or all of it was asked for. */
  part({ top, names = [], around, between }: GraphPart): SerializedGraph {
    const { nodes, edges } = this.graph
    const isSmall = nodes.length <= drawnWhole.names && edges.length <= drawnWhole.lines
    if (between !== undefined) return this.of(this.among(between))
    if (around !== undefined) return this.of(this.about(around.name, around.steps))
    if (top === undefined ? isSmall : top >= nodes.length) return this.graph
    const chosen = new Set(this.order.slice(0, top ?? drawnAtFirst))
    for (const key of names) {
      const place = this.places.get(key)
      if (place !== undefined) chosen.add(place)
    }
    return this.of(chosen)
  }

  /** Some nodes with the edges between them, in the order of the graph. */
  private of(chosen: ReadonlySet<number>): SerializedGraph {
    const { nodes, edges, attributes } = this.graph
    const keys = new Set([...chosen].map((place) => nodes[place]!.key))
    return {
      ...this.graph,
      attributes: { ...attributes, whole: { names: nodes.length, lines: edges.length } },
      nodes: nodes.filter((_, place) => chosen.has(place)),
      edges: edges.filter(({ source, target }) => keys.has(source) && keys.has(target)),
    }
  }

  private about(name: string, steps: number): ReadonlySet<number> {
    const start = this.places.get(name)
    const found = new Set<number>()
    if (start === undefined) return found
    found.add(start)
    const { nextTo } = this.net()
    let edge = [start]
    for (let step = 0; step < steps && edge.length > 0; step++) {
      const next = [...new Set(edge.flatMap(nextTo))].filter((place) => !found.has(place))
      next.sort((a, b) => sizeOf(this.graph.nodes[b]!) - sizeOf(this.graph.nodes[a]!) || a - b)
      edge = next.slice(0, mostAround - found.size)
      for (const place of edge) found.add(place)
    }
    return found
  }

  /** Both names and what lies between them; nothing where no way leads. */
  private among({ from, to, kind, query }: Between): ReadonlySet<number> {
    const [a, b] = [this.places.get(from), this.places.get(to)]
    if (a === undefined || b === undefined) return new Set()
    const net = this.net(query === undefined ? undefined : new Set(this.matching(query)))
    if (kind !== 'common') return new Set(between(net, a, b, kind === 'longer' ? 1 : 0))
    const shared = common(net, a, b)
    return new Set(shared.length ? [a, b, ...shared] : [])
  }

  /** The net along all lines, or along those that have one of some statements. */
  private net(passing?: ReadonlySet<string>): Net {
    const { nodes, edges } = this.graph
    if (!this.linesOf) {
      const lists: number[][] = nodes.map(() => [])
      edges.forEach(({ source, target }, line) => {
        lists[this.places.get(source)!]!.push(line)
        lists[this.places.get(target)!]!.push(line)
      })
      this.linesOf = lists
    }
    const lines = this.linesOf
    const passes = (line: number) => !passing || edges[line]!.attributes.statements.some((id) => passing.has(id))
    return {
      size: nodes.length,
      nextTo: (place) => {
        const key = nodes[place]!.key
        const others = new Set<number>()
        for (const line of lines[place]!) {
          if (!passes(line)) continue
          const { source, target } = edges[line]!
          others.add(this.places.get(source === key ? target : source)!)
        }
        others.delete(place)
        return [...others]
      },
    }
  }
}

const sizeOf = ({ attributes }: Node): number => attributes.size
