/**
 * Statement → the statement that brought it about, in one sentence: "were prompted by requests", "after it was asked to",
 * "at the request of", "in response to", "led to an order".
 */
import { dependents, type Sentence } from '../model/index.ts'
import type { Context, FoundLink } from './context.ts'

/** Verbs that take the effect as object (or as subject in the passive) and the cause as subject. */
const causing = new Set('prompt trigger cause spark provoke precede occasion induce lead spur motivate'.split(' '))
/** Verbs whose subject is the effect. */
const following = new Set('follow stem arise result'.split(' '))

/** How many dependents of a word are looked at; more stand only in hostile text. */
const widest = 64

/** Links each effect with its causes. A cause is a request, or what a verb of causing ties to one. */
export function findPrompts(context: Context): FoundLink[] {
  const links: FoundLink[] = []
  for (const [cause, { sentence, trigger, kind }] of context.frames.entries()) {
    const reader = new Reader(context.sentences[sentence]!)
    const byVerb = reader.causedBy(trigger)
    const effects = byVerb.length || kind !== 'request' ? byVerb : reader.promptedBy(trigger)
    for (const token of effects) {
      for (const effect of context.inSentence(sentence)) {
        const other = context.frame(effect)
        if (effect === cause || other.trigger !== token || other.trigger === trigger) continue
        if (other.kind === 'relation' || other.kind === 'communication') continue
        if (kind !== 'request' && other.kind !== 'request') continue
        links.push({ from: effect, to: cause })
      }
    }
  }
  return links
}

class Reader {
  readonly #children: readonly (readonly number[])[]

  constructor(readonly sentence: Sentence) {
    this.#children = dependents(sentence)
  }

  #lemma = (index: number) => this.sentence.tokens[index]?.lemma.toLowerCase() ?? ''
  #head = (index: number) => this.sentence.tokens[index]!.head - 1
  #deprel = (index: number) => this.sentence.tokens[index]!.deprel
  #is = (index: number, pattern: RegExp) => pattern.test(this.#deprel(index))
  #kids = (index: number, pattern: RegExp) =>
    (this.#children[index] ?? []).slice(0, widest).filter((child) => this.#is(child, pattern))
  #cases = (index: number) => this.#kids(index, /^(case|mark|fixed)$/).map((child) => this.#lemma(child))

  /** The first of a coordination. */
  #first(index: number): number {
    let at = index
    for (let steps = 0; steps < 4 && this.#is(at, /^conj/) && this.#head(at) >= 0; steps++) at = this.#head(at)
    return at
  }

  /** A word, its conjuncts, and the verb that it carries ("issue an order" for "order"). */
  #withConjuncts = (index: number) => [index, ...this.#kids(index, /^conj/)]

  /** Triggers of what a verb of causing says the word brought about. */
  causedBy(cause: number): number[] {
    const first = this.#first(cause)
    const verb = this.#head(first)
    if (verb < 0) return []
    const passive = this.#kids(verb, /^(nsubj:pass|aux:pass)$/).length > 0
    if (causing.has(this.#lemma(verb))) {
      if (passive) {
        const by = this.#is(first, /^obl/) && this.#cases(first).includes('by')
        return by ? this.#kids(verb, /^nsubj:pass$/).flatMap(this.#withConjuncts) : []
      }
      if (this.#is(first, /^nsubj$/)) return this.#brought(verb)
    }
    if (following.has(this.#lemma(verb)) && !passive && this.#is(first, /^(obj|obl)$/)) {
      const from = this.#cases(first)
      const fits = this.#is(first, /^obj$/) ? this.#lemma(verb) === 'follow' : from.includes('from')
      return fits ? this.#kids(verb, /^nsubj$/).flatMap(this.#withConjuncts) : []
    }
    // "demands prompted by requests from the ministry"
    if (this.#is(verb, /^acl/) && causing.has(this.#lemma(verb)) && this.#cases(first).includes('by')) {
      return [this.#head(verb)]
    }
    return []
  }

  /** Object, infinitive, or *to* phrase of a verb of causing. */
  #brought(verb: number): number[] {
    const to = this.#kids(verb, /^obl/).filter((child) => this.#cases(child).includes('to'))
    const objects = this.#lemma(verb) === 'lead' ? [] : this.#kids(verb, /^obj$/)
    return [...objects, ...to, ...this.#kids(verb, /^(xcomp|advcl)$/)].flatMap(this.#withConjuncts)
  }

  /** Triggers of what happened after, at or in response to the word. */
  promptedBy(cause: number): number[] {
    // a clause with a mark of its own is no conjunct, whatever the parser says
    const first = this.#kids(cause, /^mark$/).length ? cause : this.#first(cause)
    const head = this.#head(first)
    if (head < 0) return []
    const cases = this.#cases(first)
    const own = cases.join(' ')
    const verbal = this.#is(first, /^(advcl|conj|ccomp|parataxis)/)
    const fits = verbal
      ? /\b(after|because|since|when)\b/.test(own) && !/\bbefore\b/.test(own)
      : this.#is(first, /^(obl|nmod)/) &&
        (/\b(after|following|upon|because|due)\b/.test(own) || this.#isAtRequest(first) || this.#inResponse(first))
    return fits ? this.#effects(head) : []
  }

  /** "at the request of", "on the orders of", "by order of" */
  #isAtRequest = (noun: number) =>
    this.#cases(noun).some((word) => /^(at|on|by|upon)$/.test(word)) &&
    /^(request|order|insistence|invitation|urging|demand|instruction|command|behest|advice|suggestion|recommendation)$/.test(
      this.#lemma(noun),
    )

  /** "in response to", whose words a parser makes case, or a noun between. */
  #inResponse = (noun: number) =>
    this.#kids(noun, /^case$/).some((child) => this.#lemma(child) === 'to' && this.#lemma(child - 1) === 'response') ||
    this.#cases(noun).includes('response')

  /** The word itself, and the noun that it carries: "issued an order after …". */
  #effects = (verb: number) => [verb, ...this.#kids(verb, /^(obj|nsubj:pass|conj|xcomp)$/)]
}
