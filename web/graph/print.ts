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
}

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
const footer = 76

/** A sheet as PNG; `draw` puts the drawing on the ink that it is given. */
export function asPng(draw: (ink: Ink) => void, sheet: Sheet): Promise<Blob> {
  const { width, height, palette } = sheet
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * sharpness
  canvas.height = (header + height + footer) * sharpness
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
  caption(context, sheet, canvasPath)
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
  const [w, h] = [width + 2 * margin, header + height + footer]
  const picture = new SvgInk()
  draw(picture, svgPath)
  const about = new SvgInk()
  caption(about, sheet, svgPath)
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

/** Title above; legend and source line below. */
function caption(context: Ink, { width, height, caption, palette }: Sheet, path: PathMaker): void {
  const write = (text: string, x: number, y: number, font: string, colour: string) => {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, x, y)
    return context.measureText(text).width
  }
  write(caption.title, margin, 34, `700 22px ${palette.fontText}`, palette.ink)
  write(caption.subtitle, margin, 54, `12px ${palette.fontUi}`, palette.ink3)

  const line = header + height + 24
  context.strokeStyle = palette.rule
  context.lineWidth = 1
  context.strokeRect(margin, header + height + 4, width, 0)
  const pen = new Pen(context, palette, path)
  let x = margin
  for (const { words, colour, arrow } of caption.strokes) {
    pen.sample({ x, y: line - 4 }, 26, colour, arrow)
    x += 32 + write(words, x + 32, line, `12px ${palette.fontUi}`, palette.ink2) + 18
  }
  x = margin
  for (const { words, family } of caption.families) {
    pen.symbol(family, palette.family[family], { x: x + 7, y: line + 16, r: 6 })
    x += 20 + write(words, x + 20, line + 20, `12px ${palette.fontUi}`, palette.ink2) + 18
  }
  write(caption.source, margin, line + 40, `11px ${palette.fontUi}`, palette.ink3)
}
