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

/** "asked the couple *for photographs*", "invited Morel *to Lisbon*": said of the asking, not of whom it is asked. */
export function phraseOfAsked(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const [asked, verb] = [tokens.head(i), tokens.head(tokens.head(i))]
    if (deprel !== 'nmod' || asked < 0 || asked > i || verb < 0 || verb > asked) continue
    if (!/^i?obj$/.test(tokens.at(asked).deprel) || !/^VB/.test(tokens.at(verb).xpos)) continue
    const [marker, ...more] = tokens.kids(i, 'case')
    if (marker === undefined || more.length > 0) continue
    const { lemma: word } = tokens.at(marker)
    const { lemma: noun, upos } = tokens.at(asked)
    const takes = word === 'for' ? askingFor : word === 'to' ? sendingTo : undefined
    if (!takes?.test(tokens.at(verb).lemma) || upos === 'PRON') continue
    if (upos !== 'PROPN' && (word === 'for' ? ofDuty : ofPost).test(noun)) continue
    tokens.hang(i, verb, 'obl')
  }
}

const askingFor = /^(ask|beg|petition|pester|press|tap|lobby|nag|sue|implore)$/
const sendingTo = /^(invite|summon|recall|send|order|call|bring|take|refer|direct)$/

/** "The minister for trade", "the ambassador to Chile": the phrase tells which one. */
const ofDuty =
  /^(minister|secretary|ministry|department|office|officer|spokes\w+|committee|commission\w*|cent(er|re)|council|campaign\w*|candidate|lawyer|manager|director|agency|body|party|group|coach|player|representative|coordinator)$/
const ofPost =
  /^(ambassador|envoy|heir|advis[eo]r|aide|delegate|visitor|adviser|representative|secretary|assistant|successor|counsel|witness|cousin|friend|answer|reply|letter|appeal|request|message|threat|access|visit|return|invitation|question|petition)$/
