/** Bytes of a text file → its text, whatever its encoding (WHATWG Encoding; detection after ICU by chardet). */
import { analyse } from 'chardet'

export interface Decoded {
  readonly text: string
  /** WHATWG name. */
  readonly encoding: string
  /** How many bad sequences of bytes stand as U+FFFD in `text`. */
  readonly replaced: number
}

/**
 * Decodes a file: by its byte-order mark, which is no part of the text; by `declared`, what the format itself says;
 * as UTF-16 where every second byte is 0; as UTF-8 where that is valid; else as chardet finds it, windows-1252 for
 * want of evidence.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(marked, bytes)
  const known = declared && knownEncoding(declared)
  if (known) return decodeAs(known, bytes)
  const wide = utf16(bytes)
  if (wide) return decodeAs(wide, bytes)
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8.replaced === 0 || mostlyUtf8(utf8)) return utf8
  return decodeAs(detect(bytes), bytes)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function knownEncoding(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: Latin text then has a 0 in nearly every second byte. */
function utf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++
  const half = sample.length / 2
  if (half < 2) return undefined
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.05) return 'utf-16le'
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.05) return 'utf-16be'
  return undefined
}

/** Characters beyond ASCII that are whole outnumber the broken ones: UTF-8 with a few bad bytes. */
function mostlyUtf8({ text, replaced }: Decoded): boolean {
  let whole = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f && unit !== 0xfffd) whole++
  }
  return whole >= replaced
}

/** chardet sees at most this many bytes, from a little before the first that is not ASCII. */
const sampleSize = 1 << 16
/** Below this, of 100, chardet guesses on short English text, so windows-1252 is the better guess. */
const sure = 40

function detect(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  const from = Math.max(0, first - 200)
  const best = analyse(bytes.subarray(from, from + sampleSize))[0]
  const known = best && best.confidence >= sure ? knownEncoding(best.name) : undefined
  return known && known !== 'utf-8' ? known : 'windows-1252'
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  if (encoding === 'windows-1252') return { text: windows1252(bytes), encoding, replaced: 0 }
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, replaced: count(text) - (encoding === 'utf-8' ? genuine(bytes, text) : 0) }
}

function count(text: string): number {
  let n = 0
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) n++
  return n
}

/** U+FFFD that the file itself holds. */
function genuine(bytes: Uint8Array, text: string): number {
  if (!text.includes('\ufffd')) return 0
  let n = 0
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1))
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) n++
  return n
}

/** 0x80 to 0x9F of windows-1252; `TextDecoder` of Node 20 reads them as Latin-1's control characters. */
const specials =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  const step = 1 << 13
  for (let from = 0; from < bytes.length; from += step) {
    const units = Uint16Array.from(bytes.subarray(from, from + step))
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!
      if (unit >= 0x80 && unit < 0xa0) units[i] = specials.charCodeAt(unit - 0x80)
    }
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}

/**
 * Text that somebody else decoded by `TextDecoder('windows-1252')` in Node 20, mended: control characters from U+0080
 * to U+009F, which no text means, are the quotation marks, dashes and € that they were in the bytes.
 */
export function mendSpecials(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => specials[control.charCodeAt(0) - 0x80]!)
}
