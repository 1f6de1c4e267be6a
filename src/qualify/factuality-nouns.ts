/** A noun → what it says of the clause that hangs on it ("the right to ask"), and whether its own event was so ("no request"). */
import type { Factuality } from '../model/index.ts'
import { type Clause, deepest, type Reading, within } from './factuality-reading.ts'
import { ofBlame } from './factuality-verbs.ts'
import type { Tree } from './tree.ts'
import { contacts, effectOf, expectings, lightVerbs, negativeDeterminers, openAdjectives, rejectings } from './words.ts'

/** "anyone who asks" need not exist; "those who asked" do. */
export function ofRelative(noun: number, tree: Tree): Factuality {
  const loose = /^(any|whichever|whatever|every)$/
  if (/^(anyone|anybody|whoever|everyone|everybody|anything|those)$/.test(tree.form(noun))) {
    const past = tree.childrenBy(noun, 'acl').some((clause) => /^VB[DN]$/.test(tree.token(clause).xpos))
    return past ? 'actual' : 'hypothetical'
  }
  return tree.childrenBy(noun, 'det').some((det) => loose.test(tree.form(det))) ? 'hypothetical' : 'actual'
}

/** "the right to ask", "claims that he asked", "a letter asking for help" */
export function ofAdnominal({ verb, head: noun, depth }: Clause, reading: Reading): Factuality {
  const { tree } = reading
  if (tree.isInfinitive(verb)) {
    const effect = effectOf(tree.lemma(noun), false)
    if (/^(failure|refusal|inability|reluctance|unwillingness|failing)$/.test(tree.lemma(noun))) return 'denied'
    const outer = ofNoun(noun, depth + 1, reading)
    if (effect === 'plans') return within(outer, 'future')
    if (effect === 'implies') return outer
    return outer === 'denied' ? 'denied' : 'hypothetical'
  }
  if (tree.isFinite(verb)) {
    // "rejected claims that he had asked"
    if (tree.relation(noun) === 'obj' && rejectings.has(tree.lemma(tree.head(noun)))) return 'denied'
    return tree.lemma(noun) === 'possibility' ? 'hypothetical' : 'actual'
  }
  const above = tree.head(noun)
  // "would write to the ministry asking for help"
  if (above >= 0 && tree.relation(noun) === 'obl' && contacts.has(tree.lemma(above)))
    return reading.whole(above, depth + 1)
  return (above >= 0 && ofBlame(verb, tree.lemma(above), reading)) || ofNoun(noun, depth + 1, reading)
}

/** A noun's event: "no request", "a possible order", "without asking"; else by the verb that carries it. */
export function ofNoun(noun: number, depth: number, reading: Reading): Factuality {
  const { tree } = reading
  if (depth > deepest) return 'actual'
  const first = tree.relation(noun) === 'conj' ? tree.head(noun) : noun
  for (const at of noun === first ? [noun] : [noun, first]) {
    const before = tree.childrenBy(at, 'det', 'amod', 'case', 'advmod').map((child) => tree.form(child))
    if (before.some((form) => negativeDeterminers.has(form)) || before.includes('without')) return 'denied'
    if (before.some((form) => openAdjectives.has(form))) return 'hypothetical'
  }
  const indefinite = isIndefinite(noun, tree)
  if (indefinite && reading.isAskedFor(first)) return 'hypothetical'
  const relation = tree.relation(first)
  const head = tree.head(first)
  if (head < 0) return 'actual'
  if (relation === 'nmod') {
    if (/^(lack|absence|want|denial)$/.test(tree.lemma(head))) return 'denied'
    if (/^(possibility|prospect|threat|risk|event|case|fear|plan|chance|idea)$/.test(tree.lemma(head))) {
      return 'hypothetical'
    }
    return 'actual'
  }
  if (tree.isVerb(head) && /^(obj|nsubj|obl|xcomp)$/.test(relation))
    return carriedBy({ verb: head, noun, relation, depth }, reading)
  return 'actual'
}

interface Carried {
  readonly verb: number
  readonly noun: number
  /** Of the noun, or of the first that it is joined with, to the verb. */
  readonly relation: string
  readonly depth: number
}

/** A noun under a verb: "may issue an order" is open, "rejected the order" takes it for granted. */
function carriedBy({ verb, noun, relation, depth }: Carried, reading: Reading): Factuality {
  const { tree } = reading
  const passive = tree.token(noun).deprel === 'nsubj:pass'
  const carried = relation === 'obj' || passive || (relation === 'nsubj' && tree.lemma(verb) === 'be')
  const indefinite = isIndefinite(noun, tree)
  // "did not repeat their earlier demand": it was made before
  if (carried && !indefinite && /^(repeat|renew|reiterate)$/.test(tree.lemma(verb))) return 'actual'
  if (carried && lightVerbs.has(tree.lemma(verb))) return reading.whole(verb, depth + 1)
  if (relation === 'obj' && indefinite && expectings.has(tree.lemma(verb))) return 'hypothetical'
  if (relation === 'nsubj' && indefinite && !passive) {
    const outer = reading.whole(verb, depth + 1)
    if (outer === 'hypothetical') return 'hypothetical'
  }
  return 'actual'
}

/** "an order", "orders": nothing that the text takes as known. */
function isIndefinite(noun: number, tree: Tree): boolean {
  return !tree.children(noun).some((child) => {
    return /^(the|this|that|these|those|such)$/.test(tree.form(child)) || tree.token(child).deprel === 'nmod:poss'
  })
}
