/** Pattern × tree → what fills the roles, or the first thing that failed. */
import type { Role } from '../model/index.ts'
import { antecedent, indirectObjects, meant, objects, subjects } from './arguments.ts'
import { contentClauses, infinitives, prepositional } from './complements.ts'
import type { FillerKind, Pattern, RoleRule } from './loader.ts'
import type { Path, Step } from './path.ts'
import { reporter } from './speech.ts'
import { askedBeside, askerBeside, contentBeside, describers } from './support.ts'
import type { Tree } from './tree.ts'
import { isPassive } from './voice.ts'
import { messageNouns, sendingVerbs } from './words.ts'

export interface Match {
  readonly pattern: Pattern
  /** Token index of the predicate's head word. */
  readonly trigger: number
  /** Token index of the particle that belongs to the predicate. */
  readonly particle?: number
  /** Token index of each role's head word. */
  readonly roles: ReadonlyMap<Role, number>
  /** Steps and tests of the paths that led there. */
  readonly length: number
}

/** Says what failed; asked for only when somebody wants to know. */
export type Failure = () => string

/** Tries a pattern at a word. */
export function tryPattern(tree: Tree, pattern: Pattern, trigger: number): Match | Failure {
  const { trigger: rule } = pattern
  // "the Court of Appeals" asks nothing
  if (pattern.kind === 'request' && !tree.isVerb(trigger) && tree.isInName(trigger))
    return () => 'trigger: part of a name'
  const failed = rule.tests.find((test) => !tree.holds(test, trigger))
  if (failed)
    return () =>
      `trigger: ${failed.key} is not ${failed.negated ? 'other than ' : ''}${[...failed.values].join(' or ')}`
  const particle = rule.particle && findParticle(tree, trigger, rule.particle)
  if (rule.particle && particle === undefined) return () => `trigger: no ${rule.particle?.join(' or ')} belongs to it`
  const missing = pattern.needs.find((path) => !follow(tree, trigger, path).length)
  if (missing) return () => `needs ${missing.source}: nothing there`
  const barred = pattern.unless.find((path) => follow(tree, trigger, path).length)
  if (barred) return () => `unless ${barred.source}: "${tree.token(follow(tree, trigger, barred)[0]!).form}" is there`
  const roles = new Map<Role, number>()
  let length = rule.tests.length + pattern.needs.length + (rule.particle ? 1 : 0)
  for (const where of pattern.where) {
    const found =
      fill(tree, trigger, where, roles) ??
      (pattern.kind === 'request' ? beside(tree, trigger, where, roles) : undefined)
    if (found) {
      roles.set(where.role, found.token)
      length += found.length
    } else if (!where.optional)
      return () => `${where.role}: nothing at ${where.paths.map((p) => p.source).join(' nor ')}`
  }
  return { pattern, trigger, particle, roles, length }
}

/** Whether `a` says more than `b`: more roles, then longer paths, then the earlier id, so that the order of files never counts. */
export function moreSpecific(a: Match, b: Match): boolean {
  if (a.roles.size !== b.roles.size) return a.roles.size > b.roles.size
  if (a.length !== b.length) return a.length > b.length
  return a.pattern.id < b.pattern.id
}

function fill(tree: Tree, trigger: number, where: RoleRule, taken: ReadonlyMap<Role, number>) {
  const used = new Set(taken.values())
  for (const path of where.paths)
    for (const token of follow(tree, trigger, path))
      if (!used.has(token) && suits(tree, token, where.filler))
        return { token: speaksFor(tree, token, where.role), length: path.length }
  return undefined
}

const findBeside: Partial<Record<Role, (tree: Tree, noun: number) => number[]>> = {
  speaker: askerBeside,
  addressee: askedBeside,
  message: contentBeside,
}

/** Who requests and of whom, where the pattern of a noun finds it not at the noun, but the verb beside tells. */
function beside(tree: Tree, trigger: number, { role, filler, optional }: RoleRule, taken: ReadonlyMap<Role, number>) {
  if (tree.isVerb(trigger)) return undefined
  const used = new Set(taken.values())
  // what must be told is told at the noun: "a petition filed by the guild"
  const found = optional
    ? (findBeside[role]?.(tree, trigger) ?? [])
    : role === 'speaker'
      ? describers(tree, trigger)
      : []
  const token = found.find((k) => !used.has(k) && suits(tree, k, filler))
  return token === undefined ? undefined : { token, length: 1 }
}

/** A particle that follows the trigger at once, or after an adverb, a pronoun or a time ("called *on Tuesday* for"). */
function findParticle(tree: Tree, trigger: number, particles: readonly string[]): number | undefined {
  for (let at = trigger + 1; at < Math.min(tree.tokens.length, trigger + 5); at++) {
    const time = tree.isTime(at) || (at + 1 < tree.tokens.length && tree.isTime(at + 1))
    if (!time && particles.includes(tree.lemma(at)) && /^(ADP|PART|ADV|SCONJ)$/.test(tree.upos(at))) return at
    if (!time && !/^(ADV|PRON|PUNCT|CCONJ)$/.test(tree.upos(at))) return undefined
  }
  return undefined
}

/** Actors are nominals, and neither times nor words that stand for nothing ("what", "there"). */
function suits(tree: Tree, token: number, filler: FillerKind): boolean {
  if (filler === 'text') return true
  if (!tree.isNominal(token) || tree.isTime(token) || tree.is(token, 'expl')) return false
  if (
    tree.upos(token) === 'ADJ' &&
    !/^(several|many|few|most|some)$/.test(tree.lemma(token)) &&
    tree.kid(token, 'det', 'nmod') === undefined
  )
    return false
  // of "it was the king who asked" the king asked
  const clefted = tree.kids(token, 'nsubj', 'expl').some((k) => tree.lemma(k) === 'it')
  if ((tree.kid(token, 'cop') !== undefined && !clefted) || /^(what|where|when|how|there)$/.test(tree.lemma(token)))
    return false
  return filler === 'actor' || tree.isEntity(token)
}

/** Of "sent out emails asking …" the sender: a text speaks for whoever sent it. */
function speaksFor(tree: Tree, token: number, role: Role): number {
  if (role !== 'speaker' || !messageNouns.has(tree.lemma(token))) return token
  const verb = tree.head(token)
  if (
    verb >= 0 &&
    tree.isVerb(verb) &&
    sendingVerbs.has(tree.lemma(verb)) &&
    (tree.is(token, 'obj') || isPassive(tree, verb))
  ) {
    const sender = subjects(tree, verb)[0]
    if (sender !== undefined) return sender
  }
  const sender = prepositional(tree, token, new Set(['from', 'by']))[0] ?? tree.kid(token, 'nmod:poss')
  return sender ?? token
}

/** Words that a path leads to from a word, the likeliest first. */
export function follow(tree: Tree, from: number, path: Path): number[] {
  let reached = [from]
  for (const step of path.steps) {
    reached = reached.flatMap((token) => take(tree, token, step))
    if (!reached.length) break
  }
  return reached
}

function take(tree: Tree, token: number, step: Step): number[] {
  const reached = step.up
    ? step.relations.flatMap((r) => up(tree, token, r))
    : step.relations.flatMap((r) => down(tree, token, r, step))
  return reached.filter((t) =>
    step.tests.every((test) => (isPlace(test.key) && !test.negated && !step.up) || tree.holds(test, t)),
  )
}

/** `case` and `mark` say where to look, and `down` has looked there. */
const isPlace = (key: string) => key === 'case' || key === 'mark'

function up(tree: Tree, token: number, relation: string): number[] {
  if (relation === 'speech') return [reporter(tree, token)].filter((t) => t !== undefined)
  if (relation === 'relcl') return [antecedent(tree, token)].filter((t) => t !== undefined)
  if (!tree.is(token, relation)) return []
  let head = tree.head(token)
  // a name's parts hang under its first word
  for (let n = 0; n < 8 && tree.is(head, 'flat'); n++) head = tree.head(head)
  return [head]
}

function down(tree: Tree, token: number, relation: string, step: Step): number[] {
  const cases = step.tests.find((t) => t.key === 'case' && !t.negated)?.values
  const marks = step.tests.find((t) => t.key === 'mark' && !t.negated)?.values
  const verbal = tree.isVerb(token)
  if (cases && (relation === 'obl' || relation === 'nmod'))
    return prepositional(tree, token, cases).map((k) => meant(tree, k, token))
  if (marks?.has('to') && relation === 'acl') return infinitives(tree, token)
  if (marks?.has('that') && relation === 'acl') return contentClauses(tree, token)
  if (relation === 'self') return [token]
  const shaped = step.tests.some((t) => t.key === 'xpos' || t.values.has('gerund'))
  if (relation === 'xcomp' && !marks && !shaped) return infinitives(tree, token)
  if (relation === 'ccomp' && !marks && !shaped) return contentClauses(tree, token)
  if (verbal && relation === 'nsubj') return subjects(tree, token)
  if (verbal && relation === 'obj') return objects(tree, token)
  if (verbal && relation === 'iobj') return indirectObjects(tree, token)
  // "gave him *two days*"
  if (relation === 'span')
    return tree.kids(token, 'obj', 'obl').filter((k) => tree.isTime(k) && !tree.kids(k, 'case').length)
  return tree
    .kids(token, relation)
    .filter((k) => step.tests.every((t) => !isPlace(t.key) || t.negated || tree.holds(t, k)))
}
