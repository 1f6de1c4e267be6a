/**
 * Where a content ends whose tail the parser took for a part of it: "…, *saying it was late*", and of a request "…, *but*
 * the owner left", "…, *which* the owner had promised". What is asked for lies ahead: a clause of the past behind an
 * infinitive ("to leave *after the dam cracked*") tells of the asking.
 */
import { isInfinitive } from './complements.ts'
import { isWithin } from './quotes.ts'
import type { Tree } from './tree.ts'
import { requestVerbs, speechVerbs } from './words.ts'

interface Tail {
  /** The head of the content. */
  readonly head: number
  /** The content's last token. */
  readonly last: number
  readonly trigger: number
  /** The content is what somebody says, to which clauses of any sort may belong. */
  readonly said: boolean
}

/** @returns the last token of the content without what merely follows */
export function withoutTails(tree: Tree, content: Tail): number {
  let { last } = content
  for (let n = 0; n < 4; n++) {
    const next = withoutTail(tree, { ...content, last })
    if (next === last) break
    last = next
  }
  return last
}

function withoutTail(tree: Tree, content: Tail): number {
  const { head, last, trigger, said } = content
  const apart = tree.quotes.filter((quote) => !isWithin(quote, trigger))
  for (let mark = head + 1; mark < last; mark++) {
    if (apart.some((quote) => isWithin(quote, mark))) continue
    const { form } = tree.token(mark)
    if (form === ';' && endsAtSemicolon(tree, mark, content)) return mark - 1
    if (form === ',' && endsAtComma(tree, mark, content)) return mark - 1
    if (said && isContrast(tree, mark)) return tree.token(mark - 1).form === ',' ? mark - 2 : mark - 1
    if (said) continue
    if (tellsOfPast(tree, mark, content) || isAsAsked(tree, mark, last) || isReason(tree, mark, head))
      return tree.token(mark - 1).form === ',' ? mark - 2 : mark - 1
    const past = isInfinitive(tree, head) ? pastTime(tree, mark) : undefined
    if (past !== undefined && past > head) return past - 1
  }
  return last
}

/** "said it was lost, *while B wrote that it was not*": what another says. */
function isContrast(tree: Tree, mark: number): boolean {
  const verb = tree.head(mark)
  return (
    /^(while|whereas)$/.test(tree.token(mark).form) &&
    tree.is(mark, 'mark') &&
    tree.is(verb, 'advcl') &&
    speechVerbs.has(tree.lemma(verb)) &&
    tree.kid(verb, 'nsubj') !== undefined
  )
}

function endsAtSemicolon(tree: Tree, mark: number, { head, last, said }: Tail): boolean {
  if (opensClause(tree, mark + 1, last) || tree.lemma(mark + 1) === 'accord') return true
  if (said) return false
  if (!isInfinitive(tree, head)) return isClause(tree, mark + 1)
  // "to pay; in May, at his wish, she left", but "to pay; and to leave"
  let next = mark + 1
  while (next < last && /^(and|or|but|not|never|then|also)$/.test(tree.lemma(next))) next++
  return !/^(TO|VB)$/.test(tree.xpos(next))
}

function endsAtComma(tree: Tree, mark: number, { head, last, trigger, said }: Tail): boolean {
  let next = mark + 1
  while (next < last && /^(also|further|even|then|once|thus|thereby)$/.test(tree.lemma(next))) next++
  if (tree.xpos(next) === 'VBG' && aside.has(tree.lemma(next))) return true
  if (said) return false
  const word = tree.token(next).form.toLowerCase()
  if (tree.lemma(next) === 'accord') return true
  // "calls on all to cooperate, *and requests the envoy to report*", "…, *and deploring* …"
  let verb = next
  while (verb < last && /^(and|but|also|further|then)$/.test(tree.lemma(verb))) verb++
  if (verb > next && tree.xpos(verb) === 'VBG' && tells.has(tree.lemma(verb))) return true
  if (tree.xpos(verb) === 'VBG' && follows.has(tree.lemma(verb))) return true
  const continues = tree.xpos(trigger) === 'VBZ' && tree.xpos(verb) === 'VBZ' && requestVerbs.has(tree.lemma(verb))
  if (continues && tree.kid(verb, 'nsubj') === undefined) return true
  if (/^(but|while|whereas|although|though|as|because|since)$/.test(word) && opensClause(tree, next + 1, last))
    return true
  // what shall be done has no tense: "to leave, *and had been warned*", "to leave, *and the bridge fell*"
  if (/^(and|but|so)$/.test(word) && isInfinitive(tree, head)) {
    if (opensClause(tree, next + 1, last) || /^VB[DZ]$/.test(tree.xpos(verb))) return true
  }
  // "never asked for anything, least of all that"
  if (/^(least of|let alone|much less|still less)$/.test(`${word} ${tree.lemma(next + 1)}`)) return true
  if (tree.upos(next) === 'ADP' && /^(which|whom|whose)$/.test(tree.lemma(next + 1)))
    return goesToEnd(tree, next + 1, { head, last })
  if (/^(which|who|whose|where)$/.test(word) && goesToEnd(tree, next, { head, last })) return true
  return isRemark(tree, next, { head, last })
}

/** Participles of whoever says or asks. */
const tells = new Set([
  ...speechVerbs,
  ...'deplore recall stress emphasize emphasise regret recognize recognise welcome invite express'.split(' '),
])

const aside = new Set([
  ...speechVerbs,
  'accuse',
  'blame',
  'cite',
  'praise',
  'criticize',
  'criticise',
  'call',
  'quote',
  'describe',
  'share',
  'thank',
])

/** Participles of why or when somebody was asked. */
const follows = new Set('act follow fear hope pend await fail threaten'.split(' '))

/** "…, *a pump made in Lima*", "…, *something for which it has no money*": an apposition that ends the content. */
function isRemark(tree: Tree, from: number, { head, last }: Pick<Tail, 'head' | 'last'>): boolean {
  if (!/^(something|a|an)$/.test(tree.lemma(from))) return false
  const noun = tree.is(from, 'det') ? tree.head(from) : from
  const loose = tree.is(noun, 'appos') || (noun === from && tree.is(noun, 'conj') && !tree.kids(noun, 'cc').length)
  // "a pen, a book and a lamp" is a list
  if (tree.kid(noun, 'conj') !== undefined) return false
  return noun > head && noun >= from && loose && tree.extent(noun)[1] >= last - 1
}

/** A subject and a finite verb follow. */
function opensClause(tree: Tree, from: number, last: number): boolean {
  if (tree.lemma(from) === 'that') return false
  for (let i = from; i <= Math.min(last, from + 15); i++) {
    if (tree.token(i).form === ',') return false
    if (!tree.bearsTense(i)) continue
    return subjectsOf(tree, i).some((k) => k >= from)
  }
  return false
}

/** Before the next semicolon stands a finite verb with its subject. */
function isClause(tree: Tree, from: number): boolean {
  for (let i = from; i < tree.tokens.length && tree.token(i).form !== ';'; i++) {
    if (tree.xpos(i) === 'TO' || tree.lemma(i) === 'that') return false
    if (tree.bearsTense(i)) return subjectsOf(tree, i).some((k) => k >= from)
  }
  return false
}

const subjectsOf = (tree: Tree, bearer: number): number[] =>
  tree.kids(tree.is(bearer, 'aux', 'cop') ? tree.head(bearer) : bearer, 'nsubj', 'nsubj:pass')

/** "to leave *after engineers found a crack*": a clause of the past that hangs on what shall be done, or on the asking. */
function tellsOfPast(tree: Tree, mark: number, { head, last }: Tail): boolean {
  if (!/^(after|because|since|when|as|once)$/.test(tree.lemma(mark)) || !isInfinitive(tree, head)) return false
  const verb = tree.head(mark)
  if (verb < mark || !tree.is(verb, 'advcl') || !opensClause(tree, mark + 1, last)) return false
  const bearer = [...tree.kids(verb, 'aux', 'aux:pass', 'cop'), verb].find((k) => tree.bearsTense(k))
  if (bearer === undefined || tree.xpos(bearer) !== 'VBD') return false
  for (let at = tree.head(verb), n = 0; at >= 0 && at !== head && n < 8; at = tree.head(at), n++)
    if (tree.is(at, 'acl', 'acl:relcl', 'ccomp')) return false
  return true
}

/** "to free them, *as demanded by the envoy*" at the end: who else asks for it. */
const isAsAsked = (tree: Tree, mark: number, last: number): boolean =>
  tree.token(mark).form === 'as' &&
  /^VB[DN]$/.test(tree.xpos(mark + 1)) &&
  requestVerbs.has(tree.lemma(mark + 1)) &&
  tree.extent(mark + 1)[1] >= last - 1 &&
  tree.kid(mark + 1, 'obl:agent', 'obl', 'nsubj') !== undefined

/** Words that open why something is asked: "to leave *for fear of* a flood", "release *on grounds of* age". */
const reasons =
  /^(for (fear|want|lack) of|on (the )?grounds (of|that)|in (view|light) of|in the wake of|because of|due to|owing to)\b/

function isReason(tree: Tree, at: number, head: number): boolean {
  if (
    !/^(for|on|in|because|due|owing)$/.test(tree.token(at).form) ||
    tree.kid(head, 'nsubj', 'nsubj:pass') !== undefined
  )
    return false
  for (let up = tree.head(at), n = 0; up >= 0 && up !== head && n < 8; up = tree.head(up), n++)
    if (tree.is(up, 'acl:relcl', 'ccomp')) return false
  return reasons.test(
    tree.tokens
      .slice(at, at + 4)
      .map(({ form }) => form.toLowerCase())
      .join(' '),
  )
}

/** "to pull over *twenty minutes earlier*", "to wait *last week*": when it was asked. @returns where that begins */
function pastTime(tree: Tree, at: number): number | undefined {
  const form = tree.token(at).form.toLowerCase()
  if (/^(yesterday)$/.test(form)) return at
  if (form === 'last' && /^(week|month|year|night|summer|winter|spring|autumn|fall)$/.test(tree.lemma(at + 1)))
    return at
  if (!/^(earlier|ago|previously)$/.test(form) || !tree.isTime(at - 1)) return undefined
  let first = at - 1
  while (first > 0 && /^(NUM|DET|ADJ)$/.test(tree.upos(first - 1))) first--
  return first
}

/** The relative clause goes on to the end of the content: nothing that hangs on its head stands behind. */
function goesToEnd(tree: Tree, pronoun: number, { head, last }: Pick<Tail, 'head' | 'last'>): boolean {
  let clause = -1
  for (let at = pronoun, n = 0; at >= 0 && n < 8 && clause < 0; at = tree.head(at), n++)
    if (tree.is(at, 'acl:relcl')) clause = at
  // the parser broke it: nothing tells that the content goes on behind it
  if (clause < 0 || tree.extent(clause)[1] >= last - 1) return true
  const follows = (k: number) => isInfinitive(tree, k) || !tree.is(k, 'punct', 'conj', 'parataxis', 'advcl')
  return !tree.kids(head).some((k) => k > pronoun && k <= last && follows(k))
}
