/**
 * A noun of requesting → who requests and of whom, where a verb beside it tells: "*issued* an order", "*received* a demand
 * from", "the plea *came* from", "was *put to* the board" (support verbs, as NomBank has them: Meyers et al. 2004). Patterns
 * say what may stand at the noun itself; this holds for all of them.
 */
import { subjects } from './arguments.ts'
import { caseOf, prepositional } from './complements.ts'
import type { Tree } from './tree.ts'
import { isPassive } from './voice.ts'
import { lightVerbs, list } from './words.ts'

/** What who is asked does with it. */
const answering = list(`receive get have answer reject refuse grant ignore deny decline approve dismiss face accept heed
  resist rebuff spurn defy obey disobey honour honor meet fulfil fulfill consider disregard overrule welcome entertain
  brush wave shrug turn study field weigh review acknowledge`)

/** The same with a preposition: "bowed *to* the demand". */
const yielding = list(
  'reply respond answer react yield accede bow submit agree consent listen comply give cave bend acquiesce',
)

/** "*closed* with an appeal": whoever does that makes it. */
const speaking = list(
  'end close begin open conclude finish respond reply counter follow answer join weigh come go start',
)

/** "placed orders with a mill" buys. */
const makes = (tree: Tree, verb: number, noun: number): boolean =>
  lightVerbs.has(tree.lemma(verb)) && !(/^(place|have)$/.test(tree.lemma(verb)) && tree.lemma(noun) === 'order')

/** The verb that the noun hangs on. */
const governor = (tree: Tree, noun: number): number | undefined => {
  const verb = tree.head(noun)
  return verb >= 0 && tree.isVerb(verb) ? verb : undefined
}

/** Verbs of making it in a clause that describes the noun: "a petition *filed* by …", "the demands that they *put* to …". */
const describing = (tree: Tree, noun: number): number[] =>
  tree.kids(noun, 'acl').filter((k) => k > noun && tree.isVerb(k) && makes(tree, k, noun))

/** Who makes the request that a noun names, as the verb beside it tells. */
export function askerBeside(tree: Tree, noun: number): number[] {
  return [...askerAt(tree, noun), ...describers(tree, noun)].filter((k) => k !== noun)
}

/** Who makes it in a clause that describes it, or whom it comes from: told so plainly that no more need be. */
export const describers = (tree: Tree, noun: number): number[] =>
  [...describing(tree, noun).flatMap((k) => subjects(tree, k)), ...comesFrom(tree, noun)].filter((k) => k !== noun)

/** "The demand *came from* the students." */
function comesFrom(tree: Tree, noun: number): number[] {
  const verb = governor(tree, noun)
  if (verb === undefined || !tree.is(noun, 'nsubj') || !/^(come|originate|emanate|arrive)$/.test(tree.lemma(verb)))
    return []
  return prepositional(tree, verb, cases.from).filter((k) => tree.isActor(k))
}

/** Of whom it is requested. */
export function askedBeside(tree: Tree, noun: number): number[] {
  const to = describing(tree, noun).flatMap((k) => prepositional(tree, k, cases.to).filter((to) => tree.isActor(to)))
  return [...askedAt(tree, noun), ...to].filter((k) => k !== noun)
}

function askerAt(tree: Tree, noun: number): number[] {
  const verb = governor(tree, noun)
  if (verb === undefined) return []
  const lemma = tree.lemma(verb)
  const from = () => prepositional(tree, verb, cases.from).filter((k) => tree.isActor(k))
  if (tree.is(noun, 'obj')) {
    if (answering.has(lemma)) return /^(receive|get|have|face)$/.test(lemma) ? from() : []
    return makes(tree, verb, noun) ? subjects(tree, verb) : []
  }
  if (tree.is(noun, 'nsubj', 'nsubj:pass')) {
    return isPassive(tree, verb) && makes(tree, verb, noun) ? subjects(tree, verb) : []
  }
  const by = caseOf(tree, noun)
  return tree.is(noun, 'obl') && by.includes('with') && speaking.has(lemma) && !isPassive(tree, verb)
    ? subjects(tree, verb)
    : []
}

function askedAt(tree: Tree, noun: number): number[] {
  const verb = governor(tree, noun)
  if (verb === undefined) return []
  const lemma = tree.lemma(verb)
  const actors = (found: readonly number[]) => found.filter((k) => tree.isActor(k))
  const passive = isPassive(tree, verb)
  if (tree.is(noun, 'obj') && !passive) {
    if (answering.has(lemma)) return actors(subjects(tree, verb))
    if (!makes(tree, verb, noun)) return []
    const given = tree.kids(verb, 'iobj', 'obj').filter((k) => k < noun && k > verb && tree.isActor(k))
    // "made a request *of* the bank", "put in a request *with* the bank"
    const of = tree.kids(noun, 'nmod').filter((k) => /\b(of|with)\b/.test(caseOf(tree, k).join(' ')))
    return given.length ? given : actors([...prepositional(tree, verb, cases.to), ...of])
  }
  if (tree.is(noun, 'nsubj', 'nsubj:pass')) {
    if (passive && answering.has(lemma)) return actors(subjects(tree, verb))
    if (passive && makes(tree, verb, noun)) return actors(prepositional(tree, verb, cases.to))
    return []
  }
  if (!tree.is(noun, 'obl') || passive) return []
  const by = caseOf(tree, noun)
  const takes =
    // "*under* orders from the palace, the guards let nobody in", "acting *on* a petition"
    by.includes('under') ||
    (by.includes('on') && /^(act|rule|move)$/.test(lemma)) ||
    (by.includes('to') && yielding.has(lemma))
  return takes ? actors(subjects(tree, verb)) : []
}

/** What is requested, hung on the verb that describes the noun: "a petition filed by the guild *for the release* of …". */
export const contentBeside = (tree: Tree, noun: number): number[] =>
  describing(tree, noun).flatMap((k) => prepositional(tree, k, cases.for).filter((found) => !tree.isTime(found)))

const cases = { for: list('for'), from: list('from'), to: list('to with on upon of before') }
