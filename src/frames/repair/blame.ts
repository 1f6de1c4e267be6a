/** Repairs of what somebody is blamed for, hung on the one who is blamed: "accused the head of the mine *of fraud*". */
import { isActorNoun } from '../../lexicon/index.ts'
import type { Token } from '../../model/index.ts'
import { isUnder, type Tokens } from './tokens.ts'

/** The preposition of the charge, by the verb. */
const prepositions = new Map(
  Object.entries({
    of: 'accuse suspect convict acquit clear warn',
    with: 'charge',
    for: 'blame fault criticize criticise condemn denounce sue fine punish praise thank arrest jail prosecute',
  }).flatMap(([preposition, verbs]) => verbs.split(' ').map((verb) => [verb, preposition] as const)),
)

export const mayBlame = ({ upos, lemma }: Token): boolean => upos === 'VERB' && prepositions.has(lemma)

/** "accused the general of the army of treason": the charge belongs to the verb, not to the army. */
export function chargeTakenForDescription(tokens: Tokens) {
  for (const [verb, token] of tokens.list.entries()) {
    const preposition = mayBlame(token) ? prepositions.get(token.lemma)! : undefined
    if (preposition === undefined) continue
    // "was accused by the senator of treason": nor is it the senator's
    const object = tokens.kids(verb, 'obl:agent')[0] ?? tokens.kids(verb, 'obj', 'iobj').at(-1)
    const charge = chargeOf(tokens, verb, preposition)
    if (object === undefined || charge === undefined || tokens.head(charge) === verb) continue
    if (isUnder(tokens, charge, object, 12))
      tokens.hang(charge, verb, tokens.at(charge).xpos === 'VBG' ? 'advcl' : 'obl')
  }
}

/** The first phrase with the preposition behind the verb that says not whose head or leader it is who is blamed. */
function chargeOf(tokens: Tokens, verb: number, preposition: string): number | undefined {
  let first: number | undefined
  for (let i = verb + 1; i < tokens.list.length && tokens.at(i).form !== ','; i++) {
    if (tokens.at(i).form !== preposition || !/^(case|mark)$/.test(tokens.at(i).deprel)) continue
    const noun = tokens.head(i)
    if (noun < i || tokens.head(noun) < 0) continue
    const { upos, lemma } = tokens.at(noun)
    const charge = upos === 'VERB' || (upos === 'NOUN' && !isActorNoun(lemma))
    if (preposition !== 'of' || (charge && !headOf.test(tokens.at(i - 1).lemma))) return noun
    if (charge) first ??= noun
  }
  return first
}

/** Of whom there is one *of* something: "the head of the mine of fraud". */
const headOf =
  /^(head|leader|director|chief|general|president|owner|member|captain|minister|mayor|governor|chairman|chairwoman|chair|secretary|boss|manager|editor|founder|commander|son|daughter|wife|husband|brother|sister|father|mother|friend)$/
