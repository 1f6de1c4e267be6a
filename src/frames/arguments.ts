/**
 * Who does it and to whom, of verbs and nouns, whatever the voice (passive), the sharing of conjuncts, relative and
 * participial clauses, control and raising. Patterns thus speak of `nsubj` and `obj` only.
 */
import { below, caseOf, infinitives, isInfinitive } from './complements.ts'
import type { Tree } from './tree.ts'
import { depthLimit, isPassive } from './voice.ts'
import { blaming, infinitiveNouns, meeting, messageNouns, requestVerbs, speechVerbs, subjectControl } from './words.ts'

/** The noun that the relative clause around the verb describes. */
export function antecedent(tree: Tree, verb: number): number | undefined {
  for (let at = verb, n = 0; at >= 0 && n < depthLimit; at = tree.head(at), n++) {
    // "as the duke had ordered" describes no letter
    if (
      tree.is(at, 'acl:relcl') ||
      (tree.is(at, 'acl') && tree.kids(at, 'nsubj', 'nsubj:pass').some((k) => tree.isRelative(k)))
    )
      return tree.kids(at, 'mark').some((m) => tree.lemma(m) !== 'that') ? undefined : tree.head(at)
    if (!tree.is(at, 'xcomp', 'ccomp', 'conj')) return undefined
  }
  return undefined
}

/** A relative pronoun's antecedent; any other word is itself. */
export const meant = (tree: Tree, word: number, verb: number): number =>
  tree.isRelative(word) ? (antecedent(tree, verb) ?? word) : word

/** The grammatical subject, found in the governing clauses where the verb has none of its own. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number | undefined {
  const subjects = tree.kids(verb, 'nsubj', 'nsubj:pass').filter((k) => !tree.is(k, 'nsubj:outer'))
  // of two the one that can act, next to the verb: "in winter, the *coldest* of all, the *monks* asked …"
  const twice = subjects.length > 1 ? subjects.findLast((k) => k < verb && tree.isActor(k)) : undefined
  const own = twice ?? subjects[0] ?? tree.kid(verb, 'nsubj:outer')
  if (own !== undefined) return clefted(tree, own) ?? meant(tree, own, verb)
  const head = tree.head(verb)
  if (head < 0 || depth >= depthLimit) return undefined
  // "*his* asking the court"
  const possessor = tree.xpos(verb) === 'VBG' ? tree.kids(verb, 'nmod:poss').find((k) => k < verb) : undefined
  if (possessor !== undefined) return possessor
  if (tree.is(verb, 'acl:relcl')) return tree.isNominal(head) ? head : undefined
  const asked = askedOf(tree, verb)
  if (asked !== undefined) return meant(tree, asked, tree.head(asked))
  if (tree.is(verb, 'xcomp')) {
    const object =
      isPassive(tree, head) || subjectControl.has(tree.lemma(head)) ? undefined : tree.kid(head, 'obj', 'iobj')
    // "had the nerve to suggest": no nerve suggests
    const has = object !== undefined && tree.lemma(head) === 'have' && !tree.isActor(object)
    const does = object !== undefined && object < verb && !has && !isPurpose(tree, verb, object)
    return does ? meant(tree, object, head) : surfaceSubject(tree, head, depth + 1)
  }
  const cited = citedBefore(tree, verb)
  if (cited !== undefined) return cited
  const held = blamed(tree, verb, depth)
  if (held !== undefined) return held
  if (isAside(tree, verb)) {
    const clause = clauseAbove(tree, head)
    if (clause >= 0) return spokenOf(tree, verb, clause, depth)
  }
  if (tree.is(verb, 'acl'))
    return tree.kids(verb, 'mark').length
      ? controllerOfNoun(tree, head, depth)
      : (nearestActor(tree, verb, { above: head, taken: head }) ?? head)
  if (tree.is(verb, 'conj') && tree.isNominal(head) && tree.kid(head, 'cop') === undefined) return undefined
  // "went so far as to demand it"
  if (tree.is(verb, 'advcl') && /^(ADV|ADJ)$/.test(tree.upos(head)) && tree.is(head, 'advmod'))
    return surfaceSubject(tree, tree.head(head), depth + 1)
  if (tree.is(verb, 'advcl')) {
    const subject = spokenOf(tree, verb, tellerAbove(tree, verb, head), depth)
    return (subject === undefined ? subject : nearestActor(tree, verb, { above: head, taken: subject })) ?? subject
  }
  if (tree.is(verb, 'conj')) return surfaceSubject(tree, head, depth + 1)
  // "invited her, *served* her tea and begged her to wait"
  const listed = tree.is(verb, 'parataxis') && verb > head && tree.kids(verb, 'conj').some((k) => tree.isVerb(k))
  if (listed && tree.isVerb(head) && tree.xpos(verb) === tree.xpos(head)) return surfaceSubject(tree, head, depth + 1)
  if (tree.is(verb, 'ccomp') && /^(VBG|VB)$/.test(tree.xpos(verb))) return surfaceSubject(tree, head, depth + 1)
  return undefined
}

/** "held a rally *to demand* it", "met the king *to ask* for it": who does the first does the second, not what it is done to. */
const isPurpose = (tree: Tree, verb: number, object: number): boolean =>
  isInfinitive(tree, verb) &&
  (requestVerbs.has(tree.lemma(verb)) || speechVerbs.has(tree.lemma(verb))) &&
  !messageNouns.has(tree.lemma(object)) &&
  !requestVerbs.has(tree.lemma(tree.head(verb))) &&
  (!tree.isActor(object) || meeting.has(tree.lemma(tree.head(verb))))

/** "called on the farmers to pump", "asked the town to pump": of what is asked for the one asked is the doer. */
function askedOf(tree: Tree, verb: number): number | undefined {
  if (!tree.is(verb, 'xcomp', 'advcl', 'ccomp', 'acl') || !isInfinitive(tree, verb)) return undefined
  const head = tree.head(verb)
  const isAsked = (k: number, asks: number) =>
    k > asks &&
    k < verb &&
    tree.isActor(k) &&
    (tree.is(k, 'obj', 'iobj') || (tree.is(k, 'obl') && caseOf(tree, k).some((c) => /^(on|upon|to|with)$/.test(c))))
  if (tree.isVerb(head)) {
    if (!requestVerbs.has(tree.lemma(head)) || subjectControl.has(tree.lemma(head)) || isPassive(tree, head))
      return undefined
    return tree.kids(head).findLast((k) => isAsked(k, head))
  }
  // hung on the one asked, or on somebody of theirs: "told the drivers of old lorries to leave"
  for (let at = head, n = 0; n < depthLimit && at >= 0 && tree.isNominal(at); at = tree.head(at), n++) {
    if (infinitiveNouns.has(tree.lemma(at))) return undefined
    const asks = tree.head(at)
    if (asks >= 0 && tree.isVerb(asks)) return requestVerbs.has(tree.lemma(asks)) && isAsked(at, asks) ? at : undefined
  }
  return undefined
}

/** "What *he* did was ask them": the subject of "did" asks. */
function clefted(tree: Tree, what: number): number | undefined {
  if (!/^(what|all)$/.test(tree.lemma(what))) return undefined
  const clause = tree.kids(what, 'acl').find((k) => tree.lemma(k) === 'do')
  return clause === undefined ? undefined : tree.kid(clause, 'nsubj')
}

/** "quoted the mayor as saying …", "described the raid as 'meant to scare'": the one of whom it is said does it. */
function citedBefore(tree: Tree, verb: number): number | undefined {
  const before = /^["“]$/.test(tree.token(verb - 1).form) ? verb - 2 : verb - 1
  if (!/^VB[GN]$/.test(tree.xpos(verb)) || tree.token(before).form !== 'as') return undefined
  const head = tree.head(verb)
  const teller = tree.isVerb(head) ? head : tree.head(head)
  if (teller < 0 || !/^(quote|cite|describe|report|characterize|characterise|portray|depict)$/.test(tree.lemma(teller)))
    return undefined
  return tree.kids(teller, 'obj').find((k) => k < verb)
}

/** "accused the firm of hiding it", "he was kept from leaving": the one blamed or held back is who does it, or does not. */
function blamed(tree: Tree, verb: number, depth: number): number | undefined {
  if (tree.xpos(verb) !== 'VBG' || !tree.is(verb, 'advcl', 'acl')) return undefined
  if (!tree.kids(verb, 'mark', 'case').some((m) => /^(of|with|for|from|over)$/.test(tree.lemma(m)))) return undefined
  const head = tree.head(verb)
  if (!tree.isVerb(head)) {
    const above = tree.is(head, 'obj', 'iobj', 'nsubj:pass') ? tree.head(head) : -1
    return above >= 0 && blaming.has(tree.lemma(above)) ? head : undefined
  }
  if (!blaming.has(tree.lemma(head))) return undefined
  return isPassive(tree, head) ? surfaceSubject(tree, head, depth + 1) : tree.kid(head, 'obj', 'iobj')
}

/** "stepped up his campaign, calling for …": after a comma the participle tells of the subject, not of the thing before it. */
function isAside(tree: Tree, verb: number): boolean {
  if (tree.token(verb).deprel !== 'acl' || tree.xpos(verb) !== 'VBG' || verb < 1) return false
  const noun = tree.head(verb)
  // "counted fewer than his rival, saying …": nor does it tell of a rival who is no subject
  const tellsOfActor =
    tree.isActor(noun) &&
    !isWrittenTo(tree, noun) &&
    (tree.is(noun, 'nsubj', 'appos') || !speechVerbs.has(tree.lemma(verb)))
  // "posted on the net asking for help", "wrote to the ministry asking for help"
  const loose = tree.isActor(noun)
    ? (tree.lemma(verb) === 'say' && tree.is(noun, 'obl', 'nmod')) || isWrittenTo(tree, noun)
    : speechVerbs.has(tree.lemma(verb)) && tree.is(noun, 'obl')
  return !tellsOfActor && (loose || tree.token(verb - 1).form === ',') && !messageNouns.has(tree.lemma(noun))
}

/** "wrote *to the ministry*" */
const isWrittenTo = (tree: Tree, noun: number): boolean =>
  tree.is(noun, 'obl') &&
  caseOf(tree, noun).includes('to') &&
  /^(write|turn|speak|go|appeal|send|cable)$/.test(tree.lemma(tree.head(noun)))

/** The nearest verb above a nominal. */
function clauseAbove(tree: Tree, noun: number): number {
  let at = tree.head(noun)
  for (let n = 0; at >= 0 && !tree.isVerb(at) && n < depthLimit; n++) at = tree.head(at)
  return at >= 0 && tree.isVerb(at) ? at : -1
}

/** "asked who had closed it, *saying* …": the participle belongs to the verb above, not to the question or relative in between. */
function tellerAbove(tree: Tree, verb: number, head: number): number {
  const mark = tree.tokens[tree.extent(verb)[0] - 1]?.form ?? ''
  const setOff = tree.xpos(verb) === 'VBG' && verb > head && /^(,|''|”|")$/.test(mark)
  if (!setOff && !tree.isBehindComma(verb)) return head
  if (!speechVerbs.has(tree.lemma(verb)) && !/^(cite|point|call|blame|accuse|praise)$/.test(tree.lemma(verb)))
    return head
  let at = head
  for (let n = 0; n < depthLimit; n++) {
    const above = tree.head(at)
    if (above < 0) return at
    const asks = tree.kids(at).some((k) => k < at && /^W/.test(tree.xpos(k)))
    if (tree.is(at, 'acl:relcl')) {
      const clause = clauseAbove(tree, at)
      if (clause < 0) return at
      at = clause
    } else if (asks && tree.is(at, 'ccomp', 'advcl', 'xcomp') && tree.isVerb(above)) at = above
    // nor to what somebody is told to do
    else if (tree.is(at, 'xcomp', 'advcl') && isInfinitive(tree, at) && tree.isVerb(above)) at = above
    else return at
  }
  return at
}

/** "The vote was praised by Ito, *saying* …": of a passive clause the one who does it speaks, else the subject. */
function spokenOf(tree: Tree, verb: number, clause: number, depth: number): number | undefined {
  const speaks = tree.xpos(verb) === 'VBG' && speechVerbs.has(tree.lemma(verb)) && verb > clause
  const agent = speaks && isPassive(tree, clause) ? tree.kid(clause, 'obl:agent') : undefined
  return agent ?? surfaceSubject(tree, clause, depth + 1)
}

/** "clashes between police and *students* demanding …": what no clash does whoever stands right before does. */
function nearestActor(
  tree: Tree,
  verb: number,
  { above, taken }: { above: number; taken: number },
): number | undefined {
  const before = verb - 1
  if (tree.xpos(verb) !== 'VBG' || before <= taken || tree.isActor(taken) || messageNouns.has(tree.lemma(taken)))
    return undefined
  if (!requestVerbs.has(tree.lemma(verb)) && !speechVerbs.has(tree.lemma(verb))) return undefined
  const name = tree.is(before, 'flat') ? tree.head(before) : before
  return tree.within(name, above) && tree.isNominal(name) && tree.isActor(name) ? name : undefined
}

/** Of "their plan to ask …" the one whose plan it is. */
function controllerOfNoun(tree: Tree, noun: number, depth: number): number | undefined {
  const possessor = tree.kid(noun, 'nmod:poss')
  if (possessor !== undefined) return possessor
  return tree.is(noun, 'obj') && depth < depthLimit ? surfaceSubject(tree, tree.head(noun), depth + 1) : undefined
}

/** Who does it. */
export function subjects(tree: Tree, verb: number): number[] {
  if (!isPassive(tree, verb)) return present(surfaceSubject(tree, verb))
  const agent =
    tree.kids(verb, 'obl:agent').find((k) => !isMeans(tree, k)) ??
    tree.kids(verb, 'obl').find((k) => caseOf(tree, k).includes('by') && !tree.isTime(k) && !isMeans(tree, k))
  if (agent !== undefined) return [agent]
  return present(agentBelow(tree, verb) ?? sharedAgent(tree, verb) ?? agentOfAsking(tree, verb))
}

/** "were told *by telephone*" */
const isMeans = (tree: Tree, noun: number): boolean =>
  /^(telephone|phone|radio|post|mail|email|e-mail|letter|fax|telegram|courier|wire|cable|hand|name|chance|mistake)$/.test(
    tree.lemma(noun),
  ) && tree.kid(noun, 'det', 'nmod:poss') === undefined

/** "was begged, threatened and praised *by the mayor*": the last of several participles has it for all. */
const sharedAgent = (tree: Tree, verb: number) =>
  tree
    .kids(verb, 'conj')
    .filter((k) => tree.xpos(k) === 'VBN' && !tree.kids(k, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass').length)
    .flatMap((k) => tree.kids(k, 'obl:agent'))[0]

/** "was ordered to stop *by two officers*", "was ordered closed *by a judge*": who orders it, hung on what is ordered. */
function agentOfAsking(tree: Tree, verb: number): number | undefined {
  if (!requestVerbs.has(tree.lemma(verb))) return undefined
  const closed = tree.kids(verb, 'xcomp').find((k) => k > verb && tree.xpos(k) === 'VBN')
  const asked = closed ?? infinitives(tree, verb)[0]
  if (asked === undefined || tree.kids(asked, 'aux:pass', 'obj').length) return undefined
  if (closed === undefined && (tree.xpos(asked) !== 'VB' || isPassive(tree, asked))) return undefined
  return tree.kids(asked, 'obl').find((k) => k > asked && caseOf(tree, k).includes('by') && tree.isActor(k))
}

/** A *by* phrase that the parser hung one noun too deep; on a time it can hang by mistake only. */
const agentBelow = (tree: Tree, verb: number) =>
  below(tree, verb).find(
    (k) =>
      tree.is(k, 'nmod', 'obl') &&
      caseOf(tree, k).includes('by') &&
      !tree.isTime(k) &&
      (tree.isActor(k) || tree.isTime(tree.head(k))),
  )

/** To whom or what it is done; of two objects the direct one. */
export function objects(tree: Tree, verb: number): number[] {
  if (isPassive(tree, verb)) {
    // of "was appointed director" the office is no object
    const own = /^(appoint|elect|name|declare|nominate|crown)$/.test(tree.lemma(verb))
      ? undefined
      : tree.kid(verb, 'obj')
    return present(own ?? surfaceSubject(tree, verb))
  }
  const infinitive = tree.kids(verb, 'xcomp').find((k) => k > verb && isInfinitive(tree, k))
  // of "wanted to stand and shout 'Captain'" the last is no object
  const stands = (k: number) => !tree.isTime(k) && !(infinitive !== undefined && k > infinitive)
  const own = tree.kids(verb, 'obj').find(stands) ?? tree.kid(verb, 'iobj')
  if (own !== undefined) return [meant(tree, own, verb)]
  return present(embeddedSubject(tree, verb) ?? gap(tree, verb) ?? sharedObject(tree, verb))
}

/** To whom it is given or told, where that is set apart from the direct object. */
export function indirectObjects(tree: Tree, verb: number): number[] {
  if (isPassive(tree, verb)) return tree.kid(verb, 'obj') !== undefined ? present(surfaceSubject(tree, verb)) : []
  const own = tree.kid(verb, 'iobj')
  return own !== undefined ? [meant(tree, own, verb)] : []
}

/** "ordered the firm to stop", where the parser took "the firm" for the subject of "stop". */
function embeddedSubject(tree: Tree, verb: number): number | undefined {
  const clause = infinitives(tree, verb)[0]
  if (clause === undefined || tree.kids(clause, 'mark').some((k) => tree.lemma(k) === 'for')) return undefined
  return tree.kids(clause, 'nsubj').find((k) => k < clause && k > verb)
}

/** The antecedent of a relative clause without a word for the object: "the firm (that) they asked to stop". */
function gap(tree: Tree, verb: number): number | undefined {
  const noun = antecedent(tree, verb)
  if (noun === undefined) return undefined
  const own = tree.kid(verb, 'nsubj')
  // "the race in which he runs": the noun stands for what follows the preposition
  const taken = tree.kids(verb, 'obl', 'nmod').some((k) => tree.isRelative(k))
  return own !== undefined && !tree.isRelative(own) && !taken ? noun : undefined
}

/** "the job (that) we want to do": its object is the noun that the clause describes. */
export function isGapped(tree: Tree, verb: number): boolean {
  const own = tree.kid(verb, 'obj', 'iobj')
  return own === undefined ? gap(tree, verb) !== undefined : tree.isRelative(own)
}

/** "asked and then begged the owner": conjuncts share the object that stands after the last. */
function sharedObject(tree: Tree, verb: number): number | undefined {
  const partner = tree.is(verb, 'conj') ? tree.head(verb) : tree.kids(verb, 'conj').find((k) => tree.isVerb(k))
  if (partner === undefined || !tree.isVerb(partner) || Math.abs(partner - verb) > 4) return undefined
  if (tree.kid(Math.max(verb, partner), 'nsubj', 'nsubj:pass') !== undefined) return undefined
  const object = tree.kid(partner, 'obj', 'iobj')
  const last = Math.max(verb, partner)
  return object !== undefined && object > last && object - last < 6 ? object : undefined
}

const present = (i: number | undefined): number[] => (i === undefined ? [] : [i])
