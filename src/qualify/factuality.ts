/**
 * Frame → whether the text says that it was so: actual, future, hypothetical or denied. The trigger says something of
 * itself (negation, modals, tense) and each clause that it hangs in says something of what it holds; the answers are
 * combined from the outside in, as in FactBank's event profiles (Saurí and Pustejovsky 2012).
 */
import type { Factuality, Frame } from '../model/index.ts'
import { isNobody, isOnly, isRaised, toNegation } from './polarity.ts'
import type { Tree } from './tree.ts'
import {
  conditionals,
  contacts,
  effectOf,
  expectings,
  futureModals,
  lightVerbs,
  negativeDeterminers,
  negativeWords,
  openAdjectives,
  openModals,
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

/** An imperative, a polite question or a quoted directive: saying it is doing it. */
export function isDirective(frame: Frame, tree: Tree): boolean {
  if (frame.kind !== 'request') return false
  const { trigger } = frame
  if (tree.token(trigger).upos === 'AUX') return true
  if (frame.roles.message?.some((filler) => filler.sentence === frame.sentence && filler.head === trigger)) return true
  return isPoliteQuestion(trigger, tree)
}

/** "Would you mind …?", "Could you …?" */
function isPoliteQuestion(trigger: number, tree: Tree): boolean {
  if (!endsAsQuestion(tree)) return false
  const subject = tree.subject(trigger)
  return subject >= 0 && tree.form(subject) === 'you' && /^(mind|be)$/.test(tree.lemma(trigger))
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

class Reader {
  readonly #directive: boolean

  constructor(
    readonly frame: Frame,
    readonly tree: Tree,
    readonly messages: Messages,
  ) {
    this.#directive = isDirective(frame, tree)
  }

  read(): Factuality {
    const { trigger } = this.frame
    if (this.#directive) {
      // the modal's own verb or the imperative carries the message; only what stands around it counts
      const verb = this.tree.token(trigger).upos === 'AUX' ? this.tree.head(trigger) : trigger
      return verb < 0 ? 'actual' : this.around(verb)
    }
    if (!this.tree.isVerb(trigger)) return this.ofNoun(trigger, 0)
    return within(this.around(trigger), this.itself(trigger))
  }

  /** What a verb says of itself. */
  itself(verb: number): Factuality {
    const { tree, frame } = this
    const own = verb === frame.trigger
    const raised = own && isRaised(frame, tree)
    const performed = own && this.isPerformed(verb)
    let modal: Factuality = 'actual'
    for (const child of this.auxiliaries(verb)) {
      const form = tree.form(child)
      if (futureModals.has(form)) modal = 'future'
      else if (openModals.has(form) && tree.token(child).xpos !== 'VBD' && modal === 'actual') modal = 'hypothetical'
    }
    if (modal === 'hypothetical' && (performed || this.isCourteous(verb))) modal = 'actual'
    if (modal === 'hypothetical' && this.isToldAhead(verb)) modal = 'actual'
    if (modal === 'hypothetical' && this.isFutureInPast(verb)) modal = 'future'
    if (modal === 'actual' && this.isToBe(verb)) modal = 'future'
    if (!raised && this.isDenied(verb)) {
      // "may not ask" leaves it open
      return modal === 'hypothetical' && this.has(verb, /^(may|might)$/) ? 'hypothetical' : 'denied'
    }
    return modal
  }

  /** Auxiliaries of a verb; those of the verb before it where it shares them ("will meet and ask"). */
  auxiliaries(verb: number): number[] {
    const own = this.tree.childrenBy(verb, 'aux')
    if (own.length || this.tree.relation(verb) !== 'conj') return own
    const first = this.tree.head(verb)
    const shared = first >= 0 && this.sharesForm(verb, first) && !this.hasOwnSubject(verb)
    return shared ? this.tree.childrenBy(first, 'aux') : own
  }

  hasOwnSubject(verb: number): boolean {
    return this.tree.childrenBy(verb, 'nsubj', 'csubj', 'expl').length > 0
  }

  sharesForm(verb: number, first: number): boolean {
    return this.tree.token(verb).xpos === this.tree.token(first).xpos
  }

  has(verb: number, pattern: RegExp): boolean {
    return this.auxiliaries(verb).some((child) => pattern.test(this.tree.form(child)))
  }

  /** "I would urge you", "we must ask", "may I ask": a first person who says it does it. */
  isPerformed(verb: number): boolean {
    const subject = this.tree.subject(verb)
    if (subject < 0 || !/^(i|we)$/.test(this.tree.form(subject)) || this.frame.kind !== 'request') return false
    if (this.has(verb, /^(might|could)$/) || this.isDenied(verb)) return false
    return this.around(verb) === 'actual'
  }

  /** "would like", "would appreciate": a wish, uttered. */
  isCourteous(verb: number): boolean {
    return (
      /^(like|love|prefer|appreciate|welcome|grateful|mind)$/.test(this.tree.lemma(verb)) && !this.isConditional(verb)
    )
  }

  isConditional(verb: number): boolean {
    return this.tree
      .childrenBy(verb, 'advcl')
      .some((clause) => this.tree.childrenBy(clause, 'mark').some((mark) => this.tree.form(mark) === 'if'))
  }

  /** "would later ask": a story that looks ahead to what was done. */
  isToldAhead(verb: number): boolean {
    const { tree } = this
    const later = /^(later|eventually|subsequently|afterwards?|ultimately|soon)$/
    return this.has(verb, /^would$/) && tree.childrenBy(verb, 'advmod').some((child) => later.test(tree.form(child)))
  }

  /** "said it would ask": the past of "will". */
  isFutureInPast(verb: number): boolean {
    const { tree } = this
    if (!this.has(verb, /^(would|'d|’d)$/) || this.isConditional(verb)) return false
    for (const at of tree.upward(verb)) {
      if (tree.relation(at) === 'conj') continue
      const head = tree.head(at)
      return tree.relation(at) === 'ccomp' && head >= 0 && tree.token(head).xpos === 'VBD'
    }
    return false
  }

  /** "is to ask", "are to be told", "is going to ask". */
  isToBe(verb: number): boolean {
    const { tree } = this
    const mark = tree.children(verb).find((child) => child < verb && tree.token(child).xpos === 'TO')
    if (mark === undefined || tree.lemma(mark - 1) !== 'be' || !/^VB[PZD]$/.test(tree.token(mark - 1).xpos))
      return false
    const subject = tree.subject(verb) >= 0 ? tree.subject(verb) : tree.subject(tree.head(verb))
    return (
      subject < 0 || !/^(aim|goal|purpose|idea|task|job|role|plan|point|way|step|option)$/.test(tree.lemma(subject))
    )
  }

  /** Negation of the verb itself: "never asked", "did not ask", "Nobody asked", "asked no one". */
  isDenied(verb: number): boolean {
    const { tree, frame } = this
    const own = verb === frame.trigger
    const message = own ? frame.roles.message?.find((filler) => filler.sentence === frame.sentence) : undefined
    const ofMessage = message ? toNegation(message.head, tree) : -1
    const heads = [verb, ...tree.childrenBy(verb, 'aux', 'cop')]
    for (const head of heads) {
      for (const child of tree.childrenBy(head, 'advmod', 'cc:preconj')) {
        if (child > verb && own) continue
        if (child !== ofMessage && negativeWords.has(tree.form(child)) && !isOnly(child, tree)) return true
      }
    }
    if (
      tree.form(verb - 1) === 'without' ||
      tree.childrenBy(verb, 'mark').some((mark) => tree.form(mark) === 'without')
    )
      return true
    const subject = tree.subject(verb)
    if (subject >= 0 && isNobody(subject, tree)) return true
    for (const object of tree.childrenBy(verb, 'obj', 'iobj')) {
      if (object !== message?.head && isNobody(object, tree)) return true
    }
    // "did not ask or order": the negation reaches over "or"; "neither asked nor ordered"
    if (tree.relation(verb) === 'conj' && !this.hasOwnSubject(verb) && !tree.childrenBy(verb, 'aux').length) {
      const joint = tree.childrenBy(verb, 'cc').map((cc) => tree.form(cc))
      const first = tree.head(verb)
      if (joint.includes('nor')) return true
      if (joint.includes('or') && first >= 0 && this.sharesForm(verb, first)) {
        return tree.childrenBy(first, 'advmod').some((child) => child < first && negativeWords.has(tree.form(child)))
      }
    }
    return false
  }

  /** What the clauses around a verb say of it. */
  around(verb: number, depth = 0): Factuality {
    const { tree } = this
    if (depth > 12) return 'hypothetical'
    const asked = this.isAskedFor(verb)
    if (asked) return 'hypothetical'
    const head = tree.head(verb)
    const relation = tree.relation(verb)
    const { deprel } = tree.token(verb)
    if (head < 0 || relation === 'root') return this.ofRoot(verb)
    // "I would be grateful if you could sign" asks
    if (this.#directive && verb === this.frame.trigger && relation === 'advcl') return 'actual'
    if (this.hasConditional(verb)) return 'hypothetical'
    switch (relation) {
      case 'conj':
        return this.ofConjunct(verb, head, depth)
      case 'ccomp':
      case 'xcomp':
      case 'csubj':
        return this.ofComplement(verb, head, depth)
      case 'advcl':
        return this.ofAdverbial(verb, head, depth)
      case 'acl':
        return deprel === 'acl:relcl' ? this.ofRelative(head) : this.ofAdnominal(verb, head, depth)
      case 'parataxis':
        return this.ofRoot(verb)
      default:
        return 'actual'
    }
  }

  /** It stands in the message of another request, order or question: it is wanted, not done. */
  isAskedFor(verb: number): boolean {
    for (const frame of this.messages.get(verb) ?? []) {
      if (frame === this.frame || frame.kind !== 'request') continue
      // an imperative is its own message: of "sign it and send it" neither stands in the other's
      if (this.#directive && frame.trigger === verb) continue
      return true
    }
    return false
  }

  ofRoot(verb: number): Factuality {
    if (this.#directive || !endsAsQuestion(this.tree)) return this.isInverted(verb) ? 'hypothetical' : 'actual'
    // "why did he ask …?" takes it for granted that he did
    const first = this.tree.form(0)
    return /^(why|when|how|where)$/.test(first) ? 'actual' : 'hypothetical'
  }

  /** "Should the court order …," at the head of a clause. */
  isInverted(verb: number): boolean {
    const { tree } = this
    if (this.#directive) return false
    const subject = tree.childrenBy(verb, 'nsubj')[0]
    return (
      subject !== undefined && tree.childrenBy(verb, 'aux').some((aux) => aux < subject && tree.form(aux) === 'should')
    )
  }

  hasConditional(verb: number): boolean {
    const { tree } = this
    const marks = tree.childrenBy(verb, 'mark').map((mark) => tree.form(mark))
    if (marks.some((mark) => conditionals.has(mark))) {
      // "until asked to stop" in the past was so
      return !marks.some((mark) => /^(until|till|once)$/.test(mark)) || tree.token(verb).xpos !== 'VBD'
    }
    return tree.relation(verb) === 'advcl' && this.isInverted(verb)
  }

  ofConjunct(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    let first = head
    // a finite verb is not the second of an infinitive: it belongs to the clause above ("asked him to go and left")
    if (/^VB[DZP]$/.test(tree.token(verb).xpos)) first = this.finiteAbove(first)
    return this.around(first, depth + 1)
  }

  /** The word itself where it heads a finite clause, else the one above that does. */
  finiteAbove(from: number): number {
    for (const at of this.tree.upward(from)) if (this.tree.isFinite(at) && !this.tree.isInfinitive(at)) return at
    return from
  }

  ofComplement(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    const finite = tree.isFinite(verb)
    const lemma = tree.lemma(head)
    const outer = this.whole(head, depth + 1)
    if (!finite && this.isForced(head)) return outer
    if (/^(have|had|has|get|got)$/.test(tree.form(head)) && !finite && tree.isInfinitive(verb)) {
      return tree.token(head).xpos === 'VBD' ? outer : within(outer, 'hypothetical')
    }
    const effect = this.isPassiveReport(head, finite) ? 'reports' : effectOf(lemma, finite)
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

  /** A verb with all that stands around it. */
  whole(head: number, depth: number): Factuality {
    if (!this.tree.isVerb(head) && !this.tree.childrenBy(head, 'cop').length) {
      return this.tree.token(head).upos === 'NOUN' ? this.ofNoun(head, depth) : 'actual'
    }
    return within(this.around(head, depth), this.itself(head))
  }

  /** "was forced to ask", "had no choice but": it came about. */
  isForced(head: number): boolean {
    return /^(force|compel|oblige)$/.test(this.tree.lemma(head)) && this.tree.isPassive(head)
  }

  /** "is said to have asked" */
  isPassiveReport(head: number, finite: boolean): boolean {
    return (
      !finite &&
      this.tree.isPassive(head) &&
      /^(say|report|believe|think|know|allege|find|see|hear|claim|understand)$/.test(this.tree.lemma(head))
    )
  }

  ofAdverbial(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    const outer = this.whole(head, depth + 1)
    const marks = tree.childrenBy(verb, 'mark', 'advmod', 'case', 'cc').map((mark) => tree.form(mark))
    if (this.isReplaced(verb)) return 'denied'
    if (tree.isInfinitive(verb)) {
      // "wrote to ask" did; "only to be told" came about; "met to ask" may not have
      if (contacts.has(tree.lemma(head)) || tree.form(this.firstOf(verb) - 1) === 'only') return outer
      return outer === 'denied' ? 'denied' : 'hypothetical'
    }
    // "urged them to wait, saying …": whoever urged says it
    if (tree.token(verb).xpos === 'VBG' && tree.lemma(verb) === 'say')
      return this.around(this.finiteAbove(head), depth + 1)
    if (tree.isFinite(verb) || marks.includes('after') || marks.includes('since')) return 'actual'
    return outer
  }

  /** "instead of asking", "rather than ask" */
  isReplaced(verb: number): boolean {
    const { tree } = this
    return tree.childrenBy(verb, 'mark', 'case', 'cc', 'advmod').some((child) => {
      const both = `${tree.form(child)} ${tree.form(child + 1)}`
      return both === 'instead of' || both === 'rather than'
    })
  }

  firstOf(verb: number): number {
    return this.tree.children(verb).find((child) => this.tree.token(child).xpos === 'TO') ?? verb
  }

  /** "anyone who asks" need not exist; "those who asked" do. */
  ofRelative(noun: number): Factuality {
    const { tree } = this
    const loose = /^(any|whichever|whatever|every)$/
    if (/^(anyone|anybody|whoever|everyone|everybody|anything|those)$/.test(tree.form(noun))) {
      const past = tree.childrenBy(noun, 'acl').some((clause) => /^VB[DN]$/.test(tree.token(clause).xpos))
      return past ? 'actual' : 'hypothetical'
    }
    return tree.childrenBy(noun, 'det').some((det) => loose.test(tree.form(det))) ? 'hypothetical' : 'actual'
  }

  ofAdnominal(verb: number, noun: number, depth: number): Factuality {
    const { tree } = this
    if (tree.isInfinitive(verb)) {
      const effect = effectOf(tree.lemma(noun), false)
      if (/^(failure|refusal|inability|reluctance|unwillingness|failing)$/.test(tree.lemma(noun))) return 'denied'
      const outer = this.ofNoun(noun, depth + 1)
      if (effect === 'plans') return within(outer, 'future')
      if (effect === 'implies') return outer
      return outer === 'denied' ? 'denied' : 'hypothetical'
    }
    if (tree.isFinite(verb)) return tree.lemma(noun) === 'possibility' ? 'hypothetical' : 'actual'
    return this.ofNoun(noun, depth + 1)
  }

  /** A noun's event: "no request", "a possible order", "without asking"; else by the verb that carries it. */
  ofNoun(noun: number, depth: number): Factuality {
    const { tree } = this
    if (depth > 12) return 'actual'
    const first = tree.relation(noun) === 'conj' ? tree.head(noun) : noun
    for (const at of noun === first ? [noun] : [noun, first]) {
      const before = tree.childrenBy(at, 'det', 'amod', 'case', 'advmod').map((child) => tree.form(child))
      if (before.some((form) => negativeDeterminers.has(form)) || before.includes('without')) return 'denied'
      if (before.some((form) => openAdjectives.has(form))) return 'hypothetical'
    }
    const indefinite = isIndefinite(noun, tree)
    if (indefinite && this.isAskedFor(first)) return 'hypothetical'
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
      return this.carriedBy(head, noun, relation, depth)
    return 'actual'
  }

  /** A noun under a verb: "may issue an order" is open, "rejected the order" takes it for granted. */
  carriedBy(verb: number, noun: number, relation: string, depth: number): Factuality {
    const { tree } = this
    const passive = tree.token(noun).deprel === 'nsubj:pass'
    const carried = relation === 'obj' || passive || (relation === 'nsubj' && tree.lemma(verb) === 'be')
    const indefinite = isIndefinite(noun, tree)
    if (carried && lightVerbs.has(tree.lemma(verb))) return this.whole(verb, depth + 1)
    if (relation === 'obj' && indefinite && expectings.has(tree.lemma(verb))) return 'hypothetical'
    if (relation === 'nsubj' && indefinite && !passive) {
      const outer = this.whole(verb, depth + 1)
      if (outer === 'hypothetical') return 'hypothetical'
    }
    return 'actual'
  }
}

/** "an order", "orders": nothing that the text takes as known. */
function isIndefinite(noun: number, tree: Tree): boolean {
  return !tree.children(noun).some((child) => {
    return /^(the|this|that|these|those|such)$/.test(tree.form(child)) || tree.token(child).deprel === 'nmod:poss'
  })
}

/** Whether a sentence ends with a question mark, but for closing quotes. */
export function endsAsQuestion(tree: Tree): boolean {
  for (let at = tree.length - 1; at >= 0 && at >= tree.length - 4; at--) {
    const form = tree.form(at)
    if (form === '?' || form === '?!' || form === '??') return true
    if (!/^["'”’)\]»]+$/.test(form)) return false
  }
  return false
}
