/**
 * Words → part-of-speech tags, from left to right: an averaged perceptron (Collins 2002) over classes that join the
 * universal and the Penn tag ("VERB|VBD").
 */
import type { FirstReading } from './context.ts'
import { hashString } from './hashing.ts'
import type { LinearModel, OffsetFilter } from './linear-model.ts'
import { fillTagAtoms, type TaggedContext } from './tagger-features.ts'
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

  /** @param reading - what the first passes said, for the second tagger */
  tag(forms: readonly string[], reading?: FirstReading): Tag[] {
    const tags: Tag[] = []
    const context = this.context(forms, reading)
    let last = outside
    let lastButOne = outside
    for (let i = 0; i < forms.length; i++) {
      this.score(context, [i, last, lastButOne])
      const best = this.best()
      tags.push(this.tags[best]!)
      lastButOne = last
      last = best + 2
    }
    return tags
  }

  context(forms: readonly string[], reading?: FirstReading, words = this.words): TaggedContext {
    return { reading, table: words, places: words.look(forms), capitals: mostlyCapitals(forms) }
  }

  /** Leaves the classes' scores in the kernel's sums and the features in its offsets; how many these are. */
  score(context: TaggedContext, at: readonly [number, number, number], filter?: OffsetFilter): number {
    const { kernel } = this.model
    fillTagAtoms(context, at, kernel.atoms)
    const count = kernel.extract()
    filter?.(kernel.offsets, count)
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
