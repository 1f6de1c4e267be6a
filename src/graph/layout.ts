/**
 * Places the nodes once, at build time, so that the explorer opens at once. Deterministic: no random numbers.
 * Small graphs get ForceAtlas2 (Jacomy et al. 2014) from a spiral; large ones circle packing by community, then a few
 * iterations, which measured as good in a tenth of the time. Then noverlap makes room for the labels.
 */
import louvain from 'graphology-communities-louvain'
import circlepack from 'graphology-layout/circlepack'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import type { Placed } from './input.ts'
import type { ClaimGraph } from './serialize.ts'

/** Above this many nodes circle packing and 30 iterations take the place of 500. */
const small = 1500
const smallest = 5
const largest = 22

/** `placed`: where nodes stood before, so that a picture that somebody knows changes only where its graph does. */
export function layOut(graph: ClaimGraph, placed?: Placed): void {
  if (graph.order === 0) return
  sizeNodes(graph)
  louvain.assign(graph, { nodeCommunityAttribute: 'community', getEdgeWeight: 'weight', rng: steady(7) })
  if (placed) {
    keepPlaces(graph, placed)
    return
  }
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

/** New nodes stand about the middle of what they are tied to, each on an angle of its own. */
function keepPlaces(graph: ClaimGraph, placed: Placed): void {
  let fresh = 0
  graph.forEachNode((node) => {
    const known = placed.get(node)
    if (known) graph.mergeNodeAttributes(node, { x: known.x, y: known.y })
    else {
      const near = graph.neighbors(node).flatMap((one) => placed.get(one) ?? [])
      const middle = (axis: 'x' | 'y') => near.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, near.length)
      const angle = fresh++ * Math.PI * (3 - Math.sqrt(5))
      const radius = 30 + 3 * fresh ** 0.5
      graph.mergeNodeAttributes(node, {
        x: round(middle('x') + radius * Math.cos(angle)),
        y: round(middle('y') + radius * Math.sin(angle)),
      })
    }
  })
}

/** Area by what is said of a node: requests and mentions both make it matter. */
function sizeNodes(graph: ClaimGraph): void {
  const weight = (node: string) => Math.sqrt(1 + graph.degree(node) + graph.getNodeAttribute(node, 'mentions') / 2)
  const most = graph.reduceNodes((top, node) => Math.max(top, weight(node)), 1)
  graph.forEachNode((node) => {
    graph.setNodeAttribute(node, 'size', round(smallest + (largest - smallest) * (weight(node) / most) ** 1.5))
  })
}

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
