/** Repairs of the words that say who says it: "The bridge, *she said*, was safe"; "…," *said engineer Ada Lund*. */
import { speechVerbs, timeWords } from '../words.ts'
import { bearsTense, hasFiniteAuxiliary, nounOf, type Tokens } from './tokens.ts'

const isSpeech = (tokens: Tokens, i: number) =>
  tokens.at(i).upos === 'VERB' && /^VB[DZP]$/.test(tokens.at(i).xpos) && speechVerbs.has(tokens.at(i).lemma)

/** "The bridge, she said, was safe", with "she said" for what describes the bridge. */
export function asideTakenForRelative(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    if (deprel !== 'acl:relcl' || tokens.list[i + 1]?.form !== ',' || !isSpeech(tokens, i)) continue
    const subject = tokens.kids(i, 'nsubj')[0]
    if (subject === undefined || subject > i || /^W/.test(tokens.at(subject).xpos)) continue
    const noun = tokens.head(i)
    const main = tokens.head(noun)
    if (main > i && tokens.list.slice(noun + 1, i).some(({ form }) => form === ',')) tokens.hang(i, main, 'parataxis')
  }
}

/** "It cost us a year", said engineer Ada Lund: after a quotation the nominal that ends the sentence says it. */
export function speakerAfterVerb(tokens: Tokens) {
  for (const [i] of tokens.list.entries()) {
    const before = tokens.list[i - 1]
    if (
      !before ||
      !/^([,”"]|'')$/.test(before.form) ||
      !/^(say|add|explain|write|note|argue|ask|warn)$/.test(tokens.at(i).lemma)
    )
      continue
    if (!isSpeech(tokens, i) || tokens.kids(i, 'nsubj').some((k) => k > i) || i < 3) continue
    let end = i + 1
    while (/^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(tokens.list[end]?.upos ?? '')) end++
    if (!/^[,.]$/.test(tokens.list[end]?.form ?? '.')) continue
    const speaker = nounOf(tokens, i + 1, end)
    const said = tokens.list.findLastIndex((t, k) => k < i - 1 && t.upos === 'VERB')
    if (speaker === undefined || said < 0 || (tokens.head(i) < 0 && tokens.head(said) < 0)) continue
    for (const k of tokens.kids(i, 'nsubj')) tokens.hang(k, said, 'obj')
    if (tokens.at(speaker).upos !== 'PRON' && tokens.head(speaker) === i && tokens.at(speaker).deprel === 'nsubj')
      continue
    tokens.hang(speaker, i, 'nsubj')
    if (tokens.head(said) === i) tokens.set(said, { deprel: 'ccomp' })
    else if (tokens.head(i) >= 0 && tokens.head(i) < i) tokens.set(i, { deprel: 'parataxis' })
  }
}

/** "University scientist Ma Lund said …", with the scientist for what is said: a noun right before the speaker describes it. */
export function describerTakenForContent(tokens: Tokens) {
  for (const [i, { deprel, upos, xpos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'ccomp' || verb < i || !/^(NOUN|PROPN|NUM)$/.test(upos) || xpos === 'PRP' || !isSpeech(tokens, verb))
      continue
    const subject = tokens.kids(verb, 'nsubj').find((k) => k > i && k < verb)
    if (subject === undefined || tokens.list.slice(i + 1, verb).some((t) => t.upos === 'PUNCT' || t.upos === 'VERB'))
      continue
    if (tokens.kids(i, 'nsubj', 'cop', 'aux').length) continue
    tokens.hang(i, subject, upos === 'NUM' ? 'nummod' : 'compound')
    const said = tokens.kids(verb, 'parataxis').find((k) => k > verb)
    if (said !== undefined && !tokens.kids(verb, 'ccomp').some((k) => k > verb)) tokens.set(said, { deprel: 'ccomp' })
  }
}

/** "said last night that ten roads are closed", with the night for what is said. */
export function timeTakenForContent(tokens: Tokens) {
  for (const [i, { deprel, lemma }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (
      !/^(ccomp|obj)$/.test(deprel) ||
      verb < 0 ||
      verb > i ||
      !timeWords.has(lemma.toLowerCase()) ||
      !isSpeech(tokens, verb)
    )
      continue
    const clause = tokens.kids(i, 'acl:relcl', 'acl')[0]
    const that = clause === undefined ? undefined : tokens.kids(clause).find((k) => tokens.at(k).form === 'that')
    if (clause === undefined || that !== i + 1) continue
    tokens.hang(i, verb, 'obl:unmarked')
    tokens.hang(clause, verb, 'ccomp')
    tokens.set(that, { deprel: 'mark', upos: 'SCONJ', xpos: 'IN' })
  }
}

/** "confirmed a man was taken to hospital": a clause right behind a verb of saying that has no other content is its content. */
export function clauseTakenForAdverbial(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'advcl' || verb < 0 || verb > i || !isSpeech(tokens, verb)) continue
    if (
      tokens.kids(verb, 'ccomp', 'xcomp', 'obj', 'parataxis').length ||
      tokens.kids(i, 'mark', 'advmod').some((k) => k < i)
    )
      continue
    const subject = tokens.kids(i, 'nsubj', 'nsubj:pass').find((k) => k > verb && k < i)
    if (subject === undefined || !(bearsTense(tokens.at(i)) || hasFiniteAuxiliary(tokens, i))) continue
    if (tokens.list.slice(verb + 1, i).some(({ upos }) => /^(PUNCT|SCONJ|CCONJ)$/.test(upos))) continue
    tokens.hang(i, verb, 'ccomp')
  }
}

/** Verbs of saying that take no noun for the one told: one announces *to* somebody. */
const tellsNobody = /^(say|announce|claim|state|explain|report|add|declare|argue|note|confirm|insist|reveal)$/

/** "announced her new company Quendro has bought the mill": the noun right before the clause's subject describes that. */
export function describerTakenForAddressee(tokens: Tokens) {
  for (const [i, { deprel, upos }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (!/^i?obj$/.test(deprel) || !/^(NOUN|PROPN)$/.test(upos) || verb < 0 || verb > i || !isSpeech(tokens, verb))
      continue
    if (!tellsNobody.test(tokens.at(verb).lemma)) continue
    const clause = tokens.kids(verb, 'ccomp', 'parataxis').find((k) => k > i)
    const subject = clause === undefined ? undefined : tokens.kids(clause, 'nsubj', 'nsubj:pass')[0]
    if (subject === undefined || subject !== i + 1 || tokens.at(subject).upos !== 'PROPN') continue
    tokens.hang(i, subject, 'nmod:desc')
    for (const k of tokens.kids(i)) if (k < i) tokens.hang(k, subject, tokens.at(k).deprel)
  }
}

/** "the plan, which the mayor said would cost a million": the nominal between says it, of what "which" stands for. */
export function relativeBeforeSpeech(tokens: Tokens) {
  for (const [i] of tokens.list.entries()) {
    if (!isSpeech(tokens, i)) continue
    const pronoun = tokens.kids(i, 'nsubj').find((k) => k < i && /^(WDT|WP)$/.test(tokens.at(k).xpos))
    const speaker = tokens
      .kids(i, 'nsubj', 'obj', 'nsubj:outer')
      .find((k) => pronoun !== undefined && k > pronoun && k < i)
    const clause = tokens.kids(i, 'ccomp', 'xcomp').find((k) => k > i)
    if (pronoun === undefined || speaker === undefined || clause === undefined) continue
    tokens.hang(speaker, i, 'nsubj')
    if (tokens.kids(clause, 'nsubj', 'nsubj:pass').length) tokens.hang(pronoun, clause, 'obj')
    else tokens.hang(pronoun, clause, 'nsubj')
    if (tokens.at(i).deprel === 'advcl' && tokens.head(i) < pronoun) tokens.set(i, { deprel: 'acl:relcl' })
  }
}

/** "Because the pump broke, the wells are dry", he said: the clause behind the adverbial one is what is said. */
export function clauseBehindAdverbial(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (!/^(advcl|ccomp|parataxis)$/.test(deprel) || verb < 0 || !isSpeech(tokens, verb)) continue
    if (!tokens.kids(i, 'mark', 'advmod').some((k) => k < i && opens.test(tokens.at(k).lemma))) continue
    const end = verb < i ? tokens.list.length : verb
    const comma = tokens.list.findIndex((t, k) => k > i && k < end && t.form === ',')
    if (comma < 0) continue
    const main = tokens.kids(i, 'ccomp', 'parataxis', 'conj').find((k) => k > comma && k < end)
    if (main === undefined || !tokens.kids(main, 'nsubj', 'nsubj:pass').length) continue
    tokens.hang(main, verb, 'ccomp')
    tokens.hang(i, main, 'advcl')
    for (const k of tokens.kids(i, 'mark')) if (verb < k && tokens.at(k).form === 'that') tokens.hang(k, main, 'mark')
  }
}

const opens = /^(because|since|as|if|when|while|although|though|unless|once|after|before|until)$/
