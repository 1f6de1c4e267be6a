/**
 * Repairs of sentences whose subject is described by a clause that was taken for the sentence itself: "Villagers *told to
 * leave* slept in the church", "The firm, *whose owner asked for help*, closed". The verb behind the clause, which has no
 * subject of its own, is the main one (the garden path of Bever 1970, which parsers walk as readers do).
 */
import { requestVerbs, tellsSomebody, timeWords } from '../words.ts'
import { bearsTense, isTime, isUnder, subjectOf, type Tokens } from './tokens.ts'

/** A main verb further off is not looked for. */
const longest = 40

/** Verbs that go on with a clause that no word opens: "told them to say *the road was closed*". */
const takesClause =
  /^(say|believe|think|know|see|ensure|hope|pretend|claim|prove|show|hear|learn|find|make|confirm|swear|tell|let|help|watch|suppose|assume|admit|deny|feel|wish|bet|guess|mean|promise|report|state|note|add|insist|argue|fear|expect|suspect|decide|agree|announce|realise|realize|remember|forget|understand|notice|suggest|propose|demand|request|ask|recommend|check|declare|stress|warn|indicate|conclude|reveal|imagine|acknowledge|explain|guarantee|pray|urge|beg)$/

interface Modifier {
  /** The nominal that is described. */
  readonly noun: number
  /** The verb of the clause that describes it. */
  readonly verb: number
  /** The clause is set off by commas. */
  readonly apart: boolean
  /** No relative word opens the clause: its participle does. */
  readonly reduced: boolean
}

export function mainBehindModifier(tokens: Tokens) {
  for (const [verb, { upos }] of tokens.list.entries()) {
    if (upos !== 'VERB') continue
    const modifier = modifierAt(tokens, verb)
    if (modifier === undefined) continue
    const main = mainBehind(tokens, modifier)
    if (main !== undefined && (requestVerbs.has(tokens.at(verb).lemma) || requestVerbs.has(tokens.at(main).lemma)))
      restore(tokens, modifier, main)
  }
}

function modifierAt(tokens: Tokens, verb: number): Modifier | undefined {
  return relativeAt(tokens, verb) ?? contactAt(tokens, verb) ?? reducedAt(tokens, verb)
}

/** A clause with "who", "whose", "from whom" whose noun has no other verb. */
function relativeAt(tokens: Tokens, verb: number): Modifier | undefined {
  const { deprel } = tokens.at(verb)
  const noun = /^acl/.test(deprel)
    ? tokens.head(verb)
    : tokens.kids(verb, 'nsubj', 'nsubj:pass', 'dislocated', 'obl:unmarked').find((k) => k < verb)
  if (noun === undefined || noun < 0 || noun > verb || !/^(NOUN|PROPN|PRON)$/.test(tokens.at(noun).upos))
    return undefined
  if (/^acl/.test(deprel) && tokens.head(noun) >= 0 && tokens.at(noun).deprel !== 'dislocated') return undefined
  const opening = tokens.list.findIndex(({ xpos }, i) => i > noun && i < verb && /^W/.test(xpos))
  if (opening < 0) return undefined
  const word = tokens.at(opening).form.toLowerCase()
  if (!/^(who|whom|whose|which|that)$/.test(word)) return undefined
  // "whose owner died in March asked": another verb has the relative word
  if (tokens.list.slice(opening, verb).some((t) => bearsTense(t) && !/^(aux|cop)/.test(t.deprel))) return undefined
  const between = tokens.list.slice(noun + 1, opening)
  if (!between.every(({ upos, form }) => upos === 'ADP' || form === ',' || upos === 'PROPN')) return undefined
  return { noun, verb, apart: tokens.list[noun + 1]?.form === ',', reduced: false }
}

/** "Everyone *I met there* asked for bread" */
function contactAt(tokens: Tokens, verb: number): Modifier | undefined {
  const noun = tokens.kids(verb, 'obl:unmarked', 'dislocated', 'obj', 'nsubj').find((k) => k < verb)
  if (noun === undefined || !/^(NOUN|PRON)$/.test(tokens.at(noun).upos) || timeWords.has(tokens.at(noun).lemma))
    return undefined
  const subject = tokens.list[noun + 1]
  if (subject === undefined || !/^(i|we|he|she|they)$/i.test(subject.form) || subject.head !== verb + 1)
    return undefined
  if (tokens.kids(noun, 'case', 'mark').length || noun === subject.id - 1) return undefined
  return { noun, verb, apart: false, reduced: false }
}

/** A participle right behind the noun, taken for the past: "Clerks *asked* to work on Sundays refused". */
function reducedAt(tokens: Tokens, verb: number): Modifier | undefined {
  const { xpos } = tokens.at(verb)
  if (
    !/^VB[DN]$/.test(xpos) ||
    tokens.kids(verb, 'aux', 'aux:pass', 'cop', 'mark', 'cc', 'ccomp').some((k) => k < verb)
  )
    return undefined
  const subjects = tokens.kids(verb, 'nsubj', 'nsubj:pass')
  const [noun] = subjects
  if (noun === undefined || subjects.length > 1 || noun > verb || tokens.at(noun).upos === 'PRON') return undefined
  const between = tokens.list.slice(noun + 1, verb)
  if (!between.every((t) => t.upos !== 'PUNCT' && (isUnder(tokens, t.id - 1, noun, 6) || t.upos === 'ADV')))
    return undefined
  // "ordered *the network* to shut"
  if (tokens.kids(verb, 'xcomp', 'ccomp', 'advcl').some((k) => tokens.kids(k, 'nsubj').some((s) => s > verb && s < k)))
    return undefined
  const object = tokens
    .kids(verb, 'obj', 'iobj', 'xcomp')
    .find(
      (k) =>
        k > verb &&
        /^(NOUN|PROPN|PRON|NUM)$/.test(tokens.at(k).upos) &&
        !timeWords.has(tokens.at(k).lemma) &&
        !tokens.kids(k, 'case').length,
    )
  return object === undefined ? { noun, verb, apart: false, reduced: true } : undefined
}

/** The verb without a subject of its own that stands behind the clause. */
function mainBehind(tokens: Tokens, modifier: Modifier): number | undefined {
  const { verb, reduced } = modifier
  const end = Math.min(tokens.list.length, verb + longest)
  for (let i = verb + 1; i < end; i++) {
    const token = tokens.at(i)
    if (/^[;:.?!"“”—–(]$/.test(token.form)) return undefined
    // what another clause opens is that clause's
    if (reduced && /^(,|that|and|but|or)$/.test(token.form)) return undefined
    if (!bearsTense(token) && !mayBePast(tokens, i, modifier)) continue
    const main = /^(aux|cop)/.test(token.deprel) && tokens.head(i) > i ? tokens.head(i) : lexical(tokens, i)
    if (standsAlone(tokens, i, main, modifier)) return main
  }
  return undefined
}

/** "have *formed*", where the parser took "have" for the verb. */
function lexical(tokens: Tokens, i: number): number {
  const { lemma } = tokens.at(i)
  if (!/^(have|be|will|would|can|could|may|might|should|must)$/.test(lemma)) return i
  for (let k = i + 1; k < Math.min(tokens.list.length, i + 4); k++) {
    const { xpos, upos } = tokens.at(k)
    if (upos === 'VERB' && /^VB[NG]?$/.test(xpos)) return k
    if (!/^(ADV|PART|AUX)$/.test(upos)) return i
  }
  return i
}

/** A form of the past that was taken for a participle: it has an object, or ends a sentence that has no other verb. */
function mayBePast(tokens: Tokens, i: number, { verb, noun, reduced }: Modifier): boolean {
  const { upos, xpos, deprel } = tokens.at(i)
  if (upos !== 'VERB' || xpos !== 'VBN' || !/^(acl|advcl|amod|conj|xcomp)/.test(deprel)) return false
  if (tokens.kids(i, 'aux', 'aux:pass', 'mark', 'cc', 'obl:agent').length) return false
  if (tokens.kids(i, 'obl').some((k) => isBy(tokens, k))) return false
  if (tokens.kids(i, 'obj', 'iobj', 'ccomp').some((k) => k > i) || tokens.kids(i, 'xcomp').length) return true
  if (!reduced) return tokens.head(noun) < 0 || tokens.at(noun).deprel === 'dislocated'
  const rest = tokens.list.slice(i + 1).filter((t) => t.upos !== 'PUNCT' && !isUnder(tokens, t.id - 1, i, 6))
  return !rest.length && tellsSomebody.has(tokens.at(verb).lemma) && infinitiveOf(tokens, verb) !== undefined
}

const infinitiveOf = (tokens: Tokens, verb: number) =>
  tokens.kids(verb, 'xcomp', 'advcl').find((k) => k > verb && tokens.at(k).xpos === 'VB')

/** Nothing before the verb opens a clause for it, and what was taken for its subject is the object of the clause before. */
function standsAlone(tokens: Tokens, first: number, main: number, { noun, verb, apart, reduced }: Modifier): boolean {
  if (tokens.kids(main, 'nsubj', 'nsubj:pass').some((k) => k <= verb && k !== noun && k !== verb)) return false
  if (tokens.kids(main, 'cop').length && tokens.at(first).upos !== 'AUX') return false
  let before = first - 1
  while (tokens.at(before).upos === 'ADV' && before > verb) before--
  const { form, upos, xpos } = tokens.at(before)
  if (before <= verb && reduced) return false
  if (/^(CCONJ|SCONJ|PART|AUX)$/.test(upos) || /^(W.*|TO|PRP|EX)$/.test(xpos)) return xpos === 'EX' && form === 'there'
  if (apart !== (form === ',')) return false
  const subject = tokens.kids(main, 'nsubj', 'nsubj:pass').find((k) => k > verb)
  const marks = tokens.kids(main, 'mark').filter((k) => k > verb && k < main)
  if (subject === undefined) return !marks.length && !opened(tokens, verb, first)
  if (isTime(tokens, subject)) return true
  if (marks.length || apart || /^(PRON|DET)$/.test(tokens.at(subject).upos) || opened(tokens, verb, first)) return false
  const last = tokens.list.findLastIndex((t, i) => i < subject && i >= verb && t.upos === 'VERB')
  // but "from whom they *demanded a confession* was deaf"
  if (last < 0 || (takesClause.test(tokens.at(last).lemma) && (last !== verb || reduced))) return false
  return !tokens.kids(last, 'obj', 'iobj').some((k) => k > last)
}

/** A word that opens a clause stands between: "told to leave *when the dam* broke". */
function opened(tokens: Tokens, verb: number, main: number): boolean {
  let open = false
  for (const { id, upos, xpos, form } of tokens.list.slice(verb + 1, main)) {
    if ((upos === 'SCONJ' || /^W/.test(xpos)) && !/^(to|for)$/.test(form)) open = true
    else if (open && bearsTense(tokens.at(id - 1))) open = false
  }
  return open
}

function restore(tokens: Tokens, { noun, verb, reduced }: Modifier, main: number) {
  if (!isUnder(tokens, verb, main, 6)) {
    const { head, deprel } = tokens.at(/^acl/.test(tokens.at(verb).deprel) ? noun : verb)
    tokens.set(main, { head, deprel })
  }
  // what was taken for the subject is the object of the verb before it
  for (const k of tokens.kids(main, 'nsubj', 'nsubj:pass')) {
    if (k <= verb || k === noun) continue
    const last = tokens.list.findLastIndex((t, i) => i < k && i >= verb && t.upos === 'VERB')
    const time = isTime(tokens, k)
    const marks = tokens.kids(main, 'mark').filter((m) => m < k && m > verb)
    for (const m of time ? marks : []) {
      tokens.hang(m, k, 'case')
      tokens.set(m, { upos: 'ADP' })
    }
    tokens.hang(k, last < 0 ? verb : last, time ? 'obl' : 'obj')
  }
  auxiliaries(tokens, main, verb)
  if (tokens.at(main).xpos === 'VBN' && !tokens.kids(main, 'aux', 'aux:pass').length) tokens.set(main, { xpos: 'VBD' })
  for (const k of tokens.kids(verb)) if (k > main) tokens.hang(k, main, tokens.at(k).deprel)
  tokens.hang(noun, main, subjectOf(tokens, main))
  tokens.hang(verb, noun, reduced ? 'acl' : 'acl:relcl')
  if (!reduced) return
  tokens.set(verb, { xpos: 'VBN' })
  for (const k of tokens.kids(verb, 'iobj', 'obj'))
    tokens.set(k, { deprel: isBy(tokens, k) ? 'obl:agent' : 'obl:unmarked' })
  for (const k of tokens.kids(verb, 'obl'))
    if (isBy(tokens, k) && !timeWords.has(tokens.at(k).lemma)) tokens.set(k, { deprel: 'obl:agent' })
}

/** "told *by the army*" */
const isBy = (tokens: Tokens, i: number): boolean => tokens.kids(i, 'case').some((c) => tokens.at(c).form === 'by')

/** Auxiliaries that were taken for verbs are the main verb's. */
function auxiliaries(tokens: Tokens, main: number, verb: number) {
  for (let i = main - 1; i > verb && /^(AUX|ADV|PART)$/.test(tokens.at(i).upos); i--) {
    const { upos, lemma } = tokens.at(i)
    if (upos !== 'AUX') continue
    const passive = lemma === 'be' && tokens.at(main).xpos === 'VBN'
    tokens.hang(i, main, passive ? 'aux:pass' : /^(aux|cop)/.test(tokens.at(i).deprel) ? tokens.at(i).deprel : 'aux')
  }
}
