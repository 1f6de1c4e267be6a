/**
 * Where forces have moved names to ↔ text for an address: ten signs a name, so that some ten thousand fit into a link.
 * Names are told by a hash of their key, which outlives a rebuild as the key does.
 */
import type { Point } from '../graph/curve.ts'
import type { LayoutName } from './address.ts'

/** Places of one layout. */
export interface Places {
  readonly layout: LayoutName
  /** What they take, as shares of what the layout takes: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number]
  /** By the hash of a key: x and y as parts of the box, 15 bits each. */
  readonly at: ReadonlyMap<number, number>
}

const finest = 0x7fff

/** Names that an address holds at most; of more it holds no place. */
export const mostInAddress = 15_000

/** @param at places by the names' keys, as shares of what the layout takes */
export function placesOf(layout: LayoutName, at: ReadonlyMap<string, Point>): Places {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of at.values()) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const box = [left, top, right, bottom].map((side) => (at.size ? +side.toFixed(5) + 0 : 0)) as unknown as Places['box']
  const part = (value: number, from: number, to: number) =>
    Math.round(Math.max(0, Math.min(1, (value - from) / (to - from || 1))) * finest)
  const packed = new Map<number, number>()
  for (const [key, { x, y }] of at) packed.set(hashOf(key), part(x, box[0], box[2]) * 0x8000 + part(y, box[1], box[3]))
  return { layout, box, at: packed }
}

/** As shares of what the layout takes. */
export function placeOf({ box: [left, top, right, bottom], at }: Places, key: string): Point | undefined {
  const packed = at.get(hashOf(key))
  if (packed === undefined) return undefined
  const [x, y] = [Math.floor(packed / 0x8000) / finest, (packed % 0x8000) / finest]
  return { x: left + x * (right - left), y: top + y * (bottom - top) }
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const five = (value: number): string => {
  let text = ''
  for (let i = 0; i < 5; i++) text = signs[Math.floor(value / 64 ** i) % 64]! + text
  return text
}
const numberOf = (text: string): number => [...text].reduce((sum, sign) => sum * 64 + signs.indexOf(sign), 0)

const written = new WeakMap<Places, string>()

/** `map~0~0~1~1~…`; empty for more names than an address holds. */
export function formatPlaces(places: Places): string {
  if (places.at.size > mostInAddress) return ''
  let text = written.get(places)
  if (text === undefined) {
    const data = [...places.at].map(([hash, place]) => five(hash) + five(place)).join('')
    text = [places.layout, ...places.box, data].join('~')
    written.set(places, text)
  }
  return text
}

export function parsePlaces(text: string | null, layouts: readonly LayoutName[]): Places | undefined {
  const [name, ...parts] = text?.split('~') ?? []
  const layout = layouts.find((known) => known === name)
  const data = parts[4]
  const box = parts.slice(0, 4).map((part) => (/^-?\d{1,6}(\.\d+)?$/.test(part) ? Number(part) : Number.NaN))
  if (!layout || !data || box.some(Number.isNaN) || data.length % 10 || !/^[\w-]+$/.test(data)) return undefined
  const at = new Map<number, number>()
  for (let i = 0; i < data.length; i += 10) at.set(numberOf(data.slice(i, i + 5)), numberOf(data.slice(i + 5, i + 10)))
  return { layout, box: box as unknown as Places['box'], at }
}

export const samePlaces = (a: Places | undefined, b: Places | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.layout === b.layout &&
    a.at.size === b.at.size &&
    a.box.every((side, i) => side === b.box[i]) &&
    [...a.at].every(([hash, place]) => b.at.get(hash) === place))

/** 30 bits (FNV-1a, folded). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return ((hash >>> 0) ^ (hash >>> 30)) & 0x3fffffff
}
