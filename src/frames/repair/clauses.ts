/** Repairs of clauses that hang on the wrong word. */
import { isActorNoun } from '../../lexicon/index.ts'
import { requestVerbs } from '../words.ts'
import { baseAfter, isFiniteVerb, type Tokens } from './tokens.ts'

/** "told the premier that Peru needs help": after a verb of telling and a name, "that" opens what is told. */
export function contentTakenForRelative(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const noun = tokens.head(i)
    const verb = tokens.head(noun)
    if (deprel !== 'acl:relcl' || verb < 0 || verb > noun || !/^(tell|warn|remind|advise)$/.test(tokens.at(verb).lemma))
      continue
    const that = tokens.kids(i, 'obj', 'mark').find((k) => tokens.at(k).form === 'that' && k > noun && k < i)
    if (that === undefined || !tokens.kids(i, 'nsubj', 'nsubj:pass').length) continue
    if (!/^(PROPN|PRON)$/.test(tokens.at(noun).upos) && !tokens.kids(i, 'xcomp', 'ccomp', 'cop').length) continue
    tokens.hang(i, verb, 'ccomp')
    tokens.set(that, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' })
  }
}

/** "Noyb, which had petitioned Brussels": a verb whose subject is "who" or "which" describes the nominal before. */
export function relativeClause(tokens: Tokens) {
  for (const [i, { xpos, deprel, head, lemma }] of tokens.list.entries()) {
    if (!/^W(P|DT)$/.test(xpos) || !/^(who|which)$/.test(lemma) || !deprel.startsWith('nsubj') || head === 0) continue
    const verb = head - 1
    if (verb < i || !['conj', 'parataxis', 'advcl', 'appos', 'ccomp'].includes(tokens.at(verb).deprel)) continue
    const before = tokens.list[i - 1]?.form === ',' ? i - 2 : i - 1
    const last = tokens.list[before]
    if (!last || !/^(NOUN|PROPN)$/.test(last.upos)) continue
    const noun = last.deprel === 'flat' ? last.head - 1 : before
    if (noun !== verb) tokens.hang(verb, noun, 'acl:relcl')
  }
}

/** "The mayor of Lima, *who* asked …", "a fund in Oslo, *which* asked …": the place does not ask. */
export function relativeOfWhole(tokens: Tokens) {
  for (const [i, { deprel, lemma }] of tokens.list.entries()) {
    const part = tokens.head(i)
    if (deprel !== 'acl:relcl' || part < 0 || tokens.at(part).deprel !== 'nmod' || !requestVerbs.has(lemma)) continue
    const pronoun = tokens.kids(i, 'nsubj', 'nsubj:pass').find((k) => /^(who|which)$/.test(tokens.at(k).form))
    const whole = tokens.head(part)
    if (pronoun === undefined || tokens.list[pronoun - 1]?.form !== ',' || whole < 0 || whole > part) continue
    const who = tokens.at(pronoun).form === 'who'
    const place = tokens.kids(part, 'case').some((c) => /^(in|at|near|from)$/.test(tokens.at(c).form))
    const person = isActorNoun(tokens.at(whole).lemma) || tokens.at(whole).upos === 'PROPN'
    const plural = /S$/.test(tokens.at(part).xpos)
    if (who ? person && !plural : place && tokens.at(part).upos === 'PROPN') tokens.hang(i, whole, 'acl:relcl')
  }
}

/** "she had no objection; *her predecessor* had been asked": what stands behind a semicolon is the subject there. */
export function subjectBehindSemicolon(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (!deprel.startsWith('nsubj') || verb < i) continue
    const subject = tokens
      .kids(i, 'conj', 'appos', 'parataxis')
      .find((k) => k > i && k < verb && !tokens.kids(k, 'cc').length && hasSemicolon(tokens, i, k))
    const before = tokens.list.findLastIndex((t, k) => k < i && t.upos === 'VERB')
    if (subject === undefined || !/^(NOUN|PROPN|PRON)$/.test(tokens.at(subject).upos)) continue
    tokens.hang(subject, verb, deprel)
    if (before >= 0) tokens.hang(i, before, 'obj')
    else tokens.hang(i, verb, 'dislocated')
  }
}

const hasSemicolon = (tokens: Tokens, from: number, to: number) =>
  tokens.list.slice(from + 1, to).some(({ form }) => form === ';')

/** "wrote to his readers, whom he asked to wait": "whom" is the object of a verb that describes the nominal before. */
export function relativeOfWhom(tokens: Tokens) {
  for (const [i, { xpos, lemma }] of tokens.list.entries()) {
    if (xpos !== 'WP' || lemma !== 'whom' || tokens.list[i - 1]?.upos === 'ADP') continue
    const verb = tokens.head(i)
    if (verb < i || tokens.at(verb).upos !== 'VERB') continue
    const before = tokens.list[i - 1]?.form === ',' ? i - 2 : i - 1
    const last = tokens.list[before]
    if (!last || !/^(NOUN|PROPN)$/.test(last.upos)) continue
    tokens.hang(i, verb, 'obj')
    const noun = last.deprel === 'flat' ? last.head - 1 : before
    if (tokens.at(verb).deprel !== 'acl:relcl' && noun !== verb) tokens.hang(verb, noun, 'acl:relcl')
  }
}

/** "wrote to the mayors of two towns requesting that …": whoever writes requests, not whom they write to. */
export function participleOfLetter(tokens: Tokens) {
  for (const [i, { xpos, deprel, lemma }] of tokens.list.entries()) {
    if (xpos !== 'VBG' || deprel !== 'acl' || !requestVerbs.has(lemma)) continue
    let noun = tokens.head(i)
    for (let n = 0; n < 4 && noun >= 0 && tokens.at(noun).deprel === 'nmod'; n++) noun = tokens.head(noun)
    const verb = tokens.head(noun)
    if (noun < 0 || verb < 0 || tokens.at(noun).deprel !== 'obl') continue
    if (!/^(write|cable|appeal|telegraph|speak|turn)$/.test(tokens.at(verb).lemma)) continue
    if (tokens.kids(noun, 'case').some((c) => tokens.at(c).form === 'to')) tokens.hang(i, verb, 'advcl')
  }
}

/** "asked the firm for proof that the pits are closed": what is to be proved belongs to the proof. */
export function clauseOfProof(tokens: Tokens) {
  for (const [i, { upos, lemma }] of tokens.list.entries()) {
    if (
      upos !== 'NOUN' ||
      !/^(evidence|proof|assurance|confirmation|guarantee|undertaking|promise|sign|word)$/.test(lemma)
    )
      continue
    const that = tokens.list[i + 1]
    const verb = tokens.head(i)
    if (that?.form !== 'that' || that.deprel !== 'mark' || verb < 0 || verb > i) continue
    const clause = that.head - 1
    if (clause > i && tokens.head(clause) === verb) tokens.hang(clause, i, 'acl')
  }
}

/** "called for the killers of the man to be tried": the infinitive after a *for* phrase is what its nominal should do. */
export function infinitiveOfFor(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (!/^(obl|conj)$/.test(deprel) || !tokens.kids(i, 'case').some((c) => tokens.at(c).form === 'for')) continue
    // "called for better pay and *for the owner to go*"
    const verb = deprel === 'obl' ? tokens.head(i) : tokens.head(tokens.head(i))
    if (verb < 0 || verb > i || !requestVerbs.has(tokens.at(verb).lemma)) continue
    const past = behindApposition(tokens, i)
    const to = tokens.list.findIndex(
      (t, k) => k > past && (t.form === 'to' || /^(VERB|AUX|PUNCT|CCONJ|SCONJ)$/.test(t.upos)),
    )
    if (to < 0 || tokens.at(to).xpos !== 'TO' || to - past > 8) continue
    const infinitive = baseAfter(tokens, to)
    if (infinitive === undefined || infinitive < i || tokens.head(infinitive) === i) continue
    tokens.hang(infinitive, i, 'acl')
    tokens.hang(to, infinitive, 'mark')
  }
}

/** The comma that closes the apposition of a nominal, or the nominal itself. */
function behindApposition(tokens: Tokens, noun: number): number {
  if (tokens.list[noun + 1]?.form !== ',') return noun
  const close = tokens.list.findIndex((t, k) => k > noun + 1 && k < noun + 10 && t.form === ',')
  const apposition = tokens.kids(noun, 'appos').find((k) => k > noun && k < close)
  return close > 0 && apposition !== undefined && tokens.list[close + 1]?.xpos === 'TO' ? close : noun
}

/** "demanded that the cashier … open the safe": a clause whose "that" follows the verb at once is its content. */
export function clauseAfterThat(tokens: Tokens) {
  for (const [i, { form, deprel, head }] of tokens.list.entries()) {
    const verb = tokens.list[i - 1]
    if (form !== 'that' || deprel !== 'mark' || verb?.upos !== 'VERB' || !requestVerbs.has(verb.lemma)) continue
    const clause = head - 1
    if (clause > i && tokens.head(clause) !== i - 1 && !tokens.kids(i - 1, 'ccomp').length)
      tokens.hang(clause, i - 1, 'ccomp')
  }
}

/** "urged clients to remain calm and begged the state": a finite verb continues a finite verb, not the infinitive below it. */
export function finiteConjuncts(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.deprel !== 'conj' || !isFiniteVerb(tokens, i) || tokens.kids(i, 'nsubj', 'nsubj:pass', 'mark').length)
      continue
    let above = tokens.head(i)
    if (above < 0 || isFiniteVerb(tokens, above)) continue
    for (let n = 0; n < 6 && above >= 0 && !isFiniteVerb(tokens, above); n++) above = tokens.head(above)
    if (above >= 0 && above < i && tokens.kids(above, 'nsubj', 'nsubj:pass').length) tokens.hang(i, above, 'conj')
  }
}

/** "to pay their dues, which help widows, and *to vote*": an infinitive with "to" continues one, not the finite verb between. */
export function infinitiveConjuncts(tokens: Tokens) {
  const isInfinitive = (i: number) => tokens.at(i).xpos === 'VB' && toOf(tokens, i) !== undefined
  for (const [i, { deprel }] of tokens.list.entries()) {
    const above = tokens.head(i)
    if (deprel !== 'conj' || above < 0 || above > i || !isInfinitive(i) || isInfinitive(above)) continue
    if (tokens.at(above).upos !== 'VERB' || toOf(tokens, above) !== undefined) continue
    const first = tokens.head(tokens.head(above))
    const relative = tokens.at(above).deprel === 'acl:relcl'
    if (relative && first >= 0 && isInfinitive(first)) tokens.hang(i, first, 'conj')
  }
}

const toOf = (tokens: Tokens, verb: number) => tokens.kids(verb, 'mark').find((k) => tokens.at(k).xpos === 'TO')

/** "requested the butterflies be protected": between the verb of requesting and a bare "be" stands the subject of its clause. */
export function bareSubjunctive(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.form !== 'be' || !/^(aux|cop)/.test(token.deprel)) continue
    const before = tokens.list[i - 1]
    if (!before || !/^(NOUN|PROPN|PRON|PART)$/.test(before.upos) || before.form.toLowerCase() === 'to') continue
    const verb = tokens.list.findLastIndex((t, k) => k < i && /^(VERB|AUX)$/.test(t.upos))
    const main = tokens.head(i)
    if (verb < 0 || i - verb > 8 || main < i || !requestVerbs.has(tokens.at(verb).lemma)) continue
    if (tokens.list.slice(verb + 1, i).some((t) => /^(to|by|,)$/.test(t.form))) continue
    const subject =
      tokens.kids(verb, 'obj', 'iobj').find((k) => k > verb && k < i) ?? tokens.kids(main, 'nsubj', 'nsubj:pass')[0]
    if (subject === undefined || tokens.head(verb) === main) continue
    tokens.hang(main, verb, 'ccomp')
    tokens.hang(subject, main, token.deprel === 'cop' ? 'nsubj' : 'nsubj:pass')
  }
}

/** "after Ito, a judge, ordered that …": a nominal behind "after" is the subject of the verb that follows it without one. */
export function subjectAfterMark(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (!/^VB[DN]$/.test(token.xpos) || !requestVerbs.has(token.lemma)) continue
    if (token.deprel !== 'advcl' && !(token.deprel === 'acl' && tokens.kids(i, 'ccomp').length)) continue
    if (tokens.kids(i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'mark', 'advmod').some((k) => k < i)) continue
    let clause = tokens.head(i)
    for (let n = 0; n < 4 && clause >= 0 && tokens.at(clause).upos !== 'VERB'; n++) clause = tokens.head(clause)
    const noun = tokens
      .kids(clause, 'obl')
      .find((k) => k < i && tokens.kids(k, 'case').some((c) => /^(after|before|since|until)$/.test(tokens.at(c).form)))
    if (noun === undefined || tokens.list[i - 1]?.form !== ',' || i - noun > 15) continue
    for (const c of tokens.kids(noun, 'case')) tokens.set(c, { head: i + 1, deprel: 'mark', upos: 'SCONJ' })
    tokens.hang(i, clause, 'advcl')
    tokens.hang(noun, i, 'nsubj')
    tokens.set(i, { xpos: 'VBD' })
  }
}

/** "asked the court intervene": a base form with a subject of its own right behind a verb of requesting is its content. */
export function bareClause(tokens: Tokens) {
  for (const [i, token] of tokens.list.entries()) {
    if (token.upos !== 'VERB' || !/^(ask|request|demand|insist|recommend|suggest|propose|urge)$/.test(token.lemma))
      continue
    const clause = tokens
      .kids(i, 'parataxis')
      .find((k) => k > i && tokens.at(k).form === tokens.at(k).lemma && /^VBP?$/.test(tokens.at(k).xpos))
    const subject = clause === undefined ? undefined : tokens.kids(clause, 'nsubj')[0]
    if (clause === undefined || subject === undefined || subject < i || !/^NNP?$/.test(tokens.at(subject).xpos))
      continue
    if (
      tokens.list.slice(i + 1, clause).some(({ upos }) => upos === 'PUNCT') ||
      tokens.kids(i, 'xcomp', 'ccomp').length
    )
      continue
    tokens.hang(clause, i, 'ccomp')
    tokens.set(clause, { xpos: 'VB' })
  }
}
