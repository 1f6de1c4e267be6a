/** Raw text that a parser has read → how words are used in it: see `src/annotate/usage.ts`. */
import { hashString } from '../../src/annotate/hashing.ts'
import type { Syntax } from '../../src/annotate/syntax.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import { Usage, usageKey, usageKinds, wordEntry } from '../../src/annotate/usage.ts'
import { normalize } from '../../src/annotate/word-shape.ts'

/** Words seen less often are not kept, nor pairs seen but once. */
const leastOfWord = 3
const leastOfPair = 2
/** How many of the average word each word is given for what has not been seen of it. */
const average = { taken: 4, preposition: 5 }
/** Words seen more often have ranges of their own. */
const often = { word: 30, pair: 8 }
const shares = [0.01, 0.03, 0.08, 0.2, 0.4]
const taken = ['obj', 'xcomp', 'ccomp', 'iobj'] as const

/** Stands in no form. */
const gap = '\n'

class Counts {
  private readonly counts = new Map<string, number>()
  add(...key: (string | number)[]): void {
    const name = key.join(gap)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }
  of(...key: (string | number)[]): number {
    return this.counts.get(key.join(gap)) ?? 0
  }
  /** In the order in which they were first seen. */
  *entries(): Generator<[key: string[], count: number]> {
    for (const [name, count] of this.counts) yield [name.split(gap), count]
  }
}

/** A number that doubles with each step, from -4 to 5. */
const doublings = (ratio: number): number => Math.max(-4, Math.min(5, Math.round(Math.log2(ratio))))

export class UsageCounts {
  private readonly words = new Counts()
  private readonly kinds = new Counts()
  private readonly relations = new Counts()
  private readonly prepositions = new Counts()
  private readonly nouns = new Counts()
  private readonly sides = new Counts()

  add(sentence: readonly string[], { heads, relations, tags }: Syntax): void {
    const forms = sentence.map(normalize)
    const kinds = tags.map(({ upos }) => usageKinds[Math.max(0, universalTags.indexOf(upos))]!)
    const prepositions = new Map<number, string>()
    relations.forEach((relation, i) => {
      this.words.add(forms[i]!, kinds[i]!)
      this.kinds.add(kinds[i]!)
      const head = heads[i]! - 1
      if (relation === 'case' && head >= 0 && !prepositions.has(head)) prepositions.set(head, forms[i]!)
    })
    heads.forEach((number, i) => {
      const head = number - 1
      if (head < 0 || tags[i]!.upos === 'PUNCT') return
      const kind = kinds[head]!
      const relation = relations[i]!.split(':')[0]!
      this.relations.add(forms[head]!, kind, relation)
      this.relations.add(kind, relation)
      const preposition = prepositions.get(i)
      if (preposition === undefined) return
      this.prepositions.add(forms[head]!, kind, preposition)
      this.prepositions.add(kind, preposition)
      this.nouns.add(preposition, forms[i]!)
      if (kind === 1) this.sides.add(preposition, forms[i]!)
    })
  }

  usage(): Usage {
    const entries: [number, number][] = []
    for (const [[word, kind], count] of this.words.entries()) {
      if (count < leastOfWord) continue
      const entry = wordEntry(
        this.takenBy(word!, kind!, count),
        4 + doublings(average.preposition / (count + average.preposition)),
      )
      entries.push([usageKey.word(hashString(word!), Number(kind)), entry])
    }
    for (const [key, count] of this.prepositions.entries()) {
      const [word, kind, preposition] = key
      if (preposition === undefined || count < leastOfPair) continue
      const all = this.words.of(word!, kind!)
      if (all < leastOfWord) continue
      const usual = this.prepositions.of(kind!, preposition) / this.kinds.of(kind!)
      const share = (count + average.preposition * usual) / (all + average.preposition)
      entries.push([
        usageKey.preposition(hashString(word!), Number(kind), hashString(preposition)),
        10 + doublings(share / usual) + (all > often.word ? 10 : 0),
      ])
    }
    for (const [[preposition, noun], count] of this.nouns.entries()) {
      if (count < leastOfPair) continue
      const share = Math.round((5 * this.sides.of(preposition!, noun!)) / count)
      entries.push([
        usageKey.noun(hashString(preposition!), hashString(noun!)),
        1 + share + (count > often.pair ? 10 : 0),
      ])
    }
    return new Usage(entries)
  }

  private takenBy(word: string, kind: string, count: number) {
    const range = (relation: string) => {
      const usual = this.relations.of(kind, relation) / this.kinds.of(kind)
      const share = (this.relations.of(word, kind, relation) + average.taken * usual) / (count + average.taken)
      return shares.filter((limit) => share >= limit).length
    }
    const [obj, xcomp, ccomp, iobj] = taken.map(range) as [number, number, number, number]
    return { obj, xcomp, ccomp, iobj }
  }
}
