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
  /** One sum a class. `sum` adds to what the caller left here. */
  readonly sums: Int32Array
  /** Offset of a row of zeros. */
  readonly zeroRow: number
  /** Puts the features that the templates make of the atoms into `offsets`; how many they are. */
  extract(): number
  /**
   * Adds the rows of the first `count` offsets, a multiple of four, to `sums`: of the classes in `from..to` and perhaps
   * of some around them.
   */
  sum(count: number, from?: number, to?: number): void
}

export interface KernelSize {
  /** The table has 2^bits cells. */
  readonly bits: number
  readonly classes: number
  readonly templates?: readonly Template[]
}

const mostOffsets = 512
const mostAtoms = 256
/** Numbers of a template: its seed and four atoms. */
const templateLength = 5
const pageBytes = 65536

/** Classes are padded so that a row is a whole number of vectors. */
export const rowWidth = (classes: number): number => (classes + 7) & ~7

/** The fastest kernel that runs here; `plain` asks for the one without WebAssembly. */
export function createKernel({ bits, classes, templates = [] }: KernelSize, plain = false): Kernel {
  const width = rowWidth(classes)
  const zeroRow = 2 ** bits + width
  const atomsAt = mostOffsets * 4
  const templatesAt = atomsAt + mostAtoms * 4
  const templatesEnd = templatesAt + templates.length * templateLength * 4
  const sumsAt = (templatesEnd + 15) & ~15
  const tableAt = sumsAt + width * 4
  const bytes = tableAt + (zeroRow + width) * 2
  const module = plain ? undefined : compiled()
  const memory = module && new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
  const buffer = memory?.buffer ?? new ArrayBuffer(bytes)
  const parts = {
    weights: new Int16Array(buffer, tableAt, zeroRow + width),
    atoms: new Int32Array(buffer, atomsAt, mostAtoms),
    offsets: new Int32Array(buffer, 0, mostOffsets),
    sums: new Int32Array(buffer, sumsAt, width),
    zeroRow,
  }
  const padded = (templates.length + 3) & ~3
  const pad = () => {
    parts.offsets.fill(zeroRow, templates.length, padded)
    return padded
  }
  if (!module)
    return {
      ...parts,
      extract: () => {
        plainHash(parts, templates, 32 - bits)
        return pad()
      },
      sum: (count, from = 0, to = width) => plainSum(parts, count, [from & ~7, rowWidth(to)]),
    }
  const cells = templates.flatMap(({ id, atoms }) => [seedOf(id), ...atoms.map((atom) => atomsAt + atom * 4)])
  new Int32Array(buffer, templatesAt, cells.length).set(cells)
  const code = new WebAssembly.Instance(module, { demarche: { memory: memory! } }).exports as {
    hash: (templates: number, end: number, offsets: number, shift: number) => void
    sum: (offsets: number, count: number, table: number, sums: number, width: number) => void
  }
  return {
    ...parts,
    extract: () => {
      code.hash(templatesAt, templatesEnd, 0, 32 - bits)
      return pad()
    },
    sum: (count, from = 0, to = width) => {
      const first = from & ~7
      code.sum(0, count, tableAt + first * 2, sumsAt + first * 4, rowWidth(to) - first)
    },
  }
}

type Parts = Pick<Kernel, 'weights' | 'atoms' | 'offsets' | 'sums'>

/** What `hash` of kernel.wat does, in plain JavaScript. */
function plainHash({ atoms, offsets }: Parts, templates: readonly Template[], shift: number): void {
  templates.forEach(({ id, atoms: [a, b, c, d] }, t) => {
    offsets[t] = four(id, atoms[a]!, atoms[b]!, atoms[c]!, atoms[d]!) >>> shift
  })
}

/** What `sum` of kernel.wat does, in plain JavaScript. */
function plainSum({ weights, offsets, sums }: Parts, count: number, [from, to]: readonly [number, number]): void {
  for (let f = 0; f < count; f++) {
    const row = offsets[f]!
    for (let c = from; c < to; c++) sums[c]! += weights[row + c]!
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
