/** A drawn picture → an image with title, legend and source line, fit for print: PNG or SVG, by the same drawing. */
import type { Family } from './family.ts'
import type { Palette } from './palette.ts'
import { canvasPath, Pen } from './pen.ts'
import { type Ink, type PathMaker, SvgInk, svgPath } from './svg.ts'

/** What stands about the picture, in words. */
export interface Caption {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  /** Kinds of statements that are drawn: their colour and whether they have an arrowhead. */
  readonly strokes: readonly { readonly words: string; readonly colour: string; readonly arrow: boolean }[]
  readonly families: readonly { readonly words: string; readonly family: Family }[]
  /** What the colours of shapes stand for, where it is not their types. */
  readonly colours: Colours | undefined
}

/** Colours each with its words; or a ramp, with the words of its two ends. */
export type Colours = { readonly title: string } & (
  | { readonly entries: readonly { readonly words: string; readonly colour: string }[] }
  | { readonly ramp: readonly string[]; readonly ends: readonly [string, string] }
)

/** A drawing's size in pixels of the screen, and what it is set with. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly caption: Caption
  readonly palette: Palette
}

/** Dots of the image for a pixel of the screen: 300 to the inch for a page as wide as the picture. */
const sharpness = 3
const margin = 24
const header = 64
const rowHeight = 20
/** The footer beside the rows of the legend. */
const footer = 36
const rampWidth = 160

/** A sheet as PNG; `draw` puts the drawing on the ink that it is given. */
export function asPng(draw: (ink: Ink) => void, sheet: Sheet): Promise<Blob> {
  const { width, height, palette } = sheet
  const legend = legendOf(sheet)
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * sharpness
  canvas.height = (header + height + footer + legend.length * rowHeight) * sharpness
  const context = canvas.getContext('2d')!
  context.scale(sharpness, sharpness)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.save()
  context.beginPath()
  context.rect(margin, header, width, height)
  context.clip()
  context.translate(margin, header)
  draw(context)
  context.restore()
  caption(context, sheet, legend, canvasPath)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to be saved.'))),
      'image/png',
    )
  })
}

/** The same as SVG; `draw` puts the drawing on the ink that it is given. */
export function asSvg(draw: (ink: Ink, path: PathMaker) => void, sheet: Sheet): Blob {
  const { width, height, palette } = sheet
  const legend = legendOf(sheet)
  const [w, h] = [width + 2 * margin, header + height + footer + legend.length * rowHeight]
  const picture = new SvgInk()
  draw(picture, svgPath)
  const about = new SvgInk()
  caption(about, sheet, legend, svgPath)
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
<rect width="100%" height="100%" fill="${palette.paper}"/>
<svg x="${margin}" y="${header}" width="${width}" height="${height}" overflow="hidden">
${picture.text}
</svg>
${about.text}
</svg>
`
  return new Blob([text], { type: 'image/svg+xml' })
}

/** A sign of the legend with its words; `lead`: how far right of it these begin. */
interface Item {
  readonly words: string
  readonly lead: number
  readonly width: number
  sign(pen: Pen, context: Ink, x: number, y: number): void
}
type Row = readonly (Item & { readonly x: number })[]

const fontOf = ({ palette }: Sheet) => `12px ${palette.fontUi}`

/** The legend in rows no wider than the picture. */
function legendOf(sheet: Sheet): Row[] {
  const { caption, palette, width } = sheet
  const ruler = new SvgInk()
  ruler.font = fontOf(sheet)
  const item = (words: string, lead: number, sign: Item['sign']): Item => ({
    words,
    lead,
    width: lead + ruler.measureText(words).width + 18,
    sign,
  })
  const strokes = caption.strokes.map(({ words, colour, arrow }) =>
    item(words, 32, (pen, _, x, y) => pen.sample({ x, y: y - 4 }, 26, colour, arrow)),
  )
  const families = caption.families.map(({ words, family }) => {
    const colour = caption.colours ? palette.ink2 : palette.family[family]
    return item(words, 20, (pen, _, x, y) => pen.symbol(family, colour, { x: x + 7, y: y - 4, r: 6 }))
  })
  return [strokes, families, coloursOf(caption.colours, item)].flatMap((items) => inRows(items, width))
}

function coloursOf(
  colours: Colours | undefined,
  item: (words: string, lead: number, sign: Item['sign']) => Item,
): Item[] {
  if (!colours) return []
  const title = item(`${colours.title}:`, 0, () => {})
  if ('entries' in colours) {
    const square = (colour: string): Item['sign'] => {
      return (_, context, x, y) => {
        context.fillStyle = colour
        context.fillRect(x, y - 10, 12, 12)
      }
    }
    return [title, ...colours.entries.map(({ words, colour }) => item(words, 18, square(colour)))]
  }
  const { ramp, ends } = colours
  const step = rampWidth / ramp.length
  const band = item(ends[1], rampWidth + 8, (_, context, x, y) => {
    for (const [i, colour] of ramp.entries()) {
      context.fillStyle = colour
      context.fillRect(x + i * step, y - 9, step + 0.5, 11)
    }
  })
  return [title, item(ends[0], 0, () => {}), band]
}

function inRows(items: readonly Item[], width: number): Row[] {
  const rows: (Item & { x: number })[][] = []
  let x = width
  for (const item of items) {
    if (x > 0 && x + item.width > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)!.push({ ...item, x })
    x += item.width
  }
  return rows
}

/** Title above; legend and source line below. */
function caption(context: Ink, sheet: Sheet, legend: readonly Row[], path: PathMaker): void {
  const { width, height, caption, palette } = sheet
  const write = (text: string, x: number, y: number, font: string, colour: string) => {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, x, y)
  }
  write(caption.title, margin, 34, `700 22px ${palette.fontText}`, palette.ink)
  write(caption.subtitle, margin, 54, `12px ${palette.fontUi}`, palette.ink3)

  context.strokeStyle = palette.rule
  context.lineWidth = 1
  context.strokeRect(margin, header + height + 4, width, 0)
  const pen = new Pen(context, palette, path)
  let y = header + height + 24
  for (const row of legend) {
    for (const { x, words, lead, sign } of row) {
      sign(pen, context, margin + x, y)
      write(words, margin + x + lead, y, fontOf(sheet), palette.ink2)
    }
    y += rowHeight
  }
  write(caption.source, margin, y, `11px ${palette.fontUi}`, palette.ink3)
}
