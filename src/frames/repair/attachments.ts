/** Phrases hung on the nearest noun that belong to the asking: "pressed the king *for a charter*", "pleas from parents *for calm*". */
import { isRequestNoun, stem, type Tokens } from './tokens.ts'

/** Verbs that have whom they ask as an object or behind a preposition, and behind *for* what they ask. */
const asking =
  /^(ask|petition|beg|press|plead|appeal|implore|entreat|beseech|badger|pester|nag|lobby|apply|pressure|tap|sue)$/

/** Offices that are named by what they are for: "the minister for health". */
const offices =
  /^(minister|secretary|spokes\w+|director|commissioner|office|officer|department|centre|center|institute|agency|representative|campaigner|rapporteur|manager|undersecretary|advis[eo]r|candidate|envoy|fund|home|school)$/

const hasCase = (tokens: Tokens, i: number, forms: RegExp): boolean =>
  tokens.kids(i, 'case').some((k) => k < i && forms.test(tokens.at(k).form))

/** "petitioned the king for a charter", "appealed to the mayor for calm": what is asked for belongs to the asking. */
export function contentOfVerb(tokens: Tokens) {
  for (const [i, { deprel, upos, form }] of tokens.list.entries()) {
    if (deprel !== 'nmod' || !hasCase(tokens, i, /^for$/) || tokens.kids(i, 'case').length > 1) continue
    const asked = tokens.head(i)
    if (asked < 0 || asked > i || isOffice(tokens, asked, i)) continue
    // "the Centre for Health"
    if (upos === 'PROPN' || /^\p{Lu}/u.test(form)) continue
    const above = tokens.head(asked)
    if (above < 0 || above > asked) continue
    const role = tokens.at(asked).deprel
    const verb = tokens.at(above)
    const ofVerb =
      asking.test(stem(verb) ?? verb.lemma) &&
      verb.upos === 'VERB' &&
      (/^i?obj$/.test(role) || (role === 'obl' && hasCase(tokens, asked, /^(to|with|on|upon)$/)))
    const ofNoun =
      isRequestNoun(tokens.at(above)) && role === 'nmod' && hasCase(tokens, asked, /^(from|by|to|on|upon|with)$/)
    if ((!ofVerb && !ofNoun) || hasContent(tokens, above)) continue
    tokens.hang(i, above, ofVerb ? 'obl' : 'nmod')
  }
}

/** "reminded the mayor *of his duty* to act", hung on whom one reminds. */
export function contentOfReminding(tokens: Tokens) {
  for (const [i, { deprel, lemma }] of tokens.list.entries()) {
    if (deprel !== 'nmod' || !hasCase(tokens, i, /^of$/)) continue
    if (!/^(duty|obligation|responsibility|commitment|promise|pledge|undertaking)$/.test(lemma)) continue
    const told = tokens.head(i)
    const verb = tokens.head(told)
    if (told < 0 || verb < 0 || told > i || verb > told || tokens.at(verb).lemma !== 'remind') continue
    if (!/^i?obj$/.test(tokens.at(told).deprel)) continue
    tokens.hang(i, verb, 'obl')
    for (const k of tokens.kids(verb, 'advcl'))
      if (tokens.kids(k, 'mark')[0] === i + 1) tokens.set(k, { deprel: 'xcomp' })
  }
}

/** "freed the hostages, *as demanded by* the envoy": what was asked for is the deed, of which "as" tells. */
export function askingOfDeed(tokens: Tokens) {
  for (const [i, { deprel, xpos }] of tokens.list.entries()) {
    if (!/^acl/.test(deprel) || xpos !== 'VBN' || tokens.list[i - 1]?.form !== 'as' || !stem(tokens.at(i))) continue
    let above = tokens.head(i)
    for (let n = 0; n < 6 && above >= 0 && tokens.at(above).upos !== 'VERB'; n++) above = tokens.head(above)
    if (above >= 0 && above < i && tokens.at(above).upos === 'VERB') tokens.hang(i, above, 'advcl')
  }
}

/** "demand *pay* rise", "seeks a 10% *pay* rise": behind a verb that takes no bare infinitive a noun describes the next. */
export function describerTakenForInfinitive(tokens: Tokens) {
  for (const [i, { deprel, xpos, upos }] of tokens.list.entries()) {
    if (deprel !== 'xcomp' || upos !== 'VERB' || xpos !== 'VB' || tokens.kids(i, 'mark', 'aux').length) continue
    const verb = tokens.head(i)
    if (
      verb < 0 ||
      verb > i ||
      !/^(demand|seek|request|propose|recommend|oppose|reject|want)$/.test(tokens.at(verb).lemma)
    )
      continue
    if (tokens.list.slice(verb + 1, i).some(({ upos }) => !/^(DET|NUM|SYM|ADJ)$/.test(upos))) continue
    const noun = i + 1
    if (tokens.list[noun]?.upos !== 'NOUN' || (tokens.head(noun) !== i && tokens.head(noun) !== verb)) continue
    for (const k of tokens.kids(i)) if (k !== noun) tokens.hang(k, k > noun ? verb : noun, tokens.at(k).deprel)
    for (let k = verb + 1; k < i; k++)
      if (tokens.head(k) <= verb || tokens.head(k) === i) tokens.hang(k, noun, leading(tokens, k))
    tokens.hang(noun, verb, 'obj')
    tokens.set(i, { upos: 'NOUN', xpos: 'NN' })
    tokens.hang(i, noun, 'compound')
  }
}

const leading = (tokens: Tokens, i: number): string =>
  ({ DET: 'det', NUM: 'nummod', ADJ: 'amod' })[tokens.at(i).upos] ?? 'compound'

/** "put *in* a request with the bank", "handed *in* a petition": what is done with a request is no place. */
export function particleBeforeRequest(tokens: Tokens) {
  for (const [i, { form, deprel }] of tokens.list.entries()) {
    const noun = tokens.head(i)
    const verb = i - 1
    if (form !== 'in' || deprel !== 'case' || noun < i || verb < 0 || !isRequestNoun(tokens.at(noun))) continue
    if (tokens.head(noun) !== verb || !/^(put|hand|send|turn)$/.test(tokens.at(verb).lemma)) continue
    tokens.hang(i, verb, 'compound:prt')
    tokens.hang(noun, verb, 'obj')
    if (tokens.at(verb).xpos === 'VBN' && !tokens.kids(verb, 'aux', 'aux:pass').length)
      tokens.set(verb, { xpos: 'VBD' })
  }
}

/** "went on despite appeals *from the bishop*": right behind a noun of requesting stands whom it comes from. */
export function sourceOfNoun(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (deprel !== 'obl' || !hasCase(tokens, i, /^from$/)) continue
    const mark = tokens.kids(i, 'case')[0]!
    const noun = mark - 1
    const verb = tokens.head(i)
    if (noun < 1 || verb >= noun || !isRequestNoun(tokens.at(noun)) || tokens.head(noun) !== verb) continue
    if (tokens.at(noun).deprel !== 'obl') continue
    tokens.hang(i, noun, 'nmod')
    // "despite calls from residents *to close it*", hung on the verb beside
    for (const k of tokens.kids(verb, 'xcomp', 'advcl'))
      if (tokens.kids(k, 'mark')[0] === i + 1 && tokens.at(i + 1).form === 'to') tokens.hang(k, noun, 'acl')
  }
}

/** "urged Russia for the third time this year *to release* the crew": how often it is asked takes no infinitive. */
export function infinitiveBehindTimes(tokens: Tokens) {
  for (const [i, { deprel, xpos }] of tokens.list.entries()) {
    if (
      !/^(acl|advcl)$/.test(deprel) ||
      xpos !== 'VB' ||
      !tokens.kids(i, 'mark').some((k) => tokens.at(k).form === 'to')
    )
      continue
    let time = tokens.head(i)
    for (let n = 0; n < 3 && time > 0 && !isCount(tokens, time); n++) time = tokens.head(time)
    if (time < 0 || time > i || !isCount(tokens, time)) continue
    const verb = tokens.head(time)
    if (verb < 0 || verb > time || tokens.at(verb).upos !== 'VERB' || stem(tokens.at(verb)) === undefined) continue
    if (!hasContent(tokens, verb)) tokens.hang(i, verb, 'xcomp')
  }
}

/** "the third time" behind *for*. */
const isCount = (tokens: Tokens, i: number): boolean =>
  tokens.at(i).lemma === 'time' &&
  /^(obl|nmod)/.test(tokens.at(i).deprel) &&
  hasCase(tokens, i, /^for$/) &&
  tokens.kids(i, 'amod').length > 0

/** "asked for and received *a pledge*", "neither asked for nor took *a bribe*": both verbs have the one object. */
export function objectOfBoth(tokens: Tokens) {
  for (const [i, { form, upos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (form !== 'for' || upos !== 'ADP' || verb < 0 || verb >= i || tokens.at(verb).upos !== 'VERB') continue
    if (stem(tokens.at(verb)) === undefined || tokens.kids(verb, 'obj').length) continue
    if (!/^(and|or|nor|but)$/.test(tokens.list[i + 1]?.form ?? '')) continue
    const other = tokens.kids(verb, 'conj').find((k) => k > i + 1 && k <= i + 4)
    const object = other === undefined ? undefined : tokens.kids(other, 'obj')[0]
    if (object === undefined || object < other!) continue
    tokens.hang(object, verb, 'obl')
    tokens.hang(i, object, 'case')
  }
}

/** "wants the crane *shut* down": behind what is wanted stands how it shall be, which looks like an infinitive. */
export function participleLikeBase(tokens: Tokens) {
  for (const [i, { deprel, xpos, form }] of tokens.list.entries()) {
    if (
      deprel !== 'xcomp' ||
      xpos !== 'VB' ||
      tokens.kids(i, 'mark').length ||
      !/^(shut|put|cut|set|let|read)$/.test(form)
    )
      continue
    const verb = tokens.head(i)
    if (verb < 0 || verb > i || !/^(want|order|need)$/.test(tokens.at(verb).lemma)) continue
    if (tokens.kids(verb, 'obj').some((k) => k > verb && k < i)) tokens.set(i, { xpos: 'VBN' })
  }
}

/** The content of the asking stands already: "asked the fund for widows to pay". */
const hasContent = (tokens: Tokens, i: number): boolean =>
  tokens.kids(i, 'xcomp', 'ccomp', 'acl').some((k) => k > i) ||
  tokens.kids(i, 'obl', 'nmod').some((k) => k > i && hasCase(tokens, k, /^for$/) && tokens.at(k).lemma !== 'time')

/** An office and, with no word before it, what it is for. */
const isOffice = (tokens: Tokens, asked: number, purpose: number): boolean =>
  offices.test(tokens.at(asked).lemma.toLowerCase()) &&
  !tokens.kids(purpose, 'det', 'amod', 'nummod', 'nmod:poss').some((k) => k < purpose)
