/**
 * What is said, as the tree has it → as its quotation marks and the words around have it. A quotation beside its verb of
 * saying is said from mark to mark, however the parser cut it; a clause that runs into a quotation goes on to its end.
 */
import { isWithin, type Quoted } from './quotes.ts'
import type { Tree } from './tree.ts'

/** First and last token of a filler. */
export type Range = readonly [first: number, last: number]

/** @param head the head of what is said; @param trigger the verb of saying */
export function saidRange(tree: Tree, head: number, trigger: number, range: Range): Range {
  const apart = tree.quotes.filter((quote) => !isWithin(quote, trigger))
  const own = apart.find((quote) => isWithin(quote, head))
  if (own) {
    const goesOn = own.open > trigger && tree.upos(own.open + 1) === 'CCONJ'
    // "Our crew", she said, "*has* found it"
    const halved = own.open > trigger && tree.bearsTense(own.open + 1)
    const rest = goesOn || halved || isOpening(tree, own) ? restOf(tree, own, trigger, apart) : undefined
    if (rest) return trimmed(tree, [Math.min(own.open, rest.open) + 1, Math.max(own.close, rest.close) - 1])
    return trimmed(tree, quotation(tree, own, { head, trigger, range, apart }))
  }
  const left = head < trigger ? apart.find((quote) => endsAt(tree, quote, trigger)) : undefined
  if (left) return trimmed(tree, [left.open + 1, left.close - 1])
  let [first, last] = range
  // "a man was taken to hospital and the response | took seconds": cut before its verb
  const clause = tree.isVerb(head) || tree.kid(head, 'cop') !== undefined
  if (clause && trigger < first && tree.bearsTense(last + 1)) last = clauseEnd(tree, last + 1)
  // "said, in answer to the mayor, '…'"
  const behind = clause
    ? undefined
    : apart.find(({ open }) => open > trigger && /^[,:]$/.test(tree.token(open - 1).form))
  if (behind && /^(say|write|add|state|reply)$/.test(tree.lemma(trigger)))
    return trimmed(tree, [behind.open + 1, Math.min(behind.close, tree.tokens.length) - 1])
  if (isInterposed(tree, head, trigger)) first = tree.extent(head)[0]
  for (const { open, close } of apart)
    if (open >= first && open <= last + 1 && close > last && (trigger < open || trigger > close))
      last = Math.min(close, tree.tokens.length - 1)
  return [first, last]
}

/** A part of a quotation that says nothing alone: "Since you ask", "In my view", "I think". */
function isOpening(tree: Tree, { open, close }: Quoted): boolean {
  const inside = Array.from({ length: Math.max(0, close - open - 1) }, (_, n) => open + 1 + n)
  const words = inside.filter((i) => tree.upos(i) !== 'PUNCT')
  if (!words.some((i) => tree.bearsTense(i))) return true
  const last = words.at(-1)!
  if (words.length < 5 && /^(think|believe|hope|know|guess|suppose|mean|feel|fear|say)$/.test(tree.lemma(last)))
    return true
  const subordinate = /^(because|since|as|if|when|while|although|though|unless|once|after|before|until)$/
  return subordinate.test(tree.lemma(words[0]!)) && !inside.slice(1, -1).some((i) => tree.token(i).form === ',')
}

/** The other part of a quotation that the words of saying stand within: after "," it goes on. */
function restOf(tree: Tree, own: Quoted, trigger: number, apart: readonly Quoted[]): Quoted | undefined {
  const rest = apart.find(
    (quote) => quote !== own && (own.close < trigger ? quote.open > trigger : quote.close < trigger),
  )
  if (!rest) return undefined
  const [before, behind] = own.close < rest.open ? [own, rest] : [rest, own]
  const between = tree.tokens.slice(before.close + 1, behind.open)
  if (before.close >= trigger || behind.open <= trigger || between.length > 20) return undefined
  return between.at(-1)?.form === ',' && !between.some(({ form }) => /^[.;:]$/.test(form)) ? rest : undefined
}

/** Nothing but who speaks stands between the quotation and the verb of saying. */
function endsAt(tree: Tree, { open, close }: Quoted, trigger: number): boolean {
  if (close >= trigger || trigger - close > 12 || close - open < 3) return false
  for (let i = close + 1; i < trigger; i++)
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|ADP|PART|ADV|AUX)$/.test(tree.upos(i))) return false
  return tree.kids(trigger, 'nsubj').some((k) => k > close && k < trigger)
}

interface Speech {
  readonly head: number
  readonly trigger: number
  readonly range: Range
  readonly apart: readonly Quoted[]
}

/** The whole of a quotation, with the words before it that belong to its clause: said Ada *"worked all night"*. */
function quotation(tree: Tree, own: Quoted, { head, trigger, range, apart }: Speech): Range {
  const end = Math.min(own.close, tree.tokens.length) - 1
  // "Our team", she said, "has found it"
  const subject = tree.kid(head, 'nsubj', 'nsubj:pass', 'csubj')
  const before = subject === undefined ? undefined : apart.find((quote) => quote !== own && isWithin(quote, subject))
  if (before && before.close < own.open) return [before.open + 1, end]
  const from = Math.max(trigger < own.open ? trigger + 1 : 0, range[0])
  const joined = !/^[,:]$/.test(tree.tokens[own.open - 1]?.form ?? ',')
  for (let i = from; i < own.open; i++)
    if (
      tree.isNominal(i) &&
      ((subject !== undefined && tree.within(i, subject)) || (joined && tree.within(i, head) && !tree.isTime(i)))
    )
      // a few words between marks are part of the clause, which may go on behind them
      return [from, Math.max(range[1], Math.min(end + 1, tree.tokens.length - 1))]
  return [own.open + 1, end]
}

/** "The bridge, she said, was safe": the words of saying stand between the clause's subject and its verb. */
function isInterposed(tree: Tree, head: number, trigger: number): boolean {
  if (trigger > head || tree.head(trigger) !== head) return false
  const subject = tree.kid(head, 'nsubj', 'nsubj:pass')
  return subject !== undefined && subject < tree.extent(trigger)[0]
}

function clauseEnd(tree: Tree, from: number): number {
  let end = from
  while (end + 1 < tree.tokens.length && !/^[,;:.!?"”—–(]$/.test(tree.token(end + 1).form)) end++
  return end
}

/** Without the marks of what was left out, and without the stop. */
function trimmed(tree: Tree, [first, end]: Range): Range {
  let last = end
  const form = (i: number) => tree.token(i).form
  while (last > first) {
    if (/^[,.;:…—–]+$|^\.\.\.$|^\[(\.\.\.|…|,|\.)\]$/.test(form(last))) last--
    else if (form(last) === ']' && last - first > 2 && /^[.,…]+$/.test(form(last - 1)) && form(last - 2) === '[')
      last -= 3
    else break
  }
  return [first, last]
}
