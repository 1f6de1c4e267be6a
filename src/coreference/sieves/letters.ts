/** Letters and statements that are no e-mail: "I" is who gives his name or signs, "you" who is greeted. */
import { dependents } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'
import { personOf } from './speakers.ts'

/** Characters at the end of a letter in which it is signed. */
const ending = 300
const signOff =
  /\n(?:yours\b[^\n]{0,40}|sincerely\b[^\n]{0,20}|respectfully\b[^\n]{0,20}|(?:with )?(?:kind |best |warm )?regards|best wishes)[,.]?\s*\n+([^\n]{2,60})/i

export const letters: Sieve = {
  name: 'letters',
  run(context: Context) {
    if (context.document.mail) return
    const told = context.facts.filter((fact) => !context.quotationOf(fact))
    const I = told.filter((fact) => personOf(fact) === 'I')
    const you = told.filter((fact) => personOf(fact) === 'you')
    const writer = I.length > 0 ? (named(context, I) ?? signed(context)) : undefined
    if (writer) for (const fact of I) context.chains.merge(writer.mention.id, fact.mention.id)
    const reader = you.length > 0 ? greeted(context) : undefined
    if (reader) for (const fact of you) context.chains.merge(reader.mention.id, fact.mention.id)
  },
}

/** "My name is Helena Voss". */
function named({ headedBy }: Context, I: readonly Fact[]): Fact | undefined {
  for (const { sentence, governor, token } of I) {
    if (token.form.toLowerCase() !== 'my' || sentence.tokens[governor]?.lemma !== 'name') continue
    const root = sentence.tokens[governor]!.head - 1
    const is = root >= 0 && dependents(sentence)[root]!.some((at) => sentence.tokens[at]!.deprel === 'cop')
    const who = is ? headedBy(sentence.index, root) : undefined
    if (who?.mention.kind === 'NAM') return who
  }
  return undefined
}

/** The name below "Yours faithfully,". */
function signed({ document: { text }, facts }: Context): Fact | undefined {
  const from = Math.max(0, text.length - ending)
  const found = signOff.exec(text.slice(from))
  if (!found) return undefined
  const end = from + found.index + found[0].length
  return facts.findLast(({ mention: { kind, type, start, end: last } }) => {
    return kind === 'NAM' && /^(?:Person|Thing)$/.test(type) && start >= end - found[1]!.length && last <= end
  })
}

/** "Dear parents and carers,": the first whom the salutation names. */
function greeted({ sentences, facts, document: { text } }: Context): Fact | undefined {
  const salutation = sentences.slice(0, 3).find(({ start, end }) => /^Dear\s[^.,:]*[,:]/.test(text.slice(start, end)))
  const who = salutation && facts.find(({ mention }) => mention.sentence === salutation.index && mention.first < 3)
  return who && who.mention.kind !== 'PRO' && !/^(?:sir|madam|sirs)$/.test(who.lemma) ? who : undefined
}
