/**
 * Feature offsets → one sum of weights a class. A linear model's whole table lies in one WebAssembly memory, where a
 * row of classes is added eight classes at a time; where WebAssembly or its vectors are missing, plain JavaScript
 * gives the same integers.
 *
 * Rows overlap: a feature's row is the `width` cells from its hash on. Frequent classes of different features then
 * collide no more often than rare ones, which whole rows in so small a table would.
 */
import { kernelCode } from './kernel-code.ts'

/** No weight may exceed this, so that four add up in 16 bits (kernel.wat). */
export const maxWeight = 8191

/** A table of weights and the sums over its rows. */
export interface Kernel {
  /** 2^bits cells, and a row more for the last of them; `zeroRow` onwards stays 0. */
  readonly weights: Int16Array
  /** Where the caller puts the features' offsets into `weights`, in multiples of four: fill up with `zeroRow`. */
  readonly offsets: Int32Array
  /** One sum a class. `sum` adds to what the caller left here. */
  readonly sums: Int32Array
  /** Offset of a row of zeros. */
  readonly zeroRow: number
  /** Adds the rows of the first `count` offsets, a multiple of four, to `sums`. */
  sum(count: number): void
}

export interface KernelSize {
  /** The table has 2^bits cells. */
  readonly bits: number
  readonly classes: number
}

const maxOffsets = 512
const pageBytes = 65536

/** Classes are padded so that a row is a whole number of vectors. */
export const rowWidth = (classes: number): number => (classes + 7) & ~7

/** The fastest kernel that runs here; `plain` asks for the one without WebAssembly. */
export function createKernel(size: KernelSize, plain = false): Kernel {
  const width = rowWidth(size.classes)
  const zeroRow = 2 ** size.bits + width
  const sumsAt = maxOffsets * 4
  const tableAt = sumsAt + width * 4
  const bytes = tableAt + (zeroRow + width) * 2
  const module = plain ? undefined : compiled()
  const memory = module && new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })
  const buffer = memory?.buffer ?? new ArrayBuffer(bytes)
  const weights = new Int16Array(buffer, tableAt, zeroRow + width)
  const offsets = new Int32Array(buffer, 0, maxOffsets)
  const sums = new Int32Array(buffer, sumsAt, width)
  if (!module) return { weights, offsets, sums, zeroRow, sum: (count) => plainSum({ weights, offsets, sums }, count) }
  const { sum } = new WebAssembly.Instance(module, { demarche: { memory: memory! } }).exports as {
    sum: (offsets: number, count: number, table: number, sums: number, width: number) => void
  }
  return { weights, offsets, sums, zeroRow, sum: (count) => sum(0, count, tableAt, sumsAt, width) }
}

/** What kernel.wat does, in plain JavaScript. */
function plainSum({ weights, offsets, sums }: Pick<Kernel, 'weights' | 'offsets' | 'sums'>, count: number): void {
  const width = sums.length
  for (let f = 0; f < count; f++) {
    const row = offsets[f]!
    for (let c = 0; c < width; c++) sums[c]! += weights[row + c]!
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
