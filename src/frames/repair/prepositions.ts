/** Repairs of prepositions that hang on the wrong word, and of words taken for one. */
import { requestVerbs } from '../words.ts'
import type { Tokens } from './tokens.ts'

/** "approached the union, *calling* for a vote", with the verb for a second preposition of the vote. */
export function verbTakenForCase(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    const noun = tokens.head(i)
    if (token.deprel !== 'case' || token.upos !== 'VERB' || !requestVerbs.has(token.lemma) || noun < i) continue
    const above = tokens.head(noun)
    if (above < 0 || above > i) continue
    tokens.hang(i, above, 'advcl')
    tokens.hang(noun, i, 'obl')
  }
}

/** "calling *for* Tarvo's expulsion": a preposition before an owner is of what is owned, which then is no object. */
export function caseOfOwner(tokens: Tokens) {
  for (const [i, { deprel, xpos }] of tokens.list.entries()) {
    const owner = tokens.head(i)
    if (deprel !== 'case' || xpos !== 'IN' || owner < i || tokens.at(owner).deprel !== 'nmod:poss') continue
    const owned = tokens.head(owner)
    if (owned < owner) continue
    tokens.hang(i, owned, 'case')
    if (tokens.at(owned).deprel === 'obj') tokens.set(owned, { deprel: 'obl' })
  }
}

/** "asked carmaker Alden Motors for …": a noun that describes the name behind it is no preposition. */
export function describerTakenForCase(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    if (deprel === 'case' && /^(NOUN|PROPN)$/.test(upos) && tokens.head(i) > i) tokens.set(i, { deprel: 'compound' })
  }
}
