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

/** A table of weights and the sums over its rows. */
export interface Kernel {
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
  /** Puts the known ones of the features that the templates make of the atoms into `offsets`; how many they are. */
  extract(): number
  /**
   * Leaves in `sums` the sums over the rows of the first `count` offsets, a multiple of four: of the blocks of eight
   * classes whose bits are set, of all by default. Other sums stay.
   */
  sum(count: number, blocks?: number): void
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
/** Numbers of a template: its seed and four atoms. */
const templateLength = 5
const pageBytes = 65536

/** Classes are padded so that a row is a whole number of vectors. */
export const rowWidth = (classes: number): number => (classes + 7) & ~7

/** Bits of all the blocks of eight that so many classes fill. */
const allBlocks = (classes: number): number => 2 ** (rowWidth(classes) / 8) - 1

/** The fastest kernel that runs here; `plain` asks for the one without WebAssembly. */
export function createKernel({ bits, classes, templates = [], knownBits = 3 }: KernelSize, plain = false): Kernel {
  const width = rowWidth(classes)
  const zeroRow = 2 ** bits + width
  const atomsAt = mostOffsets * 4
  const templatesAt = atomsAt + mostAtoms * 4
  const templatesEnd = templatesAt + templates.length * templateLength * 4
  const sumsAt = (templatesEnd + 15) & ~15
  const knownAt = sumsAt + width * 4
  const knownBytes = 2 ** (knownBits - 3)
  const tableAt = (knownAt + knownBytes + 15) & ~15
  const bytes = tableAt + (zeroRow + width) * 2
  const module = plain ? undefined : compiled()
  const memory = module && new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
  const buffer = memory?.buffer ?? new ArrayBuffer(bytes)
  const parts = {
    weights: new Int16Array(buffer, tableAt, zeroRow + width),
    atoms: new Int32Array(buffer, atomsAt, mostAtoms),
    offsets: new Int32Array(buffer, 0, mostOffsets),
    sums: new Int32Array(buffer, sumsAt, width),
    known: new Uint8Array(buffer, knownAt, knownBytes).fill(255),
    zeroRow,
  }
  const pad = (count: number) => {
    while (count & 3) parts.offsets[count++] = zeroRow
    return count
  }
  if (!module)
    return {
      ...parts,
      extract: () => pad(plainHash(parts, templates, { shift: 32 - bits, knownShift: 32 - knownBits })),
      sum: (count, blocks = allBlocks(classes)) => plainSum(parts, count, blocks),
    }
  const cells = templates.flatMap(({ id, atoms }) => [seedOf(id), ...atoms.map((atom) => atomsAt + atom * 4)])
  new Int32Array(buffer, templatesAt, cells.length).set(cells)
  const code = new WebAssembly.Instance(module, { demarche: { memory: memory! } }).exports as {
    hash: (templates: number, end: number, offsets: number, shift: number, known: number, knownShift: number) => number
    sum: (offsets: number, count: number, table: number, sums: number, blocks: number) => void
  }
  return {
    ...parts,
    extract: () => pad(code.hash(templatesAt, templatesEnd, 0, 32 - bits, knownAt, 32 - knownBits) >> 2),
    sum: (count, blocks = allBlocks(classes)) => code.sum(0, count, tableAt, sumsAt, blocks),
  }
}

type Parts = Pick<Kernel, 'weights' | 'atoms' | 'offsets' | 'sums' | 'known'>

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
function plainSum({ weights, offsets, sums }: Parts, count: number, blocks: number): void {
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

/** The compiled module, or undefined where a policy forbids WebAssembly or the engine has no vectors. */
function compiled(): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(kernelCode), (c) => c.charCodeAt(0)))
  } catch {
    return undefined
  }
}
