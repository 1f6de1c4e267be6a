/**
 * Letters and the like: who signs is who writes, who is greeted is the reader; "your petitioner" is the writer, "your
 * Lordships" the readers, "our client" whoever the writers act for.
 */
import { dependents } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import { type Fact, sameName } from '../facts.ts'
import { personOf } from './speakers.ts'

export const letters: Sieve = {
  name: 'letters',
  run(context: Context) {
    const { chains, facts } = context
    for (const { speaker, signature, addressee, greeted } of context.letters) {
      if (speaker && signature && sameName(speaker, signature)) chains.merge(speaker.mention.id, signature.mention.id)
      if (addressee && greeted && sameName(addressee, greeted)) chains.merge(addressee.mention.id, greeted.mention.id)
    }
    for (const fact of facts) if (fact.mention.kind === 'NOM') selfNamed(context, fact)
    client(context)
  },
}

const writing = /^(?:petitioner|memorialist|correspondent|orator|undersigned|appellant|complainant)$/
const reading = /^(?:excellency|honou?r|majesty|lordship|ladyship|grace|worship|holiness|highness|eminence|reverence)$/i

/** "Your petitioner", "the undersigned"; "your Lordships", "Your Excellency". */
function selfNamed(context: Context, fact: Fact): void {
  const { mention, sentence, lemma } = fact
  const first = sentence.tokens[mention.first]!.form.toLowerCase()
  const { speaker, addressee } = context.quotationOf(fact) ?? context.letterOf(fact) ?? {}
  const isWriter = first === 'your' ? writing.test(lemma) : first === 'the' && lemma === 'undersigned'
  if (isWriter && speaker) context.chains.merge(speaker.mention.id, mention.id)
  if (first === 'your' && reading.test(lemma) && addressee) context.chains.merge(addressee.mention.id, mention.id)
}

/** "We act for Ms. Roth. Our client wrote to you": one. */
function client(context: Context): void {
  const { facts, headedBy, chains } = context
  let represented: Fact | undefined
  for (const fact of facts) {
    const { sentence, governor, token } = fact
    const person = personOf(fact)
    if (/^(?:I|we)$/.test(person ?? '') && token.deprel === 'nsubj' && governor >= 0) {
      if (!/^(?:act|appear)$/.test(sentence.tokens[governor]!.lemma)) continue
      const whom = dependents(sentence)[governor]!.find(
        (at) =>
          sentence.tokens[at]!.deprel === 'obl' &&
          dependents(sentence)[at]!.some((by) => /^(?:for|behalf)$/.test(sentence.tokens[by]!.lemma)),
      )
      represented ??= whom === undefined ? undefined : headedBy(sentence.index, whom)
    } else if (represented && fact.mention.kind === 'NOM' && fact.lemma === 'client' && fact.possessor >= 0) {
      const owner = headedBy(sentence.index, fact.possessor)
      if (owner && /^(?:I|we)$/.test(personOf(owner) ?? '')) chains.merge(represented.mention.id, fact.mention.id)
    }
  }
}
