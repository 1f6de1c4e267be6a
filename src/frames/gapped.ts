/**
 * A content that goes on into a request of somebody else → what the first is asked, and what the other: "asked the ministry
 * to raise wages *and the mills to reopen*", "calls on the state to pay *and on the firm to wait*". The verb stands once.
 */
import type { Document, Frame } from '../model/index.ts'
import { caseOf } from './complements.ts'
import { withoutTails } from './tails.ts'
import type { Tree } from './tree.ts'

/** The second of two requests that share their verb. Token indexes; ends are included. */
interface Gapped {
  /** The conjunction that opens it, with the comma before: the first request's content ends before it. */
  readonly from: number
  readonly addressee: { readonly first: number; readonly last: number; readonly head: number }
  /** The verb of its content. */
  readonly content: number
}

/** Verbs with an object and an infinitive of their own: "to help the farmers and the mills to recover". */
const takesInfinitive =
  /^(help|allow|let|enable|ask|order|urge|tell|get|force|want|cause|permit|require|persuade|encourage|invite|expect|need|press|direct|instruct|advise|push|teach|train|free|leave|like|use|compel|oblige|convince|call|appeal)$/

const longestName = 12

/**
 * The second request of a verb, where its content holds one.
 * @param asked heads of addressee and content of the first request
 * @param last the last token of its content
 */
function gapped(
  tree: Tree,
  asked: { readonly addressee: number; readonly content: number },
  last: number,
): Gapped | undefined {
  const cases = caseOf(tree, asked.addressee)
  for (let and = asked.content + 1; and < last; and++) {
    if (tree.token(and).form !== 'and') continue
    const repeated = cases.includes(tree.lemma(and + 1))
    // "calls on the state and on the firm": a preposition is repeated, or there was none
    if (cases.length > 0 !== repeated) continue
    const found = nominalWithInfinitive(tree, repeated ? and + 2 : and + 1, last)
    if (!found || (!repeated && governs(tree, asked.content, and))) continue
    if (!repeated && !tree.isActor(found.addressee.head) && !definite(tree, found.addressee.first)) continue
    return { from: tree.token(and - 1).form === ',' ? and - 1 : and, ...found }
  }
  return undefined
}

const definite = (tree: Tree, first: number) => /^(the|its|his|her|their)$/.test(tree.token(first).form)

/** A verb of the content that may have both the nominal and the infinitive for itself. */
function governs(tree: Tree, content: number, and: number): boolean {
  for (let i = content; i < and; i++) if (tree.isVerb(i) && takesInfinitive.test(tree.lemma(i))) return true
  return false
}

function nominalWithInfinitive(tree: Tree, first: number, last: number): Omit<Gapped, 'from'> | undefined {
  let head: number | undefined
  let open = true
  for (let i = first; i < Math.min(last, first + longestName); i++) {
    const { upos, xpos, form } = tree.token(i)
    if (xpos === 'TO' || (/^(not|never)$/.test(form) && tree.xpos(i + 1) === 'TO')) {
      const to = xpos === 'TO' ? i : i + 1
      const content = baseFormAfter(tree, to, last)
      // "to write to the firm *and the trust, and to wait*"
      if (head === undefined || content === undefined || !tree.isNominal(i - 1)) return undefined
      return { addressee: { first, last: i - 1, head }, content }
    }
    if (/^(NOUN|PROPN|PRON)$/.test(upos)) {
      if (open) head = i
    } else if (upos === 'ADP') open = head === undefined
    else if (!/^(DET|ADJ|NUM|PART|CCONJ)$/.test(upos) && form !== ',') return undefined
  }
  return undefined
}

/** The verb of an infinitive, past adverbs and asides ("to withhold, until then, all aid" is one of "withhold"). */
function baseFormAfter(tree: Tree, to: number, last: number): number | undefined {
  for (let i = to + 1; i <= Math.min(last, to + 3); i++) {
    if (tree.xpos(i) === 'VB') return tree.is(i, 'aux', 'cop') && tree.head(i) > i ? tree.head(i) : i
    if (tree.upos(i) !== 'ADV') return undefined
  }
  return undefined
}

/** A request whose content goes on into another's → the two. */
export function apart(document: Document, tree: Tree, frame: Frame): Frame[] {
  const [addressee] = frame.roles.addressee ?? []
  const [message] = frame.roles.message ?? []
  if (frame.kind !== 'request' || !addressee || !message || tree.xpos(message.head) !== 'VB') return [frame]
  const last = tree.tokens.findLastIndex(({ end }) => end <= message.end)
  const other = gapped(tree, { addressee: addressee.head, content: message.head }, last)
  if (!other) return [frame]
  const filler = (first: number, last: number, head: number) => {
    const { start } = tree.token(first)
    const { end } = tree.token(last)
    return { start, end, text: document.text.slice(start, end), sentence: frame.sentence, head }
  }
  const before = { ...message, ...filler(firstOf(tree, message.start), other.from - 1, message.head) }
  const { first, last: end, head } = other.addressee
  const close = withoutTails(tree, { head: other.content, last, trigger: frame.trigger, said: false })
  const roles = {
    ...frame.roles,
    addressee: [filler(first, end, head)],
    message: [filler(other.content, close, other.content)],
  }
  return [
    { ...frame, roles: { ...frame.roles, message: [before] } },
    { ...frame, roles },
  ]
}

const firstOf = (tree: Tree, start: number) => tree.tokens.findIndex((token) => token.start >= start)
