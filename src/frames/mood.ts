/** The mood of a verb: imperative, polite question, subjunctive; and nouns of events, which can be asked for. */
import type { Tree } from './tree.ts'
import { speechVerbs } from './words.ts'

/** "Send us the file", "Please send …", "Do not send …", also as a conjunct or in a quotation. */
export function isImperative(tree: Tree, verb: number, depth = 0): boolean {
  if (
    !/^(VB|VBP)$/.test(tree.xpos(verb)) ||
    tree.kid(verb, 'nsubj', 'nsubj:pass', 'csubj', 'expl', 'cop') !== undefined
  )
    return false
  if (
    tree.kids(verb, 'mark').length ||
    tree.kids(verb, 'aux', 'aux:pass').some((a) => !/^do$/.test(tree.lemma(a)) || a > verb)
  )
    return false
  if (tree.is(verb, 'conj')) {
    const first = tree.head(verb)
    return (
      depth < 8 &&
      tree.isVerb(first) &&
      tree.kid(first, 'mark') === undefined &&
      (isImperative(tree, first, depth + 1) || (isPolite(tree, verb) && tree.kids(verb).every((k) => k > first)))
    )
  }
  // "Keep off the ice, the warden tells skaters", with what is told for a circumstance
  const told = tree.is(verb, 'advcl') && verb < tree.head(verb) && speechVerbs.has(tree.lemma(tree.head(verb)))
  if (!told && !tree.is(verb, 'root', 'parataxis', 'ccomp', 'list')) return false
  return opensClause(tree, verb)
}

/** Nothing of the clause but adverbs, conditions, greetings and "please" stands before the verb. */
function opensClause(tree: Tree, verb: number): boolean {
  return tree
    .kids(verb)
    .filter((k) => k < verb)
    .every(
      (k) =>
        tree.is(
          k,
          'advmod',
          'discourse',
          'punct',
          'cc',
          'advcl',
          'vocative',
          'aux',
          'obl',
          'parataxis',
          'list',
          'dep',
          'intj',
          'reparandum',
        ) || /^(please|pray)$/.test(tree.lemma(k)),
    )
}

/** "please" belongs to it, or to the conjunct that it continues. */
export function isPolite(tree: Tree, verb: number, depth = 0): boolean {
  const please = (k: number) =>
    /^(please|kindly)$/.test(tree.lemma(k)) ||
    (tree.lemma(k) === 'pray' && k < verb && tree.is(k, 'ccomp', 'discourse'))
  if (tree.kids(verb).some(please) || (verb > 0 && please(verb - 1))) return true
  return depth < 8 && tree.is(verb, 'conj') && isPolite(tree, tree.head(verb), depth + 1)
}

/** "Could you send …?", "Will you please send …": a question about the reader's doing that asks for it. */
export function isRequesting(tree: Tree, verb: number, depth = 0): boolean {
  if (tree.xpos(verb) !== 'VB') return false
  if (tree.is(verb, 'conj') && tree.kid(verb, 'nsubj', 'aux') === undefined)
    return depth < 8 && isRequesting(tree, tree.head(verb), depth + 1)
  // "Please could someone look?"
  const reader = isPolite(tree, verb) ? /^(you|someone|somebody|anyone|anybody)$/ : /^you$/
  const you = tree.kids(verb, 'nsubj').find((k) => reader.test(tree.lemma(k)))
  const modal = tree.kids(verb, 'aux').find((k) => /^(can|could|will|would|wo)$/.test(tree.lemma(k)))
  if (you === undefined || modal === undefined || modal > you || verb < you) return false
  if (!opensQuestion(tree, verb, modal)) return false
  const will = /^(will|would|wo)$/.test(tree.lemma(modal))
  if (will && !tree.setting.mail && !isPolite(tree, verb) && !isFavour(tree, verb)) return false
  return (
    !/^(mind|like|believe|imagine|think|know|see|say|prefer|recommend|remember|feel|consider|want|explain)$/.test(
      tree.lemma(verb),
    ) || isPolite(tree, verb)
  )
}

/** "Would you hold this for *me*?", "Won't you sit down?": what one does for the speaker, who would not ask whether it will be. */
function isFavour(tree: Tree, verb: number): boolean {
  if (!tree.isQuoted(verb)) return false
  if (
    /^(sit|hold|pass|wait|marry|lend|bring|show|fetch|forgive|excuse|help|open|shut|step|follow)$/.test(
      tree.lemma(verb),
    )
  )
    return true
  return tree.kids(verb, 'obj', 'iobj', 'obl').some((k) => /^(me|us)$/.test(tree.token(k).form))
}

/** The modal opens its clause but for a greeting, a conjunction or an adverb: no "how", no condition before it. */
function opensQuestion(tree: Tree, verb: number, modal: number): boolean {
  const first = Math.min(
    ...tree
      .kids(verb)
      .filter((k) => k < modal)
      .map((k) => tree.extent(k)[0]),
    modal,
  )
  for (let i = first; i < modal; i++)
    if (!/^(PUNCT|CCONJ|INTJ|ADV|PROPN)$/.test(tree.upos(i)) || /^W/.test(tree.xpos(i))) return false
  return true
}

/** A clause of what should be: no word of it marks the indicative ("that the bank be closed", "that he resign", "should"). */
export function isSubjunctive(tree: Tree, verb: number): boolean {
  if (tree.kid(verb, 'nsubj', 'nsubj:pass', 'csubj', 'expl') === undefined) return false
  const auxiliaries = tree.kids(verb, 'aux', 'aux:pass', 'cop')
  if (auxiliaries.some((a) => /^(should|must)$/.test(tree.lemma(a)))) return true
  if (auxiliaries.length)
    return (
      auxiliaries.every((a) => tree.token(a).form.toLowerCase() === 'be' || tree.lemma(a) === 'do') &&
      auxiliaries[0] !== undefined &&
      /^(be|not)$/i.test(tree.token(auxiliaries[0]).form)
    )
  const { xpos, form, lemma } = tree.token(verb)
  if (xpos === 'VB') return true
  if (xpos !== 'VBP' || form.toLowerCase() !== lemma) return false
  // "insisted: we have a mission"
  if (lemma === 'have') return false
  // "suggested that we try": the present under a past
  const head = tree.head(verb)
  if (head >= 0 && tree.xpos(head) === 'VBD') return true
  // "we recommend that they rest": such a clause is of what should be, in any tense
  if (head >= 0 && /^(recommend|propose|request)$/.test(tree.lemma(head))) return true
  const subject = tree.kid(verb, 'nsubj')
  if (subject !== undefined && /^(he|she|it)$/.test(tree.token(subject).form.toLowerCase())) return true
  // a base form after a singular noun, whatever the tagger made of it
  return subject !== undefined && /^(NN|NNP)$/.test(tree.xpos(subject)) && tree.kid(subject, 'conj') === undefined
}

const eventNouns = new Set(
  `release arrest inquiry probe halt end review audit recall withdrawal ban ceasefire cease-fire truce evacuation search
  return curfew lockdown raid attack strike cut rise increase change reform caution restraint calm patience vigilance
  unity peace dialogue talks action measure step test trial retrial autopsy inquest vote election referendum boycott
  embargo freeze shutdown delay transfer exchange sale purchase use mercy clemency pardon refund compensation
  improvement progress respect start stop reopening closing disclosure repeal overhaul crackdown clampdown moratorium
  response solution sanction`.split(/\s+/),
)

/** A noun of something done: listed, or derived from a verb. */
export function isEvent(tree: Tree, noun: number): boolean {
  const lemma = tree.lemma(noun)
  if (tree.upos(noun) !== 'NOUN') return false
  if (eventNouns.has(lemma)) return true
  return (
    /(tion|sion|ment|ure|ing|al|ance|ence)$/.test(lemma) &&
    lemma.length > 6 &&
    !tree.isActor(noun) &&
    !/^(animal|journal|hospital|capital|general|document|apartment|equipment|building|government|parliament|department|instrument|station|furniture|picture|million|billion|criminal|material|official|ambulance|evening|morning|nothing|something|anything|everything|institution|population|organization|organisation|corporation|commission|delegation|federation|association|audience|ordnance|clothing)$/.test(
      lemma,
    )
  )
}
