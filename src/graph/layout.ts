/**
 * Places the nodes once, at build time, so that the explorer opens at once. Deterministic: no random numbers.
 * Small graphs get ForceAtlas2 (Jacomy et al. 2014) from a spiral; large ones circle packing by community, then a few
 * iterations, which measured as good in a tenth of the time. Then noverlap makes room for the labels.
 */
import louvain from 'graphology-communities-louvain'
import circlepack from 'graphology-layout/circlepack'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import { type SerializedGraph, stableId } from '../model/index.ts'
import type { ClaimGraph } from './serialize.ts'

/** Above this many nodes circle packing and 30 iterations take the place of 500. */
const small = 1500
const smallest = 5
const largest = 22

export function layOut(graph: ClaimGraph): void {
  if (graph.order === 0) return
  sizeNodes(graph)
  louvain.assign(graph, { nodeCommunityAttribute: 'community', getEdgeWeight: 'weight', rng: steady(7) })
  if (graph.order <= small) spiral(graph)
  else circlepack.assign(graph, { hierarchyAttributes: ['community'], rng: steady(11) })
  forceAtlas2.assign(graph, {
    iterations: graph.order <= small ? 500 : 30,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > small,
      barnesHutTheta: 1.2,
      strongGravityMode: graph.order <= small,
      gravity: graph.order <= small ? 0.06 : 1,
      scalingRatio: 12,
      edgeWeightInfluence: 0.5,
    },
  })
  if (graph.order <= small) noverlap.assign(graph, { maxIterations: 120, settings: { margin: 6, ratio: 1.6 } })
  graph.forEachNode((node, { x, y }) => {
    graph.setNodeAttribute(node, 'x', round(x))
    graph.setNodeAttribute(node, 'y', round(y))
  })
}

/** Where a node stands, and the community that it is of. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly community: number
}

/**
 * A new node of a graph that somebody knows: about the middle of what it is tied to and was there before, on an angle
 * of its own, in the community of most of them. It depends on nothing else, so that undoing what made it leaves no trace.
 */
export function besides(key: string, near: readonly Place[]): Place {
  const middle = (axis: 'x' | 'y') => near.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, near.length)
  const turn = Number.parseInt(stableId('', key).slice(0, 7), 36)
  const angle = (turn % 3600) * (Math.PI / 1800)
  const radius = 30 + (turn % 29)
  const communities = new Map<number, number>()
  for (const { community } of near) communities.set(community, (communities.get(community) ?? 0) + 1)
  const [most] = [...communities].sort(([a, x], [b, y]) => y - x || a - b)
  return {
    x: round(middle('x') + radius * Math.cos(angle)),
    y: round(middle('y') + radius * Math.sin(angle)),
    community: most?.[0] ?? 0,
  }
}

/** Area by what is said of a node: requests and mentions both make it matter. */
function sizeNodes(graph: ClaimGraph): void {
  const weight = (node: string) => weightOf(graph.degree(node), graph.getNodeAttribute(node, 'mentions'))
  const most = graph.reduceNodes((top, node) => Math.max(top, weight(node)), 1)
  graph.forEachNode((node) => {
    graph.setNodeAttribute(node, 'size', sizeOf(weight(node), most))
  })
}

/** The same for a graph that is but rows. */
export function sized(graph: SerializedGraph): SerializedGraph {
  const degrees = new Map<string, number>()
  for (const { source, target } of graph.edges)
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  const weights = graph.nodes.map(({ key, attributes }) => weightOf(degrees.get(key) ?? 0, attributes.mentions))
  const most = weights.reduce((top, weight) => Math.max(top, weight), 1)
  for (const [at, { attributes }] of graph.nodes.entries()) attributes.size = sizeOf(weights[at]!, most)
  return graph
}

const weightOf = (degree: number, mentions: number): number => Math.sqrt(1 + degree + mentions / 2)
const sizeOf = (weight: number, most: number): number => round(smallest + (largest - smallest) * (weight / most) ** 1.5)

/** The sunflower's spiral, heaviest in the middle: an even start that needs no random numbers. */
function spiral(graph: ClaimGraph): void {
  const nodes = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1))
  nodes.forEach((node, i) => {
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    const radius = 40 * Math.sqrt(i)
    graph.setNodeAttribute(node, 'x', radius * Math.cos(angle))
    graph.setNodeAttribute(node, 'y', radius * Math.sin(angle))
  })
}

/** A small seeded generator (mulberry32) for the libraries that ask for one. */
function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
