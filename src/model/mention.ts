import type { EntityType } from './entity.ts'
import type { Span } from './span.ts'

/** Place in the text where an entity is named, described or referred to by a pronoun (ACE: NAM, NOM, PRO). */
export interface Mention extends Span {
  /** Place in the document's list of mentions, from 0. */
  readonly id: number
  readonly text: string
  /** `Sentence.index`. */
  readonly sentence: number
  /** Token indexes from 0 in the sentence, half-open; without a trailing possessive "'s". */
  readonly first: number
  readonly last: number
  /** Index from 0 of the syntactic head among the sentence's tokens. */
  readonly head: number
  readonly kind: 'NAM' | 'NOM' | 'PRO'
  readonly type: EntityType
  readonly number: 'singular' | 'plural' | 'unknown'
  readonly gender: 'female' | 'male' | 'neuter' | 'unknown'
  /** "the company", "this agency": it points at something known. */
  readonly definite: boolean
  /** NAM only: the name itself, without titles and descriptive words ("Laura Quist" of "inspector Laura Quist"). */
  readonly name?: string
  /** NAM only: the words before the name that say who it is ("inspector", "Prime Minister", "Mr."). */
  readonly title?: string
  /** Name of the rule that found it. */
  readonly foundBy: string
}

/** Mentions of one document that stand for the same thing, in the order of the text. */
export interface Chain {
  readonly id: number
  /** `Mention.id`s. */
  readonly mentions: readonly number[]
  /** Name to show: the fullest name, else the first description. */
  readonly name: string
  readonly type: EntityType
  /** It holds a name, or a description that stands for itself; false: an unresolved pronoun, shown as the text has it. */
  readonly resolved: boolean
}
