/** Repairs of who tells: "X reported *its source said*", "Belling *replied* that he had …", "had not, as of May, *announced*". */
import { speechVerbs } from '../words.ts'
import { bearsTense, isFiniteVerb, type Tokens } from './tokens.ts'

/** "The paper reported on Monday a source said it fell": with no mark between, what stands behind the first verb is its content. */
export function contentTakenForSpeech(tokens: Tokens) {
  for (const [i, { deprel }] of tokens.list.entries()) {
    const later = tokens.head(i)
    if (deprel !== 'ccomp' || later < i || !isTold(tokens, i) || !isTold(tokens, later)) continue
    const own = tokens.kids(i, 'nsubj')[0]
    const subject = tokens.kids(later, 'nsubj').find((k) => k > i)
    if (own === undefined || own > i || subject === undefined || tokens.kids(i, 'ccomp', 'obj').length) continue
    const first = Math.min(subject, ...tokens.kids(subject).filter((k) => k > i))
    if (tokens.list.slice(i, first).some(({ upos }) => upos === 'PUNCT')) continue
    const { head, deprel: role } = tokens.at(later)
    tokens.set(i, { head, deprel: role })
    tokens.hang(later, i, 'ccomp')
  }
}

const isTold = (tokens: Tokens, i: number) =>
  tokens.at(i).upos === 'VERB' && bearsTense(tokens.at(i)) && speechVerbs.has(tokens.at(i).lemma)

/** "but *denies* having asked", "Belling *replied* that he had": a verb of saying is nobody's auxiliary. */
export function verbTakenForAuxiliary(tokens: Tokens) {
  for (const [i, { deprel, lemma }] of tokens.list.entries()) {
    const verb = tokens.head(i)
    if (deprel !== 'aux' || verb < i || !(speechVerbs.has(lemma) || lemma === 'deny')) continue
    if (!/^VB[DZPN]$/.test(tokens.at(i).xpos)) continue
    const subject = tokens.kids(verb, 'nsubj', 'nsubj:pass').find((k) => k > i)
    const { head, deprel: role } = tokens.at(verb)
    for (const k of tokens.kids(verb)) if (k < i) tokens.hang(k, i, tokens.at(k).deprel)
    tokens.set(i, { head, deprel: role, upos: 'VERB' })
    tokens.hang(verb, i, subject === undefined ? 'xcomp' : 'ccomp')
    // "Belling" at the head of the sentence, with its capital, may look like a participle
    const opening = tokens.kids(i, 'advcl')[0]
    if (opening === 0 && i === 1)
      tokens.set(0, { deprel: 'nsubj', upos: 'PROPN', xpos: 'NNP', lemma: tokens.at(0).form })
  }
}

/** "had not, as of yesterday, announced": the participle behind what is put between is the verb of the auxiliary. */
export function participleBehindAside(tokens: Tokens) {
  for (const [i, { lemma, upos }] of tokens.list.entries()) {
    if (lemma !== 'have' || upos !== 'AUX' || !bearsTense(tokens.at(i)) || tokens.at(i).deprel === 'aux') continue
    if (tokens.kids(i, 'obj', 'xcomp', 'ccomp').length || tokens.list[i + 1]?.form.toLowerCase() !== 'not') continue
    const verb = tokens.kids(i, 'conj', 'parataxis', 'advcl').find((k) => k > i && /^VB[DN]$/.test(tokens.at(k).xpos))
    if (verb === undefined || tokens.at(verb - 1).form !== ',' || tokens.kids(verb, 'nsubj', 'aux', 'cc').length)
      continue
    const { head, deprel } = tokens.at(i)
    for (const k of tokens.kids(i)) if (k !== verb) tokens.hang(k, verb, tokens.at(k).deprel)
    tokens.set(verb, { head, deprel, xpos: 'VBN' })
    tokens.hang(i + 1, verb, 'advmod')
    tokens.hang(i, verb, 'aux')
  }
}

/** "denies ever *having asked* him": the participle behind "having" is the verb. */
export function participleBehindHaving(tokens: Tokens) {
  for (const [i, { lemma, xpos, deprel }] of tokens.list.entries()) {
    if (lemma !== 'have' || xpos !== 'VBG' || deprel === 'aux') continue
    const verb = tokens.kids(i, 'xcomp').find((k) => k > i && k <= i + 2 && /^VB[DN]$/.test(tokens.at(k).xpos))
    if (verb === undefined) continue
    const { head, deprel: role } = tokens.at(i)
    const denied = head > 0 && tokens.at(head - 1).lemma === 'deny'
    for (const k of tokens.kids(i)) if (k !== verb) tokens.hang(k, verb, tokens.at(k).deprel)
    tokens.set(verb, { head, deprel: denied ? 'xcomp' : role, xpos: 'VBN' })
    tokens.hang(i, verb, 'aux')
    tokens.set(i, { upos: 'AUX' })
  }
}

/** "reported that the pay was cut for a year, and *that* the crew was asked to go": a second "that" joins the first. */
export function secondThat(tokens: Tokens) {
  let first = -1
  for (const [i, { deprel, form }] of tokens.list.entries()) {
    if (deprel !== 'mark' || form !== 'that') continue
    const clause = tokens.head(i)
    if (clause < 0) continue
    if (tokens.at(clause).deprel === 'ccomp') first = clause
    else if (
      tokens.at(clause).deprel === 'conj' &&
      first >= 0 &&
      first < i &&
      tokens.list[tokens.head(clause)]?.upos === 'NOUN'
    )
      if (tokens.at(i - 1).upos === 'CCONJ') tokens.hang(clause, first, 'conj')
  }
}

/** "The diary *records* that he paid": a noun with nothing above it and a clause with "that" behind it is the verb. */
export function recordTakenForNoun(tokens: Tokens) {
  for (const [i, { upos, xpos, head, lemma }] of tokens.list.entries()) {
    if (upos !== 'NOUN' || xpos !== 'NNS' || head !== 0 || !/^(record|report|claim|note|state|answer)$/.test(lemma))
      continue
    if (tokens.list[i + 1]?.form !== 'that' || tokens.list[i - 1]?.upos !== 'NOUN' || tokens.at(i - 1).xpos !== 'NN')
      continue
    const clause = tokens
      .kids(i, 'acl:relcl', 'acl')
      .find((k) => tokens.kids(k, 'nsubj', 'nsubj:pass').some((s) => s > i + 1))
    if (clause === undefined) continue
    for (const k of tokens.kids(i)) if (k < i - 1) tokens.hang(k, i - 1, tokens.at(k).deprel)
    tokens.hang(i - 1, i, 'nsubj')
    tokens.set(i, { upos: 'VERB', xpos: 'VBZ' })
    tokens.hang(clause, i, 'ccomp')
    tokens.hang(i + 1, clause, 'mark')
    tokens.set(i + 1, { upos: 'SCONJ', xpos: 'IN' })
  }
}

/** "He gave his reasons, fewer votes than Joe Bell, *saying* it was over": behind a comma whoever the sentence is about says it. */
export function sayingBehindName(tokens: Tokens) {
  for (const [i, { deprel, lemma, xpos }] of tokens.list.entries()) {
    if (deprel !== 'acl' || xpos !== 'VBG' || !/^(say|add|note|warn|argue|claim|insist)$/.test(lemma)) continue
    const noun = tokens.head(i)
    if (noun < 0 || noun > i || tokens.at(i - 1).form !== ',' || tokens.at(noun).upos !== 'PROPN') continue
    let verb = tokens.head(noun)
    let steps = 0
    while (
      verb >= 0 &&
      steps++ < 20 &&
      !(
        isFiniteVerb(tokens, verb) && tokens.kids(verb, 'nsubj').some((k) => k !== noun && tokens.at(k).upos !== 'PRON')
      )
    )
      verb = tokens.head(verb)
    if (verb >= 0 && verb < noun) tokens.hang(i, verb, 'advcl')
  }
}

/** "The letter *blamed* clerks": with a subject, an object and no auxiliary, what looks like a participle is in the past. */
export function pastTakenForParticiple(tokens: Tokens) {
  for (const [i, { xpos, upos, deprel }] of tokens.list.entries()) {
    if (xpos !== 'VBN' || upos !== 'VERB' || !/^(root|ccomp|parataxis)$/.test(deprel)) continue
    if (tokens.kids(i, 'aux', 'aux:pass', 'nsubj:pass', 'cop', 'mark').some((k) => tokens.at(k).form !== 'that'))
      continue
    const [subject, object] = [tokens.kids(i, 'nsubj')[0], tokens.kids(i, 'obj')[0]]
    if (subject !== undefined && subject < i && object !== undefined && object > i) tokens.set(i, { xpos: 'VBD' })
  }
}
