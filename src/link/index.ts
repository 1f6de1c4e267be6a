/** Qualified frames of a document → the same with their ids and what ties them to one another. */
import {
  type Chain,
  type Document,
  type Link,
  type LinkedFrame,
  type LinkType,
  type Mention,
  type QualifiedFrame,
  type Sentence,
  stableId,
} from '../model/index.ts'
import { findAnswers } from './answers.ts'
import { Context, type FoundLink } from './context.ts'
import { findPrompts } from './prompted.ts'
import { findRepeats } from './repeats.ts'
import { findReports } from './reports.ts'

export { outcomesOf } from './status.ts'

/**
 * Gives frames their ids and ties them: prompted by, answers, repeats, reports. A link stands with the statement that is
 * prompted, that answers, that repeats or that reports.
 */
export function link(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  chains: readonly Chain[],
  frames: readonly QualifiedFrame[],
): LinkedFrame[] {
  const context = new Context(sentences, mentions, chains, frames)
  const ids = idsOf(document, frames)
  const links = frames.map((): Link[] => [])
  const add = (type: LinkType, found: readonly FoundLink[]) => {
    for (const { from, to } of found) {
      const known = links[from]!.some((other) => other.type === type && other.statement === ids[to])
      if (!known) links[from]!.push({ type, statement: ids[to]! })
    }
  }
  const repeats = findRepeats(context)
  add('prompted by', findPrompts(context))
  add('answers', findAnswers(context, repeats))
  add('repeats', repeats)
  add('reports', findReports(context))
  return frames.map((frame, index) => ({ ...frame, id: ids[index]!, links: links[index]! }))
}

/** The same document and patterns give the same ids; two frames of a document never share one. */
function idsOf(document: Document, frames: readonly QualifiedFrame[]): string[] {
  const taken = new Set<string>()
  return frames.map(({ predicate, foundBy, roles }) => {
    const starts = Object.entries(roles).map(
      ([role, fillers]) => `${role} ${fillers.map(({ start }) => start).join(' ')}`,
    )
    const parts = [document.id, predicate.start, predicate.end, foundBy, ...starts]
    let id = stableId('s', ...parts)
    for (let again = 1; taken.has(id); again++) id = stableId('s', ...parts, again)
    taken.add(id)
    return id
  })
}
