/** A verb → what it says of the clause that hangs on it: "refused to ask", "wrote to ask", "was accused of robbing". */
import type { Factuality } from '../model/index.ts'
import { isFirstPerson } from './factuality-mood.ts'
import { type Clause, farthest, type Reading, within } from './factuality-reading.ts'
import type { Tree } from './tree.ts'
import { allegings, avowals, contacts, continuings, courtesies, effectOf, hinderings, sayings } from './words.ts'

const seeing = /^(see|hear|show|watch|find|catch|remember|recall|regret|report)$/

/** "refused to ask", "said that he had asked" */
export function ofComplement(clause: Clause, reading: Reading): Factuality {
  const { verb, head, depth } = clause
  const { frame, tree, directive, own } = reading
  const finite = tree.isFinite(verb) || (directive && verb === own)
  const lemma = tree.lemma(head)
  const outer = reading.whole(head, depth + 1)
  if (!finite && isForced(head, tree)) return outer
  // he proposed: "I ask all of you …"
  if (finite && verb === frame.trigger && isFirstPerson(verb, tree) && isQuotedBehind(clause, tree)) return outer
  // "I would like to state", "is pleased to announce"
  if (!finite && isCourtesy(clause, reading)) return 'actual'
  // "admitted ordering it", "claims to have taken it", "shows her asking": it is told, not wished
  if (!finite && lemma !== 'deny' && (avowals.has(lemma) || (tree.token(verb).xpos === 'VBG' && seeing.test(lemma))))
    return outer
  // "has yet to ask", "stopped short of asking"
  if (tree.lemma(head) === 'have' && tree.form(head + 1) === 'yet') return 'denied'
  if (tree.form(verb - 1) === 'of' && tree.form(verb - 2) === 'short') return 'denied'
  if (/^(have|had|has|get|got)$/.test(tree.form(head)) && !finite && tree.isInfinitive(verb)) {
    return tree.token(head).xpos === 'VBD' ? outer : within(outer, 'hypothetical')
  }
  // "posted asking for help" did ask
  if (contacts.has(lemma) && (tree.token(verb).xpos === 'VBG' || tree.isInfinitive(verb))) return outer
  const effect = !finite && isPassiveReport(head, tree) ? 'reports' : effectOf(lemma, finite)
  if (!finite && effect === undefined) {
    return tree.isInfinitive(verb) && !tree.isVerb(head) ? within(outer, 'hypothetical') : outer
  }
  switch (effect) {
    case 'denies':
      return outer === 'actual' || outer === 'future' ? 'denied' : outer === 'denied' ? 'actual' : 'hypothetical'
    case 'plans':
      return within(outer, 'future')
    case 'wishes':
    case 'doubts':
      return outer === 'denied' && effect === 'wishes' ? 'denied' : 'hypothetical'
    case 'knows':
      return 'actual'
    case 'implies':
      return outer
    default:
      // "did not say that he had asked" leaves it open; "will argue that he asked" does not
      return outer === 'denied' || outer === 'hypothetical' ? 'hypothetical' : 'actual'
  }
}

/** "went on to say", "went so far as to accuse": the verb of going, by the order of the words; -1 for none. */
export function goneTo(verb: number, tree: Tree): number {
  const before = (from: number, ...forms: readonly RegExp[]) =>
    forms.every((form, n) => form.test(tree.form(from - n))) ? from - forms.length : -1
  const to = tree.form(verb - 1) === 'to' ? verb - 2 : -1
  const from = Math.max(before(to, /^on$/), before(to, /^as$/, /^far$/, /^(as|so)$/), before(to, /^far$/, /^(as|so)$/))
  return to >= 0 && from >= 0 && tree.lemma(from) === 'go' ? from : -1
}

/** Marks open between a verb and what it holds. */
function isQuotedBehind({ head, verb }: Clause, tree: Tree): boolean {
  for (let at = head + 1; at < verb && at < head + farthest; at++) if (/^["“]$|^``$/.test(tree.form(at))) return true
  return false
}

/** Words of feeling or wishing that only introduce what is thereby said. */
function isCourtesy({ verb, head }: Clause, { tree, frame, modality }: Reading): boolean {
  if (!courtesies.has(tree.lemma(head)) || !tree.isInfinitive(verb) || modality.of(head) === 'denied') return false
  const says = sayings.has(tree.lemma(verb)) || /^(thank|congratulate|welcome|commend|praise)$/.test(tree.lemma(verb))
  const own = verb === frame.trigger && (frame.kind === 'communication' || frame.kind === 'request')
  const subject = tree.subject(head)
  if (subject >= 0 && /^(i|we)$/.test(tree.form(subject))) return says || own
  return says && tree.childrenBy(head, 'cop').length > 0
}

/** "was forced to ask", "had no choice but": it came about. */
function isForced(head: number, tree: Tree): boolean {
  return /^(force|compel|oblige)$/.test(tree.lemma(head)) && tree.isPassive(head)
}

/** "is said to have asked" */
function isPassiveReport(head: number, tree: Tree): boolean {
  return (
    tree.isPassive(head) &&
    /^(say|report|believe|think|know|allege|find|see|hear|claim|understand)$/.test(tree.lemma(head))
  )
}

/** "wrote to ask", "left without asking" */
export function ofAdverbial({ verb, head, depth }: Clause, reading: Reading): Factuality {
  const { tree } = reading
  const outer = reading.whole(head, depth + 1)
  const blamed = ofBlame(verb, tree.lemma(head), reading)
  if (blamed) return blamed
  if (tree.form(verb - 1) === 'of' && tree.form(verb - 2) === 'short') return 'denied'
  const marks = tree.childrenBy(verb, 'mark', 'advmod', 'case', 'cc').map((mark) => tree.form(mark))
  if (isReplaced(verb, tree)) return 'denied'
  // "Invited to dine, he ate nothing": he was
  if (verb < head && /^VB[NG]$/.test(tree.token(verb).xpos) && !marks.length && outer === 'denied') return 'actual'
  if (tree.isInfinitive(verb)) {
    // "voted to elect her" did
    if (tree.lemma(head) === 'vote') return outer
    // "wrote to ask" did; "only to be told" came about; "met to ask" may not have
    if (contacts.has(tree.lemma(head)) || tree.form(firstOf(verb, tree) - 1) === 'only') return outer
    return outer === 'denied' ? 'denied' : 'hypothetical'
  }
  // "urged them to wait, saying …", "plans to leave, citing costs": whoever urged says it
  if (
    tree.token(verb).xpos === 'VBG' &&
    continuings.has(tree.lemma(verb)) &&
    (verb > head || tree.lemma(verb) === 'say')
  )
    return reading.around(tree.finiteAbove(head), depth + 1)
  if (tree.isFinite(verb) || marks.includes('after') || marks.includes('since')) return 'actual'
  return outer
}

/** "instead of asking", "rather than ask" */
function isReplaced(verb: number, tree: Tree): boolean {
  return tree.childrenBy(verb, 'mark', 'case', 'cc', 'advmod').some((child) => {
    const both = `${tree.form(child)} ${tree.form(child + 1)}`
    return both === 'instead of' || both === 'rather than'
  })
}

function firstOf(verb: number, tree: Tree): number {
  return tree.children(verb).find((child) => tree.token(child).xpos === 'TO') ?? verb
}

/** "accused of robbing the bank" may not have; "kept from robbing it" has not. */
export function ofBlame(verb: number, lemma: string, { tree, frame }: Reading): Factuality | undefined {
  if (frame.kind !== 'action' || tree.token(verb).xpos !== 'VBG') return undefined
  const mark = tree.childrenBy(verb, 'mark', 'case').map((child) => tree.form(child))
  if (mark.includes('from')) return hinderings.has(lemma) ? 'denied' : undefined
  return allegings.has(lemma) && mark.some((form) => /^(of|with|for)$/.test(form)) ? 'hypothetical' : undefined
}
