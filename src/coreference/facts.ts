/** Mention → what the sieves ask about it: words, grammatical role, clause, quotation. Computed once a document. */
import { nameWords, samePersonName } from '../lexicon/nameMatch.ts'
import { canonical } from '../lexicon/places.ts'
import { dependents, type Mention, type Sentence, type Token } from '../model/index.ts'

export type Role = 'subject' | 'object' | 'possessive' | 'other'

/** A mention with its place in the sentence's tree. */
export interface Fact {
  readonly mention: Mention
  readonly sentence: Sentence
  readonly token: Token
  /** Lower-case lemma of the head. */
  readonly lemma: string
  readonly role: Role
  /** How it hangs on its governor: `obl:agent`; of a conjunct as its first conjunct does. */
  readonly relation: string
  /** Index from 0 of the word that the mention depends on; of a conjunct, what its first conjunct depends on; -1 none. */
  readonly governor: number
  /** Content words of the mention but for its head, folded; countries for their adjectives ("chinese" → "China"). */
  readonly modifiers: ReadonlySet<string>
  /** Those of them that tell one thing from another: not where a body has its seat ("London-listed"), nor "former". */
  readonly telling: ReadonlySet<string>
  /** Folded words of the name; empty for others. */
  readonly nameWords: readonly string[]
  /** Token index of the possessor's head, -1 for none. */
  readonly possessor: number
}

const functionWord = /^(?:DET|ADP|PUNCT|PART|CCONJ|SCONJ|PRON|AUX)$/

export function factOf(mention: Mention, sentence: Sentence): Fact {
  const { tokens } = sentence
  const token = tokens[mention.head]!
  const modifiers = new Set<string>()
  const telling = new Set<string>()
  for (let at = mention.first; at < mention.last; at++) {
    const word = tokens[at]!
    if (at === mention.head || functionWord.test(word.upos)) continue
    const key = canonical(word.upos === 'NOUN' ? word.lemma : word.form)
    modifiers.add(key)
    if (!seated(tokens, at) && !untelling.test(key)) telling.add(key)
  }
  const first = firstConjunct(tokens, outermost(mention, tokens))
  const { deprel, head: governor } = tokens[first]!
  return {
    mention,
    sentence,
    token,
    lemma: token.lemma.toLowerCase(),
    role: deprel === 'root' && mention.kind === 'NAM' && tokens.at(-1)!.upos === 'PUNCT' ? 'subject' : roleOf(deprel),
    relation: deprel,
    governor: governor - 1,
    modifiers,
    telling,
    nameWords: mention.name ? nameWords(mention.name) : [],
    possessor: dependents(sentence)[mention.head]!.find((at) => tokens[at]!.deprel === 'nmod:poss') ?? -1,
  }
}

/** One name, or one that may be the other's: "Ana Roth" and "Roth". */
export const sameName = ({ nameWords: short }: Fact, { nameWords: long }: Fact): boolean =>
  short.join(' ') === long.join(' ') || samePersonName(short, long)

const untelling = /^(?:former|veteran|elderly|young|senior|then|troubled|embattled|beleaguered|ailing|struggling|same)$/

/** A word of "Paris-based", "London-listed": said of any body. */
function seated(tokens: readonly Token[], at: number): boolean {
  const seat = /^(?:based|listed|headquartered|registered)$/
  if (/-(?:based|listed|headquartered|registered)$/.test(tokens[at]!.form)) return true
  if (seat.test(tokens[at]!.form)) return tokens[at - 1]?.form === '-'
  for (let behind = at + 1; behind < at + 4; behind++)
    if (tokens[behind]?.form === '-') return seat.test(tokens[behind + 1]?.form ?? '')
  return false
}

/** The word of a name with its title that hangs on a word outside: "Mr" of "Mr Aldous", whose head is "Aldous". */
function outermost({ kind, title, first, last, head }: Mention, tokens: readonly Token[]): number {
  let at = head
  for (let up = tokens[at]!.head - 1; kind === 'NAM' && title && up >= first && up < last && up < at; ) {
    at = up
    up = tokens[at]!.head - 1
  }
  return at
}

function roleOf(deprel: string): Role {
  if (deprel.startsWith('nsubj')) return 'subject'
  if (deprel === 'nmod:poss') return 'possessive'
  return deprel === 'obj' || deprel === 'iobj' ? 'object' : 'other'
}

/** Climbs from a conjunct to the first of its row; stops after ten. */
function firstConjunct(tokens: readonly Token[], at: number): number {
  let here = at
  for (let steps = 0; steps < 10 && tokens[here]!.deprel === 'conj' && tokens[here]!.head > 0; steps++) {
    const up = tokens[here]!.head - 1
    if (!/^(?:NOUN|PROPN|PRON|NUM)$/.test(tokens[up]!.upos)) break
    here = up
  }
  return here
}

/** The words between a mention's head and the root, nearest first; stops after forty. */
export function ancestors(sentence: Sentence, at: number): number[] {
  const found: number[] = []
  for (let up = sentence.tokens[at]!.head - 1; up >= 0 && found.length < 40; up = sentence.tokens[up]!.head - 1)
    found.push(up)
  return found
}

/** "Any students", "other researchers", "no company": a phrase that means nobody in particular. */
export const isUnspecific = ({ mention, sentence }: Fact): boolean =>
  /^(?:any|other|another|no|every|each)$/i.test(sentence.tokens[mention.first]!.form)
