import type { Span } from './span.ts'

/** A word as `segment/` finds it. `form` is always `text.slice(start, end)`. */
export interface Word extends Span {
  readonly form: string
  /** It continues the multiword token of the word before it (UD: "do" + "n't", "Sinnet" + "'s"). */
  readonly joined: boolean
}

/** A sentence before annotation. Words and the gaps between them rebuild the text. */
export interface SegmentedSentence extends Span {
  /** Place in the document, from 0. */
  readonly index: number
  /** Place of its paragraph (or heading, list item, header line) in the document, from 0. */
  readonly paragraph: number
  /** A heading, headline or header line rather than running prose. */
  readonly heading: boolean
  readonly words: readonly Word[]
}

/** A word with the ten CoNLL-U columns that we use (https://universaldependencies.org/format.html). */
export interface Token extends Word {
  /** From 1, as in CoNLL-U; `tokens[id - 1]` is the token itself. */
  readonly id: number
  readonly lemma: string
  readonly upos: string
  /** Penn Treebank tag. */
  readonly xpos: string
  /** `Key=Value|Key=Value`, `_` for none. */
  readonly feats: string
  /** Id of the head; 0 for the root. */
  readonly head: number
  /** UD relation with its subtype: `nsubj:pass`. */
  readonly deprel: string
  /** How sure the parser was of head and relation: the margin to the next best decision, squashed into 0..1. */
  readonly margin: number
}

/** Types that the name recognizer gives. */
export const nameTypes = [
  'PERSON',
  'ORGANIZATION',
  'GOVERNMENT',
  'PARTY',
  'PLACE',
  'LAW',
  'PRODUCT',
  'WORK',
  'EVENT',
  'DATE',
  'MONEY',
] as const
export type NameType = (typeof nameTypes)[number]

/** A proper name, date or amount: token indexes from 0, half-open. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly type: NameType
  /** 0..1 */
  readonly confidence: number
  /** The user's own list has it: it stands as it is. */
  readonly listed?: boolean
}

/** An annotated sentence. */
export interface Sentence extends Span {
  readonly index: number
  readonly paragraph: number
  readonly heading: boolean
  readonly tokens: readonly Token[]
  readonly names: readonly Name[]
}

/** What stands where no word does: before a sentence and behind it. */
export const noToken: Token = {
  form: '',
  lemma: '',
  upos: '',
  xpos: '',
  feats: '_',
  deprel: '',
  id: 0,
  head: 0,
  margin: 0,
  joined: false,
  start: 0,
  end: 0,
}
