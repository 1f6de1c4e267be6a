/** The project's graph as it comes → arrays that drawing and filtering run through, with parallel lines fanned out. */
import type { EntityType, Factuality, Force, GraphView, Polarity, SerializedGraph } from '../../src/model/index.ts'
import { type Family, familyOf } from './family.ts'

/** Something with a name, or what is asked of nobody in particular; a statement in the frames view. */
export interface Name {
  readonly index: number
  readonly key: string
  readonly label: string
  readonly kind: 'entity' | 'content' | 'statement'
  readonly type: EntityType
  /** Absent for content and statements. */
  readonly family: Family | undefined
  readonly aliases: readonly string[]
  readonly mentions: number
  readonly statements: readonly string[]
  /** What the texts say of it, "country: Kenya"; the commonest first. */
  readonly properties: readonly string[]
  readonly x: number
  readonly y: number
  /** Radius in pixels at the size at which the whole graph fits. */
  readonly size: number
  /** Its group's or value's colour, where these give the colour (graph/looks.ts). */
  readonly tint?: number
  /** 0 … 1: where on the ramp its colour is, where a number gives the colour. */
  readonly shade?: number
}

/** What is said between two names. */
export interface Line {
  readonly index: number
  readonly key: string
  readonly source: number
  readonly target: number
  readonly label: string
  readonly kind: string
  readonly relation: string
  readonly force: Force | undefined
  readonly polarity: Polarity
  readonly factuality: Factuality
  readonly weight: number
  readonly statements: readonly string[]
  /** Those that stand on other lines too (of several askers, say), and must be counted once. */
  readonly shared: readonly string[]
  readonly confidence: number
  /** Its colour, where it is not that of its kind (graph/looks.ts). */
  readonly tint?: number
  /** Place in the fan of all lines between the two, 0 the straight one; positive to the left of lower → higher index. */
  readonly fan: number
}

export interface GraphModel {
  readonly name: string
  readonly view: GraphView
  readonly names: readonly Name[]
  readonly lines: readonly Line[]
  /** By `Name.index`: indexes of its lines. */
  readonly linesOf: readonly (readonly number[])[]
  /** Indexes of names, the ones that matter most first. */
  readonly byRank: readonly number[]
  readonly nameByKey: ReadonlyMap<string, number>
  readonly lineByKey: ReadonlyMap<string, number>
  /** Statement id → indexes of the lines that it stands on. */
  readonly linesOfStatement: ReadonlyMap<string, readonly number[]>
  readonly lowestConfidence: number
  /** What there is in all, where this is a part. */
  readonly whole: { readonly names: number; readonly lines: number } | undefined
}

export function modelOf(graph: SerializedGraph): GraphModel {
  const nameByKey = new Map(graph.nodes.map(({ key }, index) => [key, index]))
  // Many shapes need smaller ones; below some hundred the sizes of the build are right as they are.
  const crowd = crowding(graph.nodes.length)
  const names = graph.nodes.map(({ key, attributes: a }, index): Name => {
    const family = a.kind === 'entity' ? familyOf(a.entityType) : undefined
    const { label, kind, aliases, mentions, statements, properties = [], x, y } = a
    return {
      index,
      key,
      label,
      kind,
      type: a.entityType,
      family,
      aliases,
      mentions,
      statements,
      properties,
      x,
      y,
      size: Math.max(1.5, a.size * crowd),
    }
  })
  const linesOf: number[][] = names.map(() => [])
  const linesOfStatement = new Map<string, number[]>()
  const fans = fanOut(graph, nameByKey)
  let lowestConfidence = 1
  graph.edges.forEach(({ attributes }, index) => {
    for (const id of attributes.statements) {
      const list = linesOfStatement.get(id)
      if (list) list.push(index)
      else linesOfStatement.set(id, [index])
    }
  })
  const lines = graph.edges.map(({ key, source, target, attributes: a }, index): Line => {
    const from = nameByKey.get(source)!
    const to = nameByKey.get(target)!
    linesOf[from]!.push(index)
    if (to !== from) linesOf[to]!.push(index)
    lowestConfidence = Math.min(lowestConfidence, a.confidence)
    const { kind, relation, force, polarity, factuality, weight, statements, confidence } = a
    const label = withoutContent(a.label, names[to]!)
    return {
      index,
      key,
      source: from,
      target: to,
      label,
      kind,
      relation,
      force,
      polarity,
      factuality,
      weight,
      statements,
      shared: statements.filter((id) => linesOfStatement.get(id)!.length > 1),
      confidence,
      fan: fans[index]!,
    }
  })
  const byRank = names.map((name) => name.index).sort((a, b) => names[b]!.size - names[a]!.size || a - b)
  const lineByKey = new Map(lines.map((line) => [line.key, line.index]))
  const { name, view, whole } = graph.attributes
  return { name, view, names, lines, linesOf, byRank, nameByKey, lineByKey, linesOfStatement, lowestConfidence, whole }
}

/** A name by its key, where the graph has it. */
export const nameOf = (model: GraphModel | undefined, key: string): Name | undefined =>
  model?.names[model.nameByKey.get(key) ?? -1]

/** How much smaller so many shapes are. */
export const crowding = (count: number): number => Math.min(1, Math.sqrt(400 / Math.max(1, count)))

/** The model with shapes of the size that suits so many of them on the stage. */
export function magnified(model: GraphModel, count: number): GraphModel {
  const grow = crowding(count) / crowding(model.names.length)
  return grow === 1 ? model : { ...model, names: model.names.map((name) => ({ ...name, size: name.size * grow })) }
}

/** What is asked of nobody in particular stands by its own shape, so the line has the verb only. */
function withoutContent(label: string, target: Name): string {
  const at = target.kind === 'content' ? label.indexOf(target.label.slice(0, 12)) : -1
  return at > 0 ? label.slice(0, at).trim() : label
}

/** So many lines between the same two names lie apart by the whole gap. */
const mostApart = 5

/** Spreads the lines between the same two names evenly about the straight one: −1, 0, 1 or −½, ½ … */
function fanOut(graph: SerializedGraph, index: ReadonlyMap<string, number>): number[] {
  const bundles = new Map<number, number[]>()
  graph.edges.forEach(({ source, target }, i) => {
    const [a, b] = [index.get(source)!, index.get(target)!]
    const key = Math.min(a, b) * graph.nodes.length + Math.max(a, b)
    const bundle = bundles.get(key)
    if (bundle) bundle.push(i)
    else bundles.set(key, [i])
  })
  const fans = new Array<number>(graph.edges.length).fill(0)
  for (const bundle of bundles.values()) {
    // requests outermost would cross the others' labels; heavier lines bow out above
    bundle.sort((a, b) => graph.edges[b]!.attributes.weight - graph.edges[a]!.attributes.weight)
    // many lie closer, so that their fan is no wider than one of five
    const narrow = Math.min(1, mostApart / bundle.length)
    bundle.forEach((edge, i) => {
      fans[edge] = ((bundle.length - 1) / 2 - i) * narrow
    })
  }
  return fans
}
