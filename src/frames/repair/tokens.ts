/** Tokens under repair, and the questions that the repairs ask of them. */
import type { Sentence, Token } from '../../model/index.ts'
import { requestNouns, requestVerbs, timeWords } from '../words.ts'

type Draft = { -readonly [K in keyof Token]: Token[K] }

/** Tokens under repair. Indexes count from 0; -1 is the root's head. */
export class Tokens {
  readonly list: Draft[]
  changed = false

  constructor(sentence: Sentence) {
    this.list = sentence.tokens.map((token) => ({ ...token }))
  }

  at(i: number): Draft {
    return this.list[i]!
  }

  head(i: number): number {
    return i < 0 ? -1 : this.list[i]!.head - 1
  }

  kids(i: number, ...relations: readonly string[]): number[] {
    const found: number[] = []
    for (const { id, head, deprel } of this.list)
      if (head === i + 1 && (!relations.length || relations.includes(deprel))) found.push(id - 1)
    return found
  }

  set(i: number, change: Partial<Draft>) {
    Object.assign(this.list[i]!, change)
    this.changed = true
  }

  hang(i: number, head: number, deprel: string) {
    this.set(i, { head: head + 1, deprel })
  }
}

/** The verb of requesting that a form may belong to, whatever the tagger made of it. */
export function stem({ form, lemma }: Token): string | undefined {
  if (requestVerbs.has(lemma)) return lemma
  const word = form.toLowerCase()
  if (word === 'forbidden') return 'forbid'
  for (const ending of ['s', 'es', 'd', 'ed']) {
    if (!word.endsWith(ending)) continue
    const base = word.slice(0, -ending.length)
    if (requestVerbs.has(base)) return base
    if (base.length > 3 && base.at(-1) === base.at(-2) && requestVerbs.has(base.slice(0, -1))) return base.slice(0, -1)
  }
  return undefined
}

export const isRequestNoun = ({ upos, lemma }: Token): boolean => upos === 'NOUN' && requestNouns.has(lemma)

export const isTime = (tokens: Tokens, i: number): boolean => timeWords.has(tokens.at(i).lemma.toLowerCase())

export const bearsTense = ({ xpos }: Token): boolean => /^(VBD|VBZ|VBP|MD)$/.test(xpos)

export const isFiniteVerb = (tokens: Tokens, i: number) =>
  tokens.at(i).upos === 'VERB' && (/^VB[DZP]$/.test(tokens.at(i).xpos) || hasFiniteAuxiliary(tokens, i))

export const hasFiniteAuxiliary = (tokens: Tokens, verb: number) =>
  tokens.kids(verb, 'aux', 'aux:pass').some((a) => bearsTense(tokens.at(a)))

/** Whether a word hangs under another, or is it; so many steps up are looked at. */
export function isUnder(tokens: Tokens, i: number, ancestor: number, steps = 40): boolean {
  for (let at = i, n = 0; at >= 0 && n < steps; at = tokens.head(at), n++) if (at === ancestor) return true
  return false
}

/** The first of the words that hang under a word, or the word itself. */
export function firstUnder(tokens: Tokens, i: number): number {
  let first = i
  for (let n = 0; n < 8; n++) {
    const next = tokens.kids(first).find((k) => k < first) ?? first
    const own = tokens.kids(i).find((k) => k < first) ?? first
    const least = Math.min(next, own)
    if (least === first) break
    first = least
  }
  return first
}

/** The comma right before what hangs under a word, wherever the parser hung the comma. */
export function commaBefore(tokens: Tokens, i: number): number | undefined {
  const first = firstUnder(tokens, i)
  return [first, first - 1].find((k) => tokens.list[k]?.form === ',')
}

/** How a subject hangs on the verb. */
export const subjectOf = (tokens: Tokens, verb: number): string =>
  tokens.kids(verb, 'aux:pass').length ? 'nsubj:pass' : 'nsubj'

/** The head of the first nominal in a stretch: its last noun before a preposition or the end. */
export function nounOf(tokens: Tokens, from: number, to: number): number | undefined {
  let noun: number | undefined
  for (let i = from; i < to; i++) {
    const { upos, form } = tokens.at(i)
    if (/^(NOUN|PROPN|PRON)$/.test(upos)) noun = i
    else if (noun !== undefined && !/^(-|–|')$/.test(form) && upos !== 'ADJ') break
  }
  if (noun === undefined) return undefined
  for (let i = from; i < noun; i++)
    if (/^(DET|ADJ|NOUN|PROPN)$/.test(tokens.at(i).upos) && tokens.head(i) !== noun)
      tokens.hang(i, noun, tokens.at(i).upos === 'DET' ? 'det' : 'compound')
  return noun
}

/** The base form after a *to*, past adverbs. */
export function baseAfter(tokens: Tokens, to: number): number | undefined {
  for (let i = to + 1; i < Math.min(tokens.list.length, to + 5); i++) {
    if (tokens.at(i).xpos === 'VB')
      return tokens.at(i).deprel.startsWith('aux') || tokens.at(i).deprel === 'cop' ? tokens.head(i) : i
    if (!/^(ADV|PART|PUNCT)$/.test(tokens.at(i).upos)) return undefined
  }
  return undefined
}
