/** "I" and "you" → who speaks and who is spoken to: in a quotation its speaker, in an e-mail sender and recipient. */
import { dependents, isBody } from '../../model/index.ts'
import { authorBody } from '../author.ts'
import type { Context, Sieve } from '../context.ts'
import { isResolved } from '../display.ts'
import type { Fact } from '../facts.ts'
import { bodyLed } from '../led.ts'
import type { Quotation } from '../quotations.ts'

const kinds: readonly [RegExp, string][] = [
  [/^(?:i|me|my|mine|myself)$/i, 'I'],
  [/^(?:we|us|our|ours|ourselves)$/i, 'we'],
  [/^(?:you|your|yours|yourself|yourselves)$/i, 'you'],
]

/** "I", "we" or "you" for a form of them. */
export const personOf = (fact: Fact): string | undefined =>
  fact.mention.kind === 'PRO' ? kinds.find(([forms]) => forms.test(fact.token.form))?.[1] : undefined

export const speakers: Sieve = {
  name: 'speakers',
  run(context: Context) {
    const { facts, chains } = context
    sameVoices(context)
    const last = new Map<string, Fact>()
    const told = facts.filter((fact) => personOf(fact) === 'we' && !context.quotationOf(fact))
    const author = told.length > 0 ? authorBody(context, told) : undefined
    for (const fact of facts) {
      const person = personOf(fact)
      if (!person) continue
      const quotation = context.quotationOf(fact) ?? context.letterOf(fact)
      const { addressee } = quotation ?? {}
      const speaker = quotation && (person !== 'I' || !isOffice(context, quotation)) ? quotation.speaker : undefined
      const stands =
        person === 'I' || (person === 'we' && isPlural(speaker)) ? speaker : person === 'you' ? addressee : undefined
      if (quotation && stands && person !== 'we') mergeInto(context, stands, fact)
      const body =
        person === 'we'
          ? (quotation?.body ??
            (speaker && bodyOf(context, speaker)) ??
            (context.quotationOf(fact) ? undefined : author))
          : undefined
      if (body && !chains.named(fact.mention.id)) chains.merge(body.mention.id, fact.mention.id)
      // within one voice "I" is always the same; who that is may stay open
      const unnamed = quotation?.voice ? `t${quotation.voice}` : `q${quotation?.start}`
      const voice = quotation ? (speaker ? `s${chains.root(speaker.mention.id)}` : unnamed) : 'text'
      const key = `${person} ${voice}`
      const before = last.get(key)
      const named = before && chains.named(before.mention.id) && chains.named(fact.mention.id)
      if (before && !named) chains.merge(before.mention.id, fact.mention.id)
      last.set(key, fact)
    }
  },
}

/** A letter from an embassy or a board: "I" is somebody there. */
const isOffice = ({ chains }: Context, { voice, speaker }: Quotation): boolean =>
  voice?.startsWith('l') === true && speaker !== undefined && isBody(chains.of(speaker.mention.id).type)

/**
 * When it is known who "he" is and whose "its chairman": "we" of whoever leads or speaks for a body, and "her company".
 */
export const spokenFor: Sieve = {
  name: 'spoken-for',
  run(context: Context) {
    const { facts, chains, headedBy } = context
    for (const fact of facts) {
      const { mention, sentence, possessor, lemma } = fact
      if (isResolved(context, chains.of(mention.id)) && mention.kind === 'PRO') continue
      const around = personOf(fact) === 'we' ? (context.quotationOf(fact) ?? context.letterOf(fact)) : undefined
      const speaker = around?.speaker
      const owner = mention.kind === 'NOM' && ownBody.test(lemma) ? headedBy(sentence.index, possessor) : undefined
      const who = speaker ?? (owner?.mention.kind === 'PRO' ? owner : undefined)
      if (!who || (owner && chains.of(who.mention.id).type !== 'Person')) continue
      const body = bodyLed(context, who)
      if (body && !chains.named(mention.id)) chains.merge(body.mention.id, mention.id)
    }
    for (const fact of facts) uttered(context, fact)
  },
}

/** "We ask the public to wait": for want of a body whoever says so asks. */
function uttered(context: Context, fact: Fact): void {
  const { chains } = context
  const { mention, sentence, governor, token } = fact
  if (personOf(fact) !== 'we' || token.deprel !== 'nsubj' || governor < 0) return
  if (isResolved(context, chains.of(mention.id))) return
  const { speaker } = context.quotationOf(fact) ?? context.letterOf(fact) ?? {}
  const verb = sentence.tokens[governor]!
  const auxiliaries = dependents(sentence)[governor]!.filter((at) => sentence.tokens[at]!.deprel === 'aux')
  const isNow = auxiliaries.every((at) => /^(?:would|must|do|'d|’d|can|will|shall)$/i.test(sentence.tokens[at]!.lemma))
  if (!speaker || !isNow || !asking.test(verb.lemma) || !/^VBP?$/.test(verb.xpos)) return
  chains.merge(speaker.mention.id, mention.id)
}

const asking =
  /^(?:ask|urge|beg|request|demand|call|appeal|invite|advise|recommend|suggest|order|instruct|require|insist|propose|want|warn|plead|implore|need|expect|encourage|like)$/

/** What "her" of somebody who leads one is said of. */
const ownBody = /^(?:company|firm|party|union|club|bank|airline|charity|agency|organi[sz]ation)$/

const isPlural = (fact: Fact | undefined) => fact?.mention.number === 'plural'

function mergeInto({ chains }: Context, who: Fact, fact: Fact): void {
  if (fact.mention.number === 'unknown' || who.mention.number !== 'plural')
    chains.merge(who.mention.id, fact.mention.id)
}

/** Who "we" is: the body that speaks, or that the one speaks for ("a spokesman for Skyport"). */
function bodyOf(context: Context, speaker: Fact): Fact | undefined {
  const { chains } = context
  if (mayBeBody(speaker, chains) || (isPlural(speaker) && chains.of(speaker.mention.id).type === 'Group'))
    return speaker
  return bodyLed(context, speaker)
}

/** A body, or what has a name and is neither a person nor a place, for all that is known. */
const mayBeBody = ({ mention }: Fact, chains: Context['chains']): boolean => {
  const { type } = chains.of(mention.id)
  return isBody(type) || (mention.kind === 'NAM' && type === 'Thing' && mention.number !== 'plural')
}

/** The labels of one speaker: "Mara Lind", later "ML"; "ML" alone is the one of whom the text has told before. */
function sameVoices(context: Context): void {
  const { chains, turns } = context
  const first = new Map<string, Fact>()
  for (const { voice, speaker } of turns) {
    if (!voice || !speaker) continue
    const known = first.get(voice)
    if (known) chains.merge(known.mention.id, speaker.mention.id)
    else {
      first.set(voice, speaker)
      const named = initials.test(voice) ? personBy(context, voice.replace(/[^\p{Lu}]/gu, ''), speaker) : undefined
      if (named) chains.merge(named.mention.id, speaker.mention.id)
    }
  }
}

const initials = /^(?:\p{Lu}\.? ?){2,3}$/u

/** The only person named before a label whose name begins with these letters. */
function personBy({ facts, chains }: Context, letters: string, label: Fact): Fact | undefined {
  let only: Fact | undefined
  for (const fact of facts) {
    const { mention } = fact
    if (mention.id >= label.mention.id) break
    if (mention.kind !== 'NAM' || chains.of(mention.id).type !== 'Person') continue
    const words = mention.name!.split(/[\s-]+/)
    const own = words.map((word) => word[0]).join('')
    if (own !== letters && words[0]![0]! + words.at(-1)![0]! !== letters) continue
    if (only && only.mention.name !== mention.name && !chains.same(only.mention.id, mention.id)) return undefined
    only ??= fact
  }
  return only
}
