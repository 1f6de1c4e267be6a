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

/** "invited Morel *to Lisbon*": where to belongs to the sending, not to who is sent. */
export function directionOfSent(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const [sent, verb] = [tokens.head(i), tokens.head(tokens.head(i))]
    if (deprel !== 'nmod' || sent < 0 || sent > i || verb < 0 || verb > sent) continue
    if (!/^i?obj$/.test(tokens.at(sent).deprel) || !/^VB/.test(tokens.at(verb).xpos)) continue
    const [marker, ...more] = tokens.kids(i, 'case')
    if (marker === undefined || more.length > 0 || tokens.at(marker).lemma !== 'to') continue
    const { lemma, upos } = tokens.at(sent)
    if (!sendingTo.test(tokens.at(verb).lemma) || upos === 'PRON') continue
    if (upos !== 'PROPN' && ofPost.test(lemma)) continue
    tokens.hang(i, verb, 'obl')
  }
}

const sendingTo = /^(invite|summon|recall|send|order|call|bring|take|refer|direct)$/

/** "The ambassador to Chile": the phrase tells which one. */
const ofPost =
  /^(ambassador|envoy|heir|advis[eo]r|aide|delegate|visitor|adviser|representative|secretary|assistant|successor|counsel|witness|cousin|friend|answer|reply|letter|appeal|request|message|threat|access|visit|return|invitation|question|petition)$/
