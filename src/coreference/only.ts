/** A pronoun → the one mention before it that can be meant, where the grammar or the paragraph leaves no other. */
import { dependents, isBody } from '../model/index.ts'
import type { Context } from './context.ts'
import { ancestors, type Fact } from './facts.ts'
import { admissible, type Candidate, isAsked, pronounClass, speaksUp } from './features.ts'
import type { Quotation } from './quotations.ts'

/** The only choice, by the strictest rule that gives one. */
export const onlyChoice = (context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined =>
  toldBefore(context, fact, list) ??
  onlyOne(context, fact, list) ??
  onlyActor(context, fact, list) ??
  onlyOwner(context, fact, list)

/**
 * "Wrote to the board asking it to …", "called the guard and begged him", "wrote to Orr and suggested that he …": who is
 * asked in the second clause is whom the first one turns to.
 */
function toldBefore(context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined {
  const verb = askingVerb(fact)
  if (verb < 0) return undefined
  const { tokens } = fact.sentence
  const { deprel, head } = tokens[verb]!
  if (head === 0 || head > verb || !/^(?:advcl|conj|acl|xcomp|parataxis)/.test(deprel)) return undefined
  // "wrote to the board asking", hung on the board
  const turned = tokens[head - 1]!.upos === 'VERB' ? [head - 1] : [head - 1, tokens[head - 1]!.head - 1]
  const kind = pronounClass(fact)!
  for (const at of turned) {
    if (at < 0) continue
    for (const child of [at, ...dependents(fact.sentence)[at]!]) {
      if (child >= verb || !(isTo(fact, child) || /^i?obj$/.test(tokens[child]!.deprel))) continue
      const who = context.headedBy(fact.sentence.index, child)
      if (!who || who.mention.kind === 'PRO' || !isActor(context, who, kind)) continue
      if (list.some((candidate) => candidate.fact === who)) return who
    }
  }
  return undefined
}

/** "To the board", "on the company". */
const isTo = ({ sentence }: Fact, at: number): boolean =>
  /^(?:obl|nmod)/.test(sentence.tokens[at]!.deprel) &&
  dependents(sentence)[at]!.some(
    (child) => sentence.tokens[child]!.deprel === 'case' && /^(?:to|with|on|upon)$/.test(sentence.tokens[child]!.lemma),
  )

/** The verb that asks the pronoun, or asks that it do something; -1 where none does. */
function askingVerb(fact: Fact): number {
  const { role, sentence, governor } = fact
  if (isAsked(fact)) return governor
  if (role !== 'subject' || governor < 0) return -1
  const { deprel, head } = sentence.tokens[governor]!
  return /^(?:ccomp|advcl)$/.test(deprel) &&
    head > 0 &&
    /^(?:suggest|ask|demand|urge|propose|recommend|request|insist|advise)$/.test(sentence.tokens[head - 1]!.lemma)
    ? head - 1
    : -1
}

/** Who asks or is asked is somebody, where any of those who may be meant is: not "the recall" of "compelled it to do so". */
export function ableToBeAsked(context: Context, fact: Fact, list: readonly Candidate[]): readonly Candidate[] {
  const kind = pronounClass(fact)!
  if (!isAsked(fact) && !(kind === 'it' && speaksUp(fact))) return list
  const able = list.filter((candidate) => isActor(context, candidate.fact, kind))
  return able.length > 0 ? able : list
}

/** Somebody, or for "it" and "they" a body or a group. */
function isActor({ chains }: Context, { mention }: Fact, kind: string): boolean {
  const { type } = chains.of(mention.id)
  if (/^s?he$/.test(kind)) return type === 'Person' || (type === 'Thing' && mention.kind === 'NAM')
  return isBody(type) || type === 'Group' || (kind === 'it' && type === 'Thing' && chains.named(mention.id))
}

/**
 * "He", outside quotations: the only one of the kind whom the paragraph has named in this sentence and the one before;
 * beside a name of the pronoun's gender those do not count whom a description only mentions ("for the owner").
 */
function onlyOne(context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined {
  const { facts, chains, distance, quotationOf } = context
  const kind = pronounClass(fact)!
  if (!/^s?he$/.test(kind) || quotationOf(fact) || /sel(?:f|ves)$/i.test(fact.token.form)) return undefined
  const found = new Map<number, { fact: Fact; leads: boolean }>()
  for (let id = fact.mention.id - 1; id >= 0 && distance(fact, facts[id]!) < 2; id--) {
    const before = facts[id]!
    if (before.sentence.paragraph !== fact.sentence.paragraph) break
    const { type, number } = chains.of(id)
    if (type !== 'Person' || number === 'plural' || quotationOf(before)) continue
    if (!admissible(context, fact, kind, before)) continue
    const leads =
      before.role === 'subject' || before.token.head === 0 || (before.relation === 'obl:agent' && chains.named(id))
    const known = found.get(chains.root(id))
    found.set(chains.root(id), { fact: known?.fact ?? before, leads: leads || known?.leads === true })
  }
  const all = [...found.values()]
  const isNamed = (who: Fact) => chains.named(who.mention.id) && chains.of(who.mention.id).gender !== 'unknown'
  const sure = all.filter((one) => isNamed(one.fact))
  const rivals = all.filter((one) => chains.named(one.fact.mention.id) || one.leads)
  const only = all.length === 1 ? all[0] : sure.length === 1 && rivals.length === 1 ? sure[0] : undefined
  if (!only?.leads || !(chains.named(only.fact.mention.id) || only.fact.mention.definite)) return undefined
  // not one of those whom the pronoun is set against: "He reminded Zaki"
  return isIn(list, only.fact, context) ? only.fact : undefined
}

/**
 * "They said", "told them": the only group of the last two sentences of the paragraph, or of the question that is being
 * answered, that may be meant; for want of a group the only body. "It said", "asked it": the only body.
 */
function onlyActor(context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined {
  const { facts, chains, distance, quotationOf } = context
  const kind = pronounClass(fact)!
  if (!/^(?:they|it)$/.test(kind) || !(speaksUp(fact) || isAsked(fact))) return undefined
  const here = quotationOf(fact)
  const [groups, bodies] = [new Map<number, Fact>(), new Map<number, Fact>()]
  for (let id = fact.mention.id - 1; id >= 0 && distance(fact, facts[id]!) < 2; id--) {
    const before = facts[id]!
    const around = quotationOf(before)
    const answers = isTurn(here) && isTurn(around)
    if (before.sentence.paragraph !== fact.sentence.paragraph && !isTurn(here)) break
    if (before.mention.kind === 'PRO' || !isActor(context, before, kind)) continue
    if (around ? around !== here && !answers : isTurn(here)) continue
    if (!admissible(context, fact, kind, before) || isInside(before, context)) continue
    const able = chains.of(id).type === 'Group' ? groups : bodies
    able.set(chains.root(id), before)
  }
  const able = groups.size > 0 ? groups : bodies
  const [only] = able.values()
  return able.size === 1 && isIn(list, only!, context) ? only : undefined
}

/** What one of several says in turn, or one of several messages. */
const isTurn = (quotation: Quotation | undefined): boolean => quotation?.voice !== undefined

/** Whether a mention's chain is among those that may be meant. */
const isIn = (list: readonly Candidate[], { mention }: Fact, { chains }: Context): boolean =>
  list.some(({ fact }) => chains.same(fact.mention.id, mention.id))

/** "Army engineers" of "a company of army engineers": said to tell which one is meant. */
function isInside({ mention, sentence, token }: Fact, { headedBy }: Context): boolean {
  if (!/^(?:nmod|compound)/.test(token.deprel)) return false
  return ancestors(sentence, mention.head).some((at) => {
    const outer = headedBy(sentence.index, at)
    return outer !== undefined && outer.mention.first <= mention.first && outer.mention.last >= mention.last
  })
}

/** "The Guild today repeated its demand": the only thing that the sentence names before "its", where that is a body. */
function onlyOwner(context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined {
  const { facts, chains } = context
  if (!/^its$/i.test(fact.token.form)) return undefined
  let found: Fact | undefined
  for (let id = fact.mention.id - 1; id >= 0 && facts[id]!.mention.sentence === fact.mention.sentence; id--) {
    const before = facts[id]!
    if (before.mention.kind === 'PRO' || !admissible(context, fact, 'it', before)) continue
    if (found && !chains.same(id, found.mention.id)) return undefined
    found ??= before
  }
  return found && isBody(chains.of(found.mention.id).type) && isIn(list, found, context) ? found : undefined
}
