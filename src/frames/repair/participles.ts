/** Repairs of present participles right before the noun that they describe: "arrested *protesting* farmers", taken for what somebody does to farmers. */
import type { Token } from '../../model/index.ts'
import type { Tokens } from './tokens.ts'

/** What one does of oneself, though it may take an object too. */
const ofOneself = /^(protest|demonstrate|strike|march|riot|fight|meet|demand|evacuate|travel|visit|retreat|compete)$/

/** Verbs whose complement is a participle with its object: "stopped *helping* farmers". */
const takesGerund = new Set(
  `start begin stop keep continue avoid consider finish risk deny admit suggest recommend propose mean include involve
  resume quit cease try enjoy like love hate prefer remember forget regret mention report discuss favour favor oppose
  support ban prohibit justify delay postpone defend be go come spend see hear show catch find leave describe
  urge advise imagine require forbid`.split(/\s+/),
)

export const mayDescribe = ({ xpos }: Token): boolean => xpos === 'VBG'

/** "arrested protesting farmers": the farmers are arrested, and none protests against them. */
export function participleTakenForVerb(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    const noun = i + 1
    if (!mayDescribe(token) || !describes(tokens, i, noun)) continue
    const above = tokens.head(i)
    const [preposition] = tokens.kids(i, 'mark', 'case')
    tokens.hang(noun, above, preposition === undefined ? 'obj' : tokens.at(above).upos === 'VERB' ? 'obl' : 'nmod')
    if (preposition !== undefined) {
      tokens.hang(preposition, noun, 'case')
      tokens.set(preposition, { upos: 'ADP' })
    }
    for (const k of tokens.kids(i)) tokens.hang(k, k < i ? noun : above, tokens.at(k).deprel)
    tokens.hang(i, noun, 'amod')
  }
}

function describes(tokens: Tokens, i: number, noun: number): boolean {
  const token = tokens.list[noun]
  const before = tokens.list[i - 1]
  const above = tokens.head(i)
  if (!token || !before || above < 0 || above > i || token.upos !== 'NOUN') return false
  if (tokens.head(noun) !== i || token.deprel !== 'obj') return false
  if (tokens.kids(noun, 'det', 'nmod:poss').length || tokens.kids(i, 'aux', 'nsubj').length) return false
  const [preposition, more] = tokens.kids(i, 'mark', 'case')
  if (preposition === i - 1 && more === undefined)
    return /^(with|between|among|to|toward|towards)$/.test(before.form) || ofOneself.test(tokens.at(i).lemma)
  if (preposition !== undefined || above !== i - 1 || before.upos !== 'VERB' || takesGerund.has(before.lemma))
    return false
  return /^(xcomp|ccomp|obj|advcl)$/.test(tokens.at(i).deprel) && !tokens.kids(above, 'obj').length
}
