/**
 * A short stable id from its parts: 64 bits of two FNV-1a streams with different offsets, in base 36. It runs
 * without `crypto`, so that Node, workers and the browser give the same ids synchronously.
 */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  const key = parts.join('\u0000')
  let a = 0x811c9dc5
  let b = 0x050c5d1f
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x01000193) + (a >>> 13)
  }
  return `${prefix}${(a >>> 0).toString(36).padStart(7, '0')}${(b >>> 0).toString(36).padStart(7, '0')}`
}

/** A document's id: of its URI, so that it stays when the text changes. */
export const documentId = (uri: string): string => stableId('d', uri)
