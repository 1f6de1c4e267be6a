/** A marked sentence, `[speaker The ministry] [trigger asked] …` → its text and what is marked in it (SPIKE, arXiv 2006.03010). */
import type { Span } from '../model/index.ts'

/** Words of a marked sentence and the role that they fill; `trigger` for the predicate. */
export interface Mark extends Span {
  readonly role: string
  readonly text: string
}

export interface MarkedSentence {
  readonly text: string
  readonly marks: readonly Mark[]
}

const openMark = /\[([a-z]+) /y

/** Reads the marks out of a sentence. Brackets that open no `[role …]` stay in the text. */
export function readMarks(source: string): MarkedSentence {
  const marks: Mark[] = []
  const open: { role: string; start: number }[] = []
  let text = ''
  for (let i = 0; i < source.length; i++) {
    openMark.lastIndex = i
    const match = openMark.exec(source)
    if (match) {
      open.push({ role: match[1]!, start: text.length })
      i = openMark.lastIndex - 1
    } else if (source[i] === ']' && open.length) {
      const { role, start } = open.pop()!
      marks.push({ role, start, end: text.length, text: text.slice(start) })
    } else text += source[i]
  }
  return { text, marks }
}
