/** Sentences → frames: the instances of the patterns in `patterns/`. */
import {
  type Document,
  type FoundFiller,
  type Frame,
  type Kind,
  kinds,
  type Mention,
  type Role,
  type Sentence,
} from '../model/index.ts'
import { above, type Body, bodyOf } from './above.ts'
import { actorFiller, contentFiller, members } from './fillers.ts'
import { apart } from './gapped.ts'
import type { Pattern } from './loader.ts'
import { type Match, moreSpecific, tryPattern } from './match.ts'
import { withRestriction } from './restriction.ts'
import { substance } from './substance.ts'
import { type Setting, Tree } from './tree.ts'
import { checkUnique } from './unique.ts'

export { explainSentence } from './explain.ts'
export type { Pattern } from './loader.ts'
export { mend } from './repair/index.ts'

/** The compiled patterns. */
export interface Patterns {
  readonly ids: readonly string[]
  readonly all: readonly Pattern[]
  /** Patterns that a word with this lemma may trigger. */
  readonly byLemma: ReadonlyMap<string, readonly Pattern[]>
  /** Patterns that any word may trigger. */
  readonly open: readonly Pattern[]
}

/** Compiled when the program is built (scripts/build/compiled-patterns.ts). */
const files = import.meta.glob<readonly Pattern[]>('./patterns/*.yaml', { import: 'default', eager: true })
let loaded: Patterns | undefined

/** The patterns of the files that lie in `patterns/`, once. @throws PatternError where two say the same. */
export function loadPatterns(): Patterns {
  loaded ??= compilePatterns(Object.values(files).flat())
  return loaded
}

/** Indexes patterns by the lemmas that trigger them. @throws PatternError where two have the same id or the same rule. */
export function compilePatterns(all: readonly Pattern[]): Patterns {
  checkUnique(all)
  const byLemma = new Map<string, Pattern[]>()
  for (const pattern of all)
    for (const lemma of new Set(pattern.trigger.lemmas)) {
      const list = byLemma.get(lemma)
      if (list) list.push(pattern)
      else byLemma.set(lemma, [pattern])
    }
  return { ids: all.map((p) => p.id), all, byLemma, open: all.filter((p) => !p.trigger.lemmas.length) }
}

/** Finds the instances of the patterns' frames in a document. */
export function findFrames(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  patterns: Patterns,
): Frame[] {
  const trees = plantTrees(document, sentences, mentions)
  let body: Body | undefined
  return trees.flatMap((tree) => {
    body = bodyOf(tree) ?? body
    const frames = matchesOf(tree, patterns).flatMap((match) => toFrames(document, tree, match))
    return frames.map((frame) => above(document, frame, { tree, body }))
  })
}

/** A tree for each sentence of the running text. */
export function plantTrees(document: Document, sentences: readonly Sentence[], mentions: readonly Mention[]): Tree[] {
  const bySentence = new Map<number, Map<number, Mention>>()
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence) ?? new Map<number, Mention>()
    const other = list.get(mention.head)
    if (!other || other.last - other.first < mention.last - mention.first) list.set(mention.head, mention)
    bySentence.set(mention.sentence, list)
  }
  const bodyStart = document.mail?.bodyStart ?? 0
  const setting: Setting = { mail: document.mail !== undefined }
  const none: ReadonlyMap<number, Mention> = new Map()
  return sentences.filter((s) => s.start >= bodyStart).map((s) => new Tree(s, bySentence.get(s.index) ?? none, setting))
}

/** A longer "sentence" is a table or an attack; it and more triggers than this are not read, so that time stays linear. */
const longestSentence = 600
const mostTriggers = 100

/** The best match at each word: of a request, a response … before an action; of those the most specific. */
export function matchesOf(tree: Tree, patterns: Patterns): Match[] {
  const found: Match[] = []
  if (tree.tokens.length > longestSentence) return found
  for (let i = 0; i < tree.tokens.length && found.length < mostTriggers; i++) {
    // "the requested file" tells of no request of its own
    if (tree.isVerb(i) && tree.is(i, 'amod')) continue
    let best: Match | undefined
    const consider = (pattern: Pattern) => {
      const match = tryPattern(tree, pattern, i)
      if (typeof match !== 'function' && (!best || wins(match, best))) best = match
    }
    for (const pattern of patterns.byLemma.get(tree.lemma(i)) ?? []) consider(pattern)
    for (const pattern of patterns.open) consider(pattern)
    if (best) found.push(best)
  }
  return found
}

const rank = new Map<Kind, number>(kinds.map((kind, i) => [kind, i]))

function wins(a: Match, b: Match): boolean {
  const difference = rank.get(b.pattern.kind)! - rank.get(a.pattern.kind)!
  return difference !== 0 ? difference > 0 : moreSpecific(a, b)
}

/** A match as a frame; several where coordinated contents are told apart ("for a truce and for talks"). */
export function toFrames(document: Document, tree: Tree, match: Match): Frame[] {
  const { pattern, trigger, particle, roles } = match
  const message = roles.get('message')
  const contents = message === undefined ? [undefined] : toldApart(tree, message)
  const lemma = tree.lemma(trigger)
  const last = particle === trigger + 1 ? particle : trigger
  const predicate = { ...span(document, tree.token(trigger).start, tree.token(last).end), lemma }
  const label = particle === undefined ? lemma : `${lemma} ${tree.lemma(particle)}`
  const frames = contents.map(
    (content, n): Frame => ({
      kind: pattern.kind,
      name: pattern.frame,
      relation: pattern.relation ?? label,
      predicate,
      sentence: tree.sentence.index,
      trigger,
      roles: rolesOfMatch(document, tree, { match, content, before: startOf(tree, contents[n + 1]) }),
      ...(pattern.kind === 'request' && { force: byLemma(pattern.force, lemma) ?? 'ask' }),
      ...(pattern.kind === 'response' && { answer: byLemma(pattern.answer, lemma) ?? 'grant' }),
      polarity: pattern.polarity,
      foundBy: pattern.id,
      features: features(tree, match),
    }),
  )
  return frames
    .flatMap((frame) => substance(tree, frame, pattern) ?? [])
    .flatMap((frame) => apart(document, tree, frame))
}

const byLemma = <T>(value: T | ReadonlyMap<string, T> | undefined, lemma: string): T | undefined =>
  value instanceof Map ? (value as ReadonlyMap<string, T>).get(lemma) : (value as T | undefined)

/** Conjuncts that repeat the preposition or the mark ("for … and for …") are contents of their own. */
function toldApart(tree: Tree, message: number): number[] {
  const link = (i: number) => tree.kids(i, 'case', 'mark').map((k) => tree.lemma(k))[0]
  const own = link(message)
  if (own !== 'for' && own !== 'that') return [message]
  const conjuncts = [message, ...tree.kids(message, 'acl', 'xcomp')].flatMap((k) => tree.kids(k, 'conj'))
  return [message, ...conjuncts.filter((k) => link(k) === own)]
}

function startOf(tree: Tree, content: number | undefined): number | undefined {
  return content === undefined ? undefined : tree.extent(content)[0]
}

interface Reading {
  readonly match: Match
  readonly content: number | undefined
  readonly before: number | undefined
}

function rolesOfMatch(document: Document, tree: Tree, { match, content, before }: Reading): Frame['roles'] {
  const { trigger } = match
  const heads = [...match.roles.values()]
  const from =
    content !== undefined && tree.is(content, 'xcomp', 'acl')
      ? tree
          .kids(trigger, 'obj')
          .find((k) => k > trigger && k < content && !heads.some((h) => h !== content && tree.within(h, k)))
      : undefined
  const fillers: Partial<Record<Role, FoundFiller[]>> = {}
  for (const { role, filler } of match.pattern.where) {
    const head = role === 'message' ? content : match.roles.get(role)
    if (head === undefined || fillers[role]) continue
    const others = heads.filter((other) => other !== match.roles.get(role))
    const found =
      filler === 'text'
        ? [contentFiller(tree, head, { trigger, others, from, before, kind: match.pattern.kind })]
        : members(tree, head).map((member) => {
            const found = actorFiller(tree, member, heads)
            if (match.pattern.kind === 'relation') return withoutTrigger(tree, trigger, found)
            const asked = match.pattern.kind === 'request' && role === 'addressee'
            return asked ? withRestriction(tree, found, { trigger, content }) : found
          })
    fillers[role] = found.map((f) => ({ ...f, text: document.text.slice(f.start, f.end) }))
  }
  return fillers
}

/** Of "its partner Tony Smith" the partner is named by the relation, not by the filler. */
function withoutTrigger(tree: Tree, trigger: number, filler: FoundFiller): FoundFiller {
  const { start, end } = tree.token(trigger)
  if (start < filler.start || end > filler.end || trigger === filler.head) return filler
  return trigger < filler.head
    ? { ...filler, start: tree.token(trigger + 1).start }
    : { ...filler, end: tree.token(trigger - 1).end }
}

function features(tree: Tree, match: Match): Record<string, number> {
  const heads = [...match.roles.values()]
  const content = match.roles.get('message')
  const margins = [match.trigger, ...heads].map((i) => tree.token(i).margin)
  return {
    roles: match.roles.size,
    length: match.length,
    margin: Math.min(...margins),
    distance: heads.reduce((n, i) => Math.max(n, Math.abs(i - match.trigger)), 0),
    words: tree.tokens.length,
    noun: tree.isVerb(match.trigger) ? 0 : 1,
    heading: tree.sentence.heading ? 1 : 0,
    mail: tree.setting.mail ? 1 : 0,
    quoted: content !== undefined && tree.isQuoted(content) && !tree.isQuoted(match.trigger) ? 1 : 0,
    actors: heads.filter((i) => tree.isActor(i)).length,
  }
}

function span(document: Document, start: number, end: number) {
  return { start, end, text: document.text.slice(start, end) }
}
