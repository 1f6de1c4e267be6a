/**
 * Attributes of words → 32-bit numbers, and templates over them → offsets into a weight table. A feature never exists
 * as a string: its template's number and up to four attributes are multiplied by odd constants, added and scrambled
 * (after MurmurHash3's finalizer, public domain), and the top bits are its place in the table.
 */

/** FNV-1a over UTF-16 units, scrambled. */
export function hashString(text: string): number {
  let hash = noHash
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i))
  return scramble(hash)
}

/** What `hashString` begins with, before the first unit. */
export const noHash = 0x811c9dc5

/** What `hashString` does with a unit. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

/** What `hashString` does in the end. */
export function scramble(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A number that stands for an ordered pair: for sets built up one by one. */
export const extend = (hash: number, value: number): number => scramble(Math.imul(hash, 0x9e3779b1) + value)

/** What a template's hashes start from. */
export const seedOf = (template: number): number => Math.imul(template + 1, 0x7feb352d)

export const one = (template: number, a: number): number => scramble(seedOf(template) + Math.imul(a, 0x9e3779b1))

export const two = (template: number, a: number, b: number): number =>
  scramble(seedOf(template) + Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77))

export const three = (template: number, a: number, b: number, c: number): number =>
  scramble(seedOf(template) + Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77) + Math.imul(c, 0xc2b2ae3d))

export const four = (template: number, a: number, b: number, c: number, d: number): number =>
  scramble(
    seedOf(template) +
      Math.imul(a, 0x9e3779b1) +
      Math.imul(b, 0x85ebca77) +
      Math.imul(c, 0xc2b2ae3d) +
      Math.imul(d, 0x27d4eb2f),
  )

/** Turns the first `count` hashes into offsets in a table of 2^bits cells and fills up to a multiple of four. */
export function toOffsets(hashes: Int32Array, count: number, bits: number, zeroRow: number): number {
  const shift = 32 - bits
  for (let i = 0; i < count; i++) hashes[i] = hashes[i]! >>> shift
  while (count & 3) hashes[count++] = zeroRow
  return count
}
