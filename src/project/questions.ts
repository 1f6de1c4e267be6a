/** Pairs that may be one, as they are put to people: what was judged of them before, and in which order they come. */
import type { Suggestion } from '../entities/index.ts'
import type { Decided } from '../model/index.ts'

/** A pair to be judged; `unsure`: somebody looked, and could not say. */
export type Question = Suggestion & { readonly unsure: boolean }

/** The same whichever of two ids comes first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The pairs, by `pairKey`, that decisions which hold say are two, and those that left somebody unsure. */
export function judgedPairs(all: readonly Decided[]): { readonly apart: Set<string>; readonly unsure: Set<string> } {
  const apart = new Set<string>()
  const unsure = new Set<string>()
  for (const { decision, state, entities } of all) {
    const [a, b] = entities
    if (state !== 'holds' || a === undefined || b === undefined) continue
    if (decision.what === 'unsure') unsure.add(pairKey(a, b))
    // who takes a thing apart has judged that its parts are not one
    if (decision.what === 'apart' || decision.what === 'split') apart.add(pairKey(a, b))
  }
  return { apart, unsure }
}

/** Those that left somebody unsure last, else as they are. */
export const inTurn = (questions: readonly Question[]): Question[] =>
  [...questions].sort((x, y) => Number(x.unsure) - Number(y.unsure))
