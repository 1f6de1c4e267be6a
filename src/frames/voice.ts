/** Whether a verb is passive, whatever the parser made of participles, headings and shortened clauses. */
import { falseMain, isInfinitive } from './complements.ts'
import { isEvent } from './mood.ts'
import type { Tree } from './tree.ts'
import { requestVerbs, tellsSomebody } from './words.ts'

/** Subordination deeper than this is not followed. */
export const depthLimit = 8

/** Whether the verb is passive: by its auxiliary or subject, by the conjunct it shares them with, or as a bare participle. */
export function isPassive(tree: Tree, verb: number, depth = 0): boolean {
  if (tree.xpos(verb) !== 'VBN' && tree.xpos(verb) !== 'VBD') return false
  if (isTold(tree, verb) || isOrdered(tree, verb)) return true
  if (isTakenForParticiple(tree, verb) || isPerfect(tree, verb)) return false
  if (tree.kid(verb, 'aux:pass', 'nsubj:pass', 'obl:agent') !== undefined) return true
  if (tree.kid(verb, 'nsubj') !== undefined) return false
  if (isShortened(tree, verb)) return true
  const auxiliaries = tree.kids(verb, 'aux')
  if (auxiliaries.some((a) => /^(be|get)$/.test(tree.lemma(a)))) return tree.xpos(verb) === 'VBN'
  if (auxiliaries.length) return false
  if (tree.is(verb, 'conj') && depth < depthLimit && isPassive(tree, tree.head(verb), depth + 1))
    return tree.xpos(verb) === 'VBN' || tree.kid(verb, 'obj', 'iobj') === undefined
  // "had halted flights and advised": as active as what it continues
  if (tree.is(verb, 'conj') && tree.isVerb(tree.head(verb))) return false
  return tree.xpos(verb) === 'VBN' || tree.token(verb).deprel === 'acl'
}

/** "Miners urged to strike", as headings say: who is told to do it stands before the verb, and nobody behind it. */
function isTold(tree: Tree, verb: number): boolean {
  if (!tree.sentence.heading && !tellsSomebody.has(tree.lemma(verb))) return false
  if (!requestVerbs.has(tree.lemma(verb)) || !tree.is(verb, 'root', 'ccomp', 'parataxis', 'conj')) return false
  if (tree.kid(verb, 'obj', 'iobj', 'aux', 'ccomp', 'obl') !== undefined || !tree.kids(verb, 'nsubj').length)
    return false
  const infinitive = tree.kids(verb, 'xcomp').find((k) => k > verb)
  if (infinitive === undefined || !isInfinitive(tree, infinitive) || tree.is(infinitive, 'conj')) return false
  if (tree.kids(infinitive, 'nsubj').length || tree.kids(verb, 'nsubj').some((k) => k > verb)) return false
  return !tree.kids(verb, 'conj').some((k) => tree.kid(k, 'obj', 'iobj') !== undefined)
}

/** "Fishermen barred from bay", "Inquiry sought": as headings say, without an object and an auxiliary. */
function isOrdered(tree: Tree, verb: number): boolean {
  if (!tree.sentence.heading || tree.kid(verb, 'obj', 'iobj', 'aux', 'ccomp', 'xcomp') !== undefined) return false
  const [subject] = tree.kids(verb, 'nsubj')
  if (subject === undefined || subject > verb) return false
  const lemma = tree.lemma(verb)
  if (ordering.test(lemma) && tree.kid(verb, 'compound:prt') === undefined) return true
  // what can be asked for, and cannot ask, is asked for
  return requestVerbs.has(lemma) && tree.is(verb, 'root') && isEvent(tree, subject)
}

/** Verbs that a heading says of whoever or whatever is ordered. */
const ordering = /^(order|bar|ban|summon|forbid|warn|invite|prohibit|subpoena)$/

/** "when asked about it": short for "when she was asked", though the participle was taken for the past tense. */
function isShortened(tree: Tree, verb: number): boolean {
  if (!tree.is(verb, 'advcl') || tree.kid(verb, 'aux', 'obj', 'nsubj') !== undefined) return false
  // "Asked to resign, the mayor laughed"
  const fronted = verb < tree.head(verb) && tree.kids(verb, 'mark', 'advmod', 'cc').length === 0
  if (fronted && requestVerbs.has(tree.lemma(verb)) && tree.kid(verb, 'ccomp') === undefined) return true
  return tree
    .kids(verb, 'mark', 'advmod')
    .some((k) => k === verb - 1 && /^(when|if|once|until|unless|whenever|though|although|while)$/.test(tree.lemma(k)))
}

/** "have so far ignored": the auxiliary taken for the main verb. */
const isPerfect = (tree: Tree, verb: number) =>
  tree.is(verb, 'xcomp', 'ccomp') &&
  tree.lemma(tree.head(verb)) === 'have' &&
  tree.kid(tree.head(verb), 'obj') === undefined

/**
 * A finite verb that the parser took for a participle: "The airline complied with …" with a passive subject and no
 * auxiliary (headlines do leave it out), or "The bishops called on the state to act" with "act" for the main verb.
 */
function isTakenForParticiple(tree: Tree, verb: number): boolean {
  if (tree.kid(verb, 'aux', 'aux:pass', 'obl:agent') !== undefined || tree.sentence.heading) return false
  return (
    tree.kids(verb, 'nsubj').some((k) => k < verb) ||
    tree.kids(verb, 'nsubj:pass').some((k) => k < verb) ||
    falseMain(tree, verb) !== undefined
  )
}
