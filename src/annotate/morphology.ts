/** Word, tags and relation → lemma and features, worked out once for each that comes and kept. */
import { features } from './features.ts'
import { type LemmaTable, lemmatize } from './lemma.ts'

/** What they depend on. */
interface Reading {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  readonly deprel: string
}

export interface Morphology extends Reading {
  readonly lemma: string
  readonly feats: string
}

/** Forms that are kept at most, so that a hostile text does not fill the memory. */
const capacity = 20_000

export class Morphologies {
  /** By form; a form has few. */
  private readonly known = new Map<string, Morphology[]>()

  constructor(private readonly lemmas: LemmaTable) {}

  of({ form, upos, xpos, deprel }: Reading): Morphology {
    let list = this.known.get(form)
    if (list === undefined) {
      if (this.known.size >= capacity) this.known.clear()
      this.known.set(form, (list = []))
    }
    for (const known of list) if (known.deprel === deprel && known.xpos === xpos && known.upos === upos) return known
    const lemma = lemmatize(this.lemmas, form, { upos, xpos })
    const made = { form, upos, xpos, deprel, lemma, feats: features({ form, lemma, upos, xpos, deprel }) }
    list.push(made)
    return made
  }
}
