/**
 * Forms → rows of numbers: all that the features of tagger and parser want to know of a word by itself, worked out
 * once a form and kept.
 */
import { type Dictionary, lookUp } from './dictionary.ts'
import { hashString } from './hashing.ts'
import { normalize, shapeOf } from './word-shape.ts'

/** What the models know of words. */
export interface Lexicon {
  /** Normalized words seen at least twice in training → their usual tags, the most usual first ("NN/VB"). */
  readonly usualTags: ReadonlyMap<string, string>
  /** Normalized words → bit string of their cluster (Brown et al. 1992). */
  readonly clusters: ReadonlyMap<string, string>
  readonly dictionary: Dictionary
  /** Normalized words that are always tagged alike → universal and Penn tag ("DET|DT"). */
  readonly sureTags: ReadonlyMap<string, string>
}

/** Columns of a word's row; all but the flags are hashes. */
export const column = {
  form: 0,
  word: 1,
  suffix1: 2,
  suffix2: 3,
  suffix3: 4,
  suffix4: 5,
  suffix5: 6,
  prefix1: 7,
  prefix2: 8,
  prefix3: 9,
  shape: 10,
  usualTags: 11,
  /** The word if it is known, else its last three letters. */
  knownWord: 12,
  cluster: 13,
  cluster4: 14,
  cluster8: 15,
  /** Bits: has a digit, has a hyphen, begins with a capital, is all capitals. */
  flags: 16,
  /** Parts of speech of the dictionary. */
  dictionary: 17,
  /** The sure tags, 0 for none. */
  sureTags: 18,
  /** Bits of `trait`. */
  traits: 19,
} as const
const stride = 20

/** What tells whether a sentence is written in capitals or as a title. */
export const trait = {
  /** It has a letter of English. */
  letters: 1,
  /** It has two characters or more, and no small letter. */
  capitals: 2,
  /** It has four letters or more. */
  long: 4,
  /** It begins with a capital. */
  capital: 8,
} as const

/** Forms that are kept at most, so that a hostile text does not fill the memory. */
const capacity = 100_000

export class WordTable {
  /** Rows of `stride` numbers; row 0 stands for the place outside a sentence. */
  rows = new Int32Array(1024 * stride)
  private size = 1
  private readonly places = new Map<string, number>()

  constructor(readonly lexicon: Lexicon) {
    for (let i = 0; i < stride; i++) this.rows[i] = i + 1
  }

  /** Where the row of each form begins. They hold until the next call. */
  look(forms: readonly string[]): Int32Array {
    if (this.size > capacity) {
      this.places.clear()
      this.size = 1
    }
    const rows = new Int32Array(forms.length)
    for (let i = 0; i < forms.length; i++) rows[i] = this.places.get(forms[i]!) ?? this.add(forms[i]!)
    return rows
  }

  /** Whether the word whose row begins there begins with a capital. */
  isCapital(place: number): boolean {
    return (this.rows[place + column.traits]! & trait.capital) !== 0
  }

  private add(form: string): number {
    const at = this.size++ * stride
    if (at + stride > this.rows.length) {
      const larger = new Int32Array(this.rows.length * 2)
      larger.set(this.rows)
      this.rows = larger
    }
    this.rows.set(describe(form, this.lexicon), at)
    this.places.set(form, at)
    return at
  }
}

/** Words of capitals among a sentence's words of letters: a headline in capitals says nothing by its capitals. */
export function mostlyCapitals({ rows }: WordTable, places: Int32Array): boolean {
  let words = 0
  let capitals = 0
  for (let i = 0; i < places.length; i++) {
    const traits = rows[places[i]! + column.traits]!
    if (!(traits & trait.letters)) continue
    words++
    if (traits & trait.capitals) capitals++
  }
  return words > 3 && capitals > 0.6 * words
}

function describe(form: string, lexicon: Lexicon): number[] {
  const word = normalize(form)
  const shape = shapeOf(form)
  const usual = lexicon.usualTags.get(word)
  const cluster = lexicon.clusters.get(word) ?? `?${shape}`
  const sure = lexicon.sureTags.get(word)
  const lower = form.toLowerCase()
  const flags =
    (/[0-9]/.test(form) ? 1 : 0) |
    (form.includes('-') ? 2 : 0) |
    (form[0] !== lower[0] ? 4 : 0) |
    (form === form.toUpperCase() && form !== lower ? 8 : 0)
  return [
    hashString(form),
    hashString(word),
    ...[1, 2, 3, 4, 5].map((n) => hashString(`-${word.slice(-n)}`)),
    ...[1, 2, 3].map((n) => hashString(`${word.slice(0, n)}-`)),
    hashString(shape),
    hashString(usual ?? `${shape}?${word.slice(-2)}`),
    hashString(usual === undefined ? `-${word.slice(-3)}` : word),
    hashString(cluster),
    hashString(cluster.slice(0, 4)),
    hashString(cluster.slice(0, 8)),
    flags,
    hashString(`d${lookUp(lexicon.dictionary, word)}`),
    sure === undefined ? 0 : hashString(sure),
    (/[A-Za-z]/.test(form) ? trait.letters : 0) |
      (form.length > 1 && form === form.toUpperCase() ? trait.capitals : 0) |
      (form.length >= 4 && lower !== form.toUpperCase() ? trait.long : 0) |
      (form[0] !== lower[0] ? trait.capital : 0),
  ]
}
