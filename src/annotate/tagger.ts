/**
 * Words → part-of-speech tags, from left to right: an averaged perceptron (Collins 2002) over classes that join the
 * universal and the Penn tag ("VERB|VBD").
 */
import type { FirstReading } from './context.ts'
import { hashString } from './hashing.ts'
import type { LinearModel, OffsetFilter } from './linear-model.ts'
import { fillTagAtoms, type Looked, type TaggedContext } from './tagger-features.ts'
import { column, type WordTable } from './word-table.ts'

/** A class's two tags, and what stands for them in features. */
export interface Tag {
  readonly upos: string
  readonly xpos: string
  /** Hash of the class's name. */
  readonly hash: number
  /** Index into `universalTags`. */
  readonly kind: number
  readonly uposHash: number
  readonly xposHash: number
}

/** Parts of speech of Universal Dependencies; what is none of them counts as the last. */
export const universalTags: readonly string[] =
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ')

const kindOf = (upos: string): number => {
  const kind = universalTags.indexOf(upos)
  return kind < 0 ? universalTags.length - 1 : kind
}

/** Stands for the tag before the first word. */
const outside = 1

/** The tags of a sentence. */
export interface Tagged {
  readonly tags: readonly Tag[]
  /** By how much each beat the next best, in units of training; Infinity where nothing was to be decided. */
  readonly margins: Float32Array
}

/**
 * Tags that the first tagger gave with this margin are not looked at again: nine of ten words, and the tags are as good
 * (EWT and GUM, development sets).
 */
const settled = 40

export class Tagger {
  readonly tags: readonly Tag[]
  private readonly classOf: ReadonlyMap<number, number>

  constructor(
    readonly model: LinearModel,
    readonly words: WordTable,
  ) {
    this.tags = model.classes.map((name) => {
      const [upos = 'X', xpos = 'FW'] = name.split('|')
      return {
        upos,
        xpos,
        hash: hashString(name),
        kind: kindOf(upos),
        uposHash: hashString(upos),
        xposHash: hashString(xpos),
      }
    })
    this.classOf = new Map(this.tags.map(({ hash }, c) => [hash, c]))
  }

  /** @param earlier - what the first passes said, for the second tagger: it leaves alone what is settled */
  tag(sentence: Looked, earlier?: { readonly reading: FirstReading; readonly tagged: Tagged }): Tagged {
    const { rows } = sentence.table
    const { places } = sentence
    const context: TaggedContext = { ...sentence, reading: earlier?.reading }
    const tags: Tag[] = []
    const margins = new Float32Array(places.length).fill(Infinity)
    let last = outside
    let lastButOne = outside
    for (let i = 0; i < places.length; i++) {
      const sure = sentence.certain?.get(i) ?? (earlier ? 0 : rows[places[i]! + column.sureTags]!)
      const known = earlier && earlier.tagged.margins[i]! >= settled ? earlier.tagged.tags[i]!.hash : sure
      let best = this.classOf.get(known)
      if (best === undefined) {
        this.score(context, [i, last, lastButOne])
        best = this.best()
        margins[i] = this.lead(best) / this.model.scale
      }
      tags.push(this.tags[best]!)
      lastButOne = last
      last = best + 2
    }
    return { tags, margins }
  }

  /** Leaves the classes' scores in the kernel's sums and the features in its offsets; how many these are. */
  score(context: TaggedContext, at: readonly [number, number, number], filter?: OffsetFilter): number {
    const { kernel } = this.model
    fillTagAtoms(context, at, kernel.atoms)
    const count = kernel.extract()
    filter?.(kernel.offsets, count)
    kernel.sum(count)
    return count
  }

  best(): number {
    const { sums } = this.model.kernel
    const count = this.model.classes.length
    let best = 0
    for (let c = 1; c < count; c++) if (sums[c]! > sums[best]!) best = c
    return best
  }

  /** By how much the best class beats the next. */
  private lead(best: number): number {
    const { sums } = this.model.kernel
    const count = this.model.classes.length
    let next = -Infinity
    for (let c = 0; c < count; c++) if (c !== best && sums[c]! > next) next = sums[c]!
    return sums[best]! - next
  }
}
