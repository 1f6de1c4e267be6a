/** Frame → to do or not to do; of other statements, whether their content is affirmed or negated. */
import type { Factuality, Frame, Kind, Polarity } from '../model/index.ts'
import type { Tree } from './tree.ts'
import { negativeDeterminers, negativeSubjects, negativeWords } from './words.ts'

/** Statements of what is done or is, rather than of what is said. */
const happening: ReadonlySet<Kind> = new Set<Kind>(['response', 'action', 'relation'])

/**
 * The polarity of what a frame asks for or says: the pattern's own ("forbid", "against"), turned round by each
 * negation inside the message ("not to bypass", "that no troops be sent"). Negative raising counts as one: "did not
 * want them to leave" asks them to stay. What is done or is, and is not said to be denied, may be negated itself: "if
 * users do not comply".
 */
export function polarityOf(frame: Frame, tree: Tree, factuality: Factuality): Polarity {
  let negative = frame.polarity === 'negative'
  const message = frame.roles.message?.find((filler) => filler.sentence === frame.sentence)
  if (message) {
    if (isNegated(message.head, tree) && !deniesTrigger(message.head, frame, tree)) negative = !negative
    else if (frame.polarity === 'positive' && isAverted(message.head, frame.trigger, tree)) negative = !negative
  } else if (frame.kind === 'request' && tree.token(frame.trigger).upos === 'AUX') {
    if (isNegated(tree.head(frame.trigger), tree)) negative = !negative
  }
  if (isRaised(frame, tree)) negative = !negative
  if (happening.has(frame.kind) && factuality !== 'denied' && isNegated(frame.trigger, tree)) negative = !negative
  return negative ? 'negative' : 'positive'
}

/**
 * "requested no troops", "no troops were requested": the "no" of a noun says that nothing was requested. A verb of will
 * is meant otherwise: who wants no troops wants them to stay away.
 */
export function deniesTrigger(noun: number, { kind, trigger }: Frame, tree: Tree): boolean {
  return kind === 'request' && !tree.isVerb(noun) && isNobody(noun, tree) && !raising.has(tree.lemma(trigger))
}

/** Whether the clause or noun says "not" of itself: "not", "never", "no longer", "no troops", "nobody". */
function isNegated(head: number, tree: Tree): boolean {
  if (head < 0) return false
  let count = 0
  for (const child of tree.children(head)) {
    const relation = tree.relation(child)
    if (relation === 'advmod' || relation === 'cc' || relation === 'discourse') {
      const adjacentPart = tree.childrenBy(child, 'advmod', 'det').some((part) => tree.form(part) === 'no')
      if (negativeWords.has(tree.form(child)) || negativeWords.has(tree.lemma(child))) {
        if (!isOnly(child, tree)) count++
      } else if (tree.form(child) === 'longer' && (adjacentPart || tree.form(child - 1) === 'no')) count++
    } else if (relation === 'det' && negativeDeterminers.has(tree.form(child))) count++
    else if (relation === 'nsubj' || relation === 'obj') {
      if (isNobody(child, tree)) count++
    }
  }
  if (!count && negationBeforeTo(head, tree)) count++
  return count % 2 === 1
}

/** "nobody", "no troops", "neither side", "none of them". */
export function isNobody(noun: number, tree: Tree): boolean {
  if (negativeSubjects.has(tree.form(noun))) return true
  if (tree.form(noun) === 'one' && tree.form(noun - 1) === 'no') return true
  return tree.childrenBy(noun, 'det', 'cc:preconj', 'advmod').some((det) => negativeDeterminers.has(tree.form(det)))
}

/** "not only", "not just": no negation. */
export function isOnly(negation: number, tree: Tree): boolean {
  return /^(only|just|merely|simply|least)$/.test(tree.form(negation + 1))
}

/**
 * Index of a "not" or "never" that stands right before or after the "to" of an infinitive, -1 for none. Read off the
 * order of the words, since parsers hang it under the verb before as often as under the one that it negates.
 */
export function toNegation(head: number, tree: Tree): number {
  const mark = tree.children(head).find((child) => child < head && tree.token(child).xpos === 'TO')
  if (mark === undefined) return -1
  // "never again to"
  const before = /^(again|ever)$/.test(tree.form(mark - 1)) ? mark - 2 : mark - 1
  for (const at of [before, mark + 1]) {
    if (at !== head && /^(not|never|n't|n’t)$/.test(tree.form(at)) && !isOnly(at, tree)) return at
  }
  return -1
}

const negationBeforeTo = (head: number, tree: Tree): boolean => toNegation(head, tree) >= 0

/** "against the trip", "from leaving", where the pattern has not counted it. */
function isAverted(head: number, trigger: number, tree: Tree): boolean {
  return tree.children(head).some((child) => {
    if (child <= trigger || !/^(case|mark)$/.test(tree.relation(child))) return false
    return tree.form(child) === 'against' || (tree.form(child) === 'from' && tree.token(head).xpos === 'VBG')
  })
}

/** Verbs of will whose own negation is meant of what is wanted. */
const raising = new Set(['want', 'wish', 'like', 'love', 'recommend'])

/** "did not want them to leave": the negation of the verb of will belongs to the message. */
export function isRaised(frame: Frame, tree: Tree): boolean {
  const { trigger } = frame
  if (frame.kind !== 'request' || !raising.has(tree.lemma(trigger)) || !tree.isVerb(trigger)) return false
  if (!frame.roles.message) return false
  const message = frame.roles.message.find((filler) => filler.sentence === frame.sentence)
  const ofMessage = message ? toNegation(message.head, tree) : -1
  return tree
    .childrenBy(trigger, 'advmod')
    .some((child) => child < trigger && child !== ofMessage && negativeWords.has(tree.form(child)))
}
