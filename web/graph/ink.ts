/** A scene → ink on a canvas or in an SVG, what is not lit faint; in steps, as the scene is made. */
import { type Palette, wordColour } from './palette.ts'
import { Pen } from './pen.ts'
import { inkPlain } from './plain.ts'
import type { Focus, Scene, View } from './scene.ts'
import type { Ink, PathMaker } from './svg.ts'

/** What is left of shapes and lines, and of names, that are not lit; of the far picture under the paper's veil. */
const faint = { ink: 0.16, names: 0.4, far: 0.18 }

/** How the scene is seen. `dim`: 0 all alike … 1 what is not lit is faint. */
export interface Light {
  readonly focus: Focus
  readonly dim: number
  readonly palette: Palette
}

export interface Paper {
  readonly context: Ink
  readonly path?: PathMaker
}

export function* ink({ context, path }: Paper, view: View, scene: Scene, light: Light): Generator<void, void> {
  const { model, width, height } = view
  const { focus, dim, palette } = light
  const { lit, chosen } = focus
  const pen = new Pen(context, palette, path)
  const strength = (isLit: boolean | undefined, least: number) => (isLit || !lit ? 1 : 1 - (1 - least) * dim)
  const isFar = scene.ink === 'far'
  context.globalAlpha = isFar ? 1 : strength(false, faint.ink)
  yield* inkPlain(context, view, scene, palette)
  if (isFar) {
    context.globalAlpha = (1 - faint.far) * dim
    context.fillStyle = palette.paper
    context.fillRect(0, 0, width, height)
  }
  context.globalAlpha = 1
  for (const line of scene.lines) if (chosen.lines.has(line.index)) pen.highlight(line)
  for (const line of scene.lines) {
    context.globalAlpha = strength(lit?.lines.has(line.index), faint.ink)
    pen.line(model.lines[line.index]!, line)
    yield
  }
  for (const { effect, cause, curve, words } of scene.arcs) {
    const isLit = 'line' in effect ? lit?.lines.has(effect.line) : lit?.names.has(effect.name)
    context.globalAlpha = strength(isLit && lit?.lines.has(cause), faint.ink)
    pen.prompt(curve)
    if (words) pen.words(words, palette.kind['link']!)
  }
  for (const [index, placed] of scene.words) {
    context.globalAlpha = strength(lit?.lines.has(index), 0)
    if (context.globalAlpha > 0) pen.words(placed, wordColour(model.lines[index]!, palette))
    yield
  }
  for (const spot of scene.shapes) {
    context.globalAlpha = strength(lit?.names.has(spot.index), faint.ink)
    pen.shape(model.names[spot.index]!, spot, spot.r)
    if (chosen.names.has(spot.index)) pen.ring(spot, spot.r)
    yield
  }
  for (const [index, placed] of scene.names) {
    context.globalAlpha = strength(lit?.names.has(index), faint.names)
    pen.nameText(placed, model.names[index]!)
    yield
  }
  context.globalAlpha = 1
}
