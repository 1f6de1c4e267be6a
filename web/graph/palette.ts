/** The tokens of styles/tokens.css → colours for the canvas, read anew when the theme changes. */
import { type Force, forces } from '../../src/model/index.ts'
import { type Family, families } from './family.ts'
import type { Line, Name } from './model.ts'
import { shapeKey } from './shapes.ts'
import { unsaid } from './traits.ts'

export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly rule: string
  readonly mark: string
  readonly family: Readonly<Record<Family, string>>
  /** By `Group.colour` and `Valued.colour`. */
  readonly groups: readonly string[]
  /** From the least number to the greatest. */
  readonly ramp: readonly string[]
  readonly force: Readonly<Record<Force, string>>
  readonly kind: Readonly<Record<string, string>>
  readonly fontUi: string
  readonly fontText: string
}

/** Colours that the ramp is drawn through, in styles/tokens.css. */
const rampStops = 5
/** So many colours of the ramp are told apart, so that shapes of one colour can be drawn together. */
const rampSteps = 40

/** All colours of the ramp, from the least to the greatest. */
export const rampColours = (palette: Palette): string[] =>
  Array.from({ length: rampSteps + 1 }, (_, i) => rampColour(palette, i / rampSteps))

/** The colour at a share of the ramp. */
function rampColour({ ramp }: Palette, share: number): string {
  const at = (Math.round(share * rampSteps) / rampSteps) * (ramp.length - 1)
  const from = Math.min(Math.floor(at), ramp.length - 2)
  return mix(ramp[from]!, ramp[from + 1]!, at - from)
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const all = <K extends string>(prefix: string, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, token(`${prefix}-${key}`)])) as Record<K, string>
  return {
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    rule: token('rule'),
    mark: token('mark'),
    family: all('type', families),
    groups: Array.from({ length: unsaid + 1 }, (_, i) => token(`group-${i}`)),
    ramp: Array.from({ length: rampStops }, (_, i) => token(`ramp-${i}`)),
    force: all('force', forces),
    kind: {
      ...all('kind', ['response', 'communication', 'action', 'relation']),
      role: token('kind-relation'),
      link: token('kind-prompt'),
    },
    fontUi: token('font-ui'),
    fontText: token('font-text'),
  }
}

/** The colour of a shape: its number's, its group's, its family's, or plain ink for what has none. */
export function nameColour(name: Name, palette: Palette): string {
  if (name.shade !== undefined) return rampColour(palette, name.shade)
  if (name.tint !== undefined) return palette.groups[name.tint] ?? palette.ink3
  const key = shapeKey(name)
  return key === 'statement' || key === 'content' ? palette.ink2 : palette.family[key]
}

/** Requests in the colour of their force, all else in its kind's. */
export function lineColour(line: Line, palette: Palette): string {
  if (line.tint !== undefined) return palette.groups[line.tint] ?? palette.ink3
  return line.kind === 'request' ? palette.force[line.force ?? 'ask'] : (palette.kind[line.kind] ?? palette.ink2)
}

/** Words on a line: its colour, darkened where the colour alone is too light to read. */
export function wordColour(line: Line, palette: Palette): string {
  if (line.tint === undefined && (line.kind === 'relation' || line.kind === 'role')) return palette.ink3
  const colour = lineColour(line, palette)
  const weak = line.force === 'suggest' || line.force === 'invite' || line.force === 'ask'
  return weak ? mix(colour, palette.ink, 0.42) : colour
}

/** `share` of b in a; both `#rrggbb`, and a as it is where they are not. */
export function mix(a: string, b: string, share: number): string {
  const parse = (hex: string) =>
    /^#[\da-f]{6}$/i.test(hex) && [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))
  const [from, to] = [parse(a), parse(b)]
  if (!from || !to) return a
  const part = (i: number) =>
    Math.round(from[i]! * (1 - share) + to[i]! * share)
      .toString(16)
      .padStart(2, '0')
  return `#${part(0)}${part(1)}${part(2)}`
}
