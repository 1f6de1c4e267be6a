/**
 * A resolution is one sentence over many paragraphs: "The Council, / Recalling its demand, / 1. Calls upon …". "Its" of
 * a part without a subject of its own is the one that the first part names.
 */
import { dependents, type Sentence } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import { ancestors, type Fact } from '../facts.ts'
import { pronounClass } from '../features.ts'

export const continued: Sieve = {
  name: 'continued',
  run(context: Context) {
    let subject: Fact | undefined
    for (const fact of context.facts) {
      if (subject && context.distance(fact, subject) > 0) subject = undefined
      if (!subject) {
        if (opens(fact)) subject = fact
      } else if (pronounClass(fact) === 'it' && fact.mention.sentence !== subject.mention.sentence && isBare(fact))
        if (context.chains.compatible(subject.mention.id, fact.mention.id))
          context.chains.merge(subject.mention.id, fact.mention.id)
    }
  },
}

/** "The Security Council," – a line that is nothing but a name and a comma. */
const opens = ({ mention, token, sentence }: Fact): boolean =>
  mention.kind === 'NAM' &&
  token.head === 0 &&
  sentence.tokens.at(-1)!.form === ',' &&
  mention.last >= sentence.tokens.length - 1

/** No verb between the pronoun and the root has a subject. */
function isBare({ sentence, mention }: Fact): boolean {
  return ancestors(sentence, mention.head).every((at) => !hasSubject(sentence, at))
}

const hasSubject = (sentence: Sentence, at: number): boolean =>
  dependents(sentence)[at]!.some((child) => sentence.tokens[child]!.deprel.startsWith('nsubj'))
