/** Trees as words in one line, for the tests of what mends them. */
import type { Marked } from '../../src/annotate/marking.ts'

/** Reads words as `form/UPOS/XPOS/head/relation`. */
export function markedOf(line: string): Marked {
  const rows = line.split(' ').map((word) => word.split('/'))
  return {
    tags: rows.map(([, upos, xpos]) => ({ upos: upos!, xpos: xpos! })),
    heads: rows.map(([, , , head]) => Number(head)),
    relations: rows.map(([, , , , relation]) => relation!),
    margins: rows.map(() => 1),
  }
}

/** Head and relation of each word. */
export const treeOf = ({ heads, relations }: Marked): string[] =>
  relations.map((relation, i) => `${heads[i]} ${relation}`)
