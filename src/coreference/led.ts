/** Somebody → the body that the text says he leads or speaks for: "Zefira's manager, Ilse Traut", "a spokesman for Zefira". */
import { placeKind } from '../lexicon/places.ts'
import { dependents, isBody } from '../model/index.ts'
import type { Context } from './context.ts'
import type { Fact } from './facts.ts'
import { type Scored, standingOut } from './salience.ts'

/** Who speaks for a body, and who leads one. */
const officer =
  /^(?:spokes(?:man|woman|person)|chief|head|chair(?:man|woman|person)?|president|director|executive|ceo|manager|leader|founder|co-founder|owner|boss|principal|secretary-general)$/

/** Mentions of a chain that are looked at, and sentences in which a bare office finds its body. */
const most = 20
const reach = 8

/** The body of whoever `speaker` stands for; undefined where the text does not say. */
export function bodyLed(context: Context, speaker: Fact): Fact | undefined {
  const { chains, facts } = context
  let bare: Fact | undefined
  for (const id of chains.of(speaker.mention.id).mentions.slice(0, most)) {
    const fact = facts[id]!
    const own = ledBy(context, fact)
    if (own) return own
    const { mention, lemma } = fact
    const office = mention.kind === 'NOM' ? lemma : (mention.title?.toLowerCase().split(/\s+/).at(-1) ?? '')
    if (!officer.test(office)) continue
    const body = bodyWithin(context, fact)
    if (body) return body
    // "the president" is as often a country's
    if (/^(?:executive|chairman|chairwoman|ceo|spokes)/.test(office)) bare ??= fact
  }
  return bare && mainCompany(context, bare)
}

const leading = /^(?:lead|head|run|chair|direct|found|edit|manage|represent|own)$/

/** "Ilse Traut, who runs Zefira", "has led Zefira for years": the body that somebody is said to lead. */
function ledBy(context: Context, { mention, sentence, token, governor }: Fact): Fact | undefined {
  const { tokens } = sentence
  const verbs = dependents(sentence)[mention.head]!.filter((at) => tokens[at]!.deprel === 'acl:relcl')
  if (token.deprel === 'nsubj' && governor >= 0) verbs.push(governor)
  for (const verb of verbs) {
    if (!leading.test(tokens[verb]!.lemma)) continue
    const object = dependents(sentence)[verb]!.find((at) => tokens[at]!.deprel === 'obj')
    const body = object === undefined ? undefined : context.headedBy(sentence.index, object)
    if (body && (body.mention.kind === 'NAM' ? mayBeBody(context, body) : isOneBody(context, body))) return body
  }
  return undefined
}

/** "Zefira's manager", "its chairman", "the head of the Fund", "Fund president Ana Roth". */
function bodyWithin(context: Context, { mention, sentence, possessor }: Fact): Fact | undefined {
  const { headedBy } = context
  const owner = possessor < 0 ? undefined : headedBy(sentence.index, possessor)
  if (owner) return mayBeBody(context, owner) ? owner : undefined
  for (let at = mention.first; at < mention.last; at++) {
    const inside = at === mention.head ? undefined : headedBy(sentence.index, at)
    if (inside?.mention.kind === 'NAM' && inside.mention.head === at && mayBeBody(context, inside)) return inside
  }
  return undefined
}

/** "The company", "the Weavers' Guild". */
const isOneBody = ({ chains }: Context, { mention }: Fact): boolean => {
  const { type } = chains.of(mention.id)
  return mention.definite && mention.number === 'singular' && (isBody(type) || type === 'Group')
}

/** A body, or what has a name and is neither a person nor a place, for all that is known. */
function mayBeBody({ chains }: Context, { mention }: Fact): boolean {
  const { type, named, number } = chains.of(mention.id)
  if (type === 'Place') return placeKind(mention.name ?? '') === undefined
  return named && number !== 'plural' && (isBody(type) || type === 'Thing')
}

/** The company that the last sentences are about, more often named than any other: "chief executive" is of it. */
function mainCompany({ chains, facts, distance }: Context, office: Fact): Fact | undefined {
  const times = new Map<number, Scored>()
  for (let id = office.mention.id - 1; id >= 0 && distance(office, facts[id]!) <= reach; id--) {
    const { type, named } = chains.of(id)
    if (!named || !/^(?:Company|Organization|Thing)$/.test(type)) continue
    const known = times.get(chains.root(id))
    times.set(chains.root(id), { fact: known?.fact ?? facts[id]!, score: (known?.score ?? 0) + 1 })
  }
  return standingOut(times.values(), 1)
}
