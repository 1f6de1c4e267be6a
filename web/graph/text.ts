/** Labels → lines of words, measured and kept, ready to be placed and drawn. */
import type { Line, Name } from './model.ts'
import type { Palette } from './palette.ts'

interface Run {
  readonly text: string
  readonly font: string
  readonly width: number
  readonly underlined: boolean
}

/** Lines of text, centred. Sizes in pixels. */
export interface TextBlock {
  readonly lines: readonly { readonly runs: readonly Run[]; readonly width: number }[]
  readonly width: number
  readonly height: number
  readonly lineHeight: number
}

/** Characters after which a name, and the words on a line, break. */
const nameBreak = 22
const wordsBreak = 21

const pen = document.createElement('canvas').getContext('2d')!
const widths = new Map<string, number>()

function width(text: string, font: string): number {
  const key = `${font}|${text}`
  let known = widths.get(key)
  if (known === undefined) {
    pen.font = font
    known = pen.measureText(text).width
    widths.set(key, known)
  }
  return known
}

/** Two lines at most, of about equal length, the second cut with an ellipsis. */
function breakInTwo(label: string, longest: number): string[] {
  const text = label.replace(/\s+/g, ' ').trim()
  if (text.length <= longest + 2) return [text]
  const middle = Math.min(longest, Math.ceil(text.length / 2))
  const before = text.lastIndexOf(' ', middle)
  const after = text.indexOf(' ', middle)
  const best = after >= 0 && after <= longest + 2 && (before < 1 || after - middle < middle - before) ? after : before
  const at = best > 0 ? best : longest
  return [cut(text.slice(0, at), longest + 4), cut(text.slice(at).trim(), longest + 4)]
}

const cut = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text

function block(lines: readonly (readonly Omit<Run, 'width'>[])[], lineHeight: number): TextBlock {
  const measured = lines.map((runs) => {
    const all = runs.map((run) => ({ ...run, width: width(run.text, run.font) }))
    return { runs: all, width: all.reduce((sum, run) => sum + run.width, 0) }
  })
  const widest = Math.max(...measured.map((line) => line.width))
  return { lines: measured, width: widest, height: lineHeight * measured.length, lineHeight }
}

/** A name below its shape: bold, larger for the first two ranks; what is not named in italics. */
export function nameText(name: Name, rank: number, bold: boolean, palette: Palette): TextBlock {
  if (name.kind !== 'entity') {
    const font = `italic 400 12px ${palette.fontText}`
    return block(
      breakInTwo(name.label, nameBreak).map((text) => [{ text, font, underlined: false }]),
      14,
    )
  }
  const [size, family] = rank < 2 ? [16.5, palette.fontText] : rank < 6 ? [14, palette.fontUi] : [12.5, palette.fontUi]
  const font = `${bold ? 700 : 400} ${size}px ${family}`
  return block(
    breakInTwo(name.label, nameBreak).map((text) => [{ text, font, underlined: false }]),
    size * 1.16,
  )
}

/** The words on an arc from one request to another. */
export const promptText = (words: string, palette: Palette): TextBlock =>
  block([[{ text: words, font: `italic 400 12px ${palette.fontText}`, underlined: false }]], 14)

/** The words on a line: italic, "not" set apart, the number of statements behind. */
export function lineText(line: Line, strong: boolean, palette: Palette): TextBlock {
  const size = strong ? 13 : 12
  const font = `italic ${strong ? 700 : 400} ${size}px ${palette.fontText}`
  const notFont = `italic 700 ${size}px ${palette.fontText}`
  const rows = breakInTwo(line.label, wordsBreak).map((row) =>
    row.split(/(\b(?:not|never)\b)/).flatMap((text) => {
      const not = text === 'not' || text === 'never'
      return text ? [{ text, font: not ? notFont : font, underlined: not }] : []
    }),
  )
  if (line.weight > 1)
    rows.at(-1)!.push({ text: ` ×${line.weight}`, font: `700 11px ${palette.fontUi}`, underlined: false })
  return block(rows, size * 1.2)
}
