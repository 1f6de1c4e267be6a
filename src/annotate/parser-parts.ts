/**
 * The parser's templates → parts, each of templates that see the same piece of a state: what one part of them adds to
 * the scores is the same wherever that piece comes again, in another sequence of the beam or after a later step.
 */
import type { Template } from './templates.ts'

/** How much is seen of each: 0 nothing, 1 the word by its place in the sentence, 2 the subtree. */
export interface View {
  readonly s0: number
  readonly s1: number
  readonly s2: number
  /** The front of the buffer; with it as many words behind it as one likes. */
  readonly front: number
}

/** Templates from `first` on, `last` not among them. */
export interface Part {
  readonly first: number
  readonly last: number
  readonly view: View
}

/** From narrow to wide: a template belongs to the first that sees all that it looks at. */
const views: readonly View[] = [
  { s0: 0, s1: 0, s2: 0, front: 2 },
  { s0: 2, s1: 0, s2: 0, front: 0 },
  { s0: 0, s1: 2, s2: 1, front: 0 },
  { s0: 2, s1: 0, s2: 0, front: 2 },
  { s0: 2, s1: 2, s2: 1, front: 2 },
]

/** What an atom looks at, by its name in parser-features.ts. */
export function viewOf(atom: string): View {
  const tree = /Left|Right/.test(atom) ? 2 : 1
  const none = { s0: 0, s1: 0, s2: 0, front: 0 }
  if (atom === 's0ToB0') return { ...none, s0: 1, front: 1 }
  if (atom === 's1ToS0') return { ...none, s0: 1, s1: 1 }
  if (atom === 'guideS0Relation' || atom === 'guideS0HeadTag') return { ...none, s0: 1 }
  if (atom === 'guideB0Relation') return { ...none, front: 1 }
  if (atom.startsWith('guide')) return { ...none, s0: 1, s1: 1, front: 1 }
  if (atom.startsWith('s0')) return { ...none, s0: tree }
  if (atom.startsWith('s1')) return { ...none, s1: tree }
  if (atom.startsWith('s2')) return { ...none, s2: tree }
  return { ...none, front: tree }
}

const covers = (view: View, seen: View): boolean =>
  view.s0 >= seen.s0 && view.s1 >= seen.s1 && view.s2 >= seen.s2 && view.front >= seen.front

const partOf = ({ atoms }: Template, seenBy: readonly View[]): number =>
  views.findIndex((view) => atoms.every((atom) => atom === 0 || covers(view, seenBy[atom]!)))

/**
 * The templates with those of a part side by side.
 * @param seenBy - `viewOf` each atom, by its number
 */
export const inParts = (templates: readonly Template[], seenBy: readonly View[]): Template[] =>
  [...templates].sort((a, b) => partOf(a, seenBy) - partOf(b, seenBy))

/** The parts of templates that stand side by side; one at least, which may be empty. */
export function partsOf(templates: readonly Template[], seenBy: readonly View[]): Part[] {
  const parts: Part[] = []
  let first = 0
  while (first < templates.length || parts.length === 0) {
    const part = templates.length ? partOf(templates[first]!, seenBy) : 0
    let last = first
    while (last < templates.length && partOf(templates[last]!, seenBy) === part) last++
    parts.push({ first, last, view: views[part]! })
    if (last === first) break
    first = last
  }
  return parts
}
