/**
 * "The Council demands that all parties cease fire": the verb of what is asked for bears no ending, so that it is often
 * taken for a noun, and the clause is left without a verb. Such a clause is read again, with one of its words for the verb.
 */
import { lookUp, partOfSpeech } from './dictionary.ts'
import type { Syntax } from './syntax.ts'
import type { WordTable } from './word-table.ts'

const asking =
  /^(?:ask|demand|request|urge|insist|order|recommend|propose|require|command|direct|instruct|beg|plead|petition|stipulate|decree|suggest|advise|move)(?:s|d|ed|ing)?$|^(?:urg|propos|requir|decree|mov|advis)ing$|^(?:recommendation|proposal|requirement|insistence|motion)s?$/i
/** Words between who is asked and "that". */
const mostBetween = 5
/** Readings that are tried. */
const mostTried = 3

const isVerb = (syntax: Syntax, i: number): boolean => {
  const { xpos } = syntax.tags[i]!
  return /^(?:VBD|VBZ|VBP|MD)$/.test(xpos) || (xpos === 'VB' && syntax.tags[i - 1]?.xpos !== 'TO')
}

/** Whether a "that" opens what is asked for. */
function isAsked(words: readonly string[], that: number): boolean {
  for (let i = that - 1; i >= Math.max(0, that - mostBetween) && /[\p{L}\d]/u.test(words[i]!); i--)
    if (asking.test(words[i]!)) return true
  return false
}

/** Where words stand that may be the verb that such a clause lacks, the likeliest first. */
export function bareVerbs(words: readonly string[], syntax: Syntax, { lexicon }: WordTable): number[] {
  const that = words.findIndex((word, i) => word === 'that' && isAsked(words, i))
  if (that < 0) return []
  let end = that + 1
  while (end < words.length && !/^[.;:?!]$/.test(words[end]!) && !isVerb(syntax, end)) end++
  if (end < words.length && isVerb(syntax, end)) {
    // "and allow" goes on from a verb that must stand before it
    if (!/^(?:and|or|,)$/.test(words[end - 1]!)) return []
    end--
  }
  const upos = (i: number) => syntax.tags[i]?.upos ?? ''
  const weight = (i: number): number => {
    if (!/^\p{Ll}+$/u.test(words[i]!) || !(lookUp(lexicon.dictionary, words[i]!) & partOfSpeech.verb)) return 0
    if (!/^(?:NOUN|PROPN|NUM|PRON|ADV)$/.test(upos(i - 1)) && words[i - 1] !== 'not') return 0
    if (/^(?:of|'s|’s|')$/.test(words[i + 1] ?? '')) return 0
    return /^(?:DET|PRON|NUM|PROPN)$/.test(upos(i + 1)) ? 2 : 1
  }
  return [...Array(Math.max(0, end - that - 2)).keys()]
    .map((k) => that + 2 + k)
    .filter((i) => weight(i) > 0)
    .sort((a, b) => weight(b) - weight(a) || a - b)
    .slice(0, mostTried)
}

/** Whether a word is now the verb of a clause with "that" and a subject. */
export function headsClause(words: readonly string[], { heads, relations }: Syntax, verb: number): boolean {
  const has = (test: (i: number) => boolean) => words.some((_, i) => i < verb && heads[i] === verb + 1 && test(i))
  return has((i) => words[i] === 'that' && relations[i] === 'mark') && has((i) => relations[i]!.startsWith('nsubj'))
}
