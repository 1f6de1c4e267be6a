/** A pronoun and a mention before it → what speaks for the two being one, as names of features with weights. */

import { dependents, type EntityType, isBody, type Sentence } from '../model/index.ts'
import { coArguments, isWantedOf, nested } from './binding.ts'
import type { Chained } from './chains.ts'
import type { Context } from './context.ts'
import { ancestors, type Fact, isUnspecific } from './facts.ts'
import { isSaying, type Quotation } from './quotations.ts'

export type PronounClass = 'he' | 'she' | 'it' | 'they'

const classes: readonly [RegExp, PronounClass][] = [
  [/^(?:he|him|his|himself)$/i, 'he'],
  [/^(?:she|her|hers|herself)$/i, 'she'],
  [/^(?:it|its|itself)$/i, 'it'],
  [/^(?:they|them|their|theirs|themselves|themself)$/i, 'they'],
]

/** Which third-person pronoun a mention is a form of. */
export const pronounClass = (fact: Fact): PronounClass | undefined =>
  fact.mention.kind === 'PRO' ? classes.find(([forms]) => forms.test(fact.token.form))?.[1] : undefined

/** Whether a mention may be the antecedent at all: gender, number, kind, grammar, and what is already known apart. */
export function admissible(context: Context, pronoun: Fact, kind: PronounClass, before: Fact): boolean {
  const { chains } = context
  if (chains.same(pronoun.mention.id, before.mention.id)) return false
  const person = before.mention.kind === 'PRO' && pronounClass(before) === undefined
  if (person && chains.of(before.mention.id).mentions.length === 1) return false
  if (!agrees(kind, chains.of(before.mention.id))) return false
  if (/^s?he$/.test(kind) && isThing(before)) return false
  if (isReflexive(pronoun)) return pronoun.governor === before.governor && before.role === 'subject'
  if (coArguments(pronoun, before) || nested(pronoun, before) || isCapacity(before)) return false
  if (isWantedOf(pronoun, before)) return false
  if (
    isAnyOf(context, pronoun, before) ||
    ((speaksUp(pronoun) || isAsked(pronoun)) && isMute(chains.of(before.mention.id), before))
  )
    return false
  // "he" in a quotation is not who speaks
  const speaker = context.quotationOf(pronoun)?.speaker
  if (speaker && chains.same(speaker.mention.id, before.mention.id)) return false
  // nor is who says "…," he said, anybody whom he calls "he" in it
  if (pronounClass(before) && context.quotationOf(before)?.speaker === pronoun) return false
  return true
}

/** "Her office": no word for a person, nor like one ("her choreologist"). */
const isThing = ({ mention, lemma }: Fact) =>
  mention.kind === 'NOM' && mention.type === 'Thing' && !/(?:ist|man|ee|ian)$/.test(lemma)

/** "Any students", "other researchers": nobody in particular, of whom the next sentence does not go on. */
const isAnyOf = ({ distance }: Context, pronoun: Fact, before: Fact): boolean =>
  before.mention.kind === 'NOM' && isUnspecific(before) && distance(pronoun, before) > 0

/** Subject of a verb of saying, asking or wanting: "they have asked". */
export const speaksUp = ({ role, sentence, governor, token }: Fact): boolean =>
  role === 'subject' && governor >= 0 && speaking.test(sentence.tokens[governor]!.lemma) && token.deprel === 'nsubj'

const speaking =
  /^(?:say|tell|ask|reply|answer|argue|insist|urge|demand|request|beg|plead|warn|complain|admit|deny|promise|refuse|agree|decide|think|believe|hope|vow|threaten|want|invite|instruct|advise|implore|summon|petition|lobby|appeal|recommend|propose|counsel|exhort|beseech|entreat|protest|object)$/

const asking =
  /^(?:ask|tell|urge|beg|order|invite|instruct|advise|warn|persuade|implore|beseech|entreat|compel|oblige|force|forbid|encourage|direct|command|request|counsel|exhort|caution|remind|press|pester|lobby|petition|summon|permit|allow|enjoin|prohibit|ban|bar)$/

/** "The printers keep pressing me": whoever asks and says is somebody, whatever the word. */
const isActing = (sentence: Sentence, governor: number): boolean =>
  [governor, ...dependents(sentence)[governor]!.filter((at) => sentence.tokens[at]!.deprel === 'xcomp')].some((at) => {
    const { lemma } = sentence.tokens[at]!
    return speaking.test(lemma) || asking.test(lemma)
  })

/** "Urge them", "calls upon them to": whom somebody asks. */
export const isAsked = ({ role, sentence, governor, mention, token }: Fact): boolean => {
  if (governor < 0) return false
  const { lemma } = sentence.tokens[governor]!
  if (role === 'object') return asking.test(lemma)
  const before = sentence.tokens[mention.first - 1]?.lemma ?? ''
  return (
    /^obl/.test(token.deprel) &&
    ((lemma === 'call' && /^(?:on|upon)$/.test(before)) || (lemma === 'plead' && before === 'with'))
  )
}

/** "The open orders": things do not ask, and are not asked. */
const isMute = ({ type, named }: Chained, { mention, role, governor, sentence }: Fact): boolean =>
  !named &&
  !(role === 'subject' && governor >= 0 && isActing(sentence, governor)) &&
  mention.kind === 'NOM' &&
  mention.number === 'plural' &&
  /^(?:Thing|Document|Work|Event|Law)$/.test(type)

/** "Spoke with Ana Roth as a suspect": what somebody is taken for. */
const isCapacity = ({ mention, sentence }: Fact) =>
  mention.kind === 'NOM' &&
  !mention.definite &&
  dependents(sentence)[mention.head]!.some(
    (at) => at < mention.head && sentence.tokens[at]!.deprel === 'case' && sentence.tokens[at]!.lemma === 'as',
  )

const isReflexive = ({ token }: Fact) => /sel(?:f|ves)$/i.test(token.form)

function agrees(kind: PronounClass, { type, number, gender }: Chained): boolean {
  const personal = type === 'Person' || type === 'Thing'
  if (kind === 'he')
    return personal && number !== 'plural' && gender !== 'female' && !(gender === 'neuter' && type === 'Person')
  if (kind === 'she') return personal && number !== 'plural' && gender !== 'male'
  if (kind === 'it') return type !== 'Person' && type !== 'Group' && number !== 'plural'
  return number !== 'singular' || isBody(type) || type === 'Group'
}

/**
 * That the lists know the gender of a name. It is learnt beside the others, which else would take up its weight, and
 * then left out: which names stand in a list says nothing of whom a text means.
 */
export const nuisance = (kind: PronounClass): string => `${kind} gender known`

/** The features of a pair that `admissible` lets through. */
export function features(context: Context, pronoun: Fact, kind: PronounClass, before: Fact, rank: number): string[] {
  const { chains } = context
  const chain = chains.of(before.mention.id)
  const distance = Math.min(context.distance(pronoun, before), 4)
  const role = pronoun.role
  const times = chains.mentionsUpTo(before.mention.id)
  const list = [
    `distance ${distance}`,
    `${kind} distance ${distance}`,
    `${before.role} before ${role}`,
    `${kind} ${before.mention.kind} ${coarse(before.mention.type)}`,
    `rank ${Math.min(rank, 5)}`,
    `${role} rank ${Math.min(rank, 5)} distance ${Math.min(distance, 2)}`,
    `${before.role} before ${role} distance ${Math.min(distance, 2)}`,
    `${before.mention.kind} ${before.role} distance ${Math.min(distance, 2)}`,
    `times ${times > 8 ? 'many' : times > 4 ? 'some' : times}`,
    `named ${chain.named} ${kind}`,
    `${kind} chain ${coarse(chain.type)} ${chain.number}`,
  ]
  if (chain.gender === 'female' || chain.gender === 'male') list.push(nuisance(kind))
  if (before.mention.definite && before.mention.kind === 'NOM') list.push('definite')
  if (before.role === 'subject' && isFirst(context, before)) list.push(`topic ${distance}`)
  if (before.token.deprel === 'compound') list.push('compound')
  if (before.token.deprel === 'conj') list.push('conjunct')
  if (before.token.deprel.startsWith('nmod') && before.role !== 'possessive') list.push('inside another phrase')
  if (pronoun.mention.sentence === before.mention.sentence) list.push(...within(pronoun, before))
  list.push(...speech(context, pronoun, before, role, distance))
  return list
}

/** Types that few texts tell apart by pronouns are counted together. */
function coarse(type: EntityType): string {
  if (isBody(type)) return 'body'
  return type === 'Person' || type === 'Group' || type === 'Place' || type === 'Event' ? type : 'thing'
}

function isFirst({ facts }: Context, { mention }: Fact): boolean {
  const before = facts[mention.id - 1]
  return before === undefined || before.mention.sentence !== mention.sentence
}

/** Within one sentence: how the two places in the tree lie to each other. */
function within(pronoun: Fact, before: Fact): string[] {
  const list: string[] = []
  const above = ancestors(pronoun.sentence, pronoun.mention.head)
  const depth = above.indexOf(before.governor)
  if (depth >= 0) list.push(`${before.role} of ${Math.min(depth, 3)} above ${pronoun.role}`)
  else list.push('in another branch')
  if (pronoun.token.deprel === 'nmod:poss' && depth >= 0 && before.role === 'subject') list.push('own')
  return list
}

function speech(context: Context, pronoun: Fact, before: Fact, role: string, distance: number): string[] {
  const list: string[] = []
  const [here, there] = [context.quotationOf(pronoun), context.quotationOf(before)]
  if (here !== there) list.push(here ? (there ? 'two quotations' : 'into quotation') : 'out of quotation')
  if (role === 'subject' && says(pronoun))
    list.push(`says ${before.role === 'subject' && says(before)} ${Math.min(distance, 2)}`)
  return list
}

const says = ({ sentence, governor }: Fact) => governor >= 0 && isSaying(sentence.tokens[governor]!.lemma)

/** Sentences and mentions that are looked back at. */
const reach = { he: 6, she: 6, it: 3, they: 3 } as const
const window = 120

/** A mention that may be meant, with its features. */
export interface Candidate {
  readonly fact: Fact
  readonly features: readonly string[]
}

/** What a pronoun may stand for, nearest first, with several mentions of one chain; last a subject ahead of it. */
export function candidates(context: Context, pronoun: Fact, kind: PronounClass): Candidate[] {
  const { facts, chains } = context
  const voice = context.quotationOf(pronoun)
  const near: Fact[] = []
  const participants = argumentsBeside(context, pronoun)
  for (let id = pronoun.mention.id - 1; id >= Math.max(0, pronoun.mention.id - window); id--) {
    const fact = facts[id]!
    const away = context.distance(pronoun, fact)
    if (away === Number.POSITIVE_INFINITY) continue
    if (away > reach[kind]) break
    if (isRelative(fact)) continue
    // who is "I" or "you" here is not "he" here
    if (isParticipant(fact) && isOneVoice(context.quotationOf(fact), voice)) participants.add(chains.root(id))
    else if (admissible(context, pronoun, kind, fact)) near.push(fact)
  }
  const ranks = new Map<number, number>()
  const found: Candidate[] = []
  for (const fact of near) {
    const root = chains.root(fact.mention.id)
    if (participants.has(root)) continue
    const rank = ranks.get(root) ?? ranks.size
    ranks.set(root, rank)
    found.push({ fact, features: features(context, pronoun, kind, fact, rank) })
  }
  const ahead = subjectAhead(context, pronoun)
  if (ahead && !participants.has(chains.root(ahead.mention.id)) && admissible(context, pronoun, kind, ahead))
    found.push({ fact: ahead, features: [`ahead ${kind}`, `ahead ${pronoun.role}`, `ahead after ${ranks.size > 0}`] })
  return found
}

const isOneVoice = (a: Quotation | undefined, b: Quotation | undefined): boolean =>
  a === b || (a?.voice !== undefined && a.voice === b?.voice) || (a?.speaker !== undefined && a.speaker === b?.speaker)

/** "After his term expired, Downey left": the name that is subject of the clause which the pronoun's hangs on. */
function subjectAhead({ facts }: Context, pronoun: Fact): Fact | undefined {
  const { mention, sentence } = pronoun
  const above = ancestors(sentence, mention.head)
  for (
    let id = mention.id + 1;
    id < facts.length && facts[id]!.mention.sentence === mention.sentence && id < mention.id + 10;
    id++
  ) {
    const fact = facts[id]!
    if (fact.role !== 'subject' || fact.mention.kind !== 'NAM') continue
    return above.indexOf(fact.governor) > 0 && fact.governor > mention.head ? fact : undefined
  }
  return undefined
}

/** The chains of the pronoun's co-arguments: "He reminded Zaki" – whoever he is, not Zaki. */
function argumentsBeside({ facts, chains }: Context, pronoun: Fact): Set<number> {
  const found = new Set<number>()
  const { id, sentence } = pronoun.mention
  for (const step of [-1, 1])
    for (let at = id + step; facts[at]?.mention.sentence === sentence && Math.abs(at - id) <= 12; at += step)
      if (coArguments(pronoun, facts[at]!)) found.add(chains.root(at))
  return found
}

const isParticipant = ({ mention, token }: Fact) =>
  mention.kind === 'PRO' && /^(?:i|me|my|mine|myself|we|us|our|ours|you|your|yours|yourself)$/i.test(token.form)

const isRelative = ({ mention, token }: Fact) =>
  mention.kind === 'PRO' && /^(?:who|whom|whose|which|that|this|these|those)$/i.test(token.form)
