/** A table of small whole numbers ↔ text that is kept beside the code, so that segmenting needs no file to be read. */
import { featureCount, tableBits } from './boundary-features.ts'

/** Gaps between the cells that are not zero and their weights, each as bytes in base64. */
export interface StoredTable {
  readonly gaps: string
  readonly weights: string
}

export function readTable({ gaps, weights }: StoredTable): Int8Array {
  const table = new Int8Array(2 ** tableBits)
  const steps = bytesOf(gaps)
  const values = bytesOf(weights)
  let cell = -1
  let at = 0
  for (const value of values) {
    // 255 says that the gap is longer
    while (steps[at] === 255) cell += steps[at++]!
    cell += steps[at++]! + 1
    table[cell] = value
  }
  return table
}

export function writeTable(table: Int8Array): StoredTable {
  const gaps: number[] = []
  const weights: number[] = []
  let last = -1
  for (const [cell, weight] of table.entries()) {
    if (weight === 0) continue
    let gap = cell - last - 1
    for (; gap >= 255; gap -= 255) gaps.push(255)
    gaps.push(gap)
    weights.push(weight & 255)
    last = cell
  }
  const text = (bytes: readonly number[]) =>
    btoa(String.fromCharCode(...[]) + bytes.map((byte) => String.fromCharCode(byte)).join(''))
  return { gaps: text(gaps), weights: text(weights) }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

/** Sum of the weights in `rows`: above 0, a sentence ends. */
export function sumOf(table: Int8Array | Float64Array, rows: Int32Array): number {
  let sum = 0
  for (let i = 0; i < featureCount; i++) sum += table[rows[i]!]!
  return sum
}
