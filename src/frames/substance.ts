/** Frame → the same without fillers that are nobody, or nothing where it then says nothing: "https://… said", "say they are". */
import type { FoundFiller, Frame, Role } from '../model/index.ts'
import type { Pattern } from './loader.ts'
import type { Tree } from './tree.ts'

/** @returns the frame with the fillers that stand for somebody; `undefined` where one that it needs is none, or nothing is said */
export function substance(tree: Tree, frame: Frame, pattern: Pattern): Frame | undefined {
  const roles: Partial<Record<Role, readonly FoundFiller[]>> = { ...frame.roles }
  for (const { role, filler, optional } of pattern.where) {
    const found = roles[role]
    if (filler === 'text' || !found) continue
    const kept = found.filter(isSomebody)
    if (kept.length === found.length) continue
    if (kept.length) roles[role] = kept
    else if (optional) delete roles[role]
    else return undefined
  }
  if (isGeneric(tree, frame) || isManner(tree, frame)) return undefined
  const mended = { ...frame, roles }
  if (frame.kind !== 'communication') return mended
  if (!isSaid(tree, mended)) return undefined
  return isHalf(tree, mended) ? { ...mended, features: { ...mended.features, half: 1 } } : mended
}

/** Words of this language's script that are no address of a page and no pronoun that stands for nothing before it. */
const isSomebody = ({ text }: FoundFiller): boolean =>
  /[\p{Script=Latin}\d]/u.test(text) &&
  !/^(https?:|www\.)|:\/\//i.test(text) &&
  !/^(who|whom|which|that|what)$/i.test(text)

/** "You win friends by *saying* …": whoever it may be says nothing here. */
function isGeneric(tree: Tree, { kind, roles, trigger }: Frame): boolean {
  if (kind !== 'communication' && kind !== 'request') return false
  const speaker = roles.speaker?.[0]
  return (
    speaker !== undefined &&
    /^(you|one)$/i.test(speaker.text) &&
    tree.xpos(trigger) === 'VBG' &&
    tree.kid(trigger, 'nsubj', 'aux') === undefined &&
    tree.kids(trigger, 'mark', 'case').some((k) => /^(by|through|without|for|of)$/.test(tree.lemma(k)))
  )
}

/**
 * "I *must say* the river was cold", "It *tells* me that they knew it": a way of putting it, or of concluding, which
 * nobody hears from anybody.
 */
function isManner(tree: Tree, { kind, roles, trigger }: Frame): boolean {
  const speaker = roles.speaker?.[0]?.text.toLowerCase()
  if (kind !== 'communication' || speaker === undefined) return false
  if (/^(it|this|that)$/.test(speaker)) return tree.lemma(trigger) === 'tell'
  if (!/^(i|we)$/.test(speaker) || tree.lemma(trigger) !== 'say') return false
  return tree.kids(trigger, 'aux').some((k) => /^(can|could|might|must|should|ca)$/i.test(tree.token(k).form))
}

/** Whether what is said is more than a mark, "they are" or, unless it is quoted, a mere phrase: "I would say, *on this aspect*". */
function isSaid(tree: Tree, { roles, foundBy }: Frame): boolean {
  const message = roles.message?.[0]
  if (!message) return true
  if (!/\p{L}/u.test(message.text)) return false
  if (foundBy !== 'say-that' && foundBy !== 'report-that') return true
  const inside = tree.tokens.flatMap(({ start, end }, i) => (start >= message.start && end <= message.end ? [i] : []))
  const quoted = inside.some((i) => tree.isQuoted(i))
  const verbal = inside.some((i) => tree.isVerb(i))
  // "In my view", she said: a phrase that only opens what is said
  if (!verbal && (!quoted || tree.upos(inside[0] ?? 0) === 'ADP')) return false
  return quoted || inside.some((i) => bearsContent(tree, i))
}

/** "the bridge, which he said *was safe*": half a clause, of which the other half stands before the words of saying. */
function isHalf(tree: Tree, { roles, foundBy }: Frame): boolean {
  const message = roles.message?.[0]
  if (!message || (foundBy !== 'say-that' && foundBy !== 'report-that')) return false
  const first = tree.tokens.findIndex(({ start }) => start >= message.start)
  if (!tree.bearsTense(first)) return false
  const clause = tree.is(first, 'aux', 'aux:pass', 'cop') ? tree.head(first) : first
  return !tree.kids(clause, 'nsubj', 'nsubj:pass', 'csubj', 'expl').some((k) => k > first)
}

function bearsContent(tree: Tree, i: number): boolean {
  const { upos, form } = tree.token(i)
  if (/^(PRON|AUX|DET|PART|ADP|SCONJ|CCONJ|PUNCT|SYM)$/.test(upos)) return false
  return form.length > 1 && !/^(do|be|have|so|too|not)$/.test(tree.lemma(i))
}
