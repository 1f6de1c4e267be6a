/** What is drawn → what Sigma draws by WebGL, and finds under the pointer: plain shapes and straight lines. */
import { MultiDirectedGraph } from 'graphology'
import { EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import type { Point } from './curve.ts'
import type { GraphModel } from './model.ts'
import { lineColour, mix, nameColour, type Palette } from './palette.ts'

/** Names that have a place, with the lines between them; made at one go, since Sigma redraws at every change. */
export function farGraph(
  model: GraphModel,
  { on, at }: { readonly on: readonly number[]; readonly at: readonly Point[] },
  palette: Palette,
): MultiDirectedGraph {
  const graph = new MultiDirectedGraph()
  const has = new Uint8Array(model.names.length)
  for (const index of on) {
    has[index] = 1
    const name = model.names[index]!
    const { x, y } = at[index]!
    graph.addNode(name.key, { x, y: -y, size: name.size, index, color: nameColour(name, palette) })
  }
  for (const { key, index, source, target } of model.lines) {
    if (!has[source] || !has[target]) continue
    const color = farColour(model, index, palette)
    graph.addDirectedEdgeWithKey(key, model.names[source]!.key, model.names[target]!.key, { index, color })
  }
  return graph
}

/** Gives shapes and lines their colours and sizes anew. */
export function repaint(graph: MultiDirectedGraph, model: GraphModel, palette: Palette): void {
  graph.updateEachNodeAttributes(
    (_, a) => {
      const name = model.names[a['index']]!
      return { ...a, color: nameColour(name, palette), size: name.size }
    },
    { attributes: ['color', 'size'] },
  )
  graph.updateEachEdgeAttributes((_, a) => ({ ...a, color: farColour(model, a['index'], palette) }), {
    attributes: ['color'],
  })
}

/** Lines far off lie thick: mixed with the paper they leave the shapes to be seen. */
const farColour = (model: GraphModel, index: number, palette: Palette) =>
  mix(lineColour(model.lines[index]!, palette), palette.paper, 0.55)

/** WebGL's thinnest lines, and none while they stand in ink. */
export function farLines(isInInk: () => boolean): EdgeProgramType {
  return class extends EdgeLineProgram {
    override render(params: RenderParams): void {
      if (!isInInk()) super.render(params)
    }
  }
}
