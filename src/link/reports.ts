/** Communication → the statements that its message holds: "NRC reported that the mayor asked …" reports the request. */
import type { Context, FoundLink } from './context.ts'

/** Links each speech with what it holds, but for what a speech inside it holds. */
export function findReports(context: Context): FoundLink[] {
  const links: FoundLink[] = []
  for (const [to, { sentence, predicate }] of context.frames.entries()) {
    let best: number | undefined
    let size = Number.POSITIVE_INFINITY
    for (const from of context.inSentence(sentence)) {
      const speech = context.frame(from)
      if (from === to || speech.kind !== 'communication') continue
      for (const { start, end } of speech.roles.message ?? []) {
        if (start > predicate.start || end < predicate.end || end - start >= size) continue
        best = from
        size = end - start
      }
    }
    if (best !== undefined) links.push({ from: best, to })
  }
  return links
}
