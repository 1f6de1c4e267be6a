/**
 * Words of a block → what speaks for and against the end of a sentence between two of them: the words and their shapes,
 * the rules' opinion, how long the sentence is already, whether items of a list start alike. Features are hashed, as
 * rows of a table of weights (`boundary-model.ts`).
 */
import type { Word } from '../model/index.ts'
import { closers, Ruling, ruledEnds } from './boundary-rules.ts'

/** How many features a gap has. */
export const featureCount = 39
/** The table has 2 to this power cells. */
export const tableBits = 16

const mask = 2 ** tableBits - 1
const outside = 7

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length && i < 40; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** A word's outline as a number: kinds of digits, of capitals, its period; of other marks the first three. */
function shapeOf(form: string): number {
  const first = form.charCodeAt(0)
  const dotted = form.length > 1 && form.endsWith('.') ? 1 : 0
  if (first >= 48 && first <= 57) {
    if (/^\d+$/.test(form)) return 10 + Math.min(form.length, 5)
    return /^\d+:/.test(form) ? 16 : /^\d+\//.test(form) ? 17 : 18
  }
  if (first >= 65 && first <= 90) return /^[A-Z]+$/.test(form) ? (form.length === 1 ? 20 : 21) : 22 + dotted
  if (first >= 97 && first <= 122) return small + dotted
  if (form.includes('@') || form.includes('://')) return 26
  return /\p{L}/u.test(form) ? 27 : 1000 + (hashText(form.slice(0, 3)) & 0xffffff)
}
const small = 24
const capital = (shape: number): boolean => shape >= 20 && shape <= 23
/** Digits, capitals, addresses: what lists and signatures consist of. */
const listed = (shape: number): boolean => (shape >= 10 && shape <= 23) || shape === 26

/** 0, 1, 2, 3 for none, few, some, many. */
const few = (n: number): number => (n === 0 ? 0 : n <= 2 ? 1 : 2)
const distance = (n: number): number => (n <= 1 ? 1 : n <= 2 ? 2 : n <= 4 ? 3 : n <= 8 ? 4 : n <= 16 ? 5 : 6)

/** A block's words as numbers, and the sentence that is open while its gaps are visited in order. */
export class BlockView {
  readonly ruled: Uint8Array
  private readonly hashes: Int32Array
  private readonly shapes: Int32Array
  private readonly times = new Map<number, number>()
  private readonly whole: number
  private readonly closed: number
  /** Written without care for capitals or end marks: a sentence may end between any two words. */
  private readonly loose: boolean
  /** First word of the open sentence, and of the one before; −1 where there is none. */
  private first = 0
  private before = -1
  private lengthBefore = 0
  private brackets = 0
  private quotes = 0

  constructor(readonly words: readonly Word[]) {
    this.ruled = ruledEnds(words)
    this.hashes = Int32Array.from(words, ({ form }) => hashText(form.toLowerCase()))
    this.shapes = Int32Array.from(words, ({ form }) => shapeOf(form))
    for (const hash of this.hashes) this.times.set(hash, (this.times.get(hash) ?? 0) + 1)
    const share = this.shapes.reduce((n, shape) => n + (listed(shape) ? 1 : 0), 0) / words.length
    const lower = !this.shapes.some(capital)
    const size = words.length < 10 ? 0 : words.length < 40 ? 1 : 2
    const last = words[words.length - 1]?.form ?? ''
    this.closed = /^[.!?…]+$/.test(last) || closers.has(last) ? 1 : 0
    this.loose = lower || this.closed === 0
    this.whole = (lower ? 0 : share > 0.6 ? 1 : share > 0.3 ? 2 : 3) * 3 + size
  }

  /** Whether a sentence may end after word `i`: never inside a token, nor between two small words. */
  mayEnd(i: number): boolean {
    const next = this.words[i + 1]
    if (next === undefined || next.joined) return false
    const ruling = this.ruled[i]
    if (ruling !== Ruling.none) return ruling !== Ruling.forbidden
    if (next.start === this.words[i]!.end) return false
    const shape = this.shapes[i]!
    if (this.loose) return true
    return this.shapes[i + 1]! >> 1 !== small >> 1 || !(shape < 1000 && shape !== 26)
  }

  /** Takes word `i` into the open sentence: before its gap is looked at. */
  enter(i: number): void {
    const { form } = this.words[i]!
    if (form === '(' || form === '[') this.brackets = 1
    else if (form === ')' || form === ']') this.brackets = 0
    else if (form === '“') this.quotes = 1
    else if (form === '”') this.quotes = 0
    else if (form === '"') this.quotes = 1 - this.quotes
  }

  /** Ends the open sentence after word `i`. */
  end(i: number): void {
    this.before = this.first
    this.lengthBefore = i + 1 - this.first
    this.first = i + 1
    this.brackets = 0
    this.quotes = 0
  }

  /** Writes the rows of the gap after word `i` into `rows`. */
  features(i: number, rows: Int32Array): void {
    const { hashes, shapes, first, ruled } = this
    const n = this.words.length
    const word = (at: number) => (at >= 0 && at < n ? hashes[at]! : outside)
    const shape = (at: number) => (at >= 0 && at < n ? shapes[at]! : outside)
    const start = ruled[i] === Ruling.none ? 1 : 2
    let count = 0
    const add = (...values: readonly number[]) => {
      let hash = Math.imul(start * 64 + count, 0x9e3779b1)
      for (const value of values) hash = Math.imul((hash ^ value) + (hash >>> 15), 0x2c1b3c6d)
      rows[count++] = (hash ^ (hash >>> 16)) & mask
    }
    const [w, next, s, t] = [word(i), word(i + 1), shape(i), shape(i + 1)]
    const far = distance(i + 1 - first)
    const pair = Math.imul(s, 31) + t
    let core = i
    while (core > first && core > i - 4 && closers.has(this.words[core]!.form)) core--
    const wrapped = core < i ? 1 : 0
    const glued = this.words[i + 1]!.start === this.words[i]!.end ? 1 : 0
    const colon = this.colonAfter(i)
    const sameStart = (next === word(first) ? 1 : 0) + (next === word(this.before) ? 2 : 0)
    const ahead = this.window(i + 1, i + 5)
    const behind = this.window(i - 4, i)

    add()
    add(w)
    add(next)
    add(pair)
    add(shape(i - 1), pair, shape(i + 2))
    add(w, next)
    add(word(i - 1), w)
    add(next, word(i + 2))
    add(w, t)
    add(s, next)
    add(far)
    add(far, pair)
    add(this.closed, pair)
    add(this.whole, pair)
    add(this.whole, this.closed)
    add(shape(core), wrapped, glued, t)
    add(word(core), wrapped, t)
    add(word(core - 1), word(core))
    add(this.brackets, this.quotes, t)
    add(this.whole, this.closed, far)
    add(word(i - 2), t)
    add(word(i + 2))
    add(t, shape(i + 2), shape(i + 3))
    add(shape(i - 2), shape(i - 1), pair)
    add(far, w)
    add(far, next)
    add(word(first), far)
    add(shape(first), shape(first + 1), pair)
    add(behind, ahead)
    add(this.window(first, i), pair)
    add(ahead, next)
    add(behind, w)
    add(sameStart, t, far)
    add(sameStart, next)
    add(colon, pair)
    add(colon, word(first + 1), word(first + 2))
    add(Math.min(4, this.times.get(next) ?? 0), t, this.closed)
    add(distance(this.lengthBefore), far, pair)
    add(ending(this.words[i]!.form), t)
  }

  /** Where the next colon stands, if it is near: "Date: Monday Place: Room 3". */
  private colonAfter(i: number): number {
    for (let at = 2; at <= 4; at++) if (this.words[i + at]?.form === ':') return at
    return 0
  }

  /** How many plain words, and how many of what lists consist of, are in a stretch of at most eight words. */
  private window(from: number, to: number): number {
    let plain = 0
    let lists = 0
    for (let at = Math.max(0, from, to - 8); at <= to && at < this.words.length; at++) {
      if (this.shapes[at] === small) plain++
      else if (listed(this.shapes[at]!)) lists++
    }
    return few(plain) * 3 + few(lists)
  }
}

const ending = (form: string): number => hashText(form.toLowerCase().slice(-3))
