/**
 * Many lines and shapes → straight thin lines and discs, one colour after the other. A canvas draws thousands of thin
 * lines as fast as WebGL does where there is no graphics card, and WebGL's picture would have to be read back there.
 */
import { lineColour, mix, nameColour, type Palette } from './palette.ts'
import type { Scene, View } from './scene.ts'
import type { Ink } from './svg.ts'

/** Lines and discs that are drawn in a step. */
const strokes = 400
const discs = 60
/** More lines than this lie over each other. */
const crowded = 3000

export function* inkPlain(context: Ink, view: View, scene: Scene, palette: Palette): Generator<void, void> {
  const { model, at, origin, scale } = view
  const { plain, spots } = scene
  const x = (name: number) => origin.x + at[name]!.x * scale
  const y = (name: number) => origin.y + at[name]!.y * scale
  context.lineWidth = view.thinnest
  // where many lie over each other the shapes are to be seen among them
  const faint = plain.length > crowded ? 0.55 : 0.3
  for (const [colour, lines] of byColour(plain, (line) => lineColour(model.lines[line]!, palette))) {
    context.strokeStyle = mix(colour, palette.paper, faint)
    for (let i = 0; i < lines.length; i += strokes) {
      context.beginPath()
      for (const line of lines.slice(i, i + strokes)) {
        const { source, target } = model.lines[line]!
        context.moveTo(x(source), y(source))
        context.lineTo(x(target), y(target))
      }
      context.stroke()
      yield
    }
  }
  if (scene.ink !== 'far') return
  for (const [colour, shapes] of byColour(spots, ({ index }) => nameColour(model.names[index]!, palette))) {
    context.fillStyle = colour
    for (let i = 0; i < shapes.length; i += discs) {
      context.beginPath()
      for (const { x, y, r } of shapes.slice(i, i + discs)) {
        context.moveTo(x + r, y)
        context.arc(x, y, r, 0, 2 * Math.PI)
      }
      context.fill()
      yield
    }
  }
}

function byColour<T>(things: readonly T[], colourOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const colour = colourOf(thing)
    const group = groups.get(colour)
    if (group) group.push(thing)
    else groups.set(colour, [thing])
  }
  return groups
}
