/** What is drawn on a canvas → the same as SVG: the part of the canvas' own interface that the pen uses. */

import { escapeXml } from '../../src/export/xml.ts'

/** What the pen draws on: a canvas, or this. */
export type Ink = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textBaseline'
  | 'setLineDash'
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'closePath'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
> & {
  fill(path?: Path2D): void
  stroke(path?: Path2D): void
}

/** Makes of SVG's words for a path what an `Ink` takes for one. */
export type PathMaker = (d: string) => Path2D

class SvgPath {
  constructor(readonly d: string) {}
}
export const svgPath: PathMaker = (d) => new SvgPath(d) as unknown as Path2D

interface State {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const ruler = document.createElement('canvas').getContext('2d')!
const round = (value: number) => +value.toFixed(2)

/** Collects elements; angles and scales that differ by axis are not needed and not known. */
export class SvgInk implements Ink {
  fillStyle: string | CanvasGradient | CanvasPattern = '#000'
  strokeStyle: string | CanvasGradient | CanvasPattern = '#000'
  lineWidth = 1
  lineCap: CanvasLineCap = 'butt'
  lineJoin: CanvasLineJoin = 'miter'
  globalAlpha = 1
  font = '12px sans-serif'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  private dash: readonly number[] = []
  private state: State = { x: 0, y: 0, scale: 1 }
  private readonly states: { state: State; alpha: number; dash: readonly number[] }[] = []
  private d = ''
  private readonly elements: string[] = []

  /** What was drawn. */
  get text(): string {
    return this.elements.join('\n')
  }

  save(): void {
    this.states.push({ state: this.state, alpha: this.globalAlpha, dash: this.dash })
  }

  restore(): void {
    const before = this.states.pop()
    if (!before) return
    this.state = before.state
    this.globalAlpha = before.alpha
    this.dash = before.dash
  }

  translate(x: number, y: number): void {
    const { state } = this
    this.state = { ...state, x: state.x + x * state.scale, y: state.y + y * state.scale }
  }

  scale(factor: number): void {
    this.state = { ...this.state, scale: this.state.scale * factor }
  }

  setLineDash(dash: number[]): void {
    this.dash = dash
  }

  beginPath(): void {
    this.d = ''
  }

  moveTo(x: number, y: number): void {
    this.d += `M${round(x)} ${round(y)}`
  }

  lineTo(x: number, y: number): void {
    this.d += `L${round(x)} ${round(y)}`
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.d += `Q${round(cx)} ${round(cy)} ${round(x)} ${round(y)}`
  }

  /** Whole circles only. */
  arc(x: number, y: number, r: number): void {
    const [left, top, d] = [round(x - r), round(y), round(2 * r)]
    const half = round(r)
    this.d += `M${left} ${top}a${half} ${half} 0 1 0 ${d} 0a${half} ${half} 0 1 0 ${-d} 0Z`
  }

  closePath(): void {
    this.d += 'Z'
  }

  fill(path?: Path2D): void {
    this.path(path, `fill="${this.fillStyle}"`)
  }

  stroke(path?: Path2D): void {
    this.path(path, `fill="none" ${this.strokes()}`)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.add(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${this.fillStyle}"`,
    )
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const size = `width="${round(width)}" height="${round(height)}"`
    this.add(`<rect x="${round(x)}" y="${round(y)}" ${size} fill="none" ${this.strokes()}`)
  }

  fillText(text: string, x: number, y: number): void {
    this.words(text, x, y, `fill="${this.fillStyle}"`)
  }

  strokeText(text: string, x: number, y: number): void {
    this.words(text, x, y, `fill="none" ${this.strokes()} stroke-linejoin="${this.lineJoin}"`)
  }

  measureText(text: string): TextMetrics {
    ruler.font = this.font
    return ruler.measureText(text)
  }

  private strokes(): string {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(round).join(' ')}"` : ''
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`
    // a width within a scale is drawn larger, so it has more places
    return `stroke="${this.strokeStyle}" stroke-width="${+this.lineWidth.toFixed(4)}"${dash}${cap}`
  }

  private path(path: Path2D | undefined, paint: string): void {
    const d = path ? (path as unknown as SvgPath).d : this.d
    if (d) this.add(`<path d="${d}" ${paint}`)
  }

  private words(text: string, x: number, y: number, paint: string): void {
    const place = `x="${round(x)}" y="${round(y)}"`
    this.elements.push(
      `${this.placed(`<text ${place} ${paint} style="font:${escapeXml(this.font)}" xml:space="preserve"`)}>${escapeXml(text)}</text>`,
    )
  }

  private add(open: string): void {
    this.elements.push(`${this.placed(open)}/>`)
  }

  /** An element with where it stands and how faint it is. */
  private placed(open: string): string {
    const { x, y, scale } = this.state
    const moved = x || y ? `translate(${round(x)} ${round(y)})` : ''
    const scaled = scale === 1 ? '' : `scale(${round(scale)})`
    const transform = moved || scaled ? ` transform="${moved}${scaled}"` : ''
    return `${open}${transform}${this.globalAlpha < 1 ? ` opacity="${round(this.globalAlpha)}"` : ''}`
  }
}
