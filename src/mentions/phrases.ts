/**
 * Syntactic head → the noun phrase around it: its modifiers, without clauses, appositions and coordinated phrases.
 */
import { isPersonNoun } from '../lexicon/nouns.ts'
import { dependents, type Sentence, type Token } from '../model/index.ts'
import { anyNameAt } from './nameExtent.ts'

/** Relations that stay inside a noun phrase, at any depth. */
const inside = new Set([
  'det',
  'amod',
  'compound',
  'flat',
  'nmod',
  'nummod',
  'fixed',
  'goeswith',
  'case',
  'advmod',
  'punct',
  'obl',
  'conj',
  'cc',
])

const base = (relation: string) => relation.split(':', 1)[0]!

/** Relations of a head that open another phrase of its own. */
const apart = new Set(['conj', 'cc', 'case', 'obl', 'punct', 'advmod'])

/** Longest span of a description, in tokens: longer ones end before their last prepositional phrase. */
const longest = 16

/** Tokens looked at for one phrase. */
const mostTaken = 100

const negations = new Set(['no', 'neither', 'either', 'nor'])

/**
 * The contiguous tokens, half-open, of the phrase that `head` heads. "the mayor of Rotterdam, who …" gives "the mayor
 * of Rotterdam"; the preposition before it and the "'s" after it stay out.
 */
export function phraseSpan(sentence: Sentence, head: number): [first: number, last: number] {
  const taken = new Set<number>([head])
  const lists = dependents(sentence)
  const stack: number[] = [head]
  while (stack.length && taken.size < mostTaken) {
    const at = stack.pop()!
    for (const child of lists[at]!) {
      const relation = base(sentence.tokens[child]!.deprel)
      if (taken.has(child) || !inside.has(relation)) continue
      if (at === head && !staysWithHead(sentence, head, child, relation)) continue
      if (at === head && sentence.tokens[child]!.deprel === 'nmod:unmarked' && child > head) continue
      if (child > head && (saysWhen(sentence, child) || datesAnother(sentence, head, child))) continue
      taken.add(child)
      stack.push(child)
    }
  }
  let first = head
  let last = head + 1
  while (first > 0 && taken.has(first - 1)) first--
  while (last < sentence.tokens.length && taken.has(last) && last - first < longest && !endsAt(sentence, last)) last++
  while (first < head && trims(sentence.tokens[first]!)) first++
  // "Dear parents,"
  if (first === 0 && first < head && sentence.tokens[0]!.form === 'Dear') first++
  while (last > head + 1 && trims(sentence.tokens[last - 1]!)) last--
  return [first, last]
}

/** Nothing behind it is part of the phrase: an aside, examples, or the verb of a clause that the parser took for its words. */
const endsAt = (sentence: Sentence, at: number): boolean =>
  isAside(sentence, at) ||
  (sentence.tokens[at]!.form === 'including' && !/^["“]$/.test(sentence.tokens[at - 1]?.form ?? '')) ||
  /^(?:VBD|VBZ|MD)$/.test(sentence.tokens[at]!.xpos)

/** "The firm, through a spokesman": what a comma and a preposition open is said beside. */
const isAside = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]!.form === ',' &&
  /^(?:through|by|via|with|without|despite|according|in|at|on)$/.test(tokens[at + 1]?.form ?? '')

const timeWord =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight)$/i

/** "Monday", "June", "today". */
export const isTimeWord = (form: string): boolean => timeWord.test(form)

/** "In June", "on Wednesday": said of what happens, whatever noun the tree hangs it on; "of June" tells which one. */
function saysWhen(sentence: Sentence, at: number): boolean {
  const { deprel, form } = sentence.tokens[at]!
  if (!/^(?:nmod|obl)/.test(deprel) || deprel === 'nmod:poss') return false
  if (!isTimeWord(form) && !/^(?:1[5-9]|20)\d\d$/.test(form) && anyNameAt(sentence, at)?.type !== 'DATE') return false
  return !dependents(sentence)[at]!.some((child) => {
    const { deprel, lemma } = sentence.tokens[child]!
    return deprel === 'case' && /^(?:of|for|from|to|between)$/.test(lemma)
  })
}

/** "Of 24 May", "of 24 and 29 May" behind somebody: "the report of the minister of 24 May" is a report of that day, not a minister of it. */
const datesAnother = (sentence: Sentence, head: number, at: number): boolean =>
  /^\d{1,2}$/.test(sentence.tokens[at]!.form) &&
  sentence.tokens.slice(at + 1, at + 4).some(({ form }) => isTimeWord(form)) &&
  isPersonNoun(sentence.tokens[head]!.lemma.toLowerCase())

function staysWithHead(sentence: Sentence, head: number, child: number, relation: string): boolean {
  if (!apart.has(relation)) return true
  const token = sentence.tokens[child]!
  // hyphens and quotation marks between a modifier and its head
  if (relation === 'punct') return child < head || /^[-–/]$/.test(token.form)
  // "nearly all members": part of it; "only the bank", "also the bank": not
  return (
    relation === 'advmod' &&
    child < head &&
    !/^(?:only|also|even|just|then|not|instead|perhaps|especially)$/i.test(token.form)
  )
}

function trims(token: Token): boolean {
  return token.upos === 'PUNCT' || token.upos === 'CCONJ' || token.upos === 'ADP' || /^['’]s?$/.test(token.form)
}

/** "Nobody", "neither side", "no company": a phrase that refers to nothing. */
export function refersToNothing(sentence: Sentence, head: number): boolean {
  const token = sentence.tokens[head]!
  if (
    /^(?:nobody|no-one|noone|nothing|none|neither|either|nowhere|anybody|anyone|anything|whoever|whatever)$/i.test(
      token.form,
    )
  )
    return true
  return dependents(sentence)[head]!.some((child) => {
    const { deprel, form } = sentence.tokens[child]!
    return base(deprel) === 'det' && child < head && negations.has(form.toLowerCase())
  })
}
