/**
 * Frame → whether the text says that it was so: actual, future, hypothetical or denied. The trigger says something of
 * itself (`modality.ts`) and each clause that it hangs in says something of what it holds; the answers are combined from
 * the outside in, as in FactBank's event profiles (Saurí and Pustejovsky 2012).
 */
import type { Factuality, Frame } from '../model/index.ts'
import { isAsked, isDirective } from './directive.ts'
import { Modality } from './modality.ts'
import type { Tree } from './tree.ts'
import {
  allegings,
  avowals,
  conditionals,
  contacts,
  continuings,
  courtesies,
  effectOf,
  expectings,
  hinderings,
  lightVerbs,
  negativeDeterminers,
  openAdjectives,
  rejectings,
  sayings,
} from './words.ts'

/** The frames of a sentence by the head of each message: what stands in a request's message has not happened. */
export type Messages = ReadonlyMap<number, readonly Frame[]>

/** Messages of the frames of one sentence. */
export function messagesOf(frames: readonly Frame[]): Messages {
  const messages = new Map<number, Frame[]>()
  for (const frame of frames) {
    for (const filler of frame.roles.message ?? []) {
      if (filler.sentence !== frame.sentence) continue
      const there = messages.get(filler.head)
      if (there) there.push(frame)
      else messages.set(filler.head, [frame])
    }
  }
  return messages
}

/** The factuality of a frame, given the messages of all frames of its sentence. */
export function factualityOf(frame: Frame, tree: Tree, messages: Messages): Factuality {
  return new Reader(frame, tree, messages).read()
}

/** The outer word on an inner event: what is not so outside is not so inside. */
function within(outer: Factuality, inner: Factuality): Factuality {
  if (outer === 'actual') return inner
  if (outer === 'hypothetical') return 'hypothetical'
  if (outer === 'denied') return inner === 'denied' ? 'actual' : 'denied'
  return inner === 'actual' ? 'future' : inner
}

/** How long a condition at the head of a sentence is, in words. */
const farthest = 40

/** Deeper nesting is not followed: it stands in hostile text only. */
const deepest = 12

class Reader {
  readonly #directive: boolean
  readonly #modality: Modality
  /** The trigger; of a modal the verb that it goes with. */
  readonly #own: number

  constructor(
    readonly frame: Frame,
    readonly tree: Tree,
    readonly messages: Messages,
  ) {
    this.#directive = isDirective(frame, tree)
    this.#modality = new Modality(frame, tree)
    this.#own = tree.token(frame.trigger).upos === 'AUX' ? tree.head(frame.trigger) : frame.trigger
  }

  read(): Factuality {
    const { trigger } = this.frame
    // of a directive only what stands around it counts
    if (this.#directive) return this.#own < 0 ? 'actual' : this.#around(this.#own)
    if (this.#isInCondition(trigger) || this.#isOfAnybody()) return 'hypothetical'
    if (!this.tree.isVerb(trigger)) return this.#ofNoun(trigger, 0)
    return within(this.#around(trigger), this.#modality.of(trigger))
  }

  /** What the clauses around a verb say of it. */
  #around(verb: number, depth = 0): Factuality {
    const { tree } = this
    if (depth > deepest) return 'hypothetical'
    const asked = this.#isAskedFor(verb)
    if (asked) return 'hypothetical'
    if (this.#isGuess(verb)) return 'hypothetical'
    const gone = this.#goneTo(verb)
    if (gone >= 0) return this.#whole(gone, depth + 1)
    const head = tree.head(verb)
    const relation = tree.relation(verb)
    const { deprel } = tree.token(verb)
    if (head < 0 || relation === 'root') return this.#ofRoot(verb)
    // "I would be grateful if you could sign" asks
    if (this.#directive && verb === this.#own && relation === 'advcl') return 'actual'
    if (this.#isTurn(verb)) return 'actual'
    if (this.#hasConditional(verb)) return 'hypothetical'
    if (this.#isSubjunctive(verb)) return 'hypothetical'
    switch (relation) {
      case 'conj':
        return this.#ofConjunct(verb, head, depth)
      case 'ccomp':
      case 'xcomp':
      case 'csubj':
        return this.#ofComplement(verb, head, depth)
      case 'advcl':
        return this.#ofAdverbial(verb, head, depth)
      case 'acl':
        return deprel === 'acl:relcl' ? this.#ofRelative(head) : this.#ofAdnominal(verb, head, depth)
      case 'parataxis':
        return this.#ofRoot(verb)
      default:
        return 'actual'
    }
  }

  /** It stands in the message of another request, order or question: it is wanted, not done. */
  #isAskedFor(verb: number): boolean {
    // what she told them to do she told
    if (this.#directive && verb === this.#own) return false
    // he proposed: "I ask you all to …"
    if (verb === this.frame.trigger && this.#isFirstPerson(verb)) return false
    return (this.messages.get(verb) ?? []).some((frame) => {
      // of "sign it and send it" neither stands in the other's message
      const joined = this.#directive && frame.trigger === verb
      return frame !== this.frame && frame.kind === 'request' && !joined
    })
  }

  /**
   * It stands in a condition that opens the sentence, before its first comma: "Unless the owners ask …,", "Should the
   * mayor ask …,". Read off the order of the words, for parsers take such verbs for the main ones.
   */
  #isInCondition(word: number): boolean {
    const { tree } = this
    const first = tree.form(0)
    if (!/^(if|unless|should|had|were)$/.test(first) || (!/^(if|unless)$/.test(first) && isAsked(word, tree)))
      return false
    for (let at = 1; at < tree.length && at < farthest; at++) if (tree.form(at) === ',') return word < at
    return false
  }

  #isFirstPerson(verb: number): boolean {
    const own = this.tree.childrenBy(verb, 'nsubj')[0]
    return own !== undefined && /^(i|we)$/.test(this.tree.form(own)) && this.tree.isFinite(verb)
  }

  #ofRoot(verb: number): Factuality {
    if (this.#directive || !isAsked(verb, this.tree)) return this.#isInverted(verb) ? 'hypothetical' : 'actual'
    // "we said, okay, what now?": the question is what is said
    if (this.frame.kind === 'communication' && verb === this.frame.trigger && !this.#asks(verb)) return 'actual'
    // "why did he ask …?" takes it for granted that he did
    for (let at = verb - 1; at >= 0 && at > verb - 10; at--) {
      if (/^(why|when|how|where)$/.test(this.tree.form(at))) return 'actual'
    }
    return 'hypothetical'
  }

  /** The form of a question: an auxiliary before the subject, or a word that asks. */
  #asks(verb: number): boolean {
    const { tree } = this
    const subject = tree.childrenBy(verb, 'nsubj')[0] ?? verb
    return tree.children(verb).some((child) => {
      return child < verb && (/^W/.test(tree.token(child).xpos) || (tree.relation(child) === 'aux' && child < subject))
    })
  }

  /** "Should the court order …," at the head of a clause. */
  #isInverted(verb: number): boolean {
    const { tree } = this
    if (this.#directive) return false
    const subject = tree.childrenBy(verb, 'nsubj')[0]
    return (
      subject !== undefined && tree.childrenBy(verb, 'aux').some((aux) => aux < subject && tree.form(aux) === 'should')
    )
  }

  #hasConditional(verb: number): boolean {
    const { tree } = this
    const marks = tree.childrenBy(verb, 'mark').map((mark) => tree.form(mark))
    if (marks.some((mark) => conditionals.has(mark))) {
      // "until asked to stop" in the past was so
      return !marks.some((mark) => /^(until|till|once)$/.test(mark)) || tree.token(verb).xpos !== 'VBD'
    }
    return tree.relation(verb) === 'advcl' && this.#isInverted(verb)
  }

  /** "moved that the firm be asked", "a proposal that the council order it": what is wanted. */
  #isSubjunctive(verb: number): boolean {
    const { tree } = this
    if (!/^(ccomp|acl)$/.test(tree.relation(verb)) || this.#directive) return false
    const that = tree.childrenBy(verb, 'mark').find((mark) => tree.form(mark) === 'that')
    const subject = tree.childrenBy(verb, 'nsubj')[0]
    if (that === undefined || subject === undefined) return false
    const auxiliaries = tree.childrenBy(verb, 'aux', 'cop')
    if (auxiliaries.length) return tree.form(auxiliaries[0]!) === 'be'
    const { xpos } = tree.token(verb)
    return (
      xpos === 'VB' ||
      (xpos === 'VBP' && /^NNP?$/.test(tree.token(subject).xpos) && !tree.childrenBy(subject, 'conj').length)
    )
  }

  #ofConjunct(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    let first = tree.joinedAbove(verb)
    if (first >= 0) return this.#around(first, depth + 1)
    first = head
    // a finite verb is not the second of an infinitive: it belongs to the clause above ("asked him to go and left")
    if (/^VB[DZP]$/.test(tree.token(verb).xpos)) first = this.#finiteAbove(first)
    return this.#around(first, depth + 1)
  }

  /** "…, but he declined": a turn of the story, whatever clause it hangs on. */
  #isTurn(verb: number): boolean {
    const { tree } = this
    const [joint] = tree.childrenBy(verb, 'cc')
    if (joint === undefined || tree.form(joint) !== 'but' || tree.form(joint - 1) !== ',') return false
    return tree.token(verb).xpos === 'VBD' && tree.childrenBy(verb, 'nsubj').some((subject) => subject > joint)
  }

  /** The word itself where it heads a finite clause, else the one above that does. */
  #finiteAbove(from: number): number {
    for (const at of this.tree.upward(from)) if (this.tree.isFinite(at) && !this.tree.isInfinitive(at)) return at
    return from
  }

  #ofComplement(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    const finite = tree.isFinite(verb) || (this.#directive && verb === this.#own)
    const lemma = tree.lemma(head)
    const outer = this.#whole(head, depth + 1)
    if (!finite && this.#isForced(head)) return outer
    // he proposed: "I ask all of you …"
    if (finite && verb === this.frame.trigger && this.#isFirstPerson(verb) && this.#isQuotedBehind(head, verb))
      return outer
    // "I would like to state", "is pleased to announce"
    if (!finite && this.#isCourtesy(verb, head)) return 'actual'
    // "admitted ordering it", "claims to have taken it", "shows her asking": it is told, not wished
    if (!finite && lemma !== 'deny' && (avowals.has(lemma) || (tree.token(verb).xpos === 'VBG' && seeing.test(lemma))))
      return outer
    // "has yet to ask", "stopped short of asking"
    if (tree.lemma(head) === 'have' && tree.form(head + 1) === 'yet') return 'denied'
    if (tree.form(verb - 1) === 'of' && tree.form(verb - 2) === 'short') return 'denied'
    if (/^(have|had|has|get|got)$/.test(tree.form(head)) && !finite && tree.isInfinitive(verb)) {
      return tree.token(head).xpos === 'VBD' ? outer : within(outer, 'hypothetical')
    }
    // "posted asking for help" did ask
    if (contacts.has(lemma) && (tree.token(verb).xpos === 'VBG' || tree.isInfinitive(verb))) return outer
    const effect = this.#isPassiveReport(head, finite) ? 'reports' : effectOf(lemma, finite)
    if (!finite && effect === undefined) {
      return tree.isInfinitive(verb) && !tree.isVerb(head) ? within(outer, 'hypothetical') : outer
    }
    switch (effect) {
      case 'denies':
        return outer === 'actual' || outer === 'future' ? 'denied' : outer === 'denied' ? 'actual' : 'hypothetical'
      case 'plans':
        return within(outer, 'future')
      case 'wishes':
      case 'doubts':
        return outer === 'denied' && effect === 'wishes' ? 'denied' : 'hypothetical'
      case 'knows':
        return 'actual'
      case 'implies':
        return outer
      default:
        // "did not say that he had asked" leaves it open; "will argue that he asked" does not
        return outer === 'denied' || outer === 'hypothetical' ? 'hypothetical' : 'actual'
    }
  }

  /** "went on to say", "went so far as to accuse": the verb of going, by the order of the words; -1 for none. */
  #goneTo(verb: number): number {
    const { tree } = this
    const before = (from: number, ...forms: readonly RegExp[]) =>
      forms.every((form, n) => form.test(tree.form(from - n))) ? from - forms.length : -1
    const to = tree.form(verb - 1) === 'to' ? verb - 2 : -1
    const from = Math.max(
      before(to, /^on$/),
      before(to, /^as$/, /^far$/, /^(as|so)$/),
      before(to, /^far$/, /^(as|so)$/),
    )
    return to >= 0 && from >= 0 && tree.lemma(from) === 'go' ? from : -1
  }

  /** "any sailor who robs them": whoever it may be. */
  #isOfAnybody(): boolean {
    const { agent, speaker } = this.frame.roles
    return (
      /^VB[ZP]?$/.test(this.tree.token(this.frame.trigger).xpos) &&
      (agent ?? speaker ?? []).some(({ text }) => /^(any|anyone|anybody|whoever|whichever)\b/i.test(text))
    )
  }

  /** "Maybe the neighbours told them" */
  #isGuess(verb: number): boolean {
    const { tree } = this
    return tree
      .childrenBy(verb, 'advmod')
      .some((child) => child < verb && /^(maybe|perhaps|possibly)$/.test(tree.form(child)))
  }

  #isQuotedBehind(head: number, verb: number): boolean {
    for (let at = head + 1; at < verb && at < head + farthest; at++)
      if (/^["“]$|^``$/.test(this.tree.form(at))) return true
    return false
  }

  /** Words of feeling or wishing that only introduce what is thereby said. */
  #isCourtesy(verb: number, head: number): boolean {
    const { tree, frame } = this
    if (!courtesies.has(tree.lemma(head)) || !tree.isInfinitive(verb) || this.#modality.of(head) === 'denied')
      return false
    const says = sayings.has(tree.lemma(verb)) || /^(thank|congratulate|welcome|commend|praise)$/.test(tree.lemma(verb))
    const own = verb === frame.trigger && (frame.kind === 'communication' || frame.kind === 'request')
    const subject = tree.subject(head)
    if (subject >= 0 && /^(i|we)$/.test(tree.form(subject))) return says || own
    return says && tree.childrenBy(head, 'cop').length > 0
  }

  /** A verb with all that stands around it. */
  #whole(head: number, depth: number): Factuality {
    if (!this.tree.isVerb(head) && !this.tree.childrenBy(head, 'cop').length) {
      return this.tree.token(head).upos === 'NOUN' ? this.#ofNoun(head, depth) : 'actual'
    }
    return within(this.#around(head, depth), this.#modality.of(head))
  }

  /** "was forced to ask", "had no choice but": it came about. */
  #isForced(head: number): boolean {
    return /^(force|compel|oblige)$/.test(this.tree.lemma(head)) && this.tree.isPassive(head)
  }

  /** "is said to have asked" */
  #isPassiveReport(head: number, finite: boolean): boolean {
    return (
      !finite &&
      this.tree.isPassive(head) &&
      /^(say|report|believe|think|know|allege|find|see|hear|claim|understand)$/.test(this.tree.lemma(head))
    )
  }

  #ofAdverbial(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    const outer = this.#whole(head, depth + 1)
    const blamed = this.#ofBlame(verb, tree.lemma(head))
    if (blamed) return blamed
    if (tree.form(verb - 1) === 'of' && tree.form(verb - 2) === 'short') return 'denied'
    const marks = tree.childrenBy(verb, 'mark', 'advmod', 'case', 'cc').map((mark) => tree.form(mark))
    if (this.#isReplaced(verb)) return 'denied'
    // "Invited to dine, he ate nothing": he was
    if (verb < head && /^VB[NG]$/.test(tree.token(verb).xpos) && !marks.length && outer === 'denied') return 'actual'
    if (tree.isInfinitive(verb)) {
      // "voted to elect her" did
      if (tree.lemma(head) === 'vote') return outer
      // "wrote to ask" did; "only to be told" came about; "met to ask" may not have
      if (contacts.has(tree.lemma(head)) || tree.form(this.#firstOf(verb) - 1) === 'only') return outer
      return outer === 'denied' ? 'denied' : 'hypothetical'
    }
    // "urged them to wait, saying …", "plans to leave, citing costs": whoever urged says it
    if (
      tree.token(verb).xpos === 'VBG' &&
      continuings.has(tree.lemma(verb)) &&
      (verb > head || tree.lemma(verb) === 'say')
    )
      return this.#around(this.#finiteAbove(head), depth + 1)
    if (tree.isFinite(verb) || marks.includes('after') || marks.includes('since')) return 'actual'
    return outer
  }

  /** "instead of asking", "rather than ask" */
  #isReplaced(verb: number): boolean {
    const { tree } = this
    return tree.childrenBy(verb, 'mark', 'case', 'cc', 'advmod').some((child) => {
      const both = `${tree.form(child)} ${tree.form(child + 1)}`
      return both === 'instead of' || both === 'rather than'
    })
  }

  #firstOf(verb: number): number {
    return this.tree.children(verb).find((child) => this.tree.token(child).xpos === 'TO') ?? verb
  }

  /** "anyone who asks" need not exist; "those who asked" do. */
  #ofRelative(noun: number): Factuality {
    const { tree } = this
    const loose = /^(any|whichever|whatever|every)$/
    if (/^(anyone|anybody|whoever|everyone|everybody|anything|those)$/.test(tree.form(noun))) {
      const past = tree.childrenBy(noun, 'acl').some((clause) => /^VB[DN]$/.test(tree.token(clause).xpos))
      return past ? 'actual' : 'hypothetical'
    }
    return tree.childrenBy(noun, 'det').some((det) => loose.test(tree.form(det))) ? 'hypothetical' : 'actual'
  }

  #ofAdnominal(verb: number, noun: number, depth: number): Factuality {
    const { tree } = this
    if (tree.isInfinitive(verb)) {
      const effect = effectOf(tree.lemma(noun), false)
      if (/^(failure|refusal|inability|reluctance|unwillingness|failing)$/.test(tree.lemma(noun))) return 'denied'
      const outer = this.#ofNoun(noun, depth + 1)
      if (effect === 'plans') return within(outer, 'future')
      if (effect === 'implies') return outer
      return outer === 'denied' ? 'denied' : 'hypothetical'
    }
    if (tree.isFinite(verb)) {
      // "rejected claims that he had asked"
      if (tree.relation(noun) === 'obj' && rejectings.has(tree.lemma(tree.head(noun)))) return 'denied'
      return tree.lemma(noun) === 'possibility' ? 'hypothetical' : 'actual'
    }
    const above = tree.head(noun)
    // "would write to the ministry asking for help"
    if (above >= 0 && tree.relation(noun) === 'obl' && contacts.has(tree.lemma(above)))
      return this.#whole(above, depth + 1)
    return (above >= 0 && this.#ofBlame(verb, tree.lemma(above))) || this.#ofNoun(noun, depth + 1)
  }

  /** "accused of robbing the bank" may not have; "kept from robbing it" has not. */
  #ofBlame(verb: number, lemma: string): Factuality | undefined {
    const { tree, frame } = this
    if (frame.kind !== 'action' || tree.token(verb).xpos !== 'VBG') return undefined
    const mark = tree.childrenBy(verb, 'mark', 'case').map((child) => tree.form(child))
    if (mark.includes('from')) return hinderings.has(lemma) ? 'denied' : undefined
    return allegings.has(lemma) && mark.some((form) => /^(of|with|for)$/.test(form)) ? 'hypothetical' : undefined
  }

  /** A noun's event: "no request", "a possible order", "without asking"; else by the verb that carries it. */
  #ofNoun(noun: number, depth: number): Factuality {
    const { tree } = this
    if (depth > deepest) return 'actual'
    const first = tree.relation(noun) === 'conj' ? tree.head(noun) : noun
    for (const at of noun === first ? [noun] : [noun, first]) {
      const before = tree.childrenBy(at, 'det', 'amod', 'case', 'advmod').map((child) => tree.form(child))
      if (before.some((form) => negativeDeterminers.has(form)) || before.includes('without')) return 'denied'
      if (before.some((form) => openAdjectives.has(form))) return 'hypothetical'
    }
    const indefinite = isIndefinite(noun, tree)
    if (indefinite && this.#isAskedFor(first)) return 'hypothetical'
    const relation = tree.relation(first)
    const head = tree.head(first)
    if (head < 0) return 'actual'
    if (relation === 'nmod') {
      if (/^(lack|absence|want|denial)$/.test(tree.lemma(head))) return 'denied'
      if (/^(possibility|prospect|threat|risk|event|case|fear|plan|chance|idea)$/.test(tree.lemma(head))) {
        return 'hypothetical'
      }
      return 'actual'
    }
    if (tree.isVerb(head) && /^(obj|nsubj|obl|xcomp)$/.test(relation))
      return this.#carriedBy(head, noun, relation, depth)
    return 'actual'
  }

  /** A noun under a verb: "may issue an order" is open, "rejected the order" takes it for granted. */
  #carriedBy(verb: number, noun: number, relation: string, depth: number): Factuality {
    const { tree } = this
    const passive = tree.token(noun).deprel === 'nsubj:pass'
    const carried = relation === 'obj' || passive || (relation === 'nsubj' && tree.lemma(verb) === 'be')
    const indefinite = isIndefinite(noun, tree)
    // "did not repeat their earlier demand": it was made before
    if (carried && !indefinite && /^(repeat|renew|reiterate)$/.test(tree.lemma(verb))) return 'actual'
    if (carried && lightVerbs.has(tree.lemma(verb))) return this.#whole(verb, depth + 1)
    if (relation === 'obj' && indefinite && expectings.has(tree.lemma(verb))) return 'hypothetical'
    if (relation === 'nsubj' && indefinite && !passive) {
      const outer = this.#whole(verb, depth + 1)
      if (outer === 'hypothetical') return 'hypothetical'
    }
    return 'actual'
  }
}

const seeing = /^(see|hear|show|watch|find|catch|remember|recall|regret|report)$/

/** "an order", "orders": nothing that the text takes as known. */
function isIndefinite(noun: number, tree: Tree): boolean {
  return !tree.children(noun).some((child) => {
    return /^(the|this|that|these|those|such)$/.test(tree.form(child)) || tree.token(child).deprel === 'nmod:poss'
  })
}
