/** A sentence's tree with the questions that the qualities ask of it. Indexes are of tokens, from 0; -1 is nothing. */
import { dependents, noToken, type Sentence, type Token } from '../model/index.ts'

/** How far up a walk goes: real sentences are shallower, and a hostile one must not cost quadratic time. */
const deepest = 48
/** How many dependents of a word are looked at, for the same reason. */
const widest = 64

export class Tree {
  readonly #children: readonly (readonly number[])[]

  constructor(readonly sentence: Sentence) {
    this.#children = dependents(sentence)
  }

  get length(): number {
    return this.sentence.tokens.length
  }

  /** The token, or one without words where there is none. */
  token(index: number): Token {
    return this.sentence.tokens[index] ?? noToken
  }

  lemma(index: number): string {
    return this.token(index).lemma.toLowerCase()
  }

  /** Form in lower case; '' beyond the sentence. */
  form(index: number): string {
    return this.token(index).form.toLowerCase()
  }

  /** The relation without its subtype: `nsubj` of `nsubj:pass`. */
  relation(index: number): string {
    const { deprel } = this.token(index)
    const colon = deprel.indexOf(':')
    return colon < 0 ? deprel : deprel.slice(0, colon)
  }

  head(index: number): number {
    return this.token(index).head - 1
  }

  children(index: number): readonly number[] {
    const children = this.#children[index] ?? []
    return children.length > widest ? children.slice(0, widest) : children
  }

  /** The dependents whose relation is one of those named, with or without subtype. */
  childrenBy(index: number, ...relations: readonly string[]): number[] {
    return this.children(index).filter((child) => {
      return relations.includes(this.token(child).deprel) || relations.includes(this.relation(child))
    })
  }

  /** The token and what it hangs under, up to the root. */
  *upward(index: number): Generator<number> {
    for (let at = index, steps = 0; at >= 0 && steps < deepest; steps++) {
      yield at
      const head = this.head(at)
      if (head === at) return
      at = head
    }
  }

  isUnder(index: number, ancestor: number): boolean {
    for (const at of this.upward(index)) if (at === ancestor) return true
    return false
  }

  isVerb(index: number): boolean {
    const { upos } = this.token(index)
    return upos === 'VERB' || upos === 'AUX'
  }

  /** A clause of its own tense: a finite verb or auxiliary, no bare infinitive or participle. */
  isFinite(index: number): boolean {
    if (/^(VBD|VBZ|VBP|MD)$/.test(this.token(index).xpos)) return true
    return this.childrenBy(index, 'aux', 'cop').some((child) => /^(VBD|VBZ|VBP|MD)$/.test(this.token(child).xpos))
  }

  /** A clause with "to". */
  isInfinitive(index: number): boolean {
    return this.childrenBy(index, 'mark', 'aux').some((child) => this.token(child).xpos === 'TO')
  }

  /** The word itself where it heads a finite clause, else the one above that does. */
  finiteAbove(from: number): number {
    for (const at of this.upward(from)) if (this.isFinite(at) && !this.isInfinitive(at)) return at
    return from
  }

  /**
   * The verb that a clause is joined to although it hangs under that verb's content: "*answered* that it must be sent, and
   * *counselled* patience". Both are told in the past, and the content between is not. -1 where it is not so.
   */
  joinedAbove(verb: number): number {
    if (this.relation(verb) !== 'conj' || !/^VB[DN]$/.test(this.token(verb).xpos)) return -1
    if (this.childrenBy(verb, 'nsubj', 'aux', 'csubj').length) return -1
    const [joint] = this.childrenBy(verb, 'cc')
    if (joint === undefined || this.form(joint - 1) !== ',') return -1
    const inner = this.head(verb)
    if (inner < 0 || this.relation(inner) !== 'ccomp' || this.token(inner).xpos === 'VBD') return -1
    if (!this.childrenBy(inner, 'aux').some((aux) => /^(MD|VBP|VBZ)$/.test(this.token(aux).xpos))) return -1
    const outer = this.head(inner)
    return outer >= 0 && outer < inner && this.token(outer).xpos === 'VBD' ? outer : -1
  }

  isPassive(index: number): boolean {
    return this.children(index).some((child) => /:pass$/.test(this.token(child).deprel))
  }

  /** Subject of the clause that the token heads; that of the verb that it is joined to where it shares it. */
  subject(index: number): number {
    for (let at = index, steps = 0; at >= 0 && steps < deepest; at = this.head(at), steps++) {
      const own = this.childrenBy(at, 'nsubj', 'csubj')
      if (own.length) return own[own.length - 1]!
      if (this.relation(at) !== 'conj') return -1
    }
    return -1
  }
}

const trees = new WeakMap<Sentence, Tree>()

export function treeOf(sentence: Sentence): Tree {
  let tree = trees.get(sentence)
  if (!tree) trees.set(sentence, (tree = new Tree(sentence)))
  return tree
}
