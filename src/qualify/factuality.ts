/**
 * Frame → whether the text says that it was so: actual, future, hypothetical or denied. The trigger says something of
 * itself (`modality.ts`) and each clause that it hangs in says something of what it holds; the answers are combined from
 * the outside in, as in FactBank's event profiles (Saurí and Pustejovsky 2012).
 */
import type { Factuality, Frame } from '../model/index.ts'
import { isDirective } from './directive.ts'
import {
  hasConditional,
  isFirstPerson,
  isGuess,
  isInCondition,
  isOfAnybody,
  isSubjunctive,
  isTurn,
  ofRoot,
} from './factuality-mood.ts'
import { ofAdnominal, ofNoun, ofRelative } from './factuality-nouns.ts'
import { deepest, type Reading, within } from './factuality-reading.ts'
import { goneTo, ofAdverbial, ofComplement } from './factuality-verbs.ts'
import { Modality } from './modality.ts'
import type { Tree } from './tree.ts'

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

class Reader implements Reading {
  readonly directive: boolean
  readonly modality: Modality
  readonly own: number

  constructor(
    readonly frame: Frame,
    readonly tree: Tree,
    readonly messages: Messages,
  ) {
    this.directive = isDirective(frame, tree)
    this.modality = new Modality(frame, tree)
    this.own = tree.token(frame.trigger).upos === 'AUX' ? tree.head(frame.trigger) : frame.trigger
  }

  read(): Factuality {
    const { trigger } = this.frame
    // of a directive only what stands around it counts
    if (this.directive) return this.own < 0 ? 'actual' : this.around(this.own, 0)
    if (isInCondition(trigger, this.tree) || isOfAnybody(this)) return 'hypothetical'
    if (!this.tree.isVerb(trigger)) return ofNoun(trigger, 0, this)
    return within(this.around(trigger, 0), this.modality.of(trigger))
  }

  around(verb: number, depth: number): Factuality {
    const { tree } = this
    if (depth > deepest || this.isAskedFor(verb) || isGuess(verb, tree)) return 'hypothetical'
    const gone = goneTo(verb, tree)
    if (gone >= 0) return this.whole(gone, depth + 1)
    const head = tree.head(verb)
    const relation = tree.relation(verb)
    if (head < 0 || relation === 'root') return ofRoot(verb, this)
    // "I would be grateful if you could sign" asks
    if (this.directive && verb === this.own && relation === 'advcl') return 'actual'
    if (isTurn(verb, tree)) return 'actual'
    if (hasConditional(verb, this) || isSubjunctive(verb, this)) return 'hypothetical'
    const clause = { verb, head, depth }
    switch (relation) {
      case 'conj':
        return this.#ofConjunct(verb, head, depth)
      case 'ccomp':
      case 'xcomp':
      case 'csubj':
        return ofComplement(clause, this)
      case 'advcl':
        return ofAdverbial(clause, this)
      case 'acl':
        return tree.token(verb).deprel === 'acl:relcl' ? ofRelative(head, tree) : ofAdnominal(clause, this)
      case 'parataxis':
        return ofRoot(verb, this)
      default:
        return 'actual'
    }
  }

  isAskedFor(verb: number): boolean {
    // what she told them to do she told
    if (this.directive && verb === this.own) return false
    // he proposed: "I ask you all to …"
    if (verb === this.frame.trigger && isFirstPerson(verb, this.tree)) return false
    return (this.messages.get(verb) ?? []).some((frame) => {
      // of "sign it and send it" neither stands in the other's message
      const joined = this.directive && frame.trigger === verb
      return frame !== this.frame && frame.kind === 'request' && !joined
    })
  }

  whole(head: number, depth: number): Factuality {
    if (!this.tree.isVerb(head) && !this.tree.childrenBy(head, 'cop').length) {
      return this.tree.token(head).upos === 'NOUN' ? ofNoun(head, depth, this) : 'actual'
    }
    return within(this.around(head, depth), this.modality.of(head))
  }

  #ofConjunct(verb: number, head: number, depth: number): Factuality {
    const { tree } = this
    const joined = tree.joinedAbove(verb)
    if (joined >= 0) return this.around(joined, depth + 1)
    // a finite verb is not the second of an infinitive: it belongs to the clause above ("asked him to go and left")
    const first = /^VB[DZP]$/.test(tree.token(verb).xpos) ? tree.finiteAbove(head) : head
    return this.around(first, depth + 1)
  }
}
