/**
 * Bytes ↔ models. A model file is "DMRC", a version, the number of its sections, their lengths, and the sections, each
 * gzipped (whose checksum finds damage). The first is a JSON header.
 *
 * A weight table is stored sparsely: gaps between cells that are not zero as variable-length numbers, and their
 * weights as one byte each on a logarithmic scale, which loses nothing measurable where a linear one ruins the model.
 */
import { ModelError } from '../errors.ts'
import { createKernel, maxWeight, rowWidth } from './kernel.ts'
import type { LinearModel } from './linear-model.ts'
import type { Template } from './templates.ts'

const magic = 'DMRC'
const version = 1
const remedy = 'Install the package anew: its models are damaged or of another version.'
const levels = 127

/** A table's non-zero cells. */
export interface SparseWeights {
  readonly gaps: Uint8Array
  readonly codes: Uint8Array
  /** The largest weight, which code ±127 stands for. */
  readonly largest: number
}

/** How a linear model stands in a file's header; its gaps and codes are the sections from `section` on. */
export interface LinearHeader {
  readonly classes: readonly string[]
  readonly bits: number
  readonly largest: number
  readonly section: number
  /** Size of the set of known features (`KernelSize`), which is the section after the codes; absent where all are. */
  readonly knownBits?: number
}

/** Weight that a code stands for: log(1 + |weight|) is divided into equal steps. */
const decodeLevel = (level: number, largest: number): number =>
  level === 0 ? 0 : Math.expm1((level / levels) * Math.log1p(largest))

/** Drops weights below `threshold` and codes the others. */
export function compress(weights: Float32Array, threshold: number): SparseWeights {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const step = Math.log1p(largest) / levels
  const gaps: number[] = []
  const codes: number[] = []
  let last = -1
  weights.forEach((weight, i) => {
    const size = Math.abs(weight)
    if (size === 0 || size < threshold) return
    const level = Math.max(1, Math.round(Math.log1p(size) / step))
    let gap = i - last - 1
    last = i
    for (; gap >= 128; gap >>>= 7) gaps.push((gap & 127) | 128)
    gaps.push(gap)
    codes.push((weight < 0 ? -level : level) & 255)
  })
  return { gaps: Uint8Array.from(gaps), codes: Uint8Array.from(codes), largest }
}

export interface ModelOptions {
  readonly templates?: readonly Template[]
  /** Without WebAssembly. */
  readonly plain?: boolean
}

/** Fills a model's table with stored weights, scaled to the whole range that the kernel allows. */
export function linearModel(
  header: LinearHeader,
  sections: readonly Uint8Array[],
  { templates, plain }: ModelOptions = {},
): LinearModel {
  const { classes, bits, largest, knownBits } = header
  const gaps = sections[header.section]
  const codes = sections[header.section + 1]
  if (!gaps || !codes || !(largest > 0)) throw new ModelError('A model file lacks its weights.', remedy)
  const kernel = createKernel({ bits, classes: classes.length, templates, knownBits }, plain)
  if (knownBits !== undefined) {
    const known = sections[header.section + 2]
    if (known?.length !== kernel.known.length) throw new ModelError('A model file lacks its features.', remedy)
    kernel.known.set(known)
  }
  const scale = maxWeight / largest
  const values = Int16Array.from({ length: 256 }, (_, code) => {
    const level = code < 128 ? code : 256 - code
    const weight = Math.round(decodeLevel(Math.min(level, levels), largest) * scale)
    return code < 128 ? weight : -weight
  })
  const { weights } = kernel
  const end = 2 ** bits + rowWidth(classes.length)
  let cell = -1
  let at = 0
  // counted, for an iterator takes twice as long
  for (let i = 0; i < codes.length; i++) {
    let byte = gaps[at++]!
    let gap = byte & 127
    for (let shift = 7; byte & 128; shift += 7) {
      byte = gaps[at++]!
      gap |= (byte & 127) << shift
    }
    cell += gap + 1
    if (!(cell < end)) throw new ModelError('The weights of a model file do not fit its table.', remedy)
    weights[cell] = values[codes[i]!]!
  }
  return { classes, bits, kernel, scale }
}

/** Header and sections as one file. The same input gives the same bytes. */
export async function encodeModel(header: unknown, sections: readonly Uint8Array[]): Promise<Uint8Array> {
  const parts = [new TextEncoder().encode(JSON.stringify(header)), ...sections]
  const packed = await Promise.all(parts.map((part) => through(part, new CompressionStream('gzip'))))
  const start = 8 + 4 * packed.length
  const bytes = new Uint8Array(packed.reduce((sum, part) => sum + part.length, start))
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(magic))
  view.setUint16(4, version, true)
  view.setUint16(6, packed.length, true)
  let at = start
  packed.forEach((part, i) => {
    view.setUint32(8 + 4 * i, part.length, true)
    bytes.set(part, at)
    at += part.length
  })
  return bytes
}

/** What a file holds. */
export interface ModelContent {
  readonly header: unknown
  readonly sections: readonly Uint8Array[]
}

/** What unpacks gzip, and throws where that is damaged. */
export type Gunzip = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>

const gunzipHere: Gunzip = (bytes) => through(bytes, new DecompressionStream('gzip'))

/**
 * Header and sections of a file. Throws a `ModelError` if it is damaged, of another kind or version.
 * @param gunzip - what is everywhere by default; Node has a faster one
 */
export async function decodeModel(bytes: Uint8Array, gunzip: Gunzip = gunzipHere): Promise<ModelContent> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 4)) !== magic)
    throw new ModelError('This is not a model file.', remedy)
  const found = view.getUint16(4, true)
  if (found !== version) throw new ModelError(`Model file of version ${found}, expected ${version}.`, remedy)
  const count = view.getUint16(6, true)
  let at = 8 + 4 * count
  const packed: Uint8Array[] = []
  for (let i = 0; i < count && at <= bytes.length; i++) {
    const length = view.getUint32(8 + 4 * i, true)
    packed.push(bytes.subarray(at, at + length))
    at += length
  }
  if (at !== bytes.length) throw new ModelError('A model file is cut short or has bytes too many.', remedy)
  try {
    const parts = await Promise.all(packed.map((part) => gunzip(part)))
    const [header, ...sections] = parts
    return { header: JSON.parse(new TextDecoder().decode(header)), sections }
  } catch (cause) {
    throw new ModelError('A model file is damaged.', remedy, { cause })
  }
}

/** By hand, since `Response` makes Node load all of its fetching. */
async function through(
  bytes: Uint8Array,
  { writable, readable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter()
  // a fault shows where it is read
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close())
  written.catch(() => {})
  const chunks: Uint8Array[] = []
  const reader = readable.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value)
  await written
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
