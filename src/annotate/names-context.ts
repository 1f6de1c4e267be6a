/** The sentences of a document as words → what the features of names look at. */

import type { Token } from '../model/index.ts'
import { hashString } from './hashing.ts'
import { Elsewhere } from './names-elsewhere.ts'
import type { NameContext } from './names-features.ts'
import { knownNames, lexicalBits } from './names-gazetteer.ts'
import { normalize } from './word-shape.ts'
import { column, mostlyCapitals, trait, type WordTable } from './word-table.ts'

/** Forms whose bits are kept at most. */
const capacity = 100_000

/** A bit beside those of `lexicalBits`. */
const ordinary = 1 << 20

/** A word with its guessed tag. */
export type TaggedWord = Pick<Token, 'form' | 'xpos'>

/** Makes contexts; keeps what it found out about forms. */
export class NameContexts {
  private readonly bits = new Map<string, number>()
  private readonly tagHashes = new Map<string, number>()

  /** @param words - the tagger's, whose rows of forms are used here too */
  constructor(readonly words: WordTable) {}

  /** Contexts of a document's sentences. They hold until the next call. */
  of(sentences: readonly (readonly TaggedWord[])[], collection: number): NameContext[] {
    const formsOf = sentences.map((tokens) => tokens.map(({ form }) => form))
    const places = this.words.look(formsOf.flat())
    let at = 0
    const rows = formsOf.map((forms) => places.subarray(at, (at += forms.length)))
    const styles = rows.map((places) => styleOf(this.words, places))
    const known = formsOf.map((forms) => Int32Array.from(forms, (form) => this.bitsOf(form)))
    const bits = known.map((own) => own.map((bits) => bits & ~ordinary))
    const cases = new DocumentCases(this.words, rows, styles)
    const elsewhere = new Elsewhere(this.words, rows, { bits, styles })
    return formsOf.map((forms, s) => {
      const candidates = this.candidatesOf(forms, known[s]!)
      return {
        table: this.words,
        places: rows[s]!,
        bits: bits[s]!,
        names: knownNames(forms, candidates),
        tags: Int32Array.from(sentences[s]!, ({ xpos }) => this.hashOfTag(xpos)),
        candidates,
        cases: cases.of(rows[s]!, styles[s]!),
        elsewhere: elsewhere.of(s),
        style: styles[s]!,
        collection,
      }
    })
  }

  private hashOfTag(tag: string): number {
    let hash = this.tagHashes.get(tag)
    if (hash === undefined) this.tagHashes.set(tag, (hash = hashString(tag)))
    return hash
  }

  private bitsOf(form: string): number {
    let bits = this.bits.get(form)
    if (bits === undefined) {
      if (this.bits.size > capacity) this.bits.clear()
      this.bits.set(form, (bits = lexicalBits(form) | (this.isOrdinary(form) ? ordinary : 0)))
    }
    return bits
  }

  /** A word in small letters that the tagger knows as none of a name, or no word at all. */
  private isOrdinary(form: string): boolean {
    if (form !== form.toLowerCase()) return false
    if (form === form.toUpperCase()) return true
    const tags = this.words.lexicon.usualTags.get(normalize(form))
    return tags !== undefined && !tags.includes('NNP')
  }

  /** All but ordinary words, and what stands beside them: see `NameContext.candidates`. */
  private candidatesOf(forms: readonly string[], bits: Int32Array): Uint8Array {
    const candidates = new Uint8Array(forms.length)
    for (let i = 0; i < bits.length; i++) {
      if (bits[i]! & ordinary) continue
      // "The", "However" before an ordinary word: they only begin the sentence
      const opens = i === 0 && bits.length > 1 && bits[1]! & ordinary && this.bitsOf(forms[0]!.toLowerCase()) & ordinary
      candidates[i] = opens ? 1 : 2
      if (i > 0 && candidates[i - 1] === 0) candidates[i - 1] = 1
      if (i + 1 < bits.length) candidates[i + 1] = 1
    }
    return candidates
  }
}

/** 0 running text, 1 title case, 2 capitals: where most words have capitals, a capital says little. */
function styleOf(table: WordTable, places: Int32Array): number {
  if (mostlyCapitals(table, places)) return 2
  let words = 0
  let capitals = 0
  for (let i = 0; i < places.length; i++) {
    const traits = table.rows[places[i]! + column.traits]!
    if (!(traits & trait.long)) continue
    words++
    if (traits & trait.capital) capitals++
  }
  return words > 3 && capitals > 0.7 * words ? 1 : 0
}

/** How a document writes its words: what it has in small letters elsewhere is no name at a sentence's begin. */
class DocumentCases {
  private readonly small = new Set<number>()
  private readonly capital = new Map<number, number>()

  constructor(
    private readonly words: WordTable,
    sentences: readonly Int32Array[],
    styles: readonly number[],
  ) {
    sentences.forEach((places, s) => {
      if (styles[s] !== 0) return
      places.forEach((place, i) => {
        const word = words.rows[place + column.word]!
        if (!words.isCapital(place)) this.small.add(word)
        else if (i > 0) this.capital.set(word, (this.capital.get(word) ?? 0) + 1)
      })
    })
  }

  /** For each word: 1 if it stands elsewhere in small letters, plus 2 or 4 if elsewhere once or more with a capital. */
  of(places: Int32Array, style: number): Int32Array {
    return places.map((place, i) => {
      const word = this.words.rows[place + column.word]!
      const own = style === 0 && i > 0 && this.words.isCapital(place) ? 1 : 0
      const others = (this.capital.get(word) ?? 0) - own
      return (this.small.has(word) ? 1 : 0) + 2 * Math.min(others, 2)
    })
  }
}
