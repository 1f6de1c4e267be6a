/** A parse that is being revised: heads and relations, and what features ask of them again and again. */
import type { ParsedContext } from './context.ts'
import { hashString } from './hashing.ts'
import type { Parse } from './parser.ts'
import { universalTags } from './tagger.ts'
import { type Usage, unknownUse, usageKinds } from './usage.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)
const argumentNames = words('nsubj nsubj:pass obj iobj xcomp ccomp csubj expl cop aux:pass obl compound:prt')
/** Relations that a word is told by among a head's children; each has a bit. */
const bitNames = [
  ...argumentNames,
  ...words(
    'mark case det nmod nmod:poss amod conj cc advcl acl acl:relcl aux advmod punct appos flat nummod parataxis',
  ),
]

const hashes = new Map<string, number>()

/** Hash of a relation, of which there are few. */
function relationHash(relation: string): number {
  let hash = hashes.get(relation)
  if (hash === undefined) hashes.set(relation, (hash = hashString(relation)))
  return hash
}

const bits = new Map(bitNames.map((name, i) => [relationHash(name), 2 ** i]))
/** Relations that a head has but once, as a subject: the bits of those that stand for one another. */
const singleBits = new Map(
  [['nsubj', 'nsubj:pass', 'csubj'], ['obj'], ['iobj']].flatMap((names) => {
    const together = names.reduce((all, name) => all | bits.get(relationHash(name))!, 0)
    return names.map((name) => [relationHash(name), together] as const)
  }),
)
const copula = bits.get(relationHash('cop'))!
/** Of `usageKinds`: nouns, names and pronouns. */
const nominal = 2
const argumentBits = 2 ** argumentNames.length - 1
const preposition = relationHash('case')
/** Relations of words that say how their head belongs to its own. */
const functional = new Set(['case', 'mark', 'cc'].map(relationHash))
const verbs = new Set(['VERB', 'AUX'].map((tag) => universalTags.indexOf(tag)))
const punctuation = universalTags.indexOf('PUNCT')
/** What closes what an opening mark opens. */
const closing = new Map(
  words('( ) [ ] { } “ ” ‘ ’ " " \' \' — — – – - - --  --').reduce<[number, number][]>((pairs, mark, i, all) => {
    if (i % 2 === 0) pairs.push([hashString(mark), hashString(all[i + 1]!)])
    return pairs
  }, []),
)
/** Marks that may be open at once. */
const mostOpen = 20

/** Trees have the root behind the last word, as contexts have; arrays have a cell more for it. */
export class RevisedTree {
  /** From 0. */
  readonly heads: Int32Array
  readonly names: string[]
  /** Hashes of the names. */
  readonly relations: Int32Array
  readonly margins: Float64Array
  /** First and last word of each subtree. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Children from left to right, -1 after the last. */
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  /** Each word's own bit by its relation, and those of its children. */
  readonly bit: Int32Array
  readonly mask: Int32Array
  /** First child that is a preposition, subordinator or conjunction, -1 for none; and the first preposition. */
  readonly functionWord: Int32Array
  readonly preposition: Int32Array
  /** How many verbs, and marks of punctuation, stand before each word. */
  readonly verbsBefore: Int32Array
  readonly marksBefore: Int32Array
  /** The mark that goes with an opening or closing one, -1 for none. */
  readonly pair: Int32Array
  /** Each word's kind and entry in the usage. */
  readonly kinds: Uint8Array
  readonly entries: Int32Array

  constructor(
    readonly context: ParsedContext,
    { heads, relations, margins }: Parse,
    readonly usage: Usage,
  ) {
    const { root } = context
    const cells = (value = 0) => new Int32Array(root + 2).fill(value)
    this.heads = Int32Array.from(heads, (head) => (head === 0 ? root : head - 1))
    this.names = [...relations]
    this.relations = Int32Array.from(relations, relationHash)
    this.margins = margins
    this.first = cells()
    this.last = cells()
    this.firstChild = cells()
    this.nextChild = cells()
    this.bit = cells()
    this.mask = cells()
    this.functionWord = cells()
    this.preposition = cells()
    this.verbsBefore = cells()
    this.marksBefore = cells()
    this.pair = cells(-1)
    this.kinds = new Uint8Array(root)
    this.entries = cells(unknownUse)
    for (let i = 0; i < root; i++) {
      this.kinds[i] = usageKinds[context.kinds[i]!]!
      this.entries[i] = usage.word(context.forms[i]!, this.kinds[i]!)
      this.verbsBefore[i + 1] = this.verbsBefore[i]! + (verbs.has(context.kinds[i]!) ? 1 : 0)
      this.marksBefore[i + 1] = this.marksBefore[i]! + (this.isMark(i) ? 1 : 0)
    }
    this.findPairs()
    this.count()
  }

  isMark(i: number): boolean {
    return this.context.kinds[i] === punctuation
  }

  /** Whether its relation is one of those that verbs ask for. */
  isArgument(i: number): boolean {
    return (this.bit[i]! & argumentBits) !== 0
  }

  /** Whether the word would be a clause, though it is a noun or pronoun with no copula. */
  isBareClause(i: number, relation: string): boolean {
    return relation === 'ccomp' && this.kinds[i] === nominal && (this.mask[i]! & copula) === 0
  }

  /** Whether another child of the head has a relation that a head has but once, as a subject. */
  isTaken(i: number, head: number, relation: string): boolean {
    const single = singleBits.get(relationHash(relation))
    if (single === undefined) return false
    for (let child = this.firstChild[head]!; child >= 0; child = this.nextChild[child]!)
      if (child !== i && (this.bit[child]! & single) !== 0) return true
    return false
  }

  /** Gives a word another head or relation. */
  change(i: number, head: number, relation: string): void {
    this.heads[i] = head
    this.names[i] = relation
    this.relations[i] = relationHash(relation)
    this.count()
  }

  /**
   * Heads that a word may have without arcs that cross, its own first: the words beside its subtree and those above
   * them, up to one whose subtree has both sides; `most` on each side. In turn a head and how many nearer ones there are
   * on its side.
   */
  candidates(i: number, most: number, found: number[]): void {
    const { heads, first, last, context } = this
    const begins = first[i]!
    const ends = last[i]!
    found.length = 0
    found.push(heads[i]!, most)
    const add = (from: number) => {
      let at = from
      for (let rank = 0; rank < most && at !== context.root; rank++) {
        const hasBoth = first[at]! < begins && last[at]! > ends
        const place = hasBoth || rank === 0 ? found.findIndex((head, k) => k % 2 === 0 && head === at) : -1
        if (heads[i] === at) found[1] = Math.min(found[1]!, rank)
        else if (place < 0) found.push(at, rank)
        if (hasBoth) return
        at = heads[at]!
      }
    }
    if (begins > 0) add(begins - 1)
    if (ends + 1 < context.root) add(ends + 1)
  }

  private findPairs(): void {
    const { forms, root } = this.context
    const open: number[] = []
    for (let i = 0; i < root; i++) {
      if (!this.isMark(i)) continue
      const at = open.findLastIndex((mark) => closing.get(forms[mark]!) === forms[i])
      if (at >= 0) {
        this.pair[i] = open[at]!
        this.pair[open[at]!] = i
        open.length = at
      } else if (closing.has(forms[i]!)) {
        open.push(i)
        if (open.length > mostOpen) open.shift()
      }
    }
  }

  /** Works out what depends on heads and relations. */
  private count(): void {
    const { heads, relations, first, last } = this
    const { root } = this.context
    this.firstChild.fill(-1)
    this.mask.fill(0)
    this.functionWord.fill(-1)
    this.preposition.fill(-1)
    for (let i = root - 1; i >= 0; i--) {
      const head = heads[i]!
      this.nextChild[i] = this.firstChild[head]!
      this.firstChild[head] = i
      this.bit[i] = bits.get(relations[i]!) ?? 0
      this.mask[head]! |= this.bit[i]!
      if (functional.has(relations[i]!)) this.functionWord[head] = i
      if (relations[i] === preposition) this.preposition[head] = i
      first[i] = i
      last[i] = i
    }
    // heads before their children, so that backwards each subtree is whole before its head is
    const order = [root]
    for (let k = 0; k < order.length; k++)
      for (let child = this.firstChild[order[k]!]!; child >= 0; child = this.nextChild[child]!) order.push(child)
    for (let k = order.length - 1; k > 0; k--) {
      const i = order[k]!
      const head = heads[i]!
      if (head === root) continue
      if (first[i]! < first[head]!) first[head] = first[i]!
      if (last[i]! > last[head]!) last[head] = last[i]!
    }
  }
}
