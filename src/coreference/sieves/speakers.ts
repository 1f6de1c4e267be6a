/** "I" and "you" → who speaks and who is spoken to: in a quotation its speaker, in an e-mail sender and recipient. */
import { isBody } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import { isResolved } from '../display.ts'
import type { Fact } from '../facts.ts'
import { bodyLed } from '../led.ts'

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
    for (const fact of facts) {
      const person = personOf(fact)
      if (!person) continue
      const quotation = context.quotationOf(fact)
      const { speaker, addressee } = quotation ?? {}
      const stands =
        person === 'I' || (person === 'we' && isPlural(speaker)) ? speaker : person === 'you' ? addressee : undefined
      if (quotation && stands && person !== 'we') mergeInto(context, stands, fact)
      const body = person === 'we' && speaker ? bodyOf(context, speaker) : undefined
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
      const speaker = personOf(fact) === 'we' ? context.quotationOf(fact)?.speaker : undefined
      const owner = mention.kind === 'NOM' && ownBody.test(lemma) ? headedBy(sentence.index, possessor) : undefined
      const who = speaker ?? (owner?.mention.kind === 'PRO' ? owner : undefined)
      if (!who || (owner && chains.of(who.mention.id).type !== 'Person')) continue
      const body = bodyLed(context, who)
      if (body && !chains.named(mention.id)) chains.merge(body.mention.id, mention.id)
    }
  },
}

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

/** The labels of one speaker: "Mara Lind", later "ML". */
function sameVoices({ chains, turns }: Context): void {
  const first = new Map<string, Fact>()
  for (const { voice, speaker } of turns) {
    if (!voice || !speaker) continue
    const known = first.get(voice)
    if (known) chains.merge(known.mention.id, speaker.mention.id)
    else first.set(voice, speaker)
  }
}
