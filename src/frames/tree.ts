/** Sentence → its dependency tree with the questions that the matcher asks of a token. Indexes count from 0. */
import { isActorNoun, isDemonym } from '../lexicon/index.ts'
import { dependents, isActorType, type Mention, noToken, type Sentence, type Token } from '../model/index.ts'
import { isGapped } from './arguments.ts'
import { isEvent, isImperative, isPolite, isRequesting, isSubjunctive } from './mood.ts'
import type { Test } from './path.ts'
import { isWithin, type Quoted, quotedStretches } from './quotes.ts'
import { isPassive } from './voice.ts'
import { relativePronouns, timeWords } from './words.ts'

/** Where a sentence stands. */
export interface Setting {
  /** The body of an e-mail. */
  readonly mail: boolean
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'X', 'SYM', 'ADJ'])
const indefinite = new Set(
  'each all everyone everybody nobody somebody someone anyone anybody none both many some other others'.split(' '),
)
const actingPronouns = new Set(['it', 'they', 'who', 'which'])
const thingPronouns = new Set(['it', 'that', 'this', 'which', 'what', 'these', 'those'])
const subordinators = new Set(['case', 'mark'])
/** How far behind a verb the mark of its question is looked for, in words. */
const longestQuestion = 40

export class Tree {
  readonly tokens: readonly Token[]
  readonly #kids: readonly (readonly number[])[]
  readonly #subtree: [number, number][] = []
  #quotes: readonly Quoted[] | undefined

  constructor(
    readonly sentence: Sentence,
    /** By the index of its head. */
    readonly mentions: ReadonlyMap<number, Mention>,
    readonly setting: Setting,
  ) {
    this.tokens = sentence.tokens
    this.#kids = dependents(sentence)
  }

  /** The token, or one without words where there is none. */
  token(i: number): Token {
    return this.tokens[i] ?? noToken
  }

  lemma(i: number): string {
    return this.token(i).lemma.toLowerCase()
  }

  upos(i: number): string {
    return this.token(i).upos
  }

  xpos(i: number): string {
    return this.token(i).xpos
  }

  /** -1 for the root. */
  head(i: number): number {
    return this.token(i).head - 1
  }

  /** Whether the relation of `i` to its head is one of `relations`; `obl` holds of `obl:agent` too. */
  is(i: number, ...relations: readonly string[]): boolean {
    const { deprel: written, head } = this.token(i)
    const deprel = head > 0 ? written : 'root'
    return relations.some((r) => deprel === r || (deprel.startsWith(r) && deprel[r.length] === ':'))
  }

  kids(i: number, ...relations: readonly string[]): number[] {
    const kids = this.#kids[i] ?? []
    return relations.length ? kids.filter((k) => this.is(k, ...relations)) : [...kids]
  }

  /** The first dependent in one of the relations. */
  kid(i: number, ...relations: readonly string[]): number | undefined {
    return this.#kids[i]?.find((k) => this.is(k, ...relations))
  }

  isNominal(i: number): boolean {
    return nominal.has(this.upos(i))
  }

  isVerb(i: number): boolean {
    return this.upos(i) === 'VERB' || this.upos(i) === 'AUX'
  }

  /** A form in the present or past, or a modal; of no token none. */
  bearsTense(i: number): boolean {
    return /^(VBD|VBZ|VBP|MD)$/.test(this.xpos(i))
  }

  /** A comma of its own stands before it. */
  isBehindComma(i: number): boolean {
    return this.#kids[i]!.some((k) => k < i && this.is(k, 'punct') && this.token(k).form === ',')
  }

  isTime(i: number): boolean {
    // "Minister May" is nobody's month
    if (this.mentions.get(i)?.type === 'Person') return false
    return timeWords.has(this.lemma(i)) || /^(19|20)\d\d$/.test(this.token(i).form)
  }

  isRelative(i: number): boolean {
    return relativePronouns.has(this.lemma(i)) && this.xpos(i).startsWith('W')
  }

  /** Somebody who can act, as far as the mentions, the tags and the lexicon tell. */
  isActor(i: number): boolean {
    const { form, upos, xpos } = this.token(i)
    const lemma = this.lemma(i)
    if (this.isTime(i)) return false
    // initials name bodies; "forces" are armed
    if (indefinite.has(lemma) || /^\p{Lu}{2,5}$/u.test(form) || (lemma === 'force' && xpos === 'NNS')) return true
    // "those *who* knew her"
    if (form.toLowerCase() === 'those' && this.lemma(i + 1) === 'who') return true
    // "two of his aides"
    if (upos === 'NUM') return this.#kids[i]!.some((k) => this.is(k, 'nmod') && this.isActor(k))
    if (upos === 'ADJ')
      return (isDemonym(form) || /^(former|latter)$/.test(lemma)) && this.#kids[i]!.some((k) => this.is(k, 'det'))
    const mention = this.mentions.get(i)
    // a name of unknown type is mostly somebody's
    if (mention?.kind === 'NAM' && mention.type === 'Thing') return upos === 'PROPN'
    if (mention) return isActorType(mention.type) || (mention.kind === 'PRO' && actingPronouns.has(lemma))
    if (upos === 'NOUN') return isActorNoun(lemma)
    return upos === 'PROPN' || (upos === 'PRON' && !thingPronouns.has(lemma))
  }

  /** A name, or somebody described. */
  isEntity(i: number): boolean {
    const mention = this.mentions.get(i)
    return mention !== undefined && !this.isTime(i) && (mention.kind === 'NAM' || isActorType(mention.type))
  }

  /** Whether the token is a word of a name. */
  isInName(i: number): boolean {
    return this.sentence.names.some(({ first, last }) => first <= i && i < last && last - first > 1)
  }

  /** First and last token of the subtree. */
  extent(i: number): [number, number] {
    const known = this.#subtree[i]
    if (known) return known
    const seen: [number, number] = [i, i]
    const stack = [i]
    for (let n = 0; stack.length && n <= this.tokens.length; n++) {
      const at = stack.pop()!
      if (at < seen[0]) seen[0] = at
      if (at > seen[1]) seen[1] = at
      for (const kid of this.#kids[at]!) stack.push(kid)
    }
    return (this.#subtree[i] = seen)
  }

  /** Whether `i` lies below `ancestor`, or is it. */
  within(i: number, ancestor: number): boolean {
    for (let at = i, n = 0; at >= 0 && n <= this.tokens.length; at = this.head(at), n++)
      if (at === ancestor) return true
    return false
  }

  /** The stretches between quotation marks. */
  get quotes(): readonly Quoted[] {
    return (this.#quotes ??= quotedStretches(this.tokens))
  }

  /** Whether the token stands between quotation marks. */
  isQuoted(i: number): boolean {
    return this.quotes.some((quote) => isWithin(quote, i))
  }

  /** Whether a test of a path holds of the token. */
  holds(test: Test, i: number): boolean {
    return this.#holds(test, i) !== test.negated
  }

  #holds({ key, values }: Test, i: number): boolean {
    switch (key) {
      case 'lemma':
        return values.has(this.lemma(i))
      case 'upos':
        return values.has(this.upos(i))
      case 'xpos':
        return values.has(this.xpos(i))
      case 'case':
      case 'mark':
        return this.#kids[i]!.some((k) => subordinators.has(this.token(k).deprel) && values.has(this.lemma(k)))
      case 'det':
        return this.#kids[i]!.some((k) => this.is(k, 'det') && values.has(this.lemma(k)))
      default:
        return [...values].some((value) => this.#isA(value, i))
    }
  }

  #isA(value: string, i: number): boolean {
    switch (value) {
      case 'actor':
        return this.isActor(i)
      case 'entity':
        return this.isEntity(i)
      case 'body':
        return this.#isBody(i)
      case 'party':
        return this.#isParty(i)
      case 'name':
        return this.mentions.get(i)?.kind === 'NAM' || (!this.mentions.has(i) && this.upos(i) === 'PROPN')
      case 'person':
        return this.#isPerson(i)
      case 'place':
        return this.mentions.get(i)?.type === 'Place'
      case 'time':
        return this.isTime(i)
      case 'nominal':
        return this.isNominal(i)
      case 'verb':
        return this.isVerb(i)
      case 'quoted':
        return this.isQuoted(i)
      case 'mail':
        return this.setting.mail
      case 'heading':
        return this.sentence.heading
      case 'question':
        return this.tokens.at(-1)?.form === '?' || this.tokens.at(-2)?.form === '?'
      case 'first':
        return this.#isFirst(i)
      case 'opening':
        return this.quotes.some((quote) => isWithin(quote, i) && this.#isFirst(i, quote.open + 1))
      case 'uttered':
        return this.#isUttered(i)
      case 'asked':
        return this.#isAsked(i)
      case 'root':
        return this.head(i) < 0
      case 'plural':
        return /S$/.test(this.xpos(i))
      case 'gerund':
        return this.xpos(i) === 'VBG' && !this.#kids[i]!.some((k) => this.is(k, 'aux', 'nsubj'))
      case 'passive':
        return isPassive(this, i)
      case 'gapped':
        return isGapped(this, i)
      case 'event':
        return isEvent(this, i)
      case 'imperative':
        return isImperative(this, i)
      case 'polite':
        return isPolite(this, i)
      case 'requesting':
        return isRequesting(this, i)
      case 'subjunctive':
        return isSubjunctive(this, i)
      case 'that':
        return isSubjunctive(this, i) || this.#kids[i]!.some((k) => this.is(k, 'mark') && this.lemma(k) === 'that')
      default:
        return false
    }
  }

  /** First of what is said between marks as a whole utterance, with its stop: no title and no slogan. */
  #isUttered(i: number): boolean {
    const quote = this.quotes.find((quote) => isWithin(quote, i))
    if (!quote || quote.open < 0 || !this.#isFirst(i, quote.open + 1)) return false
    for (let at = i + 1; at < Math.min(quote.close + 2, this.tokens.length); at++)
      if (/^[.,!?;:…—–]+$/.test(this.token(at).form)) return true
    return false
  }

  /** A question mark ends its clause, or the quotation that it stands in. */
  #isAsked(i: number): boolean {
    for (let at = i + 1; at < Math.min(this.tokens.length, i + longestQuestion); at++) {
      const { form } = this.token(at)
      if (/^[?!]*[?][?!]*$/.test(form)) return true
      if (/^([.!;:]+|["”]|'')$/.test(form)) return false
    }
    return false
  }

  /** A named person; a name of unknown type may be one. */
  #isPerson(i: number): boolean {
    const mention = this.mentions.get(i)
    return mention?.kind === 'NAM' && (mention.type === 'Person' || mention.type === 'Thing')
  }

  /** A named or described organization, place or group: what somebody can lead or work for. */
  #isBody(i: number): boolean {
    const mention = this.mentions.get(i)
    return mention !== undefined && mention.kind !== 'PRO' && mention.type !== 'Person' && isActorType(mention.type)
  }

  /** Somebody in particular, who can do something to somebody: a name, a personal pronoun, a definite description. */
  #isParty(i: number): boolean {
    const mention = this.mentions.get(i)
    if (!mention || !isActorType(mention.type) || this.isTime(i) || /sel(f|ves)$/.test(this.lemma(i))) return false
    return (
      mention.kind !== 'NOM' ||
      mention.definite ||
      mention.type === 'Person' ||
      mention.type === 'Group' ||
      mention.type === 'PublicBody'
    )
  }

  /** Nothing but numbering, quotes, conjunctions, adverbs, "please" and "do not" stands before it. */
  #isFirst(i: number, from = 0): boolean {
    for (let at = from; at < i; at++) {
      const { upos, form } = this.token(at)
      if (this.lemma(at) === 'do') continue
      if (!/^(PUNCT|NUM|X|CCONJ|ADV|SYM|INTJ|PART)$/.test(upos) && !/^(\(?[a-z0-9]{1,3}[.)]|[a-z])$/i.test(form))
        return false
    }
    return true
  }
}
