/**
 * Deep arguments of verbs and nouns: who does it and to whom, whatever the voice (passive), the sharing of conjuncts,
 * relative and participial clauses, control and raising. It also mends the commonest wrong attachments: what a trigger's
 * pattern asks for and the parser hung one noun too deep is found there (an infinitive or a *for* phrase under the
 * object). Patterns thus speak of `nsubj` and `obj` only.
 */
import type { Tree } from './tree.ts'
import {
  blaming,
  infinitiveNouns,
  lightVerbs,
  messageNouns,
  requestVerbs,
  speechVerbs,
  subjectControl,
  tellsSomebody,
} from './words.ts'

/** Subordination deeper than this is not followed. */
const depthLimit = 8

/** Whether the verb is passive: by its auxiliary or subject, by the conjunct it shares them with, or as a bare participle. */
export function isPassive(tree: Tree, verb: number, depth = 0): boolean {
  if (tree.xpos(verb) !== 'VBN' && tree.xpos(verb) !== 'VBD') return false
  if (isTold(tree, verb)) return true
  if (isTakenForParticiple(tree, verb) || isPerfect(tree, verb)) return false
  if (tree.kid(verb, 'aux:pass', 'nsubj:pass', 'obl:agent') !== undefined) return true
  if (tree.kid(verb, 'nsubj') !== undefined) return false
  if (isShortened(tree, verb)) return true
  const auxiliaries = tree.kids(verb, 'aux')
  if (auxiliaries.some((a) => /^(be|get)$/.test(tree.lemma(a)))) return tree.xpos(verb) === 'VBN'
  if (auxiliaries.length) return false
  if (tree.is(verb, 'conj') && depth < depthLimit && isPassive(tree, tree.head(verb), depth + 1))
    return tree.xpos(verb) === 'VBN' || tree.kid(verb, 'obj', 'iobj') === undefined
  // "had halted flights and advised": as active as what it continues
  if (tree.is(verb, 'conj') && tree.isVerb(tree.head(verb))) return false
  return tree.xpos(verb) === 'VBN' || tree.token(verb).deprel === 'acl'
}

/** "Miners urged to strike", as headings say: who is told to do it stands before the verb, and nobody behind it. */
function isTold(tree: Tree, verb: number): boolean {
  if (!tree.sentence.heading && !tellsSomebody.has(tree.lemma(verb))) return false
  if (!requestVerbs.has(tree.lemma(verb)) || !tree.is(verb, 'root', 'ccomp', 'parataxis', 'conj')) return false
  if (tree.kid(verb, 'obj', 'iobj', 'aux', 'ccomp', 'obl') !== undefined || !tree.kids(verb, 'nsubj').length)
    return false
  const infinitive = tree.kids(verb, 'xcomp').find((k) => k > verb)
  if (infinitive === undefined || !isInfinitive(tree, infinitive) || tree.is(infinitive, 'conj')) return false
  if (tree.kids(infinitive, 'nsubj').length || tree.kids(verb, 'nsubj').some((k) => k > verb)) return false
  return !tree.kids(verb, 'conj').some((k) => tree.kid(k, 'obj', 'iobj') !== undefined)
}

/** "when asked about it": short for "when she was asked", though the participle was taken for the past tense. */
function isShortened(tree: Tree, verb: number): boolean {
  if (!tree.is(verb, 'advcl') || tree.kid(verb, 'aux', 'obj', 'nsubj') !== undefined) return false
  return tree
    .kids(verb, 'mark', 'advmod')
    .some((k) => k === verb - 1 && /^(when|if|once|until|unless|whenever|though|although|while)$/.test(tree.lemma(k)))
}

/** "have so far ignored": the auxiliary taken for the main verb. */
const isPerfect = (tree: Tree, verb: number) =>
  tree.is(verb, 'xcomp', 'ccomp') &&
  tree.lemma(tree.head(verb)) === 'have' &&
  tree.kid(tree.head(verb), 'obj') === undefined

/**
 * A finite verb that the parser took for a participle: "The airline complied with …" with a passive subject and no
 * auxiliary (headlines do leave it out), or "The bishops called on the state to act" with "act" for the main verb.
 */
function isTakenForParticiple(tree: Tree, verb: number): boolean {
  if (tree.kid(verb, 'aux', 'aux:pass', 'obl:agent') !== undefined || tree.sentence.heading) return false
  return (
    tree.kids(verb, 'nsubj').some((k) => k < verb) ||
    tree.kids(verb, 'nsubj:pass').some((k) => k < verb) ||
    falseMain(tree, verb) !== undefined
  )
}

/** The infinitive that the parser took for the main verb of the clause whose subject the verb seems to describe. */
function falseMain(tree: Tree, verb: number): number | undefined {
  if (tree.token(verb).deprel !== 'acl' || !/^VB[DNZP]$/.test(tree.xpos(verb))) return undefined
  const noun = tree.head(verb)
  if (noun < 0 || noun > verb || !tree.is(noun, 'nsubj')) return undefined
  const main = tree.head(noun)
  return main > verb && isInfinitive(tree, main) && !tree.is(main, 'xcomp', 'advcl', 'acl') ? main : undefined
}

/** The noun that the relative clause around the verb describes. */
export function antecedent(tree: Tree, verb: number): number | undefined {
  for (let at = verb, n = 0; at >= 0 && n < depthLimit; at = tree.head(at), n++) {
    // "as the duke had ordered" describes no letter
    if (tree.is(at, 'acl:relcl'))
      return tree.kids(at, 'mark').some((m) => tree.lemma(m) !== 'that') ? undefined : tree.head(at)
    if (!tree.is(at, 'xcomp', 'ccomp', 'conj')) return undefined
  }
  return undefined
}

/** A relative pronoun's antecedent; any other word is itself. */
const meant = (tree: Tree, word: number, verb: number): number =>
  tree.isRelative(word) ? (antecedent(tree, verb) ?? word) : word

/** The grammatical subject, found in the governing clauses where the verb has none of its own. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number | undefined {
  const own =
    tree.kids(verb, 'nsubj', 'nsubj:pass').find((k) => !tree.is(k, 'nsubj:outer')) ?? tree.kid(verb, 'nsubj:outer')
  if (own !== undefined) return clefted(tree, own) ?? meant(tree, own, verb)
  const head = tree.head(verb)
  if (head < 0 || depth >= depthLimit) return undefined
  if (tree.is(verb, 'acl:relcl')) return tree.isNominal(head) ? head : undefined
  const asked = askedOf(tree, verb)
  if (asked !== undefined) return meant(tree, asked, tree.head(asked))
  if (tree.is(verb, 'xcomp')) {
    const object =
      isPassive(tree, head) || subjectControl.has(tree.lemma(head)) ? undefined : tree.kid(head, 'obj', 'iobj')
    return object !== undefined && object < verb ? meant(tree, object, head) : surfaceSubject(tree, head, depth + 1)
  }
  const cited = citedBefore(tree, verb)
  if (cited !== undefined) return cited
  const held = blamed(tree, verb, depth)
  if (held !== undefined) return held
  if (isAside(tree, verb)) {
    const clause = clauseAbove(tree, head)
    if (clause >= 0) return spokenOf(tree, verb, clause, depth)
  }
  if (tree.is(verb, 'acl')) return tree.kids(verb, 'mark').length ? controllerOfNoun(tree, head, depth) : head
  if (tree.is(verb, 'conj') && tree.isNominal(head) && tree.kid(head, 'cop') === undefined) return undefined
  if (tree.is(verb, 'advcl')) return spokenOf(tree, verb, tellerAbove(tree, verb, head), depth)
  if (tree.is(verb, 'conj')) return surfaceSubject(tree, head, depth + 1)
  if (tree.is(verb, 'ccomp') && /^(VBG|VB)$/.test(tree.xpos(verb))) return surfaceSubject(tree, head, depth + 1)
  return undefined
}

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

/** "quoted the mayor as saying …": the one quoted says it. */
function citedBefore(tree: Tree, verb: number): number | undefined {
  if (tree.xpos(verb) !== 'VBG' || tree.token(verb - 1)?.form !== 'as') return undefined
  const head = tree.head(verb)
  const teller = tree.isVerb(head) ? head : tree.head(head)
  if (teller < 0 || !/^(quote|cite|describe|report)$/.test(tree.lemma(teller))) return undefined
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
  if (
    tree.xpos(verb) !== 'VBG' ||
    verb < head ||
    !/^(,|''|”|")$/.test(tree.tokens[tree.extent(verb)[0] - 1]?.form ?? '')
  )
    if (!tree.kids(verb, 'punct').some((k) => k < verb && tree.token(k).form === ',')) return head
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
    tree.kid(verb, 'obl:agent') ?? tree.kids(verb, 'obl').find((k) => caseOf(tree, k).includes('by') && !tree.isTime(k))
  if (agent !== undefined) return [agent]
  return present(agentBelow(tree, verb))
}

/** A *by* phrase that the parser hung one noun too deep. */
const agentBelow = (tree: Tree, verb: number) =>
  below(tree, verb).find((k) => tree.is(k, 'nmod', 'obl') && caseOf(tree, k).includes('by') && tree.isActor(k))

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

/** "asked and then begged the owner": conjuncts share the object that stands after the last. */
function sharedObject(tree: Tree, verb: number): number | undefined {
  const partner = tree.is(verb, 'conj') ? tree.head(verb) : tree.kids(verb, 'conj').find((k) => tree.isVerb(k))
  if (partner === undefined || !tree.isVerb(partner) || Math.abs(partner - verb) > 4) return undefined
  if (tree.kid(Math.max(verb, partner), 'nsubj', 'nsubj:pass') !== undefined) return undefined
  const object = tree.kid(partner, 'obj', 'iobj')
  const last = Math.max(verb, partner)
  return object !== undefined && object > last && object - last < 6 ? object : undefined
}

/** Infinitives with *to* that depend on the word: complements first, then what hangs one noun too deep. */
export function infinitives(tree: Tree, word: number): number[] {
  const own = tree.kids(word, 'xcomp', 'ccomp', 'advcl', 'acl').filter((k) => k > word && isInfinitive(tree, k))
  const complements = own.filter((k) => tree.is(k, 'xcomp'))
  if (complements.length) return complements
  const main = falseMain(tree, word)
  if (main !== undefined) return [main]
  const deeper = own.length
    ? own
    : below(tree, word).filter((k) => tree.is(k, 'acl', 'advcl', 'xcomp') && isInfinitive(tree, k))
  if (deeper.length)
    return deeper.filter((k) => tree.head(k) === word || !infinitiveNouns.has(tree.lemma(tree.head(k))))
  if (tree.isVerb(word)) return present(infinitiveToTheRight(tree, word))
  return governorsKids(tree, word).filter((k) => tree.is(k, 'xcomp', 'advcl', 'ccomp') && isInfinitive(tree, k))
}

/** The first *to* with a base form that follows within the clause, whatever it hangs on. */
function infinitiveToTheRight(tree: Tree, verb: number): number | undefined {
  for (let i = verb + 1; i < Math.min(tree.tokens.length - 1, verb + 25); i++) {
    const { form, upos, xpos } = tree.token(i)
    if (
      /^(VBD|VBZ|VBP|MD|VBG)$/.test(xpos) ||
      /^W/.test(xpos) ||
      (upos === 'SCONJ' && /^(that|if|whether|because|although|while|unless|since|as)$/.test(form)) ||
      /^[;:"“”—–]$/.test(form)
    )
      return undefined
    if (upos !== 'PART' || form.toLowerCase() !== 'to') continue
    const noun = tree.head(i) >= 0 ? tree.head(tree.head(i)) : -1
    if (infinitiveNouns.has(tree.lemma(i - 1)) || (noun >= 0 && noun !== verb && infinitiveNouns.has(tree.lemma(noun))))
      return undefined
    for (let k = i + 1; k < Math.min(tree.tokens.length, i + 4); k++) {
      if (tree.xpos(k) === 'VB') return tree.is(k, 'aux', 'cop') && tree.head(k) > k ? tree.head(k) : k
      if (!/^(ADV|PART)$/.test(tree.upos(k))) return undefined
    }
    return undefined
  }
  return undefined
}

const isInfinitive = (tree: Tree, verb: number): boolean => {
  const marks = tree.kids(verb, 'mark').map((k) => tree.lemma(k))
  if (!marks.includes('to') || marks.includes('in') || marks.includes('so')) return false
  const to = tree.kids(verb, 'mark').find((k) => tree.lemma(k) === 'to') ?? 0
  if (to > 0 && /^W/.test(tree.xpos(to - 1))) return false
  // "told him what to do" asks nothing
  return !tree.kids(verb).some((k) => k < verb && /^W/.test(tree.xpos(k)))
}

/** Clauses with a verb of their own that say what is said or asked: *that* clauses and bare ones. */
export function contentClauses(tree: Tree, word: number): number[] {
  const isThat = (k: number) => tree.kids(k, 'mark').some((m) => tree.lemma(m) === 'that') || asksAs(tree, k)
  const own = tree.kids(word, 'ccomp').filter((k) => !isInfinitive(tree, k))
  if (own.length) return own
  const other = tree.kids(word).filter((k) => k > word && !tree.is(k, 'conj', 'parataxis') && isThat(k))
  if (other.length) return other
  return below(tree, word).filter((k) => tree.is(k, 'acl', 'ccomp') && isThat(k))
}

/** "the demand that all forces withdraw", taken for a relative clause: its "that" is no subject, its verb in the base form. */
const asksAs = (tree: Tree, verb: number): boolean =>
  tree.is(verb, 'acl:relcl') &&
  /^VBP?$/.test(tree.xpos(verb)) &&
  tree.kids(verb, 'obj').some((k) => tree.lemma(k) === 'that' && k === tree.extent(verb)[0]) &&
  tree.kids(verb, 'nsubj', 'nsubj:pass').length > 0

/** Nominals tied to the word by one of the prepositions; first the word's own, then those hung elsewhere. */
export function prepositional(tree: Tree, word: number, cases: ReadonlySet<string>): number[] {
  const fits = (k: number) =>
    tree.is(k, 'obl', 'nmod', 'obj', 'iobj', 'advcl', 'conj') &&
    caseOf(tree, k).some((c) => cases.has(c)) &&
    (!tree.isTime(k) || cases.has('until') || isMoreTime(tree, k))
  const own = tree.kids(word, 'obl', 'nmod').filter(fits)
  if (own.length) return own
  const particle = tree.kids(word, 'compound:prt', 'advmod', 'obl').find((k) => k > word && cases.has(tree.lemma(k)))
  if (particle !== undefined && tree.isVerb(word)) {
    const object = tree.kids(word, 'obj', 'obl').find((k) => k > particle && !tree.isTime(k))
    if (object !== undefined) return [object]
  }
  // an "of" phrase belongs where it stands
  const movable = new Set([...cases].filter((c) => c !== 'of'))
  const strays = (k: number) => fits(k) && caseOf(tree, k).some((c) => movable.has(c))
  const deeper = below(tree, word).filter(strays)
  if (deeper.length || tree.isVerb(word)) return deeper.slice(0, 1)
  return governorsKids(tree, word)
    .filter((k) => tree.is(k, 'obl') && strays(k))
    .slice(0, 1)
}

/** Of "asked for more time" what can be asked for, though it is a time. */
const isMoreTime = (tree: Tree, k: number) =>
  tree.lemma(k) === 'time' ||
  tree.kids(k).some((m) => /^(more|another|extra|additional|further|longer)$/.test(tree.lemma(m)))

/** What depends on the verb that a noun is the object of, and stands after the noun: "made a request *to the board*". */
function governorsKids(tree: Tree, noun: number): number[] {
  let top = noun
  // "took note *of the request* by the union": below a noun, too, what follows belongs to the nearest
  for (let n = 0; n < 3 && tree.is(top, 'nmod') && tree.extent(top)[1] === tree.extent(noun)[1]; n++)
    top = tree.head(top)
  const verb = tree.head(top)
  if (verb < 0 || !tree.isVerb(verb)) return []
  if (!tree.is(top, 'obj', 'obl') && !tree.is(top, 'nsubj:pass')) return []
  if (top === noun && lightVerbs.has(tree.lemma(verb)) && !tree.is(noun, 'obl'))
    return tree.kids(verb).filter((k) => k > noun)
  // what follows a noun of requesting at once is what it asks for
  let next = tree.extent(noun)[1] + 1
  return tree.kids(verb).filter((k) => {
    if (k < noun || tree.extent(k)[0] !== next) return false
    next = tree.extent(k)[1] + 1
    return true
  })
}

/** Dependents of the nominals to the right of the word, nearest first, without entering another clause. */
function below(tree: Tree, word: number): number[] {
  const found: number[] = []
  // not below what something is about: of "asked about plans for a mine" the mine is not asked for
  const bears = (k: number) => tree.is(k, 'obj', 'iobj', 'xcomp') || tree.isTime(k) || tree.isActor(k)
  const queue = tree
    .kids(word, 'obj', 'iobj', 'obl', 'nmod', 'xcomp')
    .filter((k) => k > word && tree.isNominal(k) && (bears(k) || !tree.isVerb(word)))
  for (let n = 0; n < queue.length && n < 40; n++) {
    for (const kid of tree.kids(queue[n]!)) {
      if (kid < queue[n]!) continue
      found.push(kid)
      if (tree.isNominal(kid) && tree.is(kid, 'nmod', 'obl', 'conj', 'appos')) queue.push(kid)
    }
  }
  return found
}

/** Lemmas of the prepositions of a nominal. */
export function caseOf(tree: Tree, nominal: number): string[] {
  const direct = tree.kids(nominal, 'case').map((k) => tree.lemma(k))
  if (direct.length || !tree.is(nominal, 'conj')) return direct
  return tree.kids(tree.head(nominal), 'case').map((k) => tree.lemma(k))
}

const present = (i: number | undefined): number[] => (i === undefined ? [] : [i])
