/**
 * Feature offsets → one sum of weights a class. A linear model's whole table lies in one WebAssembly memory, where a
 * row of classes is added eight classes at a time; where WebAssembly or its vectors are missing, plain JavaScript
 * gives the same integers.
 *
 * Rows overlap: a feature's row is the `width` cells from its hash on. Frequent classes of different features then
 * collide no more often than rare ones, which whole rows in so small a table would.
 */
import { four, seedOf } from './hashing.ts'
import { kernelCode } from './kernel-code.ts'
import type { Template } from './templates.ts'

/** No weight may exceed this, so that four add up in 16 bits (kernel.wat). */
export const maxWeight = 8191

/** Sums over some of the features that can be kept. */
export const mostKept = 2048

/** A table of weights and the sums over its rows. */
export interface Kernel {
  readonly templates: readonly Template[]
  /** 2^bits cells, and a row more for the last of them; `zeroRow` onwards stays 0. */
  readonly weights: Int16Array
  /** What the templates look at; the caller fills it. Atom 0 stays 0. */
  readonly atoms: Int32Array
  /** The features' offsets into `weights`, in multiples of four, filled up with `zeroRow`. */
  readonly offsets: Int32Array
  /** One sum a class. */
  readonly sums: Int32Array
  /**
   * A bit for each value of the top `knownBits` of a feature's hash: features whose bit is 0 are left out. All are 1 in
   * a new kernel.
   */
  readonly known: Uint8Array
  /** Offset of a row of zeros. */
  readonly zeroRow: number
  /** Bytes between the places of two kept sums, of which there are `mostKept`, from place 0 on. */
  readonly keptBytes: number
  /** Places of kept sums that `add` adds up. */
  readonly places: Int32Array
  /**
   * Puts the known ones of the features that the templates make of the atoms into `offsets`; how many they are. `from`
   * and `to` are a half-open range of templates, all by default.
   */
  extract(from?: number, to?: number): number
  /**
   * Leaves in `sums` the sums over the rows of the first `count` offsets, a multiple of four: of the blocks of eight
   * classes whose bits are set, of all by default. Other sums stay.
   */
  sum(count: number, blocks?: number): void
  /** The same, but leaves them at a place of kept sums. */
  keep(count: number, blocks: number, place: number): void
  /** Leaves in `sums` what the kept sums at the first `count` of `places`, at least one, add up to, for those blocks. */
  add(count: number, blocks: number): void
}

export interface KernelSize {
  /** The table has 2^bits cells. */
  readonly bits: number
  readonly classes: number
  readonly templates?: readonly Template[]
  /** See `Kernel.known`; at least 3, which keeps all. */
  readonly knownBits?: number
}

const mostOffsets = 512
const mostAtoms = 256
const mostPlaces = 16
/** Numbers of a template: its seed and four atoms. */
const templateLength = 5
const pageBytes = 65536

/** Classes are padded so that a row is a whole number of vectors. */
export const rowWidth = (classes: number): number => (classes + 7) & ~7

/** The fastest kernel that runs here; `plain` asks for the one without WebAssembly. */
export function createKernel(size: KernelSize, plain = false): Kernel {
  const { bits, classes, templates = [], knownBits = 3 } = size
  const width = rowWidth(classes)
  const all = 2 ** (width / 8) - 1
  const zeroRow = 2 ** bits + width
  const atomsAt = mostOffsets * 4
  const placesAt = atomsAt + mostAtoms * 4
  const templatesAt = placesAt + mostPlaces * 4
  const templateBytes = templateLength * 4
  const sumsAt = (templatesAt + templates.length * templateBytes + 15) & ~15
  const keptBytes = width * 4
  const keptAt = sumsAt + keptBytes
  const knownAt = keptAt + mostKept * keptBytes
  const knownBytes = 2 ** (knownBits - 3)
  const tableAt = (knownAt + knownBytes + 15) & ~15
  const bytes = tableAt + (zeroRow + width) * 2
  const module = plain ? undefined : compiled()
  const memory = module && new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
  const buffer = memory?.buffer ?? new ArrayBuffer(bytes)
  const parts = {
    templates,
    weights: new Int16Array(buffer, tableAt, zeroRow + width),
    atoms: new Int32Array(buffer, atomsAt, mostAtoms),
    offsets: new Int32Array(buffer, 0, mostOffsets),
    sums: new Int32Array(buffer, sumsAt, width),
    known: new Uint8Array(buffer, knownAt, knownBytes).fill(255),
    places: new Int32Array(buffer, placesAt, mostPlaces),
    keptBytes,
    zeroRow,
  }
  const pad = (count: number) => {
    while (count & 3) parts.offsets[count++] = zeroRow
    return count
  }
  if (!module) {
    const keptSums = new Int32Array(buffer, keptAt, mostKept * width)
    const shifts = { shift: 32 - bits, knownShift: 32 - knownBits }
    return {
      ...parts,
      extract: (from = 0, to = templates.length) => pad(plainHash(parts, templates.slice(from, to), shifts)),
      sum: (count, blocks = all) => plainSum(parts, count, { blocks, sums: parts.sums }),
      keep: (count, blocks, place) => plainSum(parts, count, { blocks, sums: keptSums.subarray(place >> 2) }),
      add: (count, blocks) => plainAdd(parts, count, { blocks, keptSums }),
    }
  }
  const cells = templates.flatMap(({ id, atoms }) => [seedOf(id), ...atoms.map((atom) => atomsAt + atom * 4)])
  new Int32Array(buffer, templatesAt, cells.length).set(cells)
  const code = new WebAssembly.Instance(module, { demarche: { memory: memory! } }).exports as {
    hash: (templates: number, end: number, offsets: number, shift: number, known: number, knownShift: number) => number
    sum: (offsets: number, count: number, table: number, sums: number, blocks: number) => void
    add: (places: number, end: number, kept: number, sums: number, blocks: number) => void
  }
  const hashRange = (from: number, to: number) =>
    code.hash(templatesAt + from, templatesAt + to, 0, 32 - bits, knownAt, 32 - knownBits) >> 2
  return {
    ...parts,
    extract: (from = 0, to = templates.length) => pad(hashRange(from * templateBytes, to * templateBytes)),
    sum: (count, blocks = all) => code.sum(0, count, tableAt, sumsAt, blocks),
    keep: (count, blocks, place) => code.sum(0, count, tableAt, keptAt + place, blocks),
    add: (count, blocks) => code.add(placesAt, placesAt + count * 4, keptAt, sumsAt, blocks),
  }
}

type Parts = Pick<Kernel, 'weights' | 'atoms' | 'offsets' | 'sums' | 'known' | 'places'>

/** The hash of a template over atoms. */
export const featureHash = ({ id, atoms: [a, b, c, d] }: Template, atoms: Int32Array): number =>
  four(id, atoms[a]!, atoms[b]!, atoms[c]!, atoms[d]!)

/** What `hash` of kernel.wat does, in plain JavaScript. */
function plainHash(
  { atoms, offsets, known }: Parts,
  templates: readonly Template[],
  { shift, knownShift }: { shift: number; knownShift: number },
): number {
  let count = 0
  for (const template of templates) {
    const hash = featureHash(template, atoms)
    const bit = hash >>> knownShift
    if ((known[bit >>> 3]! >>> (bit & 7)) & 1) offsets[count++] = hash >>> shift
  }
  return count
}

/** What `sum` of kernel.wat does, in plain JavaScript. */
function plainSum(
  { weights, offsets }: Parts,
  count: number,
  { blocks, sums }: { readonly blocks: number; readonly sums: Int32Array },
): void {
  for (let block = 0; blocks >>> block; block++) {
    if (!((blocks >>> block) & 1)) continue
    const to = block * 8 + 8
    sums.fill(0, block * 8, to)
    for (let f = 0; f < count; f++) {
      const row = offsets[f]!
      for (let c = block * 8; c < to; c++) sums[c]! += weights[row + c]!
    }
  }
}

/** What `add` of kernel.wat does, in plain JavaScript. */
function plainAdd(
  { places, sums }: Parts,
  count: number,
  { blocks, keptSums }: { readonly blocks: number; readonly keptSums: Int32Array },
): void {
  for (let block = 0; blocks >>> block; block++) {
    if (!((blocks >>> block) & 1)) continue
    for (let c = block * 8; c < block * 8 + 8; c++) {
      let sum = 0
      for (let p = 0; p < count; p++) sum += keptSums[(places[p]! >> 2) + c]!
      sums[c] = sum
    }
  }
}

/** The compiled module, or undefined where a policy forbids WebAssembly or the engine has no vectors. */
function compiled(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(kernelCode), (c) => c.charCodeAt(0)))
  } catch {
    return undefined
  }
}
