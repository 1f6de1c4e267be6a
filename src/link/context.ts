/** What the links ask of a document: who is the same, what words mean the same, what comes before. */
import {
  type Chain,
  countLeading,
  dependents,
  type FoundFiller,
  type Mention,
  type QualifiedFrame,
  type Sentence,
} from '../model/index.ts'

/** A link between two frames by their place in the list of frames. */
export interface FoundLink {
  readonly from: number
  readonly to: number
}

/** How many frames of a sentence are compared with one another; more stand only in hostile text. */
const most = 60

export class Context {
  readonly #chainAt = new Map<string, number>()
  readonly #resolved: ReadonlySet<number>
  readonly #bySentence = new Map<number, number[]>()

  constructor(
    readonly sentences: readonly Sentence[],
    mentions: readonly Mention[],
    chains: readonly Chain[],
    readonly frames: readonly QualifiedFrame[],
  ) {
    for (const chain of chains) {
      for (const id of chain.mentions) {
        const mention = mentions[id]!
        this.#chainAt.set(`${mention.sentence}:${mention.head}`, chain.id)
      }
    }
    this.#resolved = new Set(chains.filter((chain) => chain.resolved).map((chain) => chain.id))
    frames.forEach((frame, index) => {
      const list = this.#bySentence.get(frame.sentence) ?? []
      if (list.length < most) list.push(index)
      this.#bySentence.set(frame.sentence, list)
    })
  }

  /** Places in `frames` of the frames of a sentence. */
  inSentence(sentence: number): readonly number[] {
    return this.#bySentence.get(sentence) ?? []
  }

  frame(index: number): QualifiedFrame {
    return this.frames[index]!
  }

  sentenceOf(index: number): Sentence {
    return this.sentences[this.frame(index).sentence]!
  }

  /** Whether two roles share somebody; `unknown` where either is absent or an unresolved pronoun. */
  sharing(
    a: readonly FoundFiller[] | undefined,
    b: readonly FoundFiller[] | undefined,
  ): 'same' | 'different' | 'unknown' {
    if (!a?.length || !b?.length) return 'unknown'
    const chains = new Set(a.map((filler) => this.#chain(filler)))
    const nouns = new Set(a.map((filler) => this.#noun(filler)))
    let known = a.every((filler) => this.#isKnown(filler))
    for (const filler of b) {
      const chain = this.#chain(filler)
      if (chain !== undefined && chains.has(chain)) return 'same'
      // "two captains" may be of "the captains"
      if (!this.#isKnown(filler) || nouns.has(this.#noun(filler))) known = false
    }
    return known ? 'different' : 'unknown'
  }

  #noun = ({ sentence, head }: FoundFiller) => this.sentences[sentence]?.tokens[head]?.lemma ?? ''

  #chain(filler: FoundFiller): number | undefined {
    return this.#chainAt.get(`${filler.sentence}:${filler.head}`)
  }

  #isKnown(filler: FoundFiller): boolean {
    const chain = this.#chain(filler)
    return chain !== undefined && this.#resolved.has(chain)
  }

  /** Lemmas of the content words of a role. */
  words(fillers: readonly FoundFiller[] | undefined): ReadonlySet<string> {
    const words = new Set<string>()
    for (const filler of fillers ?? []) {
      const { tokens } = this.sentences[filler.sentence]!
      let at = countLeading(tokens, ({ end }) => end <= filler.start)
      for (let seen = 0; at < tokens.length && tokens[at]!.start < filler.end && seen < 60; at++, seen++) {
        const { upos, lemma } = tokens[at]!
        if (/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(upos)) words.add(lemma.toLowerCase())
      }
    }
    return words
  }

  /** How much two roles say the same: shared content words over those of the shorter, 0..1. */
  overlap(a: readonly FoundFiller[] | undefined, b: readonly FoundFiller[] | undefined): number {
    const [x, y] = [this.words(a), this.words(b)]
    if (!x.size || !y.size) return 0
    let both = 0
    const list = [...y]
    for (const word of x) if (y.has(word) || list.some((other) => isOfOneStem(word, other))) both++
    return both / Math.min(x.size, y.size)
  }

  /** Whether a frame's trigger is a noun that points at something known: "the order", "his request". */
  isBackReference(index: number): boolean {
    const { trigger } = this.frame(index)
    const sentence = this.sentenceOf(index)
    if (sentence.tokens[trigger]?.upos !== 'NOUN') return false
    return dependents(sentence)
      [trigger]!.slice(0, most)
      .some((child) => {
        const { deprel, form } = sentence.tokens[child]!
        return deprel === 'nmod:poss' || /^(the|this|that|these|those|such|both)$/i.test(form)
      })
  }
}

/** "meet" and "meeting" */
function isOfOneStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 4 && long.startsWith(short)
}
