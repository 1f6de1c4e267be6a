/** Words with their heads → arcs between the rows of a table, each in a lane of its own where they would cross. */
import type { Token } from '../../src/model/index.ts'

/** From a head's row to its dependent's; rows from 0. */
export interface Arc {
  readonly head: number
  readonly word: number
  /** 0: nearest to the words. */
  readonly lane: number
}

/** A longer sentence is a table; its arcs would be a thicket. */
const longest = 200

/** The short ones first, so that a long one goes round those inside it; none for a sentence that is too long. */
export function arcsOf(tokens: readonly Pick<Token, 'head'>[]): Arc[] {
  if (tokens.length > longest) return []
  const spans = tokens.flatMap(({ head }, word) =>
    head > 0 && head <= tokens.length ? [{ head: head - 1, word }] : [],
  )
  const length = ({ head, word }: { head: number; word: number }) => Math.abs(head - word)
  spans.sort((a, b) => length(a) - length(b) || a.word - b.word)
  // for each gap between two rows the lanes that are taken there
  const taken = tokens.map(() => new Set<number>())
  return spans.map(({ head, word }) => {
    const [top, bottom] = [Math.min(head, word), Math.max(head, word)]
    let lane = 0
    for (let row = top; row < bottom; row++) for (const used of taken[row]!) lane = Math.max(lane, used + 1)
    for (let row = top; row < bottom; row++) taken[row]!.add(lane)
    return { head, word, lane }
  })
}
