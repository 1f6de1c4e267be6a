/**
 * Words → part-of-speech tags, from left to right: an averaged perceptron (Collins 2002) over classes that join the
 * universal and the Penn tag ("VERB|VBD").
 */
import { hashString, toOffsets } from './hashing.ts'
import type { LinearModel } from './linear-model.ts'
import { type FirstReading, readingFeatures } from './retagger-features.ts'
import { type TaggedContext, tagFeatures } from './tagger-features.ts'
import { mostlyCapitals } from './word-shape.ts'
import type { WordTable } from './word-table.ts'

/** A class's two tags, and what stands for them in features. */
export interface Tag {
  readonly upos: string
  readonly xpos: string
  readonly uposHash: number
  readonly xposHash: number
}

/** Stands for the tag before the first word. */
const outside = 1

export class Tagger {
  readonly tags: readonly Tag[]

  constructor(
    readonly model: LinearModel,
    readonly words: WordTable,
  ) {
    this.tags = model.classes.map((name) => {
      const [upos = 'X', xpos = 'FW'] = name.split('|')
      return { upos, xpos, uposHash: hashString(upos), xposHash: hashString(xpos) }
    })
  }

  /** The class of each word, an index into `tags`. */
  tag(forms: readonly string[], reading?: FirstReading): Int32Array {
    const classes = new Int32Array(forms.length)
    const context = this.context(forms, reading)
    let last = outside
    let lastButOne = outside
    for (let i = 0; i < forms.length; i++) {
      this.score(context, [i, last, lastButOne])
      const best = this.best()
      classes[i] = best
      lastButOne = last
      last = best + 2
    }
    return classes
  }

  context(forms: readonly string[], reading?: FirstReading): TaggedContext {
    return { reading, table: this.words, places: this.words.look(forms), capitals: mostlyCapitals(forms) }
  }

  /** Leaves the classes' scores in the kernel's sums and the features in its offsets; how many these are. */
  score(context: TaggedContext, at: readonly [number, number, number]): number {
    const { kernel, bits } = this.model
    let features = tagFeatures(context, at, kernel.offsets)
    if (context.reading) features = readingFeatures(context.reading, at[0], kernel.offsets, features)
    const count = toOffsets(kernel.offsets, features, bits, kernel.zeroRow)
    kernel.sums.fill(0)
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
}
