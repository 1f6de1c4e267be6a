/** A clause → whether its mood leaves open that it was so: conditions, questions, wishes, guesses. */
import type { Factuality } from '../model/index.ts'
import { isAsked } from './directive.ts'
import { farthest, type Reading } from './factuality-reading.ts'
import type { Tree } from './tree.ts'
import { conditionals } from './words.ts'

/**
 * It stands in a condition that opens the sentence, before its first comma: "Unless the owners ask …,", "Should the
 * mayor ask …,". Read off the order of the words, for parsers take such verbs for the main ones.
 */
export function isInCondition(word: number, tree: Tree): boolean {
  const first = tree.form(0)
  if (!/^(if|unless|should|had|were)$/.test(first) || (!/^(if|unless)$/.test(first) && isAsked(word, tree)))
    return false
  for (let at = 1; at < tree.length && at < farthest; at++) if (tree.form(at) === ',') return word < at
  return false
}

export function isFirstPerson(verb: number, tree: Tree): boolean {
  const own = tree.childrenBy(verb, 'nsubj')[0]
  return own !== undefined && /^(i|we)$/.test(tree.form(own)) && tree.isFinite(verb)
}

/** The form of a question: an auxiliary before the subject, or a word that asks. */
function asks(verb: number, tree: Tree): boolean {
  const subject = tree.childrenBy(verb, 'nsubj')[0] ?? verb
  return tree.children(verb).some((child) => {
    return child < verb && (/^W/.test(tree.token(child).xpos) || (tree.relation(child) === 'aux' && child < subject))
  })
}

/** "Should the court order …," at the head of a clause. */
function isInverted(verb: number, { tree, directive }: Reading): boolean {
  if (directive) return false
  const subject = tree.childrenBy(verb, 'nsubj')[0]
  return (
    subject !== undefined && tree.childrenBy(verb, 'aux').some((aux) => aux < subject && tree.form(aux) === 'should')
  )
}

/** "If he asks", "should he ask" */
export function hasConditional(verb: number, reading: Reading): boolean {
  const { tree } = reading
  const marks = tree.childrenBy(verb, 'mark').map((mark) => tree.form(mark))
  if (marks.some((mark) => conditionals.has(mark))) {
    // "until asked to stop" in the past was so
    return !marks.some((mark) => /^(until|till|once)$/.test(mark)) || tree.token(verb).xpos !== 'VBD'
  }
  return tree.relation(verb) === 'advcl' && isInverted(verb, reading)
}

/** "moved that the firm be asked", "a proposal that the council order it": what is wanted. */
export function isSubjunctive(verb: number, { tree, directive }: Reading): boolean {
  if (!/^(ccomp|acl)$/.test(tree.relation(verb)) || directive) return false
  const that = tree.childrenBy(verb, 'mark').find((mark) => tree.form(mark) === 'that')
  const subject = tree.childrenBy(verb, 'nsubj')[0]
  if (that === undefined || subject === undefined) return false
  const auxiliaries = tree.childrenBy(verb, 'aux', 'cop')
  if (auxiliaries.length) return tree.form(auxiliaries[0]!) === 'be'
  const { xpos } = tree.token(verb)
  return (
    xpos === 'VB' ||
    (xpos === 'VBP' && /^NNP?$/.test(tree.token(subject).xpos) && !tree.childrenBy(subject, 'conj').length)
  )
}

/** "Maybe the neighbours told them" */
export function isGuess(verb: number, tree: Tree): boolean {
  return tree
    .childrenBy(verb, 'advmod')
    .some((child) => child < verb && /^(maybe|perhaps|possibly)$/.test(tree.form(child)))
}

/** "…, but he declined": a turn of the story, whatever clause it hangs on. */
export function isTurn(verb: number, tree: Tree): boolean {
  const [joint] = tree.childrenBy(verb, 'cc')
  if (joint === undefined || tree.form(joint) !== 'but' || tree.form(joint - 1) !== ',') return false
  return tree.token(verb).xpos === 'VBD' && tree.childrenBy(verb, 'nsubj').some((subject) => subject > joint)
}

/** "any sailor who robs them": whoever it may be. */
export function isOfAnybody({ frame, tree }: Reading): boolean {
  const { agent, speaker } = frame.roles
  return (
    /^VB[ZP]?$/.test(tree.token(frame.trigger).xpos) &&
    (agent ?? speaker ?? []).some(({ text }) => /^(any|anyone|anybody|whoever|whichever)\b/i.test(text))
  )
}

/** What the sentence says of the verb at its head: a question leaves it open. */
export function ofRoot(verb: number, reading: Reading): Factuality {
  const { frame, tree, directive } = reading
  if (directive || !isAsked(verb, tree)) return isInverted(verb, reading) ? 'hypothetical' : 'actual'
  // "we said, okay, what now?": the question is what is said
  if (frame.kind === 'communication' && verb === frame.trigger && !asks(verb, tree)) return 'actual'
  // "why did he ask …?" takes it for granted that he did
  for (let at = verb - 1; at >= 0 && at > verb - 10; at--) {
    if (/^(why|when|how|where)$/.test(tree.form(at))) return 'actual'
  }
  return 'hypothetical'
}
