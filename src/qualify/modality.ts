/** A verb → what it says of itself: its modals, its tense, its negation. */
import type { Factuality, Frame } from '../model/index.ts'
import { deniesTrigger, isNobody, isOnly, isRaised, toNegation } from './polarity.ts'
import type { Tree } from './tree.ts'
import { futureModals, negativeWords, openModals, sayings } from './words.ts'

/** Reads verbs of a frame's sentence; the frame's own trigger is read with the frame's message in mind. */
export class Modality {
  constructor(
    readonly frame: Frame,
    readonly tree: Tree,
  ) {}

  /** What a verb says of itself. */
  of(verb: number): Factuality {
    const { tree, frame } = this
    const own = verb === frame.trigger
    const raised = own && isRaised(frame, tree)
    const performed = this.#isPerformed(verb)
    let modal: Factuality = 'actual'
    for (const child of this.#auxiliaries(verb)) {
      const form = tree.form(child)
      if (futureModals.has(form)) modal = 'future'
      else if (openModals.has(form) && tree.token(child).xpos !== 'VBD' && modal === 'actual') modal = 'hypothetical'
    }
    if (modal === 'hypothetical' && (performed || this.#isCourteous(verb))) modal = 'actual'
    if (modal === 'hypothetical' && this.#isToldAhead(verb)) modal = 'actual'
    if (modal === 'hypothetical' && this.#isFutureInPast(verb)) modal = 'future'
    if (modal === 'actual' && (this.#isToBe(verb) || this.#isAnnounced(verb))) modal = 'future'
    if (!raised && this.#isDenied(verb)) {
      // "may not ask" leaves it open
      return modal === 'hypothetical' && this.#has(verb, /^(may|might)$/) ? 'hypothetical' : 'denied'
    }
    return modal
  }

  /** Auxiliaries of a verb; those of the verb before it where it shares them ("will meet and ask"). */
  #auxiliaries(verb: number): number[] {
    const own = this.tree.childrenBy(verb, 'aux')
    if (own.length || this.tree.relation(verb) !== 'conj' || this.tree.joinedAbove(verb) >= 0) return own
    const first = this.tree.head(verb)
    const shared = first >= 0 && this.#sharesForm(verb, first) && !this.#hasOwnSubject(verb)
    return shared ? this.tree.childrenBy(first, 'aux') : own
  }

  #hasOwnSubject(verb: number): boolean {
    return this.tree.childrenBy(verb, 'nsubj', 'csubj', 'expl').length > 0
  }

  #sharesForm(verb: number, first: number): boolean {
    return this.tree.token(verb).xpos === this.tree.token(first).xpos
  }

  #has(verb: number, pattern: RegExp): boolean {
    return this.#auxiliaries(verb).some((child) => pattern.test(this.tree.form(child)))
  }

  /** "I would urge you", "we must ask", "may I ask", "we can confirm": a first person who says it does it. */
  #isPerformed(verb: number): boolean {
    const subject = this.tree.subject(verb)
    if (subject < 0 || !/^(i|we)$/.test(this.tree.form(subject))) return false
    const own = verb === this.frame.trigger
    const { kind } = this.frame
    const says = (own && kind === 'communication') || (!own && sayings.has(this.tree.lemma(verb)))
    if (!says && !(own && kind === 'request')) return false
    // "I can only urge you" does it
    const only = this.tree.childrenBy(verb, 'advmod').some((child) => this.tree.form(child) === 'only')
    const open = says || only ? /^(might|could|have)$/ : /^(might|could|can|should|have)$/
    return !this.#has(verb, open) && !this.#isDenied(verb)
  }

  /** "would like", "would appreciate": a wish, uttered. */
  #isCourteous(verb: number): boolean {
    return (
      /^(like|love|prefer|appreciate|welcome|grateful|mind)$/.test(this.tree.lemma(verb)) && !this.#isConditional(verb)
    )
  }

  #isConditional(verb: number): boolean {
    return this.tree
      .childrenBy(verb, 'advcl')
      .some((clause) => this.tree.childrenBy(clause, 'mark').some((mark) => this.tree.form(mark) === 'if'))
  }

  /** "would later ask": a story that looks ahead to what was done; "would often ask": what was done again and again. */
  #isToldAhead(verb: number): boolean {
    const { tree } = this
    const later = /^(later|eventually|subsequently|afterwards?|ultimately|soon|sometimes|often|regularly|routinely)$/
    const adverbs = tree.childrenBy(verb, 'advmod').map((child) => tree.form(child))
    if (!this.#has(verb, /^would$/) || this.#has(verb, /^have$/)) return false
    return adverbs.some((form) => later.test(form)) || this.#isHabit(verb)
  }

  /** "would ask them every spring", "they would demand money": what they used to do, where nothing makes it depend on anything. */
  #isHabit(verb: number): boolean {
    const { tree, frame } = this
    if (frame.kind !== 'request' && frame.kind !== 'communication') return false
    for (let at = 0; at < tree.length; at++)
      if (/^(if|unless|otherwise|will|whether|provided)$/.test(tree.form(at))) return false
    const asksByLaw = /^(require|oblige|obligate|mandate|compel)$/.test(tree.lemma(verb))
    for (let at = 0; at < tree.length && !asksByLaw; at++) {
      if (tree.form(at) === 'whenever') return true
      if (/^(every|each)$/.test(tree.form(at)) && at + 1 < tree.length && stretch.test(tree.form(at + 1))) return true
    }
    const subject = tree.subject(verb)
    return subject >= 0 && /^(he|she|they)$/.test(tree.form(subject)) && tree.head(verb) < 0
  }

  /** "said it would ask": the past of "will". */
  #isFutureInPast(verb: number): boolean {
    const { tree } = this
    if (!this.#has(verb, /^(would|'d|’d)$/) || this.#has(verb, /^have$/) || this.#isConditional(verb)) return false
    for (const at of tree.upward(verb)) {
      if (tree.relation(at) === 'conj') continue
      const head = tree.head(at)
      return tree.relation(at) === 'ccomp' && head >= 0 && /^VB[DN]$/.test(tree.token(head).xpos)
    }
    return false
  }

  /** "is to ask", "are to be told", "is going to ask". */
  #isToBe(verb: number): boolean {
    const { tree } = this
    const mark = tree.children(verb).find((child) => child < verb && tree.token(child).xpos === 'TO')
    if (mark === undefined || tree.lemma(mark - 1) !== 'be' || !/^VB[PZD]$/.test(tree.token(mark - 1).xpos))
      return false
    const subject = tree.subject(verb) >= 0 ? tree.subject(verb) : tree.subject(tree.head(verb))
    return (
      subject < 0 || !/^(aim|goal|purpose|idea|task|job|role|plan|point|way|step|option)$/.test(tree.lemma(subject))
    )
  }

  /** "Mayor to open the bridge": the infinitive of a headline. */
  #isAnnounced(verb: number): boolean {
    const { tree } = this
    if (tree.head(verb) >= 0 || tree.token(verb).xpos !== 'VB' || tree.childrenBy(verb, 'aux').length) return false
    const subject = tree.childrenBy(verb, 'nsubj')[0]
    return subject !== undefined && tree.token(subject).upos !== 'PRON' && tree.isInfinitive(verb)
  }

  /** Negation of the verb itself: "never asked", "did not ask", "Nobody asked", "asked no one". */
  #isDenied(verb: number): boolean {
    const { tree, frame } = this
    const own = verb === frame.trigger
    const message = own ? frame.roles.message?.find((filler) => filler.sentence === frame.sentence) : undefined
    const ofMessage = message ? toNegation(message.head, tree) : -1
    const heads = [verb, ...tree.childrenBy(verb, 'aux', 'cop')]
    for (const head of heads) {
      for (const child of tree.childrenBy(head, 'advmod', 'cc:preconj')) {
        if (child > verb && own) continue
        if (child !== ofMessage && negativeWords.has(tree.form(child)) && !isOnly(child, tree)) return true
        if (tree.form(child) === 'longer' && tree.form(child - 1) === 'no') return true
        // "never once"
        if (tree.form(child) === 'once' && tree.form(child - 1) === 'never') return true
      }
    }
    if (
      tree.form(verb - 1) === 'without' ||
      tree.childrenBy(verb, 'mark').some((mark) => tree.form(mark) === 'without')
    )
      return true
    const subject = tree.subject(verb)
    if (subject >= 0 && isNobody(subject, tree)) return true
    if (heads.some((head) => tree.childrenBy(head, 'obl').some((noun) => isNever(noun, tree)))) return true
    for (const object of tree.childrenBy(verb, 'obj', 'iobj')) {
      if (isNobody(object, tree) && (object !== message?.head || deniesTrigger(object, frame, tree))) return true
    }
    // "did not ask or order": the negation reaches over "or"; "neither asked nor ordered"
    if (tree.relation(verb) === 'conj' && !this.#hasOwnSubject(verb) && !tree.childrenBy(verb, 'aux').length) {
      const joint = tree.childrenBy(verb, 'cc').map((cc) => tree.form(cc))
      const first = tree.head(verb)
      if (joint.includes('nor')) return true
      const auxiliaries = first >= 0 && tree.childrenBy(first, 'aux').some((aux) => aux < first)
      // "should not back and ask", "did not ask or order"
      const bare = auxiliaries && tree.token(verb).xpos === 'VB'
      if ((joint.includes('or') || bare) && first >= 0 && this.#sharesForm(verb, first)) {
        return tree.childrenBy(first, 'advmod').some((child) => child < first && negativeWords.has(tree.form(child)))
      }
    }
    return false
  }
}

/** "at no time", "under no circumstances" */
const isNever = (noun: number, tree: Tree): boolean =>
  /^(time|circumstance|way|account|case|point|stage|moment)$/.test(tree.lemma(noun)) &&
  tree.childrenBy(noun, 'det').some((det) => tree.form(det) === 'no')

const stretch =
  /^(day|night|morning|evening|week|month|year|spring|summer|autumn|winter|time|(mon|tues|wednes|thurs|fri|satur|sun)day)$/
